import SQLite
import Testing

@Suite("Rows and bindings")
struct RowTests {
  @Test(
    "a value comes back as it was bound",
    arguments: [
      .null, .integer(.min), .integer(.max), 0, .real(-0.5), "", "湖南省", "a\0b", .blob([]),
      .blob([0, 255, 0]), .text("\u{10FFFF}"),
    ] as [Value])
  func roundTrip(value: Value) throws {
    let connection = try Connection.inMemory()
    #expect(try connection.first("SELECT :value", ["value": value]) { $0.value(0) } == value)
    let statement = try connection.prepare("SELECT :value")
    statement.bind(value: value, at: 1)
    #expect(try statement.step())
    #expect(statement.value(0) == value)
  }

  @Test("bytes with NUL are neither cut nor copied short", arguments: Statement.Keeping.both)
  func bytesWithNUL(keeping: Statement.Keeping) throws {
    let connection = try Connection.inMemory()
    let statement = try connection.prepare("SELECT length(CAST(:text AS BLOB)), :text, :blob")
    let bytes: [UInt8] = [0x61, 0, 0x62, 0]
    defer { extendLifetime(bytes) }
    statement.bind(text: bytes.span, at: statement.parameterIndex(named: "text"), keeping)
    statement.bind(blob: bytes.span, at: statement.parameterIndex(named: "blob"), keeping)
    #expect(try statement.step())
    #expect(statement.text(1) == "a\0b\0")
    #expect(statement.bytes(2) == bytes)
    #expect(statement.int(0) == 4)
  }

  @Test("empty bytes bind as empty text and empty blob, not as NULL")
  func emptyBytes() throws {
    let statement = try Connection.inMemory().prepare("SELECT typeof(?1), typeof(?2), ?1, ?2")
    statement.bind(text: [UInt8]().span, at: 1, .lent)
    statement.bind(blob: [UInt8]().span, at: 2, .lent)
    #expect(try statement.step())
    #expect(statement.text(0) == "text" && statement.text(1) == "blob")
    #expect(statement.text(2).isEmpty)
    #expect(statement.withBytes(3) { span in span.isEmpty })
  }

  @Test(
    "text that is not UTF-8 is a failure, never nil and never repaired",
    arguments: ["ff", "c0af", "eda080", "e6b9"])
  func malformedText(digits: String) throws {
    let connection = try Connection.inMemory()
    let sql = "SELECT 'fine', CAST(x'\(digits)' AS TEXT) AS name"
    let failure = try #require(
      #expect(throws: SQLiteFailure.self) {
        _ = try connection.first(sql) { row in row.optionalText(1) }
      })
    #expect(failure.isCorrupt)
    #expect(failure.message == "the text of column 1 (name) is not UTF-8")
    #expect(failure.sql == sql)
    var calls = 0
    let again = #expect(throws: SQLiteFailure.self) {
      try connection.rows(sql + " UNION ALL SELECT '', ''") { row in
        calls += row.value(1) == "" ? 1 : 9
      }
    }
    #expect(again?.message == failure.message)
    #expect(calls == 1)
    let statement = try connection.prepare(sql)
    #expect(try statement.step())
    #expect(statement.text(1) == "")
    #expect(throws: failure) { try statement.check() }
    #expect(try !statement.step())
  }

  @Test("a damaged column comes before the fault a body makes of it")
  func complaintFirst() throws {
    enum NameFault: Error, Equatable { case empty, database(String) }
    let connection = try Connection.inMemory()
    #expect(throws: NameFault.database("column 0 (name) is not text")) {
      try connection.rows("SELECT NULL AS name", wrapping: { NameFault.database($0.message) }) {
        row throws(NameFault) in
        if row.text(0).isEmpty { throw NameFault.empty }
      }
    }
    #expect(throws: NameFault.empty) {
      try connection.rows("SELECT '' AS name", wrapping: { NameFault.database($0.message) }) {
        row throws(NameFault) in
        if row.text(0).isEmpty { throw NameFault.empty }
      }
    }
  }

  @Test(
    "a column of another type is a mismatch, not a zero",
    arguments: ["NULL", "'12'", "12.0", "x'3132'"])
  func mismatch(literal: String) throws {
    let connection = try Connection.inMemory()
    let failure = #expect(throws: SQLiteFailure.self) {
      _ = try connection.first("SELECT \(literal)") { $0.int64(0) }
    }
    #expect(failure?.isMismatch == true)
  }

  @Test("NULL is nil, and only NULL")
  func optionals() throws {
    let connection = try Connection.inMemory()
    let (none, some) = try #require(
      try connection.first("SELECT NULL, 0, ''") { row in
        (
          row.optionalInt64(0) == nil && row.optionalText(0) == nil && row.isNull(0),
          row.optionalInt64(1) == 0 && row.optionalText(2) == "" && !row.isNull(2)
        )
      })
    #expect(none && some)
  }

  @Test("columns have count, names and types")
  func columns() throws {
    let connection = try Connection.inMemory()
    let types = try connection.first("SELECT 1 AS a, 2.5 AS b, 'x' AS c, x'00' AS d, NULL AS e") {
      row in
      (0..<row.columnCount).map { "\(row.columnName($0)) \(row.type($0))" }
    }
    #expect(types == ["a integer", "b real", "c text", "d blob", "e null"])
  }
}

extension Statement.Keeping {
  fileprivate static let both: [Statement.Keeping] = [.copied, .lent]
}
