import SQLite

// Restoring never puts a file in the place of one that others have open: they would go on writing to a file that
// nobody reads any more, and a log could be played into the wrong one. A register that can be opened gets the
// backup's content in one transaction of its own, and keeps its file, its log and its lock. Only what cannot be
// opened as a register, or is not there, is put aside with all that lies beside it, and a new file gets the name.

/// What stands where a backup is to be restored.
package enum StandingRegister: Sendable {
  case missing
  /// It can be written to.
  case register(number: [UInt8], entry: Int64, hash: SHA256Digest?)
  /// A file that is there and cannot be opened for writing as a register, and why.
  case unusable(RegisterFault)
}

extension Register {
  /// The random number that a register was made with; its copies have the same.
  package func number() throws(RegisterFault) -> [UInt8] {
    try asking { () throws(SQLiteFailure) in
      try connection.first("SELECT register_number FROM register WHERE id = 1") { $0.bytes(0) }
    } ?? []
  }

  /// What stands at a path, where something may be restored to.
  ///
  /// Throws where it cannot be said: somebody else writes, or nothing can be written there.
  package static func standing(
    at path: String, waitMilliseconds: Int32
  ) throws(RegisterFault) -> StandingRegister {
    do throws(RegisterFault) {
      let register = try open(path: path, writing: true, waitMilliseconds: waitMilliseconds)
      let last = try register.lastEntry()
      return .register(number: try register.number(), entry: last.number, hash: last.hash)
    } catch {
      switch error {
      case .missing: return .missing
      case .symbolicLink, .folderMissing, .isFolder, .companionBlocked: throw error
      case .database(let failure):
        guard failure.isCorrupt || failure.isMismatch || failure.primaryCode == 1 else {
          throw error
        }
        return .unusable(error)
      default: return .unusable(error)
      }
    }
  }

  /// Puts this register, a backup, in the place of the content of the one at a path, in one transaction.
  ///
  /// - Precondition: the register there can be opened for writing.
  package func replaceContent(
    of path: String, waitMilliseconds: Int32, commits: CommitWatch?
  ) throws(RegisterFault) {
    let target = try Register.open(
      path: path, writing: true, waitMilliseconds: waitMilliseconds)
    commits?.begins()
    do throws(SQLiteFailure) { try target.connection.replaceContent(by: connection) } catch {
      commits?.ends(false)
      throw .database(error)
    }
    commits?.ends(true)
    guard try target.lastEntry().hash == lastEntry().hash else { throw .backupUnsound(path: path) }
  }
}
