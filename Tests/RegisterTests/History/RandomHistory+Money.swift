import Register
import SQLite

extension RandomHistory {
  func allocate(_ entry: Int64) throws(SQLiteFailure) {
    let batch = Int64(numbers.isTrue(70) ? 1 : numbers.number(in: 1...3))
    let project = Int64(numbers.number(in: 1...3))
    let household = Int64(numbers.number(in: 1...8))
    guard
      let held = try register.integer(
        "SELECT id FROM account WHERE batch_id = \(batch) AND project_id = \(project) AND rung = 2")
    else { return }
    let received = try householdAccount(batch, project, household, rung: 3, entry)
    let fen = Int64(numbers.number(in: 1...3)) * (numbers.isTrue(70) ? 1 : -1)
    try move(held, received, fen, on: day, entry)
  }

  func pay(_ entry: Int64) throws(SQLiteFailure) {
    let accounts = try register.integers("SELECT id FROM account WHERE rung = 3")
    guard !accounts.isEmpty else { return }
    let received = numbers.one(of: accounts)
    let of = "FROM account WHERE id = \(received)"
    guard let batch = try register.integer("SELECT batch_id \(of)"),
      let project = try register.integer("SELECT project_id \(of)"),
      let household = try register.integer("SELECT household_id \(of)")
    else { return }
    let paid = try householdAccount(batch, project, household, rung: 4, entry)
    let fen = Int64(numbers.number(in: 1...3)) * (numbers.isTrue(80) ? 1 : -1)
    try move(received, paid, fen, on: day, isPayment: true, entry)
  }

  func reverse(_ entry: Int64) throws(SQLiteFailure) {
    let movements = try register.integers(
      "SELECT id FROM movement WHERE withdrawn IS NULL AND reverses IS NULL")
    guard !movements.isEmpty else { return }
    let later = numbers.one(of: [0, 0, 1, 30, -1])
    try register.connection.execute(
      """
      INSERT INTO movement (is_payment, number, upper_id, lower_id, amount_fen, moved_on, reverses, entered)
      SELECT is_payment, '\(serialNumber().shown)', upper_id, lower_id, -amount_fen,
        moved_on + \(later), number, \(entry)
      FROM movement WHERE id = \(numbers.one(of: movements))
      """)
  }

  private func householdAccount(
    _ batch: Int64, _ project: Int64, _ household: Int64, rung: Int, _ entry: Int64
  ) throws(SQLiteFailure) -> Int64 {
    let found = try register.integer(
      """
      SELECT id FROM account WHERE batch_id = \(batch) AND project_id = \(project)
        AND household_id = \(household) AND rung = \(rung)
      """)
    if let found { return found }
    return try account(
      batch, rung: rung,
      [("project_id", Value(project)), ("household_id", Value(household))], entry)
  }

  // MARK: Taking back and correcting

  /// Tables and the columns a correction may change, with what they may become.
  private static let changing: [(table: String, columns: [String])] = [
    ("enrolment", ["enrolled_on"]), ("plan", ["starts_on", "ended_on"]),
    ("member", ["joined_on", "left_on", "left_on", "resident_key"]),
    ("residence", ["village_code"]), ("household_class", ["class"]),
    ("household_end", ["ended_on"]), ("project_household", ["since", "until", "project_id"]),
    ("assignment", ["since", "until", "role"]), ("project_step", ["stepped_on"]),
    ("movement", ["amount_fen", "moved_on"]), ("batch_issue", ["fund"]),
    ("income", ["total_fen"]), ("headship", ["member_no"]),
  ]

  /// A fact that stood before the entry: no command takes back what it adds itself.
  private func standing(_ table: String, before entry: Int64) throws(SQLiteFailure) -> Int64? {
    // What every household stands on is taken back only by undoing its entry.
    let kept = ["residence", "household_class"].contains(table) ? "AND since > -719162" : ""
    let found = try register.integers(
      "SELECT id FROM \(table) WHERE withdrawn IS NULL AND entered < \(entry) \(kept) ORDER BY id")
    guard let newest = found.last else { return nil }
    return numbers.isTrue(40) ? newest : numbers.one(of: found)
  }

  func withdrawSomething(_ entry: Int64) throws(SQLiteFailure) {
    let table = numbers.one(of: Self.changing).table
    if let id = try standing(table, before: entry) { try register.withdraw(table, id, entry) }
  }

  func correctSomething(_ entry: Int64) throws(SQLiteFailure) {
    let (table, columns) = numbers.one(of: Self.changing)
    let column = numbers.one(of: columns)
    guard let id = try standing(table, before: entry),
      let fact = try register.factTables().first(where: { $0.name == table })
    else { return }
    let changed = fact.factColumns.map { $0 == column ? anew(column) : $0 }.joined(separator: ", ")
    try register.withdraw(table, id, entry)
    try register.connection.execute(
      """
      INSERT INTO \(table) (\(fact.factColumns.joined(separator: ", ")), entered)
      SELECT \(changed), \(entry) FROM \(table) WHERE id = \(id)
      """)
  }

  private func anew(_ column: String) -> String {
    switch column {
    case "fund": numbers.one(of: ["'convergence'", "'rain_plan'"])
    case "village_code": "433123101202"
    case "class", "role", "project_id", "member_no": String(numbers.number(in: 1...3))
    case "resident_key": String(1_000 + numbers.number(in: 1...30))
    case "amount_fen", "total_fen": "\(column) + \(numbers.number(in: -1...1))"
    default: numbers.isTrue(15) ? "2932896" : String(day)
    }
  }
}
