import Domain
import Register
import Reports

/// What `check` found, in words.
struct CheckWords {
  let console: Console

  /// Masked, whatever a number of the register or a name of a foreign table holds.
  func line(_ finding: CheckFinding) -> String {
    PersonalNumbers.masked(words(finding), in: .numbers)
  }

  private func words(_ finding: CheckFinding) -> String {
    switch finding {
    case .storage(let details): StorageWords(details, in: console.language).text
    case .reference(let table, let row, let target):
      say(
        "\(table) row \(row.map(String.init) ?? "?") refers to a row of \(target) that is not there",
        "\(table) 第 \(row.map(String.init) ?? "?") 行所指的 \(target) 不存在")
    case .mark(let name, let found, let expected):
      say("\(name) is \(found), not \(expected)", "\(name) 为 \(found)，应为 \(expected)")
    case .schema(let difference): RegisterWords(language: console.language).difference(difference)
    case .rule(_, let breach): broken(breach)
    case .moreBreaches(_, let count): say("\(count) more", "另有 \(count) 处")
    case .figure, .figuresAhead, .rung, .exceptionDays, .exceptionsAhead, .balance:
      derived(finding)
    case .closedFigures(let month):
      say(
        "what is stored of the close of \(month) is not what was closed",
        "\(month) 月结留存的内容与月结时不符")
    case .closeOrder(let month):
      say(
        "\(month) was closed out of order, or knows another entry than the one before its close",
        "\(month) 的月结次序不符，或所据的录入单不是其前一号")
    case .missingEntries, .moment, .unsealed, .link, .chain: entry(finding)
    case .part, .withdrawal: rows(finding)
    case .redaction(let number, let table, let row, let fault):
      switch fault {
      case .ofNobody:
        say(
          "redaction \(number) is of \(table) row \(row), which is no row about a person",
          "第 \(number) 号抹除所指的 \(table) 第 \(row) 行不是关于个人的记录")
      case .notEmptied:
        say(
          "redaction \(number) left something of the person in \(table) row \(row)",
          "第 \(number) 号抹除后，\(table) 第 \(row) 行仍留有个人信息")
      }
    }
  }

  private func broken(_ breach: Breach) -> String {
    let rules = RuleWords(language: console.language)
    let words = rules.breach(breach)
    return rules.with(breach.entries, words.isEmpty ? say("broken", "不符") : words)
  }

  private func derived(_ finding: CheckFinding) -> String {
    switch finding {
    case .figure(let year, let month, let village, let code, let figure, let kept, let counted):
      let name = HouseholdClass(rawValue: code)?.name ?? "none"
      let time = YearMonth(year: year, month: month)?.description ?? "\(year)-\(month)"
      let isCounty = RegionCode(village).map { $0.level <= .county } ?? false
      let place = isCounty ? say("county", "县") : say("village", "村")
      return say(
        "\(time) \(place) \(village) class \(name): \(figure.name) is kept as \(kept), the facts make \(counted)",
        "\(time) \(place) \(village) 户属性 \(name)：\(figure.name) 存为 \(kept)，按事实应为 \(counted)")
    case .figuresAhead(let year, let known, let last):
      return say(
        "the figures of \(year) claim to know entry \(known); the last is \(last)",
        "\(year) 年汇总数声称已知第 \(known) 号录入单，而最后一号是 \(last)")
    case .rung(let year, let month, let rung, let fund, let county):
      let time = YearMonth(year: year, month: month)?.description ?? "\(year)-\(month)"
      let name = Rung(rawValue: rung)?.name ?? String(rung)
      return say(
        "\(time) rung \(name), fund \(fund), county \(county): the money kept is not what the facts make",
        "\(time) 资金环节 \(name)、资金类别 \(fund)、县 \(county)：所存资金数与事实不符")
    case .exceptionDays(let kind, let household):
      return say(
        "household \(household): the days kept of the exception \(kind) are not those that the facts make",
        "户 \(household)：所存 \(kind) 例外的起止日与事实不符")
    case .exceptionsAhead(let known, let last):
      return say(
        "the kept days of exceptions claim to know entry \(known); the last is \(last)",
        "所存例外起止日声称已知第 \(known) 号录入单，而最后一号是 \(last)")
    case .balance(let name, let day, let kept, let counted):
      let rules = RuleWords(language: console.language)
      let account = name.map { rules.account($0) } ?? ""
      let date = written(day) ?? String(day)
      let right = Money(fen: counted).description
      guard let kept else {
        return say(
          "account \(account) keeps no balance on \(date); the movements make \(right)",
          "账户 \(account) 在 \(date) 没有余额记录，按流水应为 \(right)")
      }
      return say(
        "account \(account) keeps \(Money(fen: kept).description) on \(date); the movements make \(right)",
        "账户 \(account) 在 \(date) 的余额存为 \(Money(fen: kept).description)，按流水应为 \(right)")
    default: return ""
    }
  }

