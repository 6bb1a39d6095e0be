import Foundation
import Testing

@Suite("Payment by instalments")
struct InstalmentTests {
  private static let header =
    "project_no,name,kind,county_code,proposed_on,started_on,accepted_on,grade,instalments\n"

  /// P1 pays 40/50/10 and started on 10 April.
  private func folder() throws -> ProgramFolder {
    let folder = try FundFolder.make()
    try folder.write("staff.csv", ProgramFolder.staff(1))
    try folder.write(
      "projects.csv",
      Self.header + "P1,goats,breeding,433123,2011-03-01,2011-04-10,,,40/50/10\n")
    let made = try folder.run("import", "--quiet", "staff.csv", "projects.csv")
    try #require(made.status == 0, "\(made.errors)")
    return folder
  }

  @Test("without an amount, off a terminal, the one that is due is printed, and the status is 64")
  func proposed() throws {
    let folder = try folder()
    let pay = "$PROGRAM fund pay H1 --project P1 --batch B1"
    let before = try folder.lastEntry()
    let early = try folder.shell(pay + " --on 2011-04-09")
    #expect(early.status == 64 && early.output.contains("is due 0.00 yuan"), "\(early.output)")
    let first = try folder.shell(pay + " --on 2011-04-10")
    #expect(first.status == 64)
    #expect(
      first.output
        == "household H1 is due 120.00 yuan on 2011-04-10: instalments 40/50/10 of 300.00, 40 % by now, 0.00 paid\n"
    )
    #expect(try folder.lastEntry() == before)
    #expect(
      try folder.shell(pay + " --amount 120 --voucher V1 --on 2011-04-10").errors.isEmpty)
    let logged = try folder.shell(
      "$PROGRAM log P1 construction --percent 80 --staff S1 --on 2011-05-01")
    #expect(logged.status == 0, "\(logged.errors)")
    #expect(
      try folder.shell(pay + " --on 2011-05-01").output.contains("is due 150.00 yuan"))
    try folder.write(
      "projects.csv",
      Self.header + "P1,goats,breeding,433123,2011-03-01,2011-04-10,2011-06-01,qualified,\n")
    #expect(try folder.run("import", "projects.csv").status == 0)
    #expect(
      try folder.shell(pay + " --on 2011-06-01 --lang zh").output.contains("应付 180.00 元"))
    #expect(try folder.shell("$PROGRAM fund pay H1 --project P2 --batch B1").status == 64)
  }

  @Test("more than the rule allows is taken and told, by command and by sheet")
  func beyond() throws {
    let folder = try folder()
    let paid = try folder.shell(
      "$PROGRAM fund pay H1 --project P1 --batch B1 --amount 120.01 --voucher V1 --on 2011-04-10")
    #expect(paid.status == 0 && paid.errors.contains("allow 120.00 by this day"), "\(paid.errors)")
    try folder.write(
      "payments.csv",
      "voucher_no,household_no,project_no,batch_no,amount,paid_on\nV2,H2,P1,B1,120,2011-04-10\nV3,H3,P1,B1,121,2011-04-10\n"
    )
    let sheet = try folder.run("import", "payments.csv", "--json")
    #expect(sheet.status == 0)
    #expect(sheet.output.contains("B1 of household H3, project P1: with it 121.00 yuan are paid"))
    let told = sheet.output.components(separatedBy: "beyond_instalments").count - 1
    #expect(told == 1, "\(sheet.output)")
  }

  /// Beside the 300 yuan of central money, H1 has 1,000 of provincial money of the same batch.
  private func folderOfTwo() throws -> ProgramFolder {
    let folder = try folder()
    for line in [
      "fund issue B1 --document d --fund convergence --source provincial --amount 5000 --on 2011-02-02",
      "fund allocate B1 --source provincial --county 433123 --amount 5000 --on 2011-04-01",
      "fund allocate B1 --source provincial --project P1 --amount 5000 --on 2011-04-01",
      "fund allocate B1 --source provincial --household H1 --project P1 --amount 1000 --on 2011-04-01",
    ] {
      let told = try folder.shell("$PROGRAM \(line)")
      try #require(told.status == 0, "\(line): \(told.errors)")
    }
    return folder
  }

  @Test("of several sources each that is due is proposed, and where one alone is due, that")
  func sources() throws {
    let folder = try folderOfTwo()
    let pay = "$PROGRAM fund pay H1 --project P1 --batch B1"
    let both = try folder.shell(pay + " --on 2011-04-10")
    #expect(both.status == 64)
    #expect(
      both.output == """
        household H1 is due 120.00 yuan of central on 2011-04-10: instalments 40/50/10 of 300.00, 40 % by now, 0.00 paid
        household H1 is due 400.00 yuan of provincial on 2011-04-10: instalments 40/50/10 of 1000.00, 40 % by now, 0.00 paid

        """)
    let json = try folder.shell(pay + " --on 2011-04-10 --json")
    #expect(json.status == 64 && json.output.contains("120.00 yuan of central"), "\(json.output)")
    #expect(json.output.contains("400.00 yuan of provincial"), "\(json.output)")
    let chinese = try folder.shell(pay + " --on 2011-04-10 --lang zh").output
    #expect(chinese.contains("中央资金应付 120.00 元") && chinese.contains("省级资金应付 400.00 元"))
    let named = try folder.shell(pay + " --source provincial --on 2011-04-10").output
    #expect(named.contains("due 400.00 yuan on") && !named.contains("120.00"), "\(named)")
    let paid = try folder.shell(
      pay + " --source central --amount 120 --voucher V1 --on 2011-04-10")
    try #require(paid.status == 0, "\(paid.errors)")
    let rest = try folder.shell(pay + " --on 2011-04-10").output
    #expect(rest.contains("400.00 yuan of provincial") && !rest.contains("of central"), "\(rest)")
  }

  @Test("on a terminal the source is asked before the amount, unless one alone is due")
  func asked() throws {
    let folder = try folderOfTwo()
    for (project, lines, told, status) in [
      (
        "P1", ["2", "", "V1", "yes"],
        ["1 P1 B1 central 300.00", "source: provincial", "amount: 400.00 yuan"], 0
      ),
      (
        "P1", ["", "V2", "yes"],
        ["source: central", "empty: 120.00 yuan", "amount: 120.00 yuan"], 0
      ),
      // Of a project that holds nothing the batch alone says which sources there are.
      ("P2", ["2", "\u{4}"], ["1 central  2 provincial", "source (1 to 2", "amount (yuan)"], 1),
    ] as [(String, [String], [String], Int32)] {
      let words = [
        "fund", "pay", "H1", "--project", project, "--batch", "B1", "--on", "2011-04-10",
      ]
      let terminal = try Pseudoterminal()
      let process = try folder.process(ProgramFolder.program, words)
      process.environment?["SIXPOINT_LANG"] = "en"
      process.standardInput = terminal.terminal
      process.standardError = terminal.terminal
      try process.run()
      terminal.type(lines.map { $0 + "\n" }.joined())
      let shown = try terminal.read()
      #expect(try folder.finish(process).status == status, "\(shown)")
      for word in told { #expect(shown.contains(word), "\(word) in \(shown)") }
    }
  }

  @Test("a payee is proposed what is due of the project's own money, and told what is beyond it")
  func payee() throws {
    let folder = try folder()
    // 7,000 came to P1, of which 1,800 went on to households: 40 % of 5,200.
    let pay = "$PROGRAM fund pay --payee builder --project P1 --batch B1"
    let due = try folder.shell(pay + " --on 2011-04-10")
    #expect(due.status == 64)
    #expect(due.output.hasPrefix("payees are due 2080.00 yuan on 2011-04-10"), "\(due.output)")
    let early = try folder.shell(pay + " --amount 1 --voucher V1 --on 2011-04-09")
    #expect(early.status == 0 && early.errors.contains("allow 0.00 by this day"), "\(early.errors)")
    let within = try folder.shell(pay + " --amount 2079 --voucher V2 --on 2011-04-10")
    #expect(within.status == 0 && within.errors.isEmpty, "\(within.errors)")
    let beyond = try folder.shell(pay + " --amount 0.01 --voucher V3 --on 2011-04-10")
    #expect(
      beyond.errors.contains("B1 of payee builder, project P1: with it 2080.01 yuan are paid"),
      "\(beyond.errors)")
  }

  @Test(
    "a pay list that asks for more than the rule allows is told of, once and before it is drawn")
  func listed() throws {
    let folder = try folder()
    let draw = "$PROGRAM fund paylist L1 --project P1 --on 2011-04-10"
    // Five households alike are one warning, which names the first.
    let told = """
      warning: amount: 5 payments are more than the instalments allow, the first of B1 of household H1, \
      project P1: with it 300.00 yuan are paid or on lists, and the instalments 40/50/10 allow 120.00
      """
    let tried = try folder.shell(draw + " --dry-run")
    #expect(tried.status == 0 && tried.errors.contains(told), "\(tried.errors)")
    let drawn = try folder.shell(draw + " -o list.csv --reveal --reason bank --json")
    #expect(drawn.output.contains("\"rule\":\"beyond_instalments\""), "\(drawn.output)")
    let again = try folder.run("import", "list.csv", "--json")
    #expect(again.output.contains("\"unchanged\":5"), "\(again.output)")
    #expect(!again.output.contains("beyond_instalments"), "\(again.output)")
  }
}
