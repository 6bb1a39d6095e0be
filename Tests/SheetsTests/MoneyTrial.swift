import CSV
import Domain
import Foundation
import Intake
import Register
import SQLite
import Sheets

/// A register of a file of its own, with two enrolled households, to import sheets of money into.
final class MoneyTrial {
  let register: Register
  let path: String
  private let author: EntryAuthor
  /// 凤凰县.
  static let county = 433123

  init(office: Int64 = 430000, enrolledOn: String = "2011-03-01") throws {
    path = NSTemporaryDirectory() + "sixpoint-money-\(UUID().uuidString).register"
    guard let office = RegionCode(office) else { throw TrialFault.office }
    author = EntryAuthor(officer: "trial", office: office, moment: "2011-07-01T00:00:00.000Z")
    register = try Register.create(path: path, office: office, year: 2011, target: nil, by: author)
    try addHouseholds(["H1", "H2"], enrolledOn: enrolledOn)
  }

  enum TrialFault: Error { case office, date, sheet }

  deinit {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  private func addHouseholds(_ numbers: [String], enrolledOn: String) throws {
    guard let day = CalendarDate(enrolledOn) else { throw TrialFault.date }
    let header = EntryHeader(author: author, command: "import roster")
    try register.write(header) { (entry: borrowing OpenEntry) throws(RegisterFault) in
      let number = entry.number
      try register.asking { () throws(SQLiteFailure) in
        for household in numbers {
          try register.connection.run(
            "INSERT INTO household (household_no, entered) VALUES (:no, :entry)",
            ["no": .text(household), "entry": .integer(number)])
          let id = register.connection.lastInsertedRowID
          let village = try register.connection.first(
            "SELECT min(code) FROM region WHERE level = 5 AND code / 1000000 = :county",
            ["county": Value(MoneyTrial.county)]
          ) { $0.int64(0) }
          try register.connection.run(
            """
            INSERT INTO residence (household_id, village_code, since, entered)
            VALUES (:id, :village, -719162, :entry)
            """, ["id": .integer(id), "village": Value(village), "entry": .integer(number)])
          try register.connection.run(
            """
            INSERT INTO enrolment (household_id, year, enrolled_on, entered)
            VALUES (:id, 2011, :day, :entry)
            """, ["id": .integer(id), "day": Value(day.dayNumber), "entry": .integer(number)])
        }
      }
    }
  }

  /// Imports a sheet written as its lines.
  @discardableResult
  func load(_ lines: String, check: Bool = false, acceptValid: Bool = false) throws -> Receipt {
    guard let today = CalendarDate("2011-12-31") else { throw TrialFault.date }
    var options = ImportOptions(today: today)
    options.isCheck = check
    options.acceptsValid = acceptValid
    let source = ByteSource(bytes: Array((lines + "\n").utf8))
    let file = try SheetFile(path: "money.csv", source: source)
    return try Importer(into: register, by: author, options).run(file)
  }

  /// The faults of an import: `2 amount ladder`.
  func told(_ lines: String, acceptValid: Bool = false) throws -> [String] {
    try load(lines, acceptValid: acceptValid).errors.map {
      "\($0.line) \($0.column ?? "-") \($0.kind.rule)"
    }
  }

  func undo(_ entry: Int64) throws {
    _ = try register.undo(entry, reason: nil, by: author)
  }

  func count(_ table: String) throws -> Int {
    try register.connection.first("SELECT count(*) FROM \(table)") { $0.int(0) } ?? -1
  }

  func number(_ sql: String) throws -> Int64? {
    try register.connection.first(sql) { $0.optionalInt64(0) } ?? nil
  }

  // Headers, and the sheets on which most trials begin.

  static let projects =
    "project_no,name,kind,county_code,village_code,fund,budget,proposed_on,reviewed_on,meeting,verdict,"
    + "approved_on,started_on,accepted_on,grade,closed_on,rejected_on,cancelled_on,reason,withdraw"
  static let batches = "batch_no,document_no,issued_on,fund,source,amount,withdraw"
  static let allocations =
    "movement_no,batch_no,source,county_code,project_no,household_no,amount,moved_on,reverses,withdraw"
  static let payments =
    "voucher_no,household_no,payee,project_no,batch_no,source,amount,paid_on,reverses,withdraw"

  /// P1 approved on 20 March in 433123 for convergence money; P2 only reviewed; B1 of 1,000 yuan.
  func begin() throws {
    try load(
      """
      \(MoneyTrial.projects)
      P1,goats,breeding,433123,,convergence,5000,2011-01-10,2011-02-10,meeting 1,approve,2011-03-20,,,,,,,,
      P2,rice,planting,433123,,,5000,2011-01-10,2011-02-10,meeting 1,approve,,,,,,,,,
      """)
    try load(
      """
      \(MoneyTrial.batches)
      B1,doc 1,2011-02-01,convergence,central,1000,
      """)
  }

  /// And 800 yuan with the county, 500 with P1, 200 with H1.
  func beginLadder() throws {
    try begin()
    try load(
      """
      \(MoneyTrial.allocations)
      M3,B1,,,P1,H1,200,2011-04-01,,
      M2,B1,,,P1,,500,2011-04-01,,
      M1,B1,,433123,,,800,2011-04-01,,
      """)
  }
}
