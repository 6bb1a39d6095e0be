import Register
import SQLite
import Testing

/// The chain worked out a second time, from the format that Register+Chain.swift states.
private func recomputed(_ register: Register, _ entry: Int64) throws -> [UInt8] {
  func bytes(_ value: Value) -> [UInt8] {
    func word(_ bits: UInt64) -> [UInt8] {
      (0..<8).map { UInt8(truncatingIfNeeded: bits >> ($0 * 8)) }
    }
    switch value {
    case .null: return [0]
    case .integer(let integer): return [1] + word(UInt64(bitPattern: integer))
    case .text(let text): return [2] + word(UInt64(text.utf8.count)) + Array(text.utf8)
    case .blob(let blob): return [3] + word(UInt64(blob.count)) + blob
    case .real(let real): return [4] + word(real.bitPattern)
    }
  }
  func values(_ sql: String) throws -> [[Value]] {
    var rows: [[Value]] = []
    let statement = try register.connection.prepare(sql)
    while try statement.step() {
      rows.append((0..<statement.columnCount).map { statement.value($0) })
    }
    return rows
  }
  let head = try values(
    """
    SELECT previous_hash, id, made_at, clock_at, officer, office_code, command, undoes,
      source_sha256, source_rows, reason, source_name FROM entry WHERE id = \(entry)
    """)
  var whole: [UInt8] = []
  for row in head {
    whole += row.prefix(10).flatMap(bytes)
    for text in row.suffix(2) { whole += bytes(.blob(SHA256.hash(bytes(text)).bytes)) }
  }
  for table in try register.factTables() {
    let columns = table.columns.joined(separator: ", ")
    let rows = try values(
      "SELECT \(columns) FROM \(table.name) WHERE entered = \(entry) ORDER BY id")
    let withdrawn =
      table.canWithdraw
      ? try register.integers(
        "SELECT id FROM \(table.name) WHERE withdrawn = \(entry) ORDER BY id") : []
    guard !rows.isEmpty || !withdrawn.isEmpty else { continue }
    whole += bytes(.integer(table.number)) + bytes(Value(rows.count))
    if !rows.isEmpty {
      let leaves = rows.flatMap {
        SHA256.hash(bytes(.integer(table.number)) + $0.flatMap(bytes)).bytes
      }
      whole += bytes(.blob(SHA256.hash(leaves).bytes))
    }
    whole += bytes(Value(withdrawn.count)) + withdrawn.flatMap { bytes(.integer($0)) }
  }
  return SHA256.hash(whole).bytes
}

@Suite("The chain of entries")
struct ChainTests {
  private let scratch: Scratch
  private let register: Register

  init() throws {
    scratch = try Scratch()
    register = try scratch.register()
    let history = try RandomHistory(register, seed: 7)
    for _ in 0..<40 { _ = try history.step() }
  }

  private func brokenEntries(in entries: ClosedRange<Int64>) throws -> [Int64] {
    try entries.filter { entry in
      try register.texts("SELECT hex(hash) FROM entry WHERE id = \(entry)")
        != [recomputed(register, entry).map { hexadecimal($0) }.joined()]
    }
  }

  @Test(
    "is what its statement makes of the facts, and no column of any table can be changed unseen")
  func flipped() throws {
    let last = try register.lastEntry().number
    #expect(try brokenEntries(in: 1...last).isEmpty)
    #expect(
      try register.integers(
        """
        SELECT count(*) FROM entry AS later JOIN entry AS earlier ON earlier.id = later.id - 1
        WHERE later.previous_hash <> earlier.hash
        """) == [0])
    for trigger in try register.texts("SELECT name FROM sqlite_schema WHERE type = 'trigger'") {
      try register.connection.execute("DROP TRIGGER \(trigger)")
    }
    try register.connection.execute(
      "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    for table in try register.factTables() {
      guard
        let row = try register.integers(
          "SELECT id FROM \(table.name) WHERE entered > 1 ORDER BY id LIMIT 1"
        ).first,
        let entry = try register.integer("SELECT entered FROM \(table.name) WHERE id = \(row)")
      else { continue }
      for column in table.columns where column != "id" {
        try register.connection.begin()
        let isText =
          try register.texts(
            "SELECT type FROM pragma_table_info('\(table.name)') WHERE name = '\(column)'") == [
            "TEXT"
          ]
        try register.connection.execute(
          """
          UPDATE OR IGNORE \(table.name) SET \(column) =
            \(isText ? "ifnull(\(column), '') || '.'" : "ifnull(\(column), 0) + 3000000")
          WHERE id = \(row)
          """)
        #expect(try brokenEntries(in: entry...entry) == [entry], "\(table.name).\(column)")
        try register.connection.rollback()
      }
    }
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
