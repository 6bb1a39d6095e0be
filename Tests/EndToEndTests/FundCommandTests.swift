import Foundation
import Testing

@Suite("Money by commands")
struct FundCommandTests {
  private static let payments =
    "voucher_no,household_no,payee,project_no,batch_no,source,amount,paid_on,reverses\n"

  @Test("an overdraft says what the rung holds and what was asked, in both languages")
  func overdraft() throws {
    let folder = try FundFolder.make()
    let command = "fund allocate B1 --project P1 --amount 1000.01 --on 2011-05-01"
    #expect(
      try folder.shell("$PROGRAM \(command)").errors.contains(
        "B1 of Fenghuang County holds 1000.00 yuan on 2011-05-01; 1000.01 asked"))
    #expect(
      try folder.shell("$PROGRAM \(command) --lang zh").errors.contains(
        "凤凰县批次 B1 在 2011-05-01 有 1000.00 元；要求 1000.01 元"))
  }

  @Test("money goes down the whole ladder and back by commands, and each says what it moved")
  func ladder() throws {
    let folder = try FundFolder.make()
    for (line, says) in [
      (
        "fund issue B2 --document d2 --fund convergence --source county --amount 500 --on 2011-05-01",
        "B2: 0.00 → 500.00 yuan"
      ),
      (
        "fund allocate B2 --county Fenghuang --amount 500 --on 2011-05-01",
        "B2 of Fenghuang County: 0.00 → 500.00"
      ),
      (
        "fund allocate B2 --project P1 --amount 400 --on 2011-05-02",
        "B2 of project P1: 0.00 → 400.00"
      ),
      (
        "fund allocate B2 --household H1 --project P1 --amount 100 --on 2011-05-03 --number A1",
        "B2 of household H1, project P1: 0.00 → 100.00"
      ),
      (
        "fund pay H1 --project P1 --batch B2 --amount 60 --voucher V1 --on 2011-05-04",
        "B2 of household H1, project P1: 100.00 → 40.00"
      ),
      (
        "fund return --voucher V2 --household H1 --project P1 --batch B2 --amount 10 --on 2011-05-05",
        "B2 of household H1, project P1: 40.00 → 50.00"
      ),
      ("fund reverse V1 --number V3 --on 2011-05-06", "refused"),
      ("fund reverse V2 --number V4 --on 2011-05-06", "50.00 → 40.00"),
      ("fund reverse V1 --number V5 --on 2011-05-07", "40.00 → 100.00"),
      ("fund reverse A1 --on 2011-05-08", "100.00 → 0.00"),
      (
        "fund return B2 --project P1 --amount 400 --on 2011-05-09",
        "B2 of project P1: 400.00 → 0.00"
      ),
    ] {
      let told = try folder.shell("$PROGRAM \(line)")
      if says == "refused" {
        #expect(told.status == 1, "\(line): \(told.output)")
      } else {
        #expect(told.status == 0, "\(line): \(told.errors)")
        #expect(told.output.contains(says), "\(line): \(told.output)")
        #expect(told.output.hasPrefix("Entry "), "\(told.output)")
      }
    }
    #expect(try folder.run("check").status == 0)
  }

  @Test("a dry run shows the balances that would result, and writes nothing")
  func dryRun() throws {
    let folder = try FundFolder.make()
    let before = try folder.lastEntry()
    let told = try folder.shell(
      "$PROGRAM fund allocate B1 --project P1 --each 50 H1 H2 --on 2011-05-01 --dry-run")
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output.contains("B1 of project P1: 5,200.00 → 5,100.00 yuan"), "\(told.output)")
    #expect(told.output.contains("B1 of household H2, project P1: 300.00 → 350.00"))
    #expect(try folder.lastEntry() == before)
  }

  @Test(
    "movements are numbered by office, year and entry, and an equal one of the day needs --again")
  func numbering() throws {
    let folder = try FundFolder.make()
    let line = "$PROGRAM fund allocate B1 --household H1 --project P1 --amount 5 --on 2011-05-01"
    let first = try folder.shell(line + " --json")
    let entry = try folder.lastEntry()
    #expect(first.output.contains("\"numbers\":[\"433123-2011-\(entry)\"]"), "\(first.output)")
    let second = try folder.shell(line)
    #expect(second.status == 1)
    #expect(second.errors.contains("433123-2011-\(entry)") && second.errors.contains("--again"))
    #expect(try folder.shell(line + " --again").status == 0)
    #expect(try folder.shell(line + " --number OWN").status == 0)
    let each = "$PROGRAM fund allocate B1 --project P1 --each 7 H2 H3 --on 2011-05-01 --json"
    let many = try folder.shell(each)
    let last = try folder.lastEntry()
    #expect(
      many.output.contains("\"numbers\":[\"433123-2011-\(last)-1\",\"433123-2011-\(last)-2\"]"))
    let twice = try folder.shell(
      "$PROGRAM fund allocate B1 --project P1 --each 9 H2 H2 --on 2011-05-01")
    #expect(twice.status == 1, "\(twice.output)")
  }

  @Test("a number of both series is reversed by saying which")
  func series() throws {
    let folder = try FundFolder.make()
    try folder.write("sheet.csv", Self.payments + "N1,H1,,P1,B1,,1,2011-05-01,\n")
    #expect(try folder.run("import", "sheet.csv").status == 0)
    let unclear = try folder.shell("$PROGRAM fund reverse N1 --number R --on 2011-05-02")
    #expect(unclear.status == 1 && unclear.errors.contains("--movement"), "\(unclear.errors)")
    #expect(
      try folder.shell("$PROGRAM fund reverse N1 --voucher --number R --on 2011-05-02").status == 0)
    #expect(
      try folder.shell("$PROGRAM fund reverse N1 --movement --number R --on 2011-05-02").status == 0
    )
    let twice = try folder.shell("$PROGRAM fund reverse N2 --number R --on 2011-05-02")
    #expect(twice.status == 1 && twice.errors.contains("used by entry"), "\(twice.errors)")
  }

  @Test(
    "a batch that stands is refused with other values, and corrected by its own command; nothing that money rests on goes"
  )
  func correct() throws {
    let folder = try FundFolder.make()
    let same = "--document d --fund convergence --source central --amount 9000 --on 2011-02-01"
    #expect(try folder.shell("$PROGRAM fund issue B1 \(same)").status == 0)
    let other = same.replacing("9000", with: "9500")
    let refused = try folder.shell("$PROGRAM fund issue B1 \(other) --json")
    #expect(refused.status == 1 && refused.output.contains("\"rule\":\"stands\""))
    // What stands is told, not what would follow of the other values: a rung overdrawn, another fund's money.
    for follows in [
      same.replacing("9000", with: "500"), same.replacing("2011-02-01", with: "2011-06-01"),
    ] {
      let refused = try folder.words("fund issue B1 \(follows) --json")
      #expect(try folder.rule(of: refused) == "stands", "\(refused.output)")
    }
    let again = "project propose P1 --name goats --kind breeding --county 433123 --fund rain_plan"
    let fund = try folder.words(again + " --on 2011-03-01 --json")
    #expect(try folder.rule(of: fund) == "stands", "\(fund.output)")
    let day = try folder.words(again + " --on 2011-03-20 --json")
    #expect(try folder.rule(of: day) == "stands", "\(day.output)")
    // What rests on a fact that is to be taken back is named by its entry.
    let money = try folder.lastEntry()
    for key in ["batches B1,central", "allocations M1", "projects P1"] {
      let rested = try folder.words("withdraw \(key) --reason x --yes --json")
      #expect(rested.status == 1 && rested.output.contains(" \(money))"), "\(rested.output)")
    }
    let corrected = try folder.shell("$PROGRAM fund correct B1 --source central --amount 9500")
    #expect(corrected.status == 0, "\(corrected.errors)")
    #expect(corrected.output.contains("B1: 1,000.00 → 1,500.00"), "\(corrected.output)")
    let less = try folder.shell("$PROGRAM fund correct B1 --source central --amount 7999.99")
    #expect(less.status == 1 && less.errors.contains("B1 holds 7999.99 yuan"), "\(less.errors)")
  }

  @Test("what is missing or contradictory on the line is a usage error")
  func usage() throws {
    let folder = try FundFolder.make()
    for line in [
      "fund allocate B1 --amount 5", "fund allocate B1 --county 433123",
      "fund allocate B1 --county 433123 --project P1 --amount 5",
      "fund allocate B1 --project P1 --each 5", "fund allocate B1 --household H1 --amount 5",
      "fund allocate B1 --project P1 --amount -5", "fund pay H1 --project P1 --batch B1 --amount 5",
      "fund pay --project P1 --batch B1 --amount 5 --voucher V", "fund return B1 --amount 5",
      "fund return --voucher V --household H1 --project P1 --amount 5",
      "fund reverse N1 --movement --voucher --number X",
    ] {
      let told = try folder.shell("$PROGRAM \(line) --on 2011-05-01")
      #expect(told.status == 64, "\(line): \(told.status) \(told.errors)")
    }
  }

  @Test("the balance of the rungs by batch, project and household")
  func balance() throws {
    let folder = try FundFolder.make()
    let all = try folder.shell("$PROGRAM fund balance --on 2011-05-01 --format csv")
    #expect(
      all.output == """
        rung,fund,source,batch_no,county_code,county,project_no,household_no,payee,fiscal,in_yuan,out_yuan,balance_yuan
        batch,convergence,central,B1,,,,,,yes,9000.00,8000.00,1000.00
        county,convergence,central,B1,433123,Fenghuang County,,,,yes,8000.00,7000.00,1000.00
        project,convergence,central,B1,433123,Fenghuang County,P1,,,yes,7000.00,1800.00,5200.00
        household,convergence,central,B1,433123,Fenghuang County,P1,,,yes,1800.00,0.00,1800.00

        """)
    let one = try folder.shell("$PROGRAM fund balance --household H1 --on 2011-05-01 --format csv")
    #expect(one.output.contains(",P1,H1,,yes,300.00,0.00,300.00\n"), "\(one.output)")
    #expect(
      try folder.shell("$PROGRAM fund balance --on 2011-01-01 --json").output.contains(
        "\"count\":0"))
  }
}
