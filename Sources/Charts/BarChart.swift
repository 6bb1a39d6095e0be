import Markup

/// Bars below each other, the names at the left and the numbers in a column at the right; a line says what is
/// asked for.
package struct BarChart: Chart {
  package struct Bar: Sendable {
    package let name: String
    /// nil: no bar.
    package let value: Int64?
    package let label: String
    /// Whether the bar does not reach what is asked for: drawn pale with an outline.
    package let isShort: Bool

    package init(name: String, value: Int64?, label: String, isShort: Bool = false) {
      self.name = name
      self.value = value
      self.label = label
      self.isShort = isShort
    }
  }

  package let title: String
  package let summary: String
  let bars: [Bar]
  /// What is asked for, with its label.
  let mark: (value: Int64, label: String)?

  package init(
    title: String, summary: String, bars: [Bar], mark: (value: Int64, label: String)? = nil
  ) {
    self.title = title
    self.summary = summary
    self.bars = bars
    self.mark = mark
  }

  private var step: Int { 150 }
  private var top: Int { mark == nil ? 20 : 200 }

  package var size: (width: Int, height: Int) { (4600, top + bars.count * step + 40) }

  package func draw(into markup: inout MarkupWriter) {
    let names = bars.map { Scale.width(of: $0.name, size: 140) }.max() ?? 0
    let left = min(names + 80, 2000)
    let labels = bars.map { Scale.width(of: $0.label, size: 140) }.max() ?? 0
    let room = max(4600 - left - labels - 140, 400)
    let whole = max(bars.compactMap(\.value).max() ?? 1, mark?.value ?? 1, 1)
    for (position, bar) in bars.enumerated() {
      let y = top + position * step
      markup.label("name end", x: left - 60, y: y + 112, bar.name)
      let width = Scale.length(bar.value ?? 0, of: whole, in: room)
      markup.rectangle(
        bar.isShort ? "bar short" : "bar", x: left, y: y + 18, width: max(width, 4), height: 108)
      markup.label("number end", x: 4580, y: y + 112, bar.label)
    }
    if let mark {
      let x = left + Scale.length(mark.value, of: whole, in: room)
      markup.rule("mark", from: (x, top - 30), to: (x, top + bars.count * step))
      let half = Scale.width(of: mark.label, size: 130) / 2
      markup.label("tick middle", x: min(max(x, left + half), 4580 - half), y: 110, mark.label)
    }
  }
}
