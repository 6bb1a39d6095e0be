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
    var lookups = ways.map(CountyLookup.init)
    var counties: [Int64: (rows: Int64, rejected: Int64)] = [:]
    let columns = ways.map(\.column).joined(separator: ", ")
    try work.register.connection.rows("SELECT rejected = 1, \(columns) FROM temp.staged") {
      row throws(SQLiteFailure) in
      for place in lookups.indices where !row.isNull(Int32(place + 1)) {
        let found = try lookups[place].county(of: row, Int32(place + 1), work.register.connection)
        guard let county = found else { continue }
        counties[county, default: (0, 0)].rows += 1
        counties[county, default: (0, 0)].rejected += row.int64(0)
        break
      }
    }
    return counties.sorted { $0.key < $1.key }.compactMap { value, count in
      guard let code = RegionCode(value), code.level == .county else { return nil }
      return CountyRows(county: code, rows: count.rows, rejected: count.rejected)
    }
  }

  /// A column of the staged rows that leads to a county.
  fileprivate struct Way {
    /// As SQL over `temp.staged`.
    let column: String
    /// Gives the county of a value `:thing`; nil where the value is the county's code.
    var lookup: String?
  }

  private static func ways(_ work: ImportWork) throws(SQLiteFailure) -> [Way] {
    let office = work.register.office
    if office.level == .county { return [Way(column: String(office.value))] }
    var staged: Set<String> = []
    try work.register.connection.rows("SELECT name FROM pragma_table_info('staged', 'temp')") {
      staged.insert($0.text(0))
    }
    /// By the id that judging found, and by the number where it found none.
    func named(_ thing: String, _ number: String, _ county: String) -> [Way] {
      guard work.sheet.index(of: number) != nil, work.holds(number) else { return [] }
      let byNumber = Way(
        column: "\"\(number)\"",
        lookup: "SELECT (\(county)) FROM \(thing) AS thing WHERE thing.\(number) = :thing")
      guard staged.contains("\(thing)_id") else { return [byNumber] }
      let byID = Way(
        column: "\(thing)_id", lookup: "SELECT (\(county)) FROM (SELECT :thing AS id) AS thing")
      return [byID, byNumber]
    }
    let regions = work.sheet.columns.filter {
      if case .region = $0.kind { work.holds($0.name) } else { false }
    }
    return named(
      "household", "household_no",
      """
      SELECT village_code / 1000000 FROM residence
      WHERE household_id = thing.id AND withdrawn IS NULL ORDER BY since DESC LIMIT 1
      """)
      + regions.map { column in
        let code = "\"\(column.name)\""
        return Way(
          column: """
            CASE WHEN \(code) > 99999999999 THEN \(code) / 1000000
              WHEN \(code) > 99999999 THEN \(code) / 1000 ELSE \(code) END
            """)
      }
      + named(
        "project", "project_no",
        "SELECT county_code FROM project_record WHERE project_id = thing.id AND withdrawn IS NULL")
      + named(
        "staff", "staff_no",
        "SELECT county_code FROM staff_record WHERE staff_id = thing.id AND withdrawn IS NULL")
  }
}

/// Finds counties by one column's values: an id is asked for once, a number once as far as its rows follow each
/// other.
private struct CountyLookup {
  private let sql: String?
  private var known: [Int64: Int64?] = [:]
  private var last: (number: String, county: Int64?)?

  init(_ way: EntryCounties.Way) { sql = way.lookup }

  /// - Parameter column: of the row, a value that is not NULL.
  mutating func county(
    of row: borrowing Row, _ column: Int32, _ connection: borrowing Connection
  ) throws(SQLiteFailure) -> Int64? {
    guard let sql else { return row.int64(column) }
    guard row.type(column) == .text else {
      let id = row.int64(column)
      if let county = known[id] { return county }
      let county = try connection.first(sql, ["thing": .integer(id)]) { $0.optionalInt64(0) } ?? nil
      known[id] = .some(county)
      return county
    }
    let number = row.text(column)
    if let last, last.number == number { return last.county }
    let county =
      try connection.first(sql, ["thing": .text(number)]) { $0.optionalInt64(0) } ?? nil
    last = (number, county)
    return county
  }
}
