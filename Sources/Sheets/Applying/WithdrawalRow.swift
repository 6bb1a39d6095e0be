import CSV

// Taking one fact back by its key is a sheet of one row whose `withdraw` cell is filled, so that the sheet's
// own rules say what that means and what stands in its way.

struct WithdrawalRow {
  private let sheet: Sheet
  private let bytes: [UInt8]

  init(_ sheet: Sheet, _ cells: [(column: String, text: String)]) {
    self.sheet = sheet
    var bytes: [UInt8] = []
    WithdrawalRow.write(sheet.columns.map(\.name), to: &bytes)
    let row = sheet.columns.map { column in
      column.kind == .withdraw
        ? "(withdraw)" : cells.first { $0.column == column.name }?.text ?? ""
    }
    WithdrawalRow.write(row, to: &bytes)
    self.bytes = bytes
  }

  private static func write(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  func file() throws(SourceFault) -> SheetFile {
    try SheetFile(path: "withdraw", source: ByteSource(bytes: bytes), encoding: .utf8)
  }

  var header: SheetFile.Header {
    SheetFile.Header(
      match: HeaderMatch(
        sheet: sheet, columns: Array(sheet.columns.indices),
        units: sheet.columns.map { _ in nil }, unknown: []),
      record: 1, width: sheet.columns.count, passedOver: [])
  }
}

extension Sheet {
  /// The columns that say which fact a row is about, in the order in which `withdraw` takes their values.
  package var keyColumns: [Column] {
    let names =
      self.name == Sheet.roster.name
      ? ["household_no", "resident_id", "name", "birth_date", "joined_on"]
      : columns.filter(\.isKey).map(\.name)
    return names.compactMap(column)
  }
}
