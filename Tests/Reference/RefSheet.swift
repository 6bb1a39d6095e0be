// One file of records under a header: which sheet it is, and its rows by column.

import Foundation

package struct RefRow {
  package var file: String
  package var line: Int
  /// Cells by the contract's column name, as written.
  package var cells: [String: String]
  /// Columns whose header says that the amounts are in ten thousand yuan.
  package var wanColumns: Set<String>

  /// The cell without its spaces; nil where it is empty or missing.
  package func text(_ column: String) -> String? {
    guard let cell = cells[column] else { return nil }
    let text = RefText.trimmed(cell)
    return text.isEmpty ? nil : text
  }

  package func code(_ column: String) -> String? {
    text(column).map(RefText.code)
  }

  package func fen(_ column: String) -> Int? {
    text(column).flatMap { RefText.fen($0, wan: wanColumns.contains(column)) }
  }

  package func clears(_ column: String) -> Bool {
    ["(clear)", "清空"].contains(code(column))
  }

  package var isWithdrawn: Bool {
    ["(withdraw)", "作废"].contains(code("withdraw"))
  }

  package var place: String { "\(file):\(line)" }
}

package struct RefSheet {
  package var name: String
  package var rows: [RefRow]

  /// nil where no record is the header of a known sheet.
  package init?(text: String, file: String) {
    let records = RefText.records(text)
    for (place, record) in records.enumerated() {
      guard let (name, columns) = RefSheet.recognise(record.cells) else { continue }
      self.name = name
      rows = []
      for (line, cells) in records[(place + 1)...] {
        if cells.allSatisfy({ RefText.trimmed($0).isEmpty }) { continue }
        let lead = RefText.code(cells.first { !RefText.trimmed($0).isEmpty } ?? "")
        if ["合计", "小计", "注", "备注"].contains(where: { lead.hasPrefix($0) }) { continue }
        var row = RefRow(file: file, line: line, cells: [:], wanColumns: [])
        for (position, cell) in cells.enumerated() where position < columns.count {
          guard let column = columns[position] else { continue }
          row.cells[column.name] = cell
          if column.isWan { row.wanColumns.insert(column.name) }
        }
        rows.append(row)
      }
      return
    }
    return nil
  }

  private struct Column {
    var name: String
    var isWan: Bool
  }

  /// The sheet all of whose required columns are in the header and most of whose columns are.
  private static func recognise(_ header: [String]) -> (String, [Column?])? {
    var best: (name: String, columns: [Column?])?
    var most = 0
    for (sheet, required) in RefHeaders.required.sorted(by: { $0.key < $1.key }) {
      let columns = header.map { column($0, in: sheet) }
      let found = Set(columns.compactMap { $0?.name })
      if !required.allSatisfy({ found.contains($0) }) { continue }
      if found.count > most {
        most = found.count
        best = (sheet, columns)
      }
    }
    return best
  }

  private static func column(_ header: String, in sheet: String) -> Column? {
    let plain = RefHeaders.plain(header)
    let isWan = plain.hasSuffix("(万元)")
    if let name = RefHeaders.column(plain, in: sheet) { return Column(name: name, isWan: isWan) }
    if plain.hasSuffix(")"), let bracket = plain.lastIndex(of: "(") {
      if let name = RefHeaders.column(String(plain[..<bracket]), in: sheet) {
        return Column(name: name, isWan: isWan)
      }
    }
    return nil
  }
}
