import Domain
import Register
import Reports

/// What an entry changes for households, in words and as JSON.
struct EffectText {
  let console: Console

  /// The most households that are named line by line; the others are counted.
  private static let mostLines = 12

  func lines(_ effect: EntryEffect) -> [String] {
    var lines = headLines(effect)
    let told = effect.households.prefix(EffectText.mostLines).map(line)
    lines += told
    let others = effect.households.count - told.count + effect.others
    if others > 0 { lines.append(more(others)) }
    let figures = figureWords(effect.figures)
    let month = YearMonth(containing: CalendarDate(dayNumber: effect.day))
    if !figures.isEmpty {
      lines.append(
        console.say("  figures of \(month): ", "  \(month) 数字：")
          + figures.joined(separator: console.say(", ", "，")))
    }
    for shift in effect.shifts { lines += shiftLines(shift, of: month) }
    return lines
  }

  private func more(_ households: Int) -> String {
    "  "
      + console.say("and ", "另有 ")
      + console.count(households, "more household", "more households", "户")
  }

  /// Who is head by the act, or that nobody is.
  private func headLines(_ effect: EntryEffect) -> [String] {
    var lines = effect.heads.prefix(EffectText.mostLines).map { change -> String in
      let household = PersonalNumbers.masked(change.household, in: .numbers)
      guard let head = change.head else {
        let day = CalendarDate(dayNumber: change.day)
        return console.say(
          "  on \(day) nobody is head of \(household) any more",
          "  \(day) \(household) 已无户主")
      }
      let name = EffectText.name(of: head)
      guard let since = written(head.since) else {
        return console.say("  \(name) is head of \(household)", "  \(household) 的户主为 \(name)")
      }
      return console.say(
        "  \(name) is head of \(household) from \(since)",
        "  自 \(since) 起 \(household) 的户主为 \(name)")
    }
    let others = effect.heads.count - lines.count
    if others > 0 { lines.append(more(others)) }
    return lines
  }

  /// As every message names a person.
  private static func name(of head: EntryEffect.Head) -> String {
    PersonalNumbers.masked(head.name ?? head.residentID?.masked ?? "")
  }

  /// What goes from one place or class to another, a line for each.
  private func shiftLines(_ shift: EntryEffect.Shift, of month: YearMonth) -> [String] {
    let title = console.say(
      "  figures of \(month) go from one \(shift.grouping.rawValue) to another:",
      "  \(month) 数字在不同\(shift.grouping.chinese)之间转移：")
    var lines = [title]
    for row in shift.rows {
      let isLosing = Figure.allCases.contains { row.figures[$0] < 0 }
      let isGaining = Figure.allCases.contains { row.figures[$0] > 0 }
      var side = ""
      if !isGaining { side = console.say("from ", "转出 ") }
      if !isLosing { side = console.say("to ", "转入 ") }
      let figures = figureWords(row.figures).joined(separator: console.say(", ", "，"))
      lines.append("    \(side)\(place(row.subject))" + console.say(": ", "：") + figures)
    }
    return lines
  }

  private func place(_ subject: MonthlyAnswer.Subject) -> String {
    switch subject {
    case .place(let code, let region): region.map { console.named($0) } ?? code.description
    case .householdClass(let value):
      Vocabulary.classes.word(for: value?.name ?? "none", in: console.language.ofReports)
    case .area(let value):
      Vocabulary.areas.word(for: value?.name ?? "none", in: console.language.ofReports)
    }
  }

