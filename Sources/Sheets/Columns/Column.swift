/// One column of a sheet: the one home of everything that is known of it.
///
/// Template, importer, exporter, messages and documentation are derived from it.
package struct Column: Sendable {
  /// The English header, and the name in messages and JSON.
  package let name: String
  /// The Chinese header.
  package let chinese: String
  package let kind: ColumnKind
  package let isRequired: Bool
  /// Part of the key by which a row finds its fact.
  package let isKey: Bool
  /// Tells of what has happened: no day after today.
  let hasHappened: Bool
  /// One line of guidance for the clerk.
  package let guidance: Bilingual

  /// A line in both languages.
  package struct Bilingual: Sendable {
    package let english: String
    package let chinese: String
  }

  package init(
    _ name: String, _ chinese: String, _ kind: ColumnKind, required: Bool = false,
    key: Bool = false, past: Bool = false, _ english: String, _ guidanceChinese: String
  ) {
    self.name = name
    self.chinese = chinese
    self.kind = kind
    isRequired = required
    isKey = key
    hasHappened = past
    guidance = Bilingual(english: english, chinese: guidanceChinese)
  }
}
