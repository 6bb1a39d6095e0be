import Domain

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
  /// A day that may lie long ago, so that small numbers of a spreadsheet are days as well.
  private let isLongAgo: Bool
  /// The most characters a cell may hold once it is folded; nil for what is no text.
  package var longest: Int? { ownLongest ?? kind.longest }
  private let ownLongest: Int?
  /// Whether it holds a name, in which no resident ID belongs.
  package let refusesIDs: Bool
  /// The numbers that a spreadsheet may have made of the column's days; nil where it holds none.
  package var serials: ClosedRange<Int>? {
    switch kind {
    case .day, .eventDay: isLongAgo ? CalendarDate.earlySerials : CalendarDate.serials
    case .birthDate: CalendarDate.earlySerials
    default: nil
    }
  }
  /// One line of guidance for the clerk.
  package let guidance: Bilingual

  /// A unit is a word or two.
  static let longestUnit = 100

  /// A line in both languages.
  package struct Bilingual: Sendable {
    package let english: String
    package let chinese: String
  }

  /// - Parameter ids: whether a resident ID may stand in its text; nil: not where its kind is a name's.
  package init(
    _ name: String, _ chinese: String, _ kind: ColumnKind, required: Bool = false,
    key: Bool = false, past: Bool = false, longAgo: Bool = false, longest: Int? = nil,
    ids: Bool? = nil,
    _ english: String,
    _ guidanceChinese: String
  ) {
    self.name = name
    self.chinese = chinese
    self.kind = kind
    isRequired = required
    isKey = key
    hasHappened = past
    isLongAgo = longAgo
    ownLongest = longest
    refusesIDs = !(ids ?? !kind.isOfName)
    guidance = Bilingual(english: english, chinese: guidanceChinese)
  }
}
