import CSV
import Domain
import SQLite

// The first pass: every row of the file, read, folded and judged by itself, into a temporary table. It
// lives in SQLite's own temporary file, so memory does not grow with the sheet; all that compares rows with
// each other or with the register is asked of it in SQL, for all rows at once.

/// What the first pass found.
struct Staging {
  /// Records of the file, header and passed-over rows left out.
  var rows = 0
  var faults: [Fault] = []
  /// Lines of blank, title and total rows.
  var passedOver = LineRuns()
  /// The lines on which records begin that could not be read and are not in the table.
  var unreadableLines: [Int] = []
  /// What the cells were read as where that is worth telling.
  var warnings: [Fault] = []
  /// Whether the rest of the file could not be read: a quote that never ends, too many faults.
  var isCut = false
  /// Whether the file's meaning is in doubt as a whole, so that judging its rows tells nothing.
  var isDoubtful = false
  /// Whether rows that could not be read are in the table, with nothing but their household's number.
  var hasUnreadHouseholds = false
  /// Whether the caller stopped the reading, so that the rest is not here.
  var isStopped = false

  /// Where a file has more faults than this, it is read no further: they are kept in memory. More than
  /// the rows of a province's roster, so that one cause may be at fault in every row and all are told.
  static let mostFaults = 1_000_000
}

struct Stager: ~Copyable {
  private let file: SheetFile
  private let repeated: RepeatedRows
  let header: SheetFile.Header
  private let columns: StagedColumns
  private let checks: [RowCheck]
  private let insert: Statement
  var cells: CellStager
  var staging: Staging
  /// By column of the sheet: the cell that holds it.
  private let cellOf: [Int?]
  private let verifiedCell: Int?
  private var integers: [Int64?]
  private var isGiven: [Bool]
  /// The numbers of rows that could not be read and are in the table all the same.
  private var unreadRows: [Int] = []
  private var withdraws = false

  private init(
    _ file: SheetFile, _ header: SheetFile.Header, _ codes: CodeChoice, checks: [RowCheck],
    _ connection: borrowing Connection
  ) throws(SQLiteFailure) {
    self.file = file
    self.header = header
    repeated = RepeatedRows(header)
    self.checks = checks
    let sheet = header.match.sheet
    let columns = StagedColumns(sheet)
    self.columns = columns
    insert = try connection.prepare(columns.insertSQL)
    cells = CellStager(sheet, codes: codes)
    staging = Staging()
    cellOf = sheet.columns.indices.map { header.match.cell(of: $0) }
    verifiedCell = sheet.index(of: "id_verified").flatMap { header.match.cell(of: $0) }
    integers = Array(repeating: nil, count: sheet.columns.count)
    isGiven = Array(repeating: false, count: sheet.columns.count)
  }

  /// Fills `temp.staged` from a file.
  ///
  /// - Parameters:
  ///   - more: further columns of the table that judging fills.
  ///   - progress: called now and then with the rows and bytes read so far; false stops.
  static func stage(
    _ file: SheetFile, _ header: SheetFile.Header, codes: CodeChoice = CodeChoice(),
    more: [String], checks: [RowCheck], on connection: borrowing Connection,
    progress: (Int, Int64) -> Bool
  ) throws(ImportFault) -> Staging {
    do throws(SQLiteFailure) {
      try connection.execute(StagedColumns(header.match.sheet).createSQL(more))
      // One transaction, of temporary tables alone: else each row ends one, which walks all changed pages.
      return try connection.transaction(.deferred) { () throws(SQLiteFailure) in
        var stager = try Stager(file, header, codes, checks: checks, connection)
        return try stager.run(on: connection, progress)
      }
    } catch {
      throw .database(error)
    }
  }

  private mutating func run(
    on connection: borrowing Connection, _ progress: (Int, Int64) -> Bool
  ) throws(SQLiteFailure) -> Staging {
    staging.passedOver = LineRuns(header.passedOver)
    var reader = RecordReader(source: file.source, form: file.form)
    var record = Record()
    while true {
      if staging.faults.count > Staging.mostFaults {
        staging.faults.append(
          Fault(line: record.line, column: nil, .tooManyFaults(limit: Staging.mostFaults)))
        staging.isCut = true
        break
      }
      if record.recordNumber & 0xFFF == 0xFFF, !progress(staging.rows, reader.bytesRead) {
        staging.isStopped = true
        break
      }
      do throws(CSVFault) {
        guard try reader.next(into: &record) else { break }
      } catch {
        if isNoData(record, error) {
          staging.passedOver.append(record.line)
          continue
        }
        staging.rows += 1
        staging.faults.append(Fault(line: error.line, column: nil, .unreadable(error)))
        if error.endsReading {
          staging.isCut = true
          staging.unreadableLines.append(error.line)
          break
        }
        try stageUnread(record)
        continue
      }
      guard record.recordNumber > header.record else {
        if record.recordNumber == header.record { reader.expectedCells = header.width }
        continue
      }
      if record.isBlank || RemarkRow.isRemark(record) || repeated.contains(record) {
        staging.passedOver.append(record.line)
        continue
      }
      try stage(record)
    }
    try rejectUnread(on: connection)
    try settleRelations(on: connection)
    staging.warnings = cells.notes.warnings(of: header.match.sheet, list: cells.listName)
    return staging
  }

  /// A total, a remark or a title need not have as many cells as the header.
  private func isNoData(_ record: Record, _ fault: CSVFault) -> Bool {
    guard case .ragged = fault.kind else { return false }
    return RemarkRow.isRemark(record) || repeated.contains(record)
  }

