import Domain

/// All that the page of a month prints. It is one value, so that a closed month's page can be made again
/// from what the close kept, bit for bit: nothing may come in here that a close does not keep.
///
/// How it is written is the rendering of a close (`ClosedRendering` in Register). A later form of the page is
/// another rendering.
package struct MonthlyPage: Sendable {
  /// A month of the curve.
  package struct Point: Sendable, Equatable {
    /// Persons supported by the month's end; nil for a month after the report's.
    package let supported: Int64?
    /// Persons due by then; nil where there is no quota.
    package let pace: Int64?

    package init(supported: Int64?, pace: Int64?) {
      self.supported = supported
      self.pace = pace
    }
  }

  /// Money on a rung by the month's end.
  package struct RungMoney: Sendable, Equatable {
    /// `batch`, `county`, `project`, `household` or `paid`.
    package let rung: String
    package let fund: String?
    package let isFiscal: Bool
    /// Within the year, net of returns and reversals.
    package let inFen: Int64
    package let outFen: Int64
    /// What stands there, whatever year it came in; of it, what has for over 90 and over 365 days.
    package let heldFen: Int64
    package let over90Fen: Int64
    package let over365Fen: Int64

    package init(
      rung: String, fund: String?, isFiscal: Bool, inFen: Int64, outFen: Int64, heldFen: Int64,
      over90Fen: Int64, over365Fen: Int64
    ) {
      self.rung = rung
      self.fund = fund
      self.isFiscal = isFiscal
      self.inFen = inFen
      self.outFen = outFen
      self.heldFen = heldFen
      self.over90Fen = over90Fen
      self.over365Fen = over365Fen
    }
  }

  /// How many cases of a kind want looking after.
  package struct Cases: Sendable, Equatable {
    /// As `report exceptions` names it, or `overdue_finding`.
    package let kind: String
    package let title: Phrase
    package let count: Int64

    package init(kind: String, title: Phrase, count: Int64) {
      self.kind = kind
      self.title = title
      self.count = count
    }
  }

  /// What a county sent for the month.
  package struct Sent: Sendable, Equatable {
    package let county: ReportedPlace
    /// Names of sheets as people read them; none: the county was silent.
    package let sheets: [String]
    /// Of them, those that came first after the day on which reports were due.
    package let lateSheets: [String]
    package let rejectedRows: Int64

    package init(
      county: ReportedPlace, sheets: [String], lateSheets: [String], rejectedRows: Int64
    ) {
      self.county = county
      self.sheets = sheets
      self.lateSheets = lateSheets
      self.rejectedRows = rejectedRows
    }
  }

  package var report: MonthlyReport
  package var imprint: Imprint
  /// January to December.
  package var curve: [Point] = []
  /// The counties that the report is about, whatever its rows stand for.
  package var counties: [MonthlyRow] = []
  /// The same by class.
  package var classes: [MonthlyRow] = []
  /// nil where it is not known: the report is about an earlier entry.
  package var rungs: [RungMoney]?
  package var cases: [Cases]?
  /// nil where nothing is known of what was sent.
  package var sent: [Sent]?

  package init(_ report: MonthlyReport, imprint: Imprint) {
    self.report = report
    self.imprint = imprint
  }

  /// 1…12.
  var monthNumber: Int { Int(report.month.suffix(2)) ?? 1 }

  /// The rows that charts show: what the report is about where that is not too many, else its counties.
  var chartedRows: [MonthlyRow] {
    let own = report.grouping == .class ? counties : report.rows
    return own.count <= Self.mostCharted ? own : counties
  }

  /// A chart of more rows is no picture any more.
  static let mostCharted = 60
}
