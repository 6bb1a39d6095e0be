import Domain
import Register
import Reports

/// What `close` says of the month it closed: a sentence, the figures at the head, and what to beware of.
struct CloseReceipt {
  struct Warning {
    let rule: String
    let message: String
    /// The codes of the places that it is about.
    let places: [String]
  }

  private let outcome: CloseOutcome
  private let console: Console
  private let total: MonthlyRow

  init(_ outcome: CloseOutcome, _ console: Console) {
    self.outcome = outcome
    self.console = console
    total = MonthlyRow(
      code: "total", name: MonthlyReport.totalName[console.language.ofReports],
      figures: outcome.file.total,
      targetPersons: outcome.file.quota?.persons, pacePersons: outcome.file.quota?.pace)
  }

  var lines: [String] { [opening, supported, work] }

  private var opening: String {
    let (month, known) = (outcome.month, outcome.file.known.entry)
    guard let entry = outcome.entry else {
      return console.say(
        "\(month) can be closed as known at entry \(known); nothing was written.",
        "\(month) 可以按第 \(known) 号录入单所知月结；未作改动。")
    }
    let hash = outcome.hash.map { " (\($0.hexadecimal.prefix(12)))" } ?? ""
    return console.say(
      "\(month) is closed by entry \(entry)\(hash), as known at entry \(known).",
      "\(month) 已由第 \(entry) 号录入单月结\(hash)，按第 \(known) 号录入单所知。")
  }

  private var supported: String {
    let number = NumberText.grouped(total[.personsSupported])
    let persons = NumberText.persons(total[.personsSupported])
    guard let target = total.targetPersons else {
      return console.say("\(persons) supported; no target.", "已扶持\(number)人，未下达目标任务。")
    }
    let aim = NumberText.grouped(target)
    var words = console.say(
      "\(persons) supported of a target of \(aim)", "已扶持\(number)人，目标任务\(aim)人")
    if let share = total.percentTenths {
      let percent = NumberText.decimal(share, places: 1, grouped: true)
      words += console.say(": \(percent) %", "，完成\(percent)%")
    }
    if let gap = total.paceGapPersons {
      let count = NumberText.grouped(Int64(clamping: gap.magnitude))
      words +=
        gap < 0
        ? console.say(", \(count) behind the pace", "，比进度落后\(count)人")
        : console.say(", \(count) ahead of the pace", "，比进度超前\(count)人")
    }
    return words + console.say(".", "。")
  }

  private var work: String {
    func count(_ figure: Figure) -> String { NumberText.grouped(total[figure]) }
    return console.say(
      "Households: \(count(.householdsEnrolled)) enrolled, \(count(.householdsFulfilled)) fulfilled, \(count(.householdsLapsed)) lapsed, \(count(.householdsPaid)) paid.",
      "户数：纳入\(count(.householdsEnrolled))，六到\(count(.householdsFulfilled))，脱落\(count(.householdsLapsed))，拨付\(count(.householdsPaid))。"
    )
  }

  // MARK: What to beware of

  var warnings: [Warning] { silence + outcome.quotaGaps.map(warning) }

  private static let mostNamed = 5

  private var silence: [Warning] {
    let silent = outcome.file.silent
    guard !silent.isEmpty else { return [] }
    // Forty names on a line are read by nobody; `report submissions` names all.
    let first = silent.prefix(Self.mostNamed).map { name($0.code, $0.region) }
    var names = first.joined(separator: console.say(", ", "、"))
    let more = silent.count - first.count
    if more > 0 { names += console.say(" and \(more) more", " 等") }
    return [
      Warning(
        rule: "silent_counties",
        message: console.say(
          "no sheets for \(outcome.month) came from \(silent.count) of the counties: \(names)",
          "\(silent.count) 个县没有报送 \(outcome.month) 的表格：\(names)"),
        places: silent.map(\.code.description))
    ]
  }

  private func warning(_ gap: QuotaGap) -> Warning {
    let place = name(gap.code, gap.region)
    let (own, parts) = (NumberText.grouped(gap.persons), NumberText.grouped(gap.parts))
    let level = console.say(gap.level.name, gap.level.chinese)
    return Warning(
      rule: "quota_sum",
      message: console.say(
        "the quota of \(place) is \(own) persons; those of level \(level) in it add up to \(parts)",
        "\(place)的任务数为 \(own) 人，其下\(level)级任务数合计 \(parts) 人"),
      places: [gap.code.description])
  }

  private func name(_ code: RegionCode, _ region: Region?) -> String {
    region.map { "\(code) \(console.name(of: $0))" } ?? code.description
  }

  // MARK: JSON

  /// The keys of every command that writes, then the close's own.
  func json() -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.member("entry", outcome.entry)
      json.member("hash", outcome.hash?.hexadecimal)
      json.memberNull("sheet")
      json.member("created", outcome.entry == nil ? 0 : 1)
      json.member("changed", 0)
      json.member("unchanged", 0)
      json.memberArray("warnings") { json in
        for warning in warnings {
          json.object { json in
            json.member("rule", warning.rule)
            json.member("message", warning.message)
            json.memberArray("places") { json in
              for place in warning.places { json.string(place) }
            }
          }
        }
      }
      json.memberArray("closed_months") { _ in }
      json.member("month", outcome.month.description)
      KnownEntry(outcome.file.known, outcome.file.hash).write(into: &json)
      json.key("total")
      ReportColumn.writeObject(MonthlyColumn.columns, of: total, into: &json)
    }
    json.line()
    return json.takeBytes()
  }
}
