import Domain
import Intake
import Sheets
import Testing

@Suite("Days as counties send them")
struct DateCaseTests {
  private static let header =
    "household_no,village_code,name,relation,birth_date,class,enrolled_on,joined_on\n"

  @Test("an age is no birth date")
  func ages() throws {
    let roster = """
      户编号,村编码,姓名,与户主关系,身份证号码,性别,出生日期,贫困户属性,纳入日期
      4331231042019005,433123104201,吴大林,户主,439935196203170013,男,,扶贫户,2011-03-01
      4331231042019005,433123104201,吴小林,子,,男,12,,
      4331231042019005,433123104201,吴小叶,女,,女,9,,

      """
    try bothWays(roster) { _, receipt in
      #expect(receipt.told == ["3 birth_date date_number", "4 birth_date date_number"])
    }
  }

  @Test("a year is no day of a plan")
  func years() throws {
    let receipt = try FileOffice().take(
      "household_no,starts_on,ended_on,goal_income,measures,exit_on\nH1,2011,,2600,seedlings,2012\n"
    )
    #expect(receipt.told.contains("2 starts_on year_alone"))
    #expect(receipt.told.contains("2 exit_on year_alone"))
  }

  @Test(
    "a number is a birth from 2200 on, a year from 1850 to 2199, and nothing below",
    arguments: [
      ("1849", nil), ("1850", "1850"), ("2011", "2011"), ("2200", "1906-01-08"), ("73051", nil),
    ])
  func births(written: String, kept: String?) throws {
    try bothWays(Self.header + "H1,433123104201,甲,head,\(written),poor,,\n") {
      (office: FileOffice, receipt: Receipt) throws in
      #expect(receipt.told == (kept == nil ? ["2 birth_date date_number"] : []))
      if let kept { #expect(try office.column("birth_date") == ["甲 \(kept)"]) }
    }
  }

  @Test("a day of joining may lie long ago, and one of enrolling may not")
  func longAgo() throws {
    let row = "H1,433123104201,甲,head,,poor,2011-03-01,\nH1,,乙,child,,,,18264\n"
    try bothWays(Self.header + row) { (office: FileOffice, receipt: Receipt) throws in
      #expect(receipt.told == [])
      #expect(receipt.warned == ["3 joined_on excel_serial"])
      let day = CalendarDate(year: 1950, month: 1, day: 1)
      #expect(
        receipt.warnings.first?.kind
          == .notice(.excelSerials(count: 1, first: "18264", day: try #require(day))))
    }
    try bothWays(Self.header + "H1,433123104201,甲,head,,poor,18264,\n") { _, receipt in
      #expect(receipt.told == ["2 enrolled_on date_number"])
    }
    let places = "code,name_zh,valid_from\n433123104299,新村,18264\n"
    #expect(try FileOffice().take(places).told == [])
  }

  @Test("1978.1 is warned of as January or October, unless the column keeps its zeros")
  func januaryOrOctober() throws {
    let rows = "H1,433123104201,甲,head,1978.1,poor,,\nH1,,乙,child,2001.1,,,\n"
    try bothWays(Self.header + rows) { _, receipt in
      #expect(receipt.told == [])
      #expect(receipt.warned == ["2 birth_date january_or_october"])
      #expect(receipt.warnings.first?.kind == .notice(.januaryOrOctober(count: 2)))
    }
    for other in ["1999.10", "1999.01"] {
      try bothWays(Self.header + rows + "H1,,丙,child,\(other),,,\n") { _, receipt in
        #expect(receipt.warned == [])
      }
    }
  }

  @Test("an enrolment in a year that the register does not keep is warned of")
  func otherYear() throws {
    let rows =
      "H1,433123104201,甲,head,,poor,2007-03-01,\nH2,433123104201,乙,head,,poor,2011-03-01,\n"
    try bothWays(Self.header + rows) { _, receipt in
      #expect(receipt.told == [])
      #expect(receipt.warned == ["2 enrolled_on year_not_kept"])
      #expect(receipt.warnings.first?.kind == .notice(.yearNotKept(2007, rows: 1)))
    }
  }

  @Test("a day with midnight behind it is the day")
  func midnight() throws {
    try bothWays(Self.header + "H1,433123104201,甲,head,1962/3/5 0:00,poor,2011-03-01 00:00:00,\n") {
      (office: FileOffice, receipt: Receipt) throws in
      #expect(receipt.told == [])
      #expect(try office.column("birth_date") == ["甲 1962-03-05"])
    }
  }
}
