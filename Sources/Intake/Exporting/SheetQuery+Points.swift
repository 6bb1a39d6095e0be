import Domain

extension SheetQuery {
  static func dibaoList(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "coalesce(resident_written, resident_key)", "name", "region_code", "since", "until",
        "amount_fen",
      ],
      from: "\(scope.facts("dibao_listing")) AS listing",
      condition: scope.isInside("region_code"), order: "resident_key, since")
  }

  static func plans(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "household_no", "plan.starts_on", "plan.ended_on", "plan.goal_income_fen",
        "plan.measures", "plan.exit_on",
      ],
      from: ofHousehold("plan", scope), condition: scope.livesInside("household.id"),
      order: "household_no, plan.starts_on")
  }

  static func assignments(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "household_no", "assignment.role", "staff.staff_no", "assignment.since",
        "assignment.until",
      ],
      from: """
        \(ofHousehold("assignment", scope))
        CROSS JOIN staff ON staff.id = assignment.staff_id
        """,
      condition: scope.livesInside("household.id"),
      order: "household_no, assignment.role, assignment.since")
  }

  static func income(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: ["household_no", "income.year"]
        + ["wage", "business", "transfer", "property", "cost", "total"].map { "income.\($0)_fen" },
      from: ofHousehold("income", scope), condition: scope.livesInside("household.id"),
      order: "household_no, income.year")
  }

  static func projectHouseholds(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "project_no", "household_no", "link.since", "link.until", "link.quantity_milli",
        "link.unit",
      ],
      from: """
        project
        CROSS JOIN \(scope.facts("project_household")) AS link ON link.project_id = project.id
        CROSS JOIN household ON household.id = link.household_id
        """,
      condition: scope.livesInside("household.id"),
      order: "project_no, household_no, link.since")
  }

  /// A project that was sent back is a row a review; the other columns say the same in each.
  static func projects(_ scope: ExportScope) -> SheetQuery {
    let steps = ProjectStep.allCases.map { step in
      """
      LEFT JOIN \(scope.facts("project_step")) AS \(step.name)
        ON \(step.name).project_id = project.id AND \(step.name).step = \(step.rawValue)
      """
    }
    return SheetQuery(
      cells: ["project_no"]
        + [
          "name", "kind", "county_code", "village_code", "fund", "budget_fen", "quantity_milli",
          "unit",
        ].map { "record.\($0)" }
        + [
          "proposed.stepped_on", "reviewed.stepped_on", "reviewed.meeting", "reviewed.verdict",
          "approved.stepped_on", "started.stepped_on", "accepted.stepped_on", "accepted.grade",
          "closed.stepped_on", "rejected.stepped_on", "cancelled.stepped_on",
          "coalesce(rejected.reason, cancelled.reason)", "record.instalments",
        ],
      from: """
        project
        CROSS JOIN \(scope.facts("project_record")) AS record ON record.project_id = project.id
        \(steps.joined(separator: "\n"))
        """,
      condition: scope.isInside("record.county_code"), order: "project_no, reviewed.round")
  }

  /// The facts of a table beside the household each is of, household by household.
  static func ofHousehold(_ table: String, _ scope: ExportScope) -> String {
    """
    household
    CROSS JOIN \(scope.facts(table)) AS \(table) ON \(table).household_id = household.id
    """
  }
}
