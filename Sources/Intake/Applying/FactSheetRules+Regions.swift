import Domain

// Places. A code says of what level its place is, and every place but the province is part of one of the level
// above: the reports find villages, townships and counties by both.

extension FactSheetRules {
  static let regions = FactSheetRules(
    sheet: .regions, references: [], checks: [RowChecks.period("valid_from", "valid_to")],
    merge: Merge(
      into: "region",
      key: [
        MergeColumn("code"), MergeColumn("valid_from", whenEmpty: beginning),
      ],
      values: [
        MergeColumn("parent_code", parent), MergeColumn("level", RegionSQL.level("s.code")),
        MergeColumn("name_zh"), MergeColumn("name_en", clearedBy: "name_en"),
        MergeColumn("area", clearedBy: "area"), MergeColumn("supported", clearedBy: "supported"),
        MergeColumn("national_key", clearedBy: "national_key"),
        MergeColumn("tier", clearedBy: "tier"),
        MergeColumn("valid_until", "s.valid_to", clearedBy: "valid_to", whenEmpty: openEnd),
      ]),
    places: "code", dependents: dependents, ownsDependents: true,
    judgements: [
      Judgement(
        column: "level",
        sql: "SELECT line FROM temp.staged AS s WHERE level <> \(RegionSQL.level("s.code"))"
      ) { _ in .wrongLevel },
      isOnly("area", of: .county), isOnly("supported", of: .county),
      isOnly("national_key", of: .county), isOnly("tier", of: .village),
      Judgement(
        column: "parent_code",
        sql: """
          SELECT line FROM temp.staged AS s
          WHERE withdraws = 0 AND \(parent) IS NOT NULL
            AND \(RegionSQL.level(parent)) <> \(RegionSQL.level("s.code")) - 1
          """
      ) { _ in .wrongLevel },
      isKnown("parent_code", "s.parent_code IS NOT NULL"), isKnown("code", "s.parent_code IS NULL"),
      Judgement(
        column: "withdraw",
        sql: """
          SELECT line FROM temp.staged AS s JOIN register ON register.office_code = s.code
          WHERE withdraws = 1
          """
      ) { _ in .dependedOn(facts: ["register"], entries: [1]) },
    ])

  /// What the row's place is part of: as the row says, else by its code.
  private static let parent = "ifnull(s.parent_code, \(RegionSQL.parent("s.code")))"

  /// A column that only places of one level bear.
  private static func isOnly(_ column: String, of level: RegionLevel) -> Judgement {
    Judgement(
      column: column,
      sql: """
        SELECT line FROM temp.staged AS s
        WHERE ifnull(\(column), 0) <> 0 AND \(RegionSQL.level("s.code")) <> \(level.rawValue)
        """
    ) { _ in .wrongLevel }
  }

  /// The place above is in the register or in the file.
  private static func isKnown(_ column: String, _ condition: String) -> Judgement {
    Judgement(
      column: column,
      sql: """
        SELECT line FROM temp.staged AS s
        WHERE withdraws = 0 AND \(condition) AND \(parent) IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM region WHERE code = \(parent) AND withdrawn IS NULL)
          AND NOT EXISTS (
            SELECT 1 FROM temp.staged AS other WHERE other.code = \(parent) AND other.withdraws = 0)
        """
    ) { _ in .unknown(.region, nearest: []) }
  }

  /// What is in a place, of which no period is left once a row takes one back.
  private static let dependents: String = {
    let facts = [
      ("residence", "village_code"), ("region", "parent_code"), ("project_record", "county_code"),
      ("project_record", "village_code"), ("staff_record", "county_code"),
      ("target", "region_code"), ("poverty_line", "region_code"), ("disclosure", "village_code"),
      ("dibao_listing", "region_code"),
    ]
    let parts = facts.map { table, column in
      """
      SELECT \(column) AS code, '\(table)' AS table_name, id AS fact_id FROM \(table)
      WHERE withdrawn IS NULL AND \(column) IS NOT NULL
      """
    }
    return """
      SELECT s.line, held.table_name, held.fact_id
      FROM (
        SELECT line, code, withdraws, rejected FROM temp.staged AS taken
        WHERE withdraws = 1 AND NOT EXISTS (SELECT 1 FROM region WHERE code = taken.code AND withdrawn IS NULL)) AS s
      JOIN (\(parts.joined(separator: " UNION ALL "))) AS held ON held.code = s.code
      """
  }()
}

/// Region codes in SQL.
enum RegionSQL {
  /// What a place is part of by its code.
  static func parent(_ code: String) -> String {
    """
    CASE WHEN \(code) > 999999999 THEN \(code) / 1000 WHEN \(code) > 999999 THEN \(code) / 1000
      WHEN \(code) % 100 <> 0 THEN \(code) / 100 * 100
      WHEN \(code) % 10000 <> 0 THEN \(code) / 10000 * 10000 END
    """
  }

  /// The stored level of a place by its code.
  static func level(_ code: String) -> String {
    """
    CASE WHEN \(code) > 999999999 THEN 5 WHEN \(code) > 999999 THEN 4
      WHEN \(code) % 100 <> 0 THEN 3 WHEN \(code) % 10000 <> 0 THEN 2 ELSE 1 END
    """
  }
}
