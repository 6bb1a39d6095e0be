import Markup
import Testing

@testable import Charts

@Suite("Charts")
struct ScaleTests {
  @Test(
    "a length is a part of the whole and never more, whatever the numbers are",
    arguments: [
      (50, 100, 500), (0, 100, 0), (-5, 100, 0), (200, 100, 1000), (1, 0, 0),
      (.max - 1, .max, 999), (.max, .max, 1000), (.min, .max, 0),
    ] as [(Int64, Int64, Int)])
  func length(value: Int64, whole: Int64, expected: Int) {
    #expect(Scale.length(value, of: whole, in: 1000) == expected)
  }

  @Test(
    "ticks are round, begin at zero and reach what is drawn",
    arguments: [
      (613_432, [0, 200_000, 400_000, 600_000, 800_000]), (0, [0, 1]), (1, [0, 1]),
      (7, [0, 2, 4, 6, 8]), (5, [0, 1, 2, 3, 4, 5]), (-3, [0, 1]), (.max, [0, .max]),
    ] as [(Int64, [Int64])])
  func ticks(top: Int64, expected: [Int64]) {
    let ticks = Scale.ticks(to: top)
    #expect(ticks == expected)
    #expect(ticks.count <= 6 && (ticks.last ?? 0) >= top)
  }

  private func drawn(_ chart: some Chart) -> String {
    var markup = MarkupWriter()
    markup.chart(chart, id: "c")
    return String(decoding: markup.bytes, as: UTF8.self)
  }

  @Test("a chart is an image with a title and a text alternative, and hostile names are text")
  func hostile() {
    let name = "<b>\"x\"</b>&\u{202E}"
    let charts: [any Chart] = [
      LineChart(
        title: name, summary: name, steps: [name],
        lines: [
          LineChart.Line(name: name, stroke: .strong, values: [3], lastLabel: name)
        ], goal: (5, name), number: { _ in name }),
      BarChart(
        title: name, summary: name, bars: [BarChart.Bar(name: name, value: 3, label: name)],
        mark: (2, name)),
      TileMap(
        title: name, summary: name,
        tiles: [TileMap.Tile(row: 1, column: 1, name: name, label: name, level: 2, title: name)],
        legend: [name]),
      HeatMap(
        title: name, summary: name, columns: [name],
        rows: [HeatMap.Row(name: name, cells: [HeatMap.Cell(label: name, level: nil)])]),
      FunnelChart(
        title: name, summary: name,
        stages: [FunnelChart.Stage(name: name, value: 0, label: name, share: name)]),
      FlowChart(
        title: name, summary: name,
        steps: [
          FlowChart.Step(name: name, came: 0, stands: 5, cameLabel: name, standsLabel: name)
        ]),
    ]
    for chart in charts {
      let text = drawn(chart)
      #expect(text.contains("role=\"img\" aria-labelledby=\"c-title c-summary\""))
      #expect(
        text.contains(
          "<title id=\"c-title\">&lt;b&gt;&quot;x&quot;&lt;/b&gt;&amp;\\u{202E}</title>"))
      #expect(!text.contains("<b>") && !text.contains("&\u{202E}"))
    }
  }

  @Test("a chart of nothing, or of numbers at the ends of what is possible, is drawn")
  func extremes() {
    for value in [Int64.min, 0, 1, .max] {
      let bars = [BarChart.Bar(name: "a", value: value, label: "a")]
      #expect(!drawn(BarChart(title: "", summary: "", bars: bars)).contains("=\"-"))
      let line = LineChart.Line(name: "a", stroke: .dashed, values: [value, nil, value])
      let chart = LineChart(
        title: "", summary: "", steps: ["1", "2", "3"], lines: [line], number: { "\($0)" })
      #expect(drawn(chart).contains("polyline"))
    }
    #expect(drawn(BarChart(title: "", summary: "", bars: [])).contains("<svg"))
    #expect(drawn(TileMap(title: "", summary: "", tiles: [], legend: [])).contains("<svg"))
  }

  @Test("a tile's long name is set narrower, no other is, and the legend stays within the map")
  func tileNames() throws {
    let names = ["Fenghuang", "Xintian", "凤凰"]
    let tiles = names.enumerated().map {
      TileMap.Tile(row: 1, column: $0.offset + 1, name: $0.element, label: "1", level: 1, title: "")
    }
    let map = TileMap(
      title: "", summary: "", tiles: tiles,
      legend: ["<73.3", "73.3–82.5", "82.5–91.7", "91.7–100.8", "≥100.8"])
    let text = drawn(map)
    let fitted = text.matches(
      of: #/<text class="tag middle"[^>]*textLength="([0-9.]+)"[^>]*>(.*?)</#)
    #expect(fitted.map { String($0.2) } == ["Fenghuang"])
    #expect(fitted.allSatisfy { (Double($0.1) ?? 100) < 47.6 })
    let places = text.matches(of: #/<text class="legend" x="([0-9.]+)"/#).compactMap {
      Double($0.1)
    }
    #expect(places.count == 5 && places == places.sorted())
    #expect((places.last ?? 1000) + 43 <= Double(map.size.width) / 10)
  }

  @Test("the words of a step of money are below each other, within the drawing")
  func flow() throws {
    let step = FlowChart.Step(
      name: "县", came: 5, stands: 3, cameLabel: "came", standsLabel: "stands")
    let chart = FlowChart(title: "", summary: "", steps: [step])
    let words = drawn(chart).matches(
      of: #/<text class="(value|tick)" x="([0-9.]+)" y="([0-9.]+)">/#)
    try #require(words.count == 2)
    let heights = try words.map { try #require(Double($0.3)) }
    #expect(words[0].2 == words[1].2 && heights[1] - heights[0] >= 14)
    #expect(heights[1] < Double(chart.size.height) / 10)
  }

  @Test("the last value's label stands above its point, clear of the axis", arguments: [1, 6, 12])
  func lastLabel(months: Int) throws {
    for value in [Int64(0), 2_249, 600_000] {
      let values: [Int64?] = (1...12).map { $0 <= months ? value : nil }
      let line = LineChart.Line(
        name: "a", stroke: .strong, values: values, lastLabel: "\(value)")
      let text = drawn(
        LineChart(
          title: "", summary: "", steps: (1...12).map { "\($0)" }, lines: [line],
          goal: (600_000, "goal"), number: { "\($0)" }))
      let label = try #require(
        text.firstMatch(of: #/<text class="value[^"]*" x="([0-9.]+)" y="([0-9.]+)">/#))
      let dot = try #require(
        text.firstMatch(of: #/class="point last" cx="([0-9.]+)" cy="([0-9.]+)"/#))
      let height = try #require(Double(label.2))
      let point = try #require(Double(dot.2))
      #expect(height < point - 6 && height > 25)
    }
  }
}
