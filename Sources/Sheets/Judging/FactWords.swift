/// What the tables of facts hold, in words: one home for what rests on a fact and for what an entry changed.
package enum FactWords {
  /// The table's own name where it has no words.
  package static func name(_ table: String, isChinese: Bool) -> String {
    guard let words = names[table] else { return table }
    return isChinese ? words.chinese : words.english
  }

  private static let names: [String: (english: String, chinese: String)] = [
    "place": ("code of a place", "区划代码"), "household": ("household's number", "户编号"),
    "staff": ("official's number", "责任人编号"),
    "project": ("project's number", "项目编号"), "batch": ("batch's number", "批次号"),
    "account": ("rung of money", "资金账目"),
    "inspection": ("inspection's number", "检查编号"), "pay_list": ("pay list's number", "清单号"),
    "register": ("the register's office", "登记库单位"), "code_label": ("code", "代码"),
    "region": ("region", "行政区划"), "poverty_line": ("poverty line", "扶贫标准"),
    "programme_year": ("year", "年度"), "target": ("target", "目标任务"),
    "residence": ("village", "住址"), "household_class": ("class", "户属性"),
    "circumstance": ("circumstances", "基本情况"), "enrolment": ("enrolment", "纳入"),
    "member": ("member", "成员"), "headship": ("head", "户主"), "household_end": ("end", "销户"),
    "household_event": ("event", "变动"), "claim": ("refused claim", "被拒成员"),
    "dibao_listing": ("allowance", "低保记录"), "plan": ("plan", "减贫规划"),
    "staff_record": ("official", "责任人"), "assignment": ("responsibility", "责任落实"),
    "project_record": ("project", "项目"), "project_step": ("step of a project", "项目步骤"),
    "project_household": ("project's household", "项目农户"), "batch_issue": ("batch", "批次"),
    "movement": ("movement of money", "资金变动"), "pay_list_record": ("pay list", "拨付清单"),
    "pay_list_row": ("row of a pay list", "拨付清单行"), "bank_return": ("bank return", "银行回执"),
    "progress": ("progress entry", "进展记录"), "income": ("income", "收入"),
    "indicator": ("indicator", "指标"), "disclosure": ("posting", "公示"),
    "inspection_draw": ("draw", "抽取"), "inspection_household": ("household drawn", "抽中户"),
    "finding": ("finding", "检查问题"), "month_close": ("close", "月结"),
    "closed_figure": ("closed figure", "月结数字"), "closed_place": ("closed place", "月结地名"),
    "closed_target": ("closed target", "月结任务"), "closed_rung": ("closed rung", "月结资金"),
    "closed_exception": ("closed exception", "月结异常"),
    "closed_submission": ("closed submission", "月结报送"), "redaction": ("redaction", "抹除"),
    "entry_county": ("county of the entry", "录入单涉及县"),
  ]
}
