import SQLite

// Loading many rows. The first roster of a county or a province is hundreds of thousands of rows
// into tables that hold none: then it is cheapest to add the rows in the order of their ids by one statement
// a table, to make the indexes of another order afterwards, to look foreign keys up once at the end, and to hash the rows
// as they come by instead of reading them back. What the register promises is the same: every rule is asked
// when the entry is judged, and nothing is kept where one is broken.

extension Register {
  /// Writes an entry whose facts are loaded into empty tables; else as `writeOrAbandon`.
  ///
  /// What the rows refer to is looked up at the end of `body` instead of row by row. Where nobody else has
  /// the file open, it is written without the log: new pages need no journal, so that each is written once.
  package func writeLoaded<Answer>(
    _ header: EntryHeader, into tables: [String], isTrial: Bool,
    _ body: (borrowing OpenEntry) throws(RegisterFault) -> EntryDecision<Answer>
  ) throws(RegisterFault) -> (entry: Int64?, answer: Answer) {
    // With somebody else at the file the log does as well. Whoever writes next starts it where this cannot.
    // A trial leaves the file alone.
    if !isTrial { try? connection.leaveWriteAheadLog() }
    // Rows are added at the end of tables: what the households take leaves less for pages, and less is needed.
    try? connection.setCache(kibibytes: Register.loadingCache)
    defer { try? connection.setCache() }
    defer { if !isTrial { try? connection.startWriteAheadLog() } }
    return try writeOrAbandon(header, isTrial: isTrial) {
      (entry: borrowing OpenEntry) throws(RegisterFault) in
      // The entry is open with foreign keys on, so that it cannot commit without its hash; and they are on again
      // before it is judged.
      try asking { () throws(SQLiteFailure) in try connection.setForeignKeys(false) }
      defer { try? connection.setForeignKeys(true) }
      let decision = try body(entry)
      if case .abandon = decision { return decision }
      try asking { () throws(SQLiteFailure) in
        for table in tables { try checkReferences(of: table) }
        try connection.setForeignKeys(true)
      }
      return decision
    }
  }

  /// Looks up what the rows of a loaded table refer to.
  ///
  /// The entry is the one that is open (`FactBlock`). Loaded households are numbered from 1 without a gap
  /// (`load`), so that it is enough to look at the least and the greatest reference.
  private func checkReferences(of table: String) throws(SQLiteFailure) {
    var parents: Set<String> = []
    try connection.rows(
      "SELECT [table] FROM pragma_foreign_key_list(:table)", ["table": .text(table)]
    ) { parents.insert($0.text(0)) }
    guard parents.subtracting(["entry"]) == ["household"] else {
      let dangling = try connection.first(
        "SELECT 1 FROM pragma_foreign_key_check(:table)", ["table": .text(table)]
      ) { _ in true }
      guard dangling == nil else { throw .danglingReference(in: table) }
      return
    }
    let isInside = try connection.first(
      """
      SELECT ifnull((SELECT min(household_id) FROM \(table) WHERE withdrawn IS NULL), 1) >= 1
        AND ifnull((SELECT max(household_id) FROM \(table) WHERE withdrawn IS NULL), 0)
          <= (SELECT ifnull(max(id), 0) FROM household)
      """
    ) { $0.int(0) == 1 }
    guard isInside == true else { throw .danglingReference(in: table) }
  }

  /// Whether none of the tables holds a row.
  package func areEmpty(_ tables: [String]) throws(SQLiteFailure) -> Bool {
    for table in tables {
      let row = try connection.first("SELECT 1 FROM \(table) LIMIT 1") { _ in true }
      if row != nil { return false }
    }
    return true
  }

  /// Runs `body` without some indexes, and without the triggers that look at each row that enters the tables;
  /// both are made anew at its end.
  ///
  /// Where `body` answers false, they are not: the transaction is to be rolled back.
  ///
  /// - Parameter indexes: those whose order is not the one in which rows are loaded.
  package func loading(
    _ tables: [String], without indexes: [String], _ body: () throws(SQLiteFailure) -> Bool
  ) throws(SQLiteFailure) -> Bool {
    let texts = try drop("index", indexes)
    var isKept = false
    try withoutTriggers(tables.map { "\($0)_enters" }) { () throws(SQLiteFailure) in
      isKept = try body()
    }
    guard isKept else { return false }
    // A sort takes as much room as the pages do: a smaller cache for both costs it next to nothing.
    try connection.setCache(kibibytes: 3_072)
    for text in texts { try connection.execute(text) }
    try connection.setCache(kibibytes: Register.loadingCache)
    return true
  }

  /// Runs `body` without a table's row triggers `names`, and puts them back as they were.
  ///
  /// - Precondition: a transaction is open. Whatever the triggers do, the caller does set-wise.
  package func withoutTriggers(
    _ names: [String], _ body: () throws(SQLiteFailure) -> Void
  ) throws(SQLiteFailure) {
    let texts = try drop("trigger", names)
    try body()
    for text in texts { try connection.execute(text) }
  }

