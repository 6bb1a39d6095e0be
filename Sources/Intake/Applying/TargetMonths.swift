import Domain
import SQLite

/// Monthly figures of a target that stands, where a later row gives the year's anew and leaves them empty.
enum TargetMonths {
  /// A month that stays is no more than the year's figure.
  static let withinYear: [Judgement] = RowChecks.months.map { month in
    Judgement(
      column: "persons",
      sql: """
        SELECT s.line, f.\(month) FROM temp.staged AS s
        JOIN target AS f ON f.programme = s.programme AND f.year = s.year
          AND f.region_code = s.region_code AND f.withdrawn IS NULL
        WHERE s.rejected = 0 AND s.withdraws = 0 AND s.\(month) IS NULL
          AND s.clears & \(1 << Sheet.targets.place(of: month)) = 0 AND f.\(month) > s.persons
        ORDER BY s.row
        """
    ) { .belowMonth(column: month, value: String($0.int64(1))) }
  }
}
