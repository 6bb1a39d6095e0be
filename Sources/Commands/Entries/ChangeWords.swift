import Domain
import Register
import Reports

// What an entry changed in a household, in words: one line a fact.

struct ChangeWords {
  let language: ReportLanguage
  let places: RegionTree
  let console: Console

  init(_ places: RegionTree, _ console: Console) {
    language = console.language.ofReports
    self.places = places
    self.console = console
  }

  /// `+ member 吴香梅, spouse, from 2011-03-01`; what was taken back begins with `-`.
  func line(_ change: HouseholdChange) -> String {
    (change.isAdded ? "+ " : "- ") + words(change)
  }

  /// The fact, its parts separated by commas.
  func words(_ change: HouseholdChange) -> String {
    let parts = [name(change) + details(change).map { " " + $0 }.joined(separator: separator)]
    return (parts + days(change)).joined(separator: separator)
  }

  private var separator: String { console.say(",", "，") }

  private func name(_ change: HouseholdChange) -> String {
    if change.table == "movement" {
      return change.code == 3 ? console.say("allocation", "资金安排") : console.say("payment", "资金拨付")
    }
    return (Self.names[change.table] ?? Phrase(change.table, change.table))[language]
  }

  private static let names: [String: Phrase] = [
    "residence": Phrase("village", "住址"), "household_class": Phrase("class", "户属性"),
    "circumstance": Phrase("circumstances", "基本情况"), "enrolment": Phrase("enrolled", "纳入年度"),
    "member": Phrase("member", "成员"), "headship": Phrase("head", "户主"),
    "household_end": Phrase("ended", "销户"), "household_event": Phrase("event", "变动"),
    "plan": Phrase("plan", "规划"), "assignment": Phrase("responsible", "责任"),
    "project_household": Phrase("in project", "列入项目"), "project_step": Phrase("project", "项目"),
    "pay_list_row": Phrase("on pay list", "列入代发清单"),
    "bank_return": Phrase("bank's answer to list", "银行代发反馈，清单"),
    "income": Phrase("income of", "收入"), "progress": Phrase("progress", "进展"),
    "inspection_household": Phrase("drawn for inspection", "抽查"),
    "finding": Phrase("finding", "检查问题"),
  ]

  /// What the fact says beside its days.
  private func details(_ change: HouseholdChange) -> [String] {
    let text = PersonalNumbers.masked(change.text)
    let other = PersonalNumbers.masked(change.other, in: .numbers)
    let parts: [String?] =
      switch change.table {
      case "residence": [change.code.flatMap { RegionCode($0) }.map(place)]
      case "household_class": [coded(change, HouseholdClass.self, .classes), text]
      case "circumstance":
        [
          text, change.code.map { console.say("size \($0)", "人口\($0)") },
          change.fen.map { console.say("\(yuan($0)) yuan a person", "人均\(yuan($0))元") },
        ]
      case "member":
        [
          text,
          change.code.flatMap { Relation(code: Int($0)) }.map {
            Vocabulary.relations.word(for: $0.written, in: language)
          },
        ]
      case "household_end": [text, other.map { console.say("into \($0)", "并入\($0)") }]
      case "household_event": [coded(change, HouseholdEventKind.self, .events), text, other]
      case "plan":
        [text, change.fen.map { console.say("goal \(yuan($0)) yuan", "目标\(yuan($0))元") }]
      case "assignment": [coded(change, Role.self, .roles), text]
      case "project_step": [text, coded(change, ProjectStep.self, .projectStates)]
      case "movement":
        [
          change.fen.map { console.say("\(yuan($0)) yuan", "\(yuan($0))元") },
          PersonalNumbers.masked(change.text, in: .numbers), other,
        ]
      case "pay_list_row":
        [
          PersonalNumbers.masked(change.text, in: .numbers),
          change.fen.map { console.say("\(yuan($0)) yuan", "\(yuan($0))元") }, other,
        ]
      case "bank_return": answer(change)
      case "enrolment": [change.code.map { String($0) }]
      case "income":
        [
          change.code.map { String($0) },
          change.fen.map { console.say("\(yuan($0)) yuan", "\(yuan($0))元") },
        ]
      case "progress": [coded(change, ProgressKind.self, .progressKinds), text, other]
      case "finding":
        [other, text, change.code == 1 ? console.say("settled", "已整改") : nil]
      default: [text]
      }
    return parts.compactMap { $0 }
  }

  /// `L1, 300.00 yuan, failed, 账号不存在`; where it was paid, the voucher in place of the reason.
  private func answer(_ change: HouseholdChange) -> [String?] {
    let isPaid = change.code == 1
    return [
      PersonalNumbers.masked(change.text, in: .numbers),
      change.fen.map { console.say("\(yuan($0)) yuan", "\(yuan($0))元") },
      isPaid ? console.say("paid", "已发放") : console.say("failed", "发放失败"),
      isPaid
        ? PersonalNumbers.masked(change.other, in: .numbers) : PersonalNumbers.masked(change.other),
    ]
  }

  /// Facts of one day; all others hold from a day.
  private static let happenings: Set<String> = [
    "movement", "pay_list_row", "bank_return", "progress", "project_step", "household_event",
    "enrolment", "household_end",
  ]

  private func days(_ change: HouseholdChange) -> [String] {
    let since = change.since.flatMap(written)
    let until = change.until.flatMap(written)
    let isDay = Self.happenings.contains(change.table)
    return [
      since.map {
        isDay ? console.say(" on \($0)", "\($0)") : console.say(" from \($0)", "自\($0)")
      },
      until.map {
        change.table == "finding"
          ? console.say(" due \($0)", "限\($0)") : console.say(" until \($0)", "至\($0)")
      },
    ].compactMap { $0 }
  }

  private func coded<Value: CodedValue>(
    _ change: HouseholdChange, _ type: Value.Type, _ words: Vocabulary
  ) -> String? {
    change.code.flatMap { Value(rawValue: Int($0)) }.map { words.word(for: $0.name, in: language) }
  }

  private func place(_ code: RegionCode) -> String {
    places[code].map(console.name) ?? code.description
  }

  private func yuan(_ fen: Int64) -> String { NumberText.yuan(fen: fen, grouped: true) }

  func write(_ change: HouseholdChange, to json: inout JSONText) {
    json.object { json in
      json.member("change", change.isAdded ? "added" : "withdrawn")
      json.member("fact", change.table)
      json.member("since", change.since.flatMap(written))
      json.member("until", change.until.flatMap(written))
      json.member("amount_fen", change.fen)
      json.member("words", words(change))
    }
  }
}
