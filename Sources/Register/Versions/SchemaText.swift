import SQLite
import Schema

/// A table, view, trigger or index that is not as the migrations made it, or a list of the chain's.
package struct SchemaDifference: Sendable, Equatable {
  package enum Kind: String, Sendable {
    case missing, changed, foreign
  }

  /// `table`, `view`, `trigger` or `index`; `rows` for what a list holds.
  package let type: String
  package let name: String
  package let kind: Kind

  package init(type: String, name: String, kind: Kind) {
    self.type = type
    self.name = name
    self.kind = kind
  }
}

/// The schema of a file as text, and the lists that decide what the chain covers.
///
/// A rule is worth what its trigger is, so a register is written to only where these are what the migrations
/// make.
struct SchemaText {
  private struct Key: Hashable {
    let type: String
    let name: String
  }

  private var texts: [Key: String] = [:]
  private var digestBytes = ChainBytes()

  /// What decides which facts the chain covers, and the table without a row that keeps an entry from being
  /// committed open; each with its order.
  private static let lists = [
    ("fact_table", "1, 2"), ("fact_column", "1, 2"), ("entry_column", "1, 2"), ("never", "1"),
  ]

  /// What SQLite keeps for itself: it can neither run nor hold facts.
  private static let ownOfSQLite = """
    type = 'table' AND name IN ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')
      OR type = 'index' AND sql IS NULL
    """

  /// Nothing of the file's own runs: what is no table is not asked.
  ///
  /// - Parameter forDigestOnly: for a quick look whether anything is different at all.
  init(of connection: borrowing Connection, forDigestOnly: Bool = false) throws(SQLiteFailure) {
    var tables: Set<String> = []
    try connection.rows(
      """
      SELECT type, name, ifnull(sql, '') FROM sqlite_schema
      WHERE NOT (\(SchemaText.ownOfSQLite)) ORDER BY type, name
      """
    ) { row in
      for column in Int32(0)..<3 { digestBytes.append(row.lent(column)) }
      if !forDigestOnly { texts[Key(type: row.text(0), name: row.text(1))] = row.text(2) }
    }
    try connection.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") {
      tables.insert($0.text(0))
    }
    for (list, order) in SchemaText.lists where tables.contains(list) {
      var text = ""
      try connection.rows("SELECT * FROM \(list) ORDER BY \(order)") { row in
        for column in 0..<row.columnCount {
          digestBytes.append(row.lent(column))
          if !forDigestOnly { text += "\(row.value(column)) " }
        }
      }
      texts[Key(type: "rows", name: list)] = text
    }
  }

  /// What the migrations make of an empty file.
  init(of schema: Migrations, version: Int) throws(SQLiteFailure) {
    let fresh = try Connection.inMemory()
    try schema.run(on: fresh, through: version)
    try self.init(of: fresh)
  }

  /// Of everything, in a fixed order.
  var digest: SHA256Digest { digestBytes.digest }

  /// What is not as in `expected`, by name.
  func differences(from expected: SchemaText) -> [SchemaDifference] {
    let keys = Set(texts.keys).union(expected.texts.keys)
      .sorted { ($0.name, $0.type) < ($1.name, $1.type) }
    return keys.compactMap { key in
      let (found, wanted) = (texts[key], expected.texts[key])
      if found == wanted { return nil }
      return SchemaDifference(
        type: key.type, name: key.name,
        kind: found == nil ? .missing : wanted == nil ? .foreign : .changed)
    }
  }
}

extension Migrations {
  /// SHA-256 of the schema that the migrations up to a version make, in hexadecimal.
  package func digest(ofVersion version: Int) throws(SQLiteFailure) -> String {
    try SchemaText(of: self, version: version).digest.hexadecimal
  }

  /// What of a file's schema is not as these migrations make it.
  ///
  /// The digest of a step only saves the time of running them: a wrong one costs that time.
  func differences(
    of connection: borrowing Connection, version: Int
  ) throws(SQLiteFailure) -> [SchemaDifference] {
    if let known = steps.last(where: { $0.version == version })?.schemaDigest,
      try SchemaText(of: connection, forDigestOnly: true).digest.hexadecimal == known
    {
      return []
    }
    return try SchemaText(of: connection).differences(
      from: try SchemaText(of: self, version: version))
  }
}
