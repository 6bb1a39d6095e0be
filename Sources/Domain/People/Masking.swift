/// Phones and accounts as everybody may see them. Resident IDs mask themselves.
package enum Masking {
  /// The first three and the last four characters of a phone of eleven, `138****5678`; of a shorter
  /// one the last four alone, `****5678`; of five and fewer nothing, `****`.
  package static func phone(_ text: String) -> String {
    let count = text.count
    if count > 8 { return text.prefix(3) + "****" + text.suffix(4) }
    return count > 5 ? "****" + text.suffix(4) : "****"
  }

  /// The last four characters of an account, `****1234`; of one of eight and fewer nothing.
  package static func account(_ text: String) -> String {
    text.count > 8 ? "****" + text.suffix(4) : "****"
  }
}
