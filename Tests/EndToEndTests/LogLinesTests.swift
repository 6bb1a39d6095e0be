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
    #expect(again.output.hasPrefix("Nothing written, it is so already: no line is new.\n"))
  }

  @Test(
    "a slip that would become a note is refused, unless it is in quotes",
    arguments: [
      "2011-13-01", "6月31日", "20110631", "30/6/11", "6/30", "yesterdy", "周一", "120%",
      "S433123-0099", "4331231042060099", "vist", "走放", "发方", "H2", "5只鸡苗", "3口人都在家", "12 haed",
      "6.30", "2011", "June 30", "06-30", "30-Jun-2011", "tomorrow", "前日", "昨晚", "上周", "二〇一一年六月三十日",
      "发放5只", "发放鸡苗", "-5 head", "2011-06-20 2011-06-21", "20% 30%",
    ])
  func slips(word: String) throws {
    let folder = try Self.office()
    let told = try folder.run("log", "-", "--staff", "S1", input: "H1 \(word)\n")
    #expect(told.status == 1 && told.errors.contains("line 1: "), "\(told)")
    let quoted = try folder.run(
      "log", "-", "--staff", "S1", "--dry-run", input: "H1 \"\(word)\"\n")
    #expect(quoted.status == 0, "\(quoted)")
  }

  @Test(
    "a number takes no word that says something else for its unit, and blanks or commas part words")
  func taken() throws {
    let folder = try Self.office()
    let lines = """
      H1 delivery 12 2011-06-20
      H1 发放 13 S2
      14 H1 发放
      H1 走访，2011-06-21，屋顶漏雨，没有钱
      H1 visit 1,200 yuan paid, all of it
      H2 走访 前天
      H2 delivery 6 other:筐 yesterday
      H3 施工 40 % 昨日
      H1 2011-06-23 "走放"，5只 发放，rest，"6/30"
      H3 delivery head 12 2011-06-24
      """
    let told = try folder.run(
      "log", "-", "--staff", "S1", "--on", "2011-06-22", input: lines + "\n")
    #expect(told.status == 0, "\(told.errors)")
    let sheet = try folder.run("export", "progress").output
    for row in [
      "H1,,2011-06-20,S1,delivery,12,,,", "H1,,2011-06-22,S2,delivery,13,,,",
      "H1,,2011-06-22,S1,delivery,14,,,", "H1,,2011-06-21,S1,visit,,,,屋顶漏雨，没有钱",
      "H1,,2011-06-22,S1,visit,1200,yuan,,\"paid, all of it\"", "H2,,2011-06-28,S1,visit,,,,",
      "H2,,2011-06-29,S1,delivery,6,筐,,", "H3,,2011-06-29,S1,construction,,,40,",
      "H1,,2011-06-23,S1,delivery,5,animal,,走放 rest，6/30",
      "H3,,2011-06-24,S1,delivery,12,head,,",
    ] { #expect(sheet.contains(row), "\(row) in \(sheet)") }
  }

  @Test("two households, or two amounts, are two lines")
  func twice() throws {
    let folder = try Self.office()
    for (line, words) in [
      ("H1 H2 visit", "H2 is a second household"), ("H1 发放 12头 3袋", "“3袋” is a second"),
      ("H1 vist", "“vist” is no kind (did you mean “visit”?); correct it"),
    ] {
      let told = try folder.run("log", "-", "--staff", "S1", input: line + "\n")
      #expect(told.status == 1 && told.errors.contains(words), "\(told)")
    }
    let meant = try folder.run("log", "-", "--staff", "S1", input: "H1 发放 5只鸡苗\n")
    #expect(meant.errors.contains("did you mean “5只 鸡苗”"), "\(meant)")
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
    let places = told.errors.split(separator: "\n").compactMap { $0.firstMatch(of: /line (\d)/)?.1 }
    #expect(places == ["2", "3"], "\(told.errors)")
    #expect(try folder.lastEntry() == last)
  }

  @Test(
    "bytes that are no text are refused with their line and what to do",
    arguments: [
      ("H1 one\nH2 a\0b\n", "line 2 of standard input has a NUL", "nul"),
      ("H\u{0}1\u{0}\n\u{0}", "standard input is UTF-16 without", "invalid_bytes"),
    ])
  func noText(input: String, words: String, rule: String) throws {
    let folder = try Self.office()
    let told = try folder.run("log", "-", "--staff", "S1", "--json", input: input)
    #expect(told.status == 1 && told.errors.contains(words), "\(told)")
    #expect(told.errors.contains("UTF-8") && told.output.contains("\"rule\":\"\(rule)\""))
  }

  @Test("and a line that is of no encoding; the receipt tells the note that is kept")
  func noEncoding() throws {
    let folder = try Self.office()
    try (Data("H1 one\n".utf8) + Data([0xFF, 0x0A])).write(to: folder.url("broken.txt"))
    for (line, words) in [
      ("log --file broken.txt --staff S1", "line 2 of broken.txt has bytes"),
      ("log - --staff S1 --lang zh < broken.txt", "第 2 行（标准输入）"),
    ] {
      let told = try folder.shell("$PROGRAM \(line)")
      #expect(told.status == 1 && told.errors.contains(words), "\(told)")
      #expect(told.errors.contains("UTF-8"))
    }
    let empty = try folder.run("log", "-", "--staff", "S1", input: "H1 \"NULL\"\n")
    #expect(empty.status == 0 && !empty.output.contains("NULL"), "\(empty)")
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
    #expect(try folder.run("log", "-", "--file", "gbk.txt", "--staff", "S1").status == 64)
    // The end mark of old systems is no note.
    #expect(
      try folder.run("log", "-", "--staff", "S1", input: "H2 2011-06-20\r\n\u{1A}").status == 0)
    #expect(try folder.run("export", "progress").output.contains("H2,,2011-06-20,S1,visit,,,,"))
    #expect(try folder.run("log").status == 64)
    #expect(try folder.run("log", "H1").status == 64)
  }
}
