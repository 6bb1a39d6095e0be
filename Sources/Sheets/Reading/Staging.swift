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
  var passedOver: [Int] = []
  /// Records that could not be read and are not in the table.
  var unreadable = 0
  /// The lines on which they begin.
  var unreadableLines: [Int] = []
  /// Whether the caller stopped the reading, so that the rest is not here.
  var isStopped = false

  /// Where a file has more faults than this, reading on would tell nobody anything.
  static let mostFaults = 100_000
}

struct Stager: ~Copyable {
  private let file: SheetFile
  private let header: SheetFile.Header
  private let columns: StagedColumns
  private let checks: [RowCheck]
  private let insert: Statement
  private var cells: CellStager
  private var staging: Staging
  /// By column of the sheet: the cell that holds it.
  private let cellOf: [Int?]
  private let verifiedCell: Int?
  private var integers: [Int64?]
  private var isGiven: [Bool]
  private var withdraws = false

  private init(
    _ file: SheetFile, _ header: SheetFile.Header, checks: [RowCheck],
    _ connection: borrowing Connection
  ) throws(SQLiteFailure) {
    self.file = file
    self.header = header
    self.checks = checks
    let sheet = header.match.sheet
    let columns = StagedColumns(sheet)
    self.columns = columns
    insert = try connection.prepare(columns.insertSQL)
    cells = CellStager()
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
  ///   - progress: called now and then with the bytes read so far; false stops.
  static func stage(
    _ file: SheetFile, _ header: SheetFile.Header, more: [String], checks: [RowCheck],
    on connection: borrowing Connection, progress: (Int64) -> Bool
  ) throws(ImportFault) -> Staging {
    do throws(SQLiteFailure) {
      try connection.execute(StagedColumns(header.match.sheet).createSQL(more))
      // One transaction, of temporary tables alone: else each row ends one, which walks all changed pages.
      return try connection.transaction(.deferred) { () throws(SQLiteFailure) in
        var stager = try Stager(file, header, checks: checks, connection)
        return try stager.run(on: connection, progress)
      }
    } catch {
      throw .database(error)
    }
  }

  private mutating func run(
    on connection: borrowing Connection, _ progress: (Int64) -> Bool
  ) throws(SQLiteFailure) -> Staging {
    staging.passedOver = header.passedOver
    var reader = RecordReader(source: file.source, form: file.form)
    var record = Record()
    while staging.faults.count < Staging.mostFaults {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else { break }
      } catch {
        staging.rows += 1
        staging.unreadable += 1
        staging.unreadableLines.append(record.line)
        staging.faults.append(Fault(line: error.line, column: nil, .unreadable(error)))
        if error.endsReading { break }
        continue
      }
      guard record.recordNumber > header.record else {
        if record.recordNumber == header.record { reader.expectedCells = header.width }
        continue
      }
      if record.isBlank || RemarkRow.isRemark(record) {
        staging.passedOver.append(record.line)
        continue
      }
      try stage(record)
      if staging.rows & 0xFFF == 0, !progress(record.byteRange.upperBound) {
        staging.isStopped = true
        break
      }
    }
    try settleRelations(on: connection)
    return staging
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

  /// Gives relations written as numbers their meaning, now that the whole file has told the list.
  private mutating func settleRelations(
    on connection: borrowing Connection
  ) throws(SQLiteFailure) {
    guard cells.relationLists.sawNumber else { return }
    let list = cells.relationLists.list
    var numbers: [Int64] = []
    try connection.rows(
      "SELECT DISTINCT relation FROM temp.staged WHERE relation < :limit",
      ["limit": .integer(CellStager.relationNumber + 1)]
    ) { numbers.append($0.int64(0)) }
    for staged in numbers {
      let number = Int(CellStager.relationNumber - staged)
      let code = Relation(number: number, in: list)?.code
      if code == nil {
        var lines: [Int] = []
        try connection.rows(
          "SELECT line FROM temp.staged WHERE relation = :staged", ["staged": .integer(staged)]
        ) { lines.append($0.int(0)) }
        staging.faults += lines.map {
          Fault(
            line: $0, column: "relation", value: String(number),
            .cell(.unknownValue, allowed: ColumnKind.relation.allowedNames))
        }
      }
      try connection.run(
        "UPDATE temp.staged SET relation = :code WHERE relation = :staged",
        ["code": Value(code), "staged": .integer(staged)])
    }
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
