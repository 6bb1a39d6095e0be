import CSQLite

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// SQLITE_OPEN_NOFOLLOW refuses a path with a symbolic link anywhere in it, which would refuse ordinary
// folders (/tmp on macOS, a home on another disk). So the folder is resolved first, and the rule
// is kept for the file's own name. An absolute path also keeps SQLite from reading a name
// as a URI or as ":memory:".

/// The file of a register, judged before SQLite opens it.
struct DatabaseFile {
  /// The folder's real path and the file's name.
  let path: String
  let folder: String

  /// Throws `isMissing` when the folder is not there.
  init(resolving given: String) throws(SQLiteFailure) {
    guard !given.utf8.contains(0) else { throw SQLiteFailure(cannotOpen: EINVAL) }
    let slash = given.lastIndex(of: "/")
    let name = slash.map { given[given.index(after: $0)...] } ?? given[...]
    guard !name.isEmpty else { throw SQLiteFailure(cannotOpen: given.isEmpty ? ENOENT : EISDIR) }
    let parent = slash.map { $0 == given.startIndex ? "/" : String(given[..<$0]) } ?? "."
    guard let resolved = realpath(parent, nil) else { throw SQLiteFailure(cannotOpen: errno) }
    defer { free(resolved) }
    folder = String(cString: resolved)
    path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }

  /// A regular file that is there already; throws `isMissing` or `isSymbolicLink` otherwise.
  init(existing given: String) throws(SQLiteFailure) {
    try self.init(resolving: given)
    var status = stat()
    guard lstat(path, &status) == 0 else { throw SQLiteFailure(cannotOpen: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return
    case S_IFLNK:
      throw SQLiteFailure(
        code: SQLiteFailure.Extended.symbolicLink, message: "the file is a symbolic link",
        systemErrno: ELOOP)
    case S_IFDIR: throw SQLiteFailure(cannotOpen: EISDIR)
    default:
      throw SQLiteFailure(code: SQLITE_CANTOPEN, message: "not a regular file", systemErrno: EINVAL)
    }
  }

  /// A new, empty file of mode 0600; throws `isAlreadyThere` for anything of that name, a dangling
  /// link included.
  ///
  /// The mode is set again on the open file because the umask may have taken bits away.
  init(creating given: String) throws(SQLiteFailure) {
    try self.init(resolving: given)
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw SQLiteFailure(cannotOpen: errno) }
    let changed = fchmod(descriptor, 0o600)
    let number = errno
    close(descriptor)
    guard changed == 0 else {
      remove()
      throw SQLiteFailure(cannotOpen: number)
    }
  }

  /// The path as a URI (RFC 3986) for a file that nobody changes.
  var unchangingURI: String {
    let hexadecimal = Array("0123456789ABCDEF".unicodeScalars)
    var uri = "file://"
    for byte in path.utf8 {
      let scalar = Unicode.Scalar(byte)
      if scalar.properties.isAlphabetic && byte < 0x80 || (0x2D...0x39).contains(byte)
        || byte == 0x5F
      {
        uri.unicodeScalars.append(scalar)
      } else {
        uri += "%"
        uri.unicodeScalars.append(hexadecimal[Int(byte >> 4)])
        uri.unicodeScalars.append(hexadecimal[Int(byte & 15)])
      }
    }
    return uri + "?immutable=1"
  }

  /// Throws `isAlreadyThere` where anything has the name, a dangling link included.
  func refuseTaken() throws(SQLiteFailure) {
    var status = stat()
    guard lstat(path, &status) != 0 else { throw SQLiteFailure(cannotOpen: EEXIST) }
    if errno != ENOENT { throw SQLiteFailure(cannotOpen: errno) }
  }

  /// Begins the schema cookie of a database that nobody has open at a random number.
  func renewCookie() throws(SQLiteFailure) {
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw SQLiteFailure(cannotOpen: errno) }
    defer { close(descriptor) }
    let written = withUnsafeBytes(of: Randomness.cookie.bigEndian) {
      pwrite(descriptor, $0.baseAddress, $0.count, 40)
    }
    guard written == 4 else { throw SQLiteFailure(cannotOpen: errno) }
  }

  /// Takes away a file that was created here and could not be filled.
  func remove() { unlink(path) }

  /// Makes the file's name survive a loss of power.
  func synchroniseFolder() throws(SQLiteFailure) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SQLiteFailure(cannotOpen: errno) }
    defer { close(descriptor) }
    // Some file systems cannot sync a folder and say EINVAL; there is nothing more to do there.
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw SQLiteFailure(cannotOpen: errno) }
  }
}
