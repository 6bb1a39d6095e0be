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
  private var records: DataRecords
  let header: SheetFile.Header
  private let columns: StagedColumns
  private var sink: StagingSink
  var rows: RowReader
  var staging = Staging()
  /// The numbers of rows that could not be read and are in the table all the same.
  private var unreadRows: [Int] = []

  private init(
    _ file: SheetFile, _ header: SheetFile.Header, _ codes: CodeChoice, checks: [RowCheck],
    _ connection: borrowing Connection
  ) throws(SQLiteFailure) {
    self.file = file
    self.header = header
    records = DataRecords(file, header)
    columns = StagedColumns(header.match.sheet)
    sink = try StagingSink(columns, on: connection)
    rows = RowReader(header, codes: codes, checks: checks)
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
    while true {
      if staging.faults.count > Staging.mostFaults {
        staging.faults.append(
          Fault(
            line: records.record.line, column: nil, .tooManyFaults(limit: Staging.mostFaults)))
        staging.isCut = true
        break
      }
      do throws(CSVFault) {
        guard try records.next() else { break }
      } catch {
        staging.rows += 1
        staging.faults.append(Fault(line: error.line, column: nil, .unreadable(error)))
        if error.endsReading {
          staging.isCut = true
          staging.unreadableLines.append(error.line)
          break
        }
        try stageUnread(records.record)
        continue
      }
      try stage(records.record)
      let end = records.record.byteRange.upperBound
      if staging.rows & 0xFFF == 0, !progress(staging.rows, end) {
        staging.isStopped = true
        break
      }
    }
    staging.passedOver = records.passedOver
    try rejectUnread(on: connection)
    try settleRelations(on: connection)
    staging.warnings += rows.cells.warnings(of: header.match.sheet)
    return staging
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
    for slot in columns.slots.indices { sink.setNull(slot) }
    sink.set(columns.firstSlot[0], text: number)
    try sink.add(row: staging.rows, line: record.line, clears: 0, withdraws: 2)
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
    guard let cell = header.match.cell(of: 0) else { return nil }
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
    rows.read(record, into: &sink)
    if !rows.faults.isEmpty { staging.add(rows.faults) }
    try sink.add(
      row: staging.rows, line: record.line, clears: rows.clears, withdraws: rows.withdraws ? 1 : 0)
  }
}
