import Domain
import Testing

@Suite("Places by code")
struct RegionCodeTests {
  @Test(
    "each standard form has its level",
    arguments: [
      (430_000, RegionLevel.province), (433_100, .prefecture), (433_123, .county),
      (433_123_100, .township), (433_123_100_201, .village), (110_101, .county),
    ] as [(Int64, RegionLevel)])
  func levels(value: Int64, level: RegionLevel) throws {
    let code = try #require(RegionCode(value))
    #expect(code.value == value)
    #expect(code.level == level)
    #expect(code.description == String(value))
  }

  @Test(
    "twelve and nine digits with zeros at the end are the short form",
    arguments: [
      (430_000_000_000, 430_000), (433_100_000_000, 433_100), (433_123_000_000, 433_123),
      (433_123_100_000, 433_123_100), (433_123_000, 433_123),
    ] as [(Int64, Int64)])
  func padded(value: Int64, short: Int64) { #expect(RegionCode(value)?.value == short) }

  @Test(
    "other numbers are no places",
    arguments: [
      0, -433_123, 43, 4331, 430_001, 4_331_231, 43_312_310, 4_331_231_002, 43_312_310_020,
      433_100_100, 433_123_000_201, 433_100_100_201, 4_331_231_002_010, 433_123_000_000_000, .max,
      .min,
    ] as [Int64])
  func badValues(value: Int64) { #expect(RegionCode(value) == nil) }

  @Test("a village knows the places around it")
  func around() throws {
    let village = try #require(RegionCode(433_123_100_201))
    #expect(village.township?.value == 433_123_100)
    #expect(village.county?.value == 433_123)
    #expect(village.prefecture?.value == 433_100)
    #expect(village.province.value == 430_000)
    #expect(village.parent?.parent?.parent?.parent?.value == 430_000)
    #expect(village.parent?.parent?.parent?.parent?.parent == nil)
    let prefecture = try #require(village.prefecture)
    #expect(prefecture.county == nil && prefecture.township == nil)
    #expect(prefecture.province.prefecture == nil)
  }

  @Test("a place contains itself and what lies inside it, nothing else")
  func containing() throws {
    let line = try [430_000, 433_100, 433_123, 433_123_100, 433_123_100_201].map {
      try #require(RegionCode($0))
    }
    for (outer, outerCode) in line.enumerated() {
      for (inner, innerCode) in line.enumerated() {
        #expect(outerCode.contains(innerCode) == (outer <= inner))
      }
    }
    let neighbour = try #require(RegionCode(433_124_100_201))
    #expect(!line[2].contains(neighbour))
    #expect(line[1].contains(neighbour))
  }

  @Test("places stand in the order of their digits")
  func order() throws {
    let sorted = try [430_000, 430_224, 430_224_002, 430_224_002_001, 430_224_003, 430_300].map {
      try #require(RegionCode($0))
    }
    #expect(sorted.reversed().sorted() == sorted)
    #expect(sorted.map(\.description) == sorted.map(\.description).sorted())
  }

  @Test(
    "cells are read in any width and with an apostrophe",
    arguments: ["433123100201", "'433123100201", "４３３１２３１００２０１", " 433123100201\u{A0}"])
  func cells(text: String) throws {
    #expect(try reading(text, RegionCode.read).value == 433_123_100_201)
  }

  @Test(
    "a spreadsheet's damage is told from a slip",
    arguments: [
      ("4.31222E+11", CellFault.spreadsheetNumber), ("4.31222e+11", .spreadsheetNumber),
      ("４．３１Ｅ＋１１", .spreadsheetNumber), ("43312", .regionCodeForm), ("", .missing),
      ("433123.0", .regionCodeForm), ("433,123", .regionCodeForm), ("-433123", .regionCodeForm),
      ("凤凰县", .regionCodeForm), ("0433123", .regionCodeForm), ("430001", .regionCodeForm),
      ("43312310020143312310020143312310", .regionCodeForm), ("+433123", .regionCodeForm),
    ])
  func badCells(text: String, expected: CellFault) {
    #expect(fault(text, RegionCode.read) == expected)
  }
}
