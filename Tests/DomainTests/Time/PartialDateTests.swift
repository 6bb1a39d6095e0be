import Domain
import Testing

@Suite("Dates known in part")
struct PartialDateTests {
  @Test(
    "packed into a number and back they are what they were",
    arguments: [
      ("1968", 19_680_000), ("1968-05", 19_680_500), ("1968-05-07", 19_680_507),
      ("2000-02-29", 20_000_229),
    ])
  func packed(_ text: String, _ number: Int64) throws {
    let date = try CellText.reading(text) { (cell) throws(CellFault) in
      try PartialDate.read(cell, excelSerials: false)
    }
    #expect(date.packed == number)
    #expect(PartialDate(packed: number) == date)
  }

  @Test("a number that no date packs to is none", arguments: [19_681_300, 20_010_229, 19_680_532])
  func unpacked(_ number: Int64) { #expect(PartialDate(packed: number) == nil) }
}
