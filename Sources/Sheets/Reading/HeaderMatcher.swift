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
  /// One column that several sheets have, such as the year, makes no sheet of a header that says more of
  /// another, nor of one whose other words the sheet does not know: it may as well be another's, misspelt.
  static func match(_ header: [String]) -> Result<HeaderMatch, NoMatch>? {
    let words = header.map(HeaderWord.init)
    let rejectsCells = RejectsColumns.cells(in: words)
    let readings = Sheet.all.map { Reading(sheet: $0, words: words, besides: rejectsCells) }
    var whole = readings.filter { $0.isWhole && !$0.isDoubtful }
    let answered = Set(whole.compactMap { $0.sheet.answers?.name })
    whole.removeAll { answered.contains($0.sheet.name) }
    if let best = whole.max(by: { $0.score < $1.score }),
      best.needsMany || !readings.contains(where: { $0.found > best.found })
    {
      return .success(best.match(header, rejectsCells: rejectsCells))
    }
    guard let nearest = nearestReading(in: readings) else { return nil }
    return .failure(
      NoMatch(
        found: nearest.found,
        mismatch: HeaderMismatch(
          nearest: nearest.sheet.name, missing: nearest.missing, repeated: nearest.repeated,
          unknown: nearest.isWhole ? nearest.unknown.map { header[$0] } : [])))
  }

  /// The reading of which most columns are there; of equals, the one whose missing columns are most like the
  /// words that nobody knows. Nil where no cell is anybody's column.
  private static func nearestReading(in readings: [Reading]) -> Reading? {
    let most = readings.reduce(0) { max($0, $1.found) }
    guard most > 0 else { return nil }
    let equals = readings.filter { $0.found == most }.map { (reading: $0, alike: $0.alike) }
    return equals.max { ($0.alike, $0.reading.score) < ($1.alike, $1.reading.score) }?.reading
  }

  /// The columns that more than one sheet has.
  private static let shared: Set<String> = {
    var seen: Set<String> = []
    var shared: Set<String> = []
    for column in Sheet.all.flatMap(\.columns) where !seen.insert(column.name).inserted {
      shared.insert(column.name)
    }
    return shared
  }()

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
    private let words: [HeaderWord]
    private let rejectsCells: Set<Int>

    init(sheet: Sheet, words: [HeaderWord], besides rejectsCells: Set<Int>) {
      self.sheet = sheet
      self.words = words
      self.rejectsCells = rejectsCells
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

    /// The cells that say something, and nothing that the sheet knows.
    var unknown: [Int] {
      columns.indices.filter {
        columns[$0] == nil && !words[$0].folded.isEmpty && !rejectsCells.contains($0)
      }
    }

    /// Whether one column that other sheets have too is all that speaks for the sheet, and other words
    /// speak against it.
    var isDoubtful: Bool {
      let own = columns.compactMap { $0 }.map { sheet.columns[$0] }.filter { $0.kind != .withdraw }
      return own.count == 1 && HeaderMatcher.shared.contains(own[0].name) && !unknown.isEmpty
    }

    /// How many of the missing columns one of the unknown words may be meant for.
    var alike: Int {
      let unknown = self.unknown.map { words[$0].folded }.filter { $0.count <= Reading.longestName }
      return missing.count { name in
        let names = [name, sheet.column(name)?.chinese ?? name]
        return unknown.contains { !CodeSuggestion.nearest(to: $0, among: names).isEmpty }
      }
    }

    private static let longestName = 40

    /// Whether the sheet has more than one required column.
    var needsMany: Bool { sheet.columns.count(where: \.isRequired) > 1 }

    /// Columns found, then how much of the sheet they are.
    var score: Int { found * 1000 - sheet.columns.count }

    func match(_ header: [String], rejectsCells: Set<Int>) -> HeaderMatch {
      var match = HeaderMatch(
        sheet: sheet, columns: columns, units: sheet.columns.map { _ in nil },
        measures: sheet.columns.map { _ in nil },
        unknown: header.indices.compactMap { index in
          columns[index] == nil && !HeaderRow.isBlank(header[index])
            && !rejectsCells.contains(index)
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
