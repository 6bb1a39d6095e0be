import Domain
import Intake

/// A unit as a header or a title writes it: `万元`, `元/人·年`, `万只`, `10,000 yuan`, `美元`.
struct HeaderExpression: Equatable {
  var money: MoneyUnit?
  var isOtherMoney = false
  var isOtherCurrency = false
  var isRenminbi = false
  /// A scale without a unit of money: the unit it would be over an amount, nil where there is none.
  var scale: MoneyUnit??
  var each: Set<HeaderTerms.Each> = []
  var periods: Set<HeaderTerms.Period> = []
  var measures: [String] = []

  /// Nil where the words are anything but a unit. Blanks in it are passed over.
  init?(_ text: String) {
    var rest = Substring(HeaderWord.squeezed(text))
    guard !rest.isEmpty else { return nil }
    var isEmpty = true
    while !rest.isEmpty {
      guard let (term, length) = HeaderExpression.term(at: rest) else { return nil }
      rest = rest.dropFirst(length)
      if case .connector = term { continue }
      isEmpty = false
      guard take(term) else { return nil }
    }
    if isEmpty { return nil }
  }

  /// The longest term that the text begins with.
  private static func term(at text: Substring) -> (HeaderTerms.Term, Int)? {
    for length in stride(from: min(HeaderTerms.longestTerm, text.count), to: 0, by: -1) {
      if let term = HeaderTerms.terms[String(text.prefix(length))] { return (term, length) }
    }
    return nil
  }

  private mutating func take(_ term: HeaderTerms.Term) -> Bool {
    switch term {
    case .money(let unit):
      guard money == nil else { return false }
      money = unit
    case .otherMoney: isOtherMoney = true
    case .otherCurrency: isOtherCurrency = true
    case .renminbi: isRenminbi = true
    case .scale(let unit):
      guard scale == nil else { return false }
      scale = .some(unit)
    case .each(let each): self.each.insert(each)
    case .period(let period): periods.insert(period)
    case .measure(let measure): measures.append(measure)
    case .connector: break
    }
    return true
  }

  /// Whether it speaks of money.
  var isOfMoney: Bool { money != nil || isOtherMoney || isOtherCurrency || isRenminbi }

  /// What it counts: the one measure, a person or a household.
  var counted: String? {
    let words = measures + each.map { $0 == .person ? "人" : "户" }
    return words.count == 1 ? words[0] : nil
  }

  /// The unit it gives an amount: nil where it gives none; throws where no such amount is taken.
  func unit(of column: Column, in sheet: Sheet) throws(NotTaken) -> MoneyUnit? {
    let terms = column.amountTerms(in: sheet)
    guard !isOtherMoney, !isOtherCurrency, measures.isEmpty, each.isSubset(of: terms.each),
      periods.isSubset(of: terms.periods)
    else { throw NotTaken() }
    guard let scale else { return money }
    // 万 alone, or with 人民币, is ten thousand yuan; 百万元 would have been read as one word.
    guard money == nil || money == .yuan, let unit = scale else { throw NotTaken() }
    return unit
  }

  struct NotTaken: Error {}
}
