import Domain
import Foundation
import Reports
import Testing

@Suite("The monthly report for programs")
struct MonthlyReportTests {
  static let header =
    "code,name,households_enrolled,persons_enrolled,plan,project,fund,support,implementation,"
    + "contact,households_fulfilled,persons_supported,persons_supported_in_month,target_persons,"
    + "percent,pace_gap_persons,households_lapsed,households_paid,households_accepted,"
    + "households_income_goal,allocated_yuan,paid_yuan"

  @Test("CSV has the header of the contract, a row a region, the total last")
  func csv() {
    let lines = [
      Self.header,
      "431229,靖州苗族侗族自治县,100,400,99,0,0,0,0,0,0,0,0,,,,0,0,0,0,0.00,0.00",
      "433123,凤凰县,12345,45678,12345,12000,11000,12345,9876,12344,9000,33333,4000,30000,111.1,"
        + "18333,12,8000,7000,0,12345678.00,10000000.05",
      "total,合计,170312,650000,170312,165000,160000,170000,150000,169999,150000,613432,100000,"
        + "600000,102.2,313432,1200,140000,120000,0,250000000.00,200000000.50",
    ]
    let expected = lines.map { $0 + "\n" }.joined()
    #expect(String(decoding: SampleReports.province().csv(), as: UTF8.self) == expected)
  }

