/// The sheets the generator writes and their headers, in English and as a county would write them.
enum Sheet: Int, CaseIterable {
  case roster, staff, householdEvents, dibaoList, plans, projects, projectHouseholds, batches
  case allocations, payments, assignments, progress, income, disclosures, targets, povertyLines

  var fileName: String {
    switch self {
    case .roster: "roster"
    case .staff: "staff"
    case .householdEvents: "household_events"
    case .dibaoList: "dibao_list"
    case .plans: "plans"
    case .projects: "projects"
    case .projectHouseholds: "project_households"
    case .batches: "batches"
    case .allocations: "allocations"
    case .payments: "payments"
    case .assignments: "assignments"
    case .progress: "progress"
    case .income: "income"
    case .disclosures: "disclosures"
    case .targets: "targets"
    case .povertyLines: "poverty_lines"
    }
  }

  /// The sheets a county sends; the others are the province's.
  static let ofCounty: [Sheet] = allCases.filter { $0 != .targets && $0 != .povertyLines }
  static let ofProvince: [Sheet] = [.targets, .povertyLines, .batches, .allocations]

  /// Header cells as `english=chinese`, separated by spaces.
  private var header: String {
    switch self {
    case .roster:
      "household_no=户编号 village_code=村编码 name=姓名 relation=与户主关系 resident_id=身份证号码"
        + " sex=性别 birth_date=出生日期 ethnicity=民族 education=文化程度 health=健康状况"
        + " labour=劳动能力 joined_on=进户日期 left_on=离户日期 class=贫困户属性 class_ground=认定依据"
        + " cause=主要致贫原因 income_per_capita=家庭年人均纯收入(元) phone=联系电话"
        + " account_no=一卡通账号 enrolled_on=纳入日期 household_size=家庭人口数 remark=备注"
    case .staff:
      "staff_no=责任人编号 name=姓名 employer=工作单位 position=职务 phone=联系电话 county_code=县代码"
    case .householdEvents:
      "household_no=户编号 event=变动类型 on=变动日期 village_code=迁入村编码 class=变动后户属性"
        + " ground=变动依据 member=成员身份证号 other_household=对方户编号"
    case .dibaoList:
      "resident_id=身份证号码 name=姓名 region_code=区划代码 from=享受起始日期 until=享受终止日期"
        + " amount=补助金额(元)"
    case .plans:
      "household_no=户编号 starts_on=规划开始日期 ended_on=规划结束日期 goal_income=目标收入(元)"
        + " measures=帮扶措施 exit_on=计划脱贫日期"
    case .projects:
      "project_no=项目编号 name=项目名称 kind=项目类别 county_code=县代码 village_code=村编码"
        + " fund=专项资金 budget=预算金额(元) quantity=数量 unit=单位 proposed_on=申报日期"
        + " reviewed_on=评审日期 meeting=评审会议 verdict=评审结论 approved_on=批复日期"
        + " started_on=开工日期 accepted_on=验收日期 grade=验收等级 closed_on=结项日期"
        + " rejected_on=否决日期 cancelled_on=取消日期 reason=原因"
    case .projectHouseholds:
      "project_no=项目编号 household_no=户编号 since=开始日期 until=结束日期 quantity=数量 unit=单位"
    case .batches:
      "batch_no=批次号 document_no=文号 issued_on=下达日期 fund=专项资金 source=资金来源"
        + " amount=金额(元)"
    case .allocations:
      "movement_no=移动编号 batch_no=批次号 source=资金来源 county_code=县代码 project_no=项目编号"
        + " household_no=户编号 amount=金额(元) moved_on=移动日期 reverses=冲销移动编号"
    case .payments:
      "voucher_no=凭证号 household_no=户编号 payee=收款人 project_no=项目编号 batch_no=批次号"
        + " source=资金来源 amount=金额(元) paid_on=拨付日期 reverses=冲销凭证号"
    case .assignments:
      "household_no=户编号 role=责任类别 staff_no=责任人编号 since=开始日期 until=结束日期"
    case .progress:
      "household_no=户编号 project_no=项目编号 logged_on=记录日期 staff_no=责任人编号 kind=记录类别"
        + " quantity=数量 unit=单位 percent=完成百分比 note=说明"
    case .income:
      "household_no=户编号 year=年度 wage=工资性收入(元) business=家庭经营性收入(元)"
        + " transfer=转移性收入(元) property=财产性收入(元) cost=生产经营费用总支出(元)"
        + " total=家庭年总纯收入(元)"
    case .disclosures:
      "project_no=项目编号 village_code=村编码 posted_on=公示日期 taken_down_on=撤下日期"
        + " objection=异议内容 objected_on=异议日期 answer=答复内容 answered_on=答复日期"
    case .targets:
      "programme=专项 year=年度 region_code=区划代码 persons=目标人数 month_01=1月累计"
        + " month_02=2月累计 month_03=3月累计 month_04=4月累计 month_05=5月累计 month_06=6月累计"
        + " month_07=7月累计 month_08=8月累计 month_09=9月累计 month_10=10月累计"
        + " month_11=11月累计 month_12=12月累计"
    case .povertyLines:
      "region_code=区划代码 from=起始日期 poverty_line=扶贫标准(元) dibao_line=低保标准(元)"
    }
  }

  func columns(in language: Language) -> [String] {
    header.split(separator: " ").map { cell in
      let names = cell.split(separator: "=")
      return String(language == .chinese ? names[1] : names[0])
    }
  }
}
