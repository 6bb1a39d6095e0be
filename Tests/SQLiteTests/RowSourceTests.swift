import SQLite
import Testing

/// Numbers from 1 with a text that moves about in one block, as lines do in a reader's.
private final class Numbers: RowSource {
  private let last: Int64
  private let fault: SQLiteFailure?
  private let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 64, alignment: 1)
  private var number: Int64 = 0
  private(set) var scans = 0

  init(to last: Int64, then fault: SQLiteFailure? = nil) { (self.last, self.fault) = (last, fault) }
  deinit { block.deallocate() }

  func begin() throws(SQLiteFailure) {
    scans += 1
    number = 0
  }

  func next(_ row: borrowing LentRow) throws(SQLiteFailure) -> Bool {
    guard number < last else {
      if let fault { throw fault }
      return false
    }
    number += 1
    let text = Array("第\(number)\0户".utf8)
    block.copyBytes(from: text)
    row.set(0, number)
    row.set(1, text: UnsafeRawBufferPointer(rebasing: block[..<text.count]))
    row.set(2, number.isMultiple(of: 2) ? nil : -number)
    row.set(3, blob: UnsafeRawBufferPointer(rebasing: block[..<0]))
    return true
  }
}

@Suite("Rows lent by an object")
struct RowSourceTests {
  private func filled(from source: Numbers) throws -> Connection {
    let connection = try Connection.inMemory()
    try connection.execute(
      "CREATE TABLE mark (id INTEGER PRIMARY KEY, name TEXT, other INTEGER, note BLOB) STRICT")
    try connection.lend(source, as: "numbers", columns: ["number", "name", "other", "note"])
    return connection
  }

  @Test("a statement stores every row as it was lent")
  func insertSelect() throws {
    let connection = try filled(from: Numbers(to: 1000))
    let inserted = try connection.run(
      "INSERT INTO mark SELECT number, name, other, note FROM numbers WHERE number > :least",
      ["least": 10])
    #expect(inserted == 990)
    var expected: Int64 = 11
    try connection.rows("SELECT * FROM mark ORDER BY id") { row in
      #expect(row.int64(0) == expected)
      #expect(row.text(1) == "第\(expected)\0户")
      #expect(row.optionalInt64(2) == (expected.isMultiple(of: 2) ? nil : -expected))
      #expect(row.value(3) == .blob([]))
      expected += 1
    }
    #expect(expected == 1001)
  }

  @Test("a source without rows stores none")
  func empty() throws {
    let connection = try filled(from: Numbers(to: 0))
    #expect(try connection.run("INSERT INTO mark SELECT * FROM numbers") == 0)
  }

  @Test("in a join the source is read once")
  func join() throws {
    let numbers = Numbers(to: 100)
    let connection = try filled(from: numbers)
    try connection.run("INSERT INTO mark SELECT * FROM numbers")
    let matched = try connection.first(
      "SELECT count(*) FROM mark JOIN numbers ON numbers.number = mark.id"
    ) { $0.int(0) }
    #expect(matched == 100 && numbers.scans == 2)
  }

  @Test("a source's fault stops the statement and undoes it", arguments: [0, 50] as [Int64])
  func fault(rows: Int64) throws {
    let fault = SQLiteFailure(code: 1, message: "line 51: a stray quote")
    let connection = try filled(from: Numbers(to: rows, then: fault))
    let sql = "INSERT INTO mark SELECT * FROM numbers"
    let failure = #expect(throws: SQLiteFailure.self) { try connection.run(sql) }
    #expect(failure?.code == 1 && failure?.message == "line 51: a stray quote")
    #expect(failure?.sql == sql)
    #expect(try connection.first("SELECT count(*) FROM mark") { $0.int(0) } == 0)
  }

  @Test("two scans at a time are refused")
  func twoScans() throws {
    let connection = try filled(from: Numbers(to: 3))
    let failure = #expect(throws: SQLiteFailure.self) {
      try connection.run("SELECT * FROM numbers AS a JOIN numbers AS b")
    }
    #expect(failure?.message == "the source is being read already")
    #expect(try connection.run("INSERT INTO mark SELECT * FROM numbers") == 3)
  }

  @Test("copied bytes outlive their row where a statement sorts, groups and compares")
  func copied() throws {
    let connection = try Connection.inMemory()
    try connection.lend(Numbers(to: 9), as: "numbers", columnCount: 4, .copied)
    let found = try connection.first("SELECT min(c1), max(c1), count(DISTINCT c1) FROM numbers") {
      "\($0.text(0)) \($0.text(1)) \($0.int(2))"
    }
    #expect(found == "第1\0户 第9\0户 9")
  }

  @Test("triggers and views cannot read it")
  func directOnly() throws {
    let connection = try filled(from: Numbers(to: 3))
    #expect(throws: SQLiteFailure.self) {
      try connection.execute("CREATE VIEW peek AS SELECT * FROM numbers; SELECT * FROM peek")
    }
  }

  @Test("a source withdrawn is let go, and its name may serve another")
  func withdrawn() throws {
    weak var first: Numbers?
    let connection = try Connection.inMemory()
    do {
      let numbers = Numbers(to: 3)
      first = numbers
      try connection.lend(numbers, as: "numbers", columnCount: 4)
    }
    let sql = "SELECT count(*) FROM numbers"
    #expect(try connection.first(sql) { $0.int(0) } == 3)
    #expect(first != nil)
    try connection.withdraw(source: "numbers")
    #expect(first == nil)
    #expect(throws: SQLiteFailure.self) { try connection.run(sql) }
    try connection.lend(Numbers(to: 5), as: "numbers", columnCount: 4)
    #expect(try connection.first(sql) { $0.int(0) } == 5)
  }

  @Test("closing the connection lets the source go")
  func closed() throws {
    weak var held: Numbers?
    do {
      let numbers = Numbers(to: 3)
      held = numbers
      let connection = try filled(from: numbers)
      try connection.run("INSERT INTO mark SELECT * FROM numbers")
    }
    #expect(held == nil)
  }
}
