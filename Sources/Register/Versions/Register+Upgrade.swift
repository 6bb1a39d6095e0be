import SQLite
import Schema

/// What `upgrade` did.
package struct Upgrade: Sendable {
  /// The schema's version before and after; equal where there was nothing to do.
  package let from: Int
  package let to: Int
  /// The copy of the register as it was; nil where there was nothing to do.
  package let copy: String?
}

extension Register {
  /// The version of the schema that this program writes to.
  package static var schemaVersion: Int { Migrations.released.newest }

  /// Brings a register of an earlier schema to the one that this program writes to.
  ///
  /// First a copy is made beside the register, and read through: its pages and its chain. Then one migration
  /// follows the other, each in a transaction of its own, so that a program killed meanwhile leaves a register
  /// of one version or the next. No entry is made, and no hash of the chain changes.
  ///
  /// Throws `copyUnsound` where the copy does not verify, before anything is changed.
  package static func upgrade(
    path: String, waitMilliseconds: Int32 = 10_000, schema: Migrations = .released
  ) throws(RegisterFault) -> Upgrade {
    try refuseForbidden(path, writing: true)
    try refuseBlocked(beside: path)
    try refuseStray(beside: path)
    do throws(RegisterFault) {
      return try bring(path, waitMilliseconds, schema)
    } catch {
      guard case .database(let failure) = error, failure.mayBeUnwritable, !failure.isFull,
        !failure.isAlreadyThere
      else { throw error }
      throw .database(.readOnlyPlace)
    }
  }

  private static func bring(
    _ path: String, _ waitMilliseconds: Int32, _ schema: Migrations
  ) throws(RegisterFault) -> Upgrade {
    let connection: Connection
    do throws(SQLiteFailure) {
      connection = try Connection(
        path: path, mode: .readWrite, busyTimeoutMilliseconds: waitMilliseconds)
    } catch { throw fault(opening: path, error) }
    let found = try version(of: connection, path: path, schema)
    guard found < schema.newest else { return Upgrade(from: found, to: found, copy: nil) }
    let register = try adopt(
      connection, path: path, writing: true, schema: schema, version: found)
    let copy: String
    do throws(RegisterFault) {
      copy = try register.move(to: schema, from: found, path: path)
    } catch {
      try? register.connection.rollback()
      throw error
    }
    // What newer schemas keep is made; without it only the questions take longer.
    try? register.settleKept()
    return Upgrade(from: found, to: schema.newest, copy: copy)
  }

  /// The copy, and every migration after `found`.
  private func move(
    to schema: Migrations, from found: Int, path: String
  ) throws(RegisterFault) -> String {
    let (copy, last) = try copyBeside(path, version: found)
    try asking { () throws(SQLiteFailure) in try connection.begin() }
    // SQLite copies from no transaction that may write, so another may have written since.
    let now = try asking { () throws(SQLiteFailure) in
      try connection.first("PRAGMA user_version") { $0.int(0) }
    }
    guard now == found, try lastEntry().hash == last else {
      RegisterFile.removeUnfinished(copy)
      throw .database(.busy)
    }
    try asking { () throws(SQLiteFailure) in
      try schema.run(on: connection, after: found, through: found + 1)
      try connection.commit()
      for version in found + 1..<schema.newest {
        try connection.begin()
        try schema.run(on: connection, after: version, through: version + 1)
        try connection.commit()
      }
    }
    return copy
  }

  /// Copies the register as it is, reads the copy through, and gives its last entry's hash.
  private func copyBeside(
    _ path: String, version: Int
  ) throws(RegisterFault) -> (copy: String, last: SHA256Digest?) {
    var copy = "\(path).schema\(version)"
    var number = 1
    while true {
      do throws(SQLiteFailure) {
        try connection.backup(to: copy)
        break
      } catch {
        guard error.isAlreadyThere, number < 100 else { throw .database(error) }
      }
      number += 1
      copy = "\(path).schema\(version)-\(number)"
    }
    do throws(RegisterFault) {
      let last = try verify(copy: copy)
      RegisterFile.removeTraces(beside: copy)
      return (copy, last)
    } catch {
      RegisterFile.removeUnfinished(copy)
      throw error
    }
  }

  private func verify(copy path: String) throws(RegisterFault) -> SHA256Digest? {
    let connection: Connection
    do throws(SQLiteFailure) {
      connection = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 0)
    } catch { throw .database(error) }
    let copy = Register(connection: connection, office: office, year: year, schema: schema)
    guard try copy.isSound() else { throw .copyUnsound(path: path) }
    return try copy.lastEntry().hash
  }
}
