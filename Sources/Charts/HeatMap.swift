import Markup

/// Rows by columns; a cell is the darker the more it holds, and holds its number.
package struct HeatMap: Chart {
  package struct Cell: Sendable {
    package let label: String
    /// 0 light to 4 dark; nil without a value.
    package let level: Int?

    package init(label: String, level: Int?) {
      self.label = label
      self.level = level
    }
  }

  package struct Row: Sendable {
    package let name: String
    package let cells: [Cell]

    package init(name: String, cells: [Cell]) {
      self.name = name
      self.cells = cells
    }
  }

  package let title: String
  package let summary: String
  let columns: [String]
  let rows: [Row]

  package init(title: String, summary: String, columns: [String], rows: [Row]) {
    self.title = title
    self.summary = summary
    self.columns = columns
    self.rows = rows
  }

  private let step = 150

  package var size: (width: Int, height: Int) { (4600, 210 + rows.count * step + 20) }

  package func draw(into markup: inout MarkupWriter) {
    let names = rows.map { Scale.width(of: $0.name, size: 140) }.max() ?? 0
    let left = min(names + 80, 2000)
    let width = (4600 - left) / max(columns.count, 1)
    for (column, name) in columns.enumerated() {
      markup.label("tick middle", x: left + column * width + width / 2, y: 140, name)
    }
    for (position, row) in rows.enumerated() {
      let y = 210 + position * step
      markup.label("name end", x: left - 60, y: y + 108, row.name)
      for (column, cell) in row.cells.enumerated() {
        let x = left + column * width
        markup.rectangle(Level.tile(cell.level), x: x, y: y, width: width - 14, height: step - 14)
        markup.label(Level.text(cell.level), x: x + width / 2, y: y + 106, cell.label)
      }
    }
  }
}
