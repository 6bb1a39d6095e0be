import Domain
import SQLite

/// What came of a file's rows by the township of the household they are about.
enum TownshipTally {
  /// - Parameter merge: the table that says which rows are new; nil where none is.
  static func count(
    _ work: ImportWork, _ merge: String?
  ) throws(SQLiteFailure) -> [Receipt.Township] {
    guard work.holds("household_no") else { return [] }
    let rows = try work.register.connection.first("SELECT count(*) FROM temp.staged") { $0.int(0) }
    let isAllNew = merge != nil && work.tally.created + work.rejectedRows == rows
    let created =
      isAllNew
      ? "true"
      : merge.map { "EXISTS (SELECT 1 FROM temp.\($0) WHERE row = s.row AND state = 1)" } ?? "0"
    let changed = merge == nil ? "0" : "EXISTS (SELECT 1 FROM temp.changed_row WHERE row = s.row)"
    let village = try village(work)
    var found: [(code: Int64?, counts: [Int])] = []
    try work.register.connection.rows(
      """
      SELECT township, count(*) FILTER (WHERE state = 1), count(*) FILTER (WHERE state = 2),
        count(*) FILTER (WHERE state = 0), count(*) FILTER (WHERE state = 3)
      FROM (
        SELECT \(village) / 1000 AS township,
          CASE WHEN s.rejected = 1 THEN 3 WHEN \(created) THEN 1 WHEN \(changed) THEN 2 ELSE 0 END
            AS state
        FROM temp.staged AS s \(isRoster(work) ? roster : ""))
      GROUP BY township ORDER BY township
      """
    ) { row in
      found.append((row.isNull(0) ? nil : row.int64(0), (1...4).map { row.int(Int32($0)) }))
    }
    var unchanged = byTownship(work.unchanged.rows)
    for index in found.indices {
      guard let code = found[index].code else { continue }
      found[index].counts[2] += unchanged.removeValue(forKey: code) ?? 0
    }
    found += unchanged.map { (code: $0.key, counts: [0, 0, $0.value, 0]) }
    return townships(found.sorted { ($0.code ?? .min) < ($1.code ?? .min) })
  }

  /// The townships of rows that are all new, by village.
  static func founding(_ villages: [Int64: Int]) -> [Receipt.Township] {
    townships(
      byTownship(villages).sorted { $0.key < $1.key }.map { ($0.key, [$0.value, 0, 0, 0]) })
  }

  /// Rows by the township of their village; 0 is that of what is no village.
  private static func byTownship(_ homes: [Int64: Int]) -> [Int64: Int] {
    var rows: [Int64: Int] = [:]
    for (home, count) in homes {
      rows[home > 999_999_999 ? home / 1_000 : 0, default: 0] += count
    }
    return rows
  }

  /// The townships of rows of which each is new or says what stands.
  ///
  /// - Parameters:
  ///   - homes: the rows by the village of their household; 0 for no household.
  ///   - created: those that are new.
  static func plain(_ homes: [Int64: Int], created: [Int64: Int]) -> [Receipt.Township] {
    let new = byTownship(created)
    return townships(
      byTownship(homes).sorted { $0.key < $1.key }.map { township, count in
        let created = new[township] ?? 0
        return (township == 0 ? nil : township, [created, 0, count - created, 0])
      })
  }

  private static func townships(_ found: [(code: Int64?, counts: [Int])]) -> [Receipt.Township] {
    let names = RegionNames()
    return found.map { code, counts in
      Receipt.Township(
        code: code,
        name: code.flatMap(RegionCode.init).flatMap { names.own($0) },
        created: counts[0], changed: counts[1], unchanged: counts[2], rejected: counts[3])
    }
  }

  private static func isRoster(_ work: ImportWork) -> Bool {
    work.sheet.name == Sheet.roster.name
  }

  private static let roster =
    "LEFT JOIN temp.staged_household AS house ON house.household_no = s.household_no"

  /// The village of a row's household.
  private static func village(_ work: ImportWork) throws(SQLiteFailure) -> String {
    if isRoster(work) { return "ifnull(house.village_code, house.known_village)" }
    func home(of household: String) -> String {
      """
      (SELECT village_code FROM residence
        WHERE household_id = \(household) AND withdrawn IS NULL ORDER BY since DESC LIMIT 1)
      """
    }
    let byNumber = home(of: "(SELECT id FROM household WHERE household_no = s.household_no)")
    return try work.stagedColumns().contains("household_id")
      ? "ifnull(\(home(of: "s.household_id")), \(byNumber))" : byNumber
  }
}
