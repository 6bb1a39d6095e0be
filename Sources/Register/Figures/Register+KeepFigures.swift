import Domain
import SQLite

// Kept figures. `figure` holds a year's sums as known at `figure_state.known_entry`, `county_figure` the same by
// county, and `rung_figure` the money on the rungs (`Register+KeepRungs`). A small entry moves the
// sums by the difference it makes. A large one leaves them behind until the end of the command (`settleKept`):
// there they are moved by the difference that all entries since make together, or, where these touched many
// households, summed anew. A reader that finds them behind works them out from the facts, so that they can be
// late but never wrong.

extension Register {
  /// Moves the kept figures by what the entry changed, or leaves them behind.
  ///
  /// - Parameter loaded: the figures as a whole, where the entry loaded all households there are.
  func keepFigures(
    through entry: Int64, _ changes: EntryChanges, _ loaded: LoadedFigures?
  ) throws(SQLiteFailure) {
    if let loaded {
      for (year, sums) in zip(loaded.years, loaded.sums) {
        try startFigures(year.year)
        let known = Known(entry: entry)
        let areKept = try fillFigures(year.year, sums)
        let areRungsKept = try fillRungs(year.year, known)
        try keep(year.year, as: known, areKept && areRungsKept)
      }
      return
    }
    guard !changes.touches("redaction") else { return try forgetFigures() }
    let tables = Set(
      Register.householdsOfTable.map(\.table) + Register.accountsOfTable.map(\.table))
    guard changes.rows(of: Array(tables)) <= limits.rowsAtOnce else { return }
    try moveFigures(by: ChangedFacts(changes), through: entry) { _ in true }
  }

  /// Moves the figures of the years that know everything before some entries by the difference that these make.
  ///
  /// - Parameter wants: asked for the number of touched households, as they are found; nothing is moved where it
  ///   answers false.
  private func moveFigures(
    by facts: ChangedFacts, through entry: Int64,
    if wants: (Int64) throws(SQLiteFailure) -> Bool
  ) throws(SQLiteFailure) {
    guard !facts.touches("programme_year") else { return }
    let years = try yearsKept(knowing: facts.before)
    guard !years.isEmpty, try gatherTouched(facts, wants) else { return }
    let isAny = try connection.first("SELECT 1 FROM temp.touched LIMIT 1") { _ in true } ?? false
    let accounts = try gatherAccounts(facts)
    let isByDifference = try areFew(accounts: accounts)
    for year in years {
      var isWithinRange = true
      if isAny {
        let before = try sumFigures(year, Known(entry: facts.before), .touched)
        let after = try sumFigures(year, Known(entry: entry), .touched)
        isWithinRange = try moveFigures(year, by: after.subtracting(before))
      }
      if isWithinRange, accounts > 0 {
        if isByDifference {
          isWithinRange = try moveRungs(year, after: facts.before, through: entry)
        } else {
          try startRungs(year)
          isWithinRange = try fillRungs(year, Known(entry: entry))
        }
      }
      try keep(year, as: Known(entry: entry), isWithinRange)
    }
  }

  /// An erased ID no longer shows that a person was counted elsewhere, at this entry or any before it:
  /// no kept sum can be moved by the difference.
  private func forgetFigures() throws(SQLiteFailure) {
    try connection.run("DELETE FROM figure_state")
    try connection.run("DELETE FROM rung_figure")
    for detail in FigureDetail.allCases { try connection.run("DELETE FROM \(detail.table)") }
  }

  /// The years whose kept figures know just an entry.
  private func yearsKept(knowing entry: Int64) throws(SQLiteFailure) -> [Int] {
    var years: [Int] = []
    try connection.rows(
      "SELECT year FROM figure_state WHERE known_entry = :entry", ["entry": .integer(entry)]
    ) { years.append($0.int(0)) }
    return years
  }

