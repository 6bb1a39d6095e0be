import Domain
import Register
import SQLite

/// One file's import while it is judged and applied: what the sheet's rules work on.
final class ImportWork {
  let register: Register
  let sheet: Sheet
  /// The file's name; the command's where there is none.
  let name: String
  /// The columns that its rows have.
  private let given: Set<String>
  /// The entry of the facts.
  let entry: Int64
  /// Today in Asia/Shanghai.
  let today: Int32
  /// The place that the file's regions must lie in, or enclose.
  var boundary: RegionCode
  var tellsTownships = false
  private(set) var townships: [Receipt.Township] = []
  /// The households of a roster that are as they stand, and not staged.
  let unchanged: UnchangedHouseholds
  /// Whether rows are staged of which nothing but the household's number could be read.
  var hasUnreadHouseholds = false
  /// Whether the sound rows of a file with faults go in without the others.
  var acceptsValid = false
  /// Whether a row may correct the standing fact of its key.
  var corrects = true
  /// Whether a fact that comes along with a row is refused where none of its key stands
  /// (`ImportOptions.onlyCompares`).
  var onlyCompares = false
  /// Whether rows may leave out what the standing fact of their key keeps (`Submission.completesStanding`).
  var completesStanding = false
  /// The stay that the one row of a roster is about (`Submission.stay`).
  var stay: MemberStay?
  /// How movements of money get their numbers.
  var numbering = MovementNumbering.asGiven
  /// The day on which a roster is the whole county; nil where it is not said to be.
  var completeOn: Int32?
  /// Whether the rows are a file's: then the entry says whose they are.
  var isFile = false
  /// The households whose absent members a complete roster cannot let leave: an event of theirs is in the way.
  var heldHouseholds: Set<Int64> = []
  /// Whom the file does not name; nil where that is not asked.
  var absent: Receipt.Absent?
  /// The cells that are older than events of the register.
  var stale = StaleCells()
  /// How many undated cells put back the value from before an earlier file changed it.
  var putBack = 0
  /// The entries that rest on the fact that the one row of a command takes back; none where none were found.
  var restedOnBy: [Int64] = []
  let faults: FaultLog
  let warnings: FaultLog
  /// What was noticed of the rows as they were applied last.
  let applied = FaultLog()
  /// Lines of the faults found since the rows at fault were last marked.
  private var unmarked: Set<Int>
  /// Where the rows an `apply` added to a table begin, and which of the file's rows they are of.
  var landings: [String: Landing] = [:]
  /// By table whose landing is in `temp.landed`, the place before its first row's.
  private var placesBefore: [String: Int64] = [:]
  private(set) var tally = Tally()
  private var primaryMerge: String?

  struct Landing {
    let firstID: Int64
    /// Numbers of the file's rows, in the order of ids.
    let rowsSQL: String
  }

  /// What became of the file's rows.
  struct Tally {
    var created = 0
    var changed = 0
  }

