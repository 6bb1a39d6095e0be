/// A column of the monthly report and the table of the text form in which it stands.
package struct MonthlyColumn: Sendable {
  /// The report is too wide for a terminal, so its text form is several tables.
  package enum Section: Sendable, CaseIterable {
    /// What a row is about: stands in every table.
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

  /// Every column in the order of the CSV header. A line feed in a title breaks its line.
  package static let all: [MonthlyColumn] = [
    MonthlyColumn(.identity, "code", "code", "代码", .text { $0.code }),
    MonthlyColumn(.identity, "name", "name", "名称", narrowest: 12, .text { $0.name }),

    MonthlyColumn(
      .supported, "households_enrolled", "hh\nenrolled", "纳入\n户数",
      .count { $0.householdsEnrolled }),
    MonthlyColumn(
      .supported, "persons_enrolled", "persons\nenrolled", "纳入\n人数",
      .count { $0.personsEnrolled }),

    MonthlyColumn(.points, "plan", "plan", "规划\n到户", .count { $0.plan }),
    MonthlyColumn(.points, "project", "project", "项目\n到户", .count { $0.project }),
    MonthlyColumn(.points, "fund", "fund", "资金\n到户", .count { $0.fund }),
    MonthlyColumn(.points, "support", "support", "扶持\n到人", .count { $0.support }),
    MonthlyColumn(
      .points, "implementation", "implem.", "实施\n到人", .count { $0.implementation }),
    MonthlyColumn(.points, "contact", "contact", "联系\n到人", .count { $0.contact }),

    MonthlyColumn(
      .supported, "households_fulfilled", "hh\nfulfilled", "六到\n户数",
      .count { $0.householdsFulfilled }),
    MonthlyColumn(
      .supported, "persons_supported", "persons\nsupported", "扶持\n人数",
      .count { $0.personsSupported }),
    MonthlyColumn(
      .supported, "persons_supported_in_month", "in the\nmonth", "本月\n扶持",
      .count { $0.personsSupportedInMonth }),
    MonthlyColumn(
      .supported, "target_persons", "target", "目标\n任务", .count { $0.targetPersons }),
    MonthlyColumn(.supported, "percent", "%", "完成\n%", .percent { $0.percentTenths }),
    MonthlyColumn(
      .supported, "pace_gap_persons", "pace\ngap", "与进度\n相差",
      .difference { $0.paceGapPersons }),

    MonthlyColumn(
      .work, "households_lapsed", "hh\nlapsed", "脱落\n户数", .count { $0.householdsLapsed }),
    MonthlyColumn(.work, "households_paid", "hh\npaid", "拨付\n户数", .count { $0.householdsPaid }),
    MonthlyColumn(
      .work, "households_accepted", "hh\naccepted", "验收\n户数", .count { $0.householdsAccepted }),
    MonthlyColumn(
      .work, "households_income_goal", "hh at\nincome goal", "增收\n达标户",
      .count { $0.householdsIncomeGoal }),
    MonthlyColumn(
      .work, "allocated", "allocated\nyuan", "安排资金\n（元）", .money { $0.allocatedFen }),
    MonthlyColumn(.work, "paid", "paid\nyuan", "拨付资金\n（元）", .money { $0.paidFen }),
  ]

  /// The columns as every format but text prints them.
  package static let columns = all.map(\.column)

  static func columns(of section: Section) -> [ReportColumn<MonthlyRow>] {
    all.filter { $0.section == section }.map(\.column)
  }
}
