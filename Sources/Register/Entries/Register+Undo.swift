import Domain
import SQLite

// Taking an entry back. The undo is an entry of its own: it withdraws what the entry added and adds again,
// as its own facts, what the entry withdrew. Whether that may be is judged by the same rules as every
// entry, at the seal, and before that by asking whether later entries replaced what is to be withdrawn.
//
// A fact that a later, since undone entry replaced stands again as a copy among that undo's facts. The copy
// is found by its place: an undo adds its copies of a table's rows in the order of the rows it restores.

extension Register {
  /// Withdraws entry `number`, judging the whole.
  ///
  /// Throws `laterEntriesDepend` or `ruleBroken` where later standing facts rest on it.
  ///
  /// - Parameter effectDay: the day for which the answer says what the undo changes; nil where nobody asks.
  @discardableResult
  package func undo(
    _ number: Int64, reason: String?, by author: EntryAuthor, isTrial: Bool = false,
    effectDay: CalendarDate? = nil
  ) throws(RegisterFault) -> UndoneEntry {
    let header = EntryHeader(
      author: author, command: "undo \(number)", reason: reason, undoes: number)
    let tables = try asking { () throws(SQLiteFailure) in
      try factTables().filter(\.canWithdraw)
    }
    let written = try write(
      header, isTrial: isTrial, evenIfEmpty: true, wrapping: { $0 },
      judging: { () throws(RegisterFault) in try refuseUndo(of: number) }
    ) { (entry: borrowing OpenEntry) throws(RegisterFault) -> UndoneEntry in
      let later = try asking { () throws(SQLiteFailure) in
        try takeBack(number, from: tables, by: entry)
      }
      guard later.isEmpty else {
        throw .laterEntriesDepend(entry: number, later: later.sorted())
      }
      // Asked here and not at the seal, so that of the entries behind a broken rule the later ones are named:
      // an older one stands in nobody's way.
      do throws(RegisterFault) { try judge(entry) } catch {
        throw try namingLater(error, undoing: number, by: entry)
      }
      return try undone(by: entry, effectDay: effectDay)
    }
    return written.answer
  }

  /// Withdraws what an entry added and adds again what it withdrew.
  ///
  /// Returns the later entries that replaced its facts, and then also those that rest on them. None, where the
  /// whole was taken back; whether it may stand so is for the rules to say.
  private func takeBack(
    _ number: Int64, from tables: [FactTable], by undo: borrowing OpenEntry
  ) throws(SQLiteFailure) -> Set<Int64> {
    var replacing: Set<Int64> = []
    var inTheWay: Set<Int64> = []
    for table in tables {
      let rows = try standingDescendants(of: number, in: table, replacedBy: &replacing)
      try withdraw(rows, from: table, by: undo.number)
      let found = try entriesInTheWay(of: number, in: table)
      inTheWay.formUnion(found)
      try restore(
        what: number, withdrewFrom: table, by: undo.number, leavingOut: !found.isEmpty)
    }
    // Where a number was used again, facts may lack what could not stand again, and rest on nobody's entry.
    guard !replacing.isEmpty || inTheWay.isEmpty else { return inTheWay }
    let isWhole = replacing.isEmpty
    var later = replacing.union(inTheWay)
    let left = try entriesLeftOver(of: undo.number, undoing: number)
    later.formUnion(left.filter { isWhole || $0 > number })
    if !later.isEmpty {
      later.formUnion(try entriesInBreach(of: undo, undoing: number).filter { $0 > number })
    }
    return later
  }

