import Domain

/// A column of the monthly report and the table of the text form that shows it.
package struct MonthlyColumn: Sendable {
  /// The report is too wide for a terminal, so its text form is several tables.
  package enum Section: Sendable, CaseIterable {
    /// What a row is about: in every table.
    case identity
    case supported
    case points
    case work
  }

  package let section: Section
  package let column: ReportColumn<MonthlyRow>

  private init(
    _ section: Section, _ stem: String, _ en: String, _ zh: String, narrowest: Int? = nil,
    _ reading: ReportColumn<MonthlyRow>.Reading
  ) {
    self.section = section
    column = ReportColumn(stem, Phrase(en, zh), narrowest: narrowest, reading)
  }

  /// A column of a counted figure, which brings its name and says by it whether it is money.
  private init(_ section: Section, _ figure: Figure, _ en: String, _ zh: String) {
    let unit = "_fen"
    if figure.name.hasSuffix(unit) {
      self.init(section, String(figure.name.dropLast(unit.count)), en, zh, .money { $0[figure] })
    } else {
      self.init(section, figure.name, en, zh, .count { $0[figure] })
    }
  }

  /// Every column in the order of the CSV header. A line feed in a title breaks its line.
  package static let all: [MonthlyColumn] = [
    MonthlyColumn(.identity, "code", "code", "代码", .text { $0.code }),
    MonthlyColumn(.identity, "name", "name", "名称", narrowest: 12, .text { $0.name }),

    MonthlyColumn(.supported, .householdsEnrolled, "hh\nenrolled", "纳入\n户数"),
    MonthlyColumn(.supported, .personsEnrolled, "persons\nenrolled", "纳入\n人数"),

    MonthlyColumn(.points, .plan, "plan", "规划\n到户"),
    MonthlyColumn(.points, .project, "project", "项目\n到户"),
    MonthlyColumn(.points, .fund, "fund", "资金\n到户"),
    MonthlyColumn(.points, .support, "support", "扶持\n到人"),
    MonthlyColumn(.points, .implementation, "implem.", "实施\n到人"),
    MonthlyColumn(.points, .contact, "contact", "联系\n到人"),

    MonthlyColumn(.supported, .householdsFulfilled, "hh\nfulfilled", "六到\n户数"),
    MonthlyColumn(.supported, .personsSupported, "persons\nsupported", "扶持\n人数"),
    MonthlyColumn(.supported, .personsSupportedInMonth, "in the\nmonth", "本月\n扶持"),
    MonthlyColumn(
      .supported, "target_persons", "target", "目标\n任务", .count { $0.targetPersons }),
    MonthlyColumn(
      .supported, "percent", "%", "完成\n%", .decimal(places: 1) { $0.percentTenths }),
    MonthlyColumn(
      .supported, "pace_gap_persons", "pace\ngap", "与进度\n相差",
      .difference { $0.paceGapPersons }),

    MonthlyColumn(.work, .householdsLapsed, "hh\nlapsed", "脱落\n户数"),
    MonthlyColumn(.work, .householdsPaid, "hh\npaid", "拨付\n户数"),
    MonthlyColumn(.work, .householdsAccepted, "hh\naccepted", "验收\n户数"),
    MonthlyColumn(.work, .householdsIncomeGoal, "hh at\nincome goal", "增收\n达标户"),
    MonthlyColumn(.work, .allocatedFen, "allocated\nyuan", "安排资金\n（元）"),
    MonthlyColumn(.work, .paidFen, "paid\nyuan", "拨付资金\n（元）"),
  ]

  /// The columns as every format but text prints them.
  package static let columns = all.map(\.column)

  /// The counted figure of a column; nil where it is derived, or no figure.
  package static func figure(ofStem stem: String) -> Figure? {
    Figure.allCases.first { $0.name == stem || $0.name == stem + "_fen" }
  }

  /// The Chinese title of a figure's column in one line.
  package static func chineseTitle(of figure: Figure) -> String {
    let title = all.first { $0.column.stem == figure.name }?.column.title.zh ?? figure.name
    return String(title.filter { $0 != "\n" })
  }

  /// The CSV header of a figure's column in English, its title in Chinese.
  static let names = Vocabulary(
    Dictionary(
      columns.map { column in
        (column.csvName, Phrase(column.csvName, String(column.title.zh.filter { $0 != "\n" })))
      }, uniquingKeysWith: { first, _ in first }))

  /// The same for a page, which sets the header as words: `households enrolled`.
  static let words = Vocabulary(
    Dictionary(
      columns.map { column in
        let name = column.csvName
        return (name, Phrase(name.replacing("_", with: " "), names.word(for: name, in: .zh)))
      }, uniquingKeysWith: { first, _ in first }))

  static func columns(of section: Section) -> [ReportColumn<MonthlyRow>] {
    all.filter { $0.section == section }.map(\.column)
  }
}
