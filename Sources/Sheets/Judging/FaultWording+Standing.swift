import Domain
import Intake

// What stands in the way of a row: a fact of the same key that says something else, a step of a project that ends
// it, or a period that runs into the row's own. The remedy is that of the key. A number can be another; a
// person, a period and a day cannot.

extension FaultWording {
  /// The most differences that are told.
  private static let mostDiffering = 5

  func englishStands(_ differing: [StandingValue]) -> String {
    var told = differing.prefix(FaultWording.mostDiffering).map { other -> String in
      switch other.value {
      case ""?: "without \(name(other.column))"
      case let value?: "with \(name(other.column)) \(standing(value, in: other.column))"
      case nil: "with another \(name(other.column))"
      }
    }
    if told.count < differing.count { told.append("and \(differing.count - told.count) more") }
    let what = told.isEmpty ? "with other values" : told.joined(separator: ", ")
    return "is registered already \(what); \(amending(differing, "; ", englishAmending))"
  }

  func chineseStands(_ differing: [StandingValue]) -> String {
    let told = differing.prefix(FaultWording.mostDiffering).map { other -> String in
      switch other.value {
      case ""?: "未填\(name(other.column))"
      case let value?: "\(name(other.column))为 \(standing(value, in: other.column))"
      case nil: "\(name(other.column))不同"
      }
    }
    var what = told.isEmpty ? "其他内容不同" : told.joined(separator: "，")
    if told.count < differing.count { what += "，等共 \(differing.count) 项不同" }
    return "已登记，且\(what)；\(amending(differing, "；", chineseAmending))"
  }

  private func standing(_ value: String, in column: String) -> String {
    FaultWording.shortened(words(of: column, [value], ", "))
  }

  /// The remedies of what differs, each once. Of a responsibility that another official holds it is the
  /// handover, whatever else differs.
  private func amending(
    _ differing: [StandingValue], _ separator: String, _ remedy: (StandingValue?) -> String
  ) -> String {
    if let holder = differing.first(where: { $0.column == "staff_no" }) { return remedy(holder) }
    var remedies: [String] = []
    for other in differing {
      let own = remedy(other)
      if !remedies.contains(own) { remedies.append(own) }
    }
    return remedies.isEmpty ? remedy(nil) : remedies.joined(separator: separator)
  }

  private func englishAmending(_ other: StandingValue?) -> String {
    if let correcting { return "use “sixpoint \(correcting)” to correct it" }
    switch (sheet?.name, other?.column) {
    case ("assignments", "staff_no"):
      return "hand it over with “sixpoint handover \(other?.value ?? "…")”, or name another day"
    case ("roster", "village_code"), ("roster", "class"), ("roster", "class_ground"):
      return "use “sixpoint \(changing(other?.column))” to change it"
    case ("roster", "enrolled_on") where other?.value == "":
      return "enrol it into that year with “sixpoint enrol” and --on alone"
    case ("roster", let column?) where FaultWording.rosterAlone.contains(column):
      return "correct it by a roster with “sixpoint import”, or leave it so"
    case ("roster", _): return "use “sixpoint member correct” to correct it"
    case ("inspections", _), ("pay_lists", _): return "take another number"
    default:
      let key = sheet?.name ?? "SHEET"
      return "take it back first with “sixpoint withdraw \(key)”, or leave it so"
    }
  }

  private func chineseAmending(_ other: StandingValue?) -> String {
    if let correcting { return "更正请用 sixpoint \(correcting)" }
    switch (sheet?.name, other?.column) {
    case ("assignments", "staff_no"):
      return "请用 sixpoint handover \(other?.value ?? "…") 移交，或另写日期"
    case ("roster", "village_code"), ("roster", "class"), ("roster", "class_ground"):
      return "变更请用 sixpoint \(changing(other?.column))"
    case ("roster", "enrolled_on") where other?.value == "":
      return "请用 sixpoint enrol 只写 --on，纳入该年度"
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

  /// - Parameter column: the day of the row's own step.
  func englishStepStands(_ standing: StandingStep, _ column: String?) -> String {
    let project = "project \(FaultWording.shortened(standing.project))"
    let fact =
      "\(project) was \(standing.step.name) on \(FaultWording.day(standing.on)) (entry \(standing.entry))"
    let own = column.map(name) ?? "the day"
    let known = "\(standing.step.name)_on"
    if isToBeCancelled(standing, column) {
      let instead = remedy(
        "fill in \(name("cancelled_on")) instead",
        command: "use “sixpoint project cancel \(standing.project) --reason …”")
      return "\(fact), after which it is not rejected but cancelled; \(instead)"
    }
    let back = remedy(
      "write (clear) in \(name(known)) to take that back",
      command:
        "take that back first with “sixpoint project correct \(standing.project) --\(standing.step.name) '(clear)'”"
    )
    return standing.isOrder
      ? "\(fact), before this day; \(back), or give a day no later"
      : "\(fact); \(back), or \(remedy("leave \(own) empty", command: "leave it so"))"
  }

  func chineseStepStands(_ standing: StandingStep, _ column: String?) -> String {
    let project = "项目 \(FaultWording.shortened(standing.project)) "
    let fact =
      "\(project)已于 \(FaultWording.day(standing.on)) \(standing.step.chinese)（第 \(standing.entry) 号录入单）"
    let own = column.map(name) ?? "该日期"
    let known = "\(standing.step.name)_on"
    if isToBeCancelled(standing, column) {
      let instead = remedy(
        "请改填\(name("cancelled_on"))",
        command: "请用 sixpoint project cancel \(standing.project) --reason …")
      return "\(fact)，此后只能取消，不能否决；\(instead)"
    }
    let back = remedy(
      "请在\(name(known))填“清空”予以撤回",
      command:
        "请先用 sixpoint project correct \(standing.project) --\(standing.step.name) 清空 撤回")
    return standing.isOrder
      ? "\(fact)，早于该日期；\(back)，或另写不晚于此的日期"
      : "\(fact)；\(back)，或\(remedy("不填\(own)", command: "保持不变"))"
  }

  /// Whether the row rejects what was approved.
  private func isToBeCancelled(_ standing: StandingStep, _ column: String?) -> Bool {
    column == "rejected_on" && [.approved, .started, .accepted].contains(standing.step)
  }

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
