import Foundation
import Testing

@testable import SQLite

@Suite("A new file")
struct NewFileTests {
  private func image() throws -> Connection {
    let connection = try Connection.inMemory()
    try connection.execute("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (7)")
    return connection
  }

  @Test(
    "has its name only when it is whole, with and without a name before", arguments: [true, false])
  func whole(anonymously: Bool) throws {
    let scratch = try Scratch()
    let path = scratch.path("a.db")
    var moments = 0
    try image().write(toNew: path, anonymously: anonymously) { moment in
      moments += 1
      if case .begins = moment { #expect(!FileManager.default.fileExists(atPath: path)) }
    }
    #expect(moments == 2)
    let opened = try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 0)
    #expect(try opened.first("SELECT x FROM t") { $0.int(0) } == 7)
    #expect(try opened.first("PRAGMA journal_mode") { $0.text(0) } == "wal")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(!FileManager.default.fileExists(atPath: path + "-new"))
    #expect(throws: SQLiteFailure.self) { try image().write(toNew: path, anonymously: anonymously) }
  }

  @Test("takes away what one that was cut short left, and nothing else")
  func leftover() throws {
    let scratch = try Scratch()
    let path = scratch.path("a.db")
    try Data("SQLite format 3\0 and a half".utf8).write(to: URL(fileURLWithPath: path + "-new"))
    try image().write(toNew: path, anonymously: false)
    #expect(!FileManager.default.fileExists(atPath: path + "-new"))
    let other = scratch.path("b.db")
    try Data("a letter".utf8).write(to: URL(fileURLWithPath: other + "-new"))
    #expect(throws: SQLiteFailure.self) { try image().write(toNew: other, anonymously: false) }
    #expect(try String(contentsOfFile: other + "-new", encoding: .utf8) == "a letter")
  }

  @Test("begins its schema cookie at a number of its own")
  func cookie() throws {
    let scratch = try Scratch()
    var cookies: Set<Int> = []
    for name in ["a.db", "b.db", "c.db"] {
      try image().write(toNew: scratch.path(name))
      let opened = try Connection(
        path: scratch.path(name), mode: .readOnly, busyTimeoutMilliseconds: 0)
      cookies.insert(try #require(try opened.first("PRAGMA schema_version") { $0.int(0) }))
    }
    #expect(cookies.count == 3)
  }
}
