import CSV
import Intake
import Sheets
import Testing

@Suite("What is no CSV, and what ends a file")
struct FileNatureTests {
  private static let office: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  private static func zip(_ name: String) -> [UInt8] {
    [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 26) + Array(name.utf8)
  }

  private static func wide(_ text: String) -> [UInt8] { text.utf8.flatMap { [$0, 0] } }

  static let natures: [([UInt8], FileNature)] = [
    (zip("xl/workbook.xml"), .excel), (zip("word/document.xml"), .word), (zip("a.csv"), .zip),
    (zip("mimetypeapplication/vnd.oasis.opendocument.spreadsheet"), .openSheet),
    (office + wide("Workbook"), .oldExcel), (office + wide("WordDocument"), .word),
    (office, .officeFile), (Array("%PDF-1.4".utf8), .pdf), (Array("{\\rtf1".utf8), .richText),
    (Array("\n<html><table>".utf8), .webPage), (Array("<TABLE><tr><td>1".utf8), .webPage),
    ([0xEF, 0xBB, 0xBF] + Array("<!DOCTYPE html>".utf8), .webPage),
    ([0xFF, 0xFE] + wide("<html>"), .webPage),
    (
      Array(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"
          .utf8),
      .excelXML
    ),
    (Array("<?xml version=\"1.0\"?><a/>".utf8), .xml), ([0x89, 0x50, 0x4E, 0x47], .image),
    (Array("SQLite format 3".utf8) + [0], .database), ([], .empty),
    (Array("\n \r\n".utf8), .empty), ([0xEF, 0xBB, 0xBF], .empty),
  ]

  @Test("is named for what it is, and nothing is written", arguments: natures.indices)
  func named(place: Int) throws {
    let (bytes, nature) = Self.natures[place]
    let receipt = try FileOffice().take(FileOffice.file(bytes, name: "花名册.csv")) {
      $0.acceptsValid = true
    }
    #expect(receipt.errors.map(\.kind) == [.notCSV(nature)])
    #expect(receipt.isRefusedWhole)
    #expect([receipt.rows, receipt.created, receipt.rejected] == [0, 0, 0])
  }

  @Test("a file with only a header is told so, and is no fault")
  func onlyHeader() throws {
    let receipt = try FileOffice().take("户编号,村编码,姓名,与户主关系\n\n")
    #expect(receipt.told == [])
    #expect(receipt.warned == ["1 - no_rows"])
  }

  @Test("a file of no sheet rejects all its rows")
  func noSheet() throws {
    let receipt = try FileOffice().take("户编号,姓名\nH1,甲\nH2,乙\n") { $0.acceptsValid = true }
    #expect(receipt.told == ["1 - unknown_sheet"])
    #expect([receipt.rows, receipt.created, receipt.rejected] == [2, 0, 2])
  }

  @Test(
    "a Ctrl-Z at the end is taken out and told, whatever line ends stand around it",
    arguments: ["\u{1A}", "\n\u{1A}", "\u{1A}\n", "\u{1A}\r\n\r\n", "\r\n\u{1A}\n"], [false, true])
  func controlZ(end: String, isLater: Bool) throws {
    let office = try FileOffice()
    if isLater { try office.take("户编号,村编码,姓名,与户主关系\nH0,433123104201,癸,户主\n") }
    let receipt = try office.take(
      "户编号,村编码,姓名,与户主关系,备注\nH1,433123104201,甲,户主,低保\(end)")
    #expect(receipt.told == [])
    #expect(receipt.warned == ["2 - ctrl_z"])
    #expect(receipt.rows == 1)
    #expect(try office.members().contains("H1 1 甲 1 - 低保"))
  }

  @Test("a Ctrl-Z before the last line end of UTF-16 is taken out, one within the text is not")
  func wideControlZ() throws {
    func bytes(_ text: String) -> [UInt8] {
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let text = "责任人编号\t姓名\nS1\t王五\n"
    let wide = try FileOffice().take(FileOffice.file(bytes(text + "\u{1A}\r\n")))
    #expect(wide.told == [])
    #expect(wide.warned.contains { $0.hasSuffix("ctrl_z") })
    #expect(wide.created == 1)
    let within = try FileOffice().take("责任人编号,姓名\nS1,王五\n\u{1A}\nS2,赵六\n")
    #expect(within.told == ["3 - ragged_row"])
  }

  @Test("a row that lacks cells at its end names their columns", arguments: [false, true])
  func ragged(isLater: Bool) throws {
    let office = try FileOffice()
    if isLater { try office.take("户编号,村编码,姓名,与户主关系\nH0,433123104201,癸,户主\n") }
    let receipt = try office.take(
      "户编号,村编码,姓名,与户主关系,民族,备注\nH1,433123104201,甲,户主\n")
    #expect(
      receipt.errors.map(\.kind) == [.cellsMissing(["民族", "备注"], found: 4, expected: 6)])
    #expect(receipt.told == ["2 - ragged_row"])
  }

  @Test("a role or a name in a filled row is data, whatever word it is")
  func words() throws {
    let office = try FileOffice()
    try office.take("户编号,村编码,姓名,与户主关系\nH1,433123104201,甲,户主\n")
    try office.take("责任人编号,姓名\nS1,王五\n")
    let receipt = try office.take(
      "责任类别,户编号,责任人编号,开始日期,结束日期\n联系人,H1,S1,2011-12-01,\n联系人,,,,\n合计,,,,\n")
    #expect(receipt.told == [])
    #expect(receipt.created == 1)
    #expect(Array(receipt.passedOver) == [3, 4])
    let names = try office.take(
      "姓名,责任人编号,职务\nTotal,S8,干部\n负责人,S9,\n合计,,\n填表人：王五,,\n")
    #expect(names.told == [])
    #expect(names.created == 2)
    #expect(Array(names.passedOver) == [4, 5])
  }

  @Test("a total in a number's column is one though a word that may be a role comes before it")
  func roleAndTotal() throws {
    let office = try FileOffice()
    try office.take("户编号,村编码,姓名,与户主关系\nH1,433123104201,甲,户主\n")
    try office.take("责任人编号,姓名\nS1,王五\n")
    let receipt = try office.take(
      "责任类别,户编号,责任人编号,开始日期,结束日期\n联系人,H1,S1,2011-12-01,\n联系人,合计,,,\n联系人,小计,,2011-12-01,\n"
    )
    #expect(receipt.told == [])
    #expect(receipt.created == 1)
    #expect(Array(receipt.passedOver) == [3, 4])
  }

  @Test("a total in a number's column is one though a serial number comes before it")
  func serial() throws {
    let receipt = try FileOffice().take(
      "序号,户编号,村编码,姓名,与户主关系\n1,H1,433123104201,甲,户主\n2,合计,,,\n合计,,,1,\n")
    #expect(Array(receipt.passedOver).contains(3))
    #expect(receipt.created + receipt.rejected == receipt.rows)
  }
}
