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
  let columns = try register.texts("SELECT name FROM entry_column ORDER BY number")
  var whole: [UInt8] = []
  for row in try values(
    """
    SELECT previous_hash, id, \(columns.joined(separator: ", ")) FROM entry WHERE id = \(entry)
    """)
  {
    whole += bytes(row[0]) + bytes(row[1])
    for (index, column) in columns.enumerated() where row[index + 2] != .null {
      let value = bytes(row[index + 2])
      let isFree = column == "reason" || column == "source_name"
      whole += [UInt8(index + 1)] + (isFree ? bytes(.blob(SHA256.hash(value).bytes)) : value)
    }
  }
  for table in try register.factTables() {
    let facts = try values(
      """
      SELECT number, name, is_identity FROM fact_column WHERE fact_table = \(table.number)
      ORDER BY number
      """)
    func numbered(_ id: Int64, identity: Bool) throws -> [UInt8] {
      var written: [UInt8] = []
      for fact in facts where fact[2] == .integer(identity ? 1 : 0) {
        guard case .integer(let number) = fact[0], case .text(let name) = fact[1] else { continue }
        let value = try values("SELECT \(name) FROM \(table.name) WHERE id = \(id)")[0][0]
        if value != .null { written += [UInt8(number)] + bytes(value) }
      }
      return written
    }
    func leaf(_ id: Int64) throws -> [UInt8] {
      var leaf = bytes(.integer(table.number)) + bytes(.integer(id)) + bytes(.integer(entry))
      if table.isPersonal {
        let salt = try values("SELECT salt FROM \(table.name) WHERE id = \(id)")[0][0]
        leaf += bytes(
          .blob(SHA256.hash(bytes(salt) + (try numbered(id, identity: true))).bytes))
      }
      return SHA256.hash(leaf + (try numbered(id, identity: false))).bytes
    }
    let ids = try register.integers(
      "SELECT id FROM \(table.name) WHERE entered = \(entry) ORDER BY id")
    let withdrawn =
      table.canWithdraw
      ? try register.integers(
        "SELECT id FROM \(table.name) WHERE withdrawn = \(entry) ORDER BY id") : []
    guard !ids.isEmpty || !withdrawn.isEmpty else { continue }
    whole += bytes(.integer(table.number)) + bytes(Value(ids.count))
    if !ids.isEmpty {
      let leaves = try ids.flatMap { try leaf($0) }
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

  @Test("is what its statement makes of the facts")
  func stated() throws {
    let last = try register.lastEntry().number
    // The first entry's 25,000 places take the slow reading too long; others have every kind of row.
    for entry in 2...last {
      #expect(
        try register.texts("SELECT hex(hash) FROM entry WHERE id = \(entry)")
          == [recomputed(register, entry).map { hexadecimal($0) }.joined()])
    }
    #expect(try register.brokenEntries(1...last) == [])
    #expect(
      try register.integers(
        """
        SELECT count(*) FROM entry AS later JOIN entry AS earlier ON earlier.id = later.id - 1
        WHERE later.previous_hash <> earlier.hash
        """) == [0])
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    let digits = Array("0123456789ABCDEF")
    return String([digits[Int(byte >> 4)], digits[Int(byte & 15)]])
  }
}
