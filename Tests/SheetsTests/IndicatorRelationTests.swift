import Domain
import Foundation
import Intake
import Register
import Sheets
import Testing

@Suite("Indicators that contradict others of their year")
struct IndicatorRelationTests {
  private static let header =
    "programme,name_en,name_zh,scope,region_code,unit,planned,actual,qualifier,year,note\n"
  private static let funds =
    "entire_village,of which central funds,,,430000,yuan,,230000000,exact,2011,\n"
  private static let villages =
    "entire_village,National villages in entire-village advancement,,,430000,village,,480,exact,2011,\n"
  private static func average(_ actual: String, year: Int = 2011) -> String {
    "entire_village,Average central funds per village,,,430000,yuan/village,,\(actual),exact,\(year),\n"
  }

  private func warned(_ receipt: Receipt) -> [String] {
    receipt.warnings.compactMap { warning in
      guard case .notice(.figuresDisagree(let name, _, _, let stated, let computed)) = warning.kind
      else { return nil }
      return "\(warning.line) \(warning.column ?? "") \(name): \(stated) \(computed)"
    }
  }

  @Test("are taken as sent, and the difference is told at the figure that is contradicted")
  func told() throws {
    let trial = try ExportTrial(office: 430000)
    let receipt = try trial.send(
      Self.header + Self.funds + Self.average("476000") + Self.villages)
    #expect(receipt.entry != nil && receipt.created == 3)
    #expect(
      warned(receipt) == ["3 actual Average central funds per village: 476000 479166.67"])
    // Within the digits printed it holds, and of other years nothing is known.
    let sound = try trial.send(Self.header + Self.average("479000"))
    #expect(sound.entry != nil && warned(sound).isEmpty)
    #expect(warned(try trial.send(Self.header + Self.average("476000", year: 2012))).isEmpty)
  }

  @Test("are told at the row that contradicts what stands, and not where the file has neither")
  func standing() throws {
    let trial = try ExportTrial(office: 430000)
    #expect(warned(try trial.send(Self.header + Self.average("476000"))).isEmpty)
    #expect(warned(try trial.send(Self.header + Self.funds)).isEmpty)
    #expect(
      warned(try trial.send(Self.header + Self.villages)) == [
        "2 actual Average central funds per village: 476000 479166.67"
      ])
    let other = "overview,Village-level roads built,,,430000,km,,6300,exact,2011,\n"
    #expect(warned(try trial.send(Self.header + other)).isEmpty)
  }

  @Test("are named to a Chinese clerk as the sheet names them in Chinese, else in English")
  func named() throws {
    let english = "Average central funds per village"
    let row = Self.average("476000")
    for (row, name) in [
      (row.replacing("village,,,", with: "village,村均中央资金,,"), "村均中央资金"), (row, english),
    ] {
      let receipt = try ExportTrial(office: 430000).send(
        Self.header + Self.funds + row + Self.villages)
      let told = receipt.warnings.first { $0.kind.rule == "figures_disagree" }
      let warning = try #require(told)
      let wording = { (language: FaultWording.Language) in
        FaultWording(language, sheet: "indicators").message(warning)
      }
      #expect(wording(.chinese).contains("“\(name)”原文为"), "\(wording(.chinese))")
      #expect(wording(.english).contains("“\(english)” is stated"))
    }
  }

  @Test("of the chapter of 2011 are those that the chapter itself contradicts")
  func chapter() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../SampleData/province/indicators.csv").standardizedFileURL
    let trial = try ExportTrial(office: 430000)
    let receipt = try trial.send(try String(contentsOf: path, encoding: .utf8))
    #expect(receipt.entry != nil && receipt.created == 123)
    #expect(warned(receipt).count == 3, "\(warned(receipt))")
  }
}
