import Arguments
import Testing

@Suite("Reading a command line")
struct ParsingTests {
  @Test(
    "options stand in any order, before, among and after the words of the command",
    arguments: [
      ["report", "monthly", "--month", "2011-06", "-o", "a.csv", "--json"],
      ["--json", "-o", "a.csv", "report", "--month", "2011-06", "monthly"],
      ["report", "-o=a.csv", "monthly", "--json", "--month=2011-06"],
      ["--month=2011-06", "report", "monthly", "--output=a.csv", "--json", "--json"],
      ["report", "monthly", "-oa.csv", "--json", "--month", "2011-06"],
    ])
  func anyOrder(arguments: [String]) throws {
    let parsed = try #require(try SampleTree.run(arguments))
    #expect(parsed.command.path == ["report", "monthly"])
    #expect(parsed.value("month") == "2011-06")
    #expect(parsed.value("output") == "a.csv")
    #expect(parsed.flag("json"))
    #expect(parsed.value("by") == nil)
  }

  @Test("values of options are never taken for words of the command")
  func valuesBeforeCommand() throws {
    let parsed = try #require(try SampleTree.run(["--register", "report", "import", "help"]))
    #expect(parsed.command.path == ["import"])
    #expect(parsed.value("register") == "report")
    #expect(parsed.positionals("FILE") == ["help"])
  }

  @Test("two dashes end the options, wherever they stand")
  func doubleDash() throws {
    let after = try #require(try SampleTree.run(["import", "-c", "--", "--json", "--", "-o"]))
    #expect(after.positionals("FILE") == ["--json", "--", "-o"])
    #expect(after.flag("check") && !after.flag("json"))
    let before = try #require(try SampleTree.run(["--", "import", "--help"]))
    #expect(before.positionals("FILE") == ["--help"])
  }

  @Test("one dash and negative numbers are values")
  func dashes() throws {
    let parsed = try #require(try SampleTree.run(["import", "-", "-5", "-.5", "-o", "-"]))
    #expect(parsed.positionals("FILE") == ["-", "-5", "-.5"])
    #expect(parsed.value("output") == "-")
    let amount = try #require(try SampleTree.run(["import", "x", "--county", "-500"]))
    #expect(amount.values("county") == ["-500"])
  }

  @Test("an equals sign gives any value, and only the first one parts")
  func equalsSign() throws {
    let parsed = try #require(
      try SampleTree.run(["import", "x", "--county=--a=b", "--county==", "-o==x"]))
    #expect(parsed.values("county") == ["--a=b", "="])
    #expect(parsed.value("county") == "=")
    #expect(parsed.value("output") == "=x")
  }

  @Test(
    "an empty argument or value is refused by name",
    arguments: [
      (["import", ""], "FILE"), (["import", "x", " \u{3000}"], "FILE"),
      (["import", "x", "--county="], "--county"), (["import", "x", "-o", ""], "-o"),
    ])
  func empty(words: [String], name: String) {
    #expect(throws: UsageFailure(command: ["import"], .emptyValue(of: name))) {
      try SampleTree.run(words)
    }
  }

  @Test("letters may share a dash, the last one taking a value")
  func clusters() throws {
    let attached = try #require(try SampleTree.run(["import", "x", "-coa.csv"]))
    #expect(attached.flag("check") && attached.value("output") == "a.csv")
    let apart = try #require(try SampleTree.run(["-co", "a.csv", "import", "x"]))
    #expect(apart.flag("check") && apart.value("output") == "a.csv")
  }

  @Test("arguments fill their places in order")
  func places() throws {
    let both = try #require(try SampleTree.run(["report", "staff", "433123", "gaps"]))
    #expect(both.positional("OFFICE") == "433123" && both.positional("KIND") == "gaps")
    let one = try #require(try SampleTree.run(["report", "staff", "433123"]))
    #expect(one.positional("KIND") == nil)
  }

  @Test("--version calls the command of that name")
  func version() throws {
    #expect(try SampleTree.run(["--version"])?.command.path == ["version"])
    #expect(throws: UsageFailure.self) { try SampleTree.run(["import", "--version"]) }
  }

  @Test(
    "help is asked for anywhere, whatever else is wrong",
    arguments: [
      (["--help"], []), (["-h"], []), (["help"], []), (["help", "help"], ["help"]),
      (["report", "--help"], ["report"]), (["help", "report"], ["report"]),
      (["-h", "report", "monthly"], ["report", "monthly"]),
      (["report", "monthly", "--by", "moon", "--what", "--help"], ["report", "monthly"]),
      (["help", "report", "--lang", "zh", "monthly"], ["report", "monthly"]),
      (["import", "-ch"], ["import"]), (["-ch"], []), (["report", "-ch"], ["report"]),
      (["import", "x", "-h"], ["import"]),
    ] as [([String], [String])])
  func help(arguments: [String], path: [String]) throws {
    #expect(try SampleTree.tree.parse(arguments) == .help(path: path))
  }

  @Test("the language and JSON are known even where the rest is at fault")
  func preferences() {
    let tree = SampleTree.tree
    let stated = tree.preferences(in: ["imprt", "--lang", "zh", "--json", "--bogus"])
    #expect(stated == AnswerPreferences(language: "zh", wantsJSON: true))
    let joined = tree.preferences(in: ["--lang=en", "--format", "json"])
    #expect(joined == AnswerPreferences(language: "en", wantsJSON: true))
    let none = tree.preferences(in: ["import", "--", "--json", "--lang=zh"])
    #expect(none == AnswerPreferences(language: nil, wantsJSON: false))
  }

  @Test("a number is read within its range")
  func integers() throws {
    let parsed = try #require(try SampleTree.run(["import", "x", "--county", "12"]))
    #expect(try parsed.integer("county", in: 0...12) == 12)
    #expect(throws: UsageFailure.self) { try parsed.integer("county", in: 13...20) }
    let huge = try #require(
      try SampleTree.run(["import", "x", "--county", "99999999999999999999"]))
    #expect(throws: UsageFailure.self) { try huge.integer("county", in: 0...Int.max) }
    let none = try #require(try SampleTree.run(["import", "x"]))
    #expect(try none.integer("county", in: 0...1) == nil)
  }
}
