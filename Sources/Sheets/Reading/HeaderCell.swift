import Domain
import Intake

/// A cell of a header as a column of one sheet.
struct HeaderCell {
  let column: Int
  /// Whether it is the column's name and nothing beside it.
  let isPlain: Bool
  /// The unit of money it names; nil where it names none.
  private(set) var unit: MoneyUnit?
  /// What it says that a quantity counts; nil where it says nothing.
  private(set) var measure: String?
  /// What is said of it beside its column.
  private(set) var remarks: [Remark] = []

  enum Remark: Equatable {
    /// Words of a meaning that the column does not take.
    case notTaken(String)
    /// Words nobody knows, over figures.
    case unreadable(String)
    /// Words nobody knows, over anything else.
    case unknown(String)
    /// Two units in one header.
    case units(MoneyUnit, MoneyUnit)
  }

  /// Nil where it is no column of the sheet.
  init?(_ word: HeaderWord, in sheet: Sheet) {
    let spellings = HeaderWord.spellings(of: sheet)
    for reading in word.readings {
      guard let column = spellings[reading.name] else { continue }
      let meanings = reading.phrases.map {
        ($0, HeaderPhrase($0, of: sheet.columns[column], in: sheet))
      }
      if !reading.isMarked, !meanings.allSatisfy(HeaderCell.needsNoMark) { continue }
      self.init(column, meanings, isFigure: sheet.columns[column].isFigure)
      return
    }
    return nil
  }

  private init(_ column: Int, _ meanings: [(String, HeaderPhrase)], isFigure: Bool) {
    self.column = column
    isPlain = meanings.isEmpty
    for (phrase, meaning) in meanings {
      switch meaning {
      case .explanation: break
      case .unit(let unit):
        if let known = self.unit, known != unit { remarks.append(.units(known, unit)) }
        self.unit = unit
      case .measure(let measure):
        if let known = self.measure, known != measure { remarks.append(.notTaken(phrase)) }
        self.measure = measure
      case .notTaken: remarks.append(.notTaken(phrase))
      case .unknown: remarks.append(isFigure ? .unreadable(phrase) : .unknown(phrase))
      }
    }
  }

  /// Words that stand behind a name without a bracket are taken for words beside it only where it is plain
  /// what they are: `金额 万元` is, `name_en` is another column.
  private static func needsNoMark(_ phrase: String, _ meaning: HeaderPhrase) -> Bool {
    let word = HeaderWord.squeezed(phrase)
    switch meaning {
    case .unit, .measure: return true
    case .explanation: return !HeaderPhrase.isListNumber(word)
    case .notTaken:
      let expression = HeaderExpression(word)
      return HeaderTerms.otherCalendars.contains(word) || HeaderTerms.otherStates.contains(word)
        || expression.map { $0.isOfMoney || $0.scale != nil } ?? false
    case .unknown: return false
    }
  }

  /// Whether a file may have it as its only column of that name.
  var standsAlone: Bool {
    remarks.allSatisfy { if case .unknown = $0 { true } else { false } }
  }
}
