import Register
import SQLite
import Testing

@Suite("An entry without its hash")
struct OpenEntryTests {
  private let scratch: Scratch
  private let register: Register

  init() throws {
    scratch = try Scratch()
    register = try scratch.register()
  }

  /// Commits behind the back of the write that is open; what SQLite said to it.
  private func commitEarly() -> String? {
    do throws(SQLiteFailure) { try register.connection.commit() } catch { return error.message }
    return nil
  }

  @Test("does not commit while a command writes")
  func writing() throws {
    var said: String?
    try register.write(try header("log")) { (entry: borrowing OpenEntry) throws(RegisterFault) in
      said = commitEarly()
    }
    #expect(said == "FOREIGN KEY constraint failed")
    #expect(try register.integers("SELECT id FROM entry") == [1])
  }

  @Test("does not commit while a first roster is loaded either")
  func loading() throws {
    var said: [String?] = []
    _ = try register.writeLoaded(
      try header("import"), into: ["household", "residence"], isTrial: false
    ) {
      (entry: borrowing OpenEntry) throws(RegisterFault) in
      said.append(commitEarly())
      let number = entry.number
      try register.asking { () throws(SQLiteFailure) in
        try register.add("household", [("household_no", "H1")], number)
        try register.add(
          "residence",
          [("household_id", 1), ("village_code", 433_123_104_201), ("since", 0)], number)
      }
      said.append(commitEarly())
      return .keep(())
    }
    #expect(said == ["FOREIGN KEY constraint failed", "FOREIGN KEY constraint failed"])
    #expect(try register.integers("SELECT id FROM entry WHERE hash IS NOT NULL") == [1, 2])
    #expect(try register.integers("PRAGMA foreign_keys") == [1])
    #expect(try register.check().findings == [])
  }

  @Test("nor does one whose rows refer to nothing")
  func dangling() throws {
    #expect(throws: RegisterFault.self) {
      _ = try register.writeLoaded(try header("import"), into: ["residence"], isTrial: false) {
        (entry: borrowing OpenEntry) throws(RegisterFault) in
        let number = entry.number
        try register.asking { () throws(SQLiteFailure) in
          _ = try register.add(
            "residence",
            [("household_id", 9), ("village_code", 433_123_104_201), ("since", 0)], number)
        }
        return .keep(())
      }
    }
    #expect(try register.integers("SELECT id FROM entry") == [1])
    #expect(try register.integers("PRAGMA foreign_keys") == [1])
  }
}
