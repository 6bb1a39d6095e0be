import Domain
import Register

extension RegisterWords {
  /// What a rule of the register refused.
  func refusal(_ fault: RegisterFault) -> Problem {
    switch fault {
    case .unknownEntry(let number, let last):
      Problem(
        "unknown_entry",
        say(
          "there is no entry \(number); the last one is \(last)",
          "没有第 \(number) 号录入单，最后一号是 \(last)"))
    case .alreadyUndone(let entry, let by):
      Problem(
        "already_undone",
        say(
          "entry \(entry) was undone already, by entry \(by)",
          "第 \(entry) 号录入单已被第 \(by) 号撤销"))
    case .cannotBeUndone(let entry, let command):
      Problem(
        "cannot_be_undone",
        say(
          "entry \(entry) (\(command)) cannot be undone by its nature",
          "第 \(entry) 号录入单（\(command)）按其性质不能撤销"))
    case .laterEntriesDepend(let entry, let later):
      Problem(
        "later_entries_depend",
        say(
          "entry \(entry) cannot be undone: \(entries(later)) replaced facts of it; undo \(later.count == 1 ? "that one" : "those") first",
          "第 \(entry) 号录入单不能撤销：\(entries(later))已更改其中内容，请先撤销"))
    case .ruleBroken(let rule, let breaches):
      Problem(
        rule,
        say("refused: ", "拒绝：") + ruleWords(rule)
          + (breaches.isEmpty ? "" : say(": ", "：") + list(breaches)))
    default: Problem("refused", say("the register refused it", "登记库拒绝了该操作"))
    }
  }

  func entries(_ numbers: [Int64]) -> String {
    let shown = numbers.prefix(10).map(String.init)
    let more = numbers.count > shown.count ? say(", …", "等") : ""
    return numbers.count == 1
      ? say("entry ", "第 ") + shown.joined() + say("", " 号录入单")
      : say("entries ", "第 ") + shown.joined(separator: say(", ", "、")) + more + say("", " 号录入单")
  }

  /// The first breaches, each once, and every entry behind those that are known.
  private func list(_ breaches: [Breach]) -> String {
    var told: [String] = []
    for breach in breaches.map(words) where !breach.isEmpty && !told.contains(breach) {
      told.append(breach)
    }
    var text = told.prefix(5).joined(separator: say("; ", "；"))
    if told.count > 5 { text += say("; and more", "；等") }
    let numbers = Set(breaches.flatMap(\.entries)).sorted()
    return numbers.isEmpty ? text : text + say(" (", "（") + entries(numbers) + say(")", "）")
  }

  /// One breach: who, on which day, by how much.
  private func words(_ breach: Breach) -> String {
    var parts: [String] = []
    if let household = breach.household { parts.append(say("household ", "户 ") + household) }
    if let other = breach.otherHousehold { parts.append(say("household ", "户 ") + other) }
    if let project = breach.project { parts.append(say("project ", "项目 ") + project) }
    if let staff = breach.staff { parts.append(say("staff ", "责任人 ") + staff) }
    if let account = breach.account { parts.append(account) }
    if let day = breach.day, day > DayPeriod.firstDay {
      parts.append(say("on ", "") + CalendarDate(dayNumber: day).description)
    }
    if let fen = breach.fen {
      parts.append(say("balance ", "余额 ") + Money(fen: fen).description + say(" yuan", " 元"))
    }
    return parts.joined(separator: " ")
  }

  /// What a rule of m0003 says, by its name there; the name itself where it has no words.
  private func ruleWords(_ rule: String) -> String {
    switch rule {
    case "member_overlap":
      say("one person would be in two households at a time", "同一人将同时属于两户")
    case "member_period":
      say("a member would leave before joining", "家庭成员的离开日期将早于加入日期")
    case "head":
      say("a household with members would have no head, or two", "有成员的户将没有户主或有两个户主")
    case "assignment_overlap":
      say("two people would hold one role of a household at a time", "一户的同一责任将同时落实给两人")
    case "project_household_overlap":
      say("a household would be linked to a project twice at a time", "一户将在同一时间两次列入同一项目")
    case "project_step_order":
      say("a project's steps would be skipped or out of order", "项目步骤将缺漏或次序颠倒")
    case "movement_approval":
      say(
        "money would go to a project before its approval or after its cancellation",
        "资金将在项目批复前或取消后拨入")
    case "movement_fund":
      say("a project would get money of another fund than its own", "项目将得到非其专项的资金")
    case "movement_enrolment":
      say("money would reach a household before its enrolment", "资金将在纳入之前拨到户")
    case "movement_reversal":
      say("a reversal would not match what it reverses", "冲销将与被冲销的记录不符")
    case "ladder":
      say("more money would go down than came in", "下拨的资金将超过拨入的资金")
    case "progress_enrolment":
      say("progress would stand before the household's enrolment", "进展记录将早于该户纳入日期")
    case "enrolment_year":
      say("a household would be enrolled twice in one year", "一户将在同一年度两次纳入")
    case "household_registered":
      say("facts would rest on a household that is not registered", "有记录所属的户将不在登记库中")
    case "staff_registered":
      say("facts would rest on a person in charge who is not registered", "有记录所属的责任人将不在登记库中")
    case "project_registered":
      say("facts would rest on a project that is not registered", "有记录所属的项目将不在登记库中")
    case "residence_region":
      say("a household would live in a place that is not registered", "有户所在地将不在登记库中")
    default: say("the rule ", "规则 ") + rule
    }
  }
}
