import Domain
import Foundation
import Reports
import Testing

@Suite("The year's chapter")
struct AnnualReportTests {
  /// The 123 indicators of 2011, as the sheet beside the tests has them.
  static let indicators: [AnnualReport.Row] = {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../SampleData/province/indicators.csv").standardizedFileURL
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    let records = text.split(whereSeparator: \.isNewline).map { cells(String($0)) }
    guard let header = records.first else { return [] }
    return records.dropFirst().map { record in
      func cell(_ name: String) -> String? {
        guard let index = header.firstIndex(of: name), index < record.count else { return nil }
        return record[index].isEmpty ? nil : record[index]
      }
      var row = AnnualReport.Row(
        programme: cell("programme") ?? "", nameEnglish: cell("name_en") ?? "",
        nameChinese: cell("name_zh"), unit: cell("unit") ?? "", planned: cell("planned"),
        actual: cell("actual"))
      row.scope = cell("scope") ?? ""
      row.region = cell("region_code").flatMap { Int64($0) }.flatMap { RegionCode($0) }
      row.qualifier = cell("qualifier").flatMap { Qualifier.read($0) } ?? .exact
      return row
    }
  }()

  /// The cells of a record of one line; quoted ones may hold commas.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  private static func report(
    supported: Int64 = 613_432, target: Int64? = 600_000, counties: Int64? = 600_000,
    _ indicators: [AnnualReport.Row] = indicators
  ) -> AnnualReport {
    var figures = MonthlyFigures()
    figures[.personsSupported] = supported
    figures[.allocatedFen] = 27_500_000_000
    return AnnualReport(
      year: 2011, asOf: "2011-12-31",
      known: KnownEntry(entry: 9, hash: String(repeating: "a", count: 64)),
      office: ReportedPlace(code: "430000", name: "Hunan Province"), indicators: indicators,
      twoSystems: AnnualReport.TwoSystems(
        figures: figures, target: target, countyTargets: counties))
  }

  @Test("has every programme in the chapter's order, and every figure as it was sent")
  func whole() {
    let report = Self.report()
    #expect(Self.indicators.count == 123)
    #expect(report.programmes.map(\.key) == ChapterProgramme.allCases.map(\.rawValue))
    let sent = report.rows.filter { $0.origin == .sheet }
    #expect(sent.count == 123)
    for row in Self.indicators {
      #expect(
        sent.contains {
          $0.nameEnglish == row.nameEnglish && $0.programme == row.programme
            && $0.planned == row.planned && $0.actual == row.actual
        }, "\(row.nameEnglish)")
    }
    #expect(sent.contains { $0.actual == "91.315" })
  }

  @Test("gives the register's own figure of the two systems and its completion")
  func twoSystems() {
    let report = Self.report()
    #expect(
      report.sentence(in: .en) == "613,432 persons supported of a target of 600,000: 102.2 %.")
    #expect(report.sentence(in: .zh) == "扶持 613,432 人，目标 600,000 人，完成 102.2 %。")
    let own = report.rows.first { $0.origin == .register }
    #expect(own?.actual == "613432" && own?.planned == "600000" && own?.completionTenths == 1022)
    #expect(report.rows.contains { $0.origin == .derived && $0.actual == "448.3" })
  }

  @Test("flags what contradicts itself in 2011, and nothing else")
  func contradictions() {
    let told = Self.report().contradictions.map {
      "\($0.kind.rawValue) \($0.programme) \($0.stated) \($0.computed) \($0.difference)"
    }
    #expect(
      told == [
        "quotient entire_village 476000 479166.67 3166.67",
        "same overview 145600 150000 4400", "sum organization 17 9 -8",
      ])
    let text = String(decoding: Self.report().text(in: .en), as: UTF8.self)
    for line in [
      "  Average central funds per village: 476,000 stated, but the quotient is 479,166.67",
      "  Leaders whose positions were adjusted: 17 stated, but its parts make 9 (8 less).",
    ] {
      #expect(text.contains(line), "\(text)")
    }
    #expect(text.contains("at least 1,100,000") && text.contains("nearly 20,000"))
  }

  @Test("flags the register against what was sent, and the counties against the province")
  func against() {
    var county = Self.indicators[2]
    county.programme = "industrial"
    county.nameEnglish = "Mutual aid groups"
    county.unit = "group"
    county.actual = "1000"
    county.region = RegionCode(433123)
    var province = county
    province.region = RegionCode(430000)
    province.actual = "2800"
    let report = Self.report(
      supported: 5, counties: 500,
      [province, county] + Self.indicators.filter { $0.programme == "two_systems" })
    let told = report.contradictions.map {
      "\($0.kind.rawValue) \($0.isPlanned) \($0.stated) \($0.computed) \($0.difference)"
    }
    #expect(
      told == [
        "register false 613432 5 -613427", "counties true 600000 500 -599500",
        "counties false 2800 1000 -1800",
      ], "\(told)")
    #expect(
      report.rows.first { $0.region == RegionCode(430000) && $0.unit == "group" }?.actual == "2800")
  }

  @Test("rows of one indicator name their places, and words need no qualifier")
  func places() {
    var county = Self.indicators[2]
    (county.nameEnglish, county.nameChinese) = ("Mutual aid groups", "互助组")
    (county.unit, county.actual) = ("group", "1000")
    (county.region, county.regionName) = (RegionCode(433123), "凤凰县")
    var province = county
    (province.region, province.regionName) = (RegionCode(430000), "湖南省")
    var words = county
    (words.nameEnglish, words.nameChinese, words.unit) = ("Loans", "贷款", "text")
    (words.actual, words.qualifier) = ("basically completed", .nearly)
    (words.region, words.regionName) = (RegionCode(430000), "湖南省")
    let report = Self.report([province, county, words])
    let chinese = String(decoding: report.text(in: .zh), as: UTF8.self)
    #expect(chinese.contains("互助组（湖南省）") && chinese.contains("互助组（凤凰县）"))
    #expect(chinese.contains("贷款：basically completed"), "\(chinese)")
    let csv = String(decoding: report.csv(.indicators), as: UTF8.self)
    #expect(csv.contains(",Mutual aid groups,互助组,"))
  }

  @Test("a Chinese chapter has Chinese units, and no page says a heading twice")
  func units() throws {
    let report = Self.report()
    let chinese = String(decoding: report.text(in: .zh), as: UTF8.self)
    for unit in ["元/人/年", "人次", "县", "批", "份", "元/村"] { #expect(chinese.contains(unit)) }
    for unit in ["person-time", "yuan/", "category", "batch"] { #expect(!chinese.contains(unit)) }
    #expect(String(decoding: report.text(in: .en), as: UTF8.self).contains("person-time"))
    #expect(IndicatorUnit.wording(of: "other:筐").english == "筐")
    #expect(IndicatorUnit.wording(of: "人次").english == "person time")
    let page = PageReader(report.page(imprint: SampleReports.imprint, in: .zh).html(in: .zh))
    #expect(page.faults == [])
    #expect(Set(page.texts(of: "h2")).isDisjoint(with: page.texts(of: "caption")))
  }

  @Test("a year of which nothing is known is given as it was sent")
  func otherYear() {
    #expect(ChapterYear.of(2012) == nil)
    let report = Self.report(target: nil, counties: nil, [])
    #expect(report.contradictions.isEmpty)
    #expect(report.sentence(in: .en) == "613,432 persons supported.")
  }

  @Test("the csv has one row an indicator and the same columns always")
  func csv() {
    let lines = String(decoding: Self.report().csv(.indicators), as: UTF8.self)
      .split(whereSeparator: \.isNewline)
    #expect(
      lines.first
        == "programme,name_en,name_zh,scope,region_code,unit,planned,actual,qualifier,completion,source,computed,difference,note"
    )
    #expect(lines.count == Self.report().rows.count + 1)
    #expect(
      lines.contains { $0.contains("Poor people supported") && $0.contains(",102.2,register") })
    let table = String(decoding: Self.report().csv(.contradictions), as: UTF8.self)
    #expect(
      table.contains(
        "entire_village,Average central funds per village,村均中央资金,yuan/village,actual,476000,quotient,479166.67,3166.67"
      ))
  }
}
