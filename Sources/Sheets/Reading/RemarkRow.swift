import CSV
import Domain

// Counties end a sheet with a total and remarks, and templates bear a remark for each column. Such rows
// are passed over wherever they stand, since a sheet that was filled in has them in the middle. No column
// that a sheet begins with holds such a word.

/// Tells rows that are no data: totals (`合计`, `小计`, `总计`) and remarks (`注：…`, `Note: …`).
enum RemarkRow {
  static func isRemark(_ record: borrowing Record) -> Bool {
    for cell in 0..<record.count where !record.isEmpty(cell) {
      // Nearly every row begins with a digit; looking at one byte keeps it quick.
      let first = record.bytes[record.range(cell).lowerBound]
      guard
        first >= 0xE3 || first == UInt8(ascii: "N") || first == UInt8(ascii: "n")
          || first == UInt8(ascii: " ")
      else { return false }
      let text = record.text(cell).filter { !$0.isWhitespace }
      if text.isEmpty { continue }
      if totals.contains(
        text.hasSuffix("：") || text.hasSuffix(":") ? String(text.dropLast()) : text)
      {
        return true
      }
      return isRemark(text) && isLastText(cell, record)
    }
    return false
  }

  private static let totals: Set<String> = ["合计", "小计", "总计", "共计"]
  private static let beginnings = ["注：", "注:", "备注：", "备注:", "说明：", "说明:", "note:"]

  private static func isRemark(_ text: String) -> Bool {
    let beginning = text.prefix(5).lowercased()
    return beginnings.contains { beginning.hasPrefix($0) }
  }

  /// A remark is the only text of its row.
  private static func isLastText(_ cell: Int, _ record: borrowing Record) -> Bool {
    for other in (cell + 1)..<max(record.count, cell + 1) where !record.isEmpty(other) {
      if record.text(other).contains(where: { !$0.isWhitespace }) { return false }
    }
    return true
  }
}
