/// What programs write into a cell instead of a value.
extension CellText {
  /// The errors of Excel and its kin, and what LibreOffice writes (`Err:502`).
  private static let errors = WordTable(
    [
      "#N/A", "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
      "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!", "#EXTERNAL!", "#PYTHON!",
      "#GETTING_DATA",
    ].map { ($0, 1) })

  /// False where a cell plainly holds a value: it is then not empty, and none of `isNullWord`, `isErrorText`
  /// and `isClearWord`. Nearly every cell begins with a digit, an ideograph or a letter, and all those words
  /// begin with other characters or with one of E, N, n and 清.
  @inline(__always)
  package static func maySayNothing(_ cell: Span<UInt8>) -> Bool {
    guard cell.count > 1 else { return cell.count == 0 || cell[0] &- 0x30 >= 10 }
    let first = cell[0]
    if first &- 0x30 < 10 { return false }
    if first &- 0xE4 < 6 { return first == 0xE6 && cell[1] == 0xB8 }
    return (first | 0x20) &- 0x61 >= 26 || first | 0x20 == 0x6E || first == 0x45
  }

  /// Whether the cell holds a spreadsheet's error, or the run of `#` that a column too narrow shows.
  package static func isErrorText(_ cell: Span<UInt8>) -> Bool {
    let range = trimmed(cell)
    guard let first = range.first else { return false }
    switch cell[first] {
    case UInt8(ascii: "#"), 0xEF:
      var cursor = ScalarCursor(range)
      guard cursor.nextFolded(in: cell) == 0x23 else { return false }
      while let scalar = cursor.nextFolded(in: cell) {
        if scalar != 0x23 { return errors.code(cell) != nil }
      }
      return true
    case UInt8(ascii: "E"):
      return isNumberedError(cell, range)
    default: return false
    }
  }

  /// `Err:502`.
  private static func isNumberedError(_ cell: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == 7 else { return false }
    let sign: [UInt8] = [0x45, 0x72, 0x72, 0x3A]
    for (offset, byte) in sign.enumerated() where cell[range.lowerBound + offset] != byte {
      return false
    }
    return range.suffix(3).allSatisfy { cell[$0] &- 0x30 < 10 }
  }

  /// Whether the cell holds a program's word for an empty cell: `nan`, `NaN`, `NAN`, `NaT`, `<NA>`,
  /// `NULL`, `null`, `None`. Written exactly so: `Nan` and `none` may be people's own words.
  @inline(__always)
  package static func isNullWord(_ cell: Span<UInt8>) -> Bool {
    guard cell.count >= 3, cell.count <= 24 else { return false }
    let first = cell[0]
    // Nearly every cell begins with a digit, an ideograph or another letter.
    guard first | 0x20 == 0x6E || first == 0x3C || first <= 0x20 || first >= 0xC2 && first < 0xE4
    else { return false }
    return nullWords.contains { word in
      let range = trimmed(cell)
      guard range.count == word.utf8.count else { return false }
      return zip(range, word.utf8).allSatisfy { cell[$0] == $1 }
    }
  }

  private static let nullWords = ["nan", "NaN", "NAN", "NaT", "<NA>", "NULL", "null", "None"]

  /// Whether characters of the cell were lost before the file was written: `?` or U+FFFD between Chinese
  /// characters. In a name one of them beside a Chinese character is enough, and so is one where nothing else
  /// stands; `？` counts as well.
  package static func hasLostCharacters(_ cell: Span<UInt8>, inName: Bool) -> Bool {
    var cursor = ScalarCursor(0..<cell.count)
    var before: UInt32 = 0
    var isOpen = false
    var (marks, others) = (0, 0)
    while let scalar = cursor.next(in: cell) {
      if scalar == 0xFFFD || scalar == 0x3F || inName && scalar == 0xFF1F {
        if inName, ScalarCursor.isChinese(before) || scalar == 0xFFFD { return true }
        if ScalarCursor.isChinese(before) || inName { isOpen = true }
        marks += 1
        continue
      }
      if !ScalarCursor.isBlank(scalar), !ScalarCursor.isInvisible(scalar) { others += 1 }
      if isOpen, ScalarCursor.isChinese(scalar) { return true }
      isOpen = false
      before = scalar
    }
    return inName && marks > 0 && others == 0
  }
}