  /// Notes what the kept figures of a year know. Where a sum is more than 64 bits hold, none are kept: who asks
  /// works them out, and is told.
  private func keep(_ year: Int, as known: Known, _ isWithinRange: Bool) throws(SQLiteFailure) {
    guard isWithinRange else {
      try startFigures(year)
      try connection.run("DELETE FROM figure_state WHERE year = :year", ["year": Value(year)])
      return
    }
    try connection.run(
      """
      INSERT INTO figure_state (year, known_entry) VALUES (:year, :entry)
      ON CONFLICT (year) DO UPDATE SET known_entry = excluded.known_entry
      """, ["year": Value(year), "entry": .integer(known.entry)])
  }

  /// Brings all that is kept, the figures of every year with enrolments among it, up to the last entry.
  ///
  /// Called once at the end of a command that wrote; does nothing where it is up to date.
  ///
  /// - Parameter placesAtOnce: sums of more places than this are not held in memory.
  package func settleKept(placesAtOnce: Int = 4_000) throws(RegisterFault) {
    try asking { () throws(SQLiteFailure) in
      try connection.transaction { () throws(SQLiteFailure) in
        let last = try lastKnown().entry
        let behind = try programmeYears(keptBefore: last)
        // Years that are behind by different entries are rare, and summed anew but for one.
        if !behind.isEmpty, let known = try newestKnown(), known < last {
          try moveFigures(
            by: changedFacts(after: known), through: last, if: isByDifference)
        }
        for year in try programmeYears(keptBefore: last) {
          try sumAnew(year, Known(entry: last), placesAtOnce: placesAtOnce)
        }
        try settleExceptions()
      }
    }
  }

  /// The newest entry that a year's kept figures know; nil where none are kept.
  private func newestKnown() throws(SQLiteFailure) -> Int64? {
    try connection.first("SELECT max(known_entry) FROM figure_state") { $0.optionalInt64(0) } ?? nil
  }

  /// Keeps the sums of a year as known at an entry, whatever was kept.
  private func sumAnew(
    _ year: Int, _ known: Known, placesAtOnce: Int = 4_000
  ) throws(SQLiteFailure) {
    connection.releaseMemory()
    try startFigures(year)
    var isWithinRange = true
    let rest = try sumFigures(year, known, .all, placesAtOnce: placesAtOnce) {
      (sums) throws(SQLiteFailure) in
      let isMoved = try moveFigures(year, by: sums, keepsEmpty: true)
      isWithinRange = isWithinRange && isMoved
    }
    let isMoved = try moveFigures(year, by: rest, keepsEmpty: true)
    try removeEmpty(year)
    let areRungsKept = try fillRungs(year, known)
    try keep(year, as: known, isWithinRange && isMoved && areRungsKept)
  }

  /// Has the kept figures of a year know just an entry, so that a statement can take them from there.
  ///
  /// Throws `beyondRange` where a sum is more than 64 bits hold.
  ///
  /// - Precondition: called inside a write, and nothing that counts was entered after the entry.
  func settle(_ year: Int, at known: Known) throws(SQLiteFailure) {
    if try yearsKept(knowing: known.entry).contains(year) { return }
    try sumAnew(year, known)
    guard try yearsKept(knowing: known.entry).contains(year) else { throw .beyondRange }
  }

  /// The programme years that stand.
  ///
  /// - Parameter entry: those only whose kept figures do not know it.
  func programmeYears(keptBefore entry: Int64 = .max) throws(SQLiteFailure) -> [Int] {
    var years: [Int] = []
    try connection.rows(
      """
      SELECT programme_year.year FROM programme_year
      LEFT JOIN figure_state ON figure_state.year = programme_year.year
      WHERE programme_year.withdrawn IS NULL AND ifnull(figure_state.known_entry, 0) < :entry
      """, ["entry": .integer(entry)]
    ) { years.append($0.int(0)) }
    return years
  }

  /// Removes the rows of a year in which nothing is left: once for all, in place of a search for each that is
  /// added to.
  private func removeEmpty(_ year: Int) throws(SQLiteFailure) {
    for detail in FigureDetail.allCases {
      try connection.run(
        "DELETE FROM \(detail.table) WHERE year = :year AND \(Register.isEmptyFigure)",
        ["year": Value(year)])
    }
  }

