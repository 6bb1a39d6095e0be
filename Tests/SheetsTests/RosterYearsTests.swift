import Intake
import Sheets
import Testing

@Suite("Households enrolled in several years")
struct RosterYearsTests {
  private static let header =
    "household_no,village_code,name,relation,resident_id,joined_on,left_on,class,enrolled_on\n"

  private static let registers: [[String]] = [
    [
      "E,433123101002,郑一,head,433123197001010310,,,poor,2011-01-05",
      "E,433123101002,郑一,head,433123197001010310,,,,2012-01-05",
    ],
    [
      "E,433123101002,郑小,child,,,,poor,2011-01-05\nE,,郑一,head,433123197001010310,,,,",
      "E,,郑一,head,433123197001010310,,,,2012-01-05",
      "E,,郑一,head,433123197001010310,,,,2010-02-05",
    ],
    [
      "E,433123101002,郑一,head,,,2011-02-01,poor,2011-01-05\nE,,郑二,spouse,,,,,",
      "E,,郑二,spouse,,,,,2012-01-05",
    ],
  ]

  @Test("come back whole by export and rebuild", arguments: registers)
  func rebuilt(files: [String]) throws {
    let trial = try ExportTrial()
    for file in files { try trial.take(Self.header + file + "\n") }
    let sheets = try ExportTrial.all(of: trial.register)
    let roster = try trial.export("roster")
    for year in ["2011-01-05", "2012-01-05"] { #expect(roster.contains(year), "\(roster)") }
    #expect(try trial.differences(sending: sheets) == [])
    let (other, faults) = try trial.rebuilt(from: sheets)
    #expect(faults == [])
    let again = try ExportTrial.all(of: other.register)
    for (sheet, rebuilt) in zip(sheets, again) {
      #expect(
        String(decoding: sheet.bytes, as: UTF8.self)
          == String(decoding: rebuilt.bytes, as: UTF8.self))
    }
  }

  @Test("a row of the head for another year is no second head, and must agree with the other")
  func rows() throws {
    let head = "E,V1,郑一,head,<43312319700101031>,,,poor,2011-01-05\n"
    for (row, told) in [
      ("E,,郑一,head,<43312319700101031>,,,,2010-01-05", [String]()),
      ("E,,郑一,head,<43312319700101031>,,,dibao,2010-01-05", ["3 class rows_disagree"]),
      ("E,,郑一,head,<43312319700101031>,2011-02-01,,,2010-01-05", ["3 relation second_head"]),
      ("E,,郑一,head,<43312319700101031>,,,,2011-01-05", ["3 relation second_head"]),
      ("E,,郑二,head,,,,,2010-01-05", ["3 relation second_head"]),
    ] {
      let trial = try RosterTrial()
      let receipt = try trial.load(Self.header + head + row)
      #expect(receipt.told.prefix(1) == told.prefix(1), "\(row)")
      guard told.isEmpty else { continue }
      #expect(try trial.people() == ["E.1 郑一 [,)"] && trial.heads() == ["E.1"])
      let again = try trial.load(Self.header + head + row)
      #expect(again.told == [] && again.counts == [0, 0, 2, 0])
    }
  }
}
