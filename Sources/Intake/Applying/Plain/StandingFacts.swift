import Register
import SQLite

/// Compares rows with the facts that stand, and says which are new.
///
/// A file that is sent again has its rows in the order in which their facts came in. So the facts are read in
/// that order beside the rows, and only a row that is not the next fact's is looked for by its key.
final class StandingFacts: BlockJudge {
  private let sheet: PlainSheet
  /// The facts after an id, in their order.
  private let following: Statement
  /// The fact of a key.
  private let ofKey: Statement
  /// The columns that both give: `id`, and all but `entered`.
  private let width: Int
  private let last: Int64
  /// Whether `following` is at a fact that no row was compared with.
  private var isAtFact = false
  /// By id, whether a row had the fact's key: a second one is of the same key.
  private var met: [Bool]
  /// How many rows in a row were not the next fact's, and at which count it is worth to look further on.
  private var strays = 0
  private var patience = 2
  private(set) var created = 0
  /// Of the new rows, where the warnings of those are that have any (`PlainSheet.warned`).
  private(set) var warned: [Int] = []
  private(set) var isUnusual = false
  /// The new rows by the place that they are of; nil where nobody asks.
  private(set) var createdHomes: HomeCounts?

  /// - Parameter countsHomes: whether `createdHomes` is asked for.
  init(_ sheet: PlainSheet, in register: Register, countsHomes: Bool) throws(SQLiteFailure) {
    self.sheet = sheet
    let names = sheet.table.columns.dropLast()
    width = names.count
    last = try register.newestID(of: sheet.table)
    met = Array(repeating: false, count: max(Int(last), 0) + 1)
    createdHomes = countsHomes ? HomeCounts() : nil
    let columns = names.joined(separator: ", ")
    following = try register.connection.prepare(
      """
      SELECT \(columns) FROM \(sheet.table.name) NOT INDEXED
      WHERE id > ?1 AND id <= ?2 AND withdrawn IS NULL ORDER BY id
      """)
    let key = sheet.key.enumerated().map { "\(sheet.table.columns[$1]) IS ?\($0 + 2)" }
    ofKey = try register.connection.prepare(
      """
      SELECT \(columns) FROM \(sheet.table.name)
      WHERE \(key.joined(separator: " AND ")) AND withdrawn IS NULL AND id BETWEEN 1 AND ?1
      """)
    following.bind(last, at: 2)
    ofKey.bind(last, at: 1)
    try turn(to: 0)
  }

  /// Ends the questions.
  func end() {
    following.reset()
    ofKey.reset()
  }

  func judge(_ block: FactBlock) throws(SQLiteFailure) -> Bool {
    for index in 0..<block.count {
      let row = block.ended(index)
      if try isStanding(row) {
        block.leaveOut(index)
      } else if !isUnusual, sheet.complete(row) {
        created += 1
        row[0] = LentColumn(last + Int64(created))
        if !row[sheet.warned].isNull { warned.append(Int(row[sheet.warned].integer)) }
        createdHomes?.add(row[sheet.home].isNull ? 0 : row[sheet.home].integer)
      } else {
        isUnusual = true
      }
      if isUnusual { return false }
    }
    return true
  }

  /// Whether the fact of the row's key stands and says the same; `isUnusual` where it says something else.
  private func isStanding(_ row: UnsafeMutableBufferPointer<LentColumn>) throws(SQLiteFailure)
    -> Bool
  {
    if isAtFact, sheet.key.allSatisfy({ row[$0].isSame(as: following.lent(Int32($0))) }) {
      (strays, patience) = (0, 2)
      isUnusual = !isSame(row, following)
      meet(following.int64(0))
      isAtFact = try following.step()
      return true
    }
    strays += 1
    defer { ofKey.reset() }
    for (index, column) in sheet.key.enumerated() {
      ofKey.bind(row[column], at: Int32(index) + 2)
    }
    guard try ofKey.step() else { return false }
    let id = ofKey.int64(0)
    isUnusual = !isSame(row, ofKey)
    meet(id)
    if strays == patience {
      patience *= 4
      try turn(to: id)
    }
    return true
  }

  private func isSame(
    _ row: UnsafeMutableBufferPointer<LentColumn>, _ fact: borrowing Statement
  ) -> Bool {
    for column in sheet.values where sheet.isExact || !row[column].isNull {
      if !row[column].isSame(as: fact.lent(Int32(column))) { return false }
    }
    return true
  }

  private func meet(_ id: Int64) {
    if met[Int(id)] { isUnusual = true }
    met[Int(id)] = true
  }

  /// Goes on with the facts after an id.
  private func turn(to id: Int64) throws(SQLiteFailure) {
    following.reset()
    following.bind(id, at: 1)
    isAtFact = try following.step()
  }
}
