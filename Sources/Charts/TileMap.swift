import Markup

/// A map of tiles of one size, laid out about as the places lie; how dark a tile is says how far the place
/// has come, and its number says it too.
package struct TileMap: Chart {
  package struct Tile: Sendable {
    /// From 1 at the top and at the left.
    package let row: Int
    package let column: Int
    package let name: String
    package let label: String
    /// 0 light to 4 dark; nil without a value.
    package let level: Int?
    /// All of it in words.
    package let title: String

    package init(row: Int, column: Int, name: String, label: String, level: Int?, title: String) {
      self.row = row
      self.column = column
      self.name = name
      self.label = label
      self.level = level
      self.title = title
    }
  }

  package let title: String
  package let summary: String
  let tiles: [Tile]
  /// What the five levels stand for, from the lightest.
  let legend: [String]

  package init(title: String, summary: String, tiles: [Tile], legend: [String]) {
    self.title = title
    self.summary = summary
    self.tiles = tiles
    self.legend = legend
  }

  private var columns: Int { tiles.map(\.column).max() ?? 1 }
  private var rows: Int { tiles.map(\.row).max() ?? 1 }
  private let edge = 500

  package var size: (width: Int, height: Int) {
    (max(columns * edge + 10, 4510), rows * edge + 10 + 420)
  }

  package func draw(into markup: inout MarkupWriter) {
    for tile in tiles {
      let x = (tile.column - 1) * edge + 10
      let y = (tile.row - 1) * edge + 10
      markup.rectangle(
        Level.tile(tile.level), x: x, y: y, width: edge - 24, height: edge - 24, title: tile.title)
      // A long name is set narrower rather than smaller, which nobody reads on a phone, or cut.
      let room = edge - 24 - 24
      let isLong = Scale.width(of: tile.name, size: 120) > room
      markup.label(
        Level.nameText(tile.level), x: x + edge / 2 - 12, y: y + 205, width: isLong ? room : nil,
        tile.name)
      markup.label(Level.strongText(tile.level), x: x + edge / 2 - 12, y: y + 365, tile.label)
    }
    let y = rows * edge + 160
    // What the words leave free stands between them. They are largest on a phone and on paper.
    let widths = legend.map { 230 + Scale.width(of: $0, size: 140) }
    let gap = max(0, size.width - 10 - widths.reduce(0, +)) / max(legend.count - 1, 1)
    var x = 10
    for (level, words) in legend.enumerated() {
      markup.rectangle(Level.tile(level), x: x, y: y, width: 190, height: 120)
      markup.label("legend", x: x + 230, y: y + 105, words)
      x += widths[level] + min(gap, 300)
    }
  }
}
