import Intake

// What stands in the way of a row: a fact of the same key that says something else, or a period that runs into
// the row's own. The remedy is that of the key. A number can be another; a person, a period and a day cannot.

extension FaultWording {
  func englishStands(_ column: String?, _ value: String?) -> String {
    let what =
      switch (column, value) {
      case (let column?, let value?) where value.isEmpty: "without \(name(column))"
      case (let column?, let value?): "with \(name(column)) \(standing(value, in: column))"
      case (let column?, nil): "with another \(name(column))"
      case (nil, _): "with other values"
      }
    return "is registered already \(what); \(englishAmending(column, value))"
  }

  func chineseStands(_ column: String?, _ value: String?) -> String {
    let what =
      switch (column, value) {
      case (let column?, let value?) where value.isEmpty: "未填\(name(column))"
      case (let column?, let value?): "\(name(column))为 \(standing(value, in: column))"
      case (let column?, nil): "\(name(column))不同"
      case (nil, _): "其他内容不同"
      }
    return "已登记，且\(what)；\(chineseAmending(column, value))"
  }

  private func standing(_ value: String, in column: String) -> String {
    FaultWording.shortened(words(of: column, [value], ", "))
  }

  private func englishAmending(_ column: String?, _ value: String?) -> String {
    if let correcting { return "use “sixpoint \(correcting)” to correct it" }
    switch (sheet?.name, column) {
    case ("assignments", "staff_no"):
      return "hand it over with “sixpoint handover \(value ?? "…")”, or name another day"
    case ("roster", "village_code"), ("roster", "class"), ("roster", "class_ground"):
      return "use “sixpoint \(changing(column))” to change it"
    case ("roster", let column?) where FaultWording.rosterAlone.contains(column):
      return "correct it by a roster with “sixpoint import”, or leave it so"
    case ("roster", _): return "use “sixpoint member correct” to correct it"
    case ("inspections", _), ("pay_lists", _): return "take another number"
    default:
      let key = sheet?.name ?? "SHEET"
      return "take it back first with “sixpoint withdraw \(key)”, or leave it so"
    }
  }

  private func chineseAmending(_ column: String?, _ value: String?) -> String {
    if let correcting { return "更正请用 sixpoint \(correcting)" }
    switch (sheet?.name, column) {
    case ("assignments", "staff_no"):
      return "请用 sixpoint handover \(value ?? "…") 移交，或另写日期"
    case ("roster", "village_code"), ("roster", "class"), ("roster", "class_ground"):
      return "变更请用 sixpoint \(changing(column))"
    case ("roster", let column?) where FaultWording.rosterAlone.contains(column):
      return "更正请用 sixpoint import 导入花名册，或保持不变"
    case ("roster", _): return "更正请用 sixpoint member correct"
    case ("inspections", _), ("pay_lists", _): return "请另用编号"
    default:
      let key = sheet?.name ?? "表格"
      return "请先用 sixpoint withdraw \(key) 撤回，或保持不变"
    }
  }

  /// What of a household and its people no command corrects.
  private static let rosterAlone: Set<String> = [
    "enrolled_on", "joined_on", "left_on", "cause", "income_per_capita", "household_size",
  ]

  /// The period that a row runs into: that of a line, or one that stands.
  func englishOther(_ line: Int?, _ holder: String?) -> String {
    if let line { return "line \(line)" }
    return holder.map { "the period of \($0) that stands" } ?? "the period that stands"
  }

  func chineseOther(_ line: Int?, _ holder: String?) -> String {
    if let line { return "第 \(line) 行" }
    return holder.map { " \($0) 现有记录" } ?? "现有记录"
  }
}
