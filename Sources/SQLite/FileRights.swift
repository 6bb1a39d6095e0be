#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What permissions keep whoever runs the program from doing with a file: its own, or those of the folders
/// on the way. Of a file that is not there nothing is forbidden.
package enum FileRights {
  package static func forbidReading(_ path: String) -> Bool {
    access(path, R_OK) != 0 && errno == EACCES
  }

  package static func forbidWriting(_ path: String) -> Bool {
    access(path, W_OK) != 0 && errno == EACCES
  }

  /// Whether something other than a regular file has the name: a symbolic link, one that leads nowhere too, or a
  /// folder. SQLite makes and opens no file there.
  package static func isNoFile(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// Whether a folder has the name; a link to one is none.
  package static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The number of the user whose file it is; nil where none is there.
  package static func owner(of path: String) -> UInt32? {
    var status = stat()
    return lstat(path, &status) == 0 ? UInt32(status.st_uid) : nil
  }
}
