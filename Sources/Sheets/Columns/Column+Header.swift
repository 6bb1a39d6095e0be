import Domain
import Intake

// What a column's header may say beside its name, from what its own description says.

extension Column {
  /// Whether its cells are amounts, counts, quantities or days: what is read wrongly is then a wrong figure.
  var isFigure: Bool {
    switch kind {
    case .money, .quantity, .percent, .wholeNumber, .day, .eventDay, .birthDate, .year: true
    default: name == "planned" || name == "actual"
    }
  }

  var isDay: Bool { kind == .day || kind == .eventDay || kind == .birthDate }

  /// Whether it holds what a quantity counts, so that a `unit` column says of what.
  var isQuantity: Bool { kind == .quantity || name == "planned" || name == "actual" }

  /// Whether 计划 beside its name says what it is anyhow.
  func isPlanned(in sheet: Sheet) -> Bool {
    sheet.name == Sheet.plans.name
      || ["planned", "proposed_on", "exit_on", "budget"].contains(name)
  }

  /// For one of what and for how long an amount of it may be, from its guidance: `元/人·年`.
  func amountTerms(in sheet: Sheet) -> (
    each: Set<HeaderTerms.Each>, periods: Set<HeaderTerms.Period>
  ) {
    var each: Set<HeaderTerms.Each> = []
    var periods: Set<HeaderTerms.Period> = sheet.index(of: "year") == nil ? [] : [.year]
    let words = guidance.chinese
    if words.contains("元/人") { each.insert(.person) }
    if words.contains("元/户") { each.insert(.household) }
    if words.contains("年") { periods.insert(.year) }
    if words.contains("元/月") { periods.insert(.month) }
    return (each, periods)
  }

  /// Its names and the parts of its guidance, folded: what a header may repeat.
  var ownWords: Set<String> {
    var words: Set<String> = []
    for text in [name, chinese] + (HeaderSpellings.byColumn[name] ?? []) {
      words.insert(HeaderWord.squeezed(text))
    }
    for text in [guidance.english, guidance.chinese] {
      for part in HeaderWord.phrases(in: text) { words.insert(HeaderWord.squeezed(part)) }
    }
    return words
  }
}
