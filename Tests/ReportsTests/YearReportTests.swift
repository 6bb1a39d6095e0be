import Reports
import Testing

@Suite("The targets and the chapter of a year, line by line")
struct YearReportTests {
  private func page(_ page: PlainPage, _ language: ReportLanguage) -> PageReader {
    PageReader(page.html(in: language))
  }

  /// The rows of a page's tables, their titles too.
  private func rows(_ page: PageReader) -> [String] {
    var rows: [[String]] = []
    for element in page.elements {
      if element.name == "tr" { rows.append([]) }
      if ["th", "td"].contains(element.name) { rows[rows.count - 1].append(element.text) }
    }
    return rows.map { $0.joined(separator: " | ") }
  }

  @Test("the text of the targets")
  func targets() {
    let (english, chinese) = (SampleReports.targets(.en), SampleReports.targets(.zh))
    #expect(String(decoding: english.text(in: .en), as: UTF8.self) == ExpectedTexts.targetEnglish)
    #expect(String(decoding: chinese.text(in: .zh), as: UTF8.self) == ExpectedTexts.targetChinese)
  }

  @Test("the text of the chapter")
  func chapter() {
    let report = SampleReports.chapter()
    #expect(String(decoding: report.text(in: .en), as: UTF8.self) == ExpectedTexts.chapterEnglish)
    #expect(String(decoding: report.text(in: .zh), as: UTF8.self) == ExpectedTexts.chapterChinese)
  }

  @Test(
    "the page of the targets: whether they add up, how far each is, the way, what does not add up")
  func targetsPage() {
    let english = page(
      SampleReports.targets(.en).page(imprint: SampleReports.imprint, in: .en), .en)
    #expect(english.faults == [])
    #expect(
      english.texts(of: "h1", "h2", "p", "caption") == [
        "湖南省 Targets 2011",
        "湖南省: 600,000, but its 40 counties make 601,000: 1,000 more.",
        "湖南省: 300,000 by the end of month 6, but its 40 counties make 299,000: 1,000 less.",
        "Reached by the end of 2011-06", "Persons due by the end of each month",
        "Quotas that do not add up", "Quotas that do not add up",
        "As of 2011-06-30, as known at entry 1,234 (3f2a9c01b2d4).",
      ])
    #expect(
      rows(english) == [
        "code | name | target | supported | % | due | against the pace",
        "431229 | 靖州苗族侗族自治县 | - | 0 | - | - | -",
        "433123 | 凤凰县 | 30,000 | 33,333 | 111.1 | 15,000 | +18,333",
        " | Total | 600,000 | 613,432 | 102.2 | 300,000 | +313,432",
        "code | name | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12",
        "433123 | 凤凰县 | 0 | 0 | 1,000 | 3,000 | 6,000 | 15,000 | 18,000 | 21,000 | 24,000 | 26,000"
          + " | 28,000 | 30,000",
        " | Total | 50,000 | 100,000 | 150,000 | 200,000 | 250,000 | 300,000 | 350,000"
          + " | 400,000 | 450,000 | 500,000 | 550,000 | 600,000",
        "code | name | month | stated | counties | counties with a quota | difference",
        "430000 | 湖南省 | - | 600,000 | 601,000 | 40 | +1,000",
        "430000 | 湖南省 | 6 | 300,000 | 299,000 | 40 | -1,000",
      ])
    let chinese = page(
      SampleReports.targets(.zh).page(imprint: SampleReports.imprint, in: .zh), .zh)
    #expect(
      chinese.texts(of: "h1", "h2", "caption") == [
        "湖南省 目标任务 2011", "截至 2011-06 完成情况", "各月底应完成人数", "任务数与所辖各县之和不符",
        "任务数与所辖各县之和不符",
      ])
    #expect(rows(chinese).first == "代码 | 名称 | 目标任务 | 已扶持 | 完成率% | 应完成 | 与进度相差")
  }

  @Test("the page of the chapter: a part for each programme, then what contradicts itself")
  func chapterPage() {
    let report = SampleReports.chapter()
    let english = page(report.page(imprint: SampleReports.imprint, in: .en), .en)
    #expect(english.faults == [])
    #expect(
      english.texts(of: "h1", "h2", "p", "caption") == [
        "湖南省 Annual chapter 2012",
        "613,432 persons supported of a target of 600,000: 102.2 %.",
        "Overview", "Founding document: 湘政发〔2012〕1号", "Planned and actual",
        "Convergence of the two systems", "Planned and actual", "Industry", "Planned and actual",
        "What contradicts itself",
        "Poor people supported: 613,000 stated, but the register knows 613,432 (432 more).",
        "As of 2012-12-31, as known at entry 1,234 (3f2a9c01b2d4).",
      ])
    let names = ["Poor", "Funds raised", "Mutual"]
    let told = rows(english).filter { row in names.contains { row.hasPrefix($0) } }
    #expect(
      told == [
        "Funds raised | yuan | 1,000,000 | 1,261,000 | 126.1 %",
        "Poor people supported | person | 600,000 | 613,432 | 102.2 % | register",
        "Poor people supported | person | 600,000 | 613,000 | 102.2 % | !",
        "Mutual aid groups (凤凰县) | group | at least 1,000",
      ])
    let chinese = page(report.page(imprint: SampleReports.imprint, in: .zh), .zh)
    #expect(
      chinese.texts(of: "h1", "h2") == [
        "湖南省 年度综述 2012", "概况", "两项制度衔接", "产业扶贫", "前后不一之处",
      ])
    #expect(rows(chinese).contains("扶持贫困人口 | 人 | 600,000 | 613,432 | 102.2 % | 登记库"))
    #expect(chinese.texts(of: "p").contains("扶持贫困人口：原文 613,000，登记库为 613,432（多 432）。"))
  }
}
