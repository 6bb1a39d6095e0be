/// The last entry that a report knew, so that the figures can be had again.
package struct KnownEntry: Sendable, Equatable {
  package let entry: Int64
  /// SHA-256 in 64 lower-case hexadecimal digits.
  package let hash: String

  package init(entry: Int64, hash: String) {
    self.entry = entry
    self.hash = hash
  }

  /// What is printed for people.
  package var shortHash: String { String(hash.prefix(12)) }

  package func write(into json: inout JSONText) {
    json.key("known")
    writeMembers(into: &json)
  }

  /// The object alone.
  func writeMembers(into json: inout JSONText) {
    json.object { json in
      json.member("entry", entry)
      json.member("hash", hash)
    }
  }

  func line(asOf: String, in language: ReportLanguage) -> String {
    let number = NumberText.grouped(entry)
    return Phrase(
      "As of \(asOf), as known at entry \(number) (\(shortHash)).",
      "截至\(asOf)，据第\(number)号录入单（\(shortHash)）。")[language]
  }
}
