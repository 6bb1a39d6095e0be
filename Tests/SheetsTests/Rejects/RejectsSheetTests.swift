import CSV
import Foundation
import Intake
import Sheets
import Testing

@Suite("Rejected rows as a sheet")
struct RejectsSheetTests {
  private static let roster = """
    户编号,村编码,姓名,与户主关系,身份证号码,备注
    H1,433123104201,甲,户主,433123197001010012,"a, ""b""
    c"
    H1,,乙,子女,, 两 空
    H2,433123104201,丙,户主,,
    H3,433123104201,丁
    """

  private func rejects(_ receipt: Receipt, _ file: SheetFile) throws -> [UInt8] {
    let sheet = try #require(RejectsSheet(of: receipt, file, in: .english))
    var bytes: [UInt8] = []
    try sheet.forEachPart { part in
      part.withUnsafeBufferPointer { bytes += $0 }
      return true
    }
    return bytes
  }

  @Test(
    "each form comes back as it was, and imports again once corrected",
    arguments: FileFormTests.Form.allCases, ["\n", "\r\n", "\r"])
  func roundTrip(form: FileFormTests.Form, end: String) throws {
    let office = try FileOffice()
    let file = try FileOffice.file(
      form.bytes(Self.roster.replacingOccurrences(of: "\n", with: end)))
    let receipt = try office.take(file) { $0.acceptsValid = true }
    #expect(receipt.told == ["2 resident_id check_digit", "6 - ragged_row"])
    #expect(receipt.rejectedLines.sorted() == [2, 4, 6])
    #expect(try office.members() == ["H2 1 丙 1 - -"])

    let bytes = try rejects(receipt, file)
    let again = try FileOffice.file(bytes)
    #expect(again.form == file.form)
    // The clerk's own bytes stand behind the four columns.
    let row = form.bytes("H1,,乙,子女,, 两 空\(end)").dropFirst(form.bytes("").count)
    #expect(bytes.firstRange(of: Array(row)) != nil)
    let refused = try office.take(again) { $0.acceptsValid = true }
    #expect(refused.unknownColumns == [])
    #expect(refused.rejected == 3)

    // Rejected once more it has the four columns once.
    let twice = try FileOffice.file(try rejects(refused, again))
    #expect(try office.take(twice) { $0.isCheck = true }.unknownColumns == [])

    let delimiter = form == .utf16LE || form == .utf16BE ? "\t" : ","
    let wrong = form.bytes("433123197001010012").dropFirst(form.bytes("").count)
    let right = form.bytes("433123197001010011").dropFirst(form.bytes("").count)
    var corrected = bytes
    if let range = corrected.firstRange(of: Array(wrong)) {
      corrected.replaceSubrange(range, with: right)
    }
    let cells = form.bytes("433123104201,丁").dropFirst(form.bytes("").count)
    let whole = form.bytes("433123104201,丁,户主,,").dropFirst(form.bytes("").count)
    if let range = corrected.firstRange(of: Array(cells)) {
      corrected.replaceSubrange(range, with: whole)
    }
    let taken = try office.take(FileOffice.file(corrected))
    #expect(taken.told == [], "\(delimiter)")
    #expect(taken.created == 3)
  }

  @Test("a household of which a row cannot be read falls as a whole")
  func unread() throws {
    let office = try FileOffice()
    let receipt = try office.take(
      "household_no,village_code,name,relation\nH1,433123104201,a\nH1,,b,child\nH2,433123104201,c,head\n"
    ) { $0.acceptsValid = true }
    #expect(receipt.told == ["2 - ragged_row"])
    #expect(receipt.rejectedLines.sorted() == [2, 3])
    #expect(receipt.created == 1)
  }

  @Test("a quote that never ends refuses the whole file")
  func cut() throws {
    let office = try FileOffice()
    let receipt = try office.take(
      "household_no,village_code,name,relation\nH2,433123104201,c,head\nH1,433123104201,\"a,head\n"
    ) { $0.acceptsValid = true }
    #expect(receipt.isRefusedWhole)
    #expect(receipt.entry == nil)
    #expect(try office.members() == [])
  }

  @Test("a column of one of the four names alone is a column nobody knows")
  func strangers() throws {
    let receipt = try FileOffice().take(
      "line,staff_no,name\n1,7,李明\n")
    #expect(receipt.unknownColumns == ["line"])
  }
}
