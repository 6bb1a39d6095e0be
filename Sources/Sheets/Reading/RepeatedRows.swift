import CSV

/// The rows at a file's head, to know them again where a page break repeats them.
struct RepeatedRows {
  private let rows: [[[UInt8]]]

  init(_ header: SheetFile.Header) {
    rows = (header.above + [header.row]).map { row in row.texts.map { Array($0.utf8) } }
      .filter { $0.contains { !$0.isEmpty } }
  }

  func contains(_ record: borrowing Record) -> Bool {
    rows.contains { isEqual($0, record) }
  }

  private func isEqual(_ row: [[UInt8]], _ record: borrowing Record) -> Bool {
    guard row.count == record.count else { return false }
    return row.indices.allSatisfy { cell in
      let range = record.range(cell)
      return range.count == row[cell].count && record.bytes[range].elementsEqual(row[cell])
    }
  }
}
