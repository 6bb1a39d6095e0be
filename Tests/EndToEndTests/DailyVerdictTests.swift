import Foundation
import Testing

@Suite("A command and a sheet give one verdict")
struct DailyVerdictTests {
  /// What is said, as a command and as a sheet, and the rule that refuses it; nil where it is taken.
  struct Case: Sendable {
    let command: String
    let sheet: String
    let rule: String?

    init(_ command: String, _ sheet: String, _ rule: String?) {
      (self.command, self.sheet, self.rule) = (command, sheet, rule)
    }
  }

  private static let role = "household_no,role,staff_no,since,until\n"
  private static let note = "household_no,logged_on,staff_no,kind\n"
  private static let project =
    "project_no,name,kind,county_code,proposed_on,reviewed_on,meeting,verdict,approved_on\nP1,goats,breeding,433123,2011-03-10,"

  static let cases = [
    // A period of a role that overlaps by a day, touches, leaves a gap, lies before.
    Case(
      "assign contact S2 H1 --since 2011-04-30", role + "H1,contact,S2,2011-04-30,",
      "periods_overlap"),
    Case("assign contact S2 H1 --since 2011-05-01", role + "H1,contact,S2,2011-05-01,", nil),
    Case("assign contact S2 H1 --since 2011-05-02", role + "H1,contact,S2,2011-05-02,", nil),
    Case(
      "assign contact S2 H1 --since 2011-02-01 --until 2011-03-02",
      role + "H1,contact,S2,2011-02-01,2011-03-02", "periods_overlap"),
    Case(
      "assign contact S2 H1 --since 2011-02-01 --until 2011-03-01",
      role + "H1,contact,S2,2011-02-01,2011-03-01", nil),
    Case(
      "assign support S2 H1 --since 2011-05-01 --until 2011-05-01",
      role + "H1,support,S2,2011-05-01,2011-05-01", "date_order"),
    Case(
      "assign support S2 H9 --since 2011-05-01", role + "H9,support,S2,2011-05-01,",
      "unknown_household"),
    // Plans and incomes.
    Case(
      "plan H1 --starts 2011-05-01 --ends 2011-04-01 --measures goats",
      "household_no,starts_on,ended_on,measures\nH1,2011-05-01,2011-04-01,goats", "date_order"),
    Case(
      "income H1 --year 2012 --total 5000", "household_no,year,total\nH1,2012,5000", "future_date"),
    Case(
      "income H1 --year 2010 --wage 100 --cost 30 --total 60",
      "household_no,year,wage,cost,total\nH1,2010,100,30,60", "total_not_sum"),
    Case("year open 2012 --report-due 32", "year,report_due_day\n2012,32", "number_range"),
    // Projects.
    Case("project approve P1 --on 2011-04-01", project + ",,,2011-04-01", "step_order"),
    Case(
      "project review P1 --meeting m --verdict approve --on 2011-03-09",
      project + "2011-03-09,m,approve,", "date_order"),
    Case(
      "project review P1 --meeting m --verdict approve --on 2011-07-01",
      project + "2011-07-01,m,approve,", "future_date"),
    Case(
      "project review P1 --meeting m --verdict 退回 --on 2011-03-20",
      project + "2011-03-20,m,退回,", nil),
    Case(
      "project propose P2 --name x --kind goat --county 433123 --on 2011-03-10",
      "project_no,name,kind,county_code,proposed_on\nP2,x,goat,433123,2011-03-10", "unknown_value"),
    Case(
      "project link P1 H1 --since 2011-04-01 --quantity -1",
      "project_no,household_no,since,quantity\nP1,H1,2011-04-01,-1", "negative"),
    // Before the household is enrolled, on the day itself, and in the future.
    Case(
      "log H1 visit --staff S1 --on 2011-02-28", note + "H1,2011-02-28,S1,visit", "before_enrolment"
    ),
    Case("log H1 visit --staff S1 --on 2011-03-01", note + "H1,2011-03-01,S1,visit", nil),
    Case("log H1 visit --staff S1 --on 2011-07-01", note + "H1,2011-07-01,S1,visit", "future_date"),
    Case(
      "household end H1 --ground x --on 2011-02-28",
      "household_no,event,on,ground\nH1,end,2011-02-28,x", "before_enrolment"),
    Case(
      "household merge H1 H2 --on 2011-02-28",
      "household_no,event,on,other_household\nH1,merge,2011-02-28,H2", "before_enrolment"),
    // Inspections and postings.
    Case(
      "inspect record I1 H1 --finding x --on 2011-07-01",
      "inspection_no,household_no,found_on,finding\nI1,H1,2011-07-01,x", "future_date"),
    Case(
      "disclose post P1 433123104201 --on 2011-07-01",
      "project_no,village_code,posted_on\nP1,433123104201,2011-07-01", "future_date"),
  ]

  @Test("each case, said in a line and in a row")
  func verdicts() throws {
    let folder = try DailyFolder.make()
    for said in Self.cases {
      let command = try folder.words(said.command + " --dry-run --json")
      #expect(try folder.rule(of: command) == said.rule, "\(said.command): \(command.output)")
      let sheet = try folder.run("import", "-", "--check", "--json", input: said.sheet + "\n")
      #expect(try folder.rule(of: sheet) == said.rule, "\(said.sheet): \(sheet.output)")
    }
  }
}
