import Foundation
import Testing

@Suite("report submissions")
struct SubmissionsProgramTests {
  private func rows(_ folder: ProgramFolder, _ month: String) throws -> [String] {
    let told = try folder.words("report submissions --month \(month) --format csv")
    try #require(told.status == 0, "\(told.errors)")
    return told.output.split(whereSeparator: \.isNewline).map(String.init)
  }

  @Test(
    "tells each sheet, when, on time or late, what was left out, later entries, and who is missing")
  func sheets() throws {
    let folder = try ProgramFolder()
    folder.clock = "2011-05-03T08:00:00Z"
    try folder.makeRegister()
    #expect(
      try rows(folder, "2011-04") == [
        "county_code,county,sheet,status,entry,sent_on,officer,rows,rejected_rows,later_entries",
        "433123,Fenghuang County,,missing,,,,,,",
      ])
    try folder.write("staff.csv", ProgramFolder.staff(2))
    // Refused and unchanged sheets leave no trace.
    #expect(try folder.run("import", "-", input: "staff_no,name\nS1,\n").status == 1)
    #expect(try folder.words("import staff.csv --quiet").status == 0)
    #expect(try folder.words("import staff.csv --quiet").status == 0)
    #expect(
      try rows(folder, "2011-04")[1]
        == "433123,Fenghuang County,staff,sent,2,2011-05-03,Wang Fang,2,0,")
    #expect(try folder.words("year open 2011 --report-due 4 --reason due").status == 0)
    #expect(try rows(folder, "2011-04")[1].contains(",staff,on_time,2,"))
    folder.clock = "2011-05-04T16:00:00Z"
    #expect(
      try folder.run("import", "-", "--accept-valid", "--quiet", input: ProgramFolder.roster(1))
        .status == 0)
    try folder.write(
      "more.csv", "staff_no,name,employer,county_code\nS8,,x,433123\nS9,Li Ming,x,433123\n")
    #expect(try folder.words("import more.csv --accept-valid --quiet").status == 1)
    let told = try rows(folder, "2011-04")
    #expect(told.contains { $0.hasPrefix("433123,Fenghuang County,roster,late,4,2011-05-05,") })
    #expect(told.contains("433123,Fenghuang County,staff,on_time,2,2011-05-03,Wang Fang,4,1,5"))
    #expect(try rows(folder, "2011-05")[1].contains("missing"))
    let text = try folder.words("report submissions --month 2011-04").output
    #expect(text.contains("due by 2011-05-04") && text.contains("No county is missing."))
    #expect(text.contains("left no trace"))
    let undone = try folder.words("undo 5 --yes")
    #expect(undone.status == 0, "\(undone.errors)")
    #expect(
      try rows(folder, "2011-04").contains {
        $0.hasSuffix(",staff,on_time,2,2011-05-03,Wang Fang,2,0,")
      })
    #expect(try folder.words("check").status == 0)
  }

  @Test(
    "a sheet that the province issued for all is no county's: who sent nothing else is missing alone"
  )
  func issued() throws {
    let folder = try ProgramFolder()
    folder.clock = "2011-05-03T08:00:00Z"
    let sheets = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../SampleData").standardizedFileURL.path
    let made = try folder.shell(
      """
      $PROGRAM init --office 430000 --year 2011 > /dev/null &&
      $PROGRAM year open 2011 --report-due 4 --reason due > /dev/null &&
      $PROGRAM import --quiet \(sheets)/province/targets.csv > /dev/null
      """)
    try #require(made.status == 0, "\(made.errors)")
    let silent = try rows(folder, "2011-04").dropFirst()
    #expect(silent.count == 40 && silent.allSatisfy { $0.hasSuffix(",,missing,,,,,,") })
    try folder.write("staff.csv", ProgramFolder.staff(2))
    #expect(try folder.words("import staff.csv --quiet").status == 0)
    let told = try rows(folder, "2011-04").filter { $0.hasPrefix("433123,") }
    #expect(told.count == 1 && told.first?.contains(",staff,on_time,") == true, "\(told)")
  }
}
