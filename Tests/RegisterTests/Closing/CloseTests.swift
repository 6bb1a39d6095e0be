import Domain
import Register
import SQLite
import Testing

@Suite("Closing a month")
struct CloseTests {
  private let small: QuestionsRegister
  private var register: Register { small.register }
  private let today: CalendarDate

  init() throws {
    small = try QuestionsRegister()
    today = try #require(CalendarDate("2012-03-01"))
  }

  private func month(_ text: String) throws -> YearMonth { try #require(YearMonth(text)) }

  @discardableResult
  private func close(
    _ text: String, today: String? = nil, isTrial: Bool = false
  ) throws -> CloseOutcome {
    let today = try today.map { try #require(CalendarDate($0)) } ?? self.today
    return try register.close(
      try month(text), today: today, reason: nil, by: try author(), isTrial: isTrial)
  }

  private func refusal(_ text: String, today: String? = nil) throws -> String {
    do throws(any Error) {
      try close(text, today: today)
      return "closed"
    } catch let fault as RegisterFault {
      switch fault {
      case .alreadyClosed(_, let entry): return "already by \(entry)"
      case .closeOutOfOrder(_, let next): return "next \(next)"
      case .monthNotOver: return "not over"
      case .unknownYear: return "unknown year"
      default: return "\(fault)"
      }
    }
  }

  @Test(
    "months are closed in order from January of the first year, each once, and when they are over")
  func order() throws {
    #expect(try refusal("2011-02") == "next 2011-01")
    #expect(try refusal("2010-12") == "next 2011-01")
    #expect(try refusal("2011-01", today: "2011-01-31") == "not over")
    let before = try register.lastEntry().number
    #expect(try close("2011-01", today: "2011-02-01").entry == before + 1)
    #expect(try refusal("2011-01") == "already by \(before + 1)")
    #expect(try refusal("2011-03") == "next 2011-02")
    for number in 2...12 { try close(number < 10 ? "2011-0\(number)" : "2011-\(number)") }
    #expect(try refusal("2012-01") == "unknown year")
    #expect(try register.closedMonths().map(\.month) == Array(1...12))
    #expect(try register.check().findings == [])
  }

  @Test("a trial says what would be closed and leaves nothing")
  func trial() throws {
    let outcome = try close("2011-01", isTrial: true)
    #expect(outcome.entry == nil && outcome.file.total[.householdsEnrolled] == 1)
    #expect(try register.closeOf(try month("2011-01")) == nil)
    #expect(try register.integers("SELECT count(*) FROM closed_figure") == [0])
    #expect(throws: RegisterFault.self) {
      try register.monthlyAnswer(try month("2011-01"), .closed)
    }
  }

  @Test("a close cannot be undone, and the kept figures know it without being summed anew")
  func undo() throws {
    let entry = try #require(try close("2011-01").entry)
    #expect(throws: RegisterFault.self) {
      try register.undo(entry, reason: nil, by: try author())
    }
    #expect(
      try register.integers("SELECT known_entry FROM figure_state WHERE year = 2011") == [entry])
  }

  @Test("figures that were left behind are summed before they are closed")
  func behind() throws {
    try register.connection.execute("DELETE FROM figure_state; UPDATE figure SET plan = plan + 5")
    let counted = try register.monthlyAnswer(try month("2011-01"))
    try close("2011-01")
    #expect(try register.monthlyAnswer(try month("2011-01"), .closed).total == counted.total)
    #expect(try register.check().findings == [])
  }

  /// What every grouping, place and filter answers, written out.
  private func answers(_ text: String, _ knowledge: Knowledge) throws -> [String] {
    var answers: [String] = []
    let month = try month(text)
    let places = [nil, try QuestionsRegister.code(433123), try QuestionsRegister.code(433100)]
    for grouping in MonthlyAnswer.Grouping.allCases {
      for place in places {
        for nationalKey in [false, true] {
          let answer = try register.monthlyAnswer(
            month, county: place, by: grouping, knowledge, comparing: true,
            nationalKey: nationalKey)
          answers.append(
            "\(grouping) \(String(describing: place)) \(nationalKey) \(answer.rows) "
              + "\(answer.total) \(String(describing: answer.totalQuota)) "
              + "\(String(describing: answer.before))")
        }
      }
    }
    return answers
  }

  /// What a page prints of it, its knowledge apart.
  private func page(_ file: MonthFile) -> String {
    "\(file.counties) \(file.months) \(file.quotas) \(file.classes) \(file.rungs) "
      + "\(String(describing: file.exceptions)) \(file.submissions) \(file.silent.map(\.code))"
  }

  @Test(
    "what is closed answers as it was known, whatever is entered, renamed and divided anew after it"
  )
  func asReported() throws {
    for number in 1...6 { try close("2011-0\(number)") }
    let texts = ["2011-01", "2011-03", "2011-06"]
    let reported = try texts.map { try answers($0, .closed) }
    for (text, closed) in zip(texts, reported) {
      // Closes add nothing that counts, so that the month is still known as it was closed.
      #expect(try answers(text, .now) == closed)
      #expect(
        try page(register.monthFile(try month(text), .closed))
          == page(register.monthFile(try month(text), .now)))
    }
    let pages = try texts.map { try page(register.monthFile(try month($0), .closed)) }
    try small.enter("changes") { (number) throws(SQLiteFailure) in
      try small.run(
        """
        UPDATE region SET withdrawn = \(number) WHERE code IN (433123, 433123104201);
        INSERT INTO region (code, parent_code, level, name_zh, name_en, area, entered)
        VALUES (433123, 431200, 3, '新凤凰县', 'New Fenghuang', 2, \(number)),
          (433123104201, 433123104, 5, '新村', NULL, NULL, \(number));
        UPDATE target SET withdrawn = \(number) WHERE region_code = 433123;
        INSERT INTO target (programme, year, region_code, persons, entered)
        VALUES ('convergence', 2011, 433123, 7, \(number));
        UPDATE household_class SET withdrawn = \(number) WHERE household_id = 1;
        UPDATE plan SET withdrawn = \(number) WHERE household_id = 2;
        UPDATE movement SET withdrawn = \(number) WHERE is_payment = 1
        """)
    }
    #expect(try answers("2011-06", .now) != reported[2])
    for (index, text) in texts.enumerated() {
      #expect(try answers(text, .closed) == reported[index])
      #expect(try page(register.monthFile(try month(text), .closed)) == pages[index])
    }
    #expect(try register.check().findings == [])
  }

  @Test("quotas that do not add up are told with the sum")
  func quotas() throws {
    try small.enter("target") { (number) throws(SQLiteFailure) in
      try small.run(
        """
        INSERT INTO target (programme, year, region_code, persons, entered)
        VALUES ('convergence', 2011, 430000, 204, \(number)),
          ('convergence', 2011, 433100, 100, \(number))
        """)
    }
    let gaps = try close("2011-01").quotaGaps
    // Both counties add up to the province's; Fenghuang's 103 are not its prefecture's 100, which are not all.
    #expect(gaps.map(\.code.value) == [430_000, 433_100])
    #expect(gaps.map(\.level) == [.prefecture, .county])
    #expect(gaps.map(\.parts) == [100, 103])
  }

  @Test("check finds a stored figure that was changed since")
  func tampered() throws {
    try close("2011-01")
    try register.connection.transaction { () throws(SQLiteFailure) in
      try register.withoutTriggers(["closed_figure_fixed"]) { () throws(SQLiteFailure) in
        try register.connection.execute("UPDATE closed_figure SET plan = plan + 1 WHERE id = 1")
      }
    }
    let month = try month("2011-01")
    #expect(try register.check().findings.contains(.closedFigures(month: month)))
  }
}
