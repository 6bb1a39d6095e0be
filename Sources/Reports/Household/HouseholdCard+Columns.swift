// The tables of the card; the terminal shows their titles, JSON their names.

import Domain

extension HouseholdCard {
  static let enrolmentColumns: [ReportColumn<Enrolment>] = [
    ReportColumn("year", Phrase("year", "年度"), .number { Int64($0.year) }),
    ReportColumn("enrolled_on", Phrase("enrolled", "纳入"), .text { $0.enrolledOn }),
    ReportColumn("fulfilled_on", Phrase("fulfilled", "六到"), .text { $0.fulfilledOn }),
    ReportColumn(
      "persons_supported", Phrase("persons counted", "计入人数"), .count { $0.personsSupported }),
    ReportColumn("lapsed", Phrase("lapsed", "脱落"), .flag { $0.isLapsed }),
  ]

  static let memberColumns: [ReportColumn<Member>] = [
    ReportColumn("name", Phrase("name", "姓名"), narrowest: 12, .text { $0.name }),
    ReportColumn(
      "relation", Phrase("relation", "与户主关系"), narrowest: 8,
      .word(.relations) { $0.relation?.written }),
    ReportColumn("sex", Phrase("sex", "性别"), .word(.sexes) { $0.sex?.name }),
    ReportColumn("age", Phrase("age", "年龄"), .count { $0.age.map { Int64($0) } }),
    ReportColumn("birth_date", Phrase("born", "出生"), .text { $0.birthDate }),
    ReportColumn("resident_id", Phrase("resident ID", "身份证号"), .text { $0.residentID }),
    ReportColumn("joined_on", Phrase("joined", "加入"), .text { $0.joinedOn }),
    ReportColumn("left_on", Phrase("left", "离开"), .text { $0.leftOn }),
  ]

  static let pointColumns: [ReportColumn<PointState>] = [
    ReportColumn("mark", Phrase("", ""), .text { $0.gap == nil ? "✓" : "✗" }),
    ReportColumn("point", Phrase("point", "六到"), .word(.points) { $0.point.name }),
    ReportColumn("since", Phrase("since", "自"), .text { $0.since }),
  ]

  /// Whom a household can call; in its handbook.
  static let pointPhone = ReportColumn<PointState>(
    "phone", Phrase("phone", "电话"), .text { $0.phone })

  /// `by`, or what is missing, which needs words.
  static func pointColumns(in language: ReportLanguage) -> [ReportColumn<PointState>] {
    pointColumns + [
      ReportColumn(
        "by", Phrase("by, or what is missing", "依据，或所缺"), narrowest: 24,
        .text { state in
          guard let gap = state.gap else { return state.by }
          return Phrase("missing: ", "缺：")[language] + gap.words(for: state.point)[language]
        })
    ]
  }

  static let moneyColumns: [ReportColumn<MoneyLine>] = [
    ReportColumn("project_no", Phrase("project", "项目编号"), .text { $0.projectNo }),
    ReportColumn("name", Phrase("name", "名称"), narrowest: 12, .text { $0.projectName }),
    ReportColumn("fund", Phrase("fund", "专项"), narrowest: 8, .word(.funds) { $0.fund }),
    ReportColumn("source", Phrase("source", "来源"), .word(.sources) { $0.source.name }),
    ReportColumn("allocated", Phrase("allocated", "安排"), .money { $0.allocatedFen }),
    ReportColumn("paid", Phrase("paid", "拨付"), .money { $0.paidFen }),
    ReportColumn("balance", Phrase("balance", "余额"), .money { $0.balanceFen }),
  ]

  static let projectColumns: [ReportColumn<Project>] = [
    ReportColumn("project_no", Phrase("project", "项目编号"), .text { $0.projectNo }),
    ReportColumn("name", Phrase("name", "名称"), narrowest: 12, .text { $0.name }),
    ReportColumn("kind", Phrase("kind", "类别"), .word(.projectKinds) { $0.kind.name }),
    ReportColumn("state", Phrase("state", "状态"), .word(.projectStates) { $0.state.name }),
    ReportColumn("since", Phrase("linked since", "挂钩自"), .text { $0.since }),
    ReportColumn("until", Phrase("until", "止"), .text { $0.until }),
  ]

  static let incomeColumns: [ReportColumn<Income>] = [
    ReportColumn("year", Phrase("year", "年度"), .number { Int64($0.year) }),
    ReportColumn("wage", Phrase("wage", "工资性"), .money { $0.wageFen }),
    ReportColumn("business", Phrase("business", "经营性"), .money { $0.businessFen }),
    ReportColumn("transfer", Phrase("transfer", "转移性"), .money { $0.transferFen }),
    ReportColumn("property", Phrase("property", "财产性"), .money { $0.propertyFen }),
    ReportColumn("cost", Phrase("cost", "成本"), .money { $0.costFen }),
    ReportColumn("total", Phrase("total", "合计"), .money { $0.totalFen }),
  ]

  static let progressColumns: [ReportColumn<ProgressEntry>] = [
    ReportColumn("logged_on", Phrase("day", "日期"), .text { $0.loggedOn }),
    ReportColumn("kind", Phrase("kind", "类别"), .word(.progressKinds) { $0.kind.name }),
    ReportColumn("by", Phrase("by", "记录人"), narrowest: 10, .text { $0.by }),
    ReportColumn("project_no", Phrase("project", "项目编号"), .text { $0.projectNo }),
    ReportColumn("quantity", Phrase("quantity", "数量"), align: .right, .text { $0.quantity }),
    ReportColumn("unit", Phrase("unit", "单位"), .word(Vocabulary.units) { $0.unit }),
    ReportColumn(
      "percent", Phrase("% done", "完成%"),
      .decimal(places: 2) { $0.percent.map { Int64($0.hundredths) } }),
    ReportColumn("note", Phrase("note", "说明"), .text { $0.note }),
  ]
}

extension HouseholdCard.MoneyLine {
  /// Allocated and not yet paid; nil where the difference exceeds `Int64`.
  package var balanceFen: Int64? {
    let (balance, overflow) = allocatedFen.subtractingReportingOverflow(paidFen)
    return overflow ? nil : balance
  }
}
