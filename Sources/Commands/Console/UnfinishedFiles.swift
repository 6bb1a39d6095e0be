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

  /// A file that another floor is about to create; `isTaken` of it was false a moment ago.
  static func announce(_ paths: [String]) {
    self.paths.withLock { $0.formUnion(paths) }
  }

  /// Announced files that now stand whole, or that their maker has removed.
  static func forget(_ paths: [String]) {
    self.paths.withLock { $0.subtract(paths) }
  }

  static func finish(_ temporary: String, as path: String) throws(SystemFault) {
    try paths.withLock { paths throws(SystemFault) in
      try System.rename(temporary, to: path)
      paths.remove(temporary)
    }
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
