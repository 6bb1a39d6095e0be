import CSV
import Foundation
import Intake
import Sheets
import Testing

@Suite("One roster in every form")
struct FileFormTests {
  enum Form: String, CaseIterable {
    case utf8, utf8WithMark, gb18030, utf16LE, utf16BE

    func bytes(_ text: String) -> [UInt8] {
      switch self {
      case .utf8: Array(text.utf8)
      case .utf8WithMark: [0xEF, 0xBB, 0xBF] + Array(text.utf8)
      case .gb18030: encoded(text, .gb18030)
      case .utf16LE:
        [0xFF, 0xFE] + tabbed(text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      case .utf16BE:
        [0xFE, 0xFF] + tabbed(text).utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
      }
    }

    private func tabbed(_ text: String) -> String {
      text.replacingOccurrences(of: ",", with: "\t")
    }

    private func encoded(_ text: String, _ encoding: TextEncoding) -> [UInt8] {
      var bytes: [UInt8] = []
      let utf8 = Array(text.utf8)
      encoding.append(utf8.span, to: &bytes)
      return bytes
    }
  }

  static let roster = """
    凤凰县花名册,,,,
    户编号,村编码,姓名,与户主关系,备注
    ４３H1,433123104201,阿迪力•买买提,户主,"一行
    两行"
    43H1,,𠮷小红,配偶,
    ,,,,
    合计,2,,,
    43H2,433123104003,龙一,户主,'=1
    """

  @Test("rows of any width leave the delimiter to the header, in the file and in its rejects")
  func delimiter() throws {
    let office = try FileOffice()
    let file = try FileOffice.file(
      Array("staff_no,name,position\nS1;a,b;c\nS2;d,e;f,g,h;i\n".utf8))
    #expect(file.form.delimiter == UInt8(ascii: ","))
    let receipt = try office.take(file)
    #expect(receipt.told == ["2 - ragged_row", "3 - ragged_row"])
    var bytes: [UInt8] = []
    try #require(RejectsSheet(of: receipt, file, in: .english)).forEachPart { part in
      part.withUnsafeBufferPointer { bytes += $0 }
      return true
    }
    #expect(try office.take(FileOffice.file(bytes)).told == receipt.told)
  }

  @Test(
    "five encodings and three line ends give the same members",
    arguments: Form.allCases, ["\n", "\r\n", "\r"])
  func equal(form: Form, end: String) throws {
    let text = Self.roster.replacingOccurrences(of: "\n", with: end)
    let office = try FileOffice()
    let receipt = try office.take(FileOffice.file(form.bytes(text)))
    #expect(receipt.told == [])
    #expect(Array(receipt.passedOver) == [1, 6, 7])
    let members = try office.members().map {
      $0.replacingOccurrences(of: end, with: "\n")
    }
    #expect(
      members == [
        "43H1 1 阿迪力·买买提 1 - 一行\n两行", "43H1 2 𠮷小红 2 - -", "43H2 1 龙一 1 - =1",
      ])
  }
}
