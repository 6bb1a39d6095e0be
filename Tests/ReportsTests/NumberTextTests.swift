import Reports
import Testing

@Suite("Whole numbers as people read them")
struct NumberTextTests {
  @Test(
    "A percent is rounded half up to a tenth, in integers",
    arguments: [
      (613_432, 600_000, 1022), (0, 600_000, 0), (600_000, 600_000, 1000),
      (1, 3, 333), (2, 3, 667), (1, 2000, 1), (1, 2001, 0), (3, 2000, 2), (999_499, 1_000_000, 999),
      (999_500, 1_000_000, 1000), (1, Int64.max, 0), (Int64.max, Int64.max, 1000),
      (Int64.max / 1000, 1, Int64.max / 1000 * 1000),
    ] as [(Int64, Int64, Int64)])
  func percent(part: Int64, whole: Int64, tenths: Int64) {
    #expect(NumberText.percentTenths(part, of: whole) == tenths)
  }

  @Test(
    "There is no percent of nothing, of a negative count, or beyond 64 bits",
    arguments: [(5, 0), (5, -1), (-5, 10), (Int64.max, 1), (Int64.max / 1000 + 1, 1)]
      as [(Int64, Int64)])
  func noPercent(part: Int64, whole: Int64) {
    #expect(NumberText.percentTenths(part, of: whole) == nil)
  }

  @Test(
    "A whole percent is 100 only where all are counted",
    arguments: [(999_999, 1_000_000, 99), (7, 7, 100), (0, 7, 0), (1, 7, 14)]
      as [(Int64, Int64, Int64)])
  func wholePercent(part: Int64, whole: Int64, percent: Int64) {
    #expect(NumberText.wholePercent(part, of: whole) == percent)
  }

  @Test(
    "Decimals keep their leading zero and their sign",
    arguments: [
      (0, 2, "0.00"), (5, 2, "0.05"), (-5, 2, "-0.05"), (1022, 1, "102.2"), (100, 2, "1.00"),
      (-123_456, 2, "-1234.56"), (7, 0, "7"), (Int64.min, 2, "-92233720368547758.08"),
    ] as [(Int64, Int, String)])
  func decimals(units: Int64, places: Int, text: String) {
    #expect(NumberText.decimal(units, places: places) == text)
  }

  @Test(
    "Digits are grouped by three in the whole part alone",
    arguments: [
      (0, "0.00"), (99_999, "999.99"), (100_000, "1,000.00"), (-123_456_789, "-1,234,567.89"),
      (Int64.min, "-92,233,720,368,547,758.08"),
    ] as [(Int64, String)])
  func grouping(fen: Int64, text: String) {
    #expect(NumberText.yuan(fen: fen, grouped: true) == text)
  }

  @Test("A difference bears its sign, and nothing bears none")
  func signs() {
    #expect([1200, -1200, 0].map { NumberText.signed($0) } == ["+1,200", "-1,200", "0"])
  }
}
