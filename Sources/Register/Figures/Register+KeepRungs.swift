import Domain
import SQLite

// The money on the rungs at the ends of a year's months, kept in `rung_figure` beside the figures: it knows what
// they know, and is moved when they are (`Register+KeepFigures`).

extension Register {
  /// By table, how its facts lead to accounts whose sums they change; a condition on `fact` follows.
  static let accountsOfTable: [(table: String, query: String)] = [
    ("movement", "SELECT fact.upper_id FROM movement AS fact"),
    ("movement", "SELECT fact.lower_id FROM movement AS fact"),
    (
      "batch_issue",
      """
      SELECT account.id FROM batch_issue AS fact
      JOIN account ON account.batch_id = fact.batch_id
      """
    ),
    (
      "project_record",
      """
      SELECT account.id FROM project_record AS fact
      JOIN account ON account.project_id = fact.project_id
      """
    ),
  ]

  /// Fills `temp.changed_account` with the accounts whose sums facts may have changed, and gives their number.
  func gatherAccounts(_ facts: ChangedFacts) throws(SQLiteFailure) -> Int64 {
    guard Register.accountsOfTable.contains(where: { facts.touches($0.table) }) else { return 0 }
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS changed_account (id INTEGER PRIMARY KEY);
      DELETE FROM temp.changed_account;
      """)
    for (table, query) in Register.accountsOfTable where facts.touches(table) {
      try gatherTouched(of: table, query, facts, into: "temp.changed_account (id)")
    }
    return try connection.first("SELECT count(*) FROM temp.changed_account") { $0.int64(0) } ?? 0
  }

  /// Whether the accounts are so few that their sums are moved by the difference.
  func areFew(accounts: Int64) throws(SQLiteFailure) -> Bool {
    let all = try connection.first("SELECT ifnull(max(id), 0) FROM account") { $0.int64(0) }
    return accounts.multipliedClamped(by: limits.householdsToOneTouched) <= all ?? 0
  }

  /// Moves the kept sums of a year by the difference that the entries after one make on the accounts gathered;
  /// false where one would be more than 64 bits hold.
  func moveRungs(
    _ year: Int, after before: Int64, through entry: Int64
  ) throws(SQLiteFailure) -> Bool {
    let months = Register.months(of: year)
    let accounts = "IN (SELECT id FROM temp.changed_account)"
    func count(_ known: Known) throws(SQLiteFailure) -> RungSums {
      try countRungs(
        months,
        try rungPlaces(
          known,
          ofProjects: "IN (SELECT project_id FROM account WHERE id \(accounts))"),
        among: accounts)
    }
    var difference = try count(Known(entry: entry))
    difference.add(try count(Known(entry: before)), isLess: true)
    return try addRungs("main", year, difference)
  }

  /// Keeps the sums of a year of which none are kept; false where one is more than 64 bits hold.
  func fillRungs(
    _ year: Int, _ known: Known, into schema: String = "main"
  ) throws(SQLiteFailure) -> Bool {
    try addRungs(schema, year, try countRungs(Register.months(of: year), known))
  }

  /// The sums of all accounts, some of which are asked at a time.
  private func countRungs(
    _ months: [YearMonth], _ known: Known
  ) throws(SQLiteFailure) -> RungSums {
    let places = try rungPlaces(try widened(known))
    var sums = RungSums(months)
    var last = Int64.min
    while let first = try connection.first(
      "SELECT min(id) FROM account WHERE id > :last", ["last": .integer(last)],
      { $0.optionalInt64(0) }) ?? nil
    {
      last = first.addingClamped(limits.accountsAtOnce - 1)
      sums.add(try countRungs(months, places, among: "BETWEEN \(first) AND \(last)"))
    }
    return sums
  }

  /// Adds sums to the kept ones. A group left without accounts loses its row.
  private func addRungs(
    _ schema: String, _ year: Int, _ sums: RungSums
  ) throws(SQLiteFailure) -> Bool {
    guard !sums.isBeyondRange else { return false }
    let keys = "year, month, rung, fund, source, county_code"
    let columns = [
      "accounts", "in_fen", "out_fen", "held_fen", "held_over_90_fen", "held_over_365_fen",
    ]
    let adding = try connection.prepare(
      """
      INSERT INTO \(schema).rung_figure (\(keys), \(columns.joined(separator: ", ")))
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (\(keys)) DO UPDATE SET
        \(columns.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", "))
      """)
    let removing = try connection.prepare(
      "DELETE FROM \(schema).rung_figure WHERE (\(keys)) = (?, ?, ?, ?, ?, ?) AND accounts = 0")
    do throws(SQLiteFailure) {
      for (group, months) in sums.sums {
        for (index, sum) in months.enumerated() where sum != .zero {
          Register.bind(year, sums.months[index], group, to: adding)
          for (column, value) in sum.columns.enumerated() {
            adding.bind(value, at: Int32(column + 7))
          }
          _ = try adding.step()
          adding.reset()
          guard sum.accounts < 0 else { continue }
          Register.bind(year, sums.months[index], group, to: removing)
          _ = try removing.step()
          removing.reset()
        }
      }
    } catch {
      // SQLite makes a real number of an integer that is too large, which the table refuses.
      guard error.isConstraint else { throw error }
      return false
    }
    return true
  }

  private static func bind(
    _ year: Int, _ month: YearMonth, _ group: RungGroup, to statement: borrowing Statement
  ) {
    statement.bind(year, at: 1)
    statement.bind(month.month, at: 2)
    statement.bind(group.rung.rawValue, at: 3)
    statement.bind(group.fund, at: 4)
    statement.bind(group.source.rawValue, at: 5)
    statement.bind(group.county, at: 6)
  }

  private static func months(of year: Int) -> [YearMonth] {
    (1...12).compactMap { YearMonth(year: year, month: $0) }
  }
}
