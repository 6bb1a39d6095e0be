import Domain
import SQLite

// A pay list: money of households, allocated and not yet paid, that a bank is asked to pay. A row is one
// household's money of one project and batch. The list itself has a number and a day.
//
// A list may ask for no more than the rung holds on its day. What left the rung on that day is not counted
// against it, because a list and its payments may be of one day, and come in in any order. Money on a list of
// an earlier entry to which the bank has not answered is not free; a row that repeats such a list frees it.

struct PayListRules: SheetRules {
  var sheet: Sheet { .payLists }
  var stagedColumns: [String] {
    ["batch_id", "project_id", "household_id", "account_id", "pay_list_id", "after_id"]
      .map { "\($0) INTEGER" }
  }
  var checks: [RowCheck] { [RowChecks.positive("amount")] }

  private let rows = Merge(
    into: "pay_list_row", key: [MergeColumn("pay_list_id"), MergeColumn("account_id")],
    values: [
      MergeColumn("amount_fen", "s.amount"), MergeColumn("name"), MergeColumn("account_no"),
      MergeColumn("after_id", clearedBy: "after"),
    ])

  /// The list's own fact comes with the first of its rows.
  private let lists = Merge(
    into: "pay_list_record",
    where: """
      s.withdraws = 0 AND s.row = (
        SELECT min(row) FROM temp.staged AS first
        WHERE first.paylist_no = s.paylist_no AND first.rejected = 0 AND first.withdraws = 0)
      """,
    key: [MergeColumn("pay_list_id")], values: [MergeColumn("drawn_on")])

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      CREATE INDEX temp.staged_list ON staged (paylist_no, row);
      CREATE INDEX temp.staged_account_no ON staged (account_no);
      """)
    try ReferenceColumn.project.resolve(work)
    try ReferenceColumn.household().resolve(work)
    try MovementRules.resolveBatches(work)
    try ReferenceColumn.payList(
      "after", into: "after_id",
      unless: "\"after\" IN (SELECT paylist_no FROM temp.staged WHERE withdraws = 0)"
    ).resolve(work)
    try OfficeBoundary.judge(work)
    try RepeatedKeys.judge(work)
    try findRungs(work)
    try judgeRepeats(work)
    try judgeDays(work)
    try judgeAfter(work)
    try PayListMoney.judge(work)
    try PayListAccounts.warn(work)
    try InstalmentWarnings.warnListed(work)
  }

  /// The rung a row's money stands on; rows that withdraw find the batch too.
  private func findRungs(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET batch_id = (
        SELECT min(id) FROM batch
        WHERE batch.batch_no = s.batch_no AND (s.source IS NULL OR batch.source = s.source))
      WHERE withdraws = 1
      """)
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s SET account_id = \(AccountRung.household.id),
        pay_list_id = (SELECT id FROM pay_list WHERE pay_list.paylist_no = s.paylist_no)
      """)
  }

  private func judgeRepeats(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "paylist_no",
      """
      SELECT s.line, first.line FROM (
        SELECT row, min(row) OVER (PARTITION BY paylist_no, account_id) AS first_row
        FROM temp.staged WHERE rejected = 0 AND account_id IS NOT NULL) AS pair
      JOIN temp.staged AS s ON s.row = pair.row
      JOIN temp.staged AS first ON first.row = pair.first_row
      WHERE pair.row <> pair.first_row
      """
    ) { .repeatedKey(firstLine: $0.int(1)) }
  }

  private func judgeDays(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "drawn_on",
      """
      SELECT s.line, first.line FROM temp.staged AS s
      JOIN temp.staged AS first ON first.row = (
        SELECT min(row) FROM temp.staged AS other
        WHERE other.paylist_no = s.paylist_no AND other.withdraws = 0)
      WHERE s.drawn_on <> first.drawn_on AND s.withdraws = 0
      """
    ) { .payList(.otherDay(line: $0.int(1))) }
  }

  /// The list that a row repeats has a row of the same money, on no later day, which was not paid.
  private func judgeAfter(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "after",
      "SELECT line FROM temp.staged WHERE \"after\" = paylist_no AND withdraws = 0"
    ) { _ in .payList(.ownList) }
    try work.faults(
      "after",
      """
      SELECT s.line, s."after" FROM temp.staged AS s
      WHERE s."after" IS NOT NULL AND s."after" <> s.paylist_no AND s.withdraws = 0
        AND s.rejected = 0 AND s.account_id IS NOT NULL
        AND (s.after_id IS NOT NULL
          OR s."after" IN (SELECT paylist_no FROM temp.staged WHERE withdraws = 0))
        AND NOT EXISTS (
          SELECT 1 FROM pay_list_row AS earlier
          WHERE earlier.pay_list_id = s.after_id AND earlier.account_id = s.account_id
            AND earlier.withdrawn IS NULL)
        AND NOT EXISTS (
          SELECT 1 FROM temp.staged AS earlier
          WHERE earlier.paylist_no = s."after" AND earlier.account_id = s.account_id
            AND earlier.withdraws = 0)
      """
    ) { .payList(.notOnList(list: $0.text(1))) }
    try work.faults(
      "after",
      """
      SELECT s.line, s."after" FROM temp.staged AS s
      JOIN bank_return AS answer ON answer.pay_list_id = s.after_id
        AND answer.account_id = s.account_id AND answer.withdrawn IS NULL AND answer.is_paid = 1
      WHERE s.withdraws = 0 AND s.rejected = 0
      """
    ) { .payList(.paidAlready(list: $0.text(1))) }
  }

  func apply(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      INSERT INTO pay_list (paylist_no, entered)
      SELECT DISTINCT paylist_no, :entry FROM temp.staged AS s
      WHERE rejected = 0 AND withdraws = 0 AND NOT EXISTS (
        SELECT 1 FROM pay_list WHERE pay_list.paylist_no = s.paylist_no)
      ORDER BY row
      """, ["entry": .integer(work.entry)])
    try work.register.connection.run(
      """
      UPDATE temp.staged AS s
      SET pay_list_id = (SELECT id FROM pay_list WHERE pay_list.paylist_no = s.paylist_no),
        after_id = (SELECT id FROM pay_list WHERE pay_list.paylist_no = s."after")
      WHERE rejected = 0
      """)
    try BulkLoading.run(work, without: ["pay_list_row_enters"]) { () throws(SQLiteFailure) in
      try rows.run(work, isPrimary: true)
    }
    try lists.run(work, isPrimary: false)
    try rows.judgeWithdrawals(work)
    try judgeAnswered(work)
    // A list of which no row stands stands no more.
    try work.register.connection.run(
      """
      UPDATE pay_list_record SET withdrawn = :entry
      WHERE withdrawn IS NULL
        AND pay_list_id IN (SELECT pay_list_id FROM temp.staged WHERE withdraws = 1)
        AND NOT EXISTS (
          SELECT 1 FROM pay_list_row WHERE pay_list_row.pay_list_id = pay_list_record.pay_list_id
            AND pay_list_row.withdrawn IS NULL)
      """, ["entry": .integer(work.entry)])
  }

  /// A row to which the bank has answered stays as it is.
  private func judgeAnswered(_ work: ImportWork) throws(SQLiteFailure) {
    for (state, column) in [(2, "paylist_no"), (3, "withdraw")] {
      try Dependents.judge(
        work, column: column,
        """
        SELECT s.line, 'bank_return', answer.id
        FROM temp.merge_pay_list_row AS merged
        JOIN temp.staged AS s ON s.row = merged.row
        JOIN bank_return AS answer ON answer.pay_list_id = s.pay_list_id
          AND answer.account_id = s.account_id AND answer.withdrawn IS NULL
        WHERE merged.state = \(state)
        """)
    }
  }

  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {}
}
