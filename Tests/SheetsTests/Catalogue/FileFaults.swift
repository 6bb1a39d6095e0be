import Testing

/// The smallest file that breaks a rule, and the line it is told by in both languages.
struct FileFault: Sendable, CustomTestStringConvertible {
  let rule: String
  let text: String
  let english: String
  let chinese: String

  init(_ rule: String, _ text: String, _ english: String, _ chinese: String) {
    self.rule = rule
    self.text = text
    self.english = english
    self.chinese = chinese
  }

  var testDescription: String { rule }

  static let all = [
    // Titles above the header are not it, though one holds a column's name.
    FileFault(
      "unknown_sheet", "花名册,,,\n乡镇,茶田镇,,\n\n户编号,姓名,民族,备注\nH1,甲,苗族,\n",
      "cat.csv:4: \(likeRoster)", "cat.csv:4: \(likeRosterChinese)"),
    FileFault(
      "unknown_sheet", "户编号,村编码,,姓名\nH1,433123104201,户主,甲\n",
      "cat.csv:1: \(likeRoster)", "cat.csv:1: \(likeRosterChinese)"),
    // A header of two rows is told at the lower.
    FileFault(
      "unknown_sheet", "花名册,,,\n户编号,村编码,户主信息,\n,,姓名,民族\nH1,433123104201,甲,苗族\n",
      "cat.csv:3: \(likeRoster)", "cat.csv:3: \(likeRosterChinese)"),
  ]

  private static let likeRoster =
    "no sheet has this header; nearest is roster, which also needs relation; see “sixpoint template roster”"
  private static let likeRosterChinese =
    "没有表格是这样的表头，最接近的是“贫困户花名册”，还缺与户主关系；见“sixpoint template roster --lang zh”"
}
