import Domain
import Register
import SQLite

extension PlainImport {
  /// Nil for sheets that are not of movements alone.
  var movementSheet: MovementSheet? {
    switch submission.sheet.name {
    case Sheet.allocations.name: .allocations
    case Sheet.payments.name: .payments
    default: nil
    }
  }

  /// Adds the movements of a file, with the accounts they need; nil where it is to be judged the long way.
  func loadMovements(
    _ form: MovementSheet, _ tables: PlainTables, _ named: NamedNumbers,
    _ entry: borrowing OpenEntry
  ) throws(SQLiteFailure) -> Loaded? {
    let (account, movement) = (tables["account"], tables["movement"])
    let households = try things.numbers(.household, named, in: register, for: entry.number)
    let projects = try things.numbers(.project, named, in: register, for: entry.number)
    guard let households, let projects else { return nil }
    var movements = try PlainMovements(
      submission.sheet, form, households, projects, PlainAccounts(named, in: register),
      in: register)
    let rows = submission.rows(checks: rules.rowChecks(today: options.today))
    let isPlain = try movements.read(rows) { progress(.reading(rows: $0, bytes: rows.bytesRead)) }
    let count = movements.movements.count
    guard isPlain, count > 0 else { return nil }
    guard progress(.applying(rows: count)) else { throw .interrupted }
    let accounts = movements.makeAccounts(after: try register.newestID(of: account), account)
    let sheet = PlainSheet(movements: movement)
    let last = try register.newestID(of: movement)
    let holdsFacts =
      try register.connection.first(
        "SELECT 1 FROM movement WHERE is_payment = :kind AND withdrawn IS NULL LIMIT 1",
        ["kind": Value(form.isPayment)]
      ) { _ in true } ?? false
    let made = MovementRows(
      movements, isPayment: form.isPayment, sheet, after: holdsFacts ? nil : last)
    var standing: StandingFacts?
    try loading(without: ["account_enters", "movement_enters", "movement_posts"]) {
      () throws(SQLiteFailure) in
      _ = try register.load(account, for: entry, from: accounts)
      if holdsFacts {
        standing = try StandingFacts(sheet, in: register, countsHomes: options.tellsTownships)
      }
      defer { standing?.end() }
      _ = try register.load(
        movement, for: entry, notes: sheet.notes, from: made, judge: standing
      ) { _ in progress(.applying(rows: count)) }
    }
    let created = standing?.created ?? count
    guard standing?.isUnusual != true else { return nil }
    if created > 0 { try register.rebuildBalances(ofMovementsFrom: last + 1) }
    if form.isPayment == 1 {
      if try areOnLists(after: last) { return nil }
      if try areBeyondInstalments(after: last) { return nil }
    }
    let homes = movements.homes.all
    return Loaded(
      rows: count, created: created, homes: homes,
      createdHomes: standing?.createdHomes?.all ?? homes, namedCounties: movements.namedCounties,
      passedOver: rows.passedOver, warnings: rows.warnings)
  }

  /// Whether a payment added is of money that stands on a pay list, which it may be warned of.
  private func areOnLists(after last: Int64) throws(SQLiteFailure) -> Bool {
    try register.connection.first(
      """
      SELECT 1 FROM pay_list_row AS listed
      CROSS JOIN movement ON movement.upper_id = listed.account_id
        AND movement.withdrawn IS NULL AND movement.id > :last AND movement.amount_fen > 0
      WHERE listed.withdrawn IS NULL LIMIT 1
      """, ["last": .integer(last)]
    ) { _ in true } ?? false
  }

  /// Whether a payment added is more than its project's instalments allow, which it is warned of.
  private func areBeyondInstalments(after last: Int64) throws(SQLiteFailure) -> Bool {
    var payments: [(account: Int64, day: Int32)] = []
    try register.connection.rows(
      """
      SELECT movement.upper_id, movement.moved_on
      FROM project_record AS record
      CROSS JOIN account ON account.project_id = record.project_id
      CROSS JOIN movement ON movement.upper_id = account.id AND movement.withdrawn IS NULL
        AND movement.id > :last AND movement.amount_fen > 0
      WHERE record.withdrawn IS NULL AND record.instalments IS NOT NULL
      """, ["last": .integer(last)]
    ) { payments.append(($0.int64(0), $0.int32(1))) }
    for payment in payments {
      let state = try register.instalments(ofRung: payment.account, on: payment.day)
      if let state, state.paidFen > state.allowedFen { return true }
    }
    return false
  }
}
