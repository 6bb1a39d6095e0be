import Domain
import SQLite

/// The quota of one region for a year, and the way there.
package struct TargetPath: Sendable {
  package let region: RegionCode
  package let persons: Int64
  /// Cumulative persons due by the end of each month, January first.
  package let due: [Int64]
  /// Whether the sheet gave monthly figures; else they are twelfths of the quota.
  package let isGiven: Bool
  private let row: TargetRow

  init(_ row: TargetRow) {
    self.row = row
    region = row.region
    persons = row.persons
    due = TargetPath.due(of: [row])
    isGiven = row.months.contains { $0 != nil }
  }

  /// Persons due of several regions together by the end of each month, rounded down once.
  package static func due(together paths: [TargetPath]) -> [Int64] { due(of: paths.map(\.row)) }

  private static func due(of rows: [TargetRow]) -> [Int64] {
    (1...12).map { TargetRow.quota(rows, month: $0)?.pace ?? 0 }
  }
}

extension Register {
  /// The convergence programme's quotas of a year as known at an entry, in code order.
  package func targetPaths(_ year: Int, _ known: Known) throws(SQLiteFailure) -> [TargetPath] {
    try targetRows(year, known).sorted { $0.region < $1.region }.map(TargetPath.init)
  }
}
