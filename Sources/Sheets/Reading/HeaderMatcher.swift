import Domain

/// Finds which sheet a header row is of, and which cell is which column.
package struct HeaderMatch: Sendable {
  package let sheet: Sheet
  /// By cell of the header: the index of the sheet's column, nil for a column nobody knows.
  package let columns: [Int?]
  /// By column of the sheet: the unit its header names, where it is an amount.
  let units: [MoneyUnit?]
  /// The headers nobody knows, as written, empty ones left out.
  package let unknown: [String]
  /// The cells that a file of rejected rows has in front; empty for any other file.
  var rejectsCells: Set<Int> = []

  /// How many of its cells are columns of the sheet.
  var found: Int { columns.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

  /// The cell that holds a column of the sheet, nil where the file lacks it.
  package func cell(of column: Int) -> Int? { columns.firstIndex { $0 == column } }

  package func holds(_ name: String) -> Bool {
    sheet.index(of: name).map { cell(of: $0) != nil } ?? false
  }
}

/// Why no sheet's header was found.
package struct HeaderMismatch: Sendable, Equatable {
  /// The sheet that came nearest.
  package let nearest: String
  /// Its required columns that are not there.
  package let missing: [String]
  /// Columns that stand twice.
  package let repeated: [String]

  package init(nearest: String, missing: [String], repeated: [String]) {
    self.nearest = nearest
    self.missing = missing
    self.repeated = repeated
  }
}

enum HeaderMatcher {
  /// The sheet whose required columns are all there and of whose columns most are; of equals, the one with
  /// fewer columns in all. Nil where no cell is anybody's column.
  static func match(_ header: [String]) -> Result<HeaderMatch, NoMatch>? {
    let words = header.map(HeaderWord.init)
    let readings = Sheet.all.map { Reading(sheet: $0, words: words) }
    let whole = readings.filter(\.isWhole)
    if let best = whole.max(by: { $0.score < $1.score }) {
      return .success(best.match(header, rejectsCells: RejectsColumns.cells(in: words)))
    }
    guard let nearest = readings.max(by: { $0.score < $1.score }), nearest.found > 0 else {
      return nil
    }
    return .failure(
      NoMatch(
        found: nearest.found,
        mismatch: HeaderMismatch(
          nearest: nearest.sheet.name, missing: nearest.missing, repeated: nearest.repeated)))
  }

  struct NoMatch: Error {
    /// How many cells are columns of the sheet that came nearest.
    let found: Int
    let mismatch: HeaderMismatch
  }

  private struct Reading {
    let sheet: Sheet
    let columns: [Int?]
    let units: [MoneyUnit?]
    let repeated: [String]

    init(sheet: Sheet, words: [HeaderWord]) {
      self.sheet = sheet
      let spellings = HeaderWord.spellings(of: sheet)
      var columns: [Int?] = []
      var units = [MoneyUnit?](repeating: nil, count: sheet.columns.count)
      var repeated: [String] = []
      for word in words {
        let column = spellings[word.folded] ?? spellings[word.withoutUnit]
        if let column, columns.contains(column) {
          let name = sheet.columns[column].name
          if !repeated.contains(name) { repeated.append(name) }
        }
        columns.append(column)
        if let column, sheet.columns[column].kind == .money { units[column] = word.unit }
      }
      self.columns = columns
      self.units = units
      self.repeated = repeated
    }

    var found: Int { columns.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

    var missing: [String] {
      sheet.columns.indices.compactMap { index in
        sheet.columns[index].isRequired && !columns.contains(index)
          ? sheet.columns[index].name : nil
      }
    }

    var isWhole: Bool { missing.isEmpty && repeated.isEmpty }

    /// Columns found, then how much of the sheet they are.
    var score: Int { found * 1000 - sheet.columns.count }

    func match(_ header: [String], rejectsCells: Set<Int>) -> HeaderMatch {
      HeaderMatch(
        sheet: sheet, columns: columns, units: units,
        unknown: header.indices.compactMap { index in
          columns[index] == nil && !header[index].isEmpty && !rejectsCells.contains(index)
            ? header[index] : nil
        }, rejectsCells: rejectsCells)
    }
  }
}

/// A header cell folded for comparison.
struct HeaderWord {
  /// Lower case, ASCII brackets, no blanks or line breaks, no required mark.
  let folded: String
  /// The same without a unit in brackets at the end.
  let withoutUnit: String
  /// The unit in brackets at the end, where it is one of money.
  let unit: MoneyUnit?

  init(_ text: String) {
    let bytes = Array(text.utf8)
    folded = CellText.foldedString(bytes.span)
      .filter { !$0.isWhitespace && $0 != "*" && $0 != "\u{200B}" && $0 != "\u{FEFF}" }
      .lowercased()
    guard folded.hasSuffix(")"), let open = folded.lastIndex(of: "(") else {
      withoutUnit = folded
      unit = nil
      return
    }
    withoutUnit = String(folded[..<open])
    unit = MoneyUnit.read(String(folded[folded.index(after: open)...].dropLast()))
  }

  /// Every known spelling of a sheet's columns.
  static func spellings(of sheet: Sheet) -> [String: Int] {
    var spellings: [String: Int] = [:]
    for (index, column) in sheet.columns.enumerated() {
      let texts = [column.name, column.chinese] + (HeaderSpellings.byColumn[column.name] ?? [])
      for text in texts {
        let word = HeaderWord(text)
        for spelling in [word.folded, word.withoutUnit] where spellings[spelling] == nil {
          spellings[spelling] = index
        }
      }
    }
    return spellings
  }
}
