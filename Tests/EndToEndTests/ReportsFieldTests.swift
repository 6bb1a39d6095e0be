import Foundation
import SQLite
import Testing

@Suite("show, find, log and check")
struct ReportsFieldTests {
  private let folder: ProgramFolder
  private let household = "4331231042010001"

  init() throws { folder = try ReportsFolder.make() }

  @Test("the card and the search mask what they show, and a reveal is an entry")
  func masks() throws {
    let card = try folder.run("show", household)
    #expect(
      card.output.contains("439935********0011") && !card.output.contains("439935195207180011"))
    let found = try folder.run("find", "439935195207180011")
    #expect(found.output.contains(household) && found.output.contains("********"))
    #expect(try folder.run("find", "no such thing").status == 1)
    let last = try folder.lastEntry()
    #expect(try folder.run("show", household, "--reveal").status == 64)
    let revealed = try folder.run("show", household, "--reveal", "--reason", "bank list")
    #expect(revealed.output.contains("439935195207180011"))
    #expect(try folder.lastEntry() == last + 1)
    let missing = try folder.run("show", "4331231042019999")
    #expect(missing.status == 1 && missing.errors.contains("did you mean"))
  }

  @Test("a line from the field is one entry, once")
  func log() throws {
    let words = "$PROGRAM log \(household) delivery --quantity 12 --unit head --note piglets"
    #expect(try folder.shell(words).errors.contains("--staff"))
    let logged = try folder.shell(words + " --staff S433123-0001")
    #expect(logged.status == 0 && logged.output.contains("2011-06-30 delivery, 12 head"))
    let again = try folder.shell(words + " --staff S433123-0001")
    #expect(again.status == 1 && again.errors.contains("logged already"))
    #expect(try folder.shell(words + " --staff S433123-0001 --on 2011-07-01").status == 1)
    #expect(try folder.shell(words + " --staff S433123-0001 --on 2011-01-01").status == 1)
    let negative = try folder.run(
      "log", household, "sale", "--quantity", "-5", "--staff", "S433123-0001")
    #expect(negative.status == 64)
    #expect(try folder.run("check").status == 0)
  }

  private func tamper(_ sql: String) throws {
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 1000)
    try connection.execute(sql)
    try connection.checkpoint()
  }

  @Test("an edited row is told by its entry, in text and JSON")
  func editedRow() throws {
    #expect(try folder.run("check").output.hasPrefix("Nothing wrong"))
    try tamper(
      "DROP TRIGGER movement_fixed; UPDATE movement SET number = number || 'x' WHERE id = 5")
    let told = try folder.run("check")
    #expect(told.status == 1 && told.output.contains("entry_chain: entry "))
    #expect(told.output.contains("schema: trigger movement_fixed is missing"))
    let json = try folder.run("check", "--json", "--lang", "zh")
    #expect(json.status == 1 && json.output.contains(#""rule":"entry_chain""#))
  }

  @Test("a byte that flipped inside a name is found, which SQLite's own check cannot see")
  func flippedByte() throws {
    var bytes = try Data(contentsOf: folder.url("register.db"))
    let name = try #require(bytes.range(of: Data("吴香梅".utf8)))
    bytes[name.lowerBound + 2] ^= 1
    try bytes.write(to: folder.url("register.db"))
    let told = try folder.run("check")
    #expect(told.status == 1)
    #expect(told.output.contains("is the first whose hash does not match"), "\(told.output)")
    #expect(!told.output.contains("storage:"))
  }
}