  /// Holds of a row of figures in which nothing is left.
  private static let isEmptyFigure = Figure.allCases.map { "\($0.name) = 0" }.joined(
    separator: " AND ")

  private func startFigures(_ year: Int) throws(SQLiteFailure) {
    for detail in FigureDetail.allCases {
      try connection.run(
        "DELETE FROM \(detail.table) WHERE year = :year", ["year": Value(year)])
    }
    try startRungs(year)
  }

  private func startRungs(_ year: Int) throws(SQLiteFailure) {
    try connection.run("DELETE FROM rung_figure WHERE year = :year", ["year": Value(year)])
  }

  /// Keeps the sums of a year of which none are kept; false where one is more than 64 bits hold.
  private func fillFigures(_ year: Int, _ sums: FigureSums) throws(SQLiteFailure) -> Bool {
    let counties = sums.byCounty()
    guard !sums.isBeyondRange, !counties.isBeyondRange else { return false }
    for kept in [sums, counties] {
      let rows = FigureRows(year, kept)
      let keys = FigureRows.keys(by: kept.detail)
      try connection.lend(
        rows, as: "filled_figure", columns: keys + rows.figures.map(\.name))
      let values = keys + Figure.allCases.map { rows.figures.contains($0) ? $0.name : "0" }
      try connection.run(
        """
        INSERT INTO \(kept.detail.table)
          (\(FigureRows.columns(by: kept.detail).joined(separator: ", ")))
        SELECT \(values.joined(separator: ", ")) FROM filled_figure
        """)
      try connection.withdraw(source: "filled_figure")
    }
    return true
  }

  /// Adds sums by village to the kept ones; false where one would be more than 64 bits hold.
  ///
  /// - Parameter keepsEmpty: whether rows may stay in which nothing is left.
  private func moveFigures(
    _ year: Int, by sums: FigureSums, keepsEmpty: Bool = false
  ) throws(SQLiteFailure) -> Bool {
    let counties = sums.byCounty()
    guard !sums.isBeyondRange, !counties.isBeyondRange else { return false }
    do throws(SQLiteFailure) {
      for moved in [sums, counties] { try addFigures(year, moved, keepsEmpty: keepsEmpty) }
    } catch {
      // SQLite makes a real number of an integer that is too large, which the table refuses.
      guard error.isConstraint else { throw error }
      return false
    }
    return true
  }

  /// A place left with nothing loses its row, unless such rows are kept.
  private func addFigures(
    _ year: Int, _ sums: FigureSums, keepsEmpty: Bool
  ) throws(SQLiteFailure) {
    let table = sums.detail.table
    let isFirst =
      try connection.first(
        "SELECT 1 FROM \(table) WHERE year = :year LIMIT 1", ["year": Value(year)]
      ) { _ in true } == nil
    let columns = FigureRows.columns(by: sums.detail)
    let keys = FigureRows.keys(by: sums.detail)
    let names = Figure.allCases.map(\.name)
    let addition = names.map { "\($0) = \($0) + excluded.\($0)" }.joined(separator: ", ")
    let adding = try connection.prepare(
      """
      INSERT INTO \(table) (\(columns.joined(separator: ", ")))
      VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))
      \(isFirst ? "" : "ON CONFLICT (\(keys.joined(separator: ", "))) DO UPDATE SET \(addition)")
      """)
    let removing = try connection.prepare(
      """
      DELETE FROM \(table) WHERE \(keys.map { "\($0) = ?" }.joined(separator: " AND "))
        AND \(Register.isEmptyFigure)
      """)
    let rows = FigureRows(year, sums)
    while rows.advance() {
      for (index, value) in rows.values.enumerated() { adding.bind(value, at: Int32(index + 1)) }
      _ = try adding.step()
      adding.reset()
      guard !isFirst, !keepsEmpty else { continue }
      for (index, value) in rows.values[..<4].enumerated() {
        removing.bind(value, at: Int32(index + 1))
      }
      _ = try removing.step()
      removing.reset()
    }
  }
}
