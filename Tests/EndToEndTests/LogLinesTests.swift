import Foundation
import Testing

@Suite("A day's log, a line an act")
struct LogLinesTests {
  private static func office() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(2))
    try folder.write("roster.csv", ProgramFolder.roster(3))
    for sheet in ["staff.csv", "roster.csv"] {
      #expect(try folder.run("import", sheet).status == 0)
    }
    return folder
  }

  @Test("its words come in any order; one entry holds all")
  func anyOrder() throws {
    let folder = try Self.office()
    try folder.write(
      "day.txt",
      """
      # Tuesday
      H1 visit 2011-06-20 roof leaks, no money

      12头 delivery H2 2011-06-21 S2
      2011-06-21，H3，发放，12 head，"piglets, two months"
      40% H1 施工 2011-06-22
      """)
    let told = try folder.run("log", "--file", "day.txt", "--staff", "S1")
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output.contains("4 lines are logged"))
    #expect(told.output.contains("line 6: "))
    let sheet = try folder.run("export", "progress").output
    for row in [
      "H1,,2011-06-20,S1,visit,,,,\"roof leaks, no money\"",
      "H2,,2011-06-21,S2,delivery,12,head,,",
      "H3,,2011-06-21,S1,delivery,12,head,,\"piglets, two months\"",
      "H1,,2011-06-22,S1,construction,,,40",
    ] { #expect(sheet.contains(row), "\(sheet)") }
    let again = try folder.run("log", "--file", "day.txt", "--staff", "S1")
    #expect(again.status == 0 && again.output.contains("logged already: 4"))
  }

  @Test(
    "a slip that would become a note is refused, unless it is in quotes",
    arguments: ["2011-13-01", "6月31日", "120%", "S433123-0099", "vist"])
  func slips(word: String) throws {
    let folder = try Self.office()
    let told = try folder.run("log", "-", "--staff", "S1", input: "H1 \(word)\n")
    #expect(told.status == 1 && told.errors.contains(word), "\(told)")
    let quoted = try folder.run(
      "log", "-", "--staff", "S1", "--dry-run", input: "H1 \"\(word)\"\n")
    #expect(quoted.status == 0, "\(quoted)")
  }

  @Test("a fault of any line refuses all, and each is told with its line")
  func faults() throws {
    let folder = try Self.office()
    let last = try folder.lastEntry()
    let lines = "H1 2011-06-20 one\nroof leaks\nH90001 visit\nH2 2011-07-20 ahead\n"
    let told = try folder.run("log", "-", "--staff", "S1", input: lines)
    #expect(told.status == 1)
    #expect(told.errors.contains("line 2: it names no household"))
    #expect(told.errors.contains("line 3: there is no household H90001"))
    let ahead = try folder.run(
      "log", "-", "--staff", "S1", "--json", input: "H1 2011-06-20 one\nH2 2011-07-20 ahead\n")
    #expect(ahead.status == 1)
    #expect(ahead.output.contains(#""rule":"future_date","message":"line 2: "#))
    #expect(try folder.lastEntry() == last)
  }

  @Test("lines of Chinese Windows are read, and nothing is a usage error")
  func encodings() throws {
    let folder = try Self.office()
    let bytes: [UInt8] =
      Array("H1 ".utf8) + [0xCE, 0xDD, 0xB6, 0xA5, 0xC2, 0xA9, 0xD3, 0xEA] + Array("\r\n".utf8)
    try Data(bytes).write(to: folder.url("gbk.txt"))
    #expect(try folder.run("log", "--file", "gbk.txt", "--staff", "S1").status == 0)
    #expect(try folder.run("export", "progress").output.contains("屋顶漏雨"))
    #expect(try folder.run("log", "-", "--staff", "S1", input: "\n# nothing\n").status == 1)
    #expect(try folder.run("log", "-", "--note", "x", input: "H1\n").status == 64)
    #expect(try folder.run("log").status == 64)
    #expect(try folder.run("log", "H1").status == 64)
  }
}