  /// What the open undo has done.
  private func undone(
    by entry: borrowing OpenEntry, effectDay: CalendarDate?
  ) throws(RegisterFault) -> UndoneEntry {
    let changes: EntryChanges
    do throws(SQLiteFailure) { changes = try self.changes(of: entry) } catch {
      throw .database(error)
    }
    var tables: [UndoneEntry.Table] = []
    for (table, ids) in changes.withdrawn {
      tables.append(UndoneEntry.Table(name: table.name, withdrawn: ids.count, restored: 0))
    }
    for part in changes.parts {
      if let index = tables.firstIndex(where: { $0.name == part.table.name }) {
        tables[index].restored = Int(part.count)
      } else {
        tables.append(
          UndoneEntry.Table(name: part.table.name, withdrawn: 0, restored: Int(part.count)))
      }
    }
    var effect: EntryEffect?
    if let effectDay { effect = try self.effect(of: entry, on: effectDay) }
    return UndoneEntry(
      entry: entry.number, tables: tables, effect: effect,
      closedMonths: try closedMonths(touchedBy: entry, on: nil))
  }

  private func refuseUndo(of number: Int64) throws(RegisterFault) {
    let last = try lastEntry().number
    guard number >= 1, number <= last else { throw .unknownEntry(number, last: last) }
    try asking { () throws(SQLiteFailure) in
      try connection.first("SELECT command FROM entry WHERE id = :id", ["id": .integer(number)]) {
        $0.text(0)
      }
    }.map { command throws(RegisterFault) in
      let verb = command.split(separator: " ").first.map(String.init) ?? command
      guard number > 1, !["init", "close", "undo", "redact"].contains(verb) else {
        throw .cannotBeUndone(entry: number, command: command)
      }
    }
    let undoneBy = try asking { () throws(SQLiteFailure) in
      try connection.first(
        "SELECT id FROM entry WHERE undoes = :id", ["id": .integer(number)]
      ) { $0.int64(0) }
    }
    if let undoneBy { throw .alreadyUndone(entry: number, by: undoneBy) }
  }

  /// The standing rows that an entry's additions have become: themselves, or copies made by undos.
  ///
  /// Entries that replaced one and were not undone are gathered in `replacedBy`.
  private func standingDescendants(
    of number: Int64, in table: FactTable, replacedBy later: inout Set<Int64>
  ) throws(SQLiteFailure) -> [Int64] {
    var standing: [Int64] = []
    var pending: [(id: Int64, withdrawn: Int64)] = []
    try connection.rows(
      """
      SELECT id, withdrawn FROM \(table.name)
      WHERE id BETWEEN
        (SELECT first_id FROM entry_part WHERE entry = :entry AND fact_table = :table)
        AND (SELECT last_id FROM entry_part WHERE entry = :entry AND fact_table = :table)
      """, ["entry": .integer(number), "table": .integer(table.number)]
    ) { row in
      if let withdrawn = row.optionalInt64(1) {
        pending.append((row.int64(0), withdrawn))
      } else {
        standing.append(row.int64(0))
      }
    }
    while let row = pending.popLast() {
      guard let copy = try copyMade(of: row.id, withdrawnBy: row.withdrawn, in: table) else {
        later.insert(row.withdrawn)
        continue
      }
      if let withdrawn = copy.withdrawn {
        pending.append((copy.id, withdrawn))
      } else {
        standing.append(copy.id)
      }
    }
    return standing
  }

  /// The copy by which the undo of `entry` restored a row that `entry` had withdrawn; nil where that entry
  /// was not undone.
  private func copyMade(
    of id: Int64, withdrawnBy entry: Int64, in table: FactTable
  ) throws(SQLiteFailure) -> (id: Int64, withdrawn: Int64?)? {
    try connection.first(
      """
      SELECT copy.id, copy.withdrawn
      FROM entry AS undo
      JOIN entry_part AS part ON part.entry = undo.id AND part.fact_table = :table
      JOIN \(table.name) AS copy ON copy.id = part.first_id
        + (SELECT count(*) FROM \(table.name) WHERE withdrawn = :entry AND id < :id)
      WHERE undo.undoes = :entry
      """,
      ["entry": .integer(entry), "id": .integer(id), "table": .integer(table.number)]
    ) { ($0.int64(0), $0.optionalInt64(1)) }
  }

