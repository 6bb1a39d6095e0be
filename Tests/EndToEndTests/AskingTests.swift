import Foundation
import Testing

@Suite("Asking on a terminal for what a command lacks")
struct AskingTests {
  private let folder: ProgramFolder

  init() throws {
    folder = try FundFolder.make()
    try folder.write("staff.csv", ProgramFolder.staff(2))
    let made = try folder.run("import", "--quiet", "staff.csv")
    try #require(made.status == 0, "\(made.errors)")
  }

  /// What a command asks and tells on a terminal where these lines are typed, and how it ends.
  private func talk(
    _ words: String, _ lines: [String], officer: String = "Wang Fang", language: String = "en"
  ) throws -> (told: String, result: ProgramFolder.Result) {
    let terminal = try Pseudoterminal()
    let process = try folder.process(
      ProgramFolder.program, words.split(separator: " ").map(String.init))
    process.environment?["SIXPOINT_OFFICER"] = officer
    process.environment?["SIXPOINT_LANG"] = language
    process.environment?["COLUMNS"] = "200"
    process.standardInput = terminal.terminal
    process.standardError = terminal.terminal
    try process.run()
    terminal.type(lines.map { $0 + "\n" }.joined())
    let told = try terminal.read()
    return (told, try folder.finish(process))
  }

