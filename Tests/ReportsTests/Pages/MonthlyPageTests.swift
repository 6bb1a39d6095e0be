import Foundation
import Reports
import Testing

@Suite("The page of a month")
struct MonthlyPageTests {
  private static let chinese = [
    "已扶持613,432人，目标任务600,000人，完成102.2%。", "全年进度", "各环节户数", "各县完成情况", "排名", "六到落实",
    "资金到位", "两项制度衔接", "需要核查处理的情况", "未报单位", "上报数与现知数", "说明", "附表",
  ]
  private static let english = [
    "613,432 persons supported of a target of 600,000: 102.2 %.", "The year against the pace",
    "Households, step by step", "Completion by county", "Ranking", "Six points",
    "Money down the ladder", "The two systems", "What wants looking after", "Who has not reported",
    "As reported and as now known", "How to read these figures", "Tables",
  ]

  @Test("its parts come in the order of a reading, the sentence first, in both languages")
  func structure() {
    var page = SampleReports.page()
    page.counties[0].targetPersons = 1_000
    #expect(PageReader(page.html(in: .zh)).texts(of: "h1", "h2") == Self.chinese)
    #expect(PageReader(page.html(in: .en)).texts(of: "h1", "h2") == Self.english)
  }

  @Test("it is well-formed, says its language, and holds nothing that runs or is fetched")
  func safe() {
    for language in ReportLanguage.allCases {
      let bytes = SampleReports.page().html(in: language)
      let page = PageReader(bytes)
      #expect(page.faults == [])
      #expect(
        page.elements.first?.attributes["lang"] == (language == .zh ? "zh-CN" : "en"))
      let text = String(decoding: bytes, as: UTF8.self)
      for word in ["<script", "http:", "https:", "url(", "@import", "javascript:"] {
        #expect(!text.contains(word), "\(word)")
      }
      let policy = page.elements.first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
      #expect(
        policy?.attributes["content"]?.hasPrefix("default-src 'none'; style-src 'sha256-") == true)
    }
  }

  @Test("the same report gives the same bytes")
  func same() {
    #expect(SampleReports.page().html(in: .zh) == SampleReports.page().html(in: .zh))
  }

  @Test("every charted number stands in a table too")
  func charted() throws {
    let page = PageReader(SampleReports.page().html(in: .en))
    let cells = Set(page.elements.filter { ["td", "th"].contains($0.name) }.map(\.text))
    let drawn = page.elements.filter { $0.name == "text" }
    // The values at the bars of the funnel and at the curve's end.
    for value in drawn where value.attributes["class"]?.contains("value") == true {
      let isMoney = value.text.contains("yuan")
      #expect(isMoney || cells.contains(value.text), "\(value.text)")
    }
    for month in 1...6 { #expect(cells.contains("\(month)13,432")) }
    #expect(cells.contains("9,000,000.00") && cells.contains("4,500,000.00"))
  }

  @Test("it names who answers for it, and what the register knew")
  func signed() {
    let page = PageReader(SampleReports.page().html(in: .zh))
    let signers = ["填报单位", "填表人", "审核人", "负责人", "日期"]
    #expect(signers.allSatisfy { page.texts(of: "span").contains($0) })
    let footer = page.texts(of: "footer").joined()
    for part in [
      "00112233445566778899aabbccddeeff", "1,234", "3f2a9c01b2d4", "2011-07-02 08:00:00 UTC", "吴明",
    ] {
      #expect(footer.contains(part))
    }
  }

  @Test("Chinese has no space before the percent sign, English has one")
  func percent() {
    func texts(_ language: ReportLanguage) -> [String] {
      PageReader(SampleReports.page().html(in: language)).elements.filter { $0.name != "style" }
        .map(\.text)
    }
    #expect(!texts(.zh).contains { $0.contains(" %") })
    #expect(texts(.en).contains("102.2 %") && texts(.zh).contains("102.2%"))
  }

  @Test("silent counties, what is late and what was restated are told, and what the words mean")
  func told() {
    var page = SampleReports.page()
    page.report.reading = MonthlyReading(
      counties: page.counties, total: page.report.total, month: 6, scope: " --month 2011-06")
    let text = PageReader(page.html(in: .zh)).elements.map(\.text).joined(separator: "\n")
    #expect(text.contains("本月报表指导入时写明 --month \(page.report.month) 的表"))
    #expect(text.contains("如 sixpoint list households --month 2011-06 --known closed"))
    let paid = PageReader(page.html(in: .en)).texts(of: "p").filter { $0.hasPrefix("Paid, as") }
    #expect(paid.count == 2, "beside the drawing and behind the tables")
    #expect(text.contains("2个县中1个尚未报送本月报表：靖州苗族侗族自治县。"))
    #expect(text.contains("逾期报送：凤凰县。"))
    #expect(text.contains("本月已月结，依据第1,200号录入单为止的登记"))
  }

  @Test(
    "a restated month says under its headline what was signed, and marks what moved in its tables")
  func restated() {
    var page = SampleReports.page()
    #expect(
      PageReader(page.html(in: .en)).texts(of: "p").contains(
        "Restated since the close: 3 figures; all persons supported are as reported."))
    page.report.closed = ClosedMonth(
      known: SampleReports.known, rows: [], total: page.report.total,
      differences: [
        MonthlyDifference(code: "total", stem: "persons_supported", reported: 612_944, now: 613_432)
      ])
    let english = PageReader(page.html(in: .en))
    #expect(
      english.texts(of: "p").contains(
        "Restated since the close: persons supported were reported as 612,944, now 613,432."))
    #expect(
      PageReader(page.html(in: .zh)).texts(of: "p").contains("月结后重述：扶持人数上报612,944，现为613,432。"))
    let marked = english.elements.filter { $0.attributes["class"]?.contains("restated") == true }
    #expect(marked.filter { $0.name == "td" }.map(\.text) == ["*613,432"])
    page.report.closed = nil
    #expect(!PageReader(page.html(in: .en)).elements.contains { $0.text.contains("estated since") })
  }

  @Test("the foot of each printed sheet names the page")
  func running() {
    let page = PageReader(SampleReports.page().html(in: .en))
    let title = page.texts(of: "title").first
    #expect(page.elements.first?.attributes["data-running"] == title && title?.isEmpty == false)
  }

  @Test("a report without quotas, counties, money or what was sent is a page too")
  func bare() {
    var report = SampleReports.province()
    report.rows = []
    (report.total.targetPersons, report.total.pacePersons) = (nil, nil)
    for grouping in MonthlyReport.Grouping.allCases {
      report.grouping = grouping
      for language in ReportLanguage.allCases {
        #expect(
          PageReader(MonthlyPage(report, imprint: SampleReports.imprint).html(in: language)).faults
            == [])
      }
    }
  }

  @Test("hostile names of places are text")
  func hostile() {
    let hostile = "</title></style><script>alert(1)</script>\u{202E}'\""
    var page = SampleReports.page()
    page.report.office = ReportedPlace(code: "430000", name: hostile)
    page.report.rows[0].name = hostile
    page.counties[0].name = hostile
    page.imprint = Imprint(
      register: hostile, known: SampleReports.known, moment: hostile, officer: hostile)
    #expect(PageReader(page.html(in: .en)).faults == [])
  }
}
