import Domain
import Register
import SQLite
import Testing

@Suite("A breach names the entries behind it")
struct BreachTests {
  private let small: QuestionsRegister
  private var register: Register { small.register }

  init() throws { small = try QuestionsRegister() }

  /// What refuses an entry, with its first breach.
  private func refusal(
    _ body: (Int64) throws(SQLiteFailure) -> Void
  ) throws -> (rule: String, breaches: [Breach])? {
    do {
      try register.act(try header("log")) { (entry: Int64) throws(SQLiteFailure) in
        try body(entry)
      }
    } catch RegisterFault.ruleBroken(let rule, let breaches) {
      return (rule, breaches)
    }
    return nil
  }

  private func withdraw(_ table: String, where condition: String) throws -> (
    rule: String, breaches: [Breach]
  )? {
    try refusal { (entry: Int64) throws(SQLiteFailure) in
      try register.connection.execute(
        "UPDATE \(table) SET withdrawn = \(entry) WHERE \(condition) AND withdrawn IS NULL")
    }
  }

  @Test(
    "of a rule that something must be registered",
    arguments: [
      ("residence", "household_id = 4", "household_registered"),
      ("staff_record", "staff_id = 2", "staff_registered"),
      ("project_record", "project_id = 1", "project_registered"),
    ])
  func registered(table: String, condition: String, rule: String) throws {
    let refused = try #require(try withdraw(table, where: condition))
    #expect(refused.rule == rule)
    let entries = Set(refused.breaches.flatMap(\.entries))
    #expect(!entries.isEmpty && entries.isSubset(of: 2...6), "\(entries)")
  }

  @Test("of a household without a head: those of its headships and members, latest first")
  func head() throws {
    let refused = try #require(try withdraw("headship", where: "household_id = 1"))
    #expect(refused.rule == "head")
    #expect(refused.breaches.first?.entries == [3])
    try small.enter("join") { (number) throws(SQLiteFailure) in
      try small.run(
        """
        INSERT INTO member (household_id, member_no, joined_on, left_on, name, entered)
        VALUES (1, 4, 15000, 2932896, '新', \(number))
        """)
    }
    let again = try #require(try withdraw("headship", where: "household_id = 1"))
    #expect(again.breaches.first { ($0.day ?? 0) >= 15000 }?.entries == [7, 3])
    // Who corrects the phone of the one who joined, and who undoes that, stands in nobody's way.
    try small.enter("phone") { (number) throws(SQLiteFailure) in
      try small.run(
        """
        UPDATE member SET withdrawn = \(number)
        WHERE household_id = 1 AND member_no = 4 AND withdrawn IS NULL;
        INSERT INTO member (household_id, member_no, joined_on, left_on, name, phone, entered)
        VALUES (1, 4, 15000, 2932896, '新', '13900001234', \(number))
        """)
    }
    for _ in 1...2 {
      let corrected = try #require(try withdraw("headship", where: "household_id = 1"))
      #expect(corrected.breaches.first { ($0.day ?? 0) >= 15000 }?.entries == [7, 3])
      _ = try? register.undo(8, reason: nil, by: author())
    }
    #expect(try register.lastEntry().number == 9)
  }

  @Test("where an undo is refused because a later entry replaced a fact: those by a rule too")
  func replaced() throws {
    try small.enter("rename") { (number) throws(SQLiteFailure) in
      try small.run(
        """
        UPDATE project_record SET withdrawn = \(number) WHERE withdrawn IS NULL;
        INSERT INTO project_record (project_id, name, kind, county_code, entered)
        VALUES (1, 'Oranges', 1, 433123, \(number))
        """)
    }
    // Entry 4 made the project and approved it; 5 is its money.
    #expect {
      try register.undo(4, reason: nil, by: try author())
    } throws: { fault in
      guard case RegisterFault.laterEntriesDepend(4, let later) = fault else { return false }
      return later == [5, 7]
    }
  }

  @Test("of a fact that an undo restored: the entry that said it")
  func restored() throws {
    try small.enter("log") { (number) throws(SQLiteFailure) in
      try small.run(
        """
        INSERT INTO progress (project_id, logged_on, staff_id, kind, entered)
        VALUES (1, \(QuestionsRegister.day("2011-04-01")), 1, 1, \(number))
        """)
    }
    try small.enter("withdraw") { (number) throws(SQLiteFailure) in
      try small.run("UPDATE progress SET withdrawn = \(number) WHERE withdrawn IS NULL")
    }
    try register.undo(8, reason: nil, by: try author())
    let refused = try #require(try withdraw("project_record", where: "project_id = 1"))
    let entries = Set(refused.breaches.flatMap(\.entries))
    #expect(entries.contains(7) && !entries.contains(9), "\(entries)")
  }

  @Test("of all rules, where an undo is refused: the later ones, in their order")
  func undo() throws {
    try small.enter("log") { (number) throws(SQLiteFailure) in
      try small.run(
        """
        INSERT INTO progress (project_id, logged_on, staff_id, kind, entered)
        VALUES (1, \(QuestionsRegister.day("2011-04-01")), 1, 1, \(number))
        """)
    }
    // The money rests on the approval; what is logged, on the project.
    #expect {
      try register.undo(4, reason: nil, by: try author())
    } throws: { fault in
      guard case RegisterFault.ruleBroken("movement_approval", let breaches) = fault else {
        return false
      }
      return breaches.dropLast().allSatisfy { $0.entries == [5] }
        && breaches.last?.entries == [7] && breaches.last?.project == nil
    }
  }

  @Test("of an overdrawn rung: those of its movements by that day, latest first, at most five")
  func ladder() throws {
    let day = Int(QuestionsRegister.day("2011-03-01"))
    for number in 1...6 {
      try small.enter("pay \(number)") { (entry) throws(SQLiteFailure) in
        if number == 1 {
          try small.run(
            """
            INSERT INTO account (batch_id, rung, county_code, project_id, household_id, entered)
            VALUES (1, 4, NULL, 1, 1, \(entry))
            """)
        }
        try small.run(
          """
          INSERT INTO movement (is_payment, number, upper_id, lower_id, amount_fen, moved_on, entered)
          VALUES (1, 'V\(number)', 4, 6, 10000, \(day + number), \(entry))
          """)
      }
    }
    let refused = try #require(
      try refusal { (entry: Int64) throws(SQLiteFailure) in
        try small.run(
          """
          INSERT INTO movement (is_payment, number, upper_id, lower_id, amount_fen, moved_on, entered)
          VALUES (1, 'V7', 4, 6, 10000, \(day + 2), \(entry))
          """)
      })
    #expect(refused.rule == "ladder")
    let breach = try #require(refused.breaches.first)
    #expect(breach.day == DayNumber(day + 6) && breach.fen == -10_000)
    // The entry that is refused is not among them: there is no such entry.
    #expect(breach.entries == [12, 11, 10, 9, 8])
    let back = try #require(try withdraw("movement", where: "number = 'M2'"))
    #expect(back.breaches.first?.entries.isEmpty == false)
    // An undo that is refused names them all.
    #expect {
      try register.undo(5, reason: nil, by: try author())
    } throws: { fault in
      guard case RegisterFault.ruleBroken(_, let breaches) = fault else { return false }
      return Set(breaches.flatMap(\.entries)) == Set<Int64>(7...12)
    }
  }
}
