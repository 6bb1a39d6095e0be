import Domain

/// What a column's cells hold: how they are read, and as what they are kept.
package enum ColumnKind: Sendable, Equatable {
  /// Free text, kept as written but for blanks at its ends.
  case text
  /// A number that names something (household, staff, voucher …): full-width digits and letters are folded.
  case identifier
  case personName
  /// The name of a place, a project, a payee, a document: as text, without characters that nobody sees.
  case name
  case residentID
  case relation
  case phone
  case account
  /// A region code of the given levels.
  case region(Levels)
  case day
  /// A day, or 0001-01-01: what was so before any day that is asked about.
  case eventDay
  /// A birth date, as far as it is known.
  case birthDate
  case year
  case money
  case quantity
  /// What a quantity counts: a unit's key (`MeasureUnit`), or another word as written.
  case unit
  /// A number, kept as text without what no number has; or words, which the column's unit may take.
  case figure
  case percent
  /// Three percentages that are 100 together: `40/50/10`.
  case instalments
  case wholeNumber
  case yesNo
  case fund
  case coded(CodedList)
  /// A label of a list that may have other words beside it: kept as text.
  case labelled(LabelList)
  /// The `withdraw` column every sheet takes.
  case withdraw

  /// Which places a column may name.
  package enum Levels: Sendable, Equatable {
    case any, office, county, village

    package func contains(_ level: RegionLevel) -> Bool {
      switch self {
      case .any: true
      case .office: level <= .county
      case .county: level == .county
      case .village: level == .village
      }
    }
  }

  /// The closed lists that columns use.
  package enum CodedList: Sendable, Equatable {
    case sex, householdClass, event, role, source, projectKind, verdict, grade, progressKind
    case qualifier, level, area, tier, bankResult
  }

  /// The lists whose labels are kept as text.
  package enum LabelList: Sendable, Equatable {
    case education, health, labour, cause
  }

  /// Whether the staged value is an INTEGER; else TEXT.
  var isInteger: Bool {
    switch self {
    case .text, .identifier, .personName, .name, .phone, .account, .birthDate, .fund, .labelled,
      .instalments, .figure, .unit:
      false
    default: true
    }
  }

  /// Whether full-width forms are read as ASCII.
  package var isFolded: Bool {
    switch self {
    case .text, .personName, .name, .labelled, .fund, .withdraw, .coded, .phone, .account, .unit:
      false
    default: true
    }
  }

  /// Whether a column holds a few different values over and over, each read as the same by itself.
  package var isRepetitive: Bool {
    switch self {
    case .relation, .region, .day, .year, .wholeNumber, .yesNo, .coded, .labelled: true
    default: false
    }
  }

  /// The most characters of a folded cell; nil for what is no text.
  package var longest: Int? {
    switch self {
    case .identifier, .account: KeyFolding.longestKey
    case .personName, .name, .phone, .fund, .labelled, .unit: 100
    case .text, .figure: 4_000
    default: nil
    }
  }

  /// Whether the column holds a number that names something, or is dialled.
  package var isKey: Bool { self == .identifier || self == .phone || self == .account }

  /// Whether the column holds a name, which a lost character makes another's.
  package var isName: Bool { self == .personName || self == .name }

  /// Whether the column holds what somebody or something is called, a fund among them.
  var isOfName: Bool { isName || self == .fund }

  /// Whether the column is read as a whole number, a code or a day, of which `.0` and thousands separators
  /// are no part.
  package var holdsWholeNumbers: Bool {
    switch self {
    case .region, .residentID, .day, .eventDay, .birthDate, .year, .wholeNumber, .relation, .yesNo,
      .coded, .labelled:
      true
    default: false
    }
  }

  /// Whether messages mask the value.
  package var isPersonal: Bool {
    switch self {
    case .residentID, .phone, .account: true
    default: false
    }
  }
}
