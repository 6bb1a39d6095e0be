import Domain
import SQLite

extension Register {
  /// What each entry changed in a household, the earliest first; nil where no household bears the number.
  package func history(
    ofHousehold number: String
  ) throws(SQLiteFailure) -> HouseholdHistory? {
    try reading { () throws(SQLiteFailure) in
      let household = try connection.first(
        "SELECT id, entered FROM household WHERE household_no = :number", ["number": .text(number)]
      ) { (id: $0.int64(0), entered: $0.int64(1)) }
      guard let household else { return nil }
      var changes: [Int64: [HouseholdChange]] = [household.entered: []]
      for (table, sql) in Register.householdFacts {
        try connection.rows(sql, ["household": .integer(household.id)]) { row in
          for (entry, isAdded) in [(row.int64(0), true), (row.optionalInt64(1), false)] {
            guard let entry else { continue }
            changes[entry, default: []].append(
              HouseholdChange(row, entry: entry, isAdded: isAdded, table: table))
          }
        }
      }
      var entries: [(record: EntryRecord, changes: [HouseholdChange])] = []
      for record in try entryRecords(changes.keys.sorted()) {
        // What was taken back stands before what came in its place.
        let own = changes[record.number] ?? []
        entries.append((record, own.filter { !$0.isAdded } + own.filter(\.isAdded)))
      }
      let villages = changes.values.joined().filter { $0.table == "residence" }
        .compactMap { $0.code.flatMap { RegionCode($0) } }
      return HouseholdHistory(
        entries: entries,
        places: try regionsKnown(.everything, on: DayPeriod.openEnd - 1, enclosing: villages))
    }
  }

  /// By table, the household's facts: entered, withdrawn, since, until, code, text, other, fen.
  private static let householdFacts: [(table: String, sql: String)] = [
    // code: the village.
    own("residence", "since, NULL, village_code, NULL, NULL, NULL"),
    // code: the class; text: the ground.
    own("household_class", "since, NULL, class, ground, NULL, NULL"),
    // code: persons as the county wrote; text: the cause; fen: income a person.
    own("circumstance", "NULL, NULL, household_size, cause, NULL, income_per_capita_fen"),
    // code: the year.
    own("enrolment", "enrolled_on, NULL, year, NULL, NULL, NULL"),
    // code: the relation; text: the name.
    own("member", "joined_on, left_on, relation, name, NULL, NULL"),
    // text: the head's name.
    own(
      "headship",
      """
      since, NULL, NULL, (
        SELECT name FROM (\(Known.ever("member", where: "household_id = :household"))) AS member
        WHERE member.member_no = fact.member_no ORDER BY member.id DESC LIMIT 1), NULL, NULL
      """),
    // text: the ground; other: the household merged into.
    own(
      "household_end",
      """
      ended_on, NULL, NULL, ground, (
        SELECT household_no FROM household WHERE household.id = fact.into_household_id), NULL
      """),
    // code: the event; text: the ground; other: the other household.
    own(
      "household_event",
      """
      happened_on, NULL, event, ground, (
        SELECT household_no FROM household WHERE household.id = fact.other_household_id), NULL
      """),
    // text: the measures; fen: the goal.
    own("plan", "starts_on, ended_on, NULL, measures, NULL, goal_income_fen"),
    // code: the role; text: who.
    own("assignment", "since, until, role, \(staff), NULL, NULL"),
    // text: the project.
    own("project_household", "since, until, NULL, \(project), NULL, NULL"),
    // code: the step; text: the project.
    (
      "project_step",
      """
      SELECT entered, withdrawn, stepped_on, NULL, step, \(project), NULL, NULL
      FROM (\(Known.ever("project_step", where: "project_id IN (\(linked))"))) AS fact
      ORDER BY id
      """
    ),
    // code: the lower rung; text: the number; other: the project.
    (
      "movement",
      """
      SELECT movement.entered, movement.withdrawn, moved_on, NULL, fact.rung, number, \(project),
        amount_fen
      FROM (\(Known.ever("movement", where: "lower_id IN (\(accounts))"))) AS movement
        JOIN account AS fact ON fact.id = movement.lower_id
      ORDER BY movement.id
      """
    ),
    // since: the list's day; text: the list; other: the project.
    (
      "pay_list_row",
      """
      SELECT listed.entered, listed.withdrawn, (
          SELECT drawn_on FROM pay_list_record AS record
          WHERE record.pay_list_id = listed.pay_list_id
          ORDER BY record.withdrawn IS NULL DESC, record.id DESC LIMIT 1), NULL, NULL, \(list),
        \(project), amount_fen
      FROM (\(Known.ever("pay_list_row", where: "account_id IN (\(accounts))"))) AS listed
        JOIN account AS fact ON fact.id = listed.account_id
      ORDER BY listed.id
      """
    ),
    // since: the day of a payment; code: 1 where paid, 0 where failed; text: the list; other: the voucher of a
    // payment, why the bank failed.
    (
      "bank_return",
      """
      SELECT listed.entered, listed.withdrawn, paid_on, NULL, is_paid, \(list),
        CASE is_paid WHEN 1 THEN voucher_no ELSE reason END, amount_fen
      FROM (\(Known.ever("bank_return", where: "account_id IN (\(accounts))"))) AS listed
      ORDER BY listed.id
      """
    ),
    // code: the year; fen: the total.
    own("income", "NULL, NULL, year, NULL, NULL, total_fen"),
    // code: the kind; text: the note; other: who.
    own("progress", "logged_on, NULL, kind, note, \(staff), NULL"),
    // code: the ordinal; text: the inspection.
    own("inspection_household", "NULL, NULL, ordinal, \(inspection), NULL, NULL"),
    // until: the day it is due; code: 1 where settled; text: the finding; other: the inspection.
    own("finding", "found_on, due_on, settled_on IS NOT NULL, finding, \(inspection), NULL"),
  ]

