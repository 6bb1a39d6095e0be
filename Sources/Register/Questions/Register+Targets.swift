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
}

extension Register {
  /// The convergence programme's quotas of a year as known at an entry, in code order.
  package func targetPaths(_ year: Int, _ known: Known) throws(SQLiteFailure) -> [TargetPath] {
    let rows = try targetRows(year, known).sorted { $0.region < $1.region }
    return rows.map { row in
      TargetPath(
        region: row.region, persons: row.persons,
        due: (1...12).map { TargetRow.quota([row], month: $0)?.pace ?? 0 },
        isGiven: row.months.contains { $0 != nil })
    }
  }
}
