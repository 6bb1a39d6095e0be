import Foundation
import Reports
import Testing

@Suite("Pages of households, villages and lists")
struct PlainPageTests {
  private static let hostile = "<script>alert('x')</script>\"&\u{1B}[2J\u{202E}\u{0}]]>"
  /// As a reader of the page sees it.
  private static let shown = "<script>alert('x')</script>\"&\\u{1B}[2J\\u{202E}\\u{0}]]>"

  @Test("a handbook has two pages: the people and the six points, then the work and the signatures")
  func handbook() {
    let page = PageReader(
      SampleReports.household().handbook(imprint: SampleReports.imprint, in: .zh))
    #expect(page.faults == [])
    #expect(
      page.texts(of: "h1", "caption") == [
        "贫困户帮扶手册", "家庭成员（2人）", "纳入情况", "六到落实", "财政资金（元）", "其他资金（元）", "项目",
        "家庭收入（元）", "进展记录",
      ])
    #expect(page.elements.count { $0.attributes["class"] == "turn" } == 1)
    #expect(page.texts(of: "td").contains("139****0001"))
    // Both pages name the household.
    #expect(
      page.texts(of: "p").contains("贫困户帮扶手册 · 4331231002010007 · 凤凰县 廖家桥镇 菖蒲塘村"))
    for signer in ["户主", "帮扶责任人", "村民委员会", "日期"] {
      #expect(page.texts(of: "span").contains(signer))
    }
  }

  @Test("hostile text in every field of the handbook comes out as text")
  func hostileHandbook() {
    for language in ReportLanguage.allCases {
      let bytes = SampleReports.hostileHousehold(Self.hostile)
        .handbook(imprint: SampleReports.imprint, in: language)
      let page = PageReader(bytes)
      #expect(page.faults == [])
      #expect(page.elements.count { $0.text.contains(Self.shown) } > 30)
      #expect(!String(decoding: bytes, as: UTF8.self).contains("<script"))
    }
  }

  @Test(
    "hostile text in every field of the public list comes out as text, and the list can be posted")
  func hostileList() {
    let columns: [ReportColumn<String>] = ["household_no", "head", "project_no", "project"].map {
      ReportColumn($0, Phrase($0, $0), .text { $0 })
    }
    let table = ListingTable(
      report: "disclosure", title: Phrase(Self.hostile, Self.hostile), asOf: "2011-06-30",
      known: SampleReports.known, columns: columns, rows: [Self.hostile, Self.hostile])
    let list = PublicListPage(
      places: [Self.hostile, Self.hostile, Self.hostile], households: 1, persons: 4, table: table)
    for language in ReportLanguage.allCases {
      let page = PageReader(list.html(imprint: SampleReports.imprint, in: language))
      #expect(page.faults == [])
      #expect(page.elements.count { $0.text.contains(Self.shown) } >= 10)
      #expect(
        list.html(imprint: SampleReports.imprint, in: language).elementsEqual(
          list.html(imprint: SampleReports.imprint, in: language)))
    }
    let words = PageReader(list.html(imprint: SampleReports.imprint, in: .zh)).texts(
      of: "p", "span")
    #expect(words.contains { $0.contains("不少于10天") } && words.contains("监督电话"))
  }

  @Test("a list is a page with its table, and hostile cells are text")
  func list() {
    let page = PageReader(
      SampleReports.gaps().page(imprint: SampleReports.imprint, in: .en).html(in: .en))
    #expect(page.faults == [])
    #expect(page.texts(of: "h1") == ["Households with gaps"])
    #expect(page.texts(of: "td").contains("=1+1") || page.texts(of: "th").contains("=1+1"))
    // A caption that only repeats the heading is there for those who hear the page.
    let caption = page.elements.first { $0.name == "caption" }
    #expect(caption?.text == "Households with gaps" && caption?.attributes["class"] == "told")
  }
}
