import Foundation
import Register
import SQLite
import Testing

/// The small registers of every released schema, `schema-10.sql` and so on. `scripts/keep-schema` adds the one
/// of the schema as it is, when that is about to be released.
enum KeptRegisters {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Kept")

  static func isKept(_ version: Int) -> Bool {
    FileManager.default.fileExists(atPath: file(version).path)
  }

  static func file(_ version: Int) -> URL { folder.appending(path: "schema-\(version).sql") }

  /// Makes the kept register of a version anew; that of this schema, where it is not kept yet, as it is made
  /// today.
  static func restore(_ version: Int, to path: String) throws {
    let text =
      isKept(version)
      ? try String(contentsOf: file(version), encoding: .utf8)
      : try RegisterDump.text(of: try make(try Scratch()).connection)
    try RegisterDump.restore(text, to: path)
  }

  /// A register as `QuestionsRegister` makes it, which knows few places, with an undone entry and a redaction.
  static func make(_ scratch: Scratch) throws -> Register {
    let known: [Int64] = [
      430_000, 430_500, 430_524, 430_524_001, QuestionsRegister.villageOfB1, 433_100, 433_123,
      433_123_104, 433_123_104_201, 433_123_104_206,
    ]
    let register = try Register.create(
      path: scratch.path("kept"), office: try Scratch.hunan, year: 2011, target: 600_000,
      regions: FoundingRegion.all.filter { known.contains($0.code) },
      by: try author(at: "2011-01-01T00:00:00.000Z"))
    let small = try QuestionsRegister(scratch, register)
    try small.enter("income") { (number) throws(SQLiteFailure) in
      try small.run(
        "INSERT INTO income (household_id, year, total_fen, entered) VALUES (1, 2010, 500, \(number))"
      )
    }
    _ = try register.undo(
      try register.lastEntry().number, reason: "test", by: try author())
    let members = try #require(try register.factTables().first { $0.name == "member" })
    let hash = try #require(try register.identityHash(of: 5, in: members))
    try small.enter("redact") { (number) throws(SQLiteFailure) in
      try register.add(
        "redaction",
        [
          ("fact_table", .integer(members.number)), ("fact_id", 5),
          ("identity_hash", .blob(hash.bytes)), ("ground", "order 12"),
        ], number)
      let emptied = (members.identityColumns + ["salt"]).map { "\($0) = NULL" }
      try small.run("UPDATE member SET \(emptied.joined(separator: ", ")) WHERE id = 5")
    }
    try register.settleKept()
    return register
  }
}

@Suite("Keeping the register of a schema")
struct KeepingTests {
  @Test("a register's text makes it anew, to the last row")
  func dumped() throws {
    let scratch = try Scratch()
    let register = try KeptRegisters.make(scratch)
    #expect(try register.check().findings == [])
    let text = try RegisterDump.text(of: register.connection)
    try RegisterDump.restore(text, to: scratch.path("again"))
    let again = try scratch.open("again")
    #expect(try RegisterDump.text(of: again.connection) == text)
    #expect(try again.check().findings == [])
  }

  /// Writes the file; `scripts/keep-schema` asks for it.
  @Test(
    "the register of this schema is written where it is asked for",
    .enabled(if: ProcessInfo.processInfo.environment["KEEP_SCHEMA"] != nil))
  func keep() throws {
    let scratch = try Scratch()
    let text = try RegisterDump.text(of: try KeptRegisters.make(scratch).connection)
    try FileManager.default.createDirectory(
      at: KeptRegisters.folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: KeptRegisters.file(Register.schemaVersion))
  }
}
