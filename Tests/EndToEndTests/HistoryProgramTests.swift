import Foundation
import Testing

@Suite("history of a household")
struct HistoryProgramTests {
  private static let household = "4331231042010001"

  private let folder: ProgramFolder

  init() throws { folder = try ReportsFolder.make() }

  private func changes(_ entry: Int) throws -> [[String: Any]] {
    let told = try folder.run("history", Self.household, "--json")
    try #require(told.status == 0, "\(told.errors)")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
    let entries = try #require(object["entries"] as? [[String: Any]])
    return entries.first { $0["entry"] as? Int == entry }?["changes"] as? [[String: Any]] ?? []
  }

  @Test("tells what each entry added to this household and took back, and nothing of others")
  func tells() throws {
    let text = try folder.run("history", Self.household).output
    #expect(text.contains("    + member 吴香梅, spouse\n"))
    #expect(text.contains("    + project P433123-00001, approved, on 2011-08-12\n"))
    #expect(
      text.contains(
        "    + allocation 1,900.60 yuan, M433123-000008, P433123-00001, on 2011-09-01\n"))
    #expect(!text.contains("4331231042010002"))
    try folder.write(
      "income.csv", "household_no,year,total\n\(Self.household),2011,12345.00\n")
    let read = try folder.run("import", "income.csv")
    try #require(read.status == 0, "\(read.output)\(read.errors)")
    let last = try folder.lastEntry()
    let corrected = try changes(last)
    #expect(corrected.last?["change"] as? String == "added")
    #expect(corrected.last?["words"] as? String == "income of 2011, 12,345.00 yuan")
    try #require(try folder.run("undo", String(last), "--yes", "--reason", "slip").status == 0)
    let undone = try changes(last + 1)
    #expect(undone.first?["change"] as? String == "withdrawn")
    #expect(undone.first?["amount_fen"] as? Int == 1_234_500)
    #expect(try folder.run("history", Self.household, "--lang", "zh").output.contains("- 收入 2011"))
    #expect(try folder.run("history", "nobody").status == 1)
  }
}
