import Synchronization

/// The temporary files of this process, so that an interrupt leaves none behind. Whoever holds the
/// lock decides: a file is either put in its place or removed, never both.
enum UnfinishedFiles {
  private static let paths = Mutex<Set<String>>([])

  /// A new owner-only file that is removed unless `finish` puts it in its place.
  static func create(_ path: String) throws(SystemFault) -> Int32 {
    try paths.withLock { paths throws(SystemFault) in
      let file = try System.createFile(path)
      paths.insert(path)
      return file
    }
  }

  /// From here on a signal no longer ends the command: its result stands.
  static func finish(_ temporary: String, as path: String) throws(SystemFault) {
    SignalWatch.beginCommit()
    do throws(SystemFault) {
      try paths.withLock { paths throws(SystemFault) in
        try System.rename(temporary, to: path)
        paths.remove(temporary)
      }
    } catch {
      SignalWatch.endCommit(false)
      throw error
    }
    SignalWatch.endCommit(true)
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
