import Domain
import Testing

@Suite("The marks that spreadsheets leave around a cell's text")
struct CellTextTests {
  @Test(
    "blanks at the ends go, whatever they are made of",
    arguments: [
      "张三", " 张三 ", "\u{3000}张三\u{3000}", "\u{A0}张三\t", "\u{FEFF}张三", "张三\u{200B}\r\n",
      "\u{2003}\u{3000} 张三",
    ])
  func trims(text: String) throws {
    #expect(try reading(text) { CellText.string($0) } == "张三")
  }

  @Test(
    "a cell of blanks is empty", arguments: ["", " ", "\u{3000}\u{A0}", "\u{FEFF}", "\t\r\n"])
  func empty(text: String) throws {
    #expect(try reading(text) { CellText.isEmpty($0) })
    #expect(try reading(text) { CellText.string($0) } == "")
    #expect(try reading(text) { CellText.isMissingWord($0) })
  }

  @Test("characters inside and full-width letters of a text stay")
  func keeps() throws {
    #expect(try reading("Ａ　B  c") { CellText.string($0) } == "Ａ　B  c")
    #expect(try reading("𠮷\u{E000}") { CellText.string($0) } == "𠮷\u{E000}")
  }

  @Test(
    "an apostrophe that an export put before a formula sign goes from a text",
    arguments: [
      ("'=1+1", "=1+1"), ("'+86", "+86"), ("'-x", "-x"), ("'@a", "@a"), ("''quoted'", "'quoted'"),
      ("'433123", "'433123"), ("'tis", "'tis"), ("'", "'"), ("''", "'"), ("’=1", "’=1"),
    ])
  func exportApostrophe(text: String, kept: String) throws {
    #expect(try reading(text) { CellText.string($0) } == kept)
  }

  @Test(
    "an apostrophe before a digit goes from a typed cell",
    arguments: ["'433123", " '433123", "’433123", "‘433123", "＇４３３１２３", "'４33123 "])
  func typedApostrophe(text: String) throws {
    #expect(try reading(text) { CellText.foldedString($0) } == "433123")
  }

  @Test("a code column loses the apostrophe before a digit and keeps its letters' width")
  func codeColumn() throws {
    #expect(try reading("'0042") { CellText.string($0, beforeDigits: true) } == "0042")
  }

  @Test(
    "words for nothing are known",
    arguments: ["0", "无", " 无 ", "不详", "未知", "-", "——", "／", "N/A", "none", "０", "未办理"])
  func missing(text: String) throws {
    #expect(try reading(text) { CellText.isMissingWord($0) })
  }

  @Test("values are no words for nothing", arguments: ["1", "00", "无为", "433123", "张三", "-1"])
  func notMissing(text: String) throws {
    #expect(try reading(text) { !CellText.isMissingWord($0) })
  }

  @Test("the two words that order something are known in both languages")
  func orders() throws {
    for text in ["(clear)", "(CLEAR)", "清空", "（清空）"] {
      #expect(try reading(text) { CellText.isClearWord($0) })
    }
    for text in ["(withdraw)", "作废"] {
      #expect(try reading(text) { CellText.isWithdrawWord($0) })
    }
    #expect(try reading("clear") { !CellText.isClearWord($0) })
  }

  @Test("a masked value is known by its stars")
  func masked() throws {
    #expect(try reading("138****5678") { CellText.isMasked($0) })
    #expect(try reading("＊＊＊") { CellText.isMasked($0) })
    #expect(try !reading("13812345678") { CellText.isMasked($0) })
  }

  @Test("bytes that are no UTF-8 trap nowhere")
  func brokenBytes() {
    var numbers = SeededNumbers(seed: 11)
    for _ in 0..<20_000 {
      let count = Int.random(in: 0...20, using: &numbers)
      let bytes = (0..<count).map { _ in
        [UInt8](
          arrayLiteral: 0x30, 0xE3, 0x80, 0x80, 0xEF, 0xBC, 0x90, 0xF0, 0xFF, 0x2C, 0x2E, 0x58
        )
        .randomElement(using: &numbers) ?? 0
      }
      _ = CellText.foldedString(bytes.span)
      _ = NameFolding.fold(bytes.span)
      _ = Fund.read(bytes.span)
      _ = try? Money.read(bytes.span, headerUnit: .tenThousandYuan)
      _ = try? Quantity.read(bytes.span)
      _ = try? Percent.read(bytes.span)
      _ = try? ResidentID.read(bytes.span)
      _ = try? RegionCode.read(bytes.span)
      _ = try? PartialDate.read(bytes.span, serials: CalendarDate.earlySerials)
    }
  }

  @Test("what a spreadsheet made of a number is told from numbers of things")
  func spreadsheetNumbers() {
    for text in ["4.33123E+15", "4.33123E+17", "4E+15", "1.0e+5", " '4.3E+15 "] {
      #expect(isSpreadsheetNumber(text), "\(text)")
    }
    for text in [
      "E12", "P2E5", "4E15", "12E+5", "4.E+5", "4.3E+", "+5", "E+5", "4.3E+5x", "4331231042060013",
      "",
    ] {
      #expect(!isSpreadsheetNumber(text), "\(text)")
    }
  }
}

private func isSpreadsheetNumber(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  return CellText.isSpreadsheetNumber(bytes.span)
}
