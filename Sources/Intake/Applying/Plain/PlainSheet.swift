import Domain
import Register
import SQLite

/// How the rows of a sheet, each of which is one fact, become rows of its table one by one: what its rules
/// (`FactSheetRules`) say, by places in a row of a block (`FactBlock`).
struct PlainSheet: Sendable {
  /// A number in a row, and what it leads to.
  struct Reference: Sendable {
    let kind: FaultKind.Reference
    /// Where the number is noted.
    let number: Int
    /// The column that takes the id.
    let id: Int
    /// The cell that says when the fact begins, and where it is; nil where no end of what is named matters.
    let begins: (column: Column, place: Int)?
  }

  let table: FactTable
  /// By slot, the column or note that holds its value.
  let places: [Int]
  /// The notes that a block needs for a row.
  let notes: Int
  let references: [Reference]
  /// The columns by which a row finds its standing fact.
  let key: [Int]
  /// The columns that are compared with it, where the row gives them.
  let values: [Int]
  /// Whether a cell that is empty says that there is nothing, and not that what stands stays.
  let isExact: Bool
  /// What a new fact has where the row gives nothing, and nothing is not stored as NULL.
  let fillings: [(column: Int, value: Int64)]
  /// The columns that are added up, with their signs, and the one that holds what they come to.
  private let sum: (parts: [(column: Int, sign: Int64)], whole: Int)?

  /// Noted: where the warnings of the row are (`PlainRows.warned`), which hold if it is new; NULL for none.
  let warned: Int
  /// Noted: the place that the row is of, a village where it is of a household; NULL where it is of none.
  let home: Int

  /// Nil where the sheet's rows cannot be judged one by one.
  init?(_ rules: FactSheetRules, _ table: FactTable) {
    guard let way = rules.plainly, rules.identity == nil, rules.places == nil, !table.isPersonal
    else { return nil }
    let staged = StagedColumns(rules.sheet)
    var columnOfSlot: [String: String] = [:]
    for column in rules.merge.key + rules.merge.values {
      if let slot = column.slot { columnOfSlot[slot] = column.name }
    }
    var notes = 0
    var places: [String: Int] = [:]
    let names = staged.slots.map { $0.name.filter { $0 != "\"" } }
    for name in names {
      if let column = columnOfSlot[name] {
        places[name] = table.column(column)
      } else {
        places[name] = table.columns.count + notes
        notes += 1
      }
    }
    self.table = table
    self.places = names.compactMap { places[$0] }
    self.notes = notes + 2
    warned = table.columns.count + notes
    home = warned + 1
    isExact = false
    key = rules.merge.key.map { table.column($0.name) }
    values = rules.merge.values.map { table.column($0.name) }
    fillings = (rules.merge.key + rules.merge.values).compactMap { column in
      Int64(column.whenEmpty).map { (column: table.column(column.name), value: $0) }
    }
    references = rules.references.compactMap { reference in
      let begins =
        reference.kind == .household
        ? rules.ends?.column : way.begins.first { $0.reference == reference.kind }?.column
      guard let number = places[reference.column] else { return nil }
      return Reference(
        kind: reference.kind, number: number, id: table.column(reference.target),
        begins: begins.flatMap { name in
          guard let column = rules.sheet.column(name), let place = places[name] else { return nil }
          return (column: column, place: place)
        })
    }
    sum = way.sum.map { sum in
      let parts =
        sum.added.map { (column: table.column($0), sign: Int64(1)) }
        + sum.taken.map { (column: table.column($0), sign: Int64(-1)) }
      return (parts: parts, whole: table.column(sum.whole))
    }
  }

  /// Movements of money: their columns are set without slots, when the accounts of all rows are known.
  init(movements table: FactTable) {
    self.table = table
    places = []
    notes = 2
    warned = table.columns.count
    home = warned + 1
    references = []
    key = [table.column("is_payment"), table.column("number")]
    values = ["upper_id", "lower_id", "amount_fen", "moved_on", "reverses"].map(table.column)
    isExact = true
    fillings = []
    sum = nil
  }

  /// Completes a row that is a new fact; false where it is at fault.
  func complete(_ row: UnsafeMutableBufferPointer<LentColumn>) -> Bool {
    for filling in fillings where row[filling.column].isNull {
      row[filling.column] = LentColumn(filling.value)
    }
    guard let sum, sum.parts.contains(where: { !row[$0.column].isNull }) else { return true }
    var whole: Int64 = 0
    for part in sum.parts where !row[part.column].isNull {
      let (more, isTooLarge) = whole.addingReportingOverflow(part.sign * row[part.column].integer)
      if isTooLarge { return false }
      whole = more
    }
    if !row[sum.whole].isNull, row[sum.whole].integer != whole { return false }
    row[sum.whole] = LentColumn(whole)
    return true
  }
}
