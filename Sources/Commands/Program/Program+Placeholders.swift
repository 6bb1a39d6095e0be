import Arguments

extension Program {
  /// What stands for values in usage lines, help and usage faults, in Chinese; the definitions of the commands
  /// have the English words.
  package static let placeholderWords = PlaceholderWords(chinese: [
    "A/B/C": "甲/乙/丙", "AREA": "片区", "BATCH": "批次号", "CLASS": "户属性", "CODE": "代码", "COMMAND": "命令",
    "DAY": "日期", "DAYS": "天数", "ENCODING": "编码", "ENTRY": "录入单号", "FILE": "文件",
    "FOLDER": "文件夹", "FORMAT": "格式", "FROM": "移交人", "FUND": "专项资金", "GRADE": "等级",
    "HOUSEHOLD": "户编号", "ID": "身份证号码", "INTO": "并入户编号", "KEY": "关键值", "config KEY": "设置项",
    "KIND": "类别", "LANGUAGE": "语言", "LEVEL": "层级", "LIST": "代码表", "MONTH": "月份", "N": "数字",
    "NAME": "姓名", "NAME,RELATION[,ID]": "姓名,关系[,身份证号码]", "NEW": "新编号",
    "household NEW": "新户编号", "NO": "编号", "NUMBER": "号码", "fund NUMBER": "编号", "PATH": "路径",
    "PAYEE": "收款人", "PERCENT": "百分数", "PERSON": "成员", "PERSONS": "人数", "PLACE": "地区",
    "POINT": "六到之一", "PROJECT": "项目编号", "REASON": "原因", "RELATION": "关系", "ROLE": "责任",
    "RULE": "规则名", "SECONDS": "秒数", "SEX": "性别", "SHEET": "表格", "SHELL": "解释器",
    "SOURCE": "资金来源", "STAFF": "责任人", "TABLE": "表", "TEXT": "文字", "find TEXT": "查找内容",
    "TITLE": "名称", "TO": "接手人", "UNIT": "计量单位", "VALUE": "值", "VERDICT": "结论", "VILLAGE": "村",
    "WHAT": "编号", "WHEN": "时点", "YEAR": "年度", "YUAN": "金额",
  ])
}
