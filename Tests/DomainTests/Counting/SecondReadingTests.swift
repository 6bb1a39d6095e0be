import Reference
import Testing

@Suite("The second reading itself")
struct SecondReadingTests {
  @Test("sheets in both languages give the report a person worked out")
  func report() {
    let (register, problems) = SmallCounty.read()
    #expect(problems == [])
    for (month, level, expected) in [
      (6, RefLevel.county, SmallCounty.june), (12, .county, SmallCounty.december),
      (3, .householdClass, SmallCounty.marchByClass),
    ] {
      let rows = register.monthlyRows(year: 2011, month: month, by: level)
      #expect(
        rows.map { $0.joined(separator: ",") } == expected.split(separator: "\n").map(String.init))
    }
  }

  @Test("one county is told with its own quota, and townships without one")
  func oneCounty() {
    let (register, _) = SmallCounty.read()
    let rows = register.monthlyRows(year: 2011, month: 6, by: .township, county: "433124")
    #expect(rows.map { $0[0] } == ["433124100", "total"])
    #expect(rows.map { $0[13] } == ["", "7"])
    #expect(rows.map { $0[15] } == ["", "-3"])
  }

  @Test("a register without an office quota has the sum of its counties, rounded once")
  func sumOfQuotas() {
    let register = RefRegister(targets: [
      RefTarget(region: "433123", year: 2011, persons: 5),
      RefTarget(region: "433124", year: 2011, persons: 7),
      RefTarget(region: "433123101", year: 2011, persons: 4),
    ])
    let rows = register.monthlyRows(year: 2011, month: 1, by: .county)
    #expect(rows.map { $0[0] } == ["433123", "433124", "total"])
    #expect(rows.map { $0[13] } == ["5", "7", "12"])
    #expect(rows.map { $0[15] } == ["0", "0", "-1"])
  }

  @Test(
    "percent is half up in integers",
    arguments: [
      (613_432, 600_000, "102.2"), (1, 2000, "0.1"), (49, 100_000, "0.0"), (50, 100_000, "0.1"),
      (1, 3, "33.3"), (2, 3, "66.7"), (0, 7, "0.0"), (7, 7, "100.0"),
    ])
  func percent(_ part: Int, _ whole: Int, _ expected: String) {
    #expect(RefRegister.percent(part, of: whole) == expected)
  }

  @Test(
    "yuan have two decimals",
    arguments: [(0, "0.00"), (5, "0.05"), (-5, "-0.05"), (123_456, "1234.56")])
  func yuan(_ fen: Int, _ expected: String) {
    #expect(RefRegister.yuan(fen) == expected)
  }

  @Test("days go there and back", arguments: [-40_000, -1, 0, 59, 11_016, 15_155, 40_000])
  func days(_ number: Int) {
    #expect(RefCalendar.day(iso: RefCalendar.iso(number)) == number)
  }

  @Test(
    "a cell of many writings is one day",
    arguments: [
      "2011-06-30", "2011/6/30", "2011.6.30", "20110630", "2011年6月30日", "40724", " ２０１１-06-30",
    ])
  func cell(_ text: String) {
    #expect(RefText.day(text).map(RefCalendar.iso) == "2011-06-30")
  }

  @Test("an ID of 15 characters is the person of its 18")
  func residentID() {
    #expect(RefText.residentID("130503670401001") == "130503196704010016")
    #expect(RefText.residentID("11010519491231002x") == "11010519491231002X")
    #expect(RefText.residentID("无") == nil)
  }
}
