import Domain
import SQLite

/// The sheet of events in the lives of households.
///
/// Two rows tell of one event where household, kind, day and, for a change of head or a split, the person
/// are the same. An event that is sent again with other values is taken back and entered anew. A split or merger whose people
/// stand already where it leads them, because a roster told of them, is recorded and moves nobody.
struct EventRules: SheetRules {
  var sheet: Sheet { .householdEvents }
  var stagedColumns: [String] { ["household_id INTEGER", "other_id INTEGER"] }
  var checks: [RowCheck] { [] }

  /// Households that a split of the same file makes need not be there before it.
  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try VillageValidity.warn(work)
    let made =
      "SELECT other_household FROM temp.staged WHERE event = \(HouseholdEventKind.split.rawValue)"
    try ReferenceColumn.household(unless: "withdraws = 1 OR household_no IN (\(made))")
      .resolve(work)
    try ReferenceColumn.household(
      "other_household", into: "other_id",
      unless: """
        withdraws = 1 OR event IS NOT \(HouseholdEventKind.merge.rawValue)
          OR other_household IN (\(made) AND other_household IS NOT NULL)
        """
    ).resolve(work)
    try ReferenceColumn.region("village_code").resolve(work)
    try RepeatedKeys.judge(work)
    try NewNumbers.ofSplits.judge(work)
  }

  /// Judges and applies at once: whether an event can be depends on what the ones before it left behind.
  /// Nothing is written where a row is at fault, because the file is then applied again without it.
  func apply(_ work: ImportWork) throws(SQLiteFailure) {
    let lives = HouseholdLives(work.register)
    let rows = try EventRow.inOrder(work)
    var file = EventFile(work, lives, rows)
    var rest = rows[...]
    while let first = rest.first {
      let alike = rest.prefix { first.kind == .split && $0.isOfDay(of: first) }
      let next = alike.isEmpty ? rest.prefix(1) : alike
      rest = rest.dropFirst(next.count)
      let ordered: [EventRow]
      do throws(EventStop) { ordered = try file.inOrderOfMembers(Array(next)) } catch {
        guard case .database(let failure) = error else { preconditionFailure("no row was judged") }
        throw failure
      }
      for row in ordered { try take(row, in: &file, work) }
    }
    guard !work.hasUnmarked else { return }
    try lives.write(work.entry, into: work.register)
    try file.judgeUnmade()
    try EndedBefore.warn(work)
    try MoneyAtEnd.warn(work)
    try file.note()
  }

  private func take(
    _ row: EventRow, in file: inout EventFile, _ work: ImportWork
  ) throws(SQLiteFailure) {
    do throws(EventStop) {
      try file.take(row)
    } catch {
      switch error {
      case .database(let failure): throw failure
      case .fault(let fault):
        let staged = try work.written(fault.column, line: row.line)
        work.add(
          Fault(line: row.line, column: fault.column, value: fault.value ?? staged, fault.kind))
      }
    }
  }

  /// Rows by which a household stands again whose people are members elsewhere by now.
  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    func sql(_ mine: String, _ other: String) -> String {
      """
      SELECT s.line, holder.household_no, own.household_no
      FROM temp.staged AS s
      JOIN household AS own ON own.household_no = s.household_no
      JOIN member AS mine ON mine.household_id = own.id AND mine.withdrawn IS NULL
      JOIN rule_member_overlap AS breach ON breach.\(mine) = mine.id
      JOIN member AS theirs ON theirs.id = breach.\(other)
      JOIN household AS holder ON holder.id = theirs.household_id
      WHERE s.rejected = 0 GROUP BY s.line
      """
    }
    for query in [sql("fact_id", "other_id"), sql("other_id", "fact_id")] {
      try work.faults("household_no", query) {
        .personElsewhere(household: $0.text(1), own: $0.text(2))
      }
    }
  }
}
