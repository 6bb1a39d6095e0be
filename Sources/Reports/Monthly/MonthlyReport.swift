// The fulfilment report of one month: figures that somebody else has counted, and nothing that
// needs a database or a clock, so that the same report gives the same bytes for ever.

import Domain

package struct MonthlyReport: Sendable, Equatable {
  /// What a row is about.
  package enum Grouping: String, Sendable, CaseIterable {
    case county
    case township
    case village
    case `class`
    case prefecture
    case area

    /// The option that narrows a list to a row, whose code is its value.
    var listOption: String {
      switch self {
      case .county, .prefecture: "--county"
      case .township: "--township"
      case .village: "--village"
      case .class: "--class"
      case .area: "--area"
      }
    }

    /// The level of the places that the rows are, of which a list takes one; nil where they are no places.
    var level: RegionLevel? {
      switch self {
      case .prefecture: .prefecture
      case .county: .county
      case .township: .township
      case .village: .village
      case .class, .area: nil
      }
    }
  }

  package var programme: String
  package var year: Int
  /// `2011-06`.
  package var month: String
  /// The month's last day, `2011-06-30`.
  package var asOf: String
  package var known: KnownEntry
  package var office: ReportedPlace
  /// The county that the report is about, nil where it is about the whole office.
  package var county: ReportedPlace?
  package var grouping: Grouping
  /// Whether it is about the national key counties alone.
  package var isNationalKeyOnly = false
  /// In the order in which they are printed.
  package var rows: [MonthlyRow]
  /// Its code is `total`.
  package var total: MonthlyRow
  /// The total a month earlier, for what changed since; nil where there is none.
  package var lastMonth: MonthlyRow?
  /// The report as it was closed, nil where the month is not closed.
  package var closed: ClosedMonth?
  /// Whether this is the closed report itself, as it was reported.
  package var isAsClosed = false
  /// What reads it for a leader; nil where nobody asks.
  package var reading: MonthlyReading?
  /// Another month beside it.
  package var comparison: MonthlyComparison?

  package init(
    programme: String = "convergence", year: Int, month: String, asOf: String, known: KnownEntry,
    office: ReportedPlace, county: ReportedPlace? = nil, grouping: Grouping = .county,
    rows: [MonthlyRow],
    total: MonthlyRow, lastMonth: MonthlyRow? = nil, closed: ClosedMonth? = nil
  ) {
    self.programme = programme
    self.year = year
    self.month = month
    self.asOf = asOf
    self.known = known
    self.office = office
    self.county = county
    self.grouping = grouping
    self.rows = rows
    self.total = total
    self.lastMonth = lastMonth
    self.closed = closed
  }

  /// The name of the total's row.
  package static let totalName = Phrase("Total", "合计")
}
