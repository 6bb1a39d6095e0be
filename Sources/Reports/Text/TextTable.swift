// A table for a terminal: titles, a rule, rows, and below a second rule the total.
//
// Widths are counted in columns of the terminal, so Chinese names align. Nothing is ever cut. Where a
// table would be wider than the terminal, `TableLayout` says what gives way.
//
// Long tables stay readable: a blank line after every fifth row, and the titles again after every
// fortieth, which is about a screen.

import Markup

package struct TextTable: Sendable {
  package struct Column: Sendable {
    /// Lines are separated by a line feed; shorter titles are at the bottom.
    package let title: String
    package let alignment: DisplayWidth.Alignment
    /// The width down to which its cells may be wrapped, nil where they may not.
    package let narrowest: Int?

    package init(
      _ title: String, _ alignment: DisplayWidth.Alignment = .left, narrowest: Int? = nil
    ) {
      self.title = title
      self.alignment = alignment
      self.narrowest = narrowest
    }
  }

  package let columns: [Column]
  /// Of all rows, one behind the other.
  private(set) var cells = TableCells()
  private var totalCells: TableCells?
  /// Where the row begins that is not ended, or the next.
  private var rowStart = 0
  /// Of each column the widest cell, the total's too; 0 without any.
  private(set) var widest: [Int]

  package init(_ columns: [Column]) {
    self.columns = columns
    widest = [Int](repeating: 0, count: columns.count)
  }

  package var rows: [[String]] { cells.rows(of: columns.count) }
  package var total: [String]? { totalCells?.rows(of: columns.count).first }

  package mutating func row(_ cells: [String]) {
    for cell in cells { append(cell) }
    endRow()
  }

  package mutating func setTotal(_ cells: [String]) {
    for cell in cells { append(cell) }
    precondition(cells.count == columns.count, "a row has a cell for every column")
    totalCells = self.cells.takeLast(columns.count)
  }

  /// Begins a row or goes on with one. Cells of data are made safe for a terminal here, and only here.
  mutating func append(_ cell: String) {
    let position = cells.count - rowStart
    precondition(position < columns.count, "a row has a cell for every column")
    widest[position] = max(widest[position], cells.append(cell.neutralised))
  }

  mutating func endRow() {
    precondition(cells.count - rowStart == columns.count, "a row has a cell for every column")
    rowStart = cells.count
  }

  /// The lines of the table without line feeds, none with spaces at its end.
  ///
  /// - Parameter limit: the columns of the terminal, at least 40; nil for a file or a pipe, where a table is as
  ///   wide as it is.
  package func lines(within limit: Int? = nil) -> [String] {
    var text: [UInt8] = []
    write(into: &text, within: limit)
    return text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same lines, each with its line feed.
  func write(into text: inout [UInt8], within limit: Int? = nil) {
    let layout = TableLayout(of: self, within: limit)
    let heading = (layout.titleLines(of: columns) + [layout.rule]).map { $0 + "\n" }.joined()
    text += heading.utf8
    let count = cells.count / max(1, columns.count)
    for row in 0..<count {
      if row > 0 && count > Self.rowsOfAScreen && row % Self.rowsOfAScreen == 0 {
        text += "\n\(heading)".utf8
      } else if row > 0 && count > Self.rowsWithoutBreak && row % 5 == 0 {
        text.append(UInt8(ascii: "\n"))
      }
      layout.write(row, of: cells, columns, into: &text)
    }
    if let totalCells {
      text += "\(layout.rule)\n".utf8
      layout.write(0, of: totalCells, columns, into: &text)
    }
  }

  private static let rowsOfAScreen = 40
  private static let rowsWithoutBreak = 12
}

extension String {
  var withoutTrailingSpaces: String {
    let space = UInt8(ascii: " ")
    guard utf8.last == space else { return self }
    guard let last = utf8.lastIndex(where: { $0 != space }) else { return "" }
    return String(self[..<utf8.index(after: last)])
  }
}
