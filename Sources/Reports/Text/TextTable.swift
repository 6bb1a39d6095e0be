// A table for a terminal: titles, a rule, rows, and below a second rule the total.
//
// Widths are counted in columns of the terminal, so Chinese names align. Where a table would be
// wider than the terminal, the two spaces between columns become one; where that is not enough,
// the columns that may be cut give way, the widest first. Numbers are never cut.
//
// Long tables stay readable: a blank line after every fifth row, and the titles again after every
// fortieth, which is about a screen.

import Markup

package struct TextTable: Sendable {
  package struct Column: Sendable {
    /// Lines are separated by a line feed; shorter titles are at the bottom.
    package let title: String
    package let alignment: DisplayWidth.Alignment
    /// The width down to which its cells may be cut, nil where they may not.
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
  package func lines(within limit: Int = 100) -> [String] {
    let frame = Frame(of: self, within: limit)
    let heading = titleLines(in: frame)
    var lines = heading
    for (position, row) in rows.enumerated() {
      if position > 0 && rows.count > Self.rowsOfAScreen && position % Self.rowsOfAScreen == 0 {
        lines.append("")
        lines.append(contentsOf: heading)
      } else if position > 0 && rows.count > Self.rowsWithoutBreak && position % 5 == 0 {
        lines.append("")
      }
      lines.append(line(row, in: frame))
    }
    if let total {
      lines.append(frame.rule)
      lines.append(line(total, in: frame))
    }
    return lines
  }

  private static let rowsOfAScreen = 40
  private static let rowsWithoutBreak = 12

  private func titleLines(in frame: Frame) -> [String] {
    let titles = columns.map { Self.titleLines(of: $0) }
    let height = titles.map(\.count).max() ?? 0
    var lines: [String] = []
    for level in 0..<height {
      let cells = titles.map { title in
        let position = level - (height - title.count)
        return position < 0 ? "" : title[position]
      }
      lines.append(line(cells, in: frame))
    }
    return lines + [frame.rule]
  }

  fileprivate static func titleLines(of column: Column) -> [String] {
    column.title.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func line(_ cells: [String], in frame: Frame) -> String {
    var line = ""
    for (position, cell) in cells.enumerated() {
      if position > 0 { line += frame.gap }
      line += DisplayWidth.fitted(
        cell, to: frame.widths[position], alignment: columns[position].alignment)
    }
    return line.withoutTrailingSpaces
  }
}

/// The widths at which a table is drawn.
private struct Frame {
  private(set) var widths: [Int]
  private(set) var gap = "  "

  init(of table: TextTable, within limit: Int) {
    widths = table.columns.map { column in
      TextTable.titleLines(of: column).map { DisplayWidth.of($0) }.max() ?? 0
    }
    for row in table.rows + (table.total.map { [$0] } ?? []) {
      for (position, cell) in row.enumerated() {
        widths[position] = max(widths[position], DisplayWidth.of(cell))
      }
    }
    if total > limit { gap = " " }
    while total > limit, narrowWidest(of: table.columns) {}
  }

  var rule: String {
    widths.map { String(repeating: "-", count: $0) }.joined(separator: gap)
  }

  private var total: Int {
    widths.reduce(0, +) + gap.count * max(0, widths.count - 1)
  }

  /// false where no column can give way any more.
  private mutating func narrowWidest(of columns: [TextTable.Column]) -> Bool {
    let candidates = columns.indices.filter { position in
      columns[position].narrowest.map { widths[position] > $0 } ?? false
    }
    guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return false }
    widths[widest] -= 1
    return true
  }
}

extension String {
  var withoutTrailingSpaces: String {
    var kept = Substring(self)
    while kept.last == " " { kept.removeLast() }
    return String(kept)
  }
}
