import Domain
import Register
import SQLite
import Testing

@Suite("Entries behind a restated figure, case by case")
struct RestatementCaseTests {
  private let small: QuestionsRegister
  private var register: Register { small.register }
  private let march: YearMonth

  init() throws {
    small = try QuestionsRegister()
    march = try #require(YearMonth("2011-03"))
  }

  private func close() throws {
    let today = try #require(CalendarDate("2012-03-01"))
    for number in 1...3 {
      let month = try #require(YearMonth(year: 2011, month: number))
      _ = try register.close(month, today: today, reason: nil, by: try author())
    }
  }

  /// An entry of some SQL, in which `ENTRY` is its number, and that number.
  @discardableResult
  private func enter(_ sql: String) throws -> Int64 {
    try small.enter("correct") { (number) throws(SQLiteFailure) in
      try small.run(sql.replacing("ENTRY", with: String(number)))
    }
    return try register.lastEntry().number
  }

  private func undo(_ entry: Int64) throws -> Int64 {
    try register.undo(entry, reason: nil, by: try author()).entry
  }

  /// A member who has always been one. His ID is nobody else's unless it is given.
  private func member(
    _ number: Int, of household: Int, key: Int64? = nil, from day: DayNumber = DayPeriod.firstDay,
    until: DayNumber = DayPeriod.openEnd
  ) -> String {
    """
    INSERT INTO member (household_id, member_no, joined_on, left_on, resident_key, relation, name,
      entered)
    VALUES (\(household), \(number), \(day), \(until), \(key ?? Self.key(number, of: household)), 10,
      '成员', ENTRY);
    """
  }

  private static func key(_ number: Int, of household: Int) -> Int64 {
    (43_312_319_800_101_000 + Int64(household * 10 + number)) * 11 + 5
  }

  private func leave(_ number: Int, of household: Int) -> String {
    """
    UPDATE member SET withdrawn = ENTRY
    WHERE household_id = \(household) AND member_no = \(number) AND withdrawn IS NULL;
    """
  }

  /// `A1 +1 [9, 10]` of a cell of March's report, by number.
  private func told(
    _ row: RowKey, _ figure: Figure, by grouping: MonthlyAnswer.Grouping = .county
  ) throws -> [String] {
    let told = try #require(try register.restatement(march, by: grouping))
    let shares = told.shares[Restatement.Cell(row: row, figure: figure)] ?? []
    return shares.map { share in
      let sign = share.share > 0 ? "+" : ""
      return "\(share.householdNo) \(sign)\(share.share) \(share.entries.map(\.entry))"
    }
  }

