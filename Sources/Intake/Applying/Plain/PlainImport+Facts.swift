import Domain
import Register
import SQLite

extension PlainImport {
  /// Adds the rows of a sheet of which each is one fact; nil where the file is to be judged the long way.
  func loadFacts(
    _ sheet: PlainSheet, _ rules: FactSheetRules, _ named: NamedNumbers,
    _ entry: borrowing OpenEntry
  ) throws(SQLiteFailure) -> Loaded? {
    var known: [KnownNumbers] = []
    for reference in sheet.references {
      let numbers = try things.numbers(reference.kind, named, in: register, for: entry.number)
      guard let numbers else { return nil }
      known.append(numbers)
    }
    let holdsFacts =
      try register.connection.first(
        "SELECT 1 FROM \(sheet.table.name) NOT INDEXED WHERE withdrawn IS NULL LIMIT 1"
      ) { _ in true } ?? false
    let refusesRepeats =
      try register.connection.first(
        "SELECT 1 FROM pragma_index_list(:table) WHERE [unique]", ["table": .text(sheet.table.name)]
      ) { _ in true } ?? false
    let rows = PlainRows(
      submission.rows(checks: rules.rowChecks(today: options.today)), of: sheet, known: known,
      after: holdsFacts ? nil : try register.newestID(of: sheet.table),
      refusesRepeats: refusesRepeats)
    return try load(consume rows, sheet, rules, holdsFacts: holdsFacts, entry)
  }

  private func load(
    _ made: consuming PlainRows<Submitted.Rows>, _ sheet: PlainSheet, _ rules: FactSheetRules,
    holdsFacts: Bool, _ entry: borrowing OpenEntry
  ) throws(SQLiteFailure) -> Loaded? {
    var given: PlainRows<Submitted.Rows>? = consume made
    var read: PlainRows<Submitted.Rows>?
    var standing: StandingFacts?
    try loading(without: rules.rowTriggers) { () throws(SQLiteFailure) in
      if holdsFacts {
        standing = try StandingFacts(sheet, in: register, countsHomes: options.tellsTownships)
      }
      defer { standing?.end() }
      guard let maker = given.take() else { return }
      var count = 0
      read = try register.load(
        sheet.table, for: entry, notes: sheet.notes, from: maker, judge: standing
      ) { block in
        count += block.count
        return progress(.reading(rows: count, bytes: block.bytesRead))
      }
    }
    guard let rows = read.take(), !rows.isUnusual, standing?.isUnusual != true, rows.count > 0
    else { return nil }
    let homes = rows.homes.all
    let warned =
      standing.map { $0.warned.flatMap { rows.warned[$0] } } ?? Array(rows.warned.joined())
    return Loaded(
      rows: rows.count, created: standing?.created ?? rows.count, homes: homes,
      createdHomes: standing?.createdHomes?.all ?? homes, passedOver: rows.passedOver,
      warnings: rows.warnings + warned)
  }
}
