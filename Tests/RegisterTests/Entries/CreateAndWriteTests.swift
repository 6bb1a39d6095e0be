import Domain
import Foundation
import Register
import SQLite
import Testing

@Suite("Creating and writing", .serialized)
struct CreateAndWriteTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test("a new register is its owner's alone and knows its places, labels and line")
  func creating() throws {
    let mask = umask(0)
    defer { umask(mask) }
    let register = try Scratch.founded(scratch.path("r"), target: 600_000)
    #expect(try scratch.mode("r") == 0o600)
    #expect(try register.integers("SELECT count(*) FROM region") == [12_723])
    #expect(try register.integers("SELECT poverty_line_fen FROM poverty_line") == [230_000])
    #expect(try register.integers("SELECT persons FROM target") == [600_000])
    #expect(try register.integers("SELECT count(DISTINCT list) FROM code_label") == [14])
    #expect(try register.lastEntry().number == 1)
  }

  @Test("what is there is not overwritten, and what fails leaves no file")
  func refusing() throws {
    try Data("mine".utf8).write(to: scratch.folder.appending(path: "there"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("link"), withDestinationPath: scratch.path("there"))
    for name in ["there", "link", "missing/r"] {
      #expect(throws: RegisterFault.self) { try Scratch.founded(scratch.path(name)) }
    }
    #expect(throws: RegisterFault.self) {
      let nowhere = try #require(RegionCode(110000))
      _ = try Register.create(
        path: scratch.path("r"), office: nowhere, year: 2011, target: nil, by: try author())
    }
    #expect(throws: RegisterFault.self) { try Scratch.founded(scratch.path("r"), target: -1) }
    #expect(try scratch.names() == ["link", "there"])
    #expect(try Data(contentsOf: scratch.folder.appending(path: "there")) == Data("mine".utf8))
  }

  @Test("an entry without facts is none, and one that throws leaves nothing")
  func nothing() throws {
    let register = try scratch.register()
    #expect(try register.act(try header("log")) { _ in } == nil)
    #expect(throws: RegisterFault.self) {
      try register.act(try header("log")) { (entry: Int64) throws(SQLiteFailure) in
        try register.add("household", [("household_no", "H1")], entry)
        throw SQLiteFailure(code: 1, message: "enough")
      }
    }
    #expect(try register.lastEntry().number == 1)
    #expect(try register.integers("SELECT count(*) FROM household") == [0])
    let isOpen = register.connection.isInTransaction
    #expect(!isOpen)
  }

  @Test("a clock that goes back is noted, and the moment does not")
  func clock() throws {
    let register = try scratch.register()
    for (number, moment) in ["2011-06-30T08:00:00.000Z", "2011-06-30T07:00:00.000Z"].enumerated() {
      try register.act(try header("log", at: moment)) { (entry: Int64) throws(SQLiteFailure) in
        try register.add("household", [("household_no", .text("H\(number)"))], entry)
      }
    }
    #expect(
      try register.texts("SELECT made_at, clock_at FROM entry WHERE id > 1") == [
        "2011-06-30T08:00:00.000Z|.", "2011-06-30T08:00:00.000Z|2011-06-30T07:00:00.000Z",
      ])
  }

  @Test("an entry that its body abandons is not made, and the body's answer comes back")
  func abandoned() throws {
    let register = try scratch.register()
    let (entry, answer) = try register.writeOrAbandon(try header("log")) {
      (entry: borrowing OpenEntry) throws(RegisterFault) in
      let number = entry.number
      try register.asking { () throws(SQLiteFailure) in
        _ = try register.add("household", [("household_no", "H1")], number)
      }
      return .abandon(number)
    }
    #expect(entry == nil && answer == 2)
    #expect(try register.lastEntry().number == 1)
    #expect(try register.areEmpty(["household"]))
  }

  @Test(
    "a link or a folder in the place of a file beside it is told as that, and not as another's",
    arguments: ["-wal", "-journal", "-shm", "-lock"])
  func blocked(suffix: String) throws {
    do { _ = try scratch.register() }
    for name in ["r.sqlite", "none.sqlite"] {
      let place = scratch.path(name + suffix)
      try? FileManager.default.removeItem(atPath: place)
      if name == "none.sqlite" {
        try FileManager.default.createDirectory(
          atPath: place, withIntermediateDirectories: false)
      } else {
        try FileManager.default.createSymbolicLink(
          atPath: place, withDestinationPath: "nowhere")
      }
      #expect {
        _ = try Register.standing(at: scratch.path(name), waitMilliseconds: 50)
      } throws: { fault in
        guard case RegisterFault.companionBlocked(let told) = fault else { return false }
        return told == place
      }
    }
  }

  @Test("a second writer waits, then fails as busy, and writes when the first is done")
  func busy() throws {
    let (first, second) = (try scratch.register(), try scratch.open())
    try first.connection.begin()
    do {
      try second.act(try header("log")) { _ in }
      Issue.record("two writers at once")
    } catch RegisterFault.database(let failure) { #expect(failure.isBusy) }
    try first.connection.rollback()
    let entry = try second.act(try header("log")) { (entry: Int64) throws(SQLiteFailure) in
      try second.add("household", [("household_no", "H1")], entry)
    }
    #expect(entry == 2)
  }
}