  private func entry(_ finding: CheckFinding) -> String {
    switch finding {
    case .missingEntries(let range):
      range.lowerBound == range.upperBound
        ? say("entry \(range.lowerBound) is missing", "缺少第 \(range.lowerBound) 号录入单")
        : say(
          "entries \(range.lowerBound) to \(range.upperBound) are missing",
          "缺少第 \(range.lowerBound) 至 \(range.upperBound) 号录入单")
    case .moment(let entry):
      say(
        "entry \(entry) is dated before the entry that it follows",
        "第 \(entry) 号录入单的时刻早于前一号")
    case .unsealed(let entry): say("entry \(entry) was never sealed", "第 \(entry) 号录入单未封存")
    case .link(let entry):
      say(
        "entry \(entry) does not follow from the hash of the entry before it",
        "第 \(entry) 号录入单与前一号的校验值不相连")
    case .chain(let entry, let isFirst):
      isFirst
        ? say(
          "entry \(entry) is the first whose hash does not match its header and facts",
          "第 \(entry) 号录入单是第一个校验值与内容不符的")
        : say(
          "the hash of entry \(entry) does not match its header and facts",
          "第 \(entry) 号录入单的校验值与内容不符")
    default: ""
    }
  }

  private func rows(_ finding: CheckFinding) -> String {
    switch finding {
    case .part(let table, let entry, let rows, let fault):
      let range =
        rows.lowerBound == rows.upperBound
        ? "\(rows.lowerBound)" : "\(rows.lowerBound)–\(rows.upperBound)"
      let place = say(
        "\(table) rows \(range), entry \(entry): ", "\(table) 第 \(range) 行，第 \(entry) 号录入单：")
      return place + part(fault)
    case .withdrawal(let table, let row, let entered, let withdrawn):
      return say(
        "\(table) row \(row) of entry \(entered) is marked as withdrawn by entry \(withdrawn)",
        "\(table) 第 \(row) 行（第 \(entered) 号录入单）标为由第 \(withdrawn) 号撤回")
    default: return ""
    }
  }

  private func part(_ fault: CheckFinding.PartFault) -> String {
    switch fault {
    case .rowsMissing: say("rows are missing", "有行缺失")
    case .otherEntry: say("the row says that another entry added it", "该行标明由另一录入单所加")
    case .unlisted: say("no entry claims the row", "没有录入单列有该行")
    case .overlap: say("two entries claim the rows", "两个录入单同时列有这些行")
    case .stray: say("the range makes no sense", "行号范围不成立")
    }
  }

  func summary(_ report: CheckReport) -> String {
    let entries = NumberText.grouped(report.entries)
    let rows = NumberText.grouped(report.rows)
    let whole = NumberText.counted(report.entries, "entry", "entries")
    let facts = NumberText.counted(report.rows, "fact", "facts")
    let hash = report.lastHash?.shortHexadecimal ?? "-"
    if report.findings.isEmpty {
      return say(
        "Nothing wrong: \(whole), \(facts), chain whole up to \(hash).",
        "没有问题：\(entries) 张录入单，\(rows) 条记录，链完整至 \(hash)。")
    }
    let count = NumberText.grouped(Int64(report.findings.count))
    return say(
      "\(count) found in \(whole) and \(facts).",
      "在 \(entries) 号录入单、\(rows) 条记录中发现 \(count) 个问题。")
  }

  /// `{"report":"check","entries","facts","hash","count","findings":[{"rule","message",…}]}`. What the database
  /// library says of damage to the file is in `details`.
  func json(_ report: CheckReport) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("report", "check")
      json.member("entries", report.entries)
      json.member("facts", report.rows)
      json.member("hash", report.lastHash?.hexadecimal)
      json.member("count", report.findings.count)
      json.memberArray("findings") { json in
        for finding in report.findings {
          json.object { json in
            json.member("rule", finding.rule)
            json.member("message", line(finding))
            if case .storage(let details) = finding {
              json.member("details", PersonalNumbers.masked(details, in: .numbers) as String)
            }
            json.member("entry", finding.entry)
            json.member("household_no", PersonalNumbers.masked(finding.household, in: .numbers))
            json.member("account", PersonalNumbers.masked(finding.account, in: .numbers))
          }
        }
      }
    }
    json.line()
    return json.bytes
  }

  private func say(_ english: String, _ chinese: String) -> String {
    console.say(english, chinese)
  }
}

extension CheckFinding {
  /// The entry it names, for programs.
  fileprivate var entry: Int64? {
    switch self {
    case .moment(let entry), .unsealed(let entry), .link(let entry), .chain(let entry, _),
      .part(_, let entry, _, _):
      entry
    case .missingEntries(let range): range.lowerBound
    case .withdrawal(_, _, _, let entry): entry
    case .rule(_, let breach): breach.entries.first
    default: nil
    }
  }

  fileprivate var household: String? {
    switch self {
    case .rule(_, let breach): breach.household
    case .exceptionDays(_, let household): household
    default: nil
    }
  }

  fileprivate var account: String? {
    let name: AccountName? =
      switch self {
      case .rule(_, let breach): breach.account
      case .balance(let account, _, _, _): account
      default: nil
      }
    return name.map { RuleWords(language: .english).account($0) }
  }
}
