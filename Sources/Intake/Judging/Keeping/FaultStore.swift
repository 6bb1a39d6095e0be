import SQLite

/// Faults in a temporary file, which is gone with it.
final class FaultStore {
  private let connection: Connection
  /// What is at fault in a file as a whole, of which there is little; a fault names its place here.
  private(set) var ofFile: [FaultKind] = []
  private var lastKind: (kind: FaultKind, parts: [UInt8])?

  init() throws(SQLiteFailure) {
    connection = try Connection.temporary(kibibytes: 4_096)
    try connection.execute(
      """
      CREATE TABLE fault (
        line INTEGER NOT NULL, "column" TEXT NOT NULL, value TEXT, kind BLOB, of_file INTEGER,
        cause TEXT) STRICT;
      """)
  }

  func add(_ faults: [Fault]) throws(SQLiteFailure) {
    try connection.transaction { () throws(SQLiteFailure) in
      let statement = try connection.prepare("INSERT INTO fault VALUES (?, ?, ?, ?, ?, ?)")
      for fault in faults {
        statement.bind(fault.line, at: 1)
        statement.bind(fault.column ?? "", at: 2)
        statement.bind(fault.value, at: 3)
        if let parts = parts(of: fault.kind) {
          statement.bind(blob: parts.span, at: 4)
          statement.bindNull(at: 5)
        } else {
          ofFile.append(fault.kind)
          statement.bindNull(at: 4)
          statement.bind(ofFile.count - 1, at: 5)
        }
        statement.bind(fault.cause, at: 6)
        _ = try statement.step()
        statement.reset()
      }
    }
  }

  /// Rows that follow each other are often at fault in one way.
  private func parts(of kind: FaultKind) -> [UInt8]? {
    if let lastKind, lastKind.kind == kind { return lastKind.parts }
    guard let parts = kind.parts else { return nil }
    lastKind = (kind, parts)
    return parts
  }

  /// How many causes they have.
  func causes() throws(SQLiteFailure) -> Int {
    try connection.first(
      "SELECT count(*) FILTER (WHERE cause IS NULL) + count(DISTINCT cause) FROM fault"
    ) { $0.int(0) } ?? 0
  }

  /// All of them, by line and column.
  func cursor() throws(SQLiteFailure) -> Cursor {
    // An index, and not a sort of whole rows: mostly they lie in this order already.
    try connection.execute(
      #"CREATE INDEX IF NOT EXISTS fault_place ON fault (line, "column")"#)
    return Cursor(
      self,
      try connection.prepare(
        #"SELECT line, "column", value, kind, of_file FROM fault ORDER BY line, "column", rowid"#))
  }

  func forEach(_ body: (Fault) throws(SQLiteFailure) -> Void) throws(SQLiteFailure) {
    try connection.rows(#"SELECT line, "column", value, kind, of_file FROM fault"#) {
      row throws(SQLiteFailure) in
      try body(
        Fault(
          line: row.int(0), column: row.text(1), value: row.optionalText(2),
          parts: row.optionalBytes(3), orOfFile: row.optionalInt(4), ofFile))
    }
  }

  /// Gives one fault after the other, and keeps the store.
  final class Cursor {
    private let store: FaultStore
    private let statement: Statement

    fileprivate init(_ store: FaultStore, _ statement: consuming Statement) {
      self.store = store
      self.statement = statement
    }

    /// Nil after the last.
    func next() throws(SQLiteFailure) -> Fault? {
      guard try statement.step() else { return nil }
      return Fault(
        line: statement.int(0), column: statement.text(1), value: statement.optionalText(2),
        parts: statement.optionalBytes(3), orOfFile: statement.optionalInt(4), store.ofFile)
    }
  }
}

extension Fault {
  fileprivate init(
    line: Int, column: String, value: String?, parts: [UInt8]?, orOfFile place: Int?,
    _ ofFile: [FaultKind]
  ) {
    let kind = parts.map(FaultKind.init(parts:)) ?? ofFile[place ?? 0]
    self.init(line: line, column: column.isEmpty ? nil : column, value: value, kind)
  }
}
