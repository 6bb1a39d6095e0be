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
      try PartialDate.read(cell, serials: nil)
    }
    #expect(date.packed == number)
    #expect(PartialDate(packed: number) == date)
  }

  @Test("a number that no date packs to is none", arguments: [19_681_300, 20_010_229, 19_680_532])
  func unpacked(_ number: Int64) { #expect(PartialDate(packed: number) == nil) }

  @Test(
    "a month written with a decimal may have lost its zero",
    arguments: [
      ("1978.1", PartialDate.MonthDecimal.one), ("1978.10", .zeroKept), ("1978.01", .zeroKept),
    ])
  func monthDecimal(_ text: String, _ meaning: PartialDate.MonthDecimal) throws {
    #expect(try reading(text) { PartialDate.monthDecimal($0) } == meaning)
  }

  @Test(
    "other writings of a month tell nothing of its zero",
    arguments: ["1978-1", "1978/1", "1978.2", "1978.12", "1978.1.1", "1978", "1978年1月", ""])
  func noMonthDecimal(_ text: String) throws {
    #expect(try reading(text) { PartialDate.monthDecimal($0) } == nil)
  }
}
