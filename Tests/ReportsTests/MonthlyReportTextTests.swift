import Reports
import Testing

@Suite("The monthly report for people")
struct MonthlyReportTextTests {
  private func text(_ report: MonthlyReport, _ language: ReportLanguage) -> String {
    String(decoding: report.text(in: language), as: UTF8.self)
  }

  @Test("English")
  func english() {
    #expect(text(SampleReports.closedProvince(), .en) == ExpectedTexts.monthlyEnglish)
  }

  @Test("Chinese")
  func chinese() {
    #expect(text(SampleReports.closedProvince(), .zh) == ExpectedTexts.monthlyChinese)
  }

  @Test(
    "No line is wider than a terminal of a hundred columns", arguments: ReportLanguage.allCases,
    [6, 9, 12])
  func width(language: ReportLanguage, digits: Int) {
    var report = SampleReports.closedProvince()
    report.grouping = digits == 6 ? .county : digits == 9 ? .township : .village
    report.rows = (0..<120).map { number in
      var row = SampleReports.fenghuang()
      row.code = String(String(433_123_000_000 + number).prefix(digits))
      row.name = "Jingzhou Miao and Dong Autonomous County"
      if digits > 6 { (row.targetPersons, row.pacePersons) = (nil, nil) }
      return row
    }
    let shown = String(decoding: report.text(in: language, within: 100), as: UTF8.self)
    for line in shown.split(separator: "\n") {
      #expect(DisplayWidth.of(String(line)) <= 100, "\(line)")
    }
  }

  @Test("Villages have no quota, so their table has no columns for it")
  func withoutQuota() {
    var report = SampleReports.province()
    report.grouping = .village
    report.rows = [SampleReports.jingzhou()]
    let english = text(report, .en)
    #expect(english.contains("of a target of 600,000: 102.2 %."))
    #expect(!english.contains("pace\n"))
    #expect(english.contains("\n431229  靖州苗族侗族自治县       100       400          0"))
  }

  @Test(
    "The pace is told in words",
    arguments: [
      (
        100, "100 persons ahead of the pace, which asks for 300,000 by 2011-06-30.",
        "比进度要求超前100人（截至2011-06-30应达300,000人）。"
      ),
      (
        -1200, "1,200 persons behind the pace, which asks for 300,000 by 2011-06-30.",
        "比进度要求落后1,200人（截至2011-06-30应达300,000人）。"
      ),
      (
        0, "Exactly on the pace, which asks for 300,000 by 2011-06-30.",
        "与进度要求持平（截至2011-06-30应达300,000人）。"
      ),
    ] as [(Int64, String, String)])
  func pace(gap: Int64, english: String, chinese: String) {
    var report = SampleReports.province()
    report.total[.personsSupported] = 300_000 + gap
    #expect(text(report, .en).contains("\n" + english + "\n"))
    #expect(text(report, .zh).contains("\n" + chinese + "\n"))
  }

  @Test("Without a target the headline says so")
  func withoutTarget() {
    var report = SampleReports.province()
    (report.total.targetPersons, report.total.pacePersons) = (nil, nil)
    #expect(text(report, .en).contains("\n613,432 persons supported; no target.\n\n"))
    #expect(text(report, .zh).contains("\n已扶持613,432人，未下达目标任务。\n\n"))
  }

