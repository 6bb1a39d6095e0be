import Foundation
import Testing

@Suite("Settings of an officer")
struct ConfigProgramTests {
  @Test("a value is set, holds for the next command, and is taken out")
  func sets() throws {
    let folder = try ProgramFolder()
    let without = ["SIXPOINT_OFFICER", "SIXPOINT_REGISTER"]
    func run(_ words: String...) throws -> ProgramFolder.Result {
      let process = try folder.process(ProgramFolder.program, words, without: without)
      try process.run()
      return try folder.finish(process)
    }
    #expect(try run("config", "officer", "李红梅").status == 0)
    #expect(try run("config", "register", "own.db").status == 0)
    #expect(try run("config", "county", "凤凰").status == 0)
    #expect(try run("config", "register").output == folder.path + "/own.db\n")
    #expect(try run("init", "--office", "433123", "--year", "2011").status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/own.db"))
    #expect(try run("history").output.contains("李红梅"))
    let json = try run("config", "--json").output
    #expect(json.contains(#""officer":{"value":"李红梅","source":"file"}"#))
    #expect(json.contains(#""county":{"value":"433123","source":"file"}"#))
    #expect(json.contains(#""lang":{"value":"en","source":"standard"}"#))
    #expect(try run("config", "lang", "中文").status == 0)
    #expect(try run("config").output.contains("设置文件"))
    #expect(try run("config", "lang", "--unset").status == 0)
    let table = try run("config").output
    #expect(table.contains("The settings file is"), "\(table)")
    // Each on one line: the value, whence, and how to change it.
    let lines = table.split(separator: "\n").filter { $0.contains("sixpoint config ") }
    for (line, (source, change)) in zip(
      lines,
      [
        ("the settings file", "register PATH"), ("the settings file", "officer NAME"),
        ("the default", "lang en|zh"), ("the settings file", "county COUNTY"),
      ])
    {
      #expect(line.contains(" \(source) ") && line.hasSuffix(" config \(change)"), "\(table)")
    }
    #expect(lines.count == 4, "\(table)")
    // Where the file would change nothing, what does is said.
    let other = try folder.run("config", "--register", "b.db", "--lang", "zh").output
    for words in ["去掉 --register", "环境变量 SIXPOINT_OFFICER", "修改或取消 SIXPOINT_OFFICER"] {
      #expect(other.contains(words), "\(words): \(other)")
    }
  }

  @Test("a settings file that says something else ends every command, and says where")
  func malformed() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/.config/sixpoint", withIntermediateDirectories: true)
    try folder.write(".config/sixpoint/config", "officer = Li\nregistr = a.db\n")
    let told = try folder.run("history")
    #expect(told.status == 64)
    #expect(told.errors.contains("line 2: “registr = a.db”"))
  }

  @Test(
    "what a setting cannot be is refused, and nothing is written",
    arguments: [
      ["lang", "fr"], ["register", "-"], ["county", "43"], ["county", "430000"], ["colour", "red"],
    ])
  func refuses(words: [String]) throws {
    let folder = try ProgramFolder()
    let process = try folder.process(ProgramFolder.program, ["config"] + words)
    try process.run()
    let told = try folder.finish(process)
    #expect(told.status != 0)
    #expect(!told.errors.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/.config/sixpoint/config"))
  }
}
