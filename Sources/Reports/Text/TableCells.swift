/// The cells of a table as they are shown, in one buffer: the list of a province has a million of them.
struct TableCells: Sendable {
  private var text: [UInt8] = []
  private var cells: [(end: Int, width: Int)] = []

  var count: Int { cells.count }

  /// Gives the width that it takes on a terminal.
  mutating func append(_ cell: String) -> Int {
    text += cell.utf8
    let width = DisplayWidth.of(cell)
    cells.append((text.count, width))
    return width
  }

  /// Takes off the last cells, which are a row.
  mutating func takeLast(_ width: Int) -> TableCells {
    var row = TableCells()
    for cell in count - width..<count { _ = row.append(self[cell]) }
    cells.removeLast(width)
    text.removeSubrange((cells.last?.end ?? 0)...)
    return row
  }

  func width(_ cell: Int) -> Int { cells[cell].width }

  subscript(cell: Int) -> String { String(decoding: text[bytes(of: cell)], as: UTF8.self) }

  func write(_ cell: Int, into line: inout [UInt8]) {
    line.append(contentsOf: text[bytes(of: cell)])
  }

  private func bytes(of cell: Int) -> Range<Int> {
    (cell == 0 ? 0 : cells[cell - 1].end)..<cells[cell].end
  }

  /// - Parameter width: cells in a row.
  func rows(of width: Int) -> [[String]] {
    guard width > 0 else { return [] }
    return stride(from: 0, to: count, by: width).map { start in
      (start..<start + width).map { self[$0] }
    }
  }
}
