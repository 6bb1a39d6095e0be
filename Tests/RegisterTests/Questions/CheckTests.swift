import Domain
import Foundation
import Register
import SQLite
import Testing

@Suite("Check finds what was done to the file")
struct CheckTests {
  private let small: QuestionsRegister
  private var register: Register { small.register }

  init() throws { small = try QuestionsRegister() }

  /// Writes past the guards, as somebody with another program can.
  private func tamper(_ sql: String, dropping triggers: [String]) throws {
    try register.connection.transaction { () throws(SQLiteFailure) in
      try register.withoutTriggers(triggers) { () throws(SQLiteFailure) in
        try register.connection.execute("PRAGMA defer_foreign_keys = ON; " + sql)
      }
    }
  }

  @Test("nothing is wrong with a register that only its program wrote to")
  func clean() throws {
    let report = try register.check()
    #expect(report.findings == [])
    #expect(report.entries == 6 && report.rows > 12_000)
    try register.connection.execute("PRAGMA foreign_keys = ON")
  }

  @Test("an edited fact breaks the chain at its entry, and only there")
  func editedFact() throws {
    try tamper("UPDATE member SET name = '假' WHERE id = 1", dropping: ["member_fixed"])
    #expect(try register.check().findings == [.chain(entry: 3, isFirst: true)])
  }

  @Test("an edited header, a mark taken off and a mark set in secret break the chain")
  func editedHeader() throws {
    try tamper("UPDATE entry SET officer = 'x' WHERE id = 2", dropping: ["entry_fixed"])
    #expect(try register.check().findings.contains(.chain(entry: 2, isFirst: true)))
  }

