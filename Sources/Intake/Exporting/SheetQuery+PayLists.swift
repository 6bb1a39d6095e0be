extension SheetQuery {
  static func payLists(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "list.paylist_no", "household.household_no", "listed.name", "listed.account_no",
        "listed.amount_fen", "project.project_no", "batch.batch_no", "batch.source",
        "record.drawn_on", "earlier.paylist_no",
      ],
      from: """
        \(scope.facts("pay_list_row")) AS listed
        JOIN pay_list AS list ON list.id = listed.pay_list_id
        JOIN \(scope.facts("pay_list_record")) AS record ON record.pay_list_id = listed.pay_list_id
        \(account("listed"))
        LEFT JOIN pay_list AS earlier ON earlier.id = listed.after_id
        """,
      condition: scope.ofPayList ? "list.paylist_no = :list" : isOfPlace(scope),
      order:
        "list.paylist_no, household.household_no, project.project_no, batch.batch_no, batch.source")
  }

  static func bankReturns(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "list.paylist_no", "household.household_no", "answer.account_no", "answer.amount_fen",
        "answer.is_paid", "answer.voucher_no", "answer.paid_on", "answer.reason",
      ],
      from: """
        \(scope.facts("bank_return")) AS answer
        JOIN pay_list AS list ON list.id = answer.pay_list_id
        \(account("answer"))
        """,
      condition: isOfPlace(scope),
      order: """
        list.paylist_no, household.household_no, answer.amount_fen, project.project_no,
          batch.batch_no, batch.source
        """)
  }

  /// The rung that the money of a row stands on, and what it is of.
  private static func account(_ row: String) -> String {
    """
    JOIN account ON account.id = \(row).account_id
    JOIN batch ON batch.id = account.batch_id
    JOIN project ON project.id = account.project_id
    JOIN household ON household.id = account.household_id
    """
  }

  private static func isOfPlace(_ scope: ExportScope) -> String {
    guard scope.place != nil else { return "true" }
    return """
      account.project_id IN (
        SELECT of_place.project_id FROM \(scope.facts("project_record")) AS of_place
        WHERE \(scope.isInside("of_place.county_code")))
      """
  }
}
