import Domain

/// The rungs of the money ladder, from the top.
package enum Rung: Int, Sendable, CaseIterable {
  case batch = 0
  case county, project, household, paid

  /// The key of reports.
  package var name: String {
    switch self {
    case .batch: "batch"
    case .county: "county"
    case .project: "project"
    case .household: "household"
    case .paid: "paid"
    }
  }
}

/// Money on a rung of a batch and source by the end of a day, in fen: what came in and went out, each net of
/// what came back, and what stands there.
package struct RungSum: Sendable, Equatable {
  package let rung: Rung
  package let batch: String
  package let source: FundSource
  /// As `Fund` names it; nil where the batch is not issued any more.
  package let fund: String?
  /// Nil on the rung of the batch, which is no county's.
  package let county: RegionCode?
  /// Of one project or household where that was asked for.
  package let project: String?
  package let household: String?
  package let payee: String?
  package let inFen: Int64
  package let outFen: Int64
  /// Of what stands there, what came in more than so many days ago, first in, first out: one figure for each
  /// number of days that was asked about. Nothing is idle that is paid.
  package let idleFen: [Int64]

  package var balanceFen: Int64 { inFen.subtractingReportingOverflow(outFen).partialValue }
}

/// Which rungs a question about money is about, and how finely.
package struct RungFilter: Sendable {
  package var batch: String?
  package var county: RegionCode?
  package var project: String?
  package var household: String?
  /// Whether each project and payee is told by itself, not only its county.
  package var tellsProjects = false
  /// Whether each household is.
  package var tellsHouseholds = false
  /// The numbers of days beyond which money counts as idle.
  package var aging: [Int] = []

  package init() {}
}

/// A batch whose allocation was not announced by a day.
package struct UnannouncedBatch: Sendable, Equatable {
  package let batch: String
  package let source: FundSource
  package let fund: String
  package let document: String
  package let issuedOn: DayNumber
  package let fen: Int64
}
