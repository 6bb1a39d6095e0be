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
  package private(set) var rows: [[String]] = []
  package private(set) var total: [String]?

  package init(_ columns: [Column]) {
    self.columns = columns
  }

  /// Cells of data are made safe for a terminal here, and only here.
  package mutating func row(_ cells: [String]) {
    rows.append(checked(cells))
  }

  package mutating func setTotal(_ cells: [String]) {
    total = checked(cells)
  }

  private func checked(_ cells: [String]) -> [String] {
    precondition(cells.count == columns.count, "a row has a cell for every column")
    return cells.map(\.neutralised)
  }

  /// The lines of the table without line feeds, none with spaces at its end.
  ///
  /// - Parameter limit: the columns of the terminal, at least 40; nil for a file or a pipe, where a table is as
  ///   wide as it is.
  package func lines(within limit: Int? = nil) -> [String] {
    let layout = TableLayout(of: self, within: limit)
    let heading = layout.titleLines(of: columns) + [layout.rule]
    var lines = heading
    for (position, row) in rows.enumerated() {
      if position > 0 && rows.count > Self.rowsOfAScreen && position % Self.rowsOfAScreen == 0 {
        lines.append("")
        lines.append(contentsOf: heading)
      } else if position > 0 && rows.count > Self.rowsWithoutBreak && position % 5 == 0 {
        lines.append("")
      }
      lines.append(contentsOf: layout.lines(of: row, columns))
    }
    if let total {
      lines.append(layout.rule)
      lines.append(contentsOf: layout.lines(of: total, columns))
    }
    return lines
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