  @Test("A closed month that still stands says so in a line")
  func closedUnchanged() {
    var report = SampleReports.province()
    report.closed = ClosedMonth(
      known: report.known, rows: report.rows, total: report.total, differences: [])
    #expect(
      text(report, .en).contains(
        "\nClosed as known at entry 1,234 (3f2a9c01b2d4). Every figure is as it was reported.\n"))
    #expect(text(report, .zh).contains("各项数字与上报时一致。"))
  }

  @Test("A wide correction names sixty households on a terminal, and every one in a file or a page")
  func wideCorrection() {
    var report = SampleReports.closedProvince()
    let numbers = (0..<100).map { "43312310020" + String(10_000 + $0) }
    let behind = [EntryBehind(entry: 7, officer: "Wang")]
    report.closed = ClosedMonth(
      known: report.known, rows: [], total: report.total,
      differences: [
        MonthlyDifference(
          code: "433123", stem: "plan", reported: 105, now: 5,
          households: numbers.map { HouseholdShare(householdNo: $0, share: -1, entries: behind) },
          entries: behind)
      ])
    let terminal = String(decoding: report.text(in: .en, within: 100), as: UTF8.self)
    let told = terminal.split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      told.contains(
        "\(numbers[59]) 433123: plan -1 (entry 7 Wang) And 40 more households. "
          + "All of them: with --json, or with -o FILE."))
    #expect(!terminal.contains(numbers[60]))
    let page = MonthlyPage(report, imprint: SampleReports.imprint).html(in: .zh)
    for whole in [text(report, .en), String(decoding: page, as: UTF8.self)] {
      #expect(numbers.allSatisfy { whole.contains($0) })
      #expect(!whole.contains("more households") && !whole.contains("另有40户"))
    }
    #expect(report.json().count > 100 * 16)
  }

  @Test("A gap to the pace names the part of the pace beside the households' parts")
  func paceMoved() {
    var report = SampleReports.closedProvince()
    var gap = MonthlyDifference(code: "433123", stem: "pace_gap_persons", reported: 100, now: 3)
    let behind = [EntryBehind(entry: 7, officer: "Wang")]
    gap.households = [HouseholdShare(householdNo: "4331231002010007", share: 3, entries: behind)]
    gap.quota = QuotaShare(share: -100, entries: [EntryBehind(entry: 9, officer: "Li")])
    report.closed = ClosedMonth(
      known: report.known, rows: [], total: report.total, differences: [gap])
    let told = text(report, .en).split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      told.contains(
        "Behind 433123 pace_gap_persons: the pace's own change -100 (entry 9 Li). The households"))
    #expect(told.contains("4331231002010007 433123: pace_gap_persons +3 (entry 7 Wang) "))
    #expect(text(report, .zh).contains("进度要求本身的变动 -100"))
    #expect(
      String(decoding: report.json(), as: UTF8.self).contains(
        "\"quota\":{\"share\":-100,\"entries\":[{\"entry\":9,\"officer\":\"Li\"}]}"))
  }

  @Test("A household behind many figures stands once, rows that it moves alike in one line")
  func onceEach() {
    let (wang, li) = (EntryBehind(entry: 7, officer: "Wang"), EntryBehind(entry: 9, officer: "李"))
    func difference(_ code: String, _ stem: String, _ shares: [(String, Int64, [EntryBehind])])
      -> MonthlyDifference
    {
      let sum = shares.reduce(Int64(0)) { $0 + $1.1 }
      return MonthlyDifference(
        code: code, stem: stem, reported: 100, now: 100 + sum,
        households: shares.map { HouseholdShare(householdNo: $0.0, share: $0.1, entries: $0.2) })
    }
    var report = SampleReports.province()
    report.closed = ClosedMonth(
      known: report.known, rows: [], total: report.total,
      differences: [
        difference("433123", "households_enrolled", [("H2", -1, [wang])]),
        difference("433123", "plan", [("H2", -1, [wang]), ("H1", 1, [li])]),
        difference("433123", "paid", [("H2", -12_345, [wang, li])]),
        difference("total", "households_enrolled", [("H2", -1, [wang])]),
        difference("total", "plan", [("H2", -1, [wang]), ("H1", 1, [li])]),
        difference("total", "paid", [("H2", -12_345, [wang, li])]),
      ])
    #expect(
      text(report, .en).contains(
        """
        H1
            433123, total: plan +1 (entry 9 李)
        H2
            433123, total: households_enrolled -1, plan -1 (entry 7 Wang); paid_yuan -123.45 (entry 7
                Wang, entry 9 李)

        """))
    #expect(text(report, .zh).contains("\nH1\n    433123、合计：规划到户 +1（第9号录入单 李）\nH2\n"))
    let page = PageReader(MonthlyPage(report, imprint: SampleReports.imprint).html(in: .en))
    #expect(
      page.faults == []
        && page.texts(of: "caption").contains("The households behind the differences"))
    #expect(page.texts(of: "td").contains("433123, total: plan +1 (entry 9 李)"))
    #expect(page.texts(of: "th").count { $0 == "H2" } == 1)
    #expect(!page.texts(of: "th", "td").contains("total"))
  }

  @Test("A household that was changed and changed back is named behind those that moved a figure")
  func changedBack() {
    let (wang, li) = (EntryBehind(entry: 7, officer: "Wang"), EntryBehind(entry: 9, officer: "李"))
    var report = SampleReports.province()
    report.closed = ClosedMonth(
      known: report.known, rows: [], total: report.total,
      differences: [
        MonthlyDifference(
          code: "433123", stem: "plan", reported: 100, now: 101,
          households: [
            HouseholdShare(householdNo: "H1", share: 0, entries: [wang, li]),
            HouseholdShare(householdNo: "H2", share: 1, entries: [li]),
          ])
      ])
    #expect(
      text(report, .en).contains(
        """
        H2
            433123: plan +1 (entry 9 李)
        H1
            433123: plan ±0 (entry 7 Wang, entry 9 李)

        """))
    let json = String(decoding: report.json(), as: UTF8.self)
    #expect(json.contains(#"{"household_no":"H1","share":0,"entries":[{"entry":7,"#))
  }

  @Test("A report about one county names it")
  func county() {
    var report = SampleReports.province()
    report.county = ReportedPlace(code: "433123", name: "凤凰县")
    report.grouping = .township
    #expect(text(report, .en).contains("\n凤凰县, by township\n"))
    #expect(text(report, .zh).contains("\n凤凰县，分乡镇\n"))
  }

  @Test("The lists behind the figures say how one row's are had")
  func rowLists() {
    var report = SampleReports.province()
    report.reading = MonthlyReading(counties: [], total: report.total, month: 6, scope: "")
    for (grouping, option) in [
      (MonthlyReport.Grouping.prefecture, "--county"), (.village, "--village"), (.area, "--area"),
      (.class, "--class"),
    ] {
      report.grouping = grouping
      let words = "\nThe households of one row: add \(option) and the row's code.\n"
      #expect(text(report, .en).contains(words), "\(option)")
    }
    report.county = ReportedPlace(code: "433123", name: "凤凰县")
    #expect(text(report, .zh).contains("\n某一行所含的户：加 --class 和该行代码。\n"))
    report.grouping = .township
    #expect(text(report, .zh).contains("\n某一行所含的户：将 --county 改为 --township 和该行代码。\n"))
    let page = PageReader(MonthlyPage(report, imprint: SampleReports.imprint).html(in: .en))
    #expect(
      page.texts(of: "p").contains(
        "The households of one row: --township and the row's code in place of --county."))
  }

  @Test("A row around the place that the report is about is the total, and no option leads to it")
  func rowAround() {
    var report = SampleReports.province()
    report.reading = MonthlyReading(counties: [], total: report.total, month: 6, scope: "")
    report.grouping = .prefecture
    #expect(String(decoding: report.json(), as: UTF8.self).contains("\"row_option\":\"--county\""))
    report.county = ReportedPlace(code: "433123", name: "凤凰县")
    let words = "\nThe one row is the total: its households are those of the lists above.\n"
    #expect(text(report, .en).contains(words))
    #expect(text(report, .zh).contains("\n仅有的一行即合计，所含的户见上列命令。\n"))
    #expect(String(decoding: report.json(), as: UTF8.self).contains("\"row_option\":null"))
    (report.office, report.county) = (ReportedPlace(code: "433123", name: "凤凰县"), nil)
    #expect(text(report, .en).contains(words))
    report.grouping = .county
    #expect(!text(report, .en).contains(words))
  }

  @Test("One is told in the singular")
  func singular() {
    var report = SampleReports.province()
    report.total[.personsSupported] = 1
    (report.total.targetPersons, report.total.pacePersons) = (2, 2)
    report.reading = MonthlyReading(counties: [], total: report.total, month: 11, scope: "")
    let words = text(report, .en)
    #expect(words.contains("\n1 person supported of a target of 2: 50.0 %.\n"))
    #expect(words.contains("\n1 person behind the pace, which asks for 2 by 2011-06-30.\n"))
    #expect(words.contains("\nTo reach the target by December: 1 person a month for 1 month.\n"))
  }

  @Test("A report without rows still has its total")
  func empty() {
    var report = SampleReports.province()
    report.rows = []
    #expect(text(report, .en).contains("\ntotal  合计  170,312"))
  }
}
