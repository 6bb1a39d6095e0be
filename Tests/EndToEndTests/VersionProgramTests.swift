import Foundation
import SQLite
import Testing

@Suite("A register of another version, and the program's own")
struct VersionProgramTests {
  @Test(
    "is answered by its rule and left as it was",
    arguments: [
      ("PRAGMA user_version = 99", "newer_version", 2),
      ("PRAGMA user_version = 2", "trial_version", 2),
      ("CREATE VIEW foreign_view AS SELECT 1", "altered_schema", 2),
    ])
  func versions(change: String, rule: String, status: Int32) throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(1))
    do {
      let connection = try Connection(
        path: folder.url("register.db").path, mode: .readWrite, busyTimeoutMilliseconds: 1_000)
      try connection.execute(change)
      try connection.checkpoint()
    }
    let before = try Data(contentsOf: folder.url("register.db"))
    // An altered register is of this version, so that there is nothing to upgrade.
    let lines = [["import", "staff.csv", "--json"], ["upgrade", "--json"]]
    for line in rule == "altered_schema" ? [lines[0]] : lines {
      let told = try folder.run(line)
      #expect(told.status == status, "\(line): \(told)")
      #expect(told.output.contains("\"rule\":\"\(rule)\""), "\(line): \(told.output)")
    }
    #expect(try Data(contentsOf: folder.url("register.db")) == before)
  }

  @Test("version names the schema, the library and whether it has the fix of the log")
  func version() throws {
    let told = try ProgramFolder().run("version")
    #expect(told.status == 0)
    let lines = told.output.split(separator: "\n")
    #expect(lines.count == 3 && lines[0].hasPrefix("sixpoint ") && lines[1].hasPrefix("Schema "))
    #expect(lines[2].hasPrefix("SQLite 3.") && lines[2].contains("the fix of the WAL-reset bug"))
  }
}
