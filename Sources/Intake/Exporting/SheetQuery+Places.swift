extension SheetQuery {
  /// The whole province's places come with every register; import takes those that concern the office.
  static func regions(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "code", "parent_code", "level", "name_zh", "name_en", "area", "supported", "national_key",
        "tier", "valid_from", "valid_until",
      ],
      from: "\(scope.facts("region")) AS region",
      condition: "\(scope.isInside("code")) AND \(scope.isOfOffice("code"))",
      order: "code, valid_from")
  }

  static func povertyLines(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: ["region_code", "since", "poverty_line_fen", "dibao_line_fen"],
      from: "\(scope.facts("poverty_line")) AS line",
      condition: scope.isInside("region_code"), order: "region_code, since")
  }

  static func years(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: ["year", "income_goal_fen", "report_due_day"],
      from: "\(scope.facts("programme_year")) AS kept",
      // A year is of no place, and so goes with the facts of any.
      condition: scope.place.map { _ in ":place IS NOT NULL" }, order: "year")
  }

  static func targets(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: ["programme", "year", "region_code", "persons"]
        + (1...12).map { "month_\($0 < 10 ? "0" : "")\($0)" },
      from: "\(scope.facts("target")) AS target",
      condition: scope.isInside("region_code"), order: "programme, year, region_code")
  }

  static func indicators(_ scope: ExportScope) -> SheetQuery {
    SheetQuery(
      cells: [
        "programme", "name_en", "name_zh", "nullif(scope, '')", "nullif(region_code, 0)", "unit",
        "planned", "actual", "qualifier", "year", "note",
      ],
      from: "\(scope.facts("indicator")) AS indicator",
      condition: scope.isInside("region_code"),
      order: "programme, year, name_en, scope, region_code")
  }

  /// Of a place: those who work there, and those who answer for a household there.
  static func staff(_ scope: ExportScope) -> SheetQuery {
    let answers = """
      staff.id IN (SELECT staff_id FROM \(scope.facts("assignment")) AS held
        WHERE \(scope.livesInside("held.household_id")))
      """
    return SheetQuery(
      cells: [
        "staff_no", "record.name", "record.employer", "record.position", "record.phone",
        "record.county_code", "record.left_on",
      ],
      from: """
        staff CROSS JOIN \(scope.facts("staff_record")) AS record ON record.staff_id = staff.id
        """,
      condition: scope.place.map { _ in
        "ifnull(\(scope.isInside("record.county_code")), 0) OR \(answers)"
      },
      order: "staff_no")
  }
}
