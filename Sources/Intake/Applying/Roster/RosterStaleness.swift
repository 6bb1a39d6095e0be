import Domain
import SQLite

/// Village, class and ground of a household with dated history of them: the latest value is unchanged, one
/// that the history has held before is stale, a third is at fault.
enum RosterStaleness {
  /// A value of a household that holds from a day until the next one.
  private struct DatedColumn {
    /// The staged column, and the one of the fact's table.
    let staged: String
    let stored: String
    let table: String
    /// The column of `temp.staged_household` that marks the household's cells as stale.
    let mark: String
    /// That which says whether the latest value is dated.
    let isDated: String
    /// Gives the latest value, as SQL over the household `s`.
    let latest: String
    /// The event that changes the value.
    let event: String
  }

  private static func columns(_ work: ImportWork) -> [DatedColumn] {
    [
      DatedColumn(
        staged: "village_code", stored: "village_code", table: "residence",
        mark: "village_stale", isDated: "village_dated", latest: "s.known_village", event: "move"),
      DatedColumn(
        staged: "class", stored: "class", table: "household_class",
        mark: "class_stale", isDated: "class_dated", latest: "s.known_class", event: "reclass"),
      DatedColumn(
        staged: "class_ground", stored: "ground", table: "household_class",
        mark: "ground_stale", isDated: "class_dated",
        latest: """
          (SELECT ground FROM household_class
            WHERE household_id = s.household_id AND withdrawn IS NULL ORDER BY since DESC LIMIT 1)
          """, event: "reclass"),
    ]
  }

  /// Marks the households whose cells are stale, and notes the cells.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    for column in columns(work) {
      try work.register.connection.run(
        """
        UPDATE temp.staged_household AS s SET \(column.mark) = 1
        WHERE stands = 1 AND \(column.isDated) = 1 AND \(column.staged) IS NOT NULL
          AND \(column.staged) IS NOT \(column.latest)
          AND (EXISTS (
              SELECT 1 FROM \(column.table) AS held
              WHERE held.household_id = s.household_id AND held.withdrawn IS NULL
                AND held.\(column.stored) = s.\(column.staged))
            OR EXISTS (
              SELECT 1 FROM \(column.table) AS held
              WHERE held.household_id = s.household_id AND held.withdrawn IS NOT NULL
                AND held.since IN (\(beginning), \(firstDay("s")))
                AND held.\(column.stored) = s.\(column.staged)))
        """)
      try note(column, work)
    }
  }

  /// The day on which a household was split off, else the beginning. What it took along on that day may be told
  /// otherwise later, of the household it left.
  private static func firstDay(_ household: String) -> String {
    """
    (SELECT min(since) FROM residence
      WHERE household_id = \(household).household_id AND withdrawn IS NULL)
    """
  }

  /// Notes each cell under the first event since its value held last.
  private static func note(
    _ column: DatedColumn, _ work: ImportWork
  ) throws(SQLiteFailure) {
    let isStale = try work.register.connection.first(
      "SELECT 1 FROM temp.staged_household WHERE \(column.mark) = 1 LIMIT 1"
    ) { _ in true }
    guard isStale == true else { return }
    try RosterHouseholds.indexRows(work)
    let name =
      column.staged == "village_code" && !work.holds("village_code")
      ? "village" : column.staged
    try work.register.connection.rows(
      """
      SELECT s.line, house.household_id, (
        SELECT min(since) FROM \(column.table)
        WHERE household_id = house.household_id AND withdrawn IS NULL
          AND since > ifnull((
            SELECT max(since) FROM \(column.table)
            WHERE household_id = house.household_id AND withdrawn IS NULL
              AND \(column.stored) = house.\(column.staged)), \(beginning))),
        \(firstDay("house"))
      FROM temp.staged_household AS house
      CROSS JOIN temp.staged AS s ON s.household_no = house.household_no
        AND s.\(column.staged) IS NOT NULL AND s.withdraws = 0
      WHERE house.\(column.mark) = 1 ORDER BY s.row
      """
    ) { row in
      let day = row.int32(2)
      let event = day == row.int32(3) ? HouseholdEventKind.split.name : column.event
      work.stale.add(
        StaleCells.Event(householdID: row.int64(1), name: event, on: day), line: row.int(0),
        column: name)
    }
  }
}

extension RosterStaleness {
  /// A folder sent again may hold as many as there were events.
  private static let mostTold = 1_000

  /// Warns once of each event that cells of the file are older than.
  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    let events = work.stale.events.sorted {
      ($0.value.line, $0.value.column, $0.key.on) < ($1.value.line, $1.value.column, $1.key.on)
    }
    for (event, cells) in events.prefix(mostTold) {
      work.warn(
        Fault(
          line: cells.line, column: cells.column,
          value: try work.written(cells.column, line: cells.line),
          .notice(.stale(event: event.name, on: event.on, cells: cells.count))))
    }
  }
}
