import Domain
import SQLite
import Schema

/// One register: a file and the connection to it.
///
/// Everything that touches the database goes through here. Reading needs no entry; every write is one
/// `write(_:_:)`, which is one transaction and one entry.
package final class Register {
  package let connection: Connection
  /// The office the register belongs to.
  package let office: RegionCode
  /// The programme year it was made for.
  package let year: Int
  /// What the file's schema is made of.
  let schema: Migrations
  /// Told of the moment at which an entry becomes true; nil where nobody needs to know.
  package var commits: CommitWatch?
  /// How the file and the files beside it were, where it is read as one that nobody changes.
  var unchanging: (path: String, companions: Companions)?

  /// From which sizes on it counts in another way; as they are but for tests.
  package var limits = CountingLimits()

  /// Who may have exceptions by an entry that loaded all households there are. Kept in memory until the lists are
  /// made at the end of the command: by then later sheets of it may have changed them.
  var loadedCandidates: (entry: Int64, candidates: LoadedCandidates)?

  /// What a second connection does for this one.
  let secondWork = SecondWork()

  /// - Precondition: the file is this office's register, or becomes it before anything is asked of it.
  init(
    connection: consuming Connection, office: RegionCode, year: Int,
    schema: Migrations = .released
  ) {
    self.schema = schema
    self.connection = connection
    self.office = office
    self.year = year
  }

  /// Leaves nothing in the log, so that the file copied alone lacks nothing; unless somebody else writes, who
  /// then does it.
  deinit { if !connection.isReadOnly { connection.checkpointIfFree(isLast: true) } }

  /// The schema's version of a file that claims to be a register.
  ///
  /// Throws `notARegister`, `trialVersion` or `newerVersion`.
  static func version(
    of connection: borrowing Connection, path: String, _ schema: Migrations
  ) throws(RegisterFault) -> Int {
    let (mark, version): (Int64, Int)
    do throws(SQLiteFailure) {
      mark = try connection.first("PRAGMA application_id") { $0.int64(0) } ?? 0
      version = try connection.first("PRAGMA user_version") { $0.int(0) } ?? 0
    } catch { throw fault(opening: path, error) }
    guard mark == Int64(Migrations.applicationID) else { throw .notARegister(path: path) }
    guard version >= Migrations.firstVersion else {
      throw .trialVersion(path: path, found: version)
    }
    guard version <= schema.newest else {
      throw .newerVersion(found: version, known: schema.newest)
    }
    return version
  }

  /// Takes over a connection to a register of a schema's version.
  static func adopt(
    _ connection: consuming Connection, path: String, writing: Bool, schema: Migrations,
    version: Int
  ) throws(RegisterFault) -> Register {
    if writing { try refuseAltered(connection, path: path, schema: schema, version: version) }
    do throws(SQLiteFailure) {
      // A view of that name could be without an end.
      let isTable = try connection.first(
        "SELECT type FROM sqlite_schema WHERE name = 'register'"
      ) { $0.text(0) == "table" }
      guard isTable == true else { throw foreignFile }
      let header = try connection.first("SELECT office_code, year FROM register WHERE id = 1") {
        ($0.int64(0), $0.int(1))
      }
      guard let header, let office = RegionCode(header.0) else { throw foreignFile }
      return Register(
        connection: connection, office: office, year: header.1, schema: schema)
    } catch { throw fault(opening: path, error) }
  }

  /// Throws `alteredSchema` where the schema is not what the migrations make: nothing may be written then.
  static func refuseAltered(
    _ connection: borrowing Connection, path: String, schema: Migrations, version: Int
  ) throws(RegisterFault) {
    let differences: [SchemaDifference]
    do throws(SQLiteFailure) {
      differences = try schema.differences(of: connection, version: version)
    } catch { throw fault(opening: path, error) }
    guard differences.isEmpty else { throw .alteredSchema(path: path, differences) }
  }

  private static let foreignFile = SQLiteFailure(code: 26, message: "not a register")

  static func fault(opening path: String, _ failure: SQLiteFailure) -> RegisterFault {
    if failure.isMissing { return .missing(path: path) }
    if failure.isAlreadyThere { return .alreadyThere(path: path) }
    if failure.isSymbolicLink { return .symbolicLink(path: path) }
    if failure.primaryCode == 26 { return .notARegister(path: path) }
    return .database(failure)
  }

  /// Turns SQLite's failures into the register's.
  package func asking<Answer>(
    _ body: () throws(SQLiteFailure) -> Answer
  ) throws(RegisterFault) -> Answer {
    do throws(SQLiteFailure) { return try body() } catch { throw .database(error) }
  }

  /// The last entry's number and hash; 0 and nothing before the first.
  package func lastEntry() throws(RegisterFault) -> (number: Int64, hash: SHA256Digest?) {
    try asking { () throws(SQLiteFailure) in
      try connection.first("SELECT id, hash FROM entry ORDER BY id DESC LIMIT 1") { row in
        (row.int64(0), SHA256Digest(bytes: row.bytes(1)))
      } ?? (0, nil)
    }
  }

  /// The hash of an entry; nil where there is no such entry.
  package func hash(ofEntry number: Int64) throws(SQLiteFailure) -> SHA256Digest? {
    try connection.first(
      "SELECT hash FROM entry WHERE id = :id", ["id": .integer(number)],
      { SHA256Digest(bytes: $0.bytes(0)) }) ?? nil
  }
}
