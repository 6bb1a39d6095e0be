import Domain
import Intake

/// Finds which sheet a header row is of, and which cell is which column.
package struct HeaderMatch: Sendable {
  package let sheet: Sheet
  /// By cell of the header: the index of the sheet's column, nil for a column nobody knows.
  package let columns: [Int?]
  /// By column of the sheet: the unit that its amounts are in, where the header or a title names one.
  var units: [MoneyUnit?]
  /// By column of the sheet: what its header says that a quantity counts.
  var measures: [String?]
  /// What is said of the header's cells beside their columns.
  var remarks: [(cell: Int, column: Int, remark: HeaderCell.Remark)] = []
  /// The cells of the header that say nothing; what stands below them is no column's.
  var nameless: [Int] = []
  /// The headers nobody knows, as written, empty ones left out.
  package let unknown: [String]
  /// The cells that a file of rejected rows has in front; empty for any other file.
  var rejectsCells: Set<Int> = []
  /// The header's cells as written, those of both rows where it takes two.
  var words: [String] = []

  /// How many of its cells are columns of the sheet.
  var found: Int { columns.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

  /// The cell that holds a column of the sheet, nil where the file lacks it.
  package func cell(of column: Int) -> Int? { columns.firstIndex { $0 == column } }

  package func holds(_ name: String) -> Bool {
    sheet.index(of: name).map { cell(of: $0) != nil } ?? false
  }
}

enum HeaderMatcher {
  /// The sheet whose required columns are all there and of whose columns most are; of equals, the one with
  /// fewer columns in all. Nil where no cell is anybody's column.
  ///
  /// One column that many sheets have, such as the year, makes no sheet of a header that says more of another.
  static func match(_ header: [String]) -> Result<HeaderMatch, NoMatch>? {
    let words = header.map(HeaderWord.init)
    let readings = Sheet.all.map { Reading(sheet: $0, words: words) }
    var whole = readings.filter(\.isWhole)
    let answered = Set(whole.compactMap { $0.sheet.answers?.name })
    whole.removeAll { answered.contains($0.sheet.name) }
    if let best = whole.max(by: { $0.score < $1.score }),
      best.needsMany || !readings.contains(where: { $0.found > best.found })
    {
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
    private(set) var columns: [Int?]
    private var cells: [HeaderCell?]
    private(set) var repeated: [String] = []

    init(sheet: Sheet, words: [HeaderWord]) {
      self.sheet = sheet
      cells = words.map { HeaderCell($0, in: sheet) }
      columns = cells.map { $0?.column }
      dropBesidePlain()
    }

    /// Of two cells of one column, the one that could not stand alone is nobody's column; two that could
    /// are one too many.
    private mutating func dropBesidePlain() {
      var places: [Int: [Int]] = [:]
      for (place, column) in columns.enumerated() {
        if let column { places[column, default: []].append(place) }
      }
      for (column, places) in places.sorted(by: { $0.key < $1.key }) where places.count > 1 {
        let able = places.filter { cells[$0]?.standsAlone ?? false }
        if able.count == 1 {
          for place in places where place != able[0] {
            columns[place] = nil
            cells[place] = nil
          }
        } else {
          repeated.append(sheet.columns[column].name)
        }
      }
    }

    var found: Int { columns.reduce(0) { $0 + ($1 == nil ? 0 : 1) } }

    var missing: [String] {
      sheet.columns.indices.compactMap { index in
        sheet.columns[index].isRequired && !columns.contains(index)
          ? sheet.columns[index].name : nil
      }
    }

    var isWhole: Bool { missing.isEmpty && repeated.isEmpty }

    /// Whether the sheet has more than one required column.
    var needsMany: Bool { sheet.columns.count(where: \.isRequired) > 1 }

    /// Columns found, then how much of the sheet they are.
    var score: Int { found * 1000 - sheet.columns.count }

    func match(_ header: [String], rejectsCells: Set<Int>) -> HeaderMatch {
      var match = HeaderMatch(
        sheet: sheet, columns: columns, units: sheet.columns.map { _ in nil },
        measures: sheet.columns.map { _ in nil },
        unknown: header.indices.compactMap { index in
          columns[index] == nil && !HeaderRow.isBlank(header[index]) && !rejectsCells.contains(index)
            ? header[index] : nil
        }, rejectsCells: rejectsCells, words: header)
      match.nameless = header.indices.filter {
        columns[$0] == nil && HeaderRow.isBlank(header[$0]) && !rejectsCells.contains($0)
      }
      for (place, cell) in cells.enumerated() {
        guard let cell else { continue }
        match.units[cell.column] = cell.unit
        match.measures[cell.column] = cell.measure
        match.remarks += cell.remarks.map { (place, cell.column, $0) }
      }
      return match
    }
  }
}
