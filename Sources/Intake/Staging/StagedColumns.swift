/// The columns of the staging table that a sheet's columns become.
///
/// A column of the sheet is one column of the table, of the same name; a resident ID is two, the number
/// and the writing. Every row also has its number, its line, which cells said `(clear)`, and whether it
/// withdraws.
package struct StagedColumns {
  /// Relations written as numbers are staged as this less the number, until the whole file has shown which
  /// list they are of.
  package static let relationNumber: Int64 = -1_000

  package struct Slot {
    package let name: String
    package let isInteger: Bool
  }

  /// By column of the sheet: the place of its (first) slot. The `withdraw` column has none of its own.
  package let firstSlot: [Int]
  package let slots: [Slot]

  static let fixedColumns = ["row", "line", "clears", "withdraws"]

  package init(_ sheet: Sheet) {
    var firstSlot: [Int] = []
    var slots: [Slot] = []
    for column in sheet.columns {
      firstSlot.append(slots.count)
      switch column.kind {
      case .withdraw: break
      case .residentID:
        slots.append(Slot(name: "resident_key", isInteger: true))
        slots.append(Slot(name: "resident_written", isInteger: false))
      default:
        slots.append(Slot(name: "\"\(column.name)\"", isInteger: column.kind.isInteger))
      }
    }
    self.firstSlot = firstSlot
    self.slots = slots
  }

  /// - Parameter more: further columns that judging fills, such as `household_id`.
  func createSQL(_ more: [String]) -> String {
    let columns = slots.map { "\($0.name) \($0.isInteger ? "INTEGER" : "TEXT")" } + more
    return """
      DROP TABLE IF EXISTS temp.staged;
      CREATE TEMP TABLE staged (
        row INTEGER PRIMARY KEY, line INTEGER NOT NULL, clears INTEGER NOT NULL,
        withdraws INTEGER NOT NULL, rejected INTEGER NOT NULL DEFAULT 0,
        \(columns.joined(separator: ", ")))
      """
  }

  var insertSQL: String {
    let names = StagedColumns.fixedColumns + slots.map(\.name)
    let marks = names.map { _ in "?" }.joined(separator: ", ")
    return "INSERT INTO temp.staged (\(names.joined(separator: ", "))) VALUES (\(marks))"
  }
}
