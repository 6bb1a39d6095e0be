import CSV
import Domain
import Intake

// A unit stands in a column's own header, in a title (单位：万元), in a group above some of the columns, or in
// a row below the header. All that speak of a column must say the same.

/// What a row beside the header says of units and calendars.
struct UnitStatement {
  let line: Int
  /// As written.
  let text: String
  let expression: HeaderExpression?
  let isOtherCalendar: Bool
  /// The cells of the header that it stands over; nil: all.
  let cells: Range<Int>?

  private init?(_ phrase: String, _ text: String, line: Int, over cells: Range<Int>?) {
    expression = HeaderExpression(phrase)
    isOtherCalendar = HeaderTerms.otherCalendars.contains(HeaderWord.squeezed(phrase))
    guard isOtherCalendar || expression.map({ $0.isOfMoney || $0.scale != nil }) ?? false else {
      return nil
    }
    self.line = line
    self.text = text
    self.cells = cells
  }

  /// What a title says behind 单位, or in brackets; and what a group right above the header says over its
  /// columns, up to the next group. Over a cell that the header leaves empty it is of that column alone.
  static func above(_ row: HeaderRow, header: HeaderRow, isNext: Bool) -> [UnitStatement] {
    let filled = row.texts.indices.filter { !HeaderRow.isBlank(row.texts[$0]) }
    let isTitle = filled.count == 1 && (!isNext || filled[0] == 0)
    var statements: [UnitStatement] = []
    for (place, cell) in filled.enumerated() {
      let text = row.texts[cell]
      guard text.utf8.count <= longest else { continue }
      var end = place + 1 < filled.count ? filled[place + 1] : row.texts.count
      if cell >= header.texts.count || HeaderRow.isBlank(header.texts[cell]) { end = cell + 1 }
      let marked = markedPhrases(in: text)
      for phrase in marked { statements += of(phrase, text, row.line, nil) }
      if marked.isEmpty {
        for phrase in HeaderWord.phrases(in: text) {
          statements += of(phrase, text, row.line, isTitle ? nil : cell..<end)
        }
      }
    }
    return statements
  }

  /// What a row says right below the header; nil where it is no row of units.
  static func below(_ row: HeaderRow) -> [UnitStatement]? {
    var statements: [UnitStatement] = []
    for (cell, text) in row.texts.enumerated() where !HeaderRow.isBlank(text) {
      let marked = markedPhrases(in: text)
      if !marked.isEmpty {
        for phrase in marked { statements += of(phrase, text, row.line, nil) }
        continue
      }
      let phrases = HeaderWord.phrases(in: text)
      guard
        phrases.allSatisfy({
          HeaderExpression($0) != nil || HeaderTerms.explanations.contains(HeaderWord.squeezed($0))
            || HeaderTerms.otherCalendars.contains(HeaderWord.squeezed($0))
        })
      else { return nil }
      for phrase in phrases { statements += of(phrase, text, row.line, cell..<(cell + 1)) }
    }
    return statements
  }

  /// What a row that holds no data says behind 单位, wherever it stands in the file.
  static func marked(_ record: borrowing Record) -> [UnitStatement] {
    var statements: [UnitStatement] = []
    for cell in 0..<record.count where !record.isEmpty(cell) && record.range(cell).count <= longest
    {
      let text = record.text(cell)
      for phrase in markedPhrases(in: text) { statements += of(phrase, text, record.line, nil) }
    }
    return statements
  }

  private static func of(
    _ phrase: String, _ text: String, _ line: Int, _ cells: Range<Int>?
  ) -> [UnitStatement] {
    UnitStatement(phrase, text, line: line, over: cells).map { [$0] } ?? []
  }

  /// A title is no longer than this, in bytes.
  private static let longest = 1_000

  /// The words behind 单位 and its like: `制表单位：扶贫办  单位：万元、人` gives `扶贫办`, `万元`, `人`. An office
  /// is no unit, so it says nothing.
  private static func markedPhrases(in text: String) -> [String] {
    var found: [String] = []
    for part in HeaderWord.phrases(in: text) {
      for mark in HeaderTerms.unitMarks {
        var rest = part[...]
        while let place = rest.firstRange(of: mark) {
          rest = rest[place.upperBound...]
          let said = rest.drop { $0.isWhitespace || ":：为是=".contains($0) }
          found.append(String(said))
          if let end = said.firstIndex(where: \.isWhitespace) { found.append(String(said[..<end])) }
        }
        if !found.isEmpty { break }
      }
    }
    // What commas part behind the first mark are units too: 单位：万元、人.
    guard !found.isEmpty else { return [] }
    return found + HeaderWord.phrases(in: text).filter { !found.contains($0) }
  }
}

