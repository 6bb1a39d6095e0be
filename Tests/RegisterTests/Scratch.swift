import Domain
import Foundation
import Register
import SQLite
import Testing

/// A folder of a test's own, gone with it, and registers in it.
final class Scratch {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "register-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// Permission bits.
  func mode(_ name: String) throws -> Int? {
    let facts = try FileManager.default.attributesOfItem(atPath: path(name))
    return facts[.posixPermissions] as? Int
  }

  /// A register with its first entry, opened for writing: a copy of one made once.
  func register(_ name: String = "r.sqlite", waitMilliseconds: Int32 = 50) throws -> Register {
    try Scratch.template.get().write(to: folder.appending(path: name))
    return try open(name, waitMilliseconds: waitMilliseconds)
  }

  func open(_ name: String = "r.sqlite", waitMilliseconds: Int32 = 50) throws -> Register {
    let register = try Register.open(
      path: path(name), writing: true, waitMilliseconds: waitMilliseconds)
    // The file is the test's own and does not outlive it.
    try register.connection.execute("PRAGMA synchronous = OFF")
    return register
  }

  private static let template = Result {
    let scratch = try Scratch()
    do { _ = try Scratch.founded(scratch.path("template.sqlite")) }
    return try Data(contentsOf: scratch.folder.appending(path: "template.sqlite"))
  }

  static func founded(_ path: String, target: Int64? = nil) throws -> Register {
    try Register.create(
      path: path, office: hunan, year: 2011, target: target,
      by: try author(at: "2011-01-01T00:00:00.000Z"))
  }

  static var hunan: RegionCode {
    get throws { try #require(RegionCode(430000)) }
  }
}

func author(at moment: String = "2011-06-30T08:00:00.000Z") throws -> EntryAuthor {
  EntryAuthor(officer: "tester", office: try Scratch.hunan, moment: moment)
}

func header(_ command: String, at moment: String = "2011-06-30T08:00:00.000Z") throws -> EntryHeader
{
  EntryHeader(author: try author(at: moment), command: command)
}
