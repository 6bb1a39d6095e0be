import Domain
import Register

/// The register's own rules and their breaches, in words: one home for a refusal and for `check`.
struct RuleWords {
  let language: Language

  /// What an entry would do that a rule of m0003 forbids, or somebody tried that a guard of m0002 does; nil
  /// for a name that is neither's.
  func refused(_ rule: String) -> String? {
    people(rule) ?? work(rule) ?? money(rule) ?? guarded(rule)
  }

  /// One breach: who, on which day, by how much. Empty where nothing is known.
  func breach(_ breach: Breach) -> String {
    var parts: [String] = []
    if let event = breach.event { return eventWords(event, breach) }
    if let household = breach.household { parts.append(say("household ", "户 ") + household) }
    if let other = breach.otherHousehold { parts.append(say("household ", "户 ") + other) }
    if let project = breach.project { parts.append(say("project ", "项目 ") + project) }
    if let staff = breach.staff { parts.append(say("staff ", "责任人 ") + staff) }
    if let name = breach.account { parts.append(account(name)) }
    if let day = breach.day, let date = written(day) { parts.append(say("on ", "") + date) }
    if let fen = breach.fen {
      parts.append(say("balance ", "余额 ") + Money(fen: fen).description + say(" yuan", " 元"))
    }
    return parts.joined(separator: " ")
  }

  /// `batch B1 (central), project P7, household 4331…`.
  func account(_ name: AccountName) -> String {
    let source = name.source.map { say($0.name, $0.chinese) }
    let parts = [
      say("batch ", "批次 ") + name.batch + (source.map { say(" (\($0))", "（\($0)）") } ?? ""),
      name.county.map { say("county ", "县 ") + String($0) },
      name.project.map { say("project ", "项目 ") + $0 },
      name.household.map { say("household ", "户 ") + $0 },
      name.payee.map { say("payee ", "收款方 ") + PersonalNumbers.masked($0) },
      name.isPaid ? say("paid", "已拨付") : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: say(", ", "，"))
  }

  /// `merge of 2011-06-01 of household B into household D`.
  private func eventWords(_ event: HouseholdEventKind, _ breach: Breach) -> String {
    let day = breach.day.flatMap(written) ?? ""
    let other = breach.otherHousehold
    return say(
      "\(event.name) of \(day), household \(breach.household ?? "")"
        + (other.map { ", with household \($0)" } ?? ""),
      "户 \(breach.household ?? "") \(day) 的\(event.chinese)" + (other.map { "（户 \($0)）" } ?? ""))
  }

  /// `entry 7`, `entries 7, 9`: at most ten.
  func entries(_ numbers: [Int64]) -> String {
    let shown = numbers.prefix(10).map(String.init)
    let more = numbers.count > shown.count ? say(", …", "等") : ""
    return numbers.count == 1
      ? say("entry ", "第 ") + shown.joined() + say("", " 号录入单")
      : say("entries ", "第 ") + shown.joined(separator: say(", ", "、")) + more + say("", " 号录入单")
  }

  /// Text, and the entries behind it in brackets.
  func with(_ numbers: [Int64], _ text: String) -> String {
    numbers.isEmpty
      ? text : text + say(" (", "（") + entries(Set(numbers).sorted()) + say(")", "）")
  }

  private func people(_ rule: String) -> String? {
    switch rule {
    case "member_overlap":
      say("one person would be in two households at a time", "同一人将同时属于两户")
    case "member_period":
      say("two periods of one member would overlap", "同一成员的两段在户时间将重叠")
    case "head":
      say("a household with members would have no head, or two", "有成员的户将没有户主或有两个户主")
    case "household_ended":
      say(
        "somebody would live, or something happen, in a household after its end", "户在销户之后还将有成员或变动")
    case "end_enrolment":
      say("a household would end before its first enrolment", "户的销户日期将早于首次纳入日期")
    case "split_begins":
      say("a household that a split made would have begun before that split", "分户新立的户将早于该次分户之日")
    case "given_members":
      say(
        "the members of the day of a split, merge or end that stands would be others; withdraw that event first",
        "仍有效的分户、并户或销户当日的成员将被改变，请先撤回该变动")
    case "household_registered":
      say("facts would rest on a household that is not registered", "有记录所属的户将不在登记库中")
    case "residence_region":
      say("a household would live in a place that is not registered", "有户所在地将不在登记库中")
    case "enrolment_year":
      say("an enrolment's year would not be that of its day", "纳入年度将与纳入日期不符")
    default: nil
    }
  }

  private func work(_ rule: String) -> String? {
    switch rule {
    case "assignment_overlap":
      say("two people would hold one role of a household at a time", "一户的同一责任将同时落实给两人")
    case "project_household_overlap":
      say("a household would be linked to a project twice at a time", "一户将在同一时间两次列入同一项目")
    case "project_step_order":
      say("a project's steps would be skipped or out of order", "项目步骤将缺漏或次序颠倒")
    case "progress_enrolment":
      say("progress would stand before the household's enrolment", "进展记录将早于该户纳入日期")
    case "staff_registered":
      say("facts would rest on a person in charge who is not registered", "有记录所属的责任人将不在登记库中")
    case "project_registered":
      say("facts would rest on a project that is not registered", "有记录所属的项目将不在登记库中")
    case "inspection_registered":
      say("facts would rest on an inspection that is not registered", "有记录所属的检查将不在登记库中")
    default: nil
    }
  }

  private func money(_ rule: String) -> String? {
    switch rule {
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
    case "movement_rung":
      say(
        "money would pass over a rung of the ladder, or leave its batch, project or household",
        "资金将越级拨付，或离开所属批次、项目或户")
    case "pay_list_registered":
      say("a row would stand of a pay list that is not registered", "有发放清单行所属的清单将不在登记库中")
    case "bank_return":
      say(
        "an answer of the bank would stand without the pay list's row, or without the payment, that it is about",
        "银行回单将缺少所对应的清单行或拨付记录")
    case "ladder":
      say("more money would go down than came in", "下拨的资金将超过拨入的资金")
    default: nil
    }
  }

  /// What the file refuses whoever writes to it: the program never tries, so this reports a fault in
  /// it, or of another program's writing.
  private func guarded(_ rule: String) -> String? {
    switch rule {
    case "entry_number": say("entries are numbered without a gap", "录入单编号必须连续")
    case "entry_open":
      say("facts enter with the open entry and no other", "记录只能随未封存的录入单录入")
    case "entry_chain":
      say("an entry would not follow from the one before it", "录入单将与前一号不相连")
    case "entry_moment":
      say("an entry would be dated before the one before it", "录入单的时刻将早于前一号")
    case "entry_stays": say("no entry is deleted", "录入单不可删除")
    case "entry_fixed": say("a sealed entry does not change", "封存的录入单不可更改")
    case "entry_part":
      say("an entry would not mention every row that it added", "录入单将漏列其新增的行")
    case "fact_fixed":
      say("a fact does not change; a correction adds another", "记录不可更改，更正须另加记录")
    case "fact_stays": say("no fact is deleted", "记录不可删除")
    case "withdrawn_once":
      say("a fact is withdrawn once, by the open entry", "记录只能由未封存的录入单撤回一次")
    case "redaction":
      say("only a row about a person, and one that is there, can be redacted", "只有登记库中关于个人的记录可以抹除")
    default: nil
    }
  }

  private func say(_ english: String, _ chinese: String) -> String {
    language == .chinese ? chinese : english
  }
}
