/// The names of rules in Chinese, for a receipt's counts: what is wrong, in a few words. The guide for clerks
/// says what each means and how to mend it.
package enum FaultRuleNames {
  package static let chinese = file.merging(cells) { first, _ in first }
    .merging(rows) { first, _ in first }

  private static let file = [
    "unknown_sheet": "不是任何一种表格", "header_words": "表头文字不符", "not_csv": "不是CSV文件",
    "empty_file": "空文件", "no_header": "没有表头", "digits_lost": "长号码被截断",
    "invalid_bytes": "编码不符的字节", "nul": "空字符", "unreadable_file": "文件没能读完",
    "record_too_long": "一行过长", "ragged_row": "单元格数与表头不符", "stray_quote": "多余的引号",
    "text_after_quote": "结束引号后有文字", "unclosed_quote": "引号没有结束", "doubtful_codes": "代码表可疑",
    "several_counties": "涉及两个县", "second_header": "另有一行表头",
    "complete_roster": "只有花名册可称完整",
  ]

  private static let cells = [
    "missing_value": "必填项为空", "unknown_value": "不是可选值", "resident_id_in_name": "姓名处填了身份证号",
    "masked_value": "含遮蔽符号", "too_long": "文字过长", "spreadsheet_number": "号码被电子表格破坏",
    "resident_id_length": "身份证号位数不符", "resident_id_character": "身份证号有误字",
    "resident_id_birth_date": "身份证号中的出生日期有误", "check_digit": "身份证号校验码不符",
    "region_code_form": "区划代码格式不符", "region_level": "区划级别不符", "error_text": "电子表格错误值",
    "null_word": "姓名处是空值词", "lost_characters": "有丢失的字", "date_number": "是数字不是日期",
    "year_alone": "只有年份", "date_form": "不是日期", "date_impossible": "没有这一天",
    "date_range": "年份超出范围", "month_form": "不是年月", "year_form": "不是年度", "money_form": "不是金额",
    "money_decimals": "不足一分", "not_number": "不是数字", "unit_conflict": "单位不一致",
    "quantity_form": "不是数量", "quantity_decimals": "数量小数过多", "whole_number_form": "不是整数",
    "percent_form": "不是百分数", "percent_range": "百分数超出范围", "number_range": "数字超出范围",
    "amount_zero": "金额为零", "not_positive": "须大于零", "negative": "不应为负",
    "instalments_form": "不是分期比例", "future_date": "日期在今天之后", "not_cumulative": "累计数变少",
    "sex_disagrees": "性别与身份证号不符",
    "birth_date_disagrees": "出生日期与身份证号不符", "date_order": "日期先后颠倒", "column_conflict": "两项只能填一项",
    "above_total": "超过全年目标", "total_not_sum": "总收入不等于各项之和",
  ]

  private static let rows = [
    "unknown_household": "没有该户", "unknown_staff": "没有该责任人", "unknown_project": "没有该项目",
    "unknown_batch": "没有该批次", "unknown_inspection": "没有该检查", "unknown_region": "没有该区划",
    "unknown_movement": "没有该笔资金", "unknown_voucher": "没有该凭证", "unknown_member": "没有该成员",
    "ambiguous_place": "地名不止一处", "outside_office": "不在本登记库范围", "other_county": "属于另一个县",
    "stands": "已有不同内容", "resident_id_number": "编号处填了身份证号", "nothing_to_withdraw": "没有可作废的记录",
    "person_conflict": "同时属于两户", "several_namesakes": "户内有几名同名", "before_enrolment": "早于纳入日期",
    "depended_on": "有其他记录以其为依据", "dated_history": "与变动历史不符", "after_end": "户已销户",
    "not_yet_standing": "户尚未在册", "household_stands": "户编号已有农户", "same_household": "与本户相同",
    "already_head": "已是户主", "not_member": "当日不是成员", "later_event": "与仍有效的变动冲突",
    "same_day_event": "同日另有变动", "joins_later": "并户后有人进户", "leave_that_day": "并户当日有人离户",
    "changed_since": "其后又有改动",
    "step_order": "跳过项目步骤", "not_passed": "评审未通过", "open_objection": "公示异议未答复",
    "rested_on": "已有记录以项目为依据", "not_approved": "项目尚未批复", "project_cancelled": "项目已取消",
    "other_fund": "专项资金不同", "source_needed": "须写明资金来源", "number_used": "编号已用过",
    "ladder": "转出多于已到资金", "reversal": "冲销与原记录不符", "repeated_key": "两行内容不同",
    "rows_disagree": "同户各行不一致", "no_head": "没有户主", "second_head": "两名户主",
    "periods_overlap": "时间重叠", "household": "同户另有错误", "not_sent_back": "上次评审并未退回",
    "equal_movement": "与同日一笔相同", "unknown_paylist": "没有该代发清单", "not_on_list": "代发清单中没有该户",
    "other_amount": "金额与清单不同", "other_account": "账号与清单不同", "answered_already": "代发结果已录入",
    "paid_already": "清单已发放成功", "own_list": "接续清单是本清单", "listed_already": "已列入另一清单",
  ]
}
