import Domain
import Reports
import Testing

@Suite("A month beside another")
struct MonthlyComparisonTests {
  /// Fenghuang's June beside a May in which it had less, and Jingzhou was not there yet.
  private func report() -> MonthlyReport {
    var report = SampleReports.province()
    var before = SampleReports.fenghuang()
    before[.householdsEnrolled] -= 345
    before[.personsSupported] -= 3_000
    before[.paidFen] += 5
    before.targetPersons = nil
    before.pacePersons = nil
    report.comparison = MonthlyComparison(
      month: "2011-05", rows: [before], total: SampleReports.provinceTotal())
    return report
  }

  private func cells(_ report: MonthlyReport) -> [[String: String]] {
    let lines = String(decoding: report.csv(), as: UTF8.self).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { row in
      Dictionary(zip(lines[0], row), uniquingKeysWith: { first, _ in first })
    }
  }

  @Test(
    "the csv goes on behind the report's columns: the month, each figure then and how far it moved")
  func header() {
    let csv = String(decoding: report().csv(), as: UTF8.self)
    let names = MonthlyReportTests.header.split(separator: ",").dropFirst(2).map(String.init)
    let more = names.flatMap { name -> [String] in
      name.hasSuffix("_yuan")
        ? ["\(name.dropLast(5))_compared_yuan", "\(name.dropLast(5))_difference_yuan"]
        : ["\(name)_compared", "\(name)_difference"]
    }
    let header = [MonthlyReportTests.header, "compared_month"] + more
    #expect(csv.hasPrefix(header.joined(separator: ",") + "\n"))
  }

  @Test("what was and the difference stand in the figure's unit, empty where one month has none")
  func figures() {
    let rows = cells(report())
    #expect(rows.map { $0["code"] } == ["431229", "433123", "total"])
    #expect(rows.allSatisfy { $0["compared_month"] == "2011-05" })
    let fenghuang = rows[1]
    for (name, value) in [
      ("households_enrolled", "12345"), ("households_enrolled_compared", "12000"),
      ("households_enrolled_difference", "345"), ("persons_supported_difference", "3000"),
      ("percent_compared", ""), ("percent_difference", ""), ("target_persons_difference", ""),
      ("plan_difference", "0"), ("paid_compared_yuan", "10000000.10"),
      ("paid_difference_yuan", "-0.05"),
    ] {
      #expect(fenghuang[name] == value, "\(name)")
    }
    #expect(rows[0]["households_enrolled_compared"] == "0")
    #expect(rows[0]["households_enrolled_difference"] == "100")
    #expect(rows[2]["percent_difference"] == "0.0")
  }

  @Test("a row that only the other month has stands in its place, with nothing to show now")
  func gone() {
    var report = report()
    let rows = [SampleReports.jingzhou(), SampleReports.fenghuang()]
    report.rows = [SampleReports.fenghuang()]
    report.comparison = MonthlyComparison(
      month: "2011-05", rows: rows, total: SampleReports.provinceTotal())
    #expect(cells(report).map { $0["code"] } == ["431229", "433123", "total"])
    #expect(cells(report)[0]["households_enrolled_difference"] == "-100")
    report.grouping = .class
    report.rows = ["poor", "wubao"].map { MonthlyRow(code: $0, name: $0) }
    report.comparison = MonthlyComparison(
      month: "2011-05", rows: ["dibao", "none"].map { MonthlyRow(code: $0, name: $0) },
      total: SampleReports.provinceTotal())
    #expect(cells(report).map { $0["code"] } == ["poor", "dibao", "wubao", "none", "total"])
  }

  @Test("the page has each figure of the other month with the difference, in both languages")
  func page() {
    let english = PageReader(MonthlyPage(report(), imprint: SampleReports.imprint).html(in: .en))
    #expect(english.faults == [])
    #expect(english.texts(of: "h2").contains("Compared with 2011-05"))
    let cells = english.texts(of: "td")
    for cell in ["12,000 (+345)", "0 (+100)", "30,333 (+3,000)", "10,000,000.10 (-0.05)"] {
      #expect(cells.contains(cell), "\(cell)")
    }
    let chinese = PageReader(MonthlyPage(report(), imprint: SampleReports.imprint).html(in: .zh))
    #expect(chinese.faults == [] && chinese.texts(of: "h2").contains("与 2011-05 比较"))
    #expect(chinese.texts(of: "p").contains("各项为 2011-05 的数字，括号内为 2011-06 比它的增减。"))
  }
}