  private static let staff = """
    ifnull((SELECT name FROM staff_record WHERE staff_record.staff_id = fact.staff_id
        AND staff_record.withdrawn IS NULL),
      (SELECT staff_no FROM staff WHERE staff.id = fact.staff_id))
    """
  private static let project = "(SELECT project_no FROM project WHERE project.id = fact.project_id)"
  private static let list =
    "(SELECT paylist_no FROM pay_list WHERE pay_list.id = listed.pay_list_id)"
  private static let inspection =
    "(SELECT inspection_no FROM inspection WHERE inspection.id = fact.inspection_id)"

  /// The projects that the household was ever linked to.
  private static let linked = """
    SELECT project_id FROM (\(Known.ever("project_household", where: "household_id = :household")))
    """

  private static let accounts = "SELECT id FROM account WHERE household_id = :household"

  private static func own(_ table: String, _ columns: String) -> (table: String, sql: String) {
    (
      table,
      """
      SELECT entered, withdrawn, \(columns)
      FROM (\(Known.ever(table, where: "household_id = :household"))) AS fact ORDER BY id
      """
    )
  }
}

extension HouseholdChange {
  fileprivate init(_ row: borrowing Row, entry: Int64, isAdded: Bool, table: String) {
    func day(_ column: Int32) -> DayNumber? {
      row.optionalInt64(column).flatMap { DayNumber(exactly: $0) }
    }
    self.entry = entry
    self.isAdded = isAdded
    self.table = table
    since = day(2).flatMap { $0 <= DayPeriod.firstDay ? nil : $0 }
    until = day(3).flatMap { $0 >= DayPeriod.openEnd ? nil : $0 }
    code = row.optionalInt64(4)
    text = row.optionalText(5)
    other = row.optionalText(6)
    fen = row.optionalInt64(7)
  }
}
