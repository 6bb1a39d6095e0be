import Domain
import SQLite

/// A quota that is not the sum of the quotas of the places of one level inside it.
package struct QuotaGap: Sendable, Equatable {
  package let code: RegionCode
  /// Nil where nothing is known of the code.
  package let region: Region?
  package let persons: Int64
  /// The level whose quotas are summed.
  package let level: RegionLevel
  /// Their sum.
  package let parts: Int64
}

extension Register {
  /// The quotas of a month's year that do not add up, in code order, the nearest level first. Places that have
  /// no quotas inside them are not asked.
  package func quotaGaps(
    _ month: YearMonth, _ known: Known
  ) throws(SQLiteFailure) -> [QuotaGap] {
    let tree = try regionsKnown(known, on: month.lastDay.dayNumber)
    let targets = try targetRows(month.year, known)
    func level(of code: RegionCode) -> RegionLevel { tree[code]?.level ?? code.level }
    return targets.sorted { $0.region < $1.region }.flatMap { target -> [QuotaGap] in
      let inside = targets.filter {
        $0.region != target.region && tree.contains(target.region, $0.region)
      }
      let levels = Set(inside.map { level(of: $0.region) }).sorted()
      return levels.compactMap { part in
        let sum = inside.filter { level(of: $0.region) == part }
          .reduce(Int64(0)) { $0.addingClamped($1.persons) }
        guard sum != target.persons else { return nil }
        return QuotaGap(
          code: target.region, region: tree[target.region], persons: target.persons, level: part,
          parts: sum)
      }
    }
  }
}
