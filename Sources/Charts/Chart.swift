import Markup

/// What is drawn. A chart gets its numbers and the words for them ready, and knows nothing of what they mean.
///
/// Coordinates are whole tenths, worked out in integers, so that the bytes are the same on every machine.
/// A page that is narrow or printed sets a chart's letters up to 14 high, where a wide one sets them 11.5 high:
/// rooms for words are measured at the larger size.
///
/// Colours are the page's: a chart only names classes. Whatever a colour says is also written as text, given
/// as a pattern or as the length of a bar.
package protocol Chart: Sendable {
  /// What the chart shows, in a line.
  var title: String { get }
  /// What there is to see, for a reader who cannot see it.
  var summary: String { get }
  /// Width and height in tenths; the page scales them.
  var size: (width: Int, height: Int) { get }
  /// Draws all but the title.
  func draw(into markup: inout MarkupWriter)
}

extension MarkupWriter {
  /// A chart as an image with a title and a text alternative.
  ///
  /// - Parameter id: unique within the page, of letters and digits.
  package mutating func chart(_ chart: some Chart, id: String) {
    let size = chart.size
    element(
      "svg",
      [
        "class": "chart",
        "viewBox": "0 0 \(MarkupValue.decimal(size.width)) \(MarkupValue.decimal(size.height))",
        "role": "img", "aria-labelledby": "\(id)-title \(id)-summary",
      ]
    ) { svg in
      svg.element("title", ["id": "\(id)-title"], chart.title)
      svg.element("desc", ["id": "\(id)-summary"], chart.summary)
      chart.draw(into: &svg)
    }
    line()
  }

  mutating func rectangle(
    _ style: String, x: Int, y: Int, width: Int, height: Int, title: String? = nil
  ) {
    let attributes: Attributes = [
      "class": .text(style), "x": .tenths(x), "y": .tenths(y), "width": .tenths(width),
      "height": .tenths(height),
    ]
    if let title {
      element("rect", attributes) { $0.element("title", title) }
    } else {
      empty("rect", attributes)
    }
  }

  mutating func rule(_ style: String, from: (x: Int, y: Int), to: (x: Int, y: Int)) {
    empty(
      "line",
      [
        "class": .text(style), "x1": .tenths(from.x), "y1": .tenths(from.y),
        "x2": .tenths(to.x), "y2": .tenths(to.y),
      ])
  }

  /// - Parameters:
  ///   - style: also says by which end the text is held: `start` unless the sheet says otherwise.
  ///   - width: to which the letters are set, narrower where there are many; nil leaves them as they are.
  mutating func label(_ style: String, x: Int, y: Int, width: Int? = nil, _ text: String) {
    element(
      "text",
      [
        "class": .text(style), "x": .tenths(x), "y": .tenths(y),
        "textLength": width.map { .tenths($0) } ?? .absent,
        "lengthAdjust": width == nil ? .absent : "spacingAndGlyphs",
      ], text)
  }

  mutating func dot(_ style: String, x: Int, y: Int, radius: Int) {
    empty(
      "circle",
      ["class": .text(style), "cx": .tenths(x), "cy": .tenths(y), "r": .tenths(radius)])
  }

  mutating func polyline(_ style: String, _ points: [(x: Int, y: Int)]) {
    let places = points.map { "\(MarkupValue.decimal($0.x)),\(MarkupValue.decimal($0.y))" }
    empty("polyline", ["class": .text(style), "points": .text(places.joined(separator: " "))])
  }

  mutating func polygon(_ style: String, _ points: [(x: Int, y: Int)]) {
    let places = points.map { "\(MarkupValue.decimal($0.x)),\(MarkupValue.decimal($0.y))" }
    empty("polygon", ["class": .text(style), "points": .text(places.joined(separator: " "))])
  }
}
