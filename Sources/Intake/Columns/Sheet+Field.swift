import Domain

extension Sheet {
  package static let income = Sheet(
    "income", "收入", "One row a household and year", "一行一户一年",
    [
      Column(
        "household_no", "户编号", .identifier, required: true, key: true,
        "The household number, at most 32 characters", "户编号，不超过32个字符"),
      Column("year", "年度", .year, required: true, key: true, past: true, "The year", "年度"),
      Column("wage", "工资性收入", .money, "Yuan a household", "元/户"),
      Column("business", "家庭经营性收入", .money, "Yuan a household", "元/户"),
      Column("transfer", "转移性收入", .money, "Yuan a household", "元/户"),
      Column("property", "财产性收入", .money, "Yuan a household", "元/户"),
      Column("cost", "生产经营费用总支出", .money, "Yuan, taken off", "元，扣除"),
      Column("total", "家庭年总纯收入", .money, "Yuan; the sum of the parts, or alone", "元，各项之和，或只填合计"),
    ])

  package static let progress = Sheet(
    "progress", "进展记录", "One row an observation", "一行一条记录",
    [
      Column(
        "household_no", "户编号", .identifier, key: true,
        "The household; this or the project, or both", "户编号；与项目编号至少填一项"),
      Column(
        "project_no", "项目编号", .identifier, key: true,
        "The project; this or the household, or both", "项目编号；与户编号至少填一项"),
      Column("logged_on", "记录日期", .day, required: true, key: true, past: true, "The day", "记录日期"),
      Column("staff_no", "责任人编号", .identifier, required: true, key: true, "Who saw it", "责任人编号"),
      Column(
        "kind", "记录类别", .coded(.progressKind), required: true, key: true,
        "visit, delivery, training, construction, sale, finding or other", "走访、发放、培训、施工、销售、发现问题或其他"),
      Column("quantity", "数量", .quantity, "How much", "数量"),
      Column("unit", "单位", .unit, key: true, longest: Column.longestUnit, "The unit", "单位"),
      Column("percent", "完成百分比", .percent, "How much is done, 0 to 100", "完成百分比"),
      Column("note", "说明", .text, key: true, "In words", "说明"),
    ])

  package static let disclosures = Sheet(
    "disclosures", "公示", "One row a posting, and an objection if there is one", "一行一次公示及异议",
    [
      Column(
        "project_no", "项目编号", .identifier, required: true, key: true, "The project number", "项目编号"),
      Column(
        "village_code", "村编码", .region(.village), required: true, key: true,
        "Where it was posted", "公示村编码"),
      Column(
        "posted_on", "公示日期", .day, required: true, key: true, past: true, "The first day", "公示日期"),
      Column("taken_down_on", "撤下日期", .day, "The day it was taken down", "撤下日期"),
      Column("objection", "异议内容", .text, key: true, "What was objected", "异议内容"),
      Column("objected_on", "异议日期", .day, past: true, "When", "异议日期"),
      Column("answer", "答复内容", .text, "The answer; empty: open", "答复内容，空为未答复"),
      Column("answered_on", "答复日期", .day, past: true, "When", "答复日期"),
    ])

  package static let inspections = Sheet(
    "inspections", "检查抽样", "One row a household drawn", "一行一户抽中",
    [
      Column(
        "inspection_no", "检查编号", .identifier, required: true, key: true, "The inspection", "检查编号"),
      Column("drawn_on", "抽样日期", .day, required: true, past: true, "The day of the draw", "抽样日期"),
      Column(
        "seed", "随机种子", .wholeNumber, required: true, "The number the draw began with", "抽样所用随机种子"),
      Column(
        "known_entry", "依据录入单", .wholeNumber, required: true,
        "The entry of the register it was drawn on", "抽样依据的录入单号"),
      Column(
        "region_code", "区划代码", .region(.any), "Drawn within; empty: the whole office",
        "抽样范围代码，空为全部"),
      Column(
        "share", "抽样比例", .percent,
        "Percent of each county's households; this or the count", "各县抽取百分比；与抽样户数任填一项"),
      Column(
        "count", "抽样户数", .wholeNumber,
        "So many of each county; this or the share", "各县抽取户数；与抽样比例任填一项"),
      Column(
        "household_no", "户编号", .identifier, required: true, key: true,
        "The household number, at most 32 characters", "户编号，不超过32个字符"),
      Column(
        "ordinal", "序号", .wholeNumber, required: true, "1, 2, 3 … in the order drawn", "抽中次序"),
    ])

  package static let findings = Sheet(
    "findings", "检查发现", "One row a finding", "一行一个问题",
    [
      Column(
        "inspection_no", "检查编号", .identifier, required: true, key: true, "The inspection", "检查编号"),
      Column(
        "household_no", "户编号", .identifier, required: true, key: true,
        "The household number, at most 32 characters", "户编号，不超过32个字符"),
      Column("found_on", "发现日期", .day, required: true, key: true, past: true, "When", "发现日期"),
      Column("finding", "发现问题", .text, required: true, key: true, "What was found", "发现问题"),
      Column("due_on", "整改期限", .day, "To be settled by", "整改期限"),
      Column("settled_on", "整改日期", .day, past: true, "Settled; empty: open", "整改日期，空为未整改"),
      Column("settlement", "整改情况", .text, "How", "整改情况"),
    ])
}