/// The units of a header's columns, and what is wrong with its words.
struct HeaderUnits {
  private(set) var match: HeaderMatch
  private(set) var faults: [Fault] = []
  private(set) var notices: [Fault] = []
  private let row: HeaderRow

  init(_ match: HeaderMatch, _ row: HeaderRow, _ statements: [UnitStatement]) {
    self.match = match
    self.row = row
    for (cell, column, remark) in match.remarks { add(remark, cell, column) }
    for statement in statements { take(statement) }
    tellUnits()
  }

  private mutating func add(_ remark: HeaderCell.Remark, _ cell: Int, _ column: Int) {
    let kind: FaultKind =
      switch remark {
      case .notTaken(let words): .headerWords(words, isKnown: true)
      case .unreadable(let words): .headerWords(words, isKnown: false)
      case .unknown(let words): .notice(.headerWords(words))
      case .units(let first, let second): .unitsDisagree([first, second])
      }
    let fault = Fault(
      line: row.line, column: match.sheet.columns[column].name, value: text(cell), kind)
    if case .notice = kind { notices.append(fault) } else { faults.append(fault) }
  }

  private mutating func take(_ statement: UnitStatement) {
    for (cell, column) in match.columns.enumerated() {
      guard let column, statement.cells?.contains(cell) ?? true else { continue }
      let described = match.sheet.columns[column]
      guard let kind = fault(statement, described, column) else { continue }
      faults.append(
        Fault(line: statement.line, column: described.name, value: statement.text, kind))
      return
    }
  }

  /// What is wrong with a statement over a column; gives the column its unit.
  private mutating func fault(
    _ statement: UnitStatement, _ column: Column, _ index: Int
  ) -> FaultKind? {
    let notTaken = FaultKind.headerWords(statement.text, isKnown: true)
    if statement.isOtherCalendar { return column.isDay ? notTaken : nil }
    guard let expression = statement.expression else { return nil }
    if column.kind == .money, expression.isOfMoney || expression.measures.isEmpty {
      // 单位：万人 says nothing of amounts.
      if !expression.isOfMoney, !expression.each.isEmpty { return nil }
      do throws(HeaderExpression.NotTaken) {
        guard let unit = try expression.unit(of: column, in: match.sheet) else { return nil }
        if let known = match.units[index], known != unit { return .unitsDisagree([known, unit]) }
        match.units[index] = unit
        return nil
      } catch {
        return notTaken
      }
    }
    let isCounted = column.isQuantity || column.kind == .wholeNumber
    return isCounted && expression.scale != nil && !expression.isOfMoney
      && expression.counted != nil
      ? notTaken : nil
  }

  private mutating func tellUnits() {
    for (cell, column) in match.columns.enumerated() {
      guard let column, let unit = match.units[column], unit != .yuan else { continue }
      notices.append(
        Fault(
          line: row.line, column: match.sheet.columns[column].name, value: text(cell),
          .notice(.headerUnit(unit))))
    }
  }

  private func text(_ cell: Int) -> String? { cell < row.texts.count ? row.texts[cell] : nil }
}

extension HeaderMatch {
  /// What a row far below the header says of the unit, where the amounts above it were read otherwise.
  func fault(of statement: UnitStatement) -> Fault? {
    for column in columns {
      guard let column, sheet.columns[column].kind == .money,
        let expression = statement.expression, expression.isOfMoney
      else { continue }
      let said: MoneyUnit?
      do throws(HeaderExpression.NotTaken) {
        said = try expression.unit(of: sheet.columns[column], in: sheet)
      } catch {
        return Fault(
          line: statement.line, column: sheet.columns[column].name, value: statement.text,
          .headerWords(statement.text, isKnown: true))
      }
      guard let said, said != units[column] ?? .yuan else { continue }
      return Fault(
        line: statement.line, column: sheet.columns[column].name, value: statement.text,
        .unitsDisagree([units[column] ?? .yuan, said]))
    }
    return nil
  }
}
