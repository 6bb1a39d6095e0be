import Domain
import SQLite

// The first pass: every row of the file, read, folded and judged by itself, into a temporary table. It
// lives in SQLite's own temporary file, so memory does not grow with the sheet; all that compares rows with
// each other or with the register is asked of it in SQL, for all rows at once.

/// What the first pass found.
struct Staging {
  /// Records of the file, header and passed-over rows left out.
  var rows = 0
  let faults = FaultLog()
  /// Lines of blank, title and total rows.
  var passedOver = PassedOver()
  /// The lines on which records begin that could not be read and are not in the table.
  var unreadableLines: [Int] = []
  /// What the cells were read as, where that is reported.
  let warnings = FaultLog()
  /// Whether the rest of the file could not be read: a quote that never ends.
  var isCut = false
  /// Whether the file's meaning is in doubt as a whole, so that judging its rows would show nothing.
  var isDoubtful = false
  /// Whether rows that could not be read are in the table, with nothing but their household's number.
  var hasUnreadHouseholds = false
  /// Whether the caller stopped the reading, so that the rest is not here.
  var isStopped = false
  /// The households of a roster that are as they stand, and not in the table.
  var unchanged = UnchangedHouseholds()
  /// Whether some of those have to be in the table, so that the file is to be staged anew without any left out.
  var needsEveryRow = false
}

struct Stager<Rows: SubmittedRows>: ~Copyable {
  let sheet: Sheet
  let headerLine: Int
  private let columns: StagedColumns
  var sink: StagingSink
  let rows: Rows
  var staging = Staging()
  /// The rows of a roster's household, until it is known whether they are staged.
  var held: HeldRows
  /// The numbers of rows that could not be read and are in the table all the same.
  private var unreadRows: [Int] = []

  private init(
    _ sheet: Sheet, headerLine: Int, _ rows: Rows, _ connection: borrowing Connection
  ) throws(SQLiteFailure) {
    self.sheet = sheet
    self.headerLine = headerLine
    columns = StagedColumns(sheet)
    sink = try StagingSink(columns, on: connection)
    held = HeldRows(columns)
    self.rows = rows
  }

  /// Fills `temp.staged` with a submission's rows.
  ///
  /// - Parameters:
  ///   - rules: the sheet's: columns of the table that judging fills, and checks of a row by itself.
  ///   - comparison: makes what the households of a roster are held against; nil where every row is staged.
  ///   - progress: called now and then with the rows and bytes read so far; false stops.
  static func stage<Submitted: Submission>(
    _ submission: Submitted, _ rules: any SheetRules, today: CalendarDate,
    on connection: borrowing Connection,
    comparison: () throws(SQLiteFailure) -> RosterComparison?, progress: (Int, Int64) -> Bool
  ) throws(ImportFault) -> Staging where Submitted.Rows == Rows {
    do throws(SQLiteFailure) {
      let sheet = submission.sheet
      try connection.execute(StagedColumns(sheet).createSQL(rules.stagedColumns))
      // One transaction, of temporary tables alone: else each row ends one, which goes through all changed pages.
      return try connection.transaction(.deferred) { () throws(SQLiteFailure) in
        var stager = try Stager(
          sheet, headerLine: submission.headerLine,
          submission.rows(checks: rules.rowChecks(today: today)), connection)
        return try stager.run(try comparison(), on: connection, progress)
      }
    } catch {
      throw .database(error)
    }
  }

  private mutating func run(
    _ comparison: RosterComparison?, on connection: borrowing Connection,
    _ progress: (Int, Int64) -> Bool
  ) throws(SQLiteFailure) -> Staging {
    while true {
      let isMore = if let comparison { try holdNext(comparison) } else { try stageNext() }
      guard isMore, !staging.isCut else { break }
      if staging.rows & 0xFFF == 0, !progress(staging.rows, rows.bytesRead) {
        staging.isStopped = true
        break
      }
    }
    if let comparison { staging.unchanged = comparison.unchanged }
    staging.passedOver = rows.passedOver
    if !rows.faults.isEmpty {
      staging.faults.append(rows.faults)
      staging.isDoubtful = true
    }
    try rejectUnread(on: connection)
    try settleRelations(on: connection)
    staging.warnings.append(rows.warnings)
    // A column that a spreadsheet destroyed says nothing of any row.
    if !rows.destroyedColumns.isEmpty {
      staging.add(rows.destroyedColumns)
      staging.isDoubtful = true
    }
    return staging
  }

  private mutating func stageNext() throws(SQLiteFailure) -> Bool {
    let next = rows.next(into: &sink)
    if case .end = next { return false }
    try stage(next)
    return true
  }

  /// A row at fault is staged too, to be rejected, so that rows of the
  /// same household are judged with it.
  private mutating func stage(_ next: SubmittedRow) throws(SQLiteFailure) {
    switch next {
    case .end: break
    case .row(let line, let clears, let withdraws, let faults):
      staging.rows += 1
      if !faults.isEmpty { staging.add(faults) }
      try sink.add(row: staging.rows, line: line, clears: clears, withdraws: withdraws ? 1 : 0)
    case .unreadable(let fault, let household, let endsReading):
      staging.rows += 1
      staging.faults.append(fault)
      if let household {
        try stageUnread(household, line: fault.line)
      } else {
        staging.unreadableLines.append(fault.line)
      }
      staging.isCut = endsReading
    }
  }

  /// A household of which a row cannot be read is not taken without it: the row is staged with its
  /// household's number alone, rejected and as one that neither gives nor withdraws.
  private mutating func stageUnread(_ household: String, line: Int) throws(SQLiteFailure) {
    unreadRows.append(staging.rows)
    for slot in columns.slots.indices { sink.setNull(slot) }
    sink.set(columns.firstSlot[0], text: household)
    try sink.add(row: staging.rows, line: line, clears: 0, withdraws: 2)
  }

  private mutating func rejectUnread(on connection: borrowing Connection) throws(SQLiteFailure) {
    staging.hasUnreadHouseholds = !unreadRows.isEmpty
    for row in unreadRows {
      try connection.run(
        "UPDATE temp.staged SET rejected = 1 WHERE row = :row", ["row": Value(row)])
    }
  }
}
