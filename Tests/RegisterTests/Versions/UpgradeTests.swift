import Domain
import Foundation
import Register
import SQLite
import Schema
import Testing

@Suite("A register of an earlier schema")
struct UpgradeTests {
  private let scratch: Scratch
  private let path: String
  private let grown = GrowingSchemaTests.grown
  private let version = Register.schemaVersion
  private var copy: String { "r.sqlite.schema\(version)" }

  init() throws {
    scratch = try Scratch()
    path = scratch.path("r.sqlite")
  }

  private func restore() throws { try KeptRegisters.restore(version, to: path) }

  private func bytes() throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  /// What reports print of it.
  private func told(_ register: Register) throws -> [String] {
    try MonthlyAnswer.Grouping.allCases.flatMap { grouping in
      try [1, 6, 12].map { month in
        let answer = try register.monthlyAnswer(
          try #require(YearMonth(year: 2011, month: month)), by: grouping)
        return
          "\(answer.rows) \(answer.total) \(String(describing: answer.totalQuota)) \(answer.hash)"
      }
    }
  }

  private func fault(_ body: () throws -> Void) -> RegisterFault? {
    do { try body() } catch { return error as? RegisterFault }
    return nil
  }

  @Test("every kept register comes up to this schema, its chain whole and nothing found")
  func kept() throws {
    for version in Migrations.firstVersion...Register.schemaVersion {
      #expect(KeptRegisters.isKept(version) || version == Register.schemaVersion, "\(version)")
      let path = scratch.path("kept-\(version)")
      try KeptRegisters.restore(version, to: path)
      _ = try Register.upgrade(path: path)
      let register = try Register.open(path: path, writing: true)
      #expect(try register.check().findings == [], "\(version)")
      #expect(try register.lastEntry().number == 9)
    }
  }

  @Test("of the first schema is brought up: reports and exceptions equal, and lists kept of them")
  func exceptionsKept() throws {
    try KeptRegisters.restore(10, to: path)
    _ = try Register.upgrade(path: path)
    let register = try Register.open(path: path, writing: true)
    let last = try register.lastEntry().number
    #expect(try register.integers("SELECT known_entry FROM exception_state") == [last])
    let day = try #require(CalendarDate("2011-12-31")).dayNumber
    let kept = try register.exceptions(on: day, in: nil)
    #expect(!kept.isEmpty)
    try register.connection.execute("DELETE FROM exception_state")
    #expect(try register.exceptions(on: day, in: nil) == kept)
  }

  @Test(
    "is brought up by one migration: chain whole, reports equal, no entry made, and a copy kept")
  func upgraded() throws {
    try restore()
    let (before, last) = try {
      let register = try Register.open(path: path, writing: false)
      return (try told(register), try register.lastEntry())
    }()
    let upgrade = try Register.upgrade(path: path, schema: grown)
    #expect(upgrade.from == version && upgrade.to == version + 1)
    #expect(upgrade.copy == scratch.path(copy))
    #expect(try scratch.mode(copy) == 0o600)
    let old = try Register.open(path: scratch.path(copy), writing: true)
    #expect(try old.check().findings == [])
    #expect(try told(old) == before)
    let register = try Register.open(path: path, writing: true, schema: grown)
    #expect(try register.check().findings == [])
    #expect(try told(register) == before)
    #expect(try register.lastEntry() == last)
    try register.act(try header("herd")) { (entry: Int64) throws(SQLiteFailure) in
      try register.add("herd", [("household_id", 1), ("heads", 12)], entry)
    }
    #expect(try register.check().findings == [])
    // Once more, there is nothing to do.
    #expect(try Register.upgrade(path: path, schema: grown).copy == nil)
  }

  @Test("says so to every other command, and is not touched")
  func older() throws {
    try restore()
    let before = try bytes()
    for writing in [true, false] {
      let said = fault { _ = try Register.open(path: path, writing: writing, schema: grown) }
      guard case .olderVersion(_, found: version, known: version + 1)? = said else {
        Issue.record("\(String(describing: said))")
        continue
      }
    }
    #expect(try bytes() == before)
  }

  @Test("of a later program is refused untouched")
  func newer() throws {
    try restore()
    _ = try Register.upgrade(path: path, schema: grown)
    let before = try bytes()
    let attempts: [() throws -> Void] = [
      { _ = try Register.open(path: path, writing: true) },
      { _ = try Register.open(path: path, writing: false) },
      { _ = try Register.upgrade(path: path) },
    ]
    for attempt in attempts {
      guard case .newerVersion(found: version + 1, known: version)? = fault(attempt) else {
        Issue.record("a newer register was taken")
        continue
      }
    }
    #expect(try bytes() == before)
  }

  @Test("made on trial is refused by name", arguments: [0, 1, 3, 9])
  func trial(version: Int) throws {
    try restore()
    do {
      let connection = try Connection(path: path, mode: .readWrite, busyTimeoutMilliseconds: 0)
      try connection.execute("PRAGMA user_version = \(version)")
      try connection.checkpoint()
    }
    let before = try bytes()
    let attempts: [() throws -> Void] = [
      { _ = try Register.open(path: path, writing: true) },
      { _ = try Register.open(path: path, writing: false) },
      { _ = try Register.upgrade(path: path) },
    ]
    for attempt in attempts {
      guard case .trialVersion(_, found: version)? = fault(attempt) else {
        Issue.record("a trial register was taken")
        continue
      }
    }
    #expect(try bytes() == before)
  }

  @Test("stays as it was where a migration fails, and the copy too")
  func failing() throws {
    try restore()
    let broken = Migrations(
      Migrations.released.steps + [
        .init(
          version: version + 1,
          migrations: [
            .init(name: "m1", sql: Array("CREATE TABLE a (b INTEGER) STRICT; CREATE TABLE".utf8))
          ])
      ])
    #expect(fault { _ = try Register.upgrade(path: path, schema: broken) } != nil)
    let register = try Register.open(path: path, writing: true)
    #expect(try register.check().findings == [])
    #expect(scratch.exists(copy))
    // The next copy takes another name.
    #expect(try Register.upgrade(path: path, schema: grown).copy == scratch.path(copy) + "-2")
  }

  @Test("whose chain is broken is not upgraded")
  func unsound() throws {
    try restore()
    do {
      let connection = try Connection(path: path, mode: .readWrite, busyTimeoutMilliseconds: 0)
      let guardian = try #require(
        try connection.first("SELECT sql FROM sqlite_schema WHERE name = 'plan_fixed'") {
          $0.text(0)
        }
      )
      try connection.execute(
        "DROP TRIGGER plan_fixed; UPDATE plan SET measures = 'x' WHERE id = 1; \(guardian)")
      try connection.checkpoint()
    }
    let before = try bytes()
    guard case .copyUnsound? = fault({ _ = try Register.upgrade(path: path, schema: grown) }) else {
      Issue.record("a broken chain was upgraded")
      return
    }
    #expect(try bytes() == before)
    #expect(!scratch.exists(copy))
  }
}
