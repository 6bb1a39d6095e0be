import Markup

/// What came to each step of a ladder, what went on from it, and what stands there.
package struct FlowChart: Chart {
  package struct Step: Sendable {
    package let name: String
    /// What came, and what stands; in one unit.
    package let came: Int64
    package let stands: Int64
    package let cameLabel: String
    /// In words; nil on the last step, where nothing stands.
    package let standsLabel: String?

    package init(
      name: String, came: Int64, stands: Int64, cameLabel: String, standsLabel: String?
    ) {
      self.name = name
      self.came = came
      self.stands = stands
      self.cameLabel = cameLabel
      self.standsLabel = standsLabel
    }
  }

  package let title: String
  package let summary: String
  let steps: [Step]

  package init(title: String, summary: String, steps: [Step]) {
    self.title = title
    self.summary = summary
    self.steps = steps
  }

  private let pitch = 690

  package var size: (width: Int, height: Int) {
    let last = steps.last?.standsLabel == nil ? 250 : 100
    return (4600, max(steps.count * pitch - last, 0))
  }

  package func draw(into markup: inout MarkupWriter) {
    let whole = max(steps.map(\.came).max() ?? 1, 1)
    let left = (steps.map { Scale.width(of: $0.name, size: 140) }.max() ?? 0) + 100
    let room = 4600 - left - 20
    for (position, step) in steps.enumerated() {
      let y = position * pitch + 30
      let length = max(Scale.length(step.came, of: whole, in: room), 8)
      let standing = Scale.length(step.stands, of: whole, in: room)
      markup.label("name end", x: left - 80, y: y + 165, step.name)
      markup.rectangle("bar", x: left, y: y, width: length, height: 210)
      if standing > 0 {
        markup.rectangle(
          "bar idle", x: left + max(length - standing, 0), y: y, width: min(standing, length),
          height: 210)
      }
      markup.label("value", x: left, y: y + 360, step.cameLabel)
      if let words = step.standsLabel {
        markup.label("tick", x: left, y: y + 510, words)
      }
      if position + 1 < steps.count {
        let x = left - 80 - 130
        markup.rule("axis", from: (x, y + 250), to: (x, y + pitch - 90))
        markup.polygon(
          "arrow",
          [(x - 45, y + pitch - 130), (x + 45, y + pitch - 130), (x, y + pitch - 50)])
      }
    }
  }
}
