import Domain

extension Sheet {
  package static let staff = Sheet(
    "staff", "责任人", "One row an official", "一行一名责任人",
    [
      Column(
        "staff_no", "责任人编号", .identifier, required: true, key: true, "The staff number", "责任人编号"),
      Column("name", "姓名", .personName, required: true, "Full name", "姓名"),
      Column("employer", "工作单位", .text, ids: false, "Where he works", "工作单位"),
      Column("position", "职务", .text, "His post", "职务"),
      Column("phone", "联系电话", .phone, "Telephone", "联系电话"),
      Column("county_code", "县代码", .region(.county), "The county he works in", "所在县代码"),
      Column(
        "left_on", "离任日期", .day, "The first day no longer in office; empty: serves",
        "离任日期，空为在任"),
    ])

  package static let plans = Sheet(
    "plans", "减贫规划", "One row a reduction plan", "一行一份规划",
    [
      Column(
        "household_no", "户编号", .identifier, required: true, key: true,
        "The household number, at most 32 characters", "户编号，不超过32个字符"),
      Column(
        "starts_on", "规划开始日期", .day, required: true, key: true, "The first day in force", "开始日期"),
      Column(
        "ended_on", "规划结束日期", .day, "The first day no longer in force; empty: open", "结束日期，空为未结束"),
      Column("goal_income", "目标收入", .money, "Yuan a household and year", "元/户·年"),
      Column("measures", "帮扶措施", .text, required: true, "What is to be done", "帮扶措施"),
      Column("exit_on", "计划脱贫日期", .day, "When it is to leave the register", "计划脱贫日期"),
    ])

  package static let projects = Sheet(
    "projects", "项目", "One row a project, and one more a further review", "一行一个项目，每次再审另加一行",
    [
      Column(
        "project_no", "项目编号", .identifier, required: true, key: true, "The project number", "项目编号"),
      Column("name", "项目名称", .name, required: true, "The name", "项目名称"),
      Column(
        "kind", "项目类别", .coded(.projectKind), required: true,
        "planting, breeding, processing, training, road, water, housing, relocation or other",
        "种植、养殖、加工、培训、道路、饮水、住房、搬迁或其他"),
      Column(
        "county_code", "县代码", .region(.county), required: true, "The county", "县代码"),
      Column(
        "village_code", "村编码", .region(.village), "The village, where it is in one",
        "村编码"),
      Column("fund", "专项资金", .fund, "The fund it takes money of; empty: any", "专项资金，空为不限"),
      Column("budget", "预算金额", .money, "Yuan", "预算金额（元）"),
      Column("quantity", "数量", .quantity, "How much", "数量"),
      Column(
        "unit", "单位", .unit, longest: Column.longestUnit, "mu, head, km, person, house …", "单位"),
      Column("proposed_on", "申报日期", .day, required: true, past: true, "Proposed", "申报日期"),
      Column("reviewed_on", "评审日期", .day, past: true, "Reviewed", "评审日期"),
      Column("meeting", "评审会议", .text, "The meeting that reviewed it", "评审会议"),
      Column("verdict", "评审结论", .coded(.verdict), "What the meeting said", "评审结论"),
      Column("approved_on", "批复日期", .day, past: true, "Approved", "批复日期"),
      Column("started_on", "开工日期", .day, past: true, "Started", "开工日期"),
      Column("accepted_on", "验收日期", .day, past: true, "Accepted", "验收日期"),
      Column(
        "grade", "验收等级", .coded(.grade), "qualified, high_quality or unqualified", "合格、优良或不合格"),
      Column("closed_on", "结项日期", .day, past: true, "Closed", "结项日期"),
      Column("rejected_on", "否决日期", .day, past: true, "Rejected", "否决日期"),
      Column("cancelled_on", "取消日期", .day, past: true, "Cancelled", "取消日期"),
      Column("reason", "原因", .text, "Why it was rejected or cancelled", "否决或取消原因"),
      Column(
        "instalments", "分期拨付比例", .instalments,
        "How it is paid, like 40/50/10: percent at the start, at 80 % done, at acceptance",
        "分期拨付比例，写作40/50/10：开工、完成80%、验收时各拨百分之几"),
    ])

  package static let projectHouseholds = Sheet(
    "project_households", "项目到户", "One row a household in a project", "一行一户一项目",
    [
      Column(
        "project_no", "项目编号", .identifier, required: true, key: true, "The project number", "项目编号"),
      Column(
        "household_no", "户编号", .identifier, required: true, key: true,
        "The household number, at most 32 characters", "户编号，不超过32个字符"),
      Column(
        "since", "开始日期", .day, required: true, key: true, "The first day it takes part", "开始日期"),
      Column("until", "结束日期", .day, "The first day it no longer does; empty: open", "结束日期，空为未结束"),
      Column("quantity", "数量", .quantity, "Its share", "数量"),
      Column("unit", "单位", .unit, longest: Column.longestUnit, "The unit", "单位"),
    ])

  package static let assignments = Sheet(
    "assignments", "责任落实", "One row a person, role and household", "一行一户一责任一人",
    [
      Column(
        "household_no", "户编号", .identifier, required: true, key: true,
        "The household number, at most 32 characters", "户编号，不超过32个字符"),
      Column(
        "role", "责任类别", .coded(.role), required: true, key: true,
        "support, implementation or contact", "扶持、项目实施或联系"),
      Column("staff_no", "责任人编号", .identifier, required: true, "Who is answerable", "责任人编号"),
      Column("since", "开始日期", .day, required: true, key: true, "The first day", "开始日期"),
      Column("until", "结束日期", .day, "The first day no longer; empty: open", "结束日期，空为未结束"),
    ])
}
