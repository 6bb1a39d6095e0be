import Foundation
import SQLite

/// A folder of a test's own, gone with it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "sqlite-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Permission bits.
  func mode(_ name: String) throws -> Int? {
    let facts = try FileManager.default.attributesOfItem(atPath: path(name))
    return facts[.posixPermissions] as? Int
  }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

extension Connection {
  /// A new file of a database without tables, open to be written to.
  static func made(_ path: String) throws -> Connection {
    let empty = try Connection.inMemory()
    try empty.execute("PRAGMA user_version = 1")
    try empty.write(toNew: path)
    return try made(path, .readWrite)
  }

  /// A short timeout, so that what must wait in vain does not take long.
  static func made(_ path: String, _ mode: Mode) throws -> Connection {
    try Connection(path: path, mode: mode, busyTimeoutMilliseconds: 50)
  }
}

extension Scratch {
  func contents(_ name: String) throws -> Data {
    try Data(contentsOf: folder.appending(path: name))
  }
}
