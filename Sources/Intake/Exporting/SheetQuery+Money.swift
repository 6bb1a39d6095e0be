import Register

extension SheetQuery {
  /// Of a place: those that sent money there.
  static func batches(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "batch_no", "issue.document_no", "issue.issued_on", "issue.fund", "batch.source",
        "issue.amount_fen", "issue.announced_on",
      ],
      from: """
        batch CROSS JOIN \(scope.facts("batch_issue")) AS issue ON issue.batch_id = batch.id
        """,
      condition: scope.place.map { _ in
        """
        batch.id IN (
          SELECT account.batch_id FROM \(scope.facts("movement")) AS movement
          JOIN account ON account.id = movement.lower_id
          WHERE account.rung = \(Rung.county.rawValue) AND \(scope.isInside("account.county_code")))
        """
      },
      order: "batch_no, batch.source")
  }

  /// The county is the one the money went to, or that of the project.
  static func allocations(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "movement.number", "batch.batch_no", "batch.source",
        "coalesce(lower.county_code, upper.county_code, record.county_code)", "project.project_no",
        "household.household_no", "movement.amount_fen", "movement.moved_on",
        "movement.reverses",
      ],
      from: """
        \(ladder(scope))
        CROSS JOIN account AS upper ON upper.id = movement.upper_id
        LEFT JOIN \(scope.facts("project_record")) AS record
          ON record.project_id = lower.project_id
        """,
      condition: "movement.is_payment = 0 AND \(isMoneyOfPlace(scope))",
      order: "movement.number")
  }

  static func payments(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "movement.number", "household.household_no", "lower.payee", "project.project_no",
        "batch.batch_no", "batch.source", "movement.amount_fen", "movement.moved_on",
        "movement.reverses",
      ],
      from: ladder(scope),
      condition: "movement.is_payment = 1 AND \(isMoneyOfPlace(scope))",
      order: "movement.number")
  }

  private static func ladder(_ scope: ExportScope) -> String {
    """
    \(scope.facts("movement")) AS movement
    CROSS JOIN account AS lower ON lower.id = movement.lower_id
    CROSS JOIN batch ON batch.id = lower.batch_id
    LEFT JOIN project ON project.id = lower.project_id
    LEFT JOIN household ON household.id = lower.household_id
    """
  }

  /// Money that went to the place, or through a project of it.
  private static func isMoneyOfPlace(_ scope: ExportScope) -> String {
    guard scope.place != nil else { return "true" }
    return """
      CASE WHEN lower.rung = \(Rung.county.rawValue) THEN \(scope.isInside("lower.county_code"))
        ELSE lower.project_id IN (
          SELECT record.project_id FROM \(scope.facts("project_record")) AS record
          WHERE \(scope.isInside("record.county_code"))) END
      """
  }
}
