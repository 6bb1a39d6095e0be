import Charts
import Domain
import Markup

// How far the work has come: through the year, and from enrolled to the income goal.

extension MonthlyPage {
  /// `Jan` … `Dec`; `1月` … `12月`.
  static func monthName(_ number: Int, in language: ReportLanguage) -> String {
    let english = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return language == .zh ? "\(number)月" : english[(number - 1) % 12]
  }

  func writeCurve(in language: ReportLanguage, into page: inout MarkupWriter) {
    guard !curve.isEmpty else { return }
    let supported = NumberText.grouped(report.total[.personsSupported])
    var lines: [LineChart.Line] = []
    let hasPace = curve.contains { $0.pace != nil }
    if hasPace {
      lines.append(
        LineChart.Line(
          name: Phrase("pace", "进度要求")[language], stroke: .dashed, values: curve.map(\.pace)))
    }
    lines.insert(
      LineChart.Line(
        name: Phrase("persons supported", "已扶持人数")[language], stroke: .strong,
        values: curve.map(\.supported), lastLabel: supported), at: 0)
    let chart = LineChart(
      title: Phrase("Persons supported by month, against the pace", "逐月扶持人数与进度要求")[language],
      summary: curveSummary[language],
      steps: (1...12).map {
        language == .zh ? "\($0)" : String(Self.monthName($0, in: .en).prefix(1))
      }, lines: lines,
      goal: report.total.targetPersons.map {
        ($0, Phrase("target", "目标任务")[language] + " " + NumberText.grouped($0))
      }, number: NumberText.grouped)
    page.section(
      hasPace
        ? Phrase("The year against the pace", "全年进度")[language]
        : Phrase("The year so far", "全年进度")[language]
    ) { $0.chart(chart, id: "curve") }
  }

  private var curveSummary: Phrase {
    let supported = NumberText.grouped(report.total[.personsSupported])
    let persons = NumberText.persons(report.total[.personsSupported])
    guard let pace = report.total.pacePersons else {
      return Phrase(
        "By \(report.asOf): \(persons). Every month is in the table of months.",
        "截至\(report.asOf)：\(supported)人。各月数见月度表。")
    }
    let due = NumberText.grouped(pace)
    return Phrase(
      "By \(report.asOf): \(persons), \(due) due. Every month is in the table of months.",
      "截至\(report.asOf)：\(supported)人，应达\(due)人。各月数见月度表。")
  }

  /// The stages from enrolled to the income goal, of a row.
  static let stages: [(figure: Figure, name: Phrase)] = [
    (.householdsEnrolled, Phrase("enrolled", "纳入")),
    (.householdsFulfilled, Phrase("six points", "六到")),
    (.householdsPaid, Phrase("paid", "拨付")),
    (.householdsAccepted, Phrase("accepted", "验收")),
    (.householdsIncomeGoal, Phrase("income goal", "增收达标")),
  ]

  /// `42 %`; Chinese has no space before the sign.
  static func percentWords(_ number: String, in language: ReportLanguage) -> String {
    number + Phrase(" %", "%")[language]
  }

  /// A share of the enrolled in words, rounded down; nil where nobody is enrolled.
  static func share(_ value: Int64, of whole: Int64, in language: ReportLanguage) -> String? {
    NumberText.wholePercent(value, of: whole).map { percentWords(String($0), in: language) }
  }

  func writeFunnel(in language: ReportLanguage, into page: inout MarkupWriter) {
    let total = report.total
    let stages = Self.stages.map { figure, name in
      FunnelChart.Stage(
        name: name[language], value: total[figure], label: NumberText.grouped(total[figure]),
        share: figure == .householdsEnrolled
          ? nil : Self.share(total[figure], of: total[.householdsEnrolled], in: language))
    }
    let told = zip(Self.stages, stages).map { "\($0.name[language]) \($1.label)" }
    let chart = FunnelChart(
      title: Phrase("Households from enrolled to income goal", "从纳入到增收达标的户数")[language],
      summary: told.joined(separator: Phrase(", ", "，")[language]), stages: stages)
    page.section(Phrase("Households, step by step", "各环节户数")[language]) { part in
      part.chart(chart, id: "funnel")
      part.paragraph(
        monthNumber < 12
          ? Phrase(
            "Share of those enrolled. The income goal is known in December, with the year's income.",
            "百分比为占纳入户的比例。增收达标到12月全年收入确定后统计。")[language]
          : Phrase("Share of those enrolled.", "百分比为占纳入户的比例。")[language],
        style: "small")
    }
  }
}
