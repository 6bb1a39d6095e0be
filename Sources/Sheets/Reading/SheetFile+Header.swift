import CSV
import Intake

// The header is the first row that is some sheet's, among the first twenty. Counties' headers often take two
// rows, the upper one naming groups whose cells were merged in the spreadsheet:
//
//   家庭情况,,,户主信息,,          (a)        户编号,村编码,户主信息,       (b)
//   户编号,村编码,乡镇,姓名,…                 ,,姓名,与户主关系
//
// In (a) the lower row is the header by itself, also where a group bears the name of a column; in (b) each
// cell's name is the lower row's where it has one, else the upper's.

extension SheetFile {
  /// How many records may stand above the header: a title, a stamp, a county, a date.
  static let mostTitleRows = 20

  /// The header of the file: the first row that is some sheet's, or the first two rows that are together.
  package func findHeader() -> Result<Header, HeaderFault> {
    if let nature {
      return .failure(HeaderFault(fault: Fault(line: 0, column: nil, .notCSV(nature))))
    }
    var reader = RecordReader(source: source, form: form)
    var record = Record()
    var above: [HeaderRow] = []
    var nearest: (row: HeaderMatcher.NoMatch, line: Int)?
    for _ in 0..<SheetFile.mostTitleRows {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else { break }
      } catch {
        return .failure(
          HeaderFault(fault: Fault(line: error.line, column: nil, .unreadable(error))))
      }
      let row = HeaderRow(record)
      switch HeaderMatcher.match(row.texts) {
      case .success(let match):
        return .success(header(match, row, under: above, &reader))
      case .failure(let likeness): note(likeness)
      case nil: break
      }
      switch above.last.flatMap(row.completing) {
      case .success(let match):
        return .success(
          Header(match, row, first: above.last ?? row, under: above, over: rowsOfUnits(&reader)))
      case .failure(let likeness): note(likeness)
      case nil: break
      }
      above.append(row)

      // A title may hold a column's name; the header is the row that holds most.
      func note(_ likeness: HeaderMatcher.NoMatch) {
        guard likeness.found > nearest?.row.found ?? 0 else { return }
        nearest = (likeness, row.line)
      }
    }
    guard let nearest else {
      return .failure(HeaderFault(fault: Fault(line: 0, column: nil, .noHeader)))
    }
    return .failure(
      HeaderFault(
        fault: Fault(line: nearest.line, column: nil, .unknownSheet(nearest.row.mismatch))))
  }

  /// The row found, or the one below it where that is a header too and says more.
  private func header(
    _ match: HeaderMatch, _ row: HeaderRow, under above: [HeaderRow],
    _ reader: inout RecordReader
  ) -> Header {
    var next: HeaderRow?
    var record = Record()
    // What is wrong below the header is told when the rows are read.
    if (try? reader.next(into: &record)) == true { next = HeaderRow(record) }
    guard let lower = next else { return Header(match, row, first: row, under: above, over: []) }
    if case .success(let below) = HeaderMatcher.match(lower.texts), below.found > match.found {
      return Header(
        below, lower, first: lower, under: above + [row], over: rowsOfUnits(&reader))
    }
    if lower.isOnlyNames(under: match), case .success(let both) = lower.completing(row) {
      return Header(both, lower, first: row, under: above + [row], over: rowsOfUnits(&reader))
    }
    return Header(match, row, first: row, under: above, over: rowsOfUnits(from: lower, &reader))
  }

  /// The rows right below a header that hold nothing, or nothing but units, up to the last that names one.
  private func rowsOfUnits(
    from first: HeaderRow? = nil, _ reader: inout RecordReader
  ) -> [HeaderRow] {
    var rows: [HeaderRow] = []
    var count = 0
    var next = first
    var record = Record()
    for _ in 0..<SheetFile.mostUnitRows {
      if next == nil, (try? reader.next(into: &record)) == true { next = HeaderRow(record) }
      guard let row = next, let statements = UnitStatement.below(row) else { break }
      rows.append(row)
      if !statements.isEmpty { count = rows.count }
      next = nil
    }
    return Array(rows.prefix(count))
  }

  private static let mostUnitRows = 3

  package struct Header: Sendable {
    package let match: HeaderMatch
    /// The header's number among the records; where it takes two rows, the lower one's.
    package let record: Int
    /// The number of the last record that is no data: the header's own, or a row of units below it.
    let lastRecord: Int
    /// What is wrong with its words; the whole file is then refused.
    package let faults: [Fault]
    /// What it says that is worth telling: units, words nobody knows.
    let notices: [Fault]
    /// The number of its first row.
    let firstRecord: Int
    /// How many cells it has.
    let width: Int
    /// Where its bytes end, the line end left out.
    let bytesEnd: Int64
    package let line: Int
    /// The rows above it, titles and groups.
    let above: [HeaderRow]
    /// The rows of units below it.
    let below: [HeaderRow]
    /// Its last row.
    let row: HeaderRow

    fileprivate init(
      _ match: HeaderMatch, _ row: HeaderRow, first: HeaderRow, under above: [HeaderRow],
      over below: [HeaderRow]
    ) {
      var statements: [UnitStatement] = []
      for upper in above {
        statements += UnitStatement.above(
          upper, header: row, isNext: upper.record == row.record - 1)
      }
      for lower in below { statements += UnitStatement.below(lower) ?? [] }
      let units = HeaderUnits(match, row, statements)
      self.match = units.match
      faults = units.faults
      notices = units.notices
      lastRecord = below.last?.record ?? row.record
      self.below = below
      self.row = row
      self.above = above
      record = row.record
      firstRecord = first.record
      width = row.texts.count
      bytesEnd = row.bytesEnd
      line = row.line
    }

    /// The rows around it that are no data, in the order of the file.
    var passedOver: [HeaderRow] { above + below }
  }

  package struct HeaderFault: Error {
    package let fault: Fault
  }
}

/// A row that is, or stands above, the header.
struct HeaderRow: Sendable {
  let texts: [String]
  let line: Int
  let record: Int
  let bytesEnd: Int64

  /// No header takes more bytes. A longer row, which is no title either, counts as one without cells, so
  /// that twenty of them are not kept.
  private static let longest = 1 << 17

  init(_ record: Record) {
    texts = record.byteRange.count > HeaderRow.longest ? [] : record.texts
    line = record.line
    self.record = record.recordNumber
    bytesEnd = record.byteRange.upperBound
  }

  /// What this row and the one above it are together; nil where no cell is anybody's column.
  fileprivate func completing(
    _ upper: HeaderRow
  ) -> Result<HeaderMatch, HeaderMatcher.NoMatch>? {
    guard upper.texts.count == texts.count else { return nil }
    return HeaderMatcher.match(
      zip(upper.texts, texts).map { HeaderRow.isBlank($1) ? $0 : $1 })
  }

  /// Whether it is empty below every column of a header, and names columns of that sheet elsewhere.
  fileprivate func isOnlyNames(under match: HeaderMatch) -> Bool {
    guard texts.count == match.columns.count else { return false }
    var names = 0
    for (text, column) in zip(texts, match.columns) where !HeaderRow.isBlank(text) {
      guard column == nil, HeaderCell(HeaderWord(text), in: match.sheet) != nil else {
        return false
      }
      names += 1
    }
    return names > 0
  }

  static func isBlank(_ text: String) -> Bool { text.allSatisfy(\.isWhitespace) }
}
