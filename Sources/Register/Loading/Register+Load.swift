import SQLite

// Loading many rows. The first roster of a county or a province is hundreds of thousands of rows into tables that
// hold none: then it is cheapest to add the rows in the order of their ids, block by block, to make the indexes of
// another order afterwards, to look foreign keys up once at the end, and to hash the rows as they come by instead
// of reading them back. What the register promises is the same: every rule is asked when the entry is judged, and
// nothing is kept where one is broken.

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
    try connection.setSortThreads(2)
    for text in texts { try connection.execute(text) }
    try connection.setSortThreads(0)
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

  /// Adds rows to the end of a table, and of others whose rows are made along with them; a second thread makes
  /// them.
  ///
  /// The second thread has ended when this returns or throws; only then the maker is the caller's again.
  ///
  /// - Parameters:
  ///   - others: the tables of the blocks beside a block, in their order.
  ///   - notes: columns of a block's rows that the maker keeps for itself.
  ///   - judge: decides which of the rows enter; nil where all do, each with its id set by the maker.
  ///   - goesOn: called with each block before its rows are added; false interrupts.
  package func load<Maker: BlockMaker & ~Copyable>(
    _ table: FactTable, and others: [FactTable] = [], for entry: borrowing OpenEntry,
    notes: Int = 0, from maker: consuming Maker, judge: (any BlockJudge)? = nil,
    goesOn: @escaping (FactBlock) -> Bool = { _ in true }
  ) throws(SQLiteFailure) -> Maker {
    var blocks: [FactBlock] = []
    for _ in 0..<Register.blockCount {
      let beside = others.map { FactBlock($0, capacity: Register.blockRows, of: entry) }
      blocks.append(
        FactBlock(table, capacity: Register.blockRows, notes: notes, beside: beside, of: entry))
    }
    let tables = [table] + others
    let pipeline = Pipeline(
      blocks, judge == nil ? tables.map { LeafHasher($0) } : [], maker: maker)
    defer { pipeline.stop() }
    var loaded: [LoadedTable] = []
    for table in tables { loaded.append(try LoadedTable(table, self)) }
    let next = { () throws(SQLiteFailure) -> FactBlock? in
      guard let block = pipeline.next() else { return nil }
      guard goesOn(block) else { throw .interrupted }
      guard let judge else { return block }
      return try judge.judge(block) ? block : nil
    }
    if others.isEmpty {
      try loaded[0].add(next(), following: next, to: self)
    } else {
      while let block = try next() {
        for (table, block) in zip(loaded, [block] + block.beside) {
          try table.add(block, to: self)
        }
      }
    }
    for table in loaded { try table.end(entry, self) }
    return pipeline.end()
  }

  /// Has the figures of an entry that loaded every household there is kept as they were summed, and the lists of
  /// who may have exceptions as they were gathered (`settleKept`).
  package func keep(
    _ figures: LoadedFigures, _ candidates: LoadedCandidates, of entry: borrowing OpenEntry
  ) {
    (entry.loaded.figures, entry.loaded.candidates) = (figures, candidates)
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

/// A table that is loaded: the rows of blocks are added to its end.
private final class LoadedTable: RowSource {
  private let table: FactTable
  private let source: String
  /// Adds the block's rows. Nothing is kept where one is refused, so that those before it need not be taken back.
  private let statement: String
  private let firstID: Int64
  private var hasher: LeafHasher
  private var block: FactBlock?
  private var following: () throws(SQLiteFailure) -> FactBlock? = { nil }
  private var index = 0
  /// The rows given.
  private var count: Int64 = 0

  init(_ table: FactTable, _ register: Register) throws(SQLiteFailure) {
    self.table = table
    hasher = LeafHasher(table)
    source = "loaded_\(table.name)"
    let names = table.columns.joined(separator: ", ")
    statement = "INSERT OR FAIL INTO \(table.name) (\(names)) SELECT \(names) FROM \(source)"
    firstID = try register.newestID(of: table) + 1
    try register.connection.lend(self, as: source, columns: table.columns)
  }

  /// Adds the rows of a block, and by the same statement those of the blocks that `following` gives.
  func add(
    _ block: FactBlock?,
    following: @escaping () throws(SQLiteFailure) -> FactBlock? = { nil }, to register: Register
  ) throws(SQLiteFailure) {
    guard let block, block.count > 0 else { return }
    use(block)
    self.following = following
    defer { (self.block, self.following) = (nil, { nil }) }
    try register.connection.run(statement)
  }

  private func use(_ block: FactBlock) {
    hasher.add(block)
    self.block = block
    index = 0
  }

  /// Notes what was added, and what it is hashed to.
  func end(_ entry: borrowing OpenEntry, _ register: Register) throws(SQLiteFailure) {
    try register.connection.withdraw(source: source)
    let part = EntryPart(
      table: table, firstID: firstID, lastID: try register.newestID(of: table))
    guard part.count == count else { preconditionFailure("ids of \(table.name) are not dense") }
    if count > 0 { entry.loaded.note(part, hasher.finish()) }
  }

  func begin() {}

  func next(_ row: borrowing LentRow) throws(SQLiteFailure) -> Bool {
    while let block {
      while index < block.count {
        index += 1
        if block.isLeftOut(index - 1) { continue }
        row.set(block.row(index - 1))
        count += 1
        return true
      }
      guard let next = try following() else { return false }
      use(next)
    }
    return false
  }
}
