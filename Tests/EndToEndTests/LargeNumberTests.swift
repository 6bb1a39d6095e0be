import Foundation
import SQLite
import Testing

@Suite("Numbers that no sheet gives, in a forged file", .serialized)
struct LargeNumberTests {
  /// A change of the file by hand, and a command that meets what it left.
  struct Forgery: CustomTestStringConvertible {
    let sql: String
    let command: String
    var testDescription: String { "\(command) after \(sql)" }
  }

  private static let most = "9223372036854775807"

  static let forgeries = [
    ("UPDATE county_figure SET persons_supported = \(most)", "report monthly --month 2011-06"),
    (
      "UPDATE county_figure SET paid_fen = \(most) - 1", "report monthly --month 2011-06 --by class"
    ),
    ("UPDATE figure SET paid_fen = \(most) - 1", "report monthly --month 2011-06 --by village"),
    (
      "UPDATE county_figure SET allocated_fen = -\(most) - 1",
      "report monthly --month 2011-06 --json"
    ),
    ("UPDATE county_figure SET allocated_fen = -\(most) - 1", "check"),
    ("UPDATE figure SET allocated_fen = -\(most) - 1", "check"),
    ("UPDATE target SET persons = \(most)", "report monthly --month 2011-06"),
    ("UPDATE target SET month_06 = \(most) / 2", "report monthly --month 2011-06 --format csv"),
    ("UPDATE movement SET amount_fen = \(most)", "report monthly --month 2011-06 --known 16"),
    ("UPDATE movement SET amount_fen = \(most)", "show 4331231042010001"),
    ("UPDATE income SET total_fen = -\(most)", "report monthly --month 2011-12 --known 16"),
    ("UPDATE enrolment SET year = \(most)", "show 4331231042010001"),
    (
      "UPDATE household_end SET ended_on = -2147483648", "report monthly --month 2011-12 --known 16"
    ),
  ].map { Forgery(sql: $0.0, command: $0.1) }

  @Test("are answered in words or as they are, and never end a command", arguments: forgeries)
  func forged(_ forgery: Forgery) throws {
    let folder = try ReportsFolder.make()
    try forge(folder, forgery.sql)
    let words = forgery.command.split(separator: " ").map(String.init)
    let process = try folder.process(ProgramFolder.program, words)
    try process.run()
    let told = try folder.finish(process)
    #expect(process.terminationReason == .exit && told.status < 3, "\(told.errors.prefix(300))")
  }

  @Test(
    "a sum beyond 64 bits is refused by its name, and shown nowhere",
    arguments: [("figure", "township"), ("county_figure", "county")])
  func refused(table: String, grouping: String) throws {
    let folder = try ReportsFolder.make()
    try forge(folder, "UPDATE \(table) SET persons_supported = \(Self.most)")
    let told = try folder.run(
      "report", "monthly", "--month", "2011-06", "--by", grouping, "--json")
    #expect(told.status == 2 && told.output.contains(#""rule":"beyond_range""#))
    #expect(!told.output.contains("92233720368"))
  }

  /// Changes rows behind the back of the register's guards, which are as before afterwards.
  private func forge(_ folder: ProgramFolder, _ sql: String) throws {
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 1_000)
    var guards: [(name: String, sql: String)] = []
    try connection.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'") {
      guards.append(($0.text(0), $0.text(1)))
    }
    try connection.execute("PRAGMA ignore_check_constraints = ON")
    try connection.setForeignKeys(false)
    try connection.transaction { () throws(SQLiteFailure) in
      for trigger in guards { try connection.execute("DROP TRIGGER \(trigger.name)") }
      try connection.execute(
        sql.replacing("UPDATE ", with: "UPDATE OR IGNORE ", maxReplacements: 1))
      for trigger in guards { try connection.execute(trigger.sql) }
    }
    try connection.checkpoint()
  }
}
