import Domain
import Register
import SQLite

/// Whose the rows of a submission are: the county of a row's household, else of the place it names, else of
/// its project, else of its official. Rows of no county, such as batches, are nobody's.
enum EntryCounties {
  /// The counties of the staged rows, in code order.
  static func ofRows(_ work: ImportWork) throws(SQLiteFailure) -> [CountyRows] {
    guard let county = county(work) else { return [] }
    var counties: [CountyRows] = []
    try work.register.connection.rows(
      """
      SELECT county, count(*), sum(is_rejected) FROM (
        SELECT rejected = 1 AS is_rejected, \(county) AS county FROM temp.staged AS s)
      WHERE county IS NOT NULL GROUP BY county ORDER BY county
      """
    ) { row in
      guard let code = RegionCode(row.int64(0)), code.level == .county else { return }
      counties.append(CountyRows(county: code, rows: row.int64(1), rejected: row.int64(2)))
    }
    return counties
  }

  /// As SQL over a staged row `s`; nil where the sheet's rows are no county's.
  private static func county(_ work: ImportWork) -> String? {
    if work.register.office.level == .county { return String(work.register.office.value) }
    var ways: [String] = []
    if work.sheet.index(of: "household_no") != nil, work.holds("household_no") {
      ways.append(
        """
        (SELECT residence.village_code / 1000000
          FROM household JOIN residence ON residence.household_id = household.id
            AND residence.withdrawn IS NULL
          WHERE household.household_no = s.household_no
          ORDER BY residence.since DESC LIMIT 1)
        """)
    }
    for column in work.sheet.columns {
      guard case .region = column.kind, work.holds(column.name) else { continue }
      let code = "s.\"\(column.name)\""
      ways.append(
        """
        CASE WHEN \(code) > 99999999999 THEN \(code) / 1000000
          WHEN \(code) > 99999999 THEN \(code) / 1000 ELSE \(code) END
        """)
    }
    if work.sheet.index(of: "project_no") != nil, work.holds("project_no") {
      ways.append(
        """
        (SELECT project_record.county_code FROM project
          JOIN project_record ON project_record.project_id = project.id
            AND project_record.withdrawn IS NULL
          WHERE project.project_no = s.project_no)
        """)
    }
    if work.sheet.index(of: "staff_no") != nil, work.holds("staff_no") {
      ways.append(
        """
        (SELECT staff_record.county_code FROM staff
          JOIN staff_record ON staff_record.staff_id = staff.id
            AND staff_record.withdrawn IS NULL
          WHERE staff.staff_no = s.staff_no)
        """)
    }
    guard !ways.isEmpty else { return nil }
    return ways.count == 1 ? ways[0] : "coalesce(\(ways.joined(separator: ", ")))"
  }
}
