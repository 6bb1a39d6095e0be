import Domain
import Register
import SQLite

/// A drawing of households: how it was drawn is one fact, which every row of the inspection gives, and each
/// household drawn another.
struct InspectionRules: SheetRules {
  var sheet: Sheet { .inspections }
  var stagedColumns: [String] {
    ["household_id INTEGER", "inspection_id INTEGER", "drawn_in INTEGER"]
  }
  var checks: [RowCheck] {
    [
      RowChecks.oneOf(["share", "count"]), RowChecks.excludes("count", where: "share"),
      RowChecks.positive("share"), RowChecks.positive("count"), RowChecks.positive("known_entry"),
      RowChecks.positive("ordinal"),
    ]
  }

  /// How it was drawn: what all rows of an inspection say alike.
  private static let draw = ["drawn_on", "seed", "known_entry", "drawn_in", "share", "count"]

  /// The same beside what stands, in the order in which a difference is told: the sheet's column, the staged one,
  /// and that of the fact.
  private static let values = [
    (column: "seed", staged: "seed", stands: "seed"),
    (column: "share", staged: "share", stands: "share_hundredths"),
    (column: "count", staged: "count", stands: "number"),
    (column: "region_code", staged: "drawn_in", stands: "region_code"),
    (column: "drawn_on", staged: "drawn_on", stands: "drawn_on"),
    (column: "known_entry", staged: "known_entry", stands: "known_entry"),
  ]

  private let households = Merge(
    into: "inspection_household",
    key: [MergeColumn("inspection_id"), MergeColumn("household_id")],
    values: [MergeColumn("ordinal")])

  /// One row an inspection. The draw goes with the last of its households.
  private let draws = Merge(
    into: "inspection_draw", from: "temp.drawn", key: [MergeColumn("inspection_id")],
    values: [
      MergeColumn("drawn_on"), MergeColumn("seed"), MergeColumn("known_entry"),
      MergeColumn("region_code", "s.drawn_in"),
      MergeColumn("share_hundredths", "s.share", emptiedWhen: "s.count IS NOT NULL"),
      MergeColumn("number", "s.count", emptiedWhen: "s.share IS NOT NULL"),
    ],
    withdrawnBy: """
      NOT EXISTS (
        SELECT 1 FROM inspection_household AS standing
        WHERE standing.inspection_id = s.inspection_id AND standing.withdrawn IS NULL)
      """)

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try ReferenceColumn.household().resolve(work)
    try ReferenceColumn.region("region_code").resolve(work)
    try OfficeBoundary.judge(work)
    try RepeatedKeys.judge(work)
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET drawn_in = coalesce(region_code, (
        SELECT draw.region_code FROM inspection
        JOIN inspection_draw AS draw ON draw.inspection_id = inspection.id
          AND draw.withdrawn IS NULL
        WHERE inspection.inspection_no = s.inspection_no), :office)
      """, ["office": .integer(work.register.office.value)])
    for column in InspectionRules.draw { try judgeAgreement(work, column) }
    try judgeOrdinals(work)
    try judgeStanding(work)
  }

  /// A drawing is recorded once: rows that give its number another day, seed, entry, place or size, or one of
  /// its places to another household, are of another. A file that names all of its households corrects it.
  private func judgeStanding(_ work: ImportWork) throws(SQLiteFailure) {
    let isOther = InspectionRules.values.map { "s.\($0.staged) IS NOT draw.\($0.stands)" }
    let answers = zip(InspectionRules.values, isOther).map { "\($1), draw.\($0.stands)" }
    let columns = InspectionRules.values.map { Sheet.inspections.column($0.column) }
    try work.faults(
      "inspection_no",
      """
      SELECT s.line, \(answers.joined(separator: ", ")) FROM temp.staged AS s
      JOIN inspection ON inspection.inspection_no = s.inspection_no
      JOIN inspection_draw AS draw ON draw.inspection_id = inspection.id AND draw.withdrawn IS NULL
      WHERE s.rejected = 0 AND s.withdraws = 0 AND (\(isOther.joined(separator: " OR "))) AND EXISTS (
        SELECT 1 FROM inspection_household AS drawn
        JOIN household ON household.id = drawn.household_id
        WHERE drawn.inspection_id = inspection.id AND drawn.withdrawn IS NULL
          AND NOT EXISTS (
            SELECT 1 FROM temp.staged AS named
            WHERE named.inspection_no = s.inspection_no
              AND named.household_no = household.household_no))
      """
    ) { row in .stands(StandingValue.differing(in: columns, row)) }
    try work.faults(
      "ordinal",
      """
      SELECT s.line, (SELECT household_no FROM household WHERE id = drawn.household_id)
      FROM temp.staged AS s
      JOIN inspection ON inspection.inspection_no = s.inspection_no
      JOIN inspection_household AS drawn ON drawn.inspection_id = inspection.id
        AND drawn.ordinal = s.ordinal AND drawn.withdrawn IS NULL
        AND drawn.household_id <> s.household_id
      WHERE s.rejected = 0 AND s.withdraws = 0 AND drawn.household_id NOT IN (
        SELECT household_id FROM temp.staged AS told
        WHERE told.inspection_no = s.inspection_no AND told.household_id IS NOT NULL)
      """
    ) { .stands([StandingValue(column: "household_no", value: $0.optionalText(1))]) }
  }

  private func judgeAgreement(
    _ work: ImportWork, _ column: String
  ) throws(SQLiteFailure) {
    try work.faults(
      column == "drawn_in" ? "region_code" : column,
      """
      SELECT s.line, first.line FROM (
        SELECT row, min(row) OVER (PARTITION BY inspection_no) AS first_row
        FROM temp.staged WHERE rejected = 0 AND withdraws = 0) AS pair
      JOIN temp.staged AS s ON s.row = pair.row
      JOIN temp.staged AS first ON first.row = pair.first_row
      WHERE s."\(column)" IS NOT first."\(column)"
      ORDER BY s.row
      """
    ) { .disagreesWithRow(line: $0.int(1)) }
  }

  /// A place in the order is one household's.
  private func judgeOrdinals(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "ordinal",
      """
      SELECT s.line, min(first.line) FROM temp.staged AS s
      JOIN temp.staged AS first ON first.inspection_no = s.inspection_no
        AND first.ordinal = s.ordinal AND first.row < s.row
        AND first.household_no <> s.household_no
      WHERE s.rejected = 0 AND first.rejected = 0 AND s.withdraws = 0 AND first.withdraws = 0
      GROUP BY s.row
      """
    ) { .repeatedKey(firstLine: $0.int(1)) }
  }

  func apply(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      INSERT INTO inspection (inspection_no, entered)
      SELECT DISTINCT inspection_no, :entry FROM temp.staged
      WHERE rejected = 0 AND withdraws = 0
        AND inspection_no NOT IN (SELECT inspection_no FROM inspection)
      """, ["entry": .integer(work.entry)])
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET inspection_id = (
        SELECT id FROM inspection WHERE inspection.inspection_no = s.inspection_no)
      WHERE rejected = 0
      """)
    try BulkLoading.run(work, without: ["inspection_household_enters"]) {
      () throws(SQLiteFailure) in
      try households.run(work, isPrimary: true)
    }
    try households.judgeWithdrawals(work)
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.drawn;
      CREATE TEMP TABLE drawn AS
        SELECT * FROM temp.staged WHERE row IN (
          SELECT min(row) FROM temp.staged WHERE rejected = 0 GROUP BY inspection_no);
      """)
    try draws.run(work, isPrimary: false)
  }

  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {}
}
