import Domain
import Testing

@Suite("Quantities, whole numbers and percents")
struct QuantityTests {
  @Test(
    "quantities keep three decimals and are written without trailing zeros",
    arguments: [
      ("12", 12_000, "12"), ("0.5", 500, "0.5"), ("-3.125", -3_125, "-3.125"),
      ("1,200.50", 1_200_500, "1200.5"), ("１２", 12_000, "12"), ("0.010", 10, "0.01"),
      ("-0.001", -1, "-0.001"),
    ] as [(String, Int64, String)])
  func quantities(text: String, thousandths: Int64, written: String) throws {
    let quantity = try reading(text, Quantity.read)
    #expect(quantity.thousandths == thousandths)
    #expect(quantity.description == written)
    #expect(try reading(written, Quantity.read) == quantity)
  }

  @Test(
    "what is no quantity is refused",
    arguments: [
      ("1.2345", CellFault.quantityDecimals(found: 4)), ("12头", .quantityForm), ("", .missing),
      ("1E+3", .spreadsheetNumber), ("99999999999999999", .numberRange), ("¥5", .quantityForm),
    ])
  func badQuantities(text: String, expected: CellFault) {
    #expect(fault(text, Quantity.read) == expected)
  }

  @Test("whole numbers have no decimals and stay in their range")
  func wholeNumbers() throws {
    #expect(
      try reading("6,000", { (cell) throws(CellFault) in try WholeNumber.read(cell) }) == 6000)
    #expect(try reading("４", { (cell) throws(CellFault) in try WholeNumber.read(cell) }) == 4)
    let cases: [(String, CellFault)] = [
      ("4.0", .wholeNumberForm), ("4人", .wholeNumberForm), ("-1", .numberRange),
      ("11", .numberRange), ("99999999999999999999", .numberRange), ("", .missing),
      ("4E+5", .spreadsheetNumber),
    ]
    for (text, expected) in cases {
      #expect(
        fault(text, { (cell) throws(CellFault) in try WholeNumber.read(cell, in: 0...10) })
          == expected)
    }
  }

  @Test("a year has four digits within the written years")
  func years() throws {
    #expect(try reading("2011", WholeNumber.readYear) == 2011)
    #expect(try reading("２０１１年", WholeNumber.readYear) == 2011)
    for text in ["11", "1849", "2011-06", "20110630", "2011.0"] {
      #expect(fault(text, WholeNumber.readYear) == .yearForm)
    }
    #expect(fault(" ", WholeNumber.readYear) == .missing)
  }

  @Test("percents lie between 0 and 100 with at most two decimals")
  func percents() throws {
    let cases: [(String, Int, String)] = [
      ("40", 4_000, "40"), ("40%", 4_000, "40"), ("33.33 ％", 3_333, "33.33"), ("0", 0, "0"),
      ("100", 10_000, "100"), ("0.5", 50, "0.5"),
    ]
    for (text, hundredths, written) in cases {
      let percent = try reading(text, Percent.read)
      #expect(percent.hundredths == hundredths)
      #expect(percent.description == written)
    }
    #expect(fault("100.01", Percent.read) == .percentRange)
    #expect(fault("-1", Percent.read) == .percentRange)
    #expect(fault("1.234", Percent.read) == .percentForm)
    #expect(fault("half", Percent.read) == .percentForm)
    #expect(fault("50%%", Percent.read) == .percentForm)
    #expect(fault("999999999999999999", Percent.read) == .percentRange)
    #expect(fault("", Percent.read) == .missing)
  }
}
