import CSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What SQLite, or the file system beneath it, refused.
///
/// It never holds a bound value: households' names and ID numbers reach SQL as bindings only.
package struct SQLiteFailure: Error, Sendable, Equatable {
  /// SQLite's extended result code.
  package let code: Int32

  /// SQLite's own English words, or the system's for what happened before SQLite was asked.
  package let message: String

  /// The one statement that failed, parameters unexpanded; nil where no statement was at fault.
  package let sql: String?

  /// `errno` of the last system call that failed, 0 where none did.
  package let systemErrno: Int32

  package init(code: Int32, message: String, sql: String? = nil, systemErrno: Int32 = 0) {
    self.code = code
    self.message = message
    self.sql = sql
    self.systemErrno = systemErrno
  }

  /// The low byte of `code`: SQLITE_BUSY for SQLITE_BUSY_SNAPSHOT.
  package var primaryCode: Int32 { code & 0xff }

  /// Another connection holds what this one needs, and the busy timeout has passed.
  package var isBusy: Bool { primaryCode == SQLITE_BUSY || primaryCode == SQLITE_LOCKED }

  /// A CHECK, UNIQUE, NOT NULL, foreign key, STRICT type or RAISE in a trigger said no.
  package var isConstraint: Bool { primaryCode == SQLITE_CONSTRAINT }

  /// No room: the disk, the quota or the process's file size limit.
  ///
  /// SQLite says SQLITE_FULL only for ENOSPC in a plain write; a limit reached elsewhere, as when
  /// the shared-memory file grows, comes as an I/O error.
  package var isFull: Bool {
    if primaryCode == SQLITE_FULL || code == Extended.writeFailed { return true }
    guard primaryCode == SQLITE_IOERR || primaryCode == SQLITE_CANTOPEN else { return false }
    return code == Extended.sharedMemoryDidNotGrow || systemErrno == ENOSPC
      || systemErrno == EDQUOT || systemErrno == EFBIG
  }

  /// The connection, the file or its folder does not allow writing.
  package var isReadOnly: Bool { primaryCode == SQLITE_READONLY }

  /// What SQLite says where it can write neither the log nor its shared memory; the folder or the medium may
  /// not allow it.
  package var mayBeUnwritable: Bool {
    isReadOnly || primaryCode == SQLITE_CANTOPEN && !isSymbolicLink
  }

  /// A journal that a killed program left is to be played back first, which takes a connection that
  /// may write.
  package var needsRollback: Bool { code == Extended.readOnlyRollback }

  /// The file is damaged, is no SQLite database, or holds text that is not UTF-8.
  package var isCorrupt: Bool { primaryCode == SQLITE_CORRUPT || primaryCode == SQLITE_NOTADB }

  /// An `InterruptHandle`, or a tick that said so, stopped it.
  package var isInterrupted: Bool { primaryCode == SQLITE_INTERRUPT }

  /// `changedWhileRead`: nobody held anything, so that to read once more may do.
  package var isChangedWhileRead: Bool { self == .changedWhileRead }

  /// The file to open, or its folder, is not there.
  package var isMissing: Bool { primaryCode == SQLITE_CANTOPEN && systemErrno == ENOENT }

  /// The file to create is there already.
  package var isAlreadyThere: Bool { primaryCode == SQLITE_CANTOPEN && systemErrno == EEXIST }

  /// The name is a symbolic link, which is never followed.
  package var isSymbolicLink: Bool { code == Extended.symbolicLink }

  /// A sum was more than 64 bits hold. A sum of SQLite's `+` becomes a real then, which no integer column takes.
  package var isBeyondRange: Bool {
    message == "integer overflow"
      || code == Extended.dataType && message.hasPrefix("cannot store REAL value in INTEGER")
  }

  /// The table, view, index or trigger at which the schema's own text could not be read; nil of any other fault.
  /// SQLite then opens the file and answers nothing of it.
  package var tornSchema: String? {
    let prefix = "malformed database schema ("
    guard isCorrupt, message.hasPrefix(prefix) else { return nil }
    return String(message.dropFirst(prefix.count).prefix { $0 != ")" })
  }

  /// What kind of trouble it is, where none of the others is asked for.
  package enum Trouble: Equatable, Sendable {
    /// `errno`.
    case system(Int32)
    /// What the path names is a device, a pipe or a socket.
    case noRegularFile
    /// The log cannot be made where the file is.
    case logImpossible
    case inputOutput
    case memory
    /// What a statement asks for is not there, or not of the type that it is read as.
    case content
    case other
  }

  package var trouble: Trouble {
    switch primaryCode {
    case SQLITE_IOERR: systemErrno == 0 ? .inputOutput : .system(systemErrno)
    case SQLITE_CANTOPEN:
      switch systemErrno {
      case 0: .logImpossible
      case EINVAL: .noRegularFile
      default: .system(systemErrno)
      }
    case SQLITE_NOMEM: .memory
    case SQLITE_ERROR, SQLITE_MISMATCH, SQLITE_SCHEMA: .content
    default: .other
    }
  }

  /// A column did not hold the type it was read as.
  package var isMismatch: Bool { primaryCode == SQLITE_MISMATCH }

  /// A hash was read where there is none: what it seals is not finished.
  package var isUnsealed: Bool { isMismatch && message.contains("(hash)") }
}

