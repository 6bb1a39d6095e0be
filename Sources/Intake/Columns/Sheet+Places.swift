import Domain

extension Sheet {
  package static let regions = Sheet(
    "regions", "行政区划", "One row a place", "一行一个地方",
    [
      Column(
        "code", "区划代码", .region(.any), required: true, key: true,
        "6, 9 or 12 digits", "6、9或12位区划代码"),
      Column(
        "parent_code", "上级区划代码", .region(.any),
        "The place it belongs to; empty: by its code", "上级区划代码，空则按代码推定"),
      Column(
        "level", "级别", .coded(.level), "province, prefecture, county, township or village",
        "省、市州、县、乡镇或村"),
      Column("name_zh", "名称", .name, required: true, "The Chinese name", "中文名称"),
      Column("name_en", "英文名称", .name, "The English name", "英文名称"),
      Column("area", "片区", .coded(.area), "wuling or luoxiao; counties only", "武陵山或罗霄山，限县级"),
      Column("supported", "重点扶持县", .yesNo, "One of the forty supported counties", "是否重点扶持县"),
      Column(
        "national_key", "国家重点县", .yesNo, "One of the twenty national key counties", "是否国家扶贫开发工作重点县"),
      Column(
        "tier", "重点村级别", .coded(.tier), "Key village: national, provincial or municipal",
        "重点村：国家级、省级或市级"),
      Column(
        "valid_from", "启用日期", .day, key: true, longAgo: true,
        "The first day the code is valid; empty: always was",
        "启用日期，空为一直有效"),
      Column(
        "valid_to", "停用日期", .day, "The first day it is no longer valid; empty: open", "停用日期，空为仍有效"),
    ])

  package static let povertyLines = Sheet(
    "poverty_lines", "扶贫标准", "One row a region and day", "一行一个地区一次标准",
    [
      Column(
        "region_code", "区划代码", .region(.any), required: true, key: true,
        "The region the line holds in", "适用地区代码"),
      Column("from", "起始日期", .day, required: true, key: true, "The first day it holds", "起始日期"),
      Column("poverty_line", "扶贫标准", .money, required: true, "Yuan a person and year", "元/人·年"),
      Column("dibao_line", "低保标准", .money, "Yuan a person and year", "元/人·年"),
    ])

  package static let years = Sheet(
    "years", "年度", "One row a programme year", "一行一个年度",
    [
      Column("year", "年度", .year, required: true, key: true, "The programme year", "年度"),
      Column(
        "income_goal", "收入增长目标", .money,
        "Yuan a household: the growth that reaches the goal; empty: the year before's",
        "元/户，空则沿用上一年度"),
      Column(
        "report_due_day", "报送截止日", .wholeNumber,
        "Day of the next month by which a county's sheets are due", "次月几日前报送"),
    ])

  package static let targets = Sheet(
    "targets", "目标任务", "One row a region, programme and year", "一行一个地区一年",
    [
      Column(
        "programme", "专项", .fund, required: true, key: true,
        "convergence (the programme counted by household) or a name", "两项制度衔接或其他名称"),
      Column("year", "年度", .year, required: true, key: true, "The programme year", "年度"),
      Column(
        "region_code", "区划代码", .region(.office), required: true, key: true,
        "Province, prefecture or county", "省、市州或县代码"),
      Column(
        "persons", "目标人数", .wholeNumber, required: true, "Persons to support in the year", "全年目标人数"),
      Column(
        "month_01", "1月累计", .wholeNumber, "Persons by the end of month 1, cumulative", "截至1月末累计人数"),
      Column(
        "month_02", "2月累计", .wholeNumber, "Persons by the end of month 2, cumulative", "截至2月末累计人数"),
      Column(
        "month_03", "3月累计", .wholeNumber, "Persons by the end of month 3, cumulative", "截至3月末累计人数"),
      Column(
        "month_04", "4月累计", .wholeNumber, "Persons by the end of month 4, cumulative", "截至4月末累计人数"),
      Column(
        "month_05", "5月累计", .wholeNumber, "Persons by the end of month 5, cumulative", "截至5月末累计人数"),
      Column(
        "month_06", "6月累计", .wholeNumber, "Persons by the end of month 6, cumulative", "截至6月末累计人数"),
      Column(
        "month_07", "7月累计", .wholeNumber, "Persons by the end of month 7, cumulative", "截至7月末累计人数"),
      Column(
        "month_08", "8月累计", .wholeNumber, "Persons by the end of month 8, cumulative", "截至8月末累计人数"),
      Column(
        "month_09", "9月累计", .wholeNumber, "Persons by the end of month 9, cumulative", "截至9月末累计人数"),
      Column(
        "month_10", "10月累计", .wholeNumber, "Persons by the end of month 10, cumulative",
        "截至10月末累计人数"),
      Column(
        "month_11", "11月累计", .wholeNumber, "Persons by the end of month 11, cumulative",
        "截至11月末累计人数"),
      Column(
        "month_12", "12月累计", .wholeNumber, "Persons by the end of month 12, cumulative",
        "截至12月末累计人数"),
    ])

  package static let indicators = Sheet(
    "indicators", "年度指标", "One row an indicator of a programme", "一行一项指标",
    [
      Column("programme", "专项", .name, required: true, key: true, "The programme", "专项名称"),
      Column("name_en", "英文指标名称", .name, required: true, key: true, "The English name", "英文名称"),
      Column("name_zh", "指标名称", .name, "The Chinese name", "中文名称"),
      Column("scope", "范围", .text, key: true, "What it covers", "统计范围"),
      Column(
        "region_code", "区划代码", .region(.any), key: true,
        "The region, where it is one region's", "所属地区代码"),
      Column(
        "unit", "计量单位", .text, required: true, longest: Column.longestUnit,
        "The unit; with date, document number and text the figures are words",
        "计量单位；为日期、文号或文本时，计划数和实际数可填文字"),
      Column(
        "planned", "计划数", .figure, "The planned figure: a number, unless the unit takes words",
        "计划数，一般只填数字"),
      Column(
        "actual", "实际数", .figure,
        "The actual figure, or text where the unit is a date or a document",
        "实际数"),
      Column(
        "qualifier", "准确程度", .coded(.qualifier), "exact, at_least or nearly; empty: exact",
        "准确、以上或近"),
      Column("year", "年度", .year, required: true, key: true, "The year", "年度"),
      Column("note", "备注", .text, "Remark", "备注"),
    ])
}
