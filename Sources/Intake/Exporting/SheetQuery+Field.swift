extension SheetQuery {
  /// Of a place: what was seen of a household that lives there or, where none is named, of a project there.
  static func progress(_ scope: ExportScope) -> SheetQuery {
    let isProjectInside = """
      progress.project_id IN (
        SELECT record.project_id FROM \(scope.facts("project_record")) AS record
        WHERE \(scope.isInside("record.county_code")))
      """
    return SheetQuery(
      cells: [
        "household.household_no", "project.project_no", "progress.logged_on", "staff.staff_no",
        "progress.kind", "progress.quantity_milli", "progress.unit",
        "progress.percent_hundredths", "progress.note",
      ],
      from: """
        \(scope.facts("progress")) AS progress
        LEFT JOIN household ON household.id = progress.household_id
        LEFT JOIN project ON project.id = progress.project_id
        JOIN staff ON staff.id = progress.staff_id
        """,
      condition: scope.place.map { _ in
        """
        CASE WHEN progress.household_id IS NULL THEN \(isProjectInside)
          ELSE \(scope.livesInside("progress.household_id")) END
        """
      },
      order: """
        household.household_no, project.project_no, progress.logged_on, staff.staff_no,
        progress.kind, progress.unit, progress.note, progress.quantity_milli,
        progress.percent_hundredths
        """)
  }

  static func disclosures(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "project_no", "posting.village_code", "posting.posted_on", "posting.taken_down_on",
        "nullif(posting.objection, '')", "posting.objected_on", "posting.answer",
        "posting.answered_on",
      ],
      from: """
        project
        CROSS JOIN \(scope.facts("disclosure")) AS posting ON posting.project_id = project.id
        """,
      condition: scope.isInside("posting.village_code"),
      order: "project_no, posting.village_code, posting.posted_on, posting.objection")
  }

  static func inspections(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "inspection_no", "draw.drawn_on", "draw.seed", "draw.known_entry", "draw.region_code",
        "draw.share_hundredths", "draw.number", "household_no", "drawn.ordinal",
      ],
      from: """
        inspection
        CROSS JOIN \(scope.facts("inspection_draw")) AS draw ON draw.inspection_id = inspection.id
        CROSS JOIN \(scope.facts("inspection_household")) AS drawn
          ON drawn.inspection_id = inspection.id
        CROSS JOIN household ON household.id = drawn.household_id
        """,
      condition: scope.livesInside("household.id"),
      order: "inspection_no, drawn.ordinal, household_no")
  }

  static func findings(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "inspection_no", "household_no", "finding.found_on", "finding.finding", "finding.due_on",
        "finding.settled_on", "finding.settlement",
      ],
      from: """
        inspection
        CROSS JOIN \(scope.facts("finding")) AS finding ON finding.inspection_id = inspection.id
        CROSS JOIN household ON household.id = finding.household_id
        """,
      condition: scope.livesInside("household.id"),
      order: "inspection_no, household_no, finding.found_on, finding.finding")
  }
}
