// A temporary file is locked by its process as long as it is being written. So what a killed process has left
// is known from what another writes at this moment, and the next result that is written to the folder clears
// it away: it may hold what was revealed.

import Synchronization

/// The temporary files of this process, so that an interrupt leaves none behind. Whoever holds the
/// lock decides: a file is either put in its place or removed, never both.
enum UnfinishedFiles {
  private static let paths = Mutex<Set<String>>([])

  private static let (beginning, ending) = (".sixpoint-", ".tmp")

  /// A new owner-only file that is removed unless `finish` puts it in its place. What killed processes have
  /// left in the folder goes.
  static func create(in folder: String) throws(SystemFault) -> (path: String, file: Int32) {
    clearAbandoned(in: folder)
    return try paths.withLock { paths throws(SystemFault) in
      while true {
        // Short, since the name of the result itself may be as long as names can be.
        let path =
          "\(folder)/\(beginning)\(System.processNumber)-\(System.monotonicNanoseconds)\(ending)"
        let file = try System.createFile(path)
        // Another process may take the file for abandoned in the moment before it is locked.
        if System.lock(file) == .taken || !System.isTaken(path) {
          try System.closeFile(file)
          continue
        }
        paths.insert(path)
        return (path, file)
      }
    }
  }

  /// Whoever gets the lock of a temporary file finds nobody writing to it.
  private static func clearAbandoned(in folder: String) {
    for name in (try? System.names(in: folder)) ?? [] where isTemporary(name) {
      let path = "\(folder)/\(name)"
      guard let file = System.openForLocking(path) else { continue }
      if System.lock(file) == .ours { System.remove(path) }
      try? System.closeFile(file)
    }
  }

  /// `.sixpoint-4711-99.tmp`: the process and a moment.
  private static func isTemporary(_ name: String) -> Bool {
    guard name.hasPrefix(beginning), name.hasSuffix(ending) else { return false }
    let numbers = name.dropFirst(beginning.count).dropLast(ending.count).split(separator: "-")
    return numbers.count == 2 && numbers.allSatisfy { Int64($0) != nil }
  }

  /// From here on a signal no longer ends the command: its result is kept. Without `replaces` a file that
  /// has appeared at `path` meanwhile stays, and `alreadyThere` is thrown.
  static func finish(
    _ temporary: String, as path: String, replaces: Bool
  ) throws(SystemFault) {
    SignalWatch.beginCommit()
    do throws(SystemFault) {
      try paths.withLock { paths throws(SystemFault) in
        if replaces {
          try System.rename(temporary, to: path)
        } else {
          try nameAnew(temporary, as: path)
        }
        paths.remove(temporary)
      }
    } catch {
      SignalWatch.endCommit(false)
      throw error
    }
    SignalWatch.endCommit(true)
  }

  /// A rename replaces and a link does not. Where the file system has no links, a look has to do.
  private static func nameAnew(_ temporary: String, as path: String) throws(SystemFault) {
    do throws(SystemFault) {
      try System.link(temporary, to: path)
    } catch {
      guard error.code != System.alreadyThere, !System.isTaken(path) else {
        throw SystemFault(code: System.alreadyThere, path: path)
      }
      return try System.rename(temporary, to: path)
    }
    System.remove(temporary)
  }

  static func remove(_ temporary: String) {
    paths.withLock { paths in
      System.remove(temporary)
      paths.remove(temporary)
    }
  }

  static func removeAllAndExit(_ status: Int32) -> Never {
    paths.withLock { paths in
      for path in paths { System.remove(path) }
      System.exitNow(status)
    }
  }
}
