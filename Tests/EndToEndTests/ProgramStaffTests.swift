import Foundation
import Testing

@Suite("Officials, responsibilities, plans and incomes by command")
struct ProgramStaffTests {
  private func taken(_ told: ProgramFolder.Result) {
    #expect(told.status == 0, "\(told.output) \(told.errors)")
  }

  @Test("an official is added once, refused with other values, corrected, and leaves")
  func staff() throws {
    let folder = try DailyFolder.make()
    let added = try folder.words(
      "staff add S9 --name 田小川 --county Fenghuang --phone 13812345678 --json")
    taken(added)
    #expect(added.output.contains(#""sheet":"staff","created":1,"changed":0,"unchanged":0"#))
    #expect(added.output.contains(#""closed_months":[]"#))
    let again = try folder.words("staff add S9 --name 田小川 --county 433123 --json")
    #expect(again.output.hasPrefix(#"{"entry":null"#))
    let other = try folder.words("staff add S9 --name 田大川 --json")
    #expect(try folder.rule(of: other) == "stands")
    taken(try folder.words("staff correct S9 --name 田大川 --position 科员"))
    #expect(
      try folder.rule(of: try folder.words("staff correct S8 --name x --json")) == "unknown_staff")
    let leaving = try folder.words("staff leave S1 --on 2011-06-01")
    taken(leaving)
    #expect(leaving.errors.contains("1 responsibility runs on"))
    let listed = try folder.words("staff list --format csv").output.split(separator: "\n")
    #expect(listed.first == "staff_no,name,employer,county_code,left_on,position,phone")
    #expect(listed.contains("S1,Li Ming,Office for Poverty Reduction,433123,2011-06-01,,"))
    #expect(listed.contains("S9,田大川,,433123,,科员,138****5678"))
    taken(try folder.words("check"))
  }

  @Test("one conflict refuses all, naming each; --vacant fills the gaps alone")
  func assigned() throws {
    let folder = try DailyFolder.make()
    let refused = try folder.words("assign contact S2 H1 H2 H3 --since 2011-04-01")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("H1") && refused.errors.contains("H2"))
    #expect(!refused.errors.contains("H3"))
    let village = try folder.words(
      "assign 联系责任 S2 --village \(DailyFolder.village) --since 2011-04-01 --vacant --json")
    taken(village)
    #expect(village.output.contains(#""created":2"#))
    let roles = try folder.words("export assignments").output
    #expect(roles.contains("H1,contact,S2,2011-05-01,\n"))
    #expect(roles.contains("H3,contact,S2,2011-04-01,\n"))
    let full = try folder.words("assign contact S3 H1 H2 H3 --since 2011-04-01 --vacant --json")
    #expect(try folder.rule(of: full) == "nothing_vacant")
    taken(try folder.words("project link P1 H1 H3 --since 2011-04-01"))
    let project = try folder.words("assign support S3 --project P1 --since 2011-04-01 --json")
    #expect(project.output.contains(#""created":2"#))
  }

  @Test("a handover cuts what runs and passes on what begins later, in one entry")
  func handover() throws {
    let folder = try DailyFolder.make()
    taken(try folder.words("assign contact S1 H1 --since 2011-06-01"))
    let entry = try folder.lastEntry()
    let done = try folder.words("handover S1 S2 --role contact --on 2011-05-20 --json")
    taken(done)
    #expect(done.output.contains(#""entry":\#(entry + 1),"#))
    #expect(
      done.output.contains(#""from":"S1","to":"S2","responsibilities":2,"households":2"#))
    let roles = try folder.words("export assignments").output
    #expect(
      roles == """
        household_no,role,staff_no,since,until
        H1,contact,S1,2011-03-01,2011-05-01
        H1,contact,S2,2011-06-01,
        H2,contact,S1,2011-03-01,2011-05-20
        H2,contact,S2,2011-05-20,

        """)
    let holder = try folder.words("handover S1 S2 H2 --on 2011-05-20 --json")
    #expect(try folder.rule(of: holder) == "receiver_holds")
    let nothing = try folder.words("handover S1 S3 --on 2011-05-20 --json")
    #expect(try folder.rule(of: nothing) == "nothing_to_hand_over")
    taken(try folder.words("undo \(entry + 1) --yes"))
    #expect(try folder.words("export assignments").output.contains("H2,contact,S1,2011-03-01,\n"))
    taken(try folder.words("check"))
  }

  @Test("a handover to who has left is warned of once, with the count and the first household")
  func handoverToLeft() throws {
    let folder = try DailyFolder.make()
    taken(try folder.words("assign support S1 H1 H2 H3 --since 2011-03-01"))
    taken(try folder.words("staff leave S2 --on 2011-04-01"))
    let told = try folder.words("handover S1 S2 --role support --on 2011-05-01")
    taken(told)
    #expect(
      told.errors == """
        sixpoint: warning: since: S2 left office on 2011-04-01; 3 responsibilities were taken, \
        the first for household H1, correct the day or hand them over

        """)
    let one = try folder.words("handover S1 S2 H2 --role contact --on 2011-05-02 --json")
    taken(one)
    #expect(one.output.contains("it was taken for household H2, correct"), "\(one.output)")
    // What is told of one row of several names it.
    taken(try folder.words("household end H3 --on 2011-05-10 --ground x"))
    let ended = try folder.words("assign implementation S1 H1 H3 H1 --since 2011-05-20")
    taken(ended)
    #expect(ended.output.contains("2 households in the role implementation, 2 periods"))
    #expect(
      ended.errors.contains("warning: H3: since: the household ended on 2011-05-10"),
      "\(ended.errors)")
  }

  @Test("more than a hundred households need --yes, and nothing is done without")
  func wide() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    for sheet in [ProgramFolder.roster(101), ProgramFolder.staff(2)] {
      try #require(try folder.run("import", "-", "--quiet", input: sheet).status == 0)
    }
    taken(try folder.words("assign contact S1 --village \(DailyFolder.village) --since 2011-03-01"))
    let entry = try folder.lastEntry()
    let refused = try folder.words("handover S1 S2 --on 2011-05-01 --json")
    #expect(try folder.rule(of: refused) == "not_confirmed")
    #expect(try folder.lastEntry() == entry)
    taken(try folder.words("handover S1 S2 --on 2011-05-01 --dry-run"))
    taken(try folder.words("handover S1 S2 --on 2011-05-01 --yes"))
    let load = try folder.words("staff load --over 100 --on 2011-05-01 --format csv").output
    #expect(
      load == """
        staff_no,name,employer,county_code,left_on,support,implementation,contact,households
        S2,Li Ming,Office for Poverty Reduction,433123,,0,0,101,101

        """)
  }

  @Test("a plan is set, corrected and ended; an income follows its parts")
  func plans() throws {
    let folder = try DailyFolder.make()
    taken(try folder.words("plan H1 --starts 2011-03-10 --measures goats --goal-income 9800"))
    #expect(
      try folder.rule(of: try folder.words("plan H1 --starts 2011-03-10 --measures sheep --json"))
        == "stands")
    taken(try folder.words("plan correct H1 --starts 2011-03-10 --measures sheep"))
    #expect(
      try folder.rule(
        of: try folder.words("plan correct H1 --starts 2011-04-10 --measures x --json"))
        == "unknown_plan")
    let trial = try folder.words("plan end H1 --on 2011-06-01 --dry-run")
    #expect(trial.output.contains("H1: −plan"))
    taken(try folder.words("plan end H1 --on 2011-06-01"))
    #expect(
      try folder.words("export plans").output
        == "household_no,starts_on,ended_on,goal_income,measures,exit_on\nH1,2011-03-10,2011-06-01,9800.00,sheep,\n"
    )
    taken(try folder.words("income H1 --year 2010 --wage 5000 --cost 200"))
    taken(try folder.words("income H1 --year 2010 --business 300"))
    #expect(
      try folder.words("export income").output.contains("H1,2010,5000.00,300.00,,,200.00,5100.00"))
    taken(try folder.words("year open 2012 --report-due 5"))
    #expect(
      try folder.words("export years").output
        == "year,income_goal,report_due_day\n2011,1500.00,\n2012,1500.00,5\n")
  }

  @Test("the report of staff tells load, visits, who was not visited, and gaps")
  func report() throws {
    let folder = try DailyFolder.make()
    taken(try folder.words("log H2 visit --staff S1 --on 2011-06-10"))
    taken(try folder.words("assign support S1 H1 H2 --since 2011-06-01"))
    let report = try folder.words("report staff --on 2011-06-30 --format csv").output
    #expect(
      report.hasPrefix(
        "staff_no,name,employer,county_code,left_on,support,implementation,contact,households,visits,unvisited,gaps,overlaps\n"
      ))
    #expect(report.contains("S1,Li Ming,Office for Poverty Reduction,433123,,2,0,1,2,1,1,1,0\n"))
    let json = try folder.words("report staff --on 2011-06-30 --json").output
    #expect(json.contains(#""staff_no":"S1""#) && json.contains(#""unvisited":1,"gaps":1"#))
  }
}
