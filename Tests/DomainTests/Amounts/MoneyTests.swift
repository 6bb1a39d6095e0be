import Domain
import Testing

@Suite("Amounts of money, to the fen")
struct MoneyTests {
  private func read(_ text: String, _ unit: MoneyUnit? = nil) throws(CellFault) -> Int64 {
    try reading(text) { (cell) throws(CellFault) in
      try Money.read(cell, headerUnit: unit).fen
    }
  }

  private func fault(_ text: String, _ unit: MoneyUnit? = nil) -> CellFault? {
    do {
      _ = try read(text, unit)
      return nil
    } catch {
      return error
    }
  }

  @Test(
    "amounts are read as counties write them",
    arguments: [
      ("0", 0), ("300", 30_000), ("300.5", 30_050), ("300.05", 30_005), ("-300.05", -30_005),
      ("+300", 30_000), ("1,234.50", 123_450), ("1,234,567", 123_456_700), ("¥300", 30_000),
      ("￥300", 30_000), ("¥ 300", 30_000), ("-¥300", -30_000), ("¥-300", -30_000),
      ("300元", 30_000), ("300 元", 30_000), ("３００．５０元", 30_050), ("１，２３４", 123_400),
      ("3.5万元", 3_500_000), ("3.5万", 3_500_000), ("0.000001万元", 1), ("1.2亿元", 12_000_000_000),
      ("0.0000000001亿元", 1), (" 300\u{A0}", 30_000), ("'300", 30_000), ("'-300", -30_000),
      ("－300", -30_000), ("−300", -30_000), ("007", 700), ("12.3千元", 1_230_000),
    ] as [(String, Int64)])
  func forms(text: String, fen: Int64) throws { #expect(try read(text) == fen) }

  @Test("the header's unit multiplies a bare cell")
  func headerUnits() throws {
    #expect(try read("3.5", .tenThousandYuan) == 3_500_000)
    #expect(try read("3.5万元", .tenThousandYuan) == 3_500_000)
    #expect(try read("1", .hundredMillionYuan) == 10_000_000_000)
    #expect(try read("1", .yuan) == 100)
    #expect(try read("-0.5", .tenThousandYuan) == -500_000)
  }

  @Test("units that disagree are a fault that names both")
  func unitConflict() {
    #expect(
      fault("3.5万元", .yuan) == .unitConflict(header: .yuan, cell: .tenThousandYuan))
    #expect(
      fault("300元", .tenThousandYuan) == .unitConflict(header: .tenThousandYuan, cell: .yuan))
  }

  @Test(
    "more decimals than fen are a fault, in every unit",
    arguments: [
      ("1.234", nil, 3, 2), ("1.230", nil, 3, 2), ("0.0000001万元", nil, 7, 6),
      ("1.0000000", .tenThousandYuan, 7, 6), ("1.234元", .yuan, 3, 2),
    ] as [(String, MoneyUnit?, Int, Int)])
  func decimals(text: String, unit: MoneyUnit?, found: Int, allowed: Int) {
    #expect(fault(text, unit) == .moneyDecimals(found: found, allowed: allowed))
  }

  @Test(
    "what is no amount is refused",
    arguments: [
      "abc", "1,23", "12,34,567", "1234,567", "1,2345", ",123", "1,", "1.", ".5", "1.2.3", "--1",
      "1-", "5元5", "元", "¥", "1 2", "5斤", "(5)", "1,234.5,6", "5元元", "+-5", "-¥-5",
    ])
  func badForms(text: String) { #expect(fault(text) == .moneyForm) }

  @Test("damage, emptiness and excess have faults of their own")
  func others() {
    #expect(fault("1.2E+06") == .spreadsheetNumber)
    #expect(fault("1.2e6") == .spreadsheetNumber)
    #expect(fault("") == .missing)
    #expect(fault("1000000000000") == nil)
    #expect(fault("1000000000000.01") == .numberRange)
    #expect(fault("-1000000000000.01") == .numberRange)
    #expect(fault("99999999999999999999999999") == .numberRange)
    #expect(fault("184467440737095516.16") == .numberRange)
    #expect(fault("99999999999亿元") == .numberRange)
  }

  @Test("what is written is read back to the fen")
  func roundTrip() throws {
    var numbers = SeededNumbers(seed: 5)
    for round in 0..<20_000 {
      let limit = [1_000, 10_000_000, 100_000_000_000_000][round % 3] as Int64
      let money = Money(fen: .random(in: -limit...limit, using: &numbers))
      for text in [money.description, money.grouped, money.grouped + "元"] {
        #expect(try read(text) == money.fen)
        #expect(try read(fullWidth(text)) == money.fen)
      }
    }
  }

  @Test("ten thousand yuan of six decimals are the fen that the digits say")
  func exactUnits() throws {
    var numbers = SeededNumbers(seed: 6)
    for _ in 0..<5_000 {
      let whole = Int64.random(in: 0...9_999_999, using: &numbers)
      let parts = Int64.random(in: 0...999_999, using: &numbers)
      let digits = String(String(1_000_000 + parts).dropFirst())
      #expect(try read("\(whole).\(digits)万元") == whole * 1_000_000 + parts)
    }
  }

  @Test(
    "amounts are written with two decimals, grouped for people",
    arguments: [
      (0, "0.00", "0.00"), (5, "0.05", "0.05"), (-5, "-0.05", "-0.05"),
      (-123_450, "-1234.50", "-1,234.50"), (100_000, "1000.00", "1,000.00"),
      (99_999, "999.99", "999.99"), (123_456_789_012, "1234567890.12", "1,234,567,890.12"),
      (Int64.min, "-92233720368547758.08", "-92,233,720,368,547,758.08"),
    ] as [(Int64, String, String)])
  func writing(fen: Int64, plain: String, grouped: String) {
    #expect(Money(fen: fen).description == plain)
    #expect(Money(fen: fen).grouped == grouped)
  }

  @Test("sums beyond 64 bits are nil, never a trap")
  func sums() {
    #expect(Money(fen: 1).adding(Money(fen: 2)) == Money(fen: 3))
    #expect(Money(fen: .max).adding(Money(fen: 1)) == nil)
  }
}
