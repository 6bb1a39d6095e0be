import Foundation
import Register
import SQLite

/// A register as SQL text, for a small one to be kept with the tests.
enum RegisterDump {
  static func text(of connection: borrowing Connection) throws -> String {
    var text = ""
    for mark in ["application_id", "user_version"] {
      text +=
        "PRAGMA \(mark) = \(try rows(connection, "SELECT \(mark) || '' FROM pragma_\(mark)")[0][0]);\n"
    }
    let schema = try rows(
      connection,
      """
      SELECT type, name, sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rowid
      """)
    for table in schema where table[0] == "table" {
      text += table[2] + ";\n"
      let columns = try rows(
        connection, "SELECT name FROM pragma_table_info('\(table[1])') ORDER BY cid"
      ).map {
        $0[0]
      }
      let quoted = columns.map { "quote(\($0))" }.joined(separator: " || ', ' || ")
      for row in try rows(connection, "SELECT \(quoted) FROM \(table[1])") {
        text += "INSERT INTO \(table[1]) (\(columns.joined(separator: ", "))) VALUES (\(row[0]));\n"
      }
    }
    for thing in schema where thing[0] != "table" { text += thing[2] + ";\n" }
    return text
  }

  private static func rows(
    _ connection: borrowing Connection, _ sql: String
  ) throws -> [[String]] {
    var rows: [[String]] = []
    let statement = try connection.prepare(sql)
    while try statement.step() {
      rows.append((0..<statement.columnCount).map { statement.text($0) })
    }
    return rows
  }

  static func restore(_ text: String, to path: String) throws {
    let connection = try Connection.inMemory()
    try connection.execute("PRAGMA foreign_keys = OFF")
    try connection.transaction { () throws(SQLiteFailure) in try connection.execute(text) }
    try connection.write(toNew: path)
  }
}
