/// The runs of digits in a cell and the marks between them, before anything is known of their
/// meaning: `2011年6月30日` is 2011, 6 and 30 with 年, 月 and 日.
struct DateParts {
  enum Form: Equatable {
    /// `20110630`, `40724`: one run of digits.
    case digits
    /// `2011-6-30`, `2011/6/30`, `2011.6.30`: one separator throughout.
    case separated
    /// `2011年6月30日`.
    case chinese
  }

  var form = Form.digits
  /// How many runs there are: 1…3.
  var count = 0
  var values = (0, 0, 0)
  var lengths = (0, 0, 0)

  /// Nil where the cell is anything but one to three runs of digits with proper marks.
  init?(_ cell: Span<UInt8>) {
    var cursor = ScalarCursor(DateParts.withoutMidnight(cell, CellText.typed(cell)))
    var separator: UInt32 = 0
    while !cursor.isAtEnd {
      guard count < 3, let run = DateParts.run(&cursor, cell) else { return nil }
      set(run.value, run.length)
      guard let mark = cursor.nextFolded(in: cell) else {
        // 年, 月 and 日 follow their numbers: the last of them cannot be left out.
        if form == .chinese { return nil }
        break
      }
      switch mark {
      case 0x2D, 0x2F, 0x2E:
        guard form != .chinese, separator == 0 || separator == mark, !cursor.isAtEnd else {
          return nil
        }
        separator = mark
        form = .separated
      case DateParts.marks[count - 1]:
        guard form != .separated else { return nil }
        form = .chinese
      default: return nil
      }
    }
    guard count > 0 else { return nil }
  }

  /// Spreadsheets and programs write a day with its first moment: `2011/6/30 0:00`,
  /// `2011-06-30 00:00:00`, `2011-06-30T00:00:00.000`. Another time of day is left, to be refused: it may
  /// be that of another zone, where it is another day.
  private static func withoutMidnight(_ cell: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    guard range.count > 11, cell[range.upperBound - 1] == 0x30 else { return range }
    var start = range.upperBound
    var colons = 0
    while start > range.lowerBound,
      cell[start - 1] == 0x30 || cell[start - 1] == 0x3A || cell[start - 1] == 0x2E
    {
      start -= 1
      if cell[start] == 0x3A { colons += 1 }
    }
    guard 1...2 ~= colons, start - 1 > range.lowerBound,
      cell[start - 1] == 0x20 || cell[start - 1] == 0x54, cell[start] == 0x30
    else { return range }
    return range.lowerBound..<start - 1
  }

  /// 年, 月, 日.
  private static let marks: [UInt32] = [0x5E74, 0x6708, 0x65E5]

  private mutating func set(_ value: Int, _ length: Int) {
    switch count {
    case 0: (values.0, lengths.0) = (value, length)
    case 1: (values.1, lengths.1) = (value, length)
    default: (values.2, lengths.2) = (value, length)
    }
    count += 1
  }

  private static func run(
    _ cursor: inout ScalarCursor, _ cell: Span<UInt8>
  ) -> (value: Int, length: Int)? {
    var value = 0
    var length = 0
    var ahead = cursor
    while let scalar = ahead.nextFolded(in: cell), ScalarCursor.isDigit(scalar) {
      length += 1
      guard length <= 8 else { return nil }
      value = value * 10 + Int(scalar - 0x30)
      cursor = ahead
    }
    return length > 0 ? (value, length) : nil
  }
}
