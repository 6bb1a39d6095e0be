import Domain
import SQLite

/// Why the register would not do what was asked: facts, worded by Commands.
package enum RegisterFault: Error, Sendable {
  case database(SQLiteFailure)
  /// No register at the path.
  case missing(path: String)
  case alreadyThere(path: String)
  case symbolicLink(path: String)
  case folderMissing(path: String)
  /// A folder has the register's name.
  case isFolder(path: String)
  /// The rollback journal beside the register is of another file.
  case strayJournal(path: String)
  /// The log beside the register is of another file, or of another moment of it.
  case strayLog(path: String)
  /// A killed program left a journal that must be played back first, and nothing can be written.
  case unfinishedLoad(path: String)
  /// The log holds something, and the place does not allow it to be read.
  case logUnreadable(path: String)
  /// Permissions keep this person from reading the register.
  case unreadable(path: String)
  /// A file beside the register is another user's, and may not be written; whether it holds entries.
  case companionHeld(path: String, owner: UInt32, holdsEntries: Bool)
  /// A symbolic link or a folder stands where the register has a file of its own beside it.
  case companionBlocked(path: String)
  /// A file that is not a register.
  case notARegister(path: String)
  /// A register made by a later version of the program.
  case newerVersion(found: Int, known: Int)
  /// A register of an earlier schema, which `upgrade` brings to this one.
  case olderVersion(path: String, found: Int, known: Int)
  /// A register made on trial, before the first schema that is kept.
  case trialVersion(path: String, found: Int)
  /// A register whose tables, views, triggers or indexes are not what the program made.
  case alteredSchema(path: String, [SchemaDifference])
  /// The copy that `upgrade` made does not hold what the register does.
  case copyUnsound(path: String)
  /// A copy does not hold what a whole register does: its pages or its chain are broken.
  case backupUnsound(path: String)
  case unknownOffice(code: Int64)
  /// There is no such entry; `last` is the last one.
  case unknownEntry(Int64, last: Int64)
  /// The register keeps nothing of the year; `kept` are the years it keeps.
  case unknownYear(Int, kept: [Int])
  /// There is nothing of a month as it was closed.
  case notClosed(YearMonth)
  /// A later program closed the month, in a form of its pages that this one does not know.
  case newerForm(YearMonth, found: Int64, known: Int64)
  /// The month is closed, by that entry.
  case alreadyClosed(YearMonth, by: Int64)
  /// Months are closed in order; `next` is the one whose turn it is.
  case closeOutOfOrder(YearMonth, next: YearMonth)
  /// The month's last day is not past.
  case monthNotOver(YearMonth, today: CalendarDate)
  /// A rule of m0003 refused the entry as a whole; `rule` is its name there.
  case ruleBroken(rule: String, breaches: [Breach])
  case alreadyUndone(entry: Int64, by: Int64)
  /// An entry that cannot be taken back by its nature: the first, a close, an undo …
  case cannotBeUndone(entry: Int64, command: String)
  /// Facts of later entries replace or rest on facts of the entry.
  case laterEntriesDepend(entry: Int64, later: [Int64])
}

/// One breach of a rule, in the register's own terms, for a message.
package struct Breach: Sendable, Equatable {
  package var fact: Int64?
  package var household: String?
  package var otherHousehold: String?
  package var project: String?
  package var staff: String?
  package var account: AccountName?
  /// Day number; nil where the rule has none.
  package var day: Int32?
  /// The event of the household that the rule protects.
  package var event: HouseholdEventKind?
  package var fen: Int64?
  /// The entries that added the facts in breach.
  package var entries: [Int64] = []

  package init() {}
}

extension RegisterFault {
  /// The same refusal, which names of the entries behind the breaches only those after `entry`, where there
  /// are any.
  func naming(laterThan entry: Int64) -> RegisterFault {
    guard case .ruleBroken(let rule, let breaches) = self,
      breaches.contains(where: { breach in breach.entries.contains(where: { $0 > entry }) })
    else { return self }
    return .ruleBroken(
      rule: rule,
      breaches: breaches.map { breach -> Breach in
        var later = breach
        later.entries.removeAll { $0 <= entry }
        return later
      })
  }

  /// The rule a trigger named with `RAISE(ABORT, 'rule: …')`; nil for any other failure.
  package static func rule(of failure: SQLiteFailure) -> String? {
    let prefix = "rule: "
    guard failure.message.hasPrefix(prefix) else { return nil }
    return String(failure.message.dropFirst(prefix.count))
  }
}