  private func expect(_ told: String, holds words: [String]) {
    for word in words { #expect(told.contains(word), "\(word) in \(told)") }
  }

  @Test(
    "log asks for household, kind, who, day, what and note, and proposes the household of last time"
  )
  func log() throws {
    let (told, result) = try talk(
      "log",
      [
        "H9", "甲", "99", "甲", "zzz", "甲", "H2", "9", "delivry", "2", "nobody", "S1", "2011-13-01",
        "2011-06-20",
        "many", "12", "head", "piglets", "yes",
      ])
    #expect(result.status == 0, "\(told)")
    expect(
      told,
      holds: [
        "household or project (number, name or part of one)", "there is no household H9",
        "2 H2 甲2", "“99” is no number of the list", "“zzz” is no number", "1 visit  2 delivery",
        "“9” is no number",
        "did you mean delivery", "there is no official nobody", "“2011-13-01” is no day",
        "--quantity cannot be “many”", "household or project: H2 甲2", "kind: delivery",
        "who saw it: S1 Li Ming", "day: 2011-06-20", "unit: head", "note: piglets", "Write this?",
      ])
    #expect(
      result.output.contains("2011-06-20 delivery, 12 head, “piglets” at H2, 甲2"),
      "\(result.output)")
    let again = try talk("log", ["", "visit", "S1", "", "roof", "yes"])
    #expect(again.told.contains("empty: H2 甲2"), "\(again.told)")
    #expect(
      again.result.output.contains("2011-12-31 visit, “roof” at H2"), "\(again.result.output)")
    #expect(try folder.run("check").status == 0)
  }

  @Test(
    "the officer is proposed where he is one official, and a Chinese officer is asked in Chinese")
  func officer() throws {
    let (told, result) = try talk(
      "log H1", ["发放", "", "2011-06-20", "12 头", "猪苗", "是"], officer: "S2", language: "zh")
    expect(told, holds: ["1 走访  2 发放", "回车为 S2 Li Ming", "类别：发放", "数量：12 头", "写入吗？"])
    // The unit is said with the quantity, and not asked for.
    #expect(!told.contains("单位"), "\(told)")
    #expect(result.status == 0 && result.output.contains("记录人 Li Ming"), "\(told)")
    #expect(result.output.contains("12 头，“猪苗”"), "\(result.output)")
  }

  @Test("assign asks for role, official, household and days")
  func assign() throws {
    let (told, result) = try talk(
      "assign",
      [
        "3", "Li", "zzz", "Li", "3", "Li", "2", "H1", "2011-05-01", "2011-04-01", "2011-09-01",
        "yes",
      ])
    #expect(result.status == 0, "\(told)")
    expect(
      told,
      holds: [
        "1 support  2 implementation  3 contact", "1 S1 Li Ming", "which (1 to 2",
        "“zzz” is no number of the list; 1 to 2", "“3” is no number of the list; 1 to 2",
        "first day no longer", "2011-05-01", "role: contact", "official: S2 Li Ming",
      ])
    #expect(result.output.contains("S2 answers for 1 household in the role contact"))
    let given = try talk("assign contact S1 H2", [])
    #expect(given.result.status == 0 && !given.told.contains("Write this?"), "\(given.told)")
    let wrong = try talk("assign chief", [])
    #expect(wrong.result.status == 64 && !wrong.told.contains("official ("), "\(wrong.told)")
  }

  @Test("plan and income ask for what they lack, and judge each answer by its sheet")
  func planAndIncome() throws {
    let (told, result) = try talk(
      "plan H1", ["2011-04-01", "", "养羊", "many", "9800", "2011-03-01", "", "", "yes"])
    #expect(result.status == 0, "\(told)")
    expect(told, holds: ["first day (year-month-day", "measures: 养羊", "goal of income: 9800"])
    #expect(result.output.contains("a plan of household H1 from 2011-04-01"))
    let income = try talk("income", ["H1", "", "-x", "6000", "", "", "", "800", "yes"])
    #expect(income.result.status == 0, "\(income.told)")
    expect(income.told, holds: ["year (empty: 2011)", "wages: 6000", "costs, taken off: 800"])
    let whole = try talk("income H2 --year 2011", ["", "", "", "", "", "", "5000", "yes"])
    #expect(whole.result.status == 0 && whole.told.contains("the whole: 5000"), "\(whole.told)")
  }

  @Test("fund pay proposes no household, and lets the money be chosen")
  func pay() throws {
    #expect(try talk("log H1 visit --staff S1", []).result.status == 0)
    let (told, result) = try talk(
      "fund pay", ["", "甲1", "2011-05-01", "400", "100", "V1", "yes"])
    #expect(result.status == 0, "\(told)")
    #expect(!told.contains("empty: H1") && !told.contains("1 P1 B1"), "\(told)")
    expect(
      told,
      holds: [
        "H1 甲1", "  P1 B1 central 300.00 yuan",
        "project: P1", "batch: B1", "source: central",
        "amount: 100.00 yuan", "voucher: V1",
      ])
    #expect(result.output.contains("paid with voucher V1"), "\(result.output)")
    let taken = try talk(
      "fund pay H1 --project P1 --batch B1 --on 2011-05-02", ["50", "V1", "V2", "yes"])
    #expect(taken.result.status == 0 && taken.told.contains("V1"), "\(taken.told)")
    let none = try talk("fund pay H7 --on 2011-12-31", [])
    #expect(none.result.status == 1, "\(none.told)")
    expect(none.told, holds: ["household H7 holds no money on 2011-12-31"])
    #expect(try folder.run("check").status == 0)
  }

  @Test(
    "a household that is none is told before anything is asked",
    arguments: ["log H9", "plan H9", "income H9", "fund pay H9"])
  func unknown(command: String) throws {
    let (told, result) = try talk(command, [])
    #expect(result.status == 1, "\(told)")
    #expect(told.contains("there is no household H9") && !told.contains("Write this?"), "\(told)")
    #expect(!told.contains("empty: "), "\(told)")
  }

  static let forms = [
    ("log", ["H1", "visit", "S1", "", ""]), ("assign", ["contact", "S1", "H1", "", ""]),
    ("plan H1", ["", "养羊", "", "", ""]), ("income H1", ["", "100", "", "", "", ""]),
    ("fund pay H1", ["", "10", "V1"]),
  ]

  @Test("no, the end of the input and an interrupt leave nothing", arguments: forms)
  func leaves(command: String, lines: [String]) throws {
    let before = try folder.lastEntry()
    for (last, status) in [("no\n", 1), ("\u{4}", 1), ("\u{3}", 130)] as [(String, Int32)] {
      let terminal = try Pseudoterminal()
      let process = try folder.process(
        ProgramFolder.program, command.split(separator: " ").map(String.init))
      process.standardInput = terminal.terminal
      process.standardError = terminal.terminal
      try process.run()
      terminal.type(lines.map { $0 + "\n" }.joined())
      let asked = try terminal.read { $0.contains("Write this?") }
      #expect(asked.contains("Write this?"), "\(asked)")
      if last == "\u{3}" { kill(process.processIdentifier, SIGINT) } else { terminal.type(last) }
      _ = try terminal.read()
      #expect(try folder.finish(process).status == status, "\(command) \(asked)")
    }
    #expect(try folder.lastEntry() == before)
  }

  @Test("off a terminal, and where a program reads the answer, nobody is asked", arguments: forms)
  func silent(command: String, lines: [String]) throws {
    let typed = lines.map { $0 + "\n" }.joined() + "yes\n"
    let words = command.split(separator: " ").map(String.init)
    let process = try folder.process(ProgramFolder.program, words, input: typed)
    try process.run()
    let piped = try folder.finish(process)
    #expect(piped.status == 64 && !piped.errors.contains("Write this?"), "\(piped.errors)")
    let json = try talk(command + " --json", lines)
    #expect(json.result.status == 64 && !json.told.contains("Write this?"), "\(json.told)")
  }
}
