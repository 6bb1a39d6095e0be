import Domain
import Intake
import Sheets
import Testing

@Suite("Lengths of cells")
struct ColumnLengthTests {
  @Test("every column of text has a length, in characters, and what is longer is a fault")
  func everyColumn() throws {
    let office = try FileOffice()
    for sheet in Sheet.all {
      let header = sheet.columns.map(\.name).joined(separator: ",")
      for column in sheet.columns {
        guard let longest = column.longest, column.kind != .phone else { continue }
        for (length, isTaken) in [(longest, true), (longest + 1, false)] {
          let text = String(repeating: "田", count: length)
          let row = sheet.columns.map { $0.name == column.name ? text : "" }
          let receipt = try office.take(header + "\n" + row.joined(separator: ",") + "\n") {
            $0.isCheck = true
          }
          #expect(
            receipt.told.contains("2 \(column.name) too_long") != isTaken,
            "\(sheet.name) \(column.name)")
        }
      }
    }
    #expect(Sheet.roster.column("name")?.longest == 100)
    #expect(Sheet.roster.column("remark")?.longest == 4_000)
    for sheet in ["progress", "projects", "project_households", "indicators"] {
      #expect(Sheet.named(sheet)?.column("unit")?.longest == 100)
    }
    #expect(Sheet.roster.column("household_no")?.longest == 32)
  }

  @Test("a name of megabytes is a fault both ways")
  func longName() throws {
    let name = String(repeating: "田", count: 1 << 20)
    let roster =
      "household_no,village_code,name,relation,class\nH1,433123104201,\(name),head,poor\n"
    try bothWays(roster) { _, receipt in #expect(receipt.told == ["2 name too_long"]) }
  }

  @Test("characters that nobody sees do not count")
  func folded() throws {
    let number = "=\"" + String(repeating: "1\u{200B}", count: 32) + "\""
    let roster =
      "household_no,village_code,name,relation,class\n\"\(number.replacing("\"", with: "\"\""))\",433123104201,甲,head,poor\n"
    try bothWays(roster) { (office: FileOffice, receipt: Receipt) throws in
      #expect(receipt.told == [])
      #expect(try office.households() == [String(repeating: "1", count: 32)])
    }
  }

  @Test("percentages that all lie between 0 and 1 are warned of")
  func fractions() throws {
    let header = "household_no,logged_on,staff_no,kind,percent\n"
    func warned(_ percents: [String]) throws -> [String] {
      let rows = percents.map { "H1,2011-10-02,S1,construction,\($0)\n" }.joined()
      return try FileOffice().take(header + rows).warned
    }
    #expect(try warned(["1", "0.4", "0"]) == ["3 percent percent_fraction"])
    #expect(try warned(["0.4", "40"]) == [])
    #expect(try warned(["0", "1"]) == [])
  }
}
