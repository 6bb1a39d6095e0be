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
    let told = sheet.output.components(separatedBy: "beyond_instalments").count - 1
    #expect(told == 1, "\(sheet.output)")
  }
}
