import Domain
import Register
import Reports

/// What an entry changes for households, in words and as JSON.
struct EffectText {
  let console: Console

  /// The most households that are named line by line; the others are counted.
  private static let mostLines = 12

  func lines(_ effect: EntryEffect) -> [String] {
    var lines = effect.households.prefix(EffectText.mostLines).map(line)
    let others = effect.households.count - lines.count + effect.others
    if others > 0 {
      lines.append(console.say("  and \(others) more households", "  另有 \(others) 户"))
    }
    let figures = figureWords(effect)
    if !figures.isEmpty {
      let month = YearMonth(containing: CalendarDate(dayNumber: effect.day))
      lines.append(
        console.say("  figures of \(month): ", "  \(month) 数字：")
          + figures.joined(separator: console.say(", ", "，")))
    }
    return lines
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
  private func figureWords(_ effect: EntryEffect) -> [String] {
    Figure.allCases.compactMap { figure in
      let more = effect.figures[figure]
      guard more != 0 else { return nil }
      let isMoney = figure == .allocatedFen || figure == .paidFen
      let amount = isMoney ? Money(fen: more).description : String(more)
      let name =
        isMoney
        ? figure == .allocatedFen
          ? console.say("yuan allocated", "安排资金（元）") : console.say("yuan paid", "拨付资金（元）")
        : console.say(
          figure.name.replacing("_", with: " "), MonthlyColumn.chineseTitle(of: figure))
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
    json.memberObject("figures") { json in
      for figure in Figure.allCases where effect.figures[figure] != 0 {
        json.member(figure.name, effect.figures[figure])
      }
    }
  }
}
