import CSV
import Domain
import Intake

// Counties end a sheet, and often each page of it, with a total, remarks, and who filled it in; templates
// bear a remark for each column. Such rows are passed over wherever they are, since a sheet that was
// filled in has them in the middle.

/// Tells rows that are no data: totals (`合计`, `本页小计`), remarks (`注：…`, `Note: …`) and the line of those
/// who sign (`填表人：…`).
///
/// Where the word is tells: in a column of numbers or codes it is no data; in any other column, such as one of
/// roles, kinds or names, it is where the required cells beside it are empty (联系人 is a role).
struct RemarkRow {
  /// By cell of the header: whether its column holds numbers or codes.
  private let codes: [Bool]
  /// Cells that a row of data fills; amounts and counts, which a total fills too, left out.
  private let required: [Int]
  /// Cells of key columns of numbers or codes.
  private let keys: [Int]

  init(_ match: HeaderMatch) {
    let columns = match.columns.map { $0.map { match.sheet.columns[$0] } }
    codes = columns.map { $0.map { RemarkRow.isCode($0.kind) } ?? false }
    required = columns.indices.filter {
      guard let column = columns[$0] else { return false }
      return column.isRequired && !RemarkRow.isTotalled(column.kind)
    }
    keys = columns.indices.filter {
      columns[$0]?.isKey == true && RemarkRow.isNumber(columns[$0]?.kind)
    }
  }

  private static func isCode(_ kind: ColumnKind) -> Bool {
    switch kind {
    case .text, .personName, .relation, .fund, .coded, .labelled, .yesNo, .withdraw: false
    default: true
    }
  }

  private static func isTotalled(_ kind: ColumnKind) -> Bool {
    switch kind {
    case .money, .quantity, .percent, .wholeNumber: true
    default: false
    }
  }

  private static func isNumber(_ kind: ColumnKind?) -> Bool { kind == .identifier }

  private enum Word {
    case total, remark
    case signature(hasColon: Bool)
  }

  func isRemark(_ record: borrowing Record) -> Bool {
    var first: Int?
    for cell in 0..<record.count where !record.isEmpty(cell) {
      if first == nil || keys.contains(cell), let word = RemarkRow.word(cell, record),
        isRemark(word, cell, record)
      {
        return true
      }
      if first == nil, !RemarkRow.isBlank(cell, record) { first = cell }
      if first != nil, keys.allSatisfy({ $0 <= cell }) { return false }
    }
    return false
  }

  private func isRemark(_ word: Word, _ cell: Int, _ record: borrowing Record) -> Bool {
    if case .remark = word, !RemarkRow.isLastText(cell, record) { return false }
    if cell < codes.count, codes[cell] { return true }
    let others = required.filter { $0 != cell }
    var filled = 0
    for other in others where other < record.count && !RemarkRow.isBlank(other, record) {
      filled += 1
    }
    if filled == 0 { return true }
    // A name or a role alone may be missing its number, and is then at fault; these words are neither.
    switch word {
    case .total, .signature(hasColon: true): return filled < others.count
    case .remark, .signature: return false
    }
  }

  private static func isBlank(_ cell: Int, _ record: borrowing Record) -> Bool {
    record.isEmpty(cell) || record.withCell(cell) { CellText.isEmpty($0) }
  }

  private static func word(_ cell: Int, _ record: borrowing Record) -> Word? {
    guard record.withCell(cell, { mayBegin($0) }) else { return nil }
    let text = record.text(cell).filter { !$0.isWhitespace }.lowercased()
    if isTotal(text) { return .total }
    if begins(text, signatures) {
      return .signature(hasColon: text.contains { "：:".contains($0) })
    }
    return begins(text, remarks) ? .remark : nil
  }

  /// Nearly every row begins with a digit or a capital of a number: its first letters tell, and keep it quick.
  private static func mayBegin(_ cell: Span<UInt8>) -> Bool {
    guard !cell.isEmpty else { return false }
    let second: Character
    switch cell[0] {
    case 0xC2, 0xE3..., UInt8(ascii: " "), UInt8(ascii: "("): return true
    case UInt8(ascii: "N"), UInt8(ascii: "n"), UInt8(ascii: "T"), UInt8(ascii: "t"): second = "o"
    case UInt8(ascii: "S"), UInt8(ascii: "s"): second = "u"
    case UInt8(ascii: "R"), UInt8(ascii: "r"): second = "e"
    case UInt8(ascii: "G"), UInt8(ascii: "g"): second = "r"
    default: return false
    }
    for index in 1..<max(cell.count, 1) {
      let byte = cell[index]
      if byte == UInt8(ascii: " ") || 0x09...0x0D ~= byte { continue }
      return byte >= 0x80 || byte | 0x20 == second.asciiValue
    }
    return false
  }

  private static let totals: Set<String> = [
    "合计", "小计", "总计", "共计", "累计", "本页合计", "本页小计", "本页共计", "全县合计", "全乡合计", "全镇合计", "全村合计", "total",
    "subtotal", "grandtotal",
  ]
  private static let remarks = [
    "注：", "注:", "注1", "注意：", "备注：", "备注:", "说明：", "说明:", "填表说明", "(注", "（注", "note:", "notes:",
    "remark:",
    "remarks:",
  ]
  private static let signatures = [
    "填表人", "制表人", "填报人", "经办人", "审核人", "复核人", "负责人", "单位负责人", "填表单位", "填报单位", "制表单位", "填表日期",
    "填报日期", "填表时间", "填报时间", "制表日期", "制表时间", "联系人", "单位：", "单位:", "单位(", "单位（",
  ]

  /// A total's word alone, or with what it counts behind: `合计：`, `合计35户`, `合计（户）`.
  private static func isTotal(_ text: String) -> Bool {
    if totals.contains(text) { return true }
    guard let end = text.firstIndex(where: { "：:（(0123456789".contains($0) }) else { return false }
    return totals.contains(String(text[..<end]))
  }

  /// A signature's word is followed by a colon or by nothing: names of people and places are not.
  private static func begins(_ text: String, _ beginnings: [String]) -> Bool {
    beginnings.contains { beginning in
      guard text.hasPrefix(beginning) else { return false }
      let rest = text.dropFirst(beginning.count)
      guard beginnings == signatures, !"：:（(".contains(beginning.last ?? " ") else { return true }
      return rest.isEmpty || "：:（(".contains(rest.first ?? " ")
    }
  }

  /// A remark is the only text of its row.
  private static func isLastText(_ cell: Int, _ record: borrowing Record) -> Bool {
    for other in (cell + 1)..<max(record.count, cell + 1) where !record.isEmpty(other) {
      if record.text(other).contains(where: { !$0.isWhitespace }) { return false }
    }
    return true
  }
}
