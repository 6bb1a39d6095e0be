/// Words that stand in a cell instead of a value.
extension CellText {
  private static let missing = WordTable(
    [
      "0", "无", "没有", "暂无", "不详", "不明", "不清", "不清楚", "未知", "未填", "未办", "未办理", "未办证",
      "无证", "无身份证", "未上户", "未落户", "未登记", "缺", "空", "/", "\\", "—", "——", "–", "none", "n/a", "na",
      "nil", "null", "unknown", "missing",
    ].map { ($0, 1) })

  private static let clearing = WordTable([("(clear)", 1), ("（清空）", 1), ("清空", 1)])

  private static let withdrawing = WordTable([("(withdraw)", 1), ("（作废）", 1), ("作废", 1)])

  /// Whether a typed cell says in words that there is no value: empty, `0`, `无`, `不详`, `-`, `n/a`
  /// and the like. Only for columns in which `0` cannot be a value (an ID, a phone).
  package static func isMissingWord(_ cell: Span<UInt8>) -> Bool {
    let range = trimmed(cell)
    if range.isEmpty { return true }
    // The longest word takes 12 bytes; an ID begins with a digit that is not 0.
    guard range.count <= 24 else { return false }
    if cell[range.lowerBound] &- 0x31 < 9 { return false }
    return missing.code(cell) != nil || isDashes(cell, range)
  }

  /// `(clear)` or `清空`: the cell empties the standing value.
  package static func isClearWord(_ cell: Span<UInt8>) -> Bool {
    mayBeMark(cell) && clearing.code(cell) != nil
  }

  /// `(withdraw)` or `作废`: the row takes its fact back.
  package static func isWithdrawWord(_ cell: Span<UInt8>) -> Bool { withdrawing.code(cell) != nil }

  /// Nearly every cell begins with a letter, a digit or an ideograph; of those only 清 begins a mark.
  @inline(__always)
  private static func mayBeMark(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 1 else { return false }
    let first = cell[0]
    if first &- 0x30 < 10 || (first | 0x20) &- 0x61 < 26 { return false }
    return first &- 0xE4 >= 6 || first == 0xE6 && cell[1] == 0xB8
  }

  private static func isDashes(_ cell: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var cursor = ScalarCursor(range)
    while let scalar = cursor.nextFolded(in: cell) {
      guard scalar == 0x2D || ScalarCursor.isBlank(scalar) else { return false }
    }
    return true
  }
}
