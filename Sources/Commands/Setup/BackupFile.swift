import Register
import Reports

/// A copy of a register on its way to its name: filled and read through under another, which an interrupt takes
/// away, and which the next copy to the folder clears where the process was killed.
struct BackupFile: ~Copyable {
  private let path: String
  private let temporary: String
  private let file: Int32

  /// - Parameter path: where the copy will stand.
  init(_ path: String, _ console: Console) throws(Problem) {
    let target = System.destination(of: path)
    self.path = target
    (temporary, file) = try console.worded { () throws(OutputFault) in
      do throws(SystemFault) {
        return try UnfinishedFiles.create(in: System.folder(of: target))
      } catch { throw .system(SystemFault(code: error.code, path: path)) }
    }
  }

  deinit {
    UnfinishedFiles.remove(temporary)
    try? System.closeFile(file)
  }

  /// - Parameter name: what messages call the copy.
  func fill(
    from register: Register, named name: String
  ) throws(RegisterFault) -> RegisterCopy {
    try register.copy(into: temporary, named: name) { _, _ in }
  }

  /// The same of a register that may be damaged: nothing is read through.
  func fillRaw(from register: Register) throws(RegisterFault) {
    try register.copyUnread(into: temporary)
  }

  /// Brings it to the disk, for its owner alone, and gives it its name.
  func finish(replaces: Bool) throws(OutputFault) {
    do throws(SystemFault) {
      try System.setMode(0o600, of: file)
      try System.synchronise(file)
      try UnfinishedFiles.finish(temporary, as: path, replaces: replaces)
      System.synchroniseFolder(System.folder(of: path))
    } catch {
      if error.code == System.alreadyThere { throw .exists(path: path) }
      throw .system(SystemFault(code: error.code, path: path))
    }
  }
}
