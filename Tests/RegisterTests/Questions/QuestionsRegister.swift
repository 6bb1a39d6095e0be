import Domain
import Register
import SQLite
import Testing

/// A register of four households in two counties, written as commands write it.
///
/// | number | lives in | class | members | enrolled | points |
/// |---|---|---|---|---|---|
/// | A1 | 433123104201 | poor | 3 | 2011-01-10 | all six, fund on 2011-03-01: F |
/// | A2 | 433123104206 | dibao | 2 | 2011-02-01 | all but contact |
/// | A3 | 433123104206 | none | 1 | 2011-06-15 | none; ends on 2011-09-01 |
/// | B1 | a village of 430524  | wubao | 1 | 2011-04-01 | plan alone |
struct QuestionsRegister {
  let scratch: Scratch
  let register: Register

  init() throws {
    let scratch = try Scratch()
    try self.init(scratch, scratch.register())
  }

  /// - Parameter register: one that knows no household yet.
  init(_ scratch: Scratch, _ register: Register) throws {
    self.scratch = scratch
    self.register = register
    try enter("staff") { (number) throws(SQLiteFailure) in
      try run("INSERT INTO staff (staff_no, entered) VALUES ('S1', \(number)), ('S2', \(number))")
      try run(
        """
        INSERT INTO staff_record (staff_id, name, county_code, entered)
        VALUES (1, '麻平忠', 433123, \(number)), (2, '施德', 433123, \(number))
        """)
    }
    try households()
    try points()
    try enter("targets") { (number) throws(SQLiteFailure) in
      try run(
        """
        INSERT INTO target (programme, year, region_code, persons, month_02, month_03, entered)
        VALUES ('convergence', 2011, 433123, 103, 5, NULL, \(number)),
          ('convergence', 2011, 430524, 101, NULL, NULL, \(number))
        """)
    }
    try register.settleKept()
  }

  static let villageOfB1: Int64 = 430_524_001_001

  func enter(
    _ command: String, at moment: String = "2011-06-30T08:00:00.000Z",
    _ body: (Int64) throws(SQLiteFailure) -> Void
  ) throws {
    try register.write(try header(command, at: moment)) {
      (entry: borrowing OpenEntry) throws(RegisterFault) in
      let number = entry.number
      try register.asking { () throws(SQLiteFailure) in try body(number) }
    }
  }

  func run(_ sql: String) throws(SQLiteFailure) { try register.connection.execute(sql) }

  static func day(_ text: String) -> DayNumber { CalendarDate(text)?.dayNumber ?? 0 }

  private func households() throws {
    let rows: [(no: String, village: Int64, householdClass: Int?, members: Int, enrolled: String)] =
      [
        ("A1", 433_123_104_201, 1, 3, "2011-01-10"), ("A2", 433_123_104_206, 2, 2, "2011-02-01"),
        ("A3", 433_123_104_206, nil, 1, "2011-06-15"),
        ("B1", Self.villageOfB1, 4, 1, "2011-04-01"),
      ]
    try enter("roster") { (number) throws(SQLiteFailure) in
      for (index, row) in rows.enumerated() {
        let id = index + 1
        try run("INSERT INTO household (household_no, entered) VALUES ('\(row.no)', \(number))")
        try run(
          """
          INSERT INTO residence (household_id, village_code, since, entered)
          VALUES (\(id), \(row.village), -719162, \(number));
          INSERT INTO enrolment (household_id, year, enrolled_on, entered)
          VALUES (\(id), 2011, \(Self.day(row.enrolled)), \(number));
          INSERT INTO headship (household_id, member_no, since, entered)
          VALUES (\(id), 1, -719162, \(number))
          """)
        if let householdClass = row.householdClass {
          try run(
            """
            INSERT INTO household_class (household_id, class, since, entered)
            VALUES (\(id), \(householdClass), -719162, \(number))
            """)
        }
        for member in 1...row.members {
          // 43312319800101001 and so on, with no claim to a right check digit.
          let key = (43_312_319_800_101_000 + Int64(id * 10 + member)) * 11 + 5
          try run(
            """
            INSERT INTO member (household_id, member_no, joined_on, left_on, resident_key, relation,
              name, phone, entered)
            VALUES (\(id), \(member), -719162, 2932896, \(key), \(member == 1 ? 1 : 10),
              '\(row.no)成员\(member)', '13800001234', \(number))
            """)
        }
      }
      try run(
        """
        INSERT INTO household_end (household_id, ended_on, entered)
        VALUES (3, \(Self.day("2011-09-01")), \(number))
        """)
    }
  }

  private func points() throws {
    let open = 2_932_896
    let start = Self.day("2010-12-01")
    try enter("points") { (number) throws(SQLiteFailure) in
      for household in [1, 2, 4] {
        try run(
          """
          INSERT INTO plan (household_id, starts_on, ended_on, measures, entered)
          VALUES (\(household), \(start), \(open), 'citrus', \(number))
          """)
      }
      for (household, role) in [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2)] {
        try run(
          """
          INSERT INTO assignment (household_id, role, staff_id, since, until, entered)
          VALUES (\(household), \(role), \(role == 1 ? 1 : 2), \(start),
            \(household == 1 && role == 3 ? Int(Self.day("2011-05-01")) : open), \(number))
          """)
      }
      try run(
        """
        INSERT INTO project (project_no, entered) VALUES ('P1', \(number));
        INSERT INTO project_record (project_id, name, kind, county_code, entered)
        VALUES (1, 'Citrus', 1, 433123, \(number));
        INSERT INTO project_step (project_id, step, stepped_on, entered)
        VALUES (1, 1, \(start), \(number)), (1, 2, \(start), \(number)), (1, 3, \(start), \(number))
        """)
      for household in [1, 2] {
        try run(
          """
          INSERT INTO project_household (project_id, household_id, since, until, entered)
          VALUES (1, \(household), \(start), \(open), \(number))
          """)
      }
    }
    try money()
  }

  private func money() throws {
    let day = Self.day("2011-03-01")
    try enter("money") { (number) throws(SQLiteFailure) in
      try run(
        """
        INSERT INTO batch (batch_no, source, entered) VALUES ('X1', 1, \(number));
        INSERT INTO account (batch_id, rung, county_code, project_id, household_id, entered)
        VALUES (1, 0, NULL, NULL, NULL, \(number)), (1, 1, 433123, NULL, NULL, \(number)),
          (1, 2, NULL, 1, NULL, \(number)), (1, 3, NULL, 1, 1, \(number)),
          (1, 3, NULL, 1, 2, \(number));
        INSERT INTO batch_issue
          (batch_id, document_no, issued_on, fund, amount_fen, account_id, entered)
        VALUES (1, 'D1', \(day), 'convergence', 100000, 1, \(number));
        INSERT INTO movement
          (is_payment, number, upper_id, lower_id, amount_fen, moved_on, entered)
        VALUES (0, 'M1', 1, 2, 100000, \(day), \(number)), (0, 'M2', 2, 3, 100000, \(day), \(number)),
          (0, 'M3', 3, 4, 60000, \(day), \(number)), (0, 'M4', 3, 5, 40000, \(day), \(number))
        """)
    }
  }

  static func code(_ value: Int64) throws -> RegionCode { try #require(RegionCode(value)) }
}
