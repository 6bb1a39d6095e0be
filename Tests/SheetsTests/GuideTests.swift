import Domain
import Foundation
import Intake
import Sheets
import Testing

// The clerks' pages are held against the sources, so that a rule without its line on both pages, or a line
// of a rule that is no more, fails here. Enums with values cannot list their cases; the rules are therefore
// read where they are spelled, in the `rule` of the faults.

/// A page of the guide for clerks.
enum GuidePage: String, CaseIterable, Sendable {
  case english = "ClerksGuide.md"
  case chinese = "ClerksGuide.zh.md"

  static let package = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(at path: String) throws -> String {
    try String(contentsOf: package.appendingPathComponent(path), encoding: .utf8)
  }

  func text() throws -> String {
    try Self.text(at: "Sources/Sheets/Sheets.docc/\(rawValue)")
  }

  /// The tables' rows, each as its cells; of a cell in backticks what is between them.
  func rows() throws -> [[String]] {
    try text().split(separator: "\n").filter { $0.hasPrefix("| `") }.map { row in
      row.dropFirst(2).dropLast(2).components(separatedBy: " | ").map {
        $0.hasPrefix("`") && $0.hasSuffix("`") ? String($0.dropFirst().dropLast()) : $0
      }
    }
  }

  var language: FaultWording.Language { self == .english ? .english : .chinese }
}

@Suite("The guide for county clerks")
struct GuideTests {
  /// Told by rejects files alone, of sound rows of a household that has another.
  private static let ofRejectsFiles = "household"

  /// Every rule that a fault of a file can bear.
  private static func rules() throws -> Set<String> {
    var rules: Set<String> = [ofRejectsFiles]
    for path in [
      "Sources/Intake/Judging/FaultKind+Rule.swift", "Sources/Intake/Judging/PayListFault.swift",
      "Sources/Intake/Judging/CSVFault+Rule.swift", "Sources/Domain/CellFault.swift",
    ] {
      let text = try GuidePage.text(at: path)
      let start = try #require(text.range(of: "var rule: String {"))
      for spelling in text[start.upperBound...].matches(of: /"([a-z_]+)"/) {
        rules.insert(String(spelling.1))
      }
    }
    for reference in FaultKind.Reference.allCases {
      rules.insert(FaultKind.unknown(reference, nearest: []).rule)
    }
    for floor in ["Sources/Sheets", "Sources/Intake"] {
      let sources = GuidePage.package.appendingPathComponent(floor)
      let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
      for case let file as URL in try #require(files) where file.pathExtension == "swift" {
        let text = try String(contentsOf: file, encoding: .utf8)
        for spelling in text.matches(of: /\.rule\("([a-z_]+)"/) {
          rules.insert(String(spelling.1))
        }
      }
    }
    return rules
  }

  @Test("the rules are found where they are spelled")
  func spelled() throws {
    let rules = try Self.rules()
    let kinds: [FaultKind] = [
      .noHeader, .cell(.dateForm, allowed: []), .cell(.spreadsheetNumber, allowed: []),
      .unknown(.staff, nearest: []), .dependedOn(facts: [], entries: []), .amountIsZero,
      .periodsOverlap(line: nil, since: 0, until: 1), .reversal(.isReversal),
    ]
    for kind in kinds { #expect(rules.contains(kind.rule)) }
    #expect(rules.contains("stray_quote"))
  }

  @Test("every rule has a name in Chinese for the receipt, and no other has")
  func names() throws {
    let named = FaultRuleNames.chinese
    #expect(try Self.rules().subtracting(named.keys).sorted() == [])
    #expect(try Set(named.keys).subtracting(Self.rules()).sorted() == [])
    #expect(Set(named.values).count == named.count)
    #expect(named.values.allSatisfy { !$0.isEmpty && $0.count <= 16 })
  }

  @Test("explains every rule there is once, and no other", arguments: GuidePage.allCases)
  func everyRule(page: GuidePage) throws {
    let sheets = Set(Sheet.all.map(\.name))
    let explained = try page.rows().compactMap(\.first).filter { !sheets.contains($0) }
    let rules = try Self.rules()
    #expect(rules.subtracting(explained).sorted() == [], "not explained")
    #expect(Set(explained).subtracting(rules).sorted() == [], "no such rule")
    #expect(Set(explained).count == explained.count)
  }

  @Test("says of each rule what it means and how to mend it", arguments: GuidePage.allCases)
  func meaningAndMending(page: GuidePage) throws {
    for row in try page.rows() {
      #expect(row.count == 3, "\(row)")
      #expect(row.allSatisfy { !$0.isEmpty }, "\(row)")
    }
  }

  @Test("names every sheet in both languages, in the order of their import")
  func everySheet() throws {
    for page in GuidePage.allCases {
      let named = try page.rows().filter { Sheet.named($0[0]) != nil }
      #expect(named.map { $0[0] } == Sheet.all.map(\.name))
      #expect(named.map { $0[1] } == Sheet.all.map(\.chinese))
    }
  }

  @Test("explains the same rules in the same order in both languages")
  func sameOrder() throws {
    let english = try GuidePage.english.rows().map(\.first)
    let chinese = try GuidePage.chinese.rows().map(\.first)
    #expect(english == chinese)
  }

  @Test("shows faults in the words of the program", arguments: GuidePage.allCases)
  func words(page: GuidePage) throws {
    let wording = FaultWording(page.language, sheet: "roster")
    let impossible = CellFault.dateImpossible(year: 2011, month: 2, day: 30)
    let faults = [
      Fault(
        line: 14, column: "birth_date", value: "2011年2月30日", .cell(impossible, allowed: [])),
      Fault(
        line: 15, column: "resident_id", value: "4.3312*E+17",
        .cell(.spreadsheetNumber, allowed: [])),
    ]
    let text = try page.text()
    for fault in faults { #expect(text.contains(wording.line(fault, file: "roster_433123.csv"))) }
  }
}
