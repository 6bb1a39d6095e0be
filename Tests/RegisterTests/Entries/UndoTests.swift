import Register
import SQLite
import Testing

@Suite("Undo")
struct UndoTests {
  private let scratch: Scratch
  private let register: Register

  init() throws {
    scratch = try Scratch()
    register = try scratch.register()
    try register.act(try header("import roster")) { (entry: Int64) throws(SQLiteFailure) in
      let household = Value(
        try register.add("household", [("household_no", "H1")], entry))
      try register.add(
        "residence",
        [("household_id", household), ("village_code", 433_123_101_201), ("since", -719_162)], entry
      )
    }
  }

  /// Enrols household 1; gives the entry.
  private func enrol(on day: Int, replacing old: Int64? = nil) throws -> Int64 {
    let entry = try register.act(try header("log")) { (entry: Int64) throws(SQLiteFailure) in
      if let old { try register.withdraw("enrolment", old, entry) }
      try register.add(
        "enrolment", [("household_id", 1), ("year", 2011), ("enrolled_on", Value(day))], entry)
    }
    return try #require(entry)
  }

  private func withdraw(_ id: Int64) throws -> Int64 {
    try #require(
      try register.act(try header("withdraw")) { (entry: Int64) throws(SQLiteFailure) in
        try register.withdraw("enrolment", id, entry)
      })
  }

  private func undo(_ entry: Int64) throws -> Int64 {
    try register.undo(entry, reason: "wrong", by: try author()).entry
  }

  private var enrolledOn: [Int64] {
    get throws {
      try register.integers("SELECT enrolled_on FROM enrolment WHERE withdrawn IS NULL")
    }
  }

  private func later(_ body: () throws -> Int64) throws -> [Int64] {
    do {
      _ = try body()
      return []
    } catch RegisterFault.laterEntriesDepend(_, let later) {
      return later
    }
  }

  @Test("of an entry and of its correction, in either order that is lawful")
  func roundTrip() throws {
    let first = try enrol(on: 15000)
    let correction = try enrol(on: 15001, replacing: 1)
    #expect(try later { try undo(first) } == [correction])
    #expect(try enrolledOn == [15001])
    _ = try undo(correction)
    #expect(try enrolledOn == [15000])
    _ = try undo(first)
    #expect(try enrolledOn.isEmpty)
    #expect(throws: RegisterFault.self) { try undo(first) }
    #expect(throws: RegisterFault.self) { try undo(correction) }
  }

  @Test("is refused, naming the entry that used the key again")
  func keyUsedAgain() throws {
    _ = try enrol(on: 15000)
    let withdrawal = try withdraw(1)
    let again = try enrol(on: 15001)
    #expect(try later { try undo(withdrawal) } == [again])
    #expect(try enrolledOn == [15001])
  }

  @Test("names the entry that first said a fact, not the undo that restored it")
  func keyRestored() throws {
    _ = try enrol(on: 15000)
    let withdrawal = try withdraw(1)
    let again = try enrol(on: 15001)
    _ = try undo(try withdraw(2))
    #expect(try later { try undo(withdrawal) } == [again])
    _ = try undo(again)
    _ = try undo(withdrawal)
    #expect(try enrolledOn == [15000])
  }

  @Test("of the first entry, of an undo, of none and of a second time is refused")
  func refused() throws {
    let entry = try enrol(on: 15000)
    let taken = try undo(entry)
    #expect {
      try undo(entry)
    } throws: { fault in
      guard case RegisterFault.alreadyUndone(entry, by: taken) = fault else { return false }
      return true
    }
    for number in [1, taken] {
      #expect {
        try undo(number)
      } throws: { fault in
        guard case RegisterFault.cannotBeUndone(number, _) = fault else { return false }
        return true
      }
    }
    for number in [0, taken + 1, -1, .max] {
      #expect {
        try undo(number)
      } throws: { fault in
        guard case RegisterFault.unknownEntry(number, last: taken) = fault else { return false }
        return true
      }
    }
  }
}