  /// Drops triggers or indexes and gives the statements that make them anew.
  private func drop(_ kind: String, _ names: [String]) throws(SQLiteFailure) -> [String] {
    var texts: [String] = []
    for name in names {
      let text = try connection.first(
        "SELECT sql FROM sqlite_schema WHERE type = :kind AND name = :name",
        ["kind": .text(kind), "name": .text(name)]
      ) { $0.text(0) }
      guard let text else { preconditionFailure("no \(kind) \(name)") }
      texts.append(text)
      try connection.execute("DROP \(kind) \(name)")
    }
    return texts
  }

  private static let loadingCache = 10_240

  /// Rows of a block, and blocks of a pipeline.
  private static let blockRows = 512
  private static let blockCount = 6

  /// Adds rows to the end of a table; a second thread makes them, and hashes them where all of them enter.
  ///
  /// The second thread has ended when this returns or throws; only then the maker is the caller's again.
  ///
  /// - Parameters:
  ///   - notes: columns of a block's rows that the maker keeps for itself.
  ///   - judge: decides which of the rows enter; nil where all do, each with its id set by the maker.
  ///   - goesOn: called with each block before its rows are added; false interrupts.
  package func load<Maker: BlockMaker & ~Copyable>(
    _ table: FactTable, for entry: borrowing OpenEntry, notes: Int = 0,
    from maker: consuming Maker, judge: (any BlockJudge)? = nil,
    goesOn: @escaping (FactBlock) -> Bool = { _ in true }
  ) throws(SQLiteFailure) -> Maker {
    var blocks: [FactBlock] = []
    for _ in 0..<Register.blockCount {
      blocks.append(FactBlock(table, capacity: Register.blockRows, notes: notes, of: entry))
    }
    let hasher = LeafHasher(table)
    let pipeline = Pipeline(blocks, judge == nil ? hasher : nil, maker: maker)
    defer { pipeline.stop() }
    let rows = FactSource(next: pipeline.next, judge.map { ($0, hasher) }, goesOn)
    let source = "loaded_\(table.name)"
    try connection.lend(rows, as: source, columns: table.columns)
    let names = table.columns.joined(separator: ", ")
    let first = try newestID(of: table) + 1
    try connection.run("INSERT INTO \(table.name) (\(names)) SELECT \(names) FROM \(source)")
    try connection.withdraw(source: source)
    let part = EntryPart(table: table, firstID: first, lastID: try newestID(of: table))
    guard part.count == rows.count else {
      preconditionFailure("ids of \(table.name) are not dense")
    }
    let filled = pipeline.end()
    if part.count > 0, let leaves = filled.leaves ?? rows.leaves() {
      entry.loaded.note(part, leaves)
    }
    return filled.maker
  }

  /// Has the figures of an entry that loaded every household there is kept as they were summed.
  package func keep(_ figures: LoadedFigures, of entry: borrowing OpenEntry) {
    entry.loaded.figures = figures
  }

  /// Says how many records the file has that the entry comes from.
  package func noteRows(_ rows: Int, of entry: borrowing OpenEntry) throws(SQLiteFailure) {
    try connection.run(
      "UPDATE entry SET source_rows = :rows WHERE id = :entry",
      ["rows": Value(rows), "entry": .integer(entry.number)])
  }

  /// The greatest id of a table; 0 where it is empty.
  package func newestID(of table: FactTable) throws(SQLiteFailure) -> Int64 {
    try connection.first("SELECT ifnull(max(id), 0) FROM \(table.name)") { $0.int64(0) } ?? 0
  }
}

/// The rows of blocks as a table.
private final class FactSource: RowSource {
  private let nextBlock: () -> FactBlock?
  /// Who decides which rows enter, and the leaves of those that do; nil where all do, hashed already.
  private let judge: (any BlockJudge)?
  private var hasher: LeafHasher?
  private let goesOn: (FactBlock) -> Bool
  private var block: FactBlock?
  private var index = 0
  /// The rows given.
  private(set) var count: Int64 = 0

  init(
    next: @escaping () -> FactBlock?, _ judged: (any BlockJudge, LeafHasher)?,
    _ goesOn: @escaping (FactBlock) -> Bool
  ) {
    nextBlock = next
    judge = judged?.0
    hasher = judged?.1
    self.goesOn = goesOn
  }

  func begin() {}

  func next(_ row: borrowing LentRow) throws(SQLiteFailure) -> Bool {
    while true {
      if let block, index < block.count {
        index += 1
        if block.isLeftOut(index - 1) { continue }
        row.set(block.row(index - 1))
        count += 1
        return true
      }
      block = nextBlock()
      index = 0
      guard let block else { return false }
      guard goesOn(block) else { throw .interrupted }
      guard let judge else { continue }
      guard try judge.judge(block) else {
        self.block = nil
        return false
      }
      hasher?.add(block)
    }
  }

  /// The digest over the leaves of the rows that were judged; nil where none are hashed here.
  func leaves() -> SHA256Digest? { hasher?.finish() }
}
