import Foundation
import Testing

@Suite("Making a register")
struct ProgramInitTests {
  @Test("a register is made for its owner alone, and says what to do next")
  func made() throws {
    let folder = try ProgramFolder()
    let made = try folder.makeRegister()
    #expect(made.output.contains("Fenghuang County (433123) for 2011, target 100 persons"))
    #expect(made.output.contains("sixpoint import"))
    #expect(made.errors.isEmpty)
    let attributes = try FileManager.default.attributesOfItem(
      atPath: folder.path + "/register.db")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(!folder.exists("register.db-wal"))
    #expect(try folder.run("history", "1").output.contains("Wang Fang"))
  }

  @Test("a register that stands is never touched")
  func twice() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let before = try Data(contentsOf: folder.url("register.db"))
    let again = try folder.run("init", "--office", "430000", "--year", "2012")
    #expect(again.status == 1)
    #expect(again.errors.contains("is there already and was not touched"))
    #expect(again.output.isEmpty)
    #expect(try Data(contentsOf: folder.url("register.db")) == before)
    try folder.write("notes.txt", "mine")
    let file = try folder.run(
      "init", "--office", "430000", "--year", "2012", "--register", "notes.txt")
    #expect(file.status == 1)
    #expect(try folder.read("notes.txt") == "mine")
  }

  @Test("a symbolic link is refused, wherever it leads", arguments: ["nowhere", "target"])
  func link(target: String) throws {
    let folder = try ProgramFolder()
    try folder.write("target", "")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link.db", withDestinationPath: target)
    let made = try folder.run(
      "init", "--office", "433123", "--year", "2011", "--register", "link.db")
    #expect(made.status == 1)
    #expect(made.errors.contains("symbolic link"))
    #expect(!folder.exists("nowhere"))
    #expect(try folder.read("target").isEmpty)
  }

  @Test(
    "a link in the place of a file beside it is refused before anything is made",
    arguments: ["-wal", "-journal", "-shm", "-lock"])
  func linkBeside(suffix: String) throws {
    let folder = try ProgramFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/r.db" + suffix, withDestinationPath: "nowhere")
    let made = try folder.run(
      "init", "--office", "433123", "--year", "2011", "--register", "r.db", "--json")
    #expect(made.status == 2 && made.output.contains(#""rule":"companion_blocked""#), "\(made)")
    #expect(made.errors.contains("r.db" + suffix))
    #expect(!folder.exists("r.db") && !folder.exists("nowhere"))
  }

  @Test("a missing folder is named and not made")
  func missingFolder() throws {
    let folder = try ProgramFolder()
    let made = try folder.run(
      "init", "--office", "433123", "--year", "2011", "--register", "none/r.db", "--json")
    #expect(made.status == 1)
    #expect(made.output.hasPrefix(#"{"error":{"rule":"folder_missing""#))
    #expect(made.errors.contains("none/r.db"))
    #expect(!folder.exists("none"))
  }

  @Test("the standard place is made where it is missing, for its owner alone")
  func standardPlace() throws {
    let folder = try ProgramFolder()
    let made = try folder.run(
      "init", "--office", "433123", "--year", "2011", without: ["SIXPOINT_REGISTER"])
    #expect(made.status == 0, "\(made.errors)")
    #expect(folder.exists(".local/share/sixpoint/register.db"))
    let attributes = try FileManager.default.attributesOfItem(
      atPath: folder.path + "/.local/share/sixpoint")
    #expect(attributes[.posixPermissions] as? Int == 0o700)
  }

  static let offices: [(name: String, found: String)] = [
    ("Hunan", "430000"), ("Fenghuang", "433123"), ("fenghuang county", "433123"),
    ("凤凰县", "433123"), ("凤凰", "433123"), ("433123000000", "433123"),
  ]

  @Test("an office is found by code and by name", arguments: offices)
  func office(name: String, found: String) throws {
    let folder = try ProgramFolder()
    let made = try folder.run("init", "--office", name, "--year", "2011", "--json")
    #expect(made.output.contains("\"office\":\(found),"), "\(made.errors)")
  }

  static let strangers: [(name: String, says: String)] = [
    ("Fenghuan", "did you mean Fenghuang"), ("433124999", "433124999"),
    ("Changsha", "430100 Changsha City or 430121 Changsha County"), ("x", "six digits"),
    ("433123100", "no province"),
  ]

  @Test("any other is refused with what may be meant", arguments: strangers)
  func stranger(name: String, says: String) throws {
    let folder = try ProgramFolder()
    let made = try folder.run("init", "--office", name, "--year", "2011")
    #expect(made.status == 1)
    #expect(made.errors.contains(says), "\(made.errors)")
    #expect(!folder.exists("register.db"))
  }

  @Test("a year or a target that is none is a usage failure")
  func usage() throws {
    let folder = try ProgramFolder()
    #expect(try folder.run("init", "--office", "433123").status == 64)
    #expect(try folder.run("init", "--office", "433123", "--year", "11").status == 64)
    #expect(
      try folder.run("init", "--office", "433123", "--year", "2011", "--target", "-1").status == 64)
    #expect(!folder.exists("register.db"))
  }
}
