import Domain
import SQLite

/// A sheet of which each row is one fact in one table.
struct FactSheetRules: SheetRules {
  let sheet: Sheet
  let references: [ReferenceColumn]
  let checks: [RowCheck]
  let merge: Merge
  /// An identity the row makes where it is not there: its table and column.
  var identity: Identity?
  /// A column whose codes become places where they are not.
  var places: String?
  /// Rules of the register that the table's facts may break: the view, and the column to blame.
  var rules: [AppliedRule] = []
  /// What may rest on a fact that a row takes back: gives, of the rows `s`, the line, the table's number and
  /// the row id of each fact that does.
  var dependents: String?
  /// Whether the register has no rule about those dependents, so that they are asked for without its refusal.
  var ownsDependents = false
  /// Further judgements in SQL.
  var judgements: [Judgement] = []
  /// What is taken but should be known: the rows these give are warned of.
  var warnings: [Judgement] = []
  /// What is warned of once the facts are in.
  var appliedWarning: (@Sendable (ImportWork) throws(SQLiteFailure) -> Void)?
  /// The numbers that the sheet makes identities of.
  var newNumbers: NewNumbers?
  /// Where the fact is of a household: it should begin before the household ends.
  var ends: EndedHouseholds?
  /// How its rows are judged one by one where a file has many; nil: they are always staged.
  var plainly: PlainWay?

  /// The row triggers a sheet of many rows does without.
  var rowTriggers: [String] { ["\(merge.table)_enters"] }

  struct Identity: Sendable {
    let table: String
    let column: String
  }

  var stagedColumns: [String] {
    references.compactMap(\.stagedColumn) + (identity.map { ["\($0.table)_id INTEGER"] } ?? [])
  }

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    for reference in references { try reference.resolve(work) }
    try OfficeBoundary.judge(work)
    try RepeatedKeys.judge(work)
    try newNumbers?.judge(work)
    for judgement in judgements { try judgement.judge(work) }
    for warning in warnings { try warning.warn(work) }
    try VillageValidity.warn(work)
  }

  func apply(_ work: ImportWork) throws(SQLiteFailure) {
    if let places {
      try work.register.connection.run(
        """
        INSERT INTO place (code, entered)
        SELECT DISTINCT \(places), :entry FROM temp.staged AS s
        WHERE rejected = 0 AND NOT EXISTS (SELECT 1 FROM place WHERE code = s.\(places))
        """, ["entry": .integer(work.entry)])
    }
    if let identity {
      try work.register.connection.run(
        """
        INSERT INTO \(identity.table) (\(identity.column), entered)
        SELECT DISTINCT \(identity.column), :entry FROM temp.staged AS s
        WHERE rejected = 0 AND withdraws = 0 AND NOT EXISTS (
          SELECT 1 FROM \(identity.table) AS known WHERE known.\(identity.column) = s.\(identity.column))
        """, ["entry": .integer(work.entry)])
      try work.register.connection.run(
        """
        UPDATE temp.staged AS s SET \(identity.table)_id = (
          SELECT id FROM \(identity.table) WHERE \(identity.column) = s.\(identity.column))
        WHERE rejected = 0
        """)
    }
    try BulkLoading.run(work, without: rowTriggers) { () throws(SQLiteFailure) in
      try merge.run(work, isPrimary: true)
    }
    try merge.judgeWithdrawals(work)
    if ownsDependents { try judgeDependents(work) }
    try ends?.warn(work, merge.table)
    try appliedWarning?(work)
  }

  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    for rule in rules { try rule.judge(work) }
    if !ownsDependents { try judgeDependents(work) }
  }

  private func judgeDependents(_ work: ImportWork) throws(SQLiteFailure) {
    guard let dependents else { return }
    try Dependents.judge(
      work, column: "withdraw",
      dependents + " WHERE s.withdraws = 1 AND s.rejected = 0")
  }
}

/// A judgement in SQL: the rows it gives are at fault.
struct Judgement: Sendable {
  let column: String
  /// Gives the line, and what `kind` reads.
  let sql: String
  let kind: @Sendable (borrowing Row) -> FaultKind

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(column, sql, [:], kind)
  }

  func warn(_ work: ImportWork) throws(SQLiteFailure) {
    var found: [(line: Int, kind: FaultKind)] = []
    try work.register.connection.rows(sql) { found.append(($0.int(0), kind($0))) }
    for (line, kind) in found {
      work.warn(
        Fault(
          line: line, column: column, value: try work.written(column, line: line), kind))
    }
  }
}

/// A rule of the register (m0003) asked about the facts just added.
struct AppliedRule: Sendable {
  let table: String
  let view: String
  let column: String
  /// More of the view's columns, and what to make of a breach: the row is `on_day` and those.
  let more: [String]
  let kind: @Sendable (borrowing Row) -> FaultKind

  init(
    _ view: String, on table: String, column: String, more: [String] = [],
    _ kind: @escaping @Sendable (borrowing Row) -> FaultKind
  ) {
    self.view = view
    self.table = table
    self.column = column
    self.more = more
    self.kind = kind
  }

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    guard let landing = work.landings[table] else { return }
    var breaches: [(fact: Int64, kind: FaultKind)] = []
    let columns = (["fact_id", "on_day"] + more).joined(separator: ", ")
    try work.register.connection.rows(
      "SELECT \(columns) FROM \(view) WHERE fact_id >= :first",
      ["first": .integer(landing.firstID)]
    ) { breaches.append(($0.int64(0), kind($0))) }
    var blamed: Set<Int> = []
    for breach in breaches {
      guard let line = try work.line(ofFact: breach.fact, in: table),
        blamed.insert(line).inserted
      else { continue }
      work.add(
        Fault(
          line: line, column: column, value: try work.written(column, line: line), breach.kind))
    }
  }
}

/// Loads many rows without the triggers that guard single ones; the entry's seal judges them set-wise.
enum BulkLoading {
  /// From how many staged rows on a table's row triggers cost more than dropping and making them.
  static let rows = 2_000

  static func run(
    _ work: ImportWork, without triggers: [String], _ body: () throws(SQLiteFailure) -> Void
  ) throws(SQLiteFailure) {
    let count = try work.register.connection.first("SELECT count(*) FROM temp.staged") { $0.int(0) }
    guard let count, count >= rows else { return try body() }
    try work.register.withoutTriggers(triggers, body)
  }
}
