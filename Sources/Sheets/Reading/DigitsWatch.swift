import Domain
import Intake

// A spreadsheet keeps fifteen digits of a number and writes zeros for the rest. One number that ends so may be
// right; a column in which every longer number does was destroyed.

/// Watches the numbers of more than fifteen digits of each column over their distinct values.
struct DigitsWatch {
  private struct Watched {
    /// Whether a number was seen that no spreadsheet has cut.
    var isSound = false
    /// At most three, each as often as it stands.
    var numbers: [String] = []
    var firstLine = 0
  }

  /// Fewer distinct numbers may all end so by chance.
  private static let fewest = 3
  private static let keptDigits = 15

  /// By column of the sheet.
  private var columns: [Watched]

  init(columns: Int) { self.columns = Array(repeating: Watched(), count: columns) }

  /// - Parameter cell: a folded number; anything but digits is passed over.
  @inline(__always)
  mutating func see(_ cell: Span<UInt8>, _ column: Int, _ line: Int) {
    if cell.count > Self.keptDigits, !columns[column].isSound { look(cell, column, line) }
  }

  private mutating func look(_ cell: Span<UInt8>, _ column: Int, _ line: Int) {
    for place in cell.indices where cell[place] &- 0x30 >= 10 { return }
    for place in Self.keptDigits..<cell.count where cell[place] != 0x30 {
      columns[column] = Watched(isSound: true)
      return
    }
    guard columns[column].numbers.count < Self.fewest else { return }
    let number = CellText.string(cell)
    if columns[column].numbers.contains(number) { return }
    if columns[column].numbers.isEmpty { columns[column].firstLine = line }
    columns[column].numbers.append(number)
  }

  /// A fault for every column whose numbers were destroyed.
  func destroyed(in sheet: Sheet) -> [Fault] {
    found(in: sheet) { $0 >= Self.fewest ? .digitsLost(numbers: $0) : nil }
  }

  /// A notice for every column whose one or two numbers may have been.
  func doubtful(in sheet: Sheet) -> [Fault] {
    found(in: sheet) { 1..<Self.fewest ~= $0 ? .notice(.digitsLost(numbers: $0)) : nil }
  }

  private func found(in sheet: Sheet, _ kind: (Int) -> FaultKind?) -> [Fault] {
    zip(columns, sheet.columns).compactMap { watched, column in
      kind(watched.numbers.count).map {
        Fault(
          line: watched.firstLine, column: column.name,
          value: watched.numbers.first.map { CellMask.masked($0, as: column.kind) }, $0)
      }
    }
  }
}