  /// The entries behind standing facts that have a key of what an entry withdrew: a household enrolled
  /// anew, a number used again. What it withdrew cannot stand beside them.
  private func entriesInTheWay(
    of number: Int64, in table: FactTable
  ) throws(SQLiteFailure) -> Set<Int64> {
    var entries: Set<Int64> = []
    for key in try keys(of: table) {
      let same = key.map { "other.\($0) = gone.\($0)" }.joined(separator: " AND ")
      var standing: [(id: Int64, entered: Int64)] = []
      try connection.rows(
        """
        SELECT other.id, other.entered FROM \(table.name) AS gone
        CROSS JOIN \(table.name) AS other ON other.withdrawn IS NULL AND \(same)
        WHERE gone.withdrawn = :entry
        """, ["entry": .integer(number)]
      ) { standing.append(($0.int64(0), $0.int64(1))) }
      for row in standing {
        entries.insert(try origin(of: row.id, entered: row.entered, in: table))
      }
    }
    return entries
  }

  /// The columns of each unique index on standing facts.
  private func keys(of table: FactTable) throws(SQLiteFailure) -> [[String]] {
    var keys: [String: [String]] = [:]
    try connection.rows(
      """
      SELECT list.name, info.name
      FROM pragma_index_list(:table) AS list, pragma_index_info(list.name) AS info
      WHERE list."unique" AND list.partial
      ORDER BY list.name, info.seqno
      """, ["table": .text(table.name)]
    ) { keys[$0.text(0), default: []].append($0.text(1)) }
    return keys.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The entry that first said a fact, where the one it stands by is an undo that only restored it.
  package func origin(
    of id: Int64, entered: Int64, in table: FactTable
  ) throws(SQLiteFailure) -> Int64 {
    try original(of: id, entered: entered, in: table).entered
  }

  /// The row by which a fact was first said, where the one it stands by is a copy that undos made.
  func original(
    of id: Int64, entered: Int64, in table: FactTable
  ) throws(SQLiteFailure) -> (id: Int64, entered: Int64) {
    var (id, entered) = (id, entered)
    while let place = try connection.first(
      """
      SELECT undo.undoes, part.first_id FROM entry AS undo
      JOIN entry_part AS part ON part.entry = undo.id AND part.fact_table = :table
      WHERE undo.id = :entry AND undo.undoes IS NOT NULL
      """, ["table": .integer(table.number), "entry": .integer(entered)],
      { (undone: $0.int64(0), firstID: $0.int64(1)) }),
      let restored = try connection.first(
        """
        SELECT id, entered FROM \(table.name) WHERE withdrawn = :undone
        ORDER BY id LIMIT 1 OFFSET :offset
        """, ["undone": .integer(place.undone), "offset": .integer(id - place.firstID)],
        { ($0.int64(0), $0.int64(1)) })
    {
      (id, entered) = restored
    }
    return (id, entered)
  }

  private func withdraw(
    _ rows: [Int64], from table: FactTable, by entry: Int64
  ) throws(SQLiteFailure) {
    guard !rows.isEmpty else { return }
    let statement = try connection.prepare(
      "UPDATE \(table.name) SET withdrawn = ? WHERE id = ?")
    for id in rows {
      statement.bind(entry, at: 1)
      statement.bind(id, at: 2)
      _ = try statement.step()
      statement.reset()
    }
  }

  /// Adds again, in the order of ids, what an entry withdrew. Salts are made anew.
  ///
  /// - Parameter leavingOut: whether rows are left out whose key stands, in an undo that is refused for them.
  private func restore(
    what number: Int64, withdrewFrom table: FactTable, by entry: Int64, leavingOut: Bool
  ) throws(SQLiteFailure) {
    let columns = table.factColumns.joined(separator: ", ")
    try connection.run(
      """
      INSERT \(leavingOut ? "OR IGNORE " : "")INTO \(table.name) (\(columns), entered)
      SELECT \(columns), :entry FROM \(table.name) WHERE withdrawn = :undone ORDER BY id
      """, ["entry": .integer(entry), "undone": .integer(number)])
  }
}