  @Test("Every counted figure has a column, and JSON names it as Domain does")
  func everyFigure() {
    let names = MonthlyColumn.columns.map(\.jsonName)
    for figure in Figure.allCases { #expect(names.contains(figure.name)) }
    #expect(names.count == Figure.allCases.count + 5)
    #expect(Set(names).count == names.count)
  }

  @Test("Each figure stands in its own column")
  func ownColumn() {
    for figure in Figure.allCases {
      var row = MonthlyRow(code: "c", name: "n")
      row[figure] = 7
      let filled = MonthlyColumn.columns.filter { $0.figure?(row) == 7 }
      #expect(filled.map(\.jsonName) == [figure.name])
    }
  }

  @Test("A region's name cannot run in a spreadsheet or repaint a terminal")
  func hostileName() {
    var report = SampleReports.province()
    report.rows = [MonthlyRow(code: "433123", name: "=HYPERLINK(\"x\",\"\u{1B}[2J\")")]
    let line = String(decoding: report.csv(), as: UTF8.self).split(separator: "\n")[1]
    #expect(line.hasPrefix("433123,\"'=HYPERLINK(\"\"x\"\",\"\"\\u{1B}[2J\"\")\",0,0,"))
    for bytes in [report.csv(), report.json(), report.text(in: .en), report.text(in: .zh)] {
      #expect(!bytes.contains(0x1B))
    }
  }

  @Test("JSON has the keys of the contract in their order, on one line")
  func json() {
    var report = SampleReports.province()
    report.rows = [SampleReports.jingzhou()]
    report.total = MonthlyRow(code: "total", name: "total")
    let zeros =
      "\"households_enrolled\":0,\"persons_enrolled\":0,\"plan\":0,\"project\":0,\"fund\":0,"
      + "\"support\":0,\"implementation\":0,\"contact\":0,\"households_fulfilled\":0,"
      + "\"persons_supported\":0,\"persons_supported_in_month\":0,\"target_persons\":null,"
      + "\"percent\":null,\"pace_gap_persons\":null,\"households_lapsed\":0,"
      + "\"households_paid\":0,\"households_accepted\":0,\"households_income_goal\":0,"
      + "\"allocated_fen\":0,\"paid_fen\":0}"
    let row = zeros.replacing(
      "enrolled\":0,\"persons_enrolled\":0,\"plan\":0",
      with: "enrolled\":100,\"persons_enrolled\":400,\"plan\":99")
    let expected =
      "{\"report\":\"monthly\",\"programme\":\"convergence\",\"year\":2011,"
      + "\"month\":\"2011-06\",\"as_of\":\"2011-06-30\",\"known\":{\"entry\":1234,\"hash\":\""
      + SampleReports.known.hash + "\"},\"closed\":null,"
      + "\"regions\":[{\"code\":\"431229\",\"name\":\"靖州苗族侗族自治县\"," + row
      + "],\"total\":{\"code\":\"total\",\"name\":\"total\"," + zeros + "}\n"
    #expect(String(decoding: report.json(), as: UTF8.self) == expected)
  }

  @Test("JSON is valid, percent is a number of one decimal, money is whole fen")
  func validJSON() throws {
    let bytes = SampleReports.province().json()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    let total = try #require(object["total"] as? [String: Any])
    #expect(total["percent"] as? Double == 102.2)
    #expect(total["allocated_fen"] as? Int == 25_000_000_000)
    #expect(total["pace_gap_persons"] as? Int == 313_432)
    #expect((object["regions"] as? [[String: Any]])?.count == 2)
    #expect(String(decoding: bytes, as: UTF8.self).contains("\"percent\":102.2,"))
  }

  @Test("A closed month gives what was reported, and each difference in its column's unit")
  func closedJSON() throws {
    let report = SampleReports.closedProvince()
    let text = String(decoding: report.json(), as: UTF8.self)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let closed = try #require(object["closed"] as? [String: Any])
    #expect(Set(closed.keys) == ["entry", "hash", "regions", "total", "differences"])
    #expect(closed["entry"] as? Int == 1200)
    let entries =
      "\"entries\":[{\"entry\":1201,\"officer\":\"Wang Fang\"},{\"entry\":1234,\"officer\":\"吴明\"}]"
    let differences =
      "\"differences\":[{\"code\":\"433123\",\"column\":\"persons_supported\",\"reported\":33330,"
      + "\"now\":33333,\"households\":[{\"household_no\":\"4331231002010007\",\"share\":3,\(entries)}],"
      + "\"quota\":null,\(entries)},"
      + "{\"code\":\"433123\",\"column\":\"pace_gap_persons\",\"reported\":18330,\"now\":18333,"
      + "\"households\":[],\"quota\":null,\"entries\":[]},"
      + "{\"code\":\"433123\",\"column\":\"paid_fen\",\"reported\":1000000000,"
      + "\"now\":1000000005,\"households\":[],\"quota\":null,\"entries\":[]}]"
    #expect(text.contains(differences))
  }

  @Test("The closed report itself names its entry alone, whatever is known now")
  func asClosed() throws {
    var report = SampleReports.province()
    report.isAsClosed = true
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(report.json())) as? [String: Any])
    #expect(object["closed"] as? NSDictionary == object["known"] as? NSDictionary)
    #expect((object["closed"] as? [String: Any])?.keys.sorted() == ["entry", "hash"])
  }

  @Test("Differences are found by code, and a row that one side lacks had nothing to show")
  func differences() {
    let found = MonthlyDifference.between(
      reported: [SampleReports.jingzhou()], now: [MonthlyRow(code: "433101", name: "吉首市")])
    #expect(found.map(\.code) == ["431229", "431229", "431229"])
    #expect(found.map(\.stem) == ["households_enrolled", "persons_enrolled", "plan"])
    #expect(found.map(\.reported) == [100, 400, 99])
    #expect(found.map(\.now) == [0, 0, 0])
    #expect(found.map(\.change) == [-100, -400, -99])
  }

  @Test("Equal rows do not differ, whatever they are called")
  func noDifference() {
    var renamed = SampleReports.fenghuang()
    renamed.name = "Fenghuang County"
    #expect(
      MonthlyDifference.between(reported: renamed, now: SampleReports.fenghuang()).isEmpty)
  }

  @Test(
    "The pace gap is signed, the percent empty without a target or with a target of zero",
    arguments: [
      (100, 200, 50, 500, 50), (0, 200, 50, 0, -50), (7, 0, 0, nil, 7), (7, nil, nil, nil, nil),
      (1, 3, 0, 333, 1),
    ] as [(Int64, Int64?, Int64?, Int64?, Int64?)])
  func derived(supported: Int64, target: Int64?, pace: Int64?, percent: Int64?, gap: Int64?) {
    var row = MonthlyRow(code: "433123", name: "凤凰县")
    row[.personsSupported] = supported
    (row.targetPersons, row.pacePersons) = (target, pace)
    #expect(row.percentTenths == percent)
    #expect(row.paceGapPersons == gap)
  }

  @Test("No county is among the best and among the worst", arguments: 0...8)
  func ranking(count: Int) {
    let counties = (0..<count).map { number in
      var row = MonthlyRow(code: String(430_100 + number), name: "")
      row[.personsSupported] = Int64(number % 3)
      (row.targetPersons, row.pacePersons) = (10, 5)
      return row
    }
    let reading = MonthlyReading(
      counties: counties, total: SampleReports.provinceTotal(), month: 6, scope: "")
    for (best, worst) in [
      (reading.bestByPercent, reading.worstByPercent), (reading.bestByPace, reading.worstByPace),
    ] {
      #expect(Set(best.map(\.code)).isDisjoint(with: worst.map(\.code)))
      #expect(best.count + worst.count == min(count, 6))
    }
  }

  @Test("No figure traps, however large")
  func extremes() {
    var row = MonthlyRow(code: "total", name: "合计")
    (row[.personsSupported], row.targetPersons, row.pacePersons) = (Int64.max, 1, Int64.min)
    (row[.allocatedFen], row[.householdsEnrolled], row[.plan]) = (Int64.min, 1, Int64.max)
    var report = SampleReports.province()
    report.total = row
    report.rows = [row]
    report.lastMonth = MonthlyRow(code: "total", name: "合计")
    report.lastMonth?[.householdsEnrolled] = Int64.min
    #expect(!report.text(in: .en).isEmpty)
    #expect(!report.csv().isEmpty)
    #expect(!report.json().isEmpty)
    row[.personsSupported] = 0
    row.pacePersons = Int64.max
    report.total = row
    #expect(!report.text(in: .zh).isEmpty)
  }
}