  private func line(_ household: EntryEffect.Household) -> String {
    var parts: [String] = []
    if !household.wasEnrolled { parts.append(console.say("enrolled", "纳入")) }
    if !household.isEnrolled { parts.append(console.say("no longer enrolled", "不再纳入")) }
    parts += household.gained.map { "+" + word($0) }
    parts += household.lost.map { "−" + word($0) }
    switch (household.fulfilledBefore, household.fulfilledAfter) {
    case (nil, let after?):
      parts.append(
        console.say("fulfilled on \(written(after) ?? "")", "于 \(written(after) ?? "") 六到齐全"))
    case (let before?, nil):
      parts.append(
        console.say(
          "no longer fulfilled (was \(written(before) ?? ""))",
          "不再六到齐全（原为 \(written(before) ?? "")）"))
    case (let before?, let after?) where before != after:
      parts.append(
        console.say(
          "fulfilled on \(written(after) ?? "") instead of \(written(before) ?? "")",
          "六到齐全日由 \(written(before) ?? "") 改为 \(written(after) ?? "")"))
    default: break
    }
    let number = EffectText.number(of: household)
    return "  " + number + console.say(": ", "：") + parts.joined(separator: console.say(", ", "，"))
  }

  private static func number(of household: EntryEffect.Household) -> String {
    PersonalNumbers.masked(household.number, in: .numbers)
  }

  private func word(_ point: Point) -> String { console.say(point.name, point.chinese) }

  /// The figures that move, each with its sign; money in yuan.
  private func figureWords(_ figures: MonthlyFigures) -> [String] {
    Figure.allCases.compactMap { figure in
      let more = figures[figure]
      guard more != 0 else { return nil }
      let isMoney = figure == .allocatedFen || figure == .paidFen
      let amount = isMoney ? Money(fen: more).description : String(more)
      var counted = figure.name.replacing("_", with: " ")
      if more.magnitude == 1 {
        counted = counted.replacing("households", with: "household")
          .replacing("persons", with: "person")
      }
      let name =
        isMoney
        ? figure == .allocatedFen
          ? console.say("yuan allocated", "安排资金（元）") : console.say("yuan paid", "拨付资金（元）")
        : console.say(counted, MonthlyColumn.chineseTitle(of: figure))
      return (more > 0 ? "+" : "") + amount + " " + name
    }
  }

  /// The members of the object `effect`.
  static func write(_ effect: EntryEffect, to json: inout JSONText) {
    json.member("on", CalendarDate(dayNumber: effect.day).description)
    json.memberArray("households") { json in
      for household in effect.households {
        json.object { json in
          json.member(
            "household_no", number(of: household))
          json.member("enrolled", household.isEnrolled)
          json.memberArray("gained") { json in
            for point in household.gained { json.string(point.name) }
          }
          json.memberArray("lost") { json in
            for point in household.lost { json.string(point.name) }
          }
          json.member("fulfilled_before", household.fulfilledBefore.flatMap(written))
          json.member("fulfilled_after", household.fulfilledAfter.flatMap(written))
        }
      }
    }
    json.member("other_households", effect.others)
    write(effect.figures, to: &json)
    json.memberArray("heads") { json in
      for change in effect.heads {
        let household: String = PersonalNumbers.masked(change.household, in: .numbers)
        json.object { json in
          json.member("household_no", household)
          json.member("on", CalendarDate(dayNumber: change.day).description)
          json.member("head", change.head.map { name(of: $0) })
          json.member("since", change.head.flatMap { written($0.since) })
        }
      }
    }
    json.memberArray("shifts") { json in
      for shift in effect.shifts { write(shift, to: &json) }
    }
  }

  private static func write(_ figures: MonthlyFigures, to json: inout JSONText) {
    json.memberObject("figures") { json in
      for figure in Figure.allCases where figures[figure] != 0 {
        json.member(figure.name, figures[figure])
      }
    }
  }

  private static func write(_ shift: EntryEffect.Shift, to json: inout JSONText) {
    json.object { json in
      json.member("by", shift.grouping.rawValue)
      json.memberArray("rows") { json in
        for row in shift.rows {
          json.object { json in
            json.member("code", code(of: row.subject))
            write(row.figures, to: &json)
          }
        }
      }
    }
  }

  private static func code(of subject: MonthlyAnswer.Subject) -> String {
    switch subject {
    case .place(let code, _): code.description
    case .householdClass(let value): value?.name ?? "none"
    case .area(let value): value?.name ?? "none"
    }
  }
}
