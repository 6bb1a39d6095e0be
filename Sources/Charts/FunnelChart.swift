import Markup

/// Stages of which each holds a part of the one before, from the widest to the narrowest.
package struct FunnelChart: Chart {
  package struct Stage: Sendable {
    package let name: String
    package let value: Int64
    package let label: String
    /// Its share of the first stage, in words; nil where it says nothing.
    package let share: String?

    package init(name: String, value: Int64, label: String, share: String?) {
      self.name = name
      self.value = value
      self.label = label
      self.share = share
    }
  }

  package let title: String
  package let summary: String
  let stages: [Stage]

  package init(title: String, summary: String, stages: [Stage]) {
    self.title = title
    self.summary = summary
    self.stages = stages
  }

  private let step = 440

  package var size: (width: Int, height: Int) { (4600, stages.count * step + 20) }

  package func draw(into markup: inout MarkupWriter) {
    let whole = max(stages.map(\.value).max() ?? 1, 1)
    let left = (stages.map { Scale.width(of: $0.name, size: 140) }.max() ?? 0) + 100
    let right = (stages.map { Scale.width(of: $0.label, size: 155) }.max() ?? 0) + 120
    let room = max(4600 - left - right, 800)
    let centre = left + room / 2
    func half(_ stage: Stage) -> Int {
      stage.value > 0 ? max(Scale.length(stage.value, of: whole, in: room) / 2, 10) : 0
    }
    for (position, stage) in stages.enumerated() {
      let y = position * step + 20
      let own = half(stage)
      if position + 1 < stages.count {
        let next = half(stages[position + 1])
        markup.polygon(
          "slope",
          [
            (centre - own, y + 260), (centre + own, y + 260), (centre + next, y + step),
            (centre - next, y + step),
          ])
      }
      if own > 0 {
        markup.rectangle("bar", x: centre - own, y: y, width: 2 * own, height: 260)
      } else {
        markup.rule("axis", from: (centre, y + 20), to: (centre, y + 240))
      }
      markup.label("name end", x: left - 80, y: y + 175, stage.name)
      markup.label("value", x: left + room + 60, y: y + 140, stage.label)
      if let share = stage.share {
        markup.label("tick", x: left + room + 60, y: y + 275, share)
      }
    }
  }
}
