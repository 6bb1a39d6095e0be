import Domain

// The events of households, and what they were before.
//
// A roster gives the latest village, class and head. Where one of them changed, rows dated 0001-01-01 give
// what it was before any day that is asked about, so that roster and events together say everything. Heads
// change without an event too, when one leaves; every change of head is given here, so that the rows of a
// household whose head changed are the whole history of its heads.

extension SheetQuery {
  static func householdEvents(_ scope: ExportScope) -> SheetQuery {
    let parts = [
      told(scope), unreportedHeads(scope), firstVillages(scope), firstClasses(scope),
      firstHeads(scope),
    ]
    return SheetQuery(
      cells: [
        "home.household_no", "told.event", "told.happened_on", "told.village_code", "told.class",
        "told.ground", person(scope), "other.household_no",
      ],
      from: """
        (\(parts.joined(separator: "\nUNION ALL\n"))) AS told
        CROSS JOIN household AS home ON home.id = told.household_id
        LEFT JOIN household AS other ON other.id = told.other_household_id
        """,
      condition: scope.livesInside("told.household_id"),
      order: "home.household_no, told.happened_on, told.event, told.member_no")
  }

  /// Who an event is about: the resident ID, else the name; where there are namesakes with the birth date, and
  /// where that tells none apart with the place among those alike (`李四 1990 #2`).
  private static func person(_ scope: ExportScope) -> String {
    func namesakes(_ condition: String) -> String {
      """
      FROM \(scope.facts("member")) AS namesake
      WHERE namesake.household_id = told.household_id AND \(condition)
      """
    }
    func isShared(_ condition: String) -> String {
      "EXISTS (SELECT 1 \(namesakes(condition)) AND namesake.member_no <> person.member_no)"
    }
    func placed(_ written: String, _ condition: String) -> String {
      """
      \(written) || ' #' || (SELECT count(DISTINCT namesake.member_no)
        \(namesakes(condition)) AND namesake.member_no <= person.member_no)
      """
    }
    let name = """
      (namesake.name = person.name
        OR \(RosterPersons.comparable("namesake.name")) = \(RosterPersons.comparable("person.name")))
      """
    let nameAndBirth =
      "namesake.name = person.name AND namesake.birth_date = person.birth_date"
    let dated = "person.name || ' ' || person.birth_date"
    return """
      CASE WHEN told.member_no > 0 THEN (
        SELECT CASE
          WHEN person.resident_key IS NOT NULL THEN person.resident_key
          WHEN NOT \(isShared(name)) THEN person.name
          WHEN person.birth_date IS NULL THEN \(placed("person.name", name))
          WHEN NOT \(isShared(nameAndBirth)) THEN \(dated)
          ELSE \(placed(dated, nameAndBirth)) END
        FROM \(scope.facts("member")) AS person
        WHERE person.household_id = told.household_id AND person.member_no = told.member_no
        ORDER BY person.joined_on LIMIT 1) END
      """
  }

  private static func told(_ scope: ExportScope) -> String {
    """
    SELECT household_id, event, happened_on, village_code, class, ground, member_no,
      other_household_id
    FROM \(scope.facts("household_event")) AS event
    """
  }

  /// Changes of head without an event.
  private static func unreportedHeads(_ scope: ExportScope) -> String {
    """
    SELECT household_id, \(HouseholdEventKind.head.rawValue), since, NULL, NULL, NULL, member_no, NULL
    FROM \(scope.facts("headship")) AS headship
    WHERE \(isAfterFirst("headship", of: "headship", scope))
      AND NOT EXISTS (
        SELECT 1 FROM \(scope.facts("household_event")) AS event
        WHERE event.household_id = headship.household_id
          AND event.event = \(HouseholdEventKind.head.rawValue)
          AND event.happened_on = headship.since AND event.member_no = headship.member_no)
    """
  }

  private static func firstVillages(_ scope: ExportScope) -> String {
    """
    SELECT household_id, \(HouseholdEventKind.move.rawValue), \(beginning), village_code, NULL,
      NULL, 0, NULL
    FROM \(scope.facts("residence")) AS residence
    WHERE NOT \(isAfterFirst("residence", of: "residence", scope))
      AND NOT \(scope.isLatest("residence", in: "residence"))
    """
  }

  /// A household without a class before its first reclassification says so.
  private static func firstClasses(_ scope: ExportScope) -> String {
    """
    SELECT home.household_id, \(HouseholdEventKind.reclass.rawValue), \(beginning), NULL,
      ifnull(first.class, '\(scope.clear)'), ifnull(first.ground, '\(scope.clear)'), 0, NULL
    FROM (
      SELECT household_id, min(since) AS since FROM \(scope.facts("residence")) AS residence
      GROUP BY household_id) AS home
    LEFT JOIN \(scope.facts("household_class")) AS first
      ON first.household_id = home.household_id AND first.since = home.since
    WHERE EXISTS (
      SELECT 1 FROM \(scope.facts("household_class")) AS later
      WHERE later.household_id = home.household_id AND later.since > home.since)
    """
  }

  private static func firstHeads(_ scope: ExportScope) -> String {
    """
    SELECT household_id, \(HouseholdEventKind.head.rawValue), \(beginning), NULL, NULL, NULL,
      member_no, NULL
    FROM \(scope.facts("headship")) AS headship
    WHERE NOT \(isAfterFirst("headship", of: "headship", scope))
      AND NOT \(scope.isLatest("headship", in: "headship"))
    """
  }

  /// Whether a dated fact of a household has one before it.
  private static func isAfterFirst(
    _ fact: String, of table: String, _ scope: ExportScope
  ) -> String {
    """
    EXISTS (SELECT 1 FROM \(scope.facts(table)) AS earlier
      WHERE earlier.household_id = \(fact).household_id AND earlier.since < \(fact).since)
    """
  }
}
