/// Where the columns of a table are drawn.
///
/// A table that is wider than its terminal first has one space between its columns instead of two. Then the
/// cells of the columns that allow it are wrapped, those of the widest first, and never within a word. Where
/// that is not enough, a row takes several lines, each with some of the columns: the first lines at the edge,
/// the others set in. Numbers and keys stay whole in every case.
struct TableLayout {
  /// Of each column, in columns of the terminal.
  private var widths: [Int]
  private var gap = "  "
  /// Which columns stand on each line of a row.
  private var stacks: [[Int]]

  private static let indent = 4
  /// Beyond this a table in a file or a pipe has one space between its columns; nothing else gives way.
  private static let page = 100
  /// A word longer than this is broken rather than given a line of its own.
  private static let longestWord = 24

  /// - Parameter limit: nil: as wide as it is.
  init(of table: TextTable, within limit: Int?) {
    let natural = table.columns.indices.map {
      max(table.widest[$0], Self.titleWidth(of: table.columns[$0]))
    }
    widths = natural
    stacks = [Array(table.columns.indices)]
    let wide = limit ?? Self.page
    guard total > wide else { return }
    gap = " "
    guard let limit else { return }
    let rows = table.rows + (table.total.map { [$0] } ?? [])
    let floors = table.columns.indices.map { position in
      Self.floor(of: position, table.columns[position], rows) ?? natural[position]
    }
    while total > limit, narrowWidest(down: floors) {}
    if total > limit { stack(natural, table.columns, within: limit) }
  }

  private var total: Int {
    widths.reduce(0, +) + gap.count * max(0, widths.count - 1)
  }

  /// The width below which a column cannot be wrapped; nil where it may not be at all.
  private static func floor(
    of position: Int, _ column: TextTable.Column, _ rows: [[String]]
  ) -> Int? {
    guard let narrowest = column.narrowest else { return nil }
    var floor = max(narrowest, titleWidth(of: column))
    for row in rows {
      for word in row[position].split(separator: " ") {
        floor = max(floor, min(longestWord, unbreakable(word)))
      }
    }
    return floor
  }

  /// The widest part of a word that may not be broken: beside a character of two columns it may.
  private static func unbreakable(_ word: Substring) -> Int {
    var (widest, current) = (0, 0)
    for character in word {
      let width = DisplayWidth.of(character)
      current = width > 1 ? 0 : current + width
      widest = max(widest, current, width)
    }
    return widest
  }

  /// false where no column can give way any more.
  private mutating func narrowWidest(down floors: [Int]) -> Bool {
    let candidates = widths.indices.filter { widths[$0] > floors[$0] }
    guard let widest = candidates.max(by: { widths[$0] < widths[$1] }) else { return false }
    widths[widest] -= 1
    return true
  }

  private mutating func stack(
    _ natural: [Int], _ columns: [TextTable.Column], within limit: Int
  ) {
    (gap, stacks) = ("  ", [])
    var used = 0
    for position in natural.indices {
      let room = limit - Self.indent
      let width =
        columns[position].alignment == .left ? min(natural[position], room) : natural[position]
      widths[position] = width
      if stacks.isEmpty {
        stacks = [[position]]
        used = width
      } else if used + gap.count + width <= limit {
        stacks[stacks.count - 1].append(position)
        used += gap.count + width
      } else {
        stacks.append([position])
        used = Self.indent + width
      }
    }
  }

  /// One of dashes below each column; below the titles of several lines, one over all of them.
  var rule: String {
    if stacks.count == 1 {
      return widths.map { String(repeating: "-", count: $0) }.joined(separator: gap)
    }
    let whole = stacks.enumerated().map { place, stack in
      (place == 0 ? 0 : Self.indent) + stack.reduce(0) { $0 + widths[$1] }
        + gap.count * (stack.count - 1)
    }
    return String(repeating: "-", count: whole.max() ?? 0)
  }

  func titleLines(of columns: [TextTable.Column]) -> [String] {
    lines(columns) { position, height in
      let title = Self.titleLines(of: columns[position])
      // Shorter titles are at the bottom.
      return Array(repeating: "", count: max(0, height - title.count)) + title
    }
  }

  /// Writes a row's lines, each with its line feed.
  func write(
    _ row: Int, of cells: TableCells, _ columns: [TextTable.Column], into text: inout [UInt8]
  ) {
    let first = row * columns.count
    if stacks.count == 1, columns.indices.allSatisfy({ cells.width(first + $0) <= widths[$0] }) {
      return writeLine(first, of: cells, columns, into: &text)
    }
    let lines = lines(columns) { position, _ in
      let cell = cells[first + position]
      return cells.width(first + position) <= widths[position]
        ? [cell] : WrappedText.lines(cell, within: widths[position])
    }
    for line in lines { text += "\(line)\n".utf8 }
  }

  /// What `lines` gives for a row whose cells all fit, as nearly all do.
  private func writeLine(
    _ first: Int, of cells: TableCells, _ columns: [TextTable.Column], into text: inout [UInt8]
  ) {
    let space = UInt8(ascii: " ")
    let start = text.count
    for position in columns.indices {
      if position > 0 { text += gap.utf8 }
      let missing = widths[position] - cells.width(first + position)
      let isLeft = columns[position].alignment == .left
      if !isLeft { for _ in 0..<missing { text.append(space) } }
      cells.write(first + position, into: &text)
      if isLeft { for _ in 0..<missing { text.append(space) } }
    }
    while text.count > start, text.last == space { text.removeLast() }
    text.append(UInt8(ascii: "\n"))
  }

  /// - Parameter parts: the lines of a column's cell, of at most the height that is given.
  private func lines(
    _ columns: [TextTable.Column], _ parts: (_ position: Int, _ height: Int) -> [String]
  ) -> [String] {
    var lines: [String] = []
    for (place, stack) in stacks.enumerated() {
      let height = stack.map { parts($0, 0).count }.max() ?? 0
      let cells = stack.map { parts($0, height) }
      for level in 0..<height {
        let texts = zip(stack, cells).map { position, cell in
          DisplayWidth.padded(
            level < cell.count ? cell[level] : "", to: widths[position],
            alignment: columns[position].alignment)
        }
        let line = texts.joined(separator: gap)
        let indent = place == 0 ? "" : String(repeating: " ", count: Self.indent)
        lines.append((indent + line).withoutTrailingSpaces)
      }
    }
    return lines
  }

  private static func titleLines(of column: TextTable.Column) -> [String] {
    column.title.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private static func titleWidth(of column: TextTable.Column) -> Int {
    titleLines(of: column).map { DisplayWidth.of($0) }.max() ?? 0
  }
}
