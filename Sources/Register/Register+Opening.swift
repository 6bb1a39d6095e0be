import SQLite
import Schema

// Opening a register. SQLite needs to write to read a file in WAL mode: the log's shared memory, and before it
// whatever a killed program left. Where nothing can be written, for lack of room or of leave, a file without a log is the whole register and
// is read as it is; one whose log or journal holds something is not, and is refused.
//
// So is read a file that this person may not write: the log and the shared memory that SQLite made beside it would
// be his, and keep the owner from writing.

extension Register {
  /// Opens a register that is there.
  ///
  /// Where a program was killed as it wrote into the file itself (`writeLoaded`), what it wrote is undone
  /// first, and whoever writes puts the file back into WAL mode.
  ///
  /// A register of another schema is not opened. To be written to, its schema must be what the migrations make:
  /// `alteredSchema` names what is not.
  package static func open(
    path: String, writing: Bool, waitMilliseconds: Int32 = 10_000, schema: Migrations = .released
  ) throws(RegisterFault) -> Register {
    try refuseForbidden(path, writing: writing)
    try refuseBlocked(beside: path)
    try refuseStray(beside: path)
    if !writing, FileRights.forbidWriting(path), Companions.restsAlone(path) {
      return try openUnchanging(path, nil, schema)
    }
    do throws(RegisterFault) {
      let register = try connect(path, writing ? .readWrite : .readOnly, waitMilliseconds, schema)
      // Another who reads at this moment is no hindrance to writing: the next writer tries again.
      if writing { try? register.connection.startWriteAheadLog() }
      return register
    } catch {
      guard case .database(let failure) = error else { throw error }
      if failure.needsRollback { return try rollBack(path, writing, waitMilliseconds, schema) }
      // On a full disk there is no room for the log's shared memory.
      guard failure.mayBeUnwritable || failure.isFull && !writing else { throw error }
      guard !writing else { throw .database(.readOnlyPlace) }
      if failure.isFull, Companions(of: path).logSize > 0 { throw error }
      return try openUnchanging(path, failure, schema)
    }
  }

  /// Opens for reading what this process has open already, and has judged then: to look at the files beside it
  /// would let go of SQLite's locks on them.
  static func openAgain(path: String, schema: Migrations) throws(RegisterFault) -> Register {
    try connect(path, .readOnly, 10_000, schema)
  }

  /// Throws where the path is a folder's, or permissions keep this person from reading the register or from
  /// writing to it.
  static func refuseForbidden(_ path: String, writing: Bool) throws(RegisterFault) {
    guard !FileRights.isFolder(path) else { throw .isFolder(path: path) }
    guard !FileRights.forbidReading(path) else { throw .unreadable(path: path) }
    guard writing else { return }
    guard !FileRights.forbidWriting(path) else { throw .database(.readOnlyPlace) }
    for suffix in ["-wal", "-shm"] {
      let file = path + suffix
      guard FileRights.forbidWriting(file), let owner = FileRights.owner(of: file) else {
        continue
      }
      throw .companionHeld(
        path: file, owner: owner,
        holdsEntries: suffix == "-wal" && Companions(of: path).logSize > 0)
    }
  }

  /// Throws where a journal or a log beside the file is another's.
  static func refuseStray(beside path: String) throws(RegisterFault) {
    guard !RollbackJournal.isStray(beside: path) else { throw .strayJournal(path: path) }
    guard !WriteAheadLog.isStray(beside: path) else { throw .strayLog(path: path) }
  }

  /// Throws where something that is no file, a symbolic link too, stands in the place of a file beside the register.
  static func refuseBlocked(beside path: String) throws(RegisterFault) {
    for suffix in ["-wal", "-journal", "-shm", "-lock"] where FileRights.isNoFile(path + suffix) {
      throw .companionBlocked(path: path + suffix)
    }
  }

  private static func rollBack(
    _ path: String, _ writing: Bool, _ waitMilliseconds: Int32, _ schema: Migrations
  ) throws(RegisterFault) -> Register {
    do throws(RegisterFault) {
      _ = try connect(path, .readWrite, waitMilliseconds, schema)
    } catch {
      guard case .database(let failure) = error, failure.mayBeUnwritable else { throw error }
      throw .unfinishedLoad(path: path)
    }
    return try connect(path, writing ? .readWrite : .readOnly, waitMilliseconds, schema)
  }

  /// Reads a file as one that nobody changes; `failure` is why it cannot be read in the ordinary way, nil where
  /// that was not tried.
  private static func openUnchanging(
    _ path: String, _ failure: SQLiteFailure?, _ schema: Migrations
  ) throws(RegisterFault) -> Register {
    let companions = Companions(of: path)
    guard companions.logSize == 0 else { throw unreadLog(path, failure) }
    // Where the ordinary way was not tried, there was no journal a moment ago.
    guard companions.journalSize == 0 else {
      throw failure == nil ? .database(.changedWhileRead) : .unfinishedLoad(path: path)
    }
    let register: Register
    do throws(RegisterFault) { register = try connect(path, .unchanging, 0, schema) } catch {
      guard Companions(of: path) == companions else { throw .database(.changedWhileRead) }
      guard case .database = error, let failure else { throw error }
      throw .database(failure)
    }
    register.unchanging = (path, companions)
    return register
  }

  /// Why a log that holds something was not read in the ordinary way.
  private static func unreadLog(_ path: String, _ failure: SQLiteFailure?) -> RegisterFault {
    for suffix in ["-wal", "-shm"] where FileRights.forbidReading(path + suffix) {
      return .unreadable(path: path + suffix)
    }
    // Somebody has just begun to write: there was no log when it was looked for, or there is shared memory now.
    let isBegun = failure == nil || RegisterFile.filled(at: path).contains("-shm")
    return isBegun ? .database(.changedWhileRead) : .logUnreadable(path: path)
  }

  private static func connect(
    _ path: String, _ mode: Connection.Mode, _ waitMilliseconds: Int32, _ schema: Migrations
  ) throws(RegisterFault) -> Register {
    let connection: Connection
    do throws(SQLiteFailure) {
      connection = try Connection(
        path: path, mode: mode, busyTimeoutMilliseconds: waitMilliseconds)
    } catch {
      throw fault(opening: path, error)
    }
    let found = try version(of: connection, path: path, schema)
    guard found == schema.newest else {
      throw .olderVersion(path: path, found: found, known: schema.newest)
    }
    return try adopt(
      connection, path: path, writing: mode == .readWrite, schema: schema, version: found)
  }
}
