import Domain
import SQLite

// Which later entries an undo stumbles over. A refusal words one rule, the first that broke; whoever wants the
// entry gone has to take back what rests on it by any rule.

extension Register {
  /// The refusal of an undo, with every later entry that rests on what it takes back.
  ///
  /// Those that its breaches do not name stand in a last breach of which nothing else is known. Older ones are
  /// left out: they stand in nobody's way.
  ///
  /// - Parameters:
  ///   - undo: the open entry, whose facts are withdrawn and added already.
  ///   - number: the entry that it takes back.
  func namingLater(
    _ refusal: RegisterFault, undoing number: Int64, by undo: borrowing OpenEntry
  ) throws(RegisterFault) -> RegisterFault {
    guard case .ruleBroken(let rule, var breaches) = refusal else { return refusal }
    let later: Set<Int64>
    do throws(SQLiteFailure) { later = try entriesInBreach(of: undo, undoing: number) } catch {
      throw .database(error)
    }
    let unnamed = later.subtracting(breaches.flatMap(\.entries)).sorted()
    if !unnamed.isEmpty {
      var rest = Breach()
      rest.entries = unnamed
      breaches.append(rest)
    }
    return RegisterFault.ruleBroken(rule: rule, breaches: breaches).naming(laterThan: number)
  }

  /// The entries that rest on what the open entry takes back, by any rule, rising.
  package func entriesResting(
    on entry: borrowing OpenEntry
  ) throws(SQLiteFailure) -> [Int64] {
    // No fact of the first entry rests on anything.
    try entriesInBreach(of: entry, undoing: 1).sorted()
  }

  /// The entries behind the breaches of all rules that an entry makes, but for itself.
  ///
  /// - Parameter number: the entry that it takes back; facts of earlier ones are not looked at, where a rule
  ///   names facts.
  func entriesInBreach(
    of undo: borrowing OpenEntry, undoing number: Int64
  ) throws(SQLiteFailure) -> Set<Int64> {
    let open = undo.number
    let changes = try self.changes(of: undo)
    let touchesLives = Register.lifeTables.contains(where: changes.touches)
    let tables = try factTables()
    var entries: Set<Int64> = []
    for rule in Rule.all {
      if rule.isOfLives || rule.name == "ladder" {
        // Of these the whole view is asked, which takes time.
        guard touchesLives || !rule.isOfLives else { continue }
        let breaches = try breaches(of: rule.name, limit: 20, besides: open, namesAll: true)
        for breach in breaches {
          entries.formUnion(breach.entries)
        }
        continue
      }
      for table in tables where rule.table == nil || rule.table == table.name {
        for column in rule.isOverlap ? ["fact_id", "other_id"] : ["fact_id"] {
          entries.formUnion(
            try entriesAfter(number, inBreachOf: rule, column, of: table, besides: open))
        }
      }
    }
    return entries
  }

  /// The entries after one that added facts in breach of a rule to a table: one breach each is looked for.
  ///
  /// - Parameter column: of the rule's view, which names the fact.
  private func entriesAfter(
    _ number: Int64, inBreachOf rule: Rule, _ column: String, of table: FactTable,
    besides open: Int64
  ) throws(SQLiteFailure) -> Set<Int64> {
    let isOfTable = rule.table == nil ? "breach.table_name = '\(table.name)' AND" : ""
    var found: [(entered: Int64, fact: Int64)] = []
    try connection.rows(
      """
      SELECT part.entry, (
        SELECT breach.\(column) FROM rule_\(rule.name) AS breach
        WHERE \(isOfTable) breach.\(column) BETWEEN part.first_id AND part.last_id LIMIT 1)
      FROM entry_part AS part
      WHERE part.fact_table = :table AND part.entry > :number AND part.entry <> :open
      """,
      ["table": .integer(table.number), "number": .integer(number), "open": .integer(open)]
    ) { row in
      if let fact = row.optionalInt64(1) { found.append((row.int64(0), fact)) }
    }
    var entries: Set<Int64> = []
    for (entered, fact) in found {
      entries.insert(try origin(of: fact, entered: entered, in: table))
    }
    return entries
  }

  /// What the rules of households' lives are about.
  private static let lifeTables = [
    "household_event", "household_end", "headship", "member", "residence", "enrolment",
  ]
}
