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

  /// - Precondition: the file is this office's register, or becomes it before anything is asked of it.
  init(connection: consuming Connection, office: RegionCode, year: Int) {
    self.connection = connection
    self.office = office
    self.year = year
  }

  /// Leaves nothing in the log, so that the file copied alone lacks nothing; unless somebody else writes, who
  /// then does it.
  deinit { if !connection.isReadOnly { connection.checkpointIfFree() } }

  /// Opens a register that is there.
  ///
  /// Where a program was killed as it wrote into the file itself (`writeLoaded`), what it wrote is undone
  /// first, and whoever writes puts the file back into WAL mode.
  package static func open(
    path: String, writing: Bool, waitMilliseconds: Int32 = 10_000
  ) throws(RegisterFault) -> Register {
    do throws(RegisterFault) {
      let register = try connect(path, writing: writing, waitMilliseconds)
      // Another who reads at this moment is no hindrance to writing: the next writer tries again.
      if writing { try? register.connection.startWriteAheadLog() }
      return register
    } catch {
      guard case .database(let failure) = error, failure.needsRollback else { throw error }
      _ = try connect(path, writing: true, waitMilliseconds)
      return try connect(path, writing: writing, waitMilliseconds)
    }
  }

  private static func connect(
    _ path: String, writing: Bool, _ waitMilliseconds: Int32
  ) throws(RegisterFault) -> Register {
    let connection: Connection
    do throws(SQLiteFailure) {
      connection = try Connection(
        path: path, mode: writing ? .readWrite : .readOnly,
        busyTimeoutMilliseconds: waitMilliseconds)
    } catch {
      throw fault(opening: path, error)
    }
    return try adopt(connection, path: path)
  }

  /// Takes over a connection to a file that claims to be a register.
  static func adopt(
    _ connection: consuming Connection, path: String
  ) throws(RegisterFault) -> Register {
    do throws(SQLiteFailure) {
      let mark = try connection.first("PRAGMA application_id") { $0.int64(0) }
      guard mark == Int64(Migrations.applicationID) else { throw Register.foreignFile }
      let version = try connection.first("PRAGMA user_version") { $0.int(0) } ?? 0
      guard version <= Migrations.released.newest else { throw Register.newerFile(version) }
      let header = try connection.first("SELECT office_code, year FROM register WHERE id = 1") {
        ($0.int64(0), $0.int(1))
      }
      guard let header, let office = RegionCode(header.0) else { throw Register.foreignFile }
      return Register(connection: connection, office: office, year: header.1)
    } catch {
      throw fault(opening: path, error)
    }
  }

  private static let foreignFile = SQLiteFailure(code: 26, message: "not a register")

  private static func newerFile(_ version: Int) -> SQLiteFailure {
    SQLiteFailure(code: newerFileCode, message: String(version))
  }

  /// Not a code of SQLite's: marks a file of a later program on its way to `fault(opening:)`.
  private static let newerFileCode: Int32 = -2

  static func fault(opening path: String, _ failure: SQLiteFailure) -> RegisterFault {
    if failure.code == newerFileCode {
      return .newerVersion(found: Int(failure.message) ?? 0, known: Migrations.released.newest)
    }
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
}
