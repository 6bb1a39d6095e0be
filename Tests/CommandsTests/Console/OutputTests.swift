import Commands
import Foundation
import Testing

/// A folder of its own, gone with the test.
private final class Folder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appendingPathComponent(name).path }

  func contents() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path).sorted()
  }

  func text(_ name: String) throws -> String {
    try String(contentsOf: url.appendingPathComponent(name), encoding: .utf8)
  }

  func mode(_ name: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path(name))
    return try #require(attributes[.posixPermissions] as? Int)
  }
}

@Suite("Writing a result to a file")
struct OutputTests {
  @Test("the file appears when everything is written, and nothing else is left")
  func whole() throws {
    let folder = try Folder()
    var output = try Output(path: folder.path("june.csv"))
    try output.line("code,name")
    try output.write([UInt8](repeating: 0x61, count: 200_000))
    try output.write("凤凰县\n")
    #expect(try folder.contents().allSatisfy { $0.hasPrefix(".sixpoint-") })
    try output.finish()
    try output.finish()
    #expect(try folder.contents() == ["june.csv"])
    let expected = "code,name\n" + String(repeating: "a", count: 200_000) + "凤凰县\n"
    #expect(try folder.text("june.csv") == expected)
  }

  @Test("an output that is not finished leaves what stood there, and no trace")
  func notAtAll() throws {
    let folder = try Folder()
    try "before".write(toFile: folder.path("a"), atomically: false, encoding: .utf8)
    func abandon() throws {
      var output = try Output(path: folder.path("a"), replaces: true)
      try output.write([UInt8](repeating: 0x61, count: 200_000))
    }
    try abandon()
    #expect(try folder.contents() == ["a"])
    #expect(try folder.text("a") == "before")
  }

