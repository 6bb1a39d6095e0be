import SQLite

/// A copy of a register: what it holds.
package struct RegisterCopy: Sendable {
  /// The number of its last entry, and that entry's hash.
  package let entry: Int64
  package let hash: SHA256Digest?
}

extension Register {
  /// Copies the register, as it stands at this moment, into an empty file that nobody else opens, and reads the
  /// copy through: its pages and its chain. Others may write meanwhile; the copy lacks what they write.
  ///
  /// - Parameter name: what a message calls the copy.
  /// Throws `backupUnsound` where the copy does not verify.
  package func copy(
    into path: String, named name: String, progress: (Int, Int) -> Void = { _, _ in }
  ) throws(RegisterFault) -> RegisterCopy {
    try asking { () throws(SQLiteFailure) in try connection.copy(into: path, progress: progress) }
    try holdUnchanged(wrapping: RegisterFault.database)
    let copy: Connection
    do throws(SQLiteFailure) {
      copy = try Connection(path: path, mode: .unchanging, busyTimeoutMilliseconds: 0)
    } catch { throw .database(error) }
    return try Register(connection: copy, office: office, year: year, schema: schema)
      .verified(named: name)
  }

  /// Copies the register as it is, damaged or not.
  package func copyUnread(into path: String) throws(RegisterFault) {
    try asking { () throws(SQLiteFailure) in try connection.copy(into: path) }
  }

  /// What the register holds, once its pages and its chain have been read.
  package func verified(named name: String) throws(RegisterFault) -> RegisterCopy {
    guard try isSound() else { throw .backupUnsound(path: name) }
    let last = try lastEntry()
    return RegisterCopy(entry: last.number, hash: last.hash)
  }

  /// Throws `alteredSchema` where nothing could be written to the register for it.
  package func refuseAlteredSchema(_ path: String) throws(RegisterFault) {
    try Register.refuseAltered(connection, path: path, schema: schema, version: schema.newest)
  }

  /// Whether its pages are whole and every entry answers to its hash.
  func isSound() throws(RegisterFault) -> Bool {
    do throws(SQLiteFailure) {
      let pages = try connection.first("PRAGMA integrity_check(1)") { $0.text(0) }
      let last = try connection.first("SELECT max(id) FROM entry") { $0.optionalInt64(0) } ?? nil
      guard pages == "ok", let last, last > 0 else { return false }
      return try brokenEntries(1...last).isEmpty
    } catch {
      if error.isCorrupt || error.isMismatch { return false }
      throw .database(error)
    }
  }
}
