import Domain

/// The figures of one month, row by row, before they are named and printed.
package struct MonthlyAnswer: Sendable {
  /// What a row is about.
  package enum Grouping: String, Sendable, CaseIterable {
    case county, township, village
    case `class`
    case prefecture, area

    /// The level of the places that the rows are about; nil where they are no places.
    package var level: RegionLevel? {
      switch self {
      case .prefecture: .prefecture
      case .county: .county
      case .township: .township
      case .village: .village
      case .class, .area: nil
      }
    }
  }

  package enum Subject: Sendable, Equatable {
    /// A place; the region is nil where nothing is known of the code.
    case place(RegionCode, Region?)
    /// A class; nil is none.
    case householdClass(HouseholdClass?)
    /// A contiguous area; nil is outside of any.
    case area(Area?)
  }

  package struct Row: Sendable {
    package let subject: Subject
    package let figures: MonthlyFigures
    /// Nil where there is none: always for a class.
    package let quota: Quota?
  }

  package let month: YearMonth
  package let grouping: Grouping
  /// In code order; classes in the order poor, poor_dibao, dibao, wubao, none, and areas in theirs, none last.
  package let rows: [Row]
  package let total: MonthlyFigures
  package let totalQuota: Quota?
  /// The total a month earlier in the same year, where it was asked for.
  package let before: MonthlyFigures?
  /// What the answer knew.
  package let known: Known
  package let hash: SHA256Digest

  /// Whether a figure or a quota is more than 64 bits hold, as a damaged file may have it.
  var isBeyondRange: Bool {
    total.isBeyondRange || before?.isBeyondRange == true || totalQuota?.isBeyondRange == true
      || rows.contains { $0.figures.isBeyondRange || $0.quota?.isBeyondRange == true }
  }
}

/// Which knowledge a report is made of.
package enum Knowledge: Sendable, Equatable {
  case now
  case entry(Int64)
  /// What the month was closed with.
  case closed
}
