import Domain
import Glibc
import SQLite
import Testing

@testable import Register

/// A question is many statements; a neighbour writes between any two of them.
@Suite("A question is answered from one state of the register", .serialized)
struct SteadyStateTests {
  private let small: QuestionsRegister
  private var register: Register { small.register }
  private let first: Int64

  init() throws {
    small = try QuestionsRegister()
    first = try small.register.lastEntry().number
  }

  /// Every odd entry from here on gives A2 the contact it lacks, every even one takes it away.
  private func neighbour() -> Neighbour {
    let first = first
    return Neighbour(small.scratch.path("r.sqlite")) { register, round in
      try register.act(try header("log")) { (entry: Int64) throws(SQLiteFailure) in
        if (entry - first) % 2 == 1 {
          try register.add(
            "assignment",
            [
              ("household_id", 2), ("role", 3), ("staff_id", 1), ("since", 15000),
              ("until", 2_932_896),
            ], entry)
        } else {
          try register.connection.execute(
            """
            UPDATE assignment SET withdrawn = \(entry)
            WHERE household_id = 2 AND role = 3 AND withdrawn IS NULL
            """)
        }
      }
    }
  }

  private func hasContact(_ known: Known) -> Bool { (known.entry - first) % 2 == 1 }

  private func contacts(_ rows: [(place: FigurePlace, figures: MonthlyFigures)]) -> Int64 {
    rows.filter { $0.place.village == 433_123_104_206 && $0.place.householdClass == 2 }
      .reduce(0) { $0 + $1.figures[.contact] }
  }

  /// Asks until the neighbour has written so many entries.
  private func whileWritten(_ entries: Int, _ ask: () throws -> Void) throws {
    let writer = neighbour()
    defer { writer.stop() }
    while writer.rounds < entries, !writer.hasFailed { try ask() }
    #expect(writer.rounds >= entries)
  }

  @Test("the sums of a month are those of the entry that was asked about")
  func figures() throws {
    try whileWritten(200) {
      let known = Known(entry: try register.lastEntry().number)
      #expect(contacts(try register.figures(2011, month: 6, known)) == (hasContact(known) ? 1 : 0))
    }
  }

  @Test("the monthly report's, a household's file and a list's rows agree with the entry they name")
  func answers() throws {
    let june = try #require(YearMonth(year: 2011, month: 6))
    try whileWritten(400) {
      let answer = try register.monthlyAnswer(june, by: .village)
      let row = answer.rows.first {
        if case .place(let code, _) = $0.subject { code.value == 433_123_104_206 } else { false }
      }
      #expect(row?.figures[.contact] == (hasContact(answer.known) ? 1 : 0))
      let file = try #require(try register.file(of: 2, on: june.lastDay.dayNumber))
      #expect(file.assignments.contains { $0.role == .contact } == hasContact(file.known))
      let standing = try #require(file.years.first?.standing)
      #expect(
        Point.allCases.allSatisfy {
          standing.standing.isInForce($0, of: standing.facts, on: file.day)
        } == hasContact(file.known))
    }
  }

  @Test("what is asked in one reading is of one state, however often others write")
  func reading() throws {
    let other = try small.scratch.open()
    let day = QuestionsRegister.day("2011-06-30")
    try register.reading { () throws(SQLiteFailure) in
      let before = try register.list(HouseholdQuery(.gaps(.contact), on: day)).count
      let last = try register.nextEntryNumber()
      do {
        try other.act(try header("log")) { (entry: Int64) throws(SQLiteFailure) in
          try other.add(
            "assignment",
            [
              ("household_id", 2), ("role", 3), ("staff_id", 1), ("since", 15000),
              ("until", 2_932_896),
            ], entry)
        }
      } catch { Issue.record(error) }
      #expect(try register.list(HouseholdQuery(.gaps(.contact), on: day)).count == before)
      #expect(try register.nextEntryNumber() == last)
      #expect(contacts(try register.figures(2011, month: 6, Known(entry: last - 1))) == 0)
    }
    #expect(try register.lastEntry().number == first + 1)
    let isOpen = register.connection.isInTransaction
    #expect(!isOpen)
  }

  @Test("a second connection answers where it sees the same last entry, and not within a write")
  func beside() throws {
    func year(seeing mark: EntryMark?) throws -> Int? {
      let beside = Beside(register, seeing: mark) { second throws(RegisterFault) in second.year }
      defer { beside?.end() }
      return try #require(beside).takeAnswer()
    }
    let mark = try EntryMark(of: register)
    #expect(try year(seeing: mark) == 2011)
    try small.enter("staff") { (number) throws(SQLiteFailure) in
      try small.run("INSERT INTO staff (staff_no, entered) VALUES ('S3', \(number))")
      try small.run(
        "INSERT INTO staff_record (staff_id, name, entered) VALUES (3, '吴', \(number))")
      let beside = Beside(register, seeing: nil) { second throws(RegisterFault) in second.year }
      #expect(beside == nil)
    }
    #expect(try year(seeing: mark) == nil)
    #expect(try year(seeing: nil) == 2011)
  }

  @Test("a second connection that comes and goes leaves SQLite's locks of this process in place")
  func locksOfBeside() throws {
    // POSIX drops every lock of a process on a file as soon as it closes that file anywhere: these stay open.
    let files = ["r.sqlite", "r.sqlite-wal", "r.sqlite-shm"].map {
      open(small.scratch.path($0), O_RDWR | O_CLOEXEC)
    }
    defer { for file in files { close(file) } }
    try #require(!files.contains(-1))
    func locked() -> [Bool] {
      files.map { file in
        var lock = flock()
        lock.l_type = Int16(F_WRLCK)
        // F_OFD_GETLK, which Swift does not import: the process's own locks are in the way of this one too.
        let asked = withUnsafeMutablePointer(to: &lock) { fcntl(file, 36, $0) }
        #expect(asked == 0)
        return Int32(lock.l_type) != F_UNLCK
      }
    }
    try register.reading { () throws(SQLiteFailure) in
      let before = locked()
      #expect(before[0] && before[2])
      let beside = Beside(register, seeing: nil) { second throws(RegisterFault) in second.year }
      #expect(throws: Never.self) { _ = try beside?.takeAnswer() }
      beside?.end()
      #expect(locked() == before)
    }
    _ = try register.check()
  }

  @Test("a reading that fails leaves the register ready for the next")
  func failing() throws {
    #expect(throws: SQLiteFailure.self) {
      try register.reading { () throws(SQLiteFailure) in
        try register.connection.run("SELECT * FROM nowhere")
      }
    }
    let isOpen = register.connection.isInTransaction
    #expect(!isOpen)
  }
}
