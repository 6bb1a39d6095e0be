// A register is more than its file. Beside it lie the log with entries that are acknowledged and not yet in
// the file (`-wal`), the log's index (`-shm`), a rollback journal (`-journal`) and the lock of those who
// write (`-lock`). Whatever is put over one of them takes entries away, so no result is ever written there:
// not over the register that the command line names, by any name, link or inode, whether the companion
// exists at the moment or not, and not over any other file that is a database or lies beside one.

import Register

/// The files that no result may replace, not even with `--force`.
package struct ProtectedFiles: Sendable {
  /// What SQLite and the program put behind the register's name.
  package static let companions = ["-wal", "-shm", "-journal", "-lock"]

  /// The register's path as the command line and the surroundings give it; nil where they give none.
  private let register: String?

  package init(register: String?) { self.register = register }

  /// - Parameter standing: what is at the path; nil where nothing is.
  func contains(_ path: String, _ standing: System.FileFacts?) -> Bool {
    let destination = System.destination(of: path)
    if let register, belongs(destination, standing, to: register) { return true }
    return Self.isDatabase(destination)
      || Self.companions.contains { ending in
        destination.hasSuffix(ending) && Self.isDatabase(String(destination.dropLast(ending.count)))
      }
  }

  /// Whether a backup may not be put over what stands at the path, not even by force: this register, what
  /// belongs to one, and a register that is in use, which has a lock, a log or a journal beside it. An earlier
  /// backup has nothing beside it.
  func forbidsBackup(_ path: String, _ standing: System.FileFacts?) -> Bool {
    let destination = System.destination(of: path)
    if let register, belongs(destination, standing, to: register) { return true }
    // What a reader leaves beside a file, an empty log and its index, is no sign of use.
    let filled = RegisterFile.filled(at: destination)
    if System.isTaken(destination + "-lock") || filled.contains("-wal")
      || filled.contains("-journal")
    {
      return true
    }
    return !Self.isDatabase(destination) && contains(path, standing)
  }

  private func belongs(
    _ destination: String, _ standing: System.FileFacts?, to register: String
  ) -> Bool {
    // The companions lie beside the file that a link leads to; beside the link they are as little a place.
    for name in [register, System.destination(of: register)] {
      for ending in [""] + Self.companions {
        let own = name + ending
        if System.destination(of: own) == destination { return true }
        if let standing, let facts = try? System.facts(of: own), facts.isSameFile(as: standing) {
          return true
        }
      }
    }
    return false
  }

  /// The first bytes of every SQLite file (SQLite, "Database File Format", 1.3).
  private static let magic = Array("SQLite format 3\0".utf8)

  private static func isDatabase(_ path: String) -> Bool {
    System.firstBytes(of: path, count: magic.count) == magic
  }
}
