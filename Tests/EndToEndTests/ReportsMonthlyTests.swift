import Foundation
import Testing

@Suite("report monthly")
struct ReportsMonthlyTests {
  private static let header =
    "code,name,households_enrolled,persons_enrolled,plan,project,fund,support,implementation,contact,"
    + "households_fulfilled,persons_supported,persons_supported_in_month,target_persons,percent,"
    + "pace_gap_persons,households_lapsed,households_paid,households_accepted,"
    + "households_income_goal,allocated_yuan,paid_yuan"

  private func rows(_ folder: ProgramFolder, _ more: String) throws -> [[String]] {
    let told = try folder.shell("$PROGRAM report monthly --month 2011-06 --format csv \(more)")
    try #require(told.status == 0, "\(told.errors)")
    // Swift takes CR LF for one character; the lines may end in either.
    return told.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("the CSV has the contract's header in both languages, and the rows add up to the total")
  func csv() throws {
    let folder = try ReportsFolder.make()
    for by in ["county", "township", "village", "class"] {
      for language in ["en", "zh"] {
        let rows = try rows(folder, "--by \(by) --lang \(language)")
        #expect(rows[0].joined(separator: ",") == Self.header)
        let total = try #require(rows.last)
        #expect(total[0] == "total" && total[1] == (language == "zh" ? "合计" : "Total"))
        #expect(total[13] == "100")
        for column in [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 16, 17, 18, 19] {
          let sum = rows.dropFirst().dropLast().reduce(0) { $0 + (Int($1[column]) ?? 0) }
          #expect(Int(total[column]) == sum)
        }
        let codes = rows.dropFirst().dropLast().map { $0[0] }
        if by != "class" { #expect(codes == codes.sorted()) }
        if by == "village" || by == "class" {
          #expect(rows.dropFirst().dropLast().allSatisfy { $0[13...15] == ["", "", ""] })
        }
      }
    }
  }

  @Test("the JSON has the contract's keys, money in fen and null without a target")
  func json() throws {
    let folder = try ReportsFolder.make()
    let told = try folder.run("report", "monthly", "--month", "2011-06", "--by", "class", "--json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
    #expect(
      Set(object.keys) == [
        "report", "programme", "year", "month", "as_of", "known", "closed", "regions", "total",
        "reading",
      ])
    #expect(object["as_of"] as? String == "2011-06-30")
    #expect(object["closed"] is NSNull)
    let rows = try #require(object["regions"] as? [[String: Any]])
    #expect(rows.map { $0["code"] as? String } == ["poor", "poor_dibao", "dibao", "wubao"])
    let names = Self.header.split(separator: ",").map {
      $0.hasSuffix("_yuan") ? $0.dropLast(4) + "fen" : String($0)
    }
    #expect(rows.allSatisfy { Set($0.keys) == Set(names) && $0["percent"] is NSNull })
  }

  @Test("what cannot be asked is usage, what is not there is refused")
  func faults() throws {
    let folder = try ReportsFolder.make()
    let faults: [(String, Int32, String)] = [
      ("--month 2011-13", 64, "--month"), ("--month June", 64, "2011-06"), ("", 64, "--month"),
      ("--month 2011-06 --by parish", 64, "--by"), ("--month 2011-06 --known x", 64, "--known"),
      ("--month 2013-06", 1, "2011"), ("--month 2011-06 --known closed", 1, "not closed"),
      ("--month 2011-06 --known 999", 1, "999"),
      ("--month 2011-06 --county Changsha", 1, "no place"),
    ]
    for (words, status, says) in faults {
      let told = try folder.shell("$PROGRAM report monthly \(words)")
      #expect(told.status == status && told.errors.contains(says), "\(words): \(told.errors)")
      #expect(told.errors.hasPrefix("sixpoint: ") && told.output.isEmpty)
    }
    #expect(try folder.shell("$PROGRAM report monthly --month 2011-06 >/dev/full").status == 2)
  }

  @Test("list gaps names as many households as the report says, at its own day")
  func gaps() throws {
    let folder = try ReportsFolder.make()
    let total = try #require(try rows(folder, "").last).compactMap { Int($0) }
    // Without code and name: enrolled, persons, then the six points.
    let all = try rows(folder, "").last?.dropFirst(2).compactMap { Int($0) } ?? total
    let points = ["plan", "project", "fund", "support", "implementation", "contact"]
    for (index, point) in points.enumerated() {
      let told = try folder.run(
        "list", "gaps", "--point", point, "--month", "2011-06", "--county", "433123", "--format",
        "csv")
      let count = told.output.split(whereSeparator: \.isNewline).count - 1
      #expect(count == all[0] - all[index + 2])
    }
  }
}
