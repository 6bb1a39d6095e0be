/// What an officer has set down once so as not to type it again: a text file of `key = value` lines.
///
/// Blank lines and lines that begin with `#` say nothing. A line that says something else is a fault and not
/// passed over: a register or an officer that was misspelt would else be another one.
package struct Settings: Equatable, Sendable {
  package enum Key: String, CaseIterable, Sendable {
    /// The register's file, as an absolute path.
    case register
    /// Who acts.
    case officer
    /// `en` or `zh`.
    case lang
    /// The officer's county, six digits; a default for what is asked, never for a report.
    case county
  }

  private var values: [Key: String] = [:]

  package init() {}

  /// - Throws: where a line sets nothing, or a key twice.
  package init(reading text: String) throws(SettingsFault) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.withoutBlanksAround
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let key = Key(rawValue: parts[0].withoutBlanksAround),
        values[key] == nil
      else { throw SettingsFault(line: index + 1, text: line) }
      let value = parts[1].withoutBlanksAround
      if !value.isEmpty { values[key] = value }
    }
  }

  /// nil where the key is not set. Setting nil or nothing takes it out.
  package subscript(key: Key) -> String? {
    get { values[key] }
    set { values[key] = newValue.map(\.withoutBlanksAround).flatMap { $0.isEmpty ? nil : $0 } }
  }

  /// The file's text; reading it gives the same settings.
  package var text: String {
    "# Settings of sixpoint; `sixpoint config` shows and changes them.\n"
      + Key.allCases.compactMap { key in values[key].map { "\(key.rawValue) = \($0)\n" } }.joined()
  }
}

/// A line of the settings that sets nothing that is known.
package struct SettingsFault: Error, Equatable, Sendable {
  /// From 1.
  package let line: Int
  package let text: String
}