  init(
    _ register: Register, _ submission: some Submission, entry: Int64, today: Int32,
    staging: Staging
  ) throws(SQLiteFailure) {
    self.register = register
    sheet = submission.sheet
    name = submission.name
    given = Set(submission.sheet.columns.map(\.name).filter(submission.holds))
    self.entry = entry
    self.today = today
    boundary = register.office
    unchanged = staging.unchanged
    faults = staging.faults
    warnings = staging.warnings
    unmarked = Set(try faults.lines { _ in true })
    // Made here: a savepoint that is undone with a table in it ends the questions that are under way.
    try register.connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS landed (place INTEGER PRIMARY KEY, row INTEGER NOT NULL);
      DELETE FROM temp.landed;
      """)
  }

  /// Whether the rows have a column of the sheet.
  func holds(_ column: String) -> Bool { given.contains(column) }

  /// The columns of `temp.staged`: the sheet's, and the ids that judging has found so far.
  func stagedColumns() throws(SQLiteFailure) -> Set<String> {
    var names: Set<String> = []
    try register.connection.rows("SELECT name FROM pragma_table_info('staged', 'temp')") {
      names.insert($0.text(0))
    }
    return names
  }

  func add(_ fault: Fault) {
    faults.append(fault)
    unmarked.insert(fault.line)
  }

  func warn(_ warning: Fault) { warnings.append(warning) }

  func warnApplied(_ warning: Fault) { applied.append(warning) }

  var hasUnmarked: Bool { !unmarked.isEmpty }

  /// Whether a fault of a line was found since the rows at fault were last marked.
  func isUnmarked(_ line: Int) -> Bool { unmarked.contains(line) }

  /// Marks the rows at fault, so that applying passes them over.
  ///
  /// Returns whether any of them was not marked before.
  @discardableResult
  func markRejected() throws(SQLiteFailure) -> Bool {
    try faults.check()
    guard hasUnmarked else { return false }
    try indexLines()
    let statement = try register.connection.prepare(
      "UPDATE temp.staged SET rejected = 1 WHERE line = ? AND rejected <> 1")
    var isAny = false
    for line in unmarked {
      statement.bind(line, at: 1)
      _ = try statement.step()
      statement.reset()
      if register.connection.changes > 0 { isAny = true }
    }
    unmarked = []
    return isAny
  }

  /// A fault looks its row up by line; a file without faults does without the index. A savepoint that is
  /// undone may take it along.
  func indexLines() throws(SQLiteFailure) {
    try register.connection.execute(
      "CREATE INDEX IF NOT EXISTS temp.staged_line ON staged (line)")
  }

  /// Forgets what an application counted, before the next.
  func resetTally() {
    tally = Tally()
    primaryMerge = nil
    landings = [:]
    placesBefore = [:]
    applied.removeAll()
    putBack = 0
  }

  /// Notes which rows a merge created a fact for, or corrected one by.
  ///
  /// A row counts as created where its own fact, the primary merge's, is new; else as changed where any
  /// fact that comes with it is new or corrected.
  func note(_ merge: String, isPrimary: Bool, created: Int) throws(SQLiteFailure) {
    if isPrimary {
      tally.created += created
      try register.connection.execute(
        """
        CREATE TEMP TABLE IF NOT EXISTS changed_row (row INTEGER PRIMARY KEY);
        DELETE FROM temp.changed_row;
        CREATE INDEX temp.\(merge)_row ON \(merge) (row) WHERE state = 1;
        """)
      primaryMerge = merge
    }
    guard let primaryMerge else { preconditionFailure("the primary merge comes first") }
    try register.connection.run(
      """
      INSERT OR IGNORE INTO temp.changed_row (row)
      SELECT row FROM temp.\(merge) AS merged
      WHERE state >= \(isPrimary ? 2 : 1) AND NOT EXISTS (
        SELECT 1 FROM temp.\(primaryMerge) AS own WHERE own.row = merged.row AND own.state = 1)
      """)
    tally.changed =
      try register.connection.first("SELECT count(*) FROM temp.changed_row") { $0.int(0) } ?? 0
  }

  /// Counts as created the rows whose own fact the merge that ran last created, which is not the primary one.
  ///
  /// - Parameter condition: which rows have a fact of their own there, as SQL over `s`.
  func noteCreated(by merge: String, _ condition: String) throws(SQLiteFailure) {
    let rows = """
      SELECT merged.row FROM temp.\(merge) AS merged JOIN temp.staged AS s ON s.row = merged.row
      WHERE merged.state = 1 AND \(condition)
      """
    tally.created +=
      try register.connection.first("SELECT count(*) FROM (\(rows))") { $0.int(0) } ?? 0
    try register.connection.run("DELETE FROM temp.changed_row WHERE row IN (\(rows))")
    tally.changed =
      try register.connection.first("SELECT count(*) FROM temp.changed_row") { $0.int(0) } ?? 0
  }

  /// Notes a row that changed a fact which no merge brought; one that created its own fact stays created.
  func noteChanged(line: Int) throws(SQLiteFailure) {
    guard let primaryMerge else { preconditionFailure("the primary merge comes first") }
    try register.connection.run(
      """
      INSERT OR IGNORE INTO temp.changed_row (row)
      SELECT row FROM temp.staged WHERE line = :line AND NOT EXISTS (
        SELECT 1 FROM temp.\(primaryMerge) AS own WHERE own.row = staged.row AND own.state = 1)
      """, ["line": Value(line)])
    tally.changed =
      try register.connection.first("SELECT count(*) FROM temp.changed_row") { $0.int(0) } ?? 0
  }

  /// Adds a fault for every row of a query that gives a line, and whatever `kind` reads after it.
  func faults(
    _ column: String?, _ sql: String, _ bindings: Bindings = [:],
    _ kind: (borrowing Row) -> FaultKind
  ) throws(SQLiteFailure) {
    // Made beforehand: a table whose rows are being asked for takes no index.
    try indexLines()
    try register.connection.rows(sql, bindings) { row throws(SQLiteFailure) in
      let line = row.int(0)
      add(Fault(line: line, column: column, value: try written(column, line: line), kind(row)))
    }
  }

  /// How many staged rows are rejected.
  private(set) var rejectedRows = 0

  /// The lines of those rows, rising.
  private(set) var rejectedLines: [Int] = []

  func noteCounts() throws(SQLiteFailure) {
    var lines: [Int] = []
    try register.connection.rows(
      "SELECT line FROM temp.staged WHERE rejected = 1 ORDER BY row"
    ) { lines.append($0.int(0)) }
    rejectedLines = lines
    rejectedRows = lines.count
    if tellsTownships { townships = try TownshipTally.count(self, primaryMerge) }
  }

  /// The staged value of a cell as text, masked where it is personal; nil where it is empty.
  func written(_ column: String?, line: Int) throws(SQLiteFailure) -> String? {
    guard let column, let known = sheet.column(column) else { return nil }
    if known.kind == .withdraw { return nil }
    try indexLines()
    let name = known.kind == .residentID ? "resident_key" : "\"\(column)\""
    let value = try register.connection.first(
      "SELECT \(name) FROM temp.staged WHERE line = :line", ["line": Value(line)]
    ) { $0.value(0) }
    return value.flatMap { StagedText.text($0, as: known.kind) }
  }

  /// The line of the file's row that became a fact.
  func line(ofFact id: Int64, in table: String) throws(SQLiteFailure) -> Int? {
    guard let landing = landings[table], id >= landing.firstID else { return nil }
    let before = try placesBefore(table, landing)
    return try register.connection.first(
      """
      SELECT line FROM temp.staged WHERE row = (
        SELECT row FROM temp.landed WHERE place = :place)
      """, ["place": .integer(before + id - landing.firstID + 1)]
    ) { $0.int(0) }
  }

  /// Numbers the rows that became facts, and gives the number before the first: counted through for each fact,
  /// they take the square of the file.
  private func placesBefore(_ table: String, _ landing: Landing) throws(SQLiteFailure) -> Int64 {
    if let known = placesBefore[table] { return known }
    let last = try register.connection.first("SELECT ifnull(max(place), 0) FROM temp.landed") {
      $0.int64(0)
    }
    try register.connection.run("INSERT INTO temp.landed (row) \(landing.rowsSQL)")
    placesBefore[table] = last ?? 0
    return last ?? 0
  }
}
