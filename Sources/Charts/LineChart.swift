import Markup

/// Lines over steps of the same length, such as the months of a year.
package struct LineChart: Chart {
  package struct Line: Sendable {
    /// How a line is drawn, so that lines differ without colour too.
    package enum Stroke: Sendable {
      case strong, dashed
    }

    package let name: String
    package let stroke: Stroke
    /// A value for each step; nil where there is none.
    package let values: [Int64?]
    /// What is written at the last value; nil: nothing.
    package let lastLabel: String?

    package init(name: String, stroke: Stroke, values: [Int64?], lastLabel: String? = nil) {
      self.name = name
      self.stroke = stroke
      self.values = values
      self.lastLabel = lastLabel
    }
  }

  package let title: String
  package let summary: String
  /// The name of each step.
  let steps: [String]
  let lines: [Line]
  /// A line across, such as a target, with its label.
  let goal: (value: Int64, label: String)?
  let number: @Sendable (Int64) -> String

  package init(
    title: String, summary: String, steps: [String], lines: [Line],
    goal: (value: Int64, label: String)? = nil, number: @escaping @Sendable (Int64) -> String
  ) {
    self.title = title
    self.summary = summary
    self.steps = steps
    self.lines = lines
    self.goal = goal
    self.number = number
  }

  package var size: (width: Int, height: Int) { (4600, 2300) }

  private var top: Int { 420 }
  private var bottom: Int { 2040 }
  private var right: Int { 4480 }

  package func draw(into markup: inout MarkupWriter) {
    let highest = lines.flatMap { $0.values.compactMap(\.self) } + [goal?.value ?? 0]
    let ticks = Scale.ticks(to: highest.max() ?? 0)
    let whole = ticks.last ?? 1
    let left = (ticks.map { Scale.width(of: number($0), size: 130) }.max() ?? 0) + 90
    func y(_ value: Int64) -> Int {
      bottom - Scale.length(value, of: whole, in: bottom - top)
    }
    func x(_ step: Int) -> Int {
      left + 100 + (right - left - 200) * step / max(1, steps.count - 1)
    }
    for tick in ticks {
      markup.rule(
        tick == 0 ? "axis" : "grid", from: (left, y(tick)), to: (right, y(tick)))
      markup.label("tick end", x: left - 60, y: y(tick) + 38, number(tick))
    }
    for (step, name) in steps.enumerated() {
      markup.label("tick middle", x: x(step), y: bottom + 170, name)
    }
    if let goal {
      markup.rule("goal", from: (left, y(goal.value)), to: (right, y(goal.value)))
      markup.label("tick", x: left + 20, y: y(goal.value) - 40, goal.label)
    }
    drawLegend(into: &markup, from: left)
    for line in lines {
      let points = line.values.enumerated().compactMap { step, value in
        value.map { (x: x(step), y: y($0)) }
      }
      guard let last = points.last else { continue }
      switch line.stroke {
      case .dashed: markup.polyline("line dashed", points)
      case .strong:
        markup.polyline("line strong", points)
        for point in points { markup.dot("point", x: point.x, y: point.y, radius: 24) }
      }
      if let label = line.lastLabel {
        markup.dot("point last", x: last.x, y: last.y, radius: 42)
        // Above the point, where neither the axis nor a tick is: towards the line's past where there is room.
        let height = max(last.y - 70, top - 100)
        if last.x - 70 - Scale.width(of: label, size: 155) > left {
          markup.label("value end", x: last.x - 70, y: height, label)
        } else {
          markup.label("value", x: last.x + 70, y: height, label)
        }
      }
    }
  }

  private func drawLegend(into markup: inout MarkupWriter, from left: Int) {
    var x = left
    for line in lines {
      let ends = ((x: x, y: 120), (x: x + 240, y: 120))
      switch line.stroke {
      case .strong: markup.polyline("line strong", [ends.0, ends.1])
      case .dashed: markup.polyline("line dashed", [ends.0, ends.1])
      }
      markup.label("legend", x: x + 300, y: 160, line.name)
      x += 300 + Scale.width(of: line.name, size: 140) + 240
    }
  }
}
