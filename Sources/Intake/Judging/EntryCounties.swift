import Domain
import Register
import SQLite

/// Whose the rows of a submission are: the county of a row's household, else of the place it names, else of
/// its project, else of its official. Rows of no county, such as batches, are nobody's.
enum EntryCounties {
  /// The counties of the staged rows, in code order. To be asked once the rows are applied: a household that
  /// the rows make is there then.
  static func ofRows(_ work: ImportWork) throws(SQLiteFailure) -> [CountyRows] {
    let ways = try ways(work)
    guard !ways.isEmpty else { return [] }
    var counties: [CountyRows] = []
    try work.register.connection.rows(
      """
      SELECT coalesce(\(ways.joined(separator: ", ")), NULL) AS county, count(*), sum(rejected = 1)
      FROM temp.staged AS s GROUP BY county ORDER BY county
      """
    ) { row in
      guard !row.isNull(0), let code = RegionCode(row.int64(0)), code.level == .county else {
        return
      }
      counties.append(CountyRows(county: code, rows: row.int64(1), rejected: row.int64(2)))
    }
    return add(work.unchanged, of: work.register.office, to: counties)
  }

  private static func add(
    _ unchanged: UnchangedHouseholds, of office: RegionCode, to counties: [CountyRows]
  ) -> [CountyRows] {
    var more = rows(unchanged.rows, of: office)
    var all = counties
    for index in all.indices { all[index].rows += more.removeValue(forKey: all[index].county) ?? 0 }
    return sound(more, and: all)
  }

  /// The counties of sound rows, in code order.
  ///
  /// - Parameter homes: how many rows there are of each village, or county; 0 is none.
  static func ofSound(_ homes: [Int64: Int], in office: RegionCode) -> [CountyRows] {
    sound(rows(homes, of: office))
  }

  /// The rows of a county's office are all its own.
  private static func rows(_ homes: [Int64: Int], of office: RegionCode) -> [RegionCode: Int64] {
    var counties: [RegionCode: Int64] = [:]
    for (home, count) in homes {
      guard let county = office.level == .county ? office : RegionCode(home)?.county else {
        continue
      }
      counties[county, default: 0] += Int64(count)
    }
    return counties
  }

  private static func sound(
    _ rows: [RegionCode: Int64], and others: [CountyRows] = []
  ) -> [CountyRows] {
    (others + rows.map { CountyRows(county: $0.key, rows: $0.value, rejected: 0) })
      .sorted { $0.county < $1.county }
  }

  /// What leads from a row to a county, best first, each as SQL over the staged row `s`: the county's code, or
  /// NULL.
  private static func ways(_ work: ImportWork) throws(SQLiteFailure) -> [String] {
    let office = work.register.office
    if office.level == .county { return [String(office.value)] }
    let staged = try work.stagedColumns()
    /// By the id that judging found, and by the number where it found none.
    func named(_ thing: String, _ number: String, _ county: (String) -> String) -> [String] {
      guard work.sheet.index(of: number) != nil, work.holds(number) else { return [] }
      let byNumber = county("(SELECT id FROM \(thing) WHERE \(number) = s.\"\(number)\")")
      return staged.contains("\(thing)_id") ? [county("s.\(thing)_id"), byNumber] : [byNumber]
    }
    let regions = work.sheet.columns.filter {
      if case .region = $0.kind { work.holds($0.name) } else { false }
    }
    return named("household", "household_no") { household in
      """
      (SELECT village_code / 1000000 FROM residence
        WHERE household_id = \(household) AND withdrawn IS NULL ORDER BY since DESC LIMIT 1)
      """
    }
      + regions.map { column in
        let code = "s.\"\(column.name)\""
        return """
          CASE WHEN \(code) > 99999999999 THEN \(code) / 1000000
            WHEN \(code) > 99999999 THEN \(code) / 1000 ELSE \(code) END
          """
      }
      + named("project", "project_no") { project in
        """
        (SELECT county_code FROM project_record WHERE project_id = \(project) AND withdrawn IS NULL)
        """
      }
      + named("staff", "staff_no") { staff in
        "(SELECT county_code FROM staff_record WHERE staff_id = \(staff) AND withdrawn IS NULL)"
      }
  }
}