  @Test("a file that is replaced keeps its permissions, but a private one is its owner's alone")
  func modes() throws {
    let folder = try Folder()
    try "x".write(toFile: folder.path("a"), atomically: false, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: folder.path("a"))
    for (name, mode) in [("a", 0o640), ("d", 0o644)] {
      try "x".write(toFile: folder.path(name), atomically: false, encoding: .utf8)
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: folder.path(name))
    }
    let files: [(String, Output.Readers)] = [
      ("a", .byMask), ("b", .ownerOnly), ("c", .byMask), ("d", .ownerOnly),
    ]
    for (name, readers) in files {
      var output = try Output(path: folder.path(name), readers: readers, replaces: true)
      try output.finish()
    }
    #expect(try folder.mode("a") == 0o640)
    #expect(try folder.mode("d") == 0o600)
    #expect(try folder.mode("b") == 0o600)
    #expect(try folder.mode("c") & 0o600 == 0o600)
    #expect(try folder.mode("c") & 0o111 == 0)
  }

  @Test("a symbolic link stays, and the file it names is replaced")
  func links() throws {
    let folder = try Folder()
    try "x".write(toFile: folder.path("real"), atomically: false, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link"), withDestinationPath: "real")
    var output = try Output(path: folder.path("link"), replaces: true)
    try output.write("new")
    try output.finish()
    #expect(try folder.text("real") == "new")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("ahead"), withDestinationPath: "later")
    var ahead = try Output(path: folder.path("ahead"))
    try ahead.write("new")
    try ahead.finish()
    #expect(try folder.text("later") == "new")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("link")) == "real")
  }

  @Test("a folder, a file in no folder and the register itself are refused")
  func refused() throws {
    let folder = try Folder()
    #expect(throws: OutputFault.isFolder(path: folder.url.path)) {
      _ = try Output(path: folder.url.path)
    }
    let absent = folder.path("absent/file")
    #expect(throws: OutputFault.system(SystemFault(code: 2, path: absent))) {
      _ = try Output(path: absent)
    }
  }

  @Test("a register and what belongs to it are never replaced, by whatever name")
  func registers() throws {
    let folder = try Folder()
    let files = FileManager.default
    let database = folder.path("register.db")
    for name in ["register.db", "register.db-wal"] {
      try "x".write(toFile: folder.path(name), atomically: false, encoding: .utf8)
    }
    try files.createSymbolicLink(atPath: folder.path("link"), withDestinationPath: "register.db")
    try files.createSymbolicLink(atPath: folder.path("log"), withDestinationPath: "link-wal")
    try files.createSymbolicLink(
      atPath: folder.path("shm"), withDestinationPath: folder.path("register.db-shm"))
    try files.linkItem(atPath: folder.path("register.db-wal"), toPath: folder.path("twin"))
    let names = [
      "register.db", "link", "register.db-wal", "register.db-shm", "register.db-journal",
      "register.db-lock", "link-wal", "log", "shm", "twin",
      "../\(folder.url.lastPathComponent)/link",
    ]
    for register in [database, folder.path("link")] {
      // Beside a link nothing belongs to the register, unless it is named by that link.
      for name in names where register != database || !["link-wal", "log"].contains(name) {
        #expect(throws: OutputFault.isRegister(path: folder.path(name)), "\(name)") {
          _ = try Output(
            path: folder.path(name), replaces: true,
            sparing: ProtectedFiles(register: register))
        }
      }
    }
    // A register that nobody named is known by its first bytes.
    try "SQLite format 3\0".write(
      toFile: folder.path("other"), atomically: false, encoding: .utf8)
    for name in ["other", "other-wal", "other-journal"] {
      #expect(throws: OutputFault.isRegister(path: folder.path(name))) {
        _ = try Output(path: folder.path(name), replaces: true)
      }
    }
    #expect(try folder.text("register.db") == "x")
    #expect(try folder.text("register.db-wal") == "x")
  }

  @Test(
    "a regular file that exists, or appears meanwhile, is replaced only where the caller says so")
  func existing() throws {
    let folder = try Folder()
    try "before".write(toFile: folder.path("a"), atomically: false, encoding: .utf8)
    #expect(throws: OutputFault.exists(path: folder.path("a"))) {
      _ = try Output(path: folder.path("a"))
    }
    var late = try Output(path: folder.path("b"))
    try late.write("late")
    try "first".write(toFile: folder.path("b"), atomically: false, encoding: .utf8)
    do throws(OutputFault) {
      try late.finish()
      Issue.record("it was replaced")
    } catch {
      #expect(error == .exists(path: folder.path("b")))
    }
    #expect(try folder.text("a") == "before")
    #expect(try folder.text("b") == "first")
    #expect(try folder.contents() == ["a", "b"])
  }

  @Test("what a killed process has left in the folder goes, and what another writes stays")
  func abandoned() throws {
    let folder = try Folder()
    let names = [".sixpoint-1-2.tmp", ".sixpoint-a-2.tmp", ".other-1-2.tmp"]
    for name in names {
      try "x".write(toFile: folder.path(name), atomically: false, encoding: .utf8)
    }
    var first = try Output(path: folder.path("a"))
    var second = try Output(path: folder.path("b"))
    try first.finish()
    try second.finish()
    #expect(try folder.contents() == [".other-1-2.tmp", ".sixpoint-a-2.tmp", "a", "b"])
  }

  @Test("a full device is a failure, however much is written and however often asked")
  func fullDevice() throws {
    var output = try Output(path: "/dev/full")
    try output.write("x")
    var faults: [OutputFault] = []
    for _ in 0..<2 {
      do throws(OutputFault) { try output.finish() } catch { faults.append(error) }
    }
    #expect(faults.count == 2)
    #expect(faults.allSatisfy { Problem($0, language: .english).status == .failure })
    let words = Problem(try #require(faults.first), language: .english).message
    #expect(words == "/dev/full: No space left on device")
  }

  @Test("a device is written straight through")
  func device() throws {
    var output = try Output(path: "/dev/null")
    try output.write([UInt8](repeating: 0, count: 100_000))
    try output.finish()
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    let isDevice = attributes[.type] as? FileAttributeType == .typeCharacterSpecial
    #expect(isDevice)
  }
}
