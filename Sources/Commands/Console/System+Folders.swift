// What a folder holds, as the operating system lists it.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension System {
  struct FolderEntry: Equatable {
    enum Kind: Equatable { case file, folder, link, other }

    /// Repaired where its bytes are no UTF-8: no path then leads to it.
    let name: String
    let isText: Bool
    let kind: Kind
  }

  /// What is in a folder, by name; symbolic links are not followed.
  static func entries(in path: String) throws(SystemFault) -> [FolderEntry] {
    guard let folder = opendir(path) else { throw SystemFault(code: errno, path: path) }
    defer { closedir(folder) }
    let number = dirfd(folder)
    var entries: [FolderEntry] = []
    while let item = readdir(folder) {
      let entry = withUnsafePointer(to: &item.pointee.d_name) { start in
        start.withMemoryRebound(to: CChar.self, capacity: 1) { name in
          FolderEntry(
            name: String(cString: name), isText: String(validatingCString: name) != nil,
            kind: kind(of: name, in: number))
        }
      }
      if entry.name != "." && entry.name != ".." { entries.append(entry) }
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func kind(
    of name: UnsafePointer<CChar>, in folder: Int32
  ) -> FolderEntry.Kind {
    var status = stat()
    guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }
}