  /// Every grouping is what asking at each entry in turn finds.
  private func holdNaively() throws {
    for grouping in MonthlyAnswer.Grouping.allCases {
      let told = try #require(try register.restatement(march, by: grouping))
      let naive = NaiveRestatement(register: register, month: march, grouping: grouping)
      #expect(
        try NaiveRestatement.lines(of: told) == naive.lines(quotaRows: told.quotas.keys),
        "\(grouping)")
    }
  }

  @Test("all entries are named whose effects on a household partly cancel out")
  func partly() throws {
    try close()
    let entries = [
      try enter(member(4, of: 1) + member(5, of: 1)),
      try enter(leave(4, of: 1) + leave(5, of: 1)), try enter(member(6, of: 1)),
    ]
    #expect(try told(.total, .personsEnrolled) == ["A1 +1 \(entries)"])
    #expect(try told(.householdClass(.poor), .personsSupported, by: .class) == ["A1 +1 \(entries)"])
    try holdNaively()
  }

  @Test("a household that was changed and changed back stands behind another's difference with 0")
  func wholly() throws {
    try close()
    let slip = try enter(
      member(3, of: 2) + "UPDATE plan SET withdrawn = ENTRY WHERE household_id = 2")
    let undone = try undo(slip)
    // Nothing differs, so that nothing is to be explained.
    #expect(try #require(try register.restatement(march)).shares.isEmpty)
    let real = try enter(member(4, of: 1))
    #expect(
      try told(.total, .personsEnrolled) == ["A1 +1 [\(real)]", "A2 0 [\(slip), \(undone)]"])
    // Plans are as they were reported.
    #expect(try told(.total, .plan).isEmpty)
    // No other household of class poor was changed.
    #expect(
      try told(.householdClass(.poor), .personsEnrolled, by: .class) == ["A1 +1 [\(real)]"])
    // A household that was neither in the report nor is in it now.
    let enrolled = try enter(
      """
      UPDATE enrolment SET withdrawn = ENTRY WHERE household_id = 4;
      INSERT INTO enrolment (household_id, year, enrolled_on, entered)
      VALUES (4, 2011, \(QuestionsRegister.day("2011-03-31")), ENTRY)
      """)
    let back = try undo(enrolled)
    #expect(
      try told(.total, .personsEnrolled) == [
        "A1 +1 [\(real)]", "A2 0 [\(slip), \(undone)]", "B1 0 [\(enrolled), \(back)]",
      ])
    try holdNaively()
  }

  @Test("changes that cancel out between two households are no difference of the total")
  func opposite() throws {
    try close()
    let more = try enter(member(4, of: 1))
    let less = try enter(leave(2, of: 2))
    #expect(try told(.total, .personsEnrolled).isEmpty)
    #expect(
      try told(.householdClass(.poor), .personsEnrolled, by: .class) == ["A1 +1 [\(more)]"])
    #expect(
      try told(.householdClass(.dibao), .personsEnrolled, by: .class) == ["A2 -1 [\(less)]"])
    try holdNaively()
  }

  @Test(
    "a household that moved takes from one county and gives to the other; later days change nothing"
  )
  func moved() throws {
    try close()
    let entry = try enter(
      """
      INSERT INTO residence (household_id, village_code, since, entered)
      VALUES (2, \(QuestionsRegister.villageOfB1), \(QuestionsRegister.day("2011-03-10")), ENTRY)
      """)
    // From April on: neither is of March.
    try enter(
      """
      INSERT INTO household_class (household_id, class, since, entered)
      VALUES (2, 1, \(QuestionsRegister.day("2011-04-01")), ENTRY)
      """)
    try enter(member(3, of: 2, from: QuestionsRegister.day("2011-04-01")))
    let (old, new) = (
      RowKey.place(try QuestionsRegister.code(433123)),
      RowKey.place(try QuestionsRegister.code(430524))
    )
    #expect(try told(old, .personsEnrolled) == ["A2 -2 [\(entry)]"])
    #expect(try told(new, .personsEnrolled) == ["A2 +2 [\(entry)]"])
    #expect(try told(.total, .personsEnrolled).isEmpty)
    try holdNaively()
  }

  @Test("an entry that touches another household is named where a person counts elsewhere by it")
  func elsewhere() throws {
    let day = QuestionsRegister.day("2011-03-10")
    let shared = Self.key(2, of: 1)
    // He leaves A1 after its F, and counts there and not in A2, which is fulfilled five days later.
    try enter(
      leave(2, of: 1) + member(2, of: 1, until: day)
        + member(3, of: 2, key: shared, from: day)
          + """
          INSERT INTO assignment (household_id, role, staff_id, since, until, entered)
          VALUES (2, 3, 2, \(day + 5), \(DayPeriod.openEnd), ENTRY)
          """)
    try close()
    let entry = try enter("UPDATE plan SET withdrawn = ENTRY WHERE household_id = 1")
    #expect(
      try told(.total, .personsSupported) == ["A1 -3 [\(entry)]", "A2 +1 [\(entry)]"])
    let again = try undo(entry)
    let last = try enter(
      "UPDATE plan SET withdrawn = ENTRY WHERE household_id = 1 AND withdrawn IS NULL")
    let all = "[\(entry), \(again), \(last)]"
    #expect(try told(.total, .personsSupported) == ["A1 -3 \(all)", "A2 +1 \(all)"])
    try holdNaively()
  }

  @Test("a fact that is withdrawn and entered anew in one entry changes nothing")
  func anew() throws {
    try close()
    try enter(leave(2, of: 2) + member(2, of: 2))
    let real = try enter(member(4, of: 1))
    #expect(try told(.total, .personsEnrolled) == ["A1 +1 [\(real)]"])
    try holdNaively()
  }
}