  @Test("an edited figure is named with what the facts make")
  func editedFigure() throws {
    try register.connection.execute(
      "UPDATE figure SET plan = plan + 7 WHERE month = 6 AND village_code = 433123104201")
    #expect(
      try register.check().findings == [
        .figure(
          year: 2011, month: 6, village: 433_123_104_201, class: 1, .plan, kept: 8, counted: 1)
      ])
  }

  @Test("an edited sum of a county is named, and one of a place that counts nothing")
  func editedCounty() throws {
    try register.connection.execute(
      """
      UPDATE county_figure SET plan = plan + 7 WHERE month = 6 AND county_code = 433123 AND class = 1;
      INSERT INTO county_figure SELECT year, month, 433123104201, 2, households_enrolled,
        persons_enrolled, 5, project, fund, support, implementation, contact, households_fulfilled,
        persons_supported, persons_supported_in_month, households_lapsed, households_paid,
        households_accepted, households_income_goal, allocated_fen, paid_fen
      FROM county_figure WHERE month = 7 AND county_code = 433123 AND class = 1;
      """)
    let found = try register.check().findings
    #expect(
      found.contains(
        .figure(year: 2011, month: 6, village: 433_123, class: 1, .plan, kept: 8, counted: 1)))
    #expect(
      found.contains(
        .figure(
          year: 2011, month: 7, village: 433_123_104_201, class: 2, .plan, kept: 5, counted: 0)))
  }

  @Test(
    "an edited sum of a rung is named, one that is taken out, and one of codes that there are not",
    arguments: [
      ("UPDATE rung_figure SET held_fen = held_fen + 1 WHERE month = 6 AND rung = 1", 1),
      ("DELETE FROM rung_figure WHERE month = 6 AND rung = 1", 1),
      ("INSERT INTO rung_figure VALUES (2011, 6, 9, '', 7, 0, 1, 0, 0, 0, 0, 0)", 9),
    ])
  func editedRung(forgery: String, rung: Int) throws {
    try register.settleKept()
    #expect(try register.check().findings == [])
    try register.connection.execute(forgery)
    let found = try register.check().findings
    guard case .rung(year: 2011, month: 6, let named, _, _)? = found.first, found.count == 1 else {
      Issue.record("\(found)")
      return
    }
    #expect(named == rung)
  }

  @Test("an edited balance is named with what the movements make")
  func editedBalance() throws {
    try register.connection.execute(
      "UPDATE account_day SET balance_fen = balance_fen + 1 WHERE account_id = 4")
    let found = try register.check().findings
    guard case .balance(_, _, kept: 60_001, counted: 60_000)? = found.first, found.count == 1 else {
      Issue.record("\(found)")
      return
    }
  }

  @Test("a row slipped in lies in no entry's range, and a broken rule is named")
  func slippedRow() throws {
    try tamper(
      """
      INSERT INTO assignment (household_id, role, staff_id, since, until, entered)
      VALUES (1, 1, 2, 0, 2932896, 4)
      """, dropping: ["assignment_enters"])
    let rules = Set(try register.check().findings.map(\.rule))
    #expect(rules.isSuperset(of: ["entry_part", "assignment_overlap"]))
  }

  @Test(
    "a rule that is first asked of all facts at once is asked of each where one breaks it",
    arguments: [
      (
        "member_overlap", "member_enters",
        """
        INSERT INTO member (household_id, member_no, joined_on, left_on, resident_key, name, entered)
        SELECT 2, 9, joined_on, left_on, resident_key, name, 3 FROM member WHERE id = 1
        """
      ),
      (
        "member_period", "member_enters",
        """
        INSERT INTO member (household_id, member_no, joined_on, left_on, name, entered)
        VALUES (1, 1, 15000, 2932896, 'x', 3)
        """
      ),
      ("head", "headship_fixed", "UPDATE headship SET member_no = 9 WHERE id = 2"),
      ("head", "headship_fixed", "UPDATE headship SET since = 15000 WHERE id = 2"),
      ("head", "member_fixed", "UPDATE member SET left_on = 15000 WHERE id = 4"),
      (
        "head", "member_fixed",
        """
        UPDATE member SET joined_on = -800000, left_on = iif(id = 2, -750000, left_on)
        WHERE id IN (2, 3)
        """
      ),
      (
        "head", "headship_enters",
        """
        INSERT INTO headship (household_id, member_no, since, entered)
        VALUES (1, 9, 15000, 3)
        """
      ),
      (
        "assignment_overlap", "assignment_enters",
        """
        INSERT INTO assignment (household_id, role, staff_id, since, until, entered)
        VALUES (1, 1, 2, 0, 2932896, 4)
        """
      ),
      (
        "household_registered", "residence_withdrawn_once",
        "UPDATE residence SET withdrawn = 5 WHERE id = 4"
      ),
      ("household_registered", "plan_fixed", "UPDATE plan SET household_id = 99 WHERE id = 3"),
      (
        "staff_registered", "staff_record_withdrawn_once",
        "UPDATE staff_record SET withdrawn = 5 WHERE id = 2"
      ),
      ("staff_registered", "assignment_fixed", "UPDATE assignment SET staff_id = 99 WHERE id = 1"),
      (
        "project_registered", "project_record_withdrawn_once",
        "UPDATE project_record SET withdrawn = 5 WHERE id = 1"
      ),
    ])
  func doubtedRule(rule: String, guarding trigger: String, forgery: String) throws {
    try register.connection.execute("PRAGMA foreign_keys = OFF")
    try tamper(forgery, dropping: [trigger])
    let found = Set(try register.check().findings.map(\.rule))
    #expect(found.contains(rule), "\(found)")
  }

  @Test("a row taken out leaves a hole in its entry's range")
  func removedRow() throws {
    try tamper("DELETE FROM plan WHERE id = 2", dropping: ["plan_stays"])
    let found = try register.check().findings
    #expect(found.contains(.part(table: "plan", entry: 4, rows: 1...3, .rowsMissing)))
    #expect(found.contains(.chain(entry: 4, isFirst: true)))
  }

  @Test("a missing entry is named, and its successor's broken link")
  func missingEntry() throws {
    try register.connection.execute("PRAGMA foreign_keys = OFF")
    try tamper("DELETE FROM entry WHERE id = 5", dropping: ["entry_stays"])
    let found = try register.check().findings
    #expect(found.contains(.missingEntries(5...5)))
    #expect(found.contains(.link(entry: 6)))
  }

  @Test("the last entry cut off is missed by what it left behind")
  func cutOff() throws {
    try register.connection.execute("PRAGMA foreign_keys = OFF")
    try tamper("DELETE FROM entry WHERE id = 6", dropping: ["entry_stays"])
    #expect(try register.check().findings.contains(.missingEntries(6...6)))
  }

  @Test("a damaged page is a finding, and hides nothing that can still be read")
  func damagedPage() throws {
    try register.connection.execute(
      "UPDATE account_day SET balance_fen = balance_fen + 1 WHERE account_id = 4")
    let root = try #require(
      try register.connection.first("SELECT rootpage FROM sqlite_schema WHERE name = 'member'") {
        $0.int(0)
      })
    let size = try #require(try register.connection.first("PRAGMA page_size") { $0.int(0) })
    try register.connection.checkpoint()
    let (scratch, whole) = (small.scratch, small.scratch.folder.appending(path: "r.sqlite"))
    var bytes = try Data(contentsOf: whole)
    bytes.replaceSubrange((root - 1) * size..<root * size, with: Data(count: size))
    try bytes.write(to: scratch.folder.appending(path: "damaged.sqlite"))
    let found = try scratch.open("damaged.sqlite").check().findings
    let storage = found.compactMap { finding -> String? in
      guard case .storage(let line) = finding else { return nil }
      return line
    }
    // The page by its number, beside the parts that could not be read to their end.
    #expect(storage.contains { $0.contains("age \(root)") }, "\(storage)")
    #expect(storage.contains { $0.hasSuffix(": database disk image is malformed") }, "\(storage)")
    let isBalanceFound = found.contains { finding in
      if case .balance(_, _, kept: 60_001, counted: 60_000) = finding { true } else { false }
    }
    #expect(isBalanceFound, "\(found)")
  }

  @Test("days of exceptions that were taken out are found, and those put in")
  func forgedExceptions() throws {
    try register.settleKept()
    #expect(try register.check().findings == [])
    try register.connection.execute(
      """
      DELETE FROM exception_change WHERE kind = 9 AND household_id = 2;
      INSERT INTO exception_change VALUES (11, 1, 14975, 433123104201, 1);
      """)
    #expect(
      try register.check().findings == [
        .exceptionDays(kind: "class_without_dibao", household: "A2"),
        .exceptionDays(kind: "above_line", household: "A1"),
      ])
    try register.connection.execute("UPDATE exception_state SET known_entry = 2")
    #expect(try register.check().findings == [], "nobody asks days that are behind")
    try register.connection.execute(
      "PRAGMA foreign_keys = OFF; UPDATE exception_state SET known_entry = 999")
    let last = try register.lastEntry().number
    #expect(
      try register.check().findings.contains(.exceptionsAhead(known: 999, last: last)))
  }

  @Test("a guard taken out of the file is missed")
  func droppedTrigger() throws {
    try register.connection.execute("DROP TRIGGER member_fixed")
    #expect(
      try register.check().findings == [
        .schema(SchemaDifference(type: "trigger", name: "member_fixed", kind: .missing))
      ])
  }
}