extension SQLiteFailure {
  /// What SQLite says where an `InterruptHandle` stopped it, for work that stops between statements.
  package static var interrupted: SQLiteFailure {
    SQLiteFailure(code: SQLITE_INTERRUPT, message: "interrupted")
  }

  /// What SQLite says where another connection holds what is needed.
  package static var busy: SQLiteFailure {
    SQLiteFailure(code: SQLITE_BUSY, message: "database is locked")
  }

  /// The file cannot be written to where it is.
  package static var readOnlyPlace: SQLiteFailure {
    SQLiteFailure(code: SQLITE_READONLY, message: "the file cannot be written to")
  }

  /// A file that nobody was to change has changed while it was read.
  package static var changedWhileRead: SQLiteFailure {
    SQLiteFailure(code: SQLITE_BUSY, message: "the file was changed while it was read")
  }

  /// A sum of kept numbers is more than 64 bits hold; in SQLite's words for its own sums.
  package static var beyondRange: SQLiteFailure {
    SQLiteFailure(code: SQLITE_ERROR, message: "integer overflow")
  }

  /// What SQLite says of a reference to a row that is not there.
  package static func danglingReference(in table: String) -> SQLiteFailure {
    SQLiteFailure(code: Extended.foreignKey, message: "FOREIGN KEY constraint failed: \(table)")
  }

  /// The same, of a statement.
  func of(statement sql: String) -> SQLiteFailure {
    SQLiteFailure(code: code, message: message, sql: sql, systemErrno: systemErrno)
  }

  /// Extended codes, which the header builds with shifts that Swift does not import.
  enum Extended {
    static let writeFailed = SQLITE_IOERR | (3 << 8)
    static let sharedMemoryDidNotGrow = SQLITE_IOERR | (19 << 8)
    static let symbolicLink = SQLITE_CANTOPEN | (6 << 8)
    static let readOnlyRollback = SQLITE_READONLY | (3 << 8)
    static let foreignKey = SQLITE_CONSTRAINT | (3 << 8)
    static let dataType = SQLITE_CONSTRAINT | (12 << 8)
  }

  /// The failure `database` has just reported.
  ///
  /// SQLite is asked only about a file that is there (`DatabaseFile`): what it misses is the log beside it, which
  /// it may not make on a medium mounted for reading. That is never `isMissing`.
  init(of database: OpaquePointer?, sql: String? = nil) {
    let code = sqlite3_extended_errcode(database)
    let number = sqlite3_system_errno(database)
    let isLog = code & 0xff == SQLITE_CANTOPEN && number == ENOENT
    self.init(
      code: code,
      message: isLog ? "the log cannot be made here" : String(cString: sqlite3_errmsg(database)),
      sql: sql,
      systemErrno: isLog ? 0 : number)
  }

  /// The failure of a system call made before SQLite sees the file.
  init(cannotOpen number: Int32) {
    self.init(
      code: SQLITE_CANTOPEN, message: String(cString: strerror(number)), systemErrno: number)
  }
}
