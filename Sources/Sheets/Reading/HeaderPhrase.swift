import Domain
import Intake

/// What words beside a column's name mean for it.
enum HeaderPhrase: Equatable {
  case unit(MoneyUnit)
  /// What a quantity counts, as its main spelling.
  case measure(String)
  /// Says nothing that changes a cell's meaning.
  case explanation
  /// A unit, scale, period, currency, calendar or state of affairs that the column does not take.
  case notTaken
  case unknown

  init(_ phrase: String, of column: Column, in sheet: Sheet) {
    let word = HeaderWord.squeezed(phrase)
    self = HeaderPhrase.read(word, column, sheet, depth: 0)
    guard self == .unknown else { return }
    // `万元 必填`: words that blanks part are read one by one, where all of them are known.
    let parts = phrase.split(whereSeparator: \.isWhitespace).map {
      HeaderPhrase.read(String($0), column, sheet, depth: 0)
    }
    guard parts.count > 1 else { return }
    if parts.contains(.notTaken) {
      self = .notTaken
    } else if !parts.contains(.unknown) {
      let told = parts.filter { $0 != .explanation }
      self = told.count > 1 ? .notTaken : told.first ?? .explanation
    }
  }

  private static func read(
    _ word: String, _ column: Column, _ sheet: Sheet, depth: Int
  ) -> HeaderPhrase {
    if word.isEmpty { return .explanation }
    for mark in HeaderTerms.unitMarks where word.hasPrefix(mark) {
      let rest = String(word.dropFirst(mark.count).drop { ":：=-".contains($0) })
      if rest.isEmpty { return .explanation }
      let meaning = read(rest, column, sheet, depth: depth + 1)
      if meaning != .unknown { return meaning }
    }
    if HeaderTerms.plannedStates.contains(word), column.isPlanned(in: sheet) { return .explanation }
    if HeaderTerms.actualStates.contains(word) {
      return column.isPlanned(in: sheet) ? .notTaken : .explanation
    }
    let expression = HeaderExpression(word)
    if let expression, column.kind == .money {
      do throws(HeaderExpression.NotTaken) {
        return try expression.unit(of: column, in: sheet).map { .unit($0) } ?? .explanation
      } catch {
        return .notTaken
      }
    }
    if isOwn(word, column) || HeaderTerms.explanations.contains(word) || isListNumber(word) {
      return .explanation
    }
    if HeaderTerms.otherCalendars.contains(word) || HeaderTerms.otherStates.contains(word) {
      return .notTaken
    }
    if let expression { return read(expression, column) }
    if depth < 3 {
      for form in HeaderTerms.namings where isOf(form, word) {
        let inner = word.dropFirst(form.prefix.count).dropLast(form.suffix.count)
        let meaning = read(String(inner), column, sheet, depth: depth + 1)
        if meaning != .unknown, meaning != .explanation { return meaning }
      }
    }
    if HeaderTerms.explanationForms.contains(where: { isOf($0, word) }) { return .explanation }
    return .unknown
  }

  /// A unit over a column that is no amount of money.
  private static func read(_ expression: HeaderExpression, _ column: Column) -> HeaderPhrase {
    if column.isQuantity {
      guard !expression.isOfMoney, expression.scale == nil, expression.periods.isEmpty,
        let counted = expression.counted
      else { return .notTaken }
      return .measure(counted)
    }
    if column.isFigure {
      guard column.kind == .wholeNumber, !expression.isOfMoney, expression.scale == nil,
        expression.periods.isEmpty, let counted = expression.counted,
        HeaderTerms.people.contains(counted)
      else { return .notTaken }
      return .explanation
    }
    return expression.isOfMoney || expression.scale != nil ? .notTaken : .unknown
  }

  private static func isOf(_ form: (prefix: String, suffix: String), _ word: String) -> Bool {
    word.hasPrefix(form.prefix) && word.hasSuffix(form.suffix)
      && word.count > form.prefix.count + form.suffix.count
  }

  /// `1`, `十二`, `③`, and the formula of a column, `3=1+2`.
  static func isListNumber(_ word: String) -> Bool {
    if word.contains("="), word.allSatisfy({ "0123456789=+-×*/".contains($0) }) { return true }
    if word.unicodeScalars.allSatisfy({ (0x2460...0x24FF).contains($0.value) }) { return true }
    return word.count <= 2 && word.allSatisfy { "0123456789一二三四五六七八九十".contains($0) }
  }

  /// The column's name, guidance or form.
  private static func isOwn(_ word: String, _ column: Column) -> Bool {
    if column.ownWords.contains(word) { return true }
    if column.isDay { return isDayForm(word) }
    switch column.kind {
    case .percent:
      return ["%", "百分比", "百分数", "百分之", "0-100", "0~100", "0至100", "percent"].contains(word)
    case .year: return ["yyyy", "四位", "四位数字", "年", "年份", "公元"].contains(word)
    case .coded, .yesNo, .relation: return isChoice(word, column.kind)
    case .residentID, .phone, .account, .region, .identifier: return isLength(word)
    default: return false
    }
  }

  /// `yyyy-mm-dd`, `yyyy年mm月dd日`, `格式:2011-06-30`, `年月`.
  private static func isDayForm(_ word: String) -> Bool {
    var rest = Substring(word)
    for mark in ["日期格式", "格式", "format"] where rest.hasPrefix(mark) {
      rest = rest.dropFirst(mark.count).drop { ":：".contains($0) }
    }
    if rest.allSatisfy({ "ymd年月日/-. ".contains($0) }) {
      return rest.contains("y") && rest.contains("m") || rest.contains("年") && rest.contains("月")
    }
    let bytes = Array(rest.utf8)
    return (try? CalendarDate.read(bytes.span, serials: nil)) != nil
  }

  /// `男/女`, `1是0否` is none.
  private static func isChoice(_ word: String, _ kind: ColumnKind) -> Bool {
    word.split { "/或".contains($0) }.allSatisfy { part in
      let bytes = Array(part.utf8)
      switch kind {
      case .coded(let list):
        return list.words.contains { $0.name == part || $0.chinese == part }
          || list == .sex && Sex.read(bytes.span) != nil
      case .yesNo: return YesNo.read(bytes.span) != nil
      default: return Relation.read(bytes.span, list: nil) != nil
      }
    }
  }

  /// `18位`, `18位或15位`, `11位数字`.
  private static func isLength(_ word: String) -> Bool {
    word.split { "或/".contains($0) }.allSatisfy { part in
      let digits = part.prefix { "0123456789".contains($0) }
      return !digits.isEmpty && digits.count <= 2
        && ["位", "位数字", "位代码", "位号码", "位数", "digits", "characters"].contains(
          String(part.dropFirst(digits.count)))
    }
  }
}