  /// A household of which a row cannot be read is not taken without it: the row is staged with its
  /// household's number alone, rejected and as one that neither gives nor withdraws.
  private mutating func stageUnread(_ record: Record) throws(SQLiteFailure) {
    guard header.match.sheet.name == Sheet.roster.name, let number = try unreadHousehold(record)
    else {
      staging.unreadableLines.append(record.line)
      return
    }
    unreadRows.append(staging.rows)
    for parameter in (StagedColumns.clearsParameter...columns.lastParameter) {
      insert.bindNull(at: parameter)
    }
    insert.bind(staging.rows, at: StagedColumns.rowParameter)
    insert.bind(record.line, at: StagedColumns.lineParameter)
    insert.bind(0, at: StagedColumns.clearsParameter)
    insert.bind(2, at: StagedColumns.withdrawsParameter)
    insert.bind(number, at: columns.firstParameter[0])
    _ = try insert.step()
    insert.reset()
  }

  private mutating func rejectUnread(on connection: borrowing Connection) throws(SQLiteFailure) {
    staging.hasUnreadHouseholds = !unreadRows.isEmpty
    for row in unreadRows {
      try connection.run(
        "UPDATE temp.staged SET rejected = 1 WHERE row = :row", ["row": Value(row)])
    }
  }

  /// The household's number by the place of its cell among the row's bytes; nil where nothing readable
  /// stands there.
  private func unreadHousehold(_ record: Record) throws(SQLiteFailure) -> String? {
    guard let cell = cellOf[0] else { return nil }
    if cell < record.count {
      let text = record.withCell(cell) { CellText.foldedString($0) }
      return text.isEmpty ? nil : text
    }
    guard let bytes = try? file.source.bytes(in: record.byteRange) else { return nil }
    let raw = RawRecord(bytes, form: file.form)
    let cells = raw.cells
    guard cell < cells.count else { return nil }
    let text = raw.bytes[cells[cell]]
    guard !text.isEmpty, text.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    return CellText.foldedString(Array(text).span)
  }

  /// A row at fault is staged too, to be rejected, so that rows of the same household are judged with it.
  private mutating func stage(_ record: Record) throws(SQLiteFailure) {
    staging.rows += 1
    bind(record)
    checkRow(record)
    insert.bind(staging.rows, at: StagedColumns.rowParameter)
    insert.bind(record.line, at: StagedColumns.lineParameter)
    _ = try insert.step()
    insert.reset()
  }

  private mutating func bind(_ record: Record) {
    let sheet = header.match.sheet
    cells.line = record.line
    var clears: Int64 = 0
    withdraws = false
    let verified = verifiedCell.map { !record.isEmpty($0) } ?? false
    for (index, column) in sheet.columns.enumerated() {
      integers[index] = nil
      isGiven[index] = false
      let parameter = columns.firstParameter[index]
      if column.kind != .withdraw { insert.bindNull(at: parameter) }
      if column.kind == .residentID { insert.bindNull(at: parameter + 1) }
      guard let cell = cellOf[index], !record.isEmpty(cell) else { continue }
      record.withCell(cell) { bytes in
        if CellText.isEmpty(bytes) { return }
        if CellText.isClearWord(bytes) {
          clears |= 1 << Int64(index)
          return
        }
        if column.kind == .withdraw {
          if CellText.isWithdrawWord(bytes) {
            withdraws = true
          } else {
            fault(record, column, bytes, .unknownValue)
          }
          return
        }
        isGiven[index] = true
        cells.column = index
        do throws(CellFault) {
          integers[index] = try cells.stage(
            bytes, as: column.kind, unit: header.match.units[index], verified: verified,
            at: parameter, on: insert)
        } catch {
          fault(record, column, bytes, error)
        }
      }
    }
    insert.bind(clears, at: StagedColumns.clearsParameter)
    insert.bind(withdraws ? 1 : 0, at: StagedColumns.withdrawsParameter)
  }

  private mutating func fault(
    _ record: Record, _ column: Column, _ bytes: Span<UInt8>, _ fault: CellFault
  ) {
    let text = CellText.string(bytes)
    staging.faults.append(
      Fault(
        line: record.line, column: column.name,
        value: CellMask.masked(text, as: column.kind),
        .cell(fault, allowed: fault == .unknownValue ? column.kind.allowedNames : [])))
  }

  /// A row that takes its fact back needs no more than the key to say which.
  private mutating func checkRow(_ record: Record) {
    let sheet = header.match.sheet
    for (index, column) in sheet.columns.enumerated() {
      let isRequired = column.isRequired && (column.isKey || !withdraws)
      if isRequired, !isGiven[index], !staging.hasFault(record.line, column.name) {
        staging.faults.append(
          Fault(line: record.line, column: column.name, .cell(.missing, allowed: [])))
      }
      if case .region(let levels) = column.kind,
        let code = integers[index].flatMap(RegionCode.init),
        !levels.contains(code.level)
      {
        staging.faults.append(
          Fault(
            line: record.line, column: column.name, value: code.description, .wrongLevel))
      }
    }
    guard !checks.isEmpty, !withdraws else { return }
    let row = StagedRow(
      sheet: sheet, match: header.match, line: record.line, integers: integers,
      isGiven: isGiven, record: record)
    for check in checks { staging.faults.append(contentsOf: check(row)) }
  }
}

extension Staging {
  func hasFault(_ line: Int, _ column: String) -> Bool {
    for fault in faults.reversed() {
      guard fault.line == line else { return false }
      if fault.column == column { return true }
    }
    return false
  }
}
