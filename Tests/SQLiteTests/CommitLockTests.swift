import Foundation
import SQLite
import Testing

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The lock beside the file, as another process sees it.
private final class OtherProcessLock {
  private let descriptor: Int32

  init(_ path: String) { descriptor = open(path, O_RDWR) }
  deinit { close(descriptor) }

  /// Whether nobody else has it.
  func take() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
  func release() { flock(descriptor, LOCK_UN) }
}

@Suite("Commits and checkpoints keep apart")
struct CommitLockTests {
  private let scratch: Scratch
  private let path: String

  init() throws {
    scratch = try Scratch()
    path = scratch.path("a.register")
    let connection = try Connection.made(path)
    try connection.transaction { () throws(SQLiteFailure) in
      try connection.execute("CREATE TABLE mark (name TEXT) STRICT")
    }
  }

  private func logSize() throws -> Int { try scratch.contents("a.register-wal").count }

  private func mark(_ connection: borrowing Connection) throws(SQLiteFailure) {
    try connection.begin()
    do throws(SQLiteFailure) {
      try connection.execute("INSERT INTO mark VALUES ('a')")
      try connection.commit()
    } catch {
      try connection.rollback()
      throw error
    }
  }

  @Test("a writer has the lock from its first page to the end of its commit, and gives it back")
  func writing() throws {
    let connection = try Connection.made(path, .readWrite)
    let other = OtherProcessLock(path + "-lock")
    try connection.begin()
    #expect(!other.take())
    try connection.execute("INSERT INTO mark VALUES ('a')")
    #expect(!other.take())
    try connection.commit()
    #expect(other.take())
    other.release()
    try connection.begin()
    try connection.rollback()
    #expect(other.take())
  }

  @Test("nobody commits while another has the lock, whatever SQLite's own locks say")
  func refused() throws {
    let connection = try Connection.made(path, .readWrite)
    let other = OtherProcessLock(path + "-lock")
    #expect(other.take())
    let failure = #expect(throws: SQLiteFailure.self) { try connection.begin() }
    #expect(failure?.isBusy == true)
    let isOpen = connection.isInTransaction
    #expect(!isOpen)
    other.release()
    try mark(connection)
    #expect(try connection.first("SELECT count(*) FROM mark") { $0.int(0) } == 1)
  }

  @Test("no log is moved while another has the lock, and nothing of it is lost")
  func checkpoint() throws {
    let connection = try Connection.made(path, .readWrite)
    try mark(connection)
    let size = try logSize()
    let other = OtherProcessLock(path + "-lock")
    #expect(other.take())
    let file = try scratch.contents("a.register")
    let moved = connection.checkpointIfFree()
    #expect(!moved)
    #expect(throws: SQLiteFailure.self) { try connection.checkpoint() }
    #expect(throws: SQLiteFailure.self) { try connection.leaveWriteAheadLog() }
    #expect(try logSize() == size && size > 0)
    #expect(try scratch.contents("a.register") == file)
    other.release()
    let isMoved = connection.checkpointIfFree()
    #expect(isMoved)
    #expect(try logSize() == 0)
  }

  @Test("the last to close takes the empty log with it, and has the lock until then")
  func closing() throws {
    let other: OtherProcessLock
    do {
      let connection = try Connection.made(path, .readWrite)
      try mark(connection)
      other = OtherProcessLock(path + "-lock")
      let isMoved = connection.checkpointIfFree(isLast: true)
      #expect(isMoved && !other.take())
      #expect(scratch.exists("a.register-wal"))
    }
    #expect(!scratch.exists("a.register-wal") && !scratch.exists("a.register-shm"))
    #expect(other.take())
  }

  @Test("the lock is not had while a transaction is open, nor moved under one")
  func inside() throws {
    let connection = try Connection.made(path, .readWrite)
    try connection.begin()
    let moved = connection.checkpointIfFree()
    #expect(!moved)
    try connection.rollback()
  }

  @Test("no connection moves the log by itself, however long it grows by what no lock guards")
  func byItself() throws {
    let connection = try Connection.made(path, .readWrite)
    // Without `begin` there is no lock, and so no moving either.
    for _ in 0..<1_200 { try connection.run("INSERT INTO mark VALUES (hex(randomblob(1500)))") }
    let pages = connection.logPages
    #expect(pages > 1_200)
    let size = try logSize()
    do {
      _ = try Connection.made(path, .readWrite).first("SELECT count(*) FROM mark") { $0.int(0) }
    }
    #expect(try logSize() == size)
  }

  @Test("a log that has grown is moved by the commit that finds it so")
  func bounded() throws {
    let connection = try Connection.made(path, .readWrite)
    var most = 0
    for _ in 0..<40 {
      try connection.transaction { () throws(SQLiteFailure) in
        for _ in 0..<100 {
          try connection.run("INSERT INTO mark VALUES (hex(randomblob(1500)))")
        }
      }
      most = max(most, try logSize())
    }
    // 4,000 pages were written; the limit is a thousand, and one transaction goes beyond it.
    #expect(most < 1_300 * 4_152, "\(most)")
  }

  @Test("the lock's file is open to those to whom the database is")
  func permissions() throws {
    #expect(try scratch.mode("a.register-lock") == 0o600)
    try FileManager.default.removeItem(atPath: path + "-lock")
    try FileManager.default.setAttributes([.posixPermissions: 0o660], ofItemAtPath: path)
    try mark(try Connection.made(path, .readWrite))
    #expect(try scratch.mode("a.register-lock") == 0o660)
  }

  @Test("a link in the lock's place is not followed")
  func link() throws {
    try FileManager.default.removeItem(atPath: path + "-lock")
    try Data().write(to: scratch.folder.appending(path: "else"))
    try FileManager.default.createSymbolicLink(
      atPath: path + "-lock", withDestinationPath: scratch.path("else"))
    let connection = try Connection.made(path, .readWrite)
    #expect(throws: SQLiteFailure.self) { try connection.begin() }
  }
}
