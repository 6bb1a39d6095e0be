import Domain
import SQLite

/// What a region is to reach: the persons of the year, and those due by the end of a month.
package struct Quota: Sendable, Equatable {
  package let persons: Int64
  package let pace: Int64

  package init(persons: Int64, pace: Int64) {
    self.persons = persons
    self.pace = pace
  }

  /// Whether a number is more than 64 bits hold.
  var isBeyondRange: Bool { persons.isClamped || pace.isClamped }
}

/// One standing row of the target sheet.
struct TargetRow {
  let region: RegionCode
  let persons: Int64
  /// Cumulative persons by the end of each month, January first; nil not given.
  let months: [Int64?]

  /// The sheet's monthly columns, as a statement lists them.
  static let monthColumns = (1...12).map { $0 < 10 ? "month_0\($0)" : "month_\($0)" }
    .joined(separator: ", ")

  /// Reads `region_code, persons` and the monthly columns; nil where the code is none.
  init?(_ row: borrowing Row) {
    guard let region = RegionCode(row.int64(0)) else { return nil }
    self.region = region
    persons = row.int64(1)
    var months: [Int64?] = []
    for column in Int32(2)..<14 { months.append(row.optionalInt64(column)) }
    self.months = months
  }

  /// Twelfths of persons due by the end of a month 1…12: the sheet's figure, the last given where this
  /// month's is empty; without any, as many twelfths of the quota as months have passed.
  func twelfthsDue(by month: Int) -> Int64 {
    for figure in months.prefix(month).reversed() {
      if let figure { return figure.multipliedClamped(by: 12) }
    }
    return persons.multipliedClamped(by: Int64(month))
  }

  /// The quota of several rows together, rounded down once.
  static func quota(_ rows: [TargetRow], month: Int) -> Quota? {
    guard !rows.isEmpty else { return nil }
    let twelfths = rows.reduce(Int64(0)) { $0.addingClamped($1.twelfthsDue(by: month)) }
    let persons = rows.reduce(Int64(0)) { $0.addingClamped($1.persons) }
    return Quota(persons: persons, pace: twelfths.isClamped ? twelfths : twelfths / 12)
  }
}

extension Register {
  /// The convergence programme's quotas of a year as known at an entry.
  func targetRows(_ year: Int, _ known: Known) throws(SQLiteFailure) -> [TargetRow] {
    var rows: [TargetRow] = []
    try connection.rows(
      Known.query(
        "region_code, persons, \(TargetRow.monthColumns)", from: "target",
        where: "programme = 'convergence' AND year = :year"),
      ["known": .integer(known.entry), "year": Value(year)]
    ) { row in
      if let target = TargetRow(row) { rows.append(target) }
    }
    return rows
  }

  /// The quotas of a closed month, as they were reported.
  func closedTargets(_ month: YearMonth) throws(SQLiteFailure) -> [TargetRow] {
    var rows: [TargetRow] = []
    try connection.rows(
      """
      SELECT region_code, persons, \(TargetRow.monthColumns) FROM closed_target
      WHERE year = :year AND month = :month ORDER BY region_code
      """, ["year": Value(month.year), "month": Value(month.month)]
    ) { row in
      if let target = TargetRow(row) { rows.append(target) }
    }
    return rows
  }
}
