import Domain

// The roster: one row a person and stay in a household, ended households and those split off included.
//
// What is said once a household is in its first row. Village, class and head are the latest; what they
// were before is in household_events. The relation is as of the stay's last day: who was head on it is
// `head`. Somebody who was registered as head and no longer is has no relation to the new head that the
// register knows, which is `other`; the importer takes that as no correction. A household's first row has its
// last enrolment; for each year before there is one more row of the head (`RosterYears`).

extension SheetQuery {
  static func roster(_ scope: ExportScope) -> SheetQuery {
    // As known at an entry the facts are two tables in one, which no index finds for each household.
    var scope = scope
    let preparation = scope.keep([
      "member": ["household_id, member_no, joined_on", "resident_key"],
      "residence": ["household_id, since"], "household_class": ["household_id, since"],
      "circumstance": ["household_id"], "headship": ["household_id, since"],
      "enrolment": ["household_id, year"], "household_end": ["household_id"],
      "region": ["code, valid_from"],
    ])
    func once(_ expression: String) -> String {
      "CASE WHEN person.id = first.id AND \(isFurther(scope)) IS NOT 1 THEN \(expression) END"
    }
    return SheetQuery(
      preparation: preparation,
      cells: [
        "home.household_no", once("residence.village_code"), once(townshipName(scope)),
        once(name("residence.village_code", scope)), "person.name", relation(scope),
        "coalesce(person.resident_written, person.resident_key)", "person.id_verified",
        "person.sex", "person.birth_date", "person.ethnicity", "person.education",
        "person.health", "person.labour", "person.joined_on", leftOn(scope),
        once("class.class"), once("class.ground"), once("circumstance.cause"),
        once("circumstance.income_per_capita_fen"), "person.phone", "person.account_no",
        enrolment(scope), once("circumstance.household_size"),
        "person.remark",
      ],
      from: """
        household AS home
        CROSS JOIN \(scope.facts("residence")) AS residence ON residence.household_id = home.id
          AND \(scope.isLatest("residence", in: "residence"))
        LEFT JOIN \(scope.facts("household_class")) AS class ON class.household_id = home.id
          AND \(scope.isLatest("class", in: "household_class"))
        LEFT JOIN \(scope.facts("circumstance")) AS circumstance
          ON circumstance.household_id = home.id
        LEFT JOIN \(scope.facts("household_end")) AS ended ON ended.household_id = home.id
        LEFT JOIN \(scope.facts("headship")) AS reign ON reign.household_id = home.id
          AND \(scope.isLatest("reign", in: "headship"))
        CROSS JOIN \(scope.facts("member")) AS first ON first.id = (
          SELECT stay.id FROM \(scope.facts("member")) AS stay WHERE stay.household_id = home.id
          ORDER BY stay.member_no, stay.joined_on LIMIT 1)
        CROSS JOIN \(scope.facts("member")) AS person ON person.household_id = home.id
        LEFT JOIN \(scope.facts("enrolment")) AS taken ON taken.household_id = home.id
          AND person.member_no = reign.member_no AND person.joined_on = (
            SELECT max(stay.joined_on) FROM \(scope.facts("member")) AS stay
            WHERE stay.household_id = home.id AND stay.member_no = person.member_no)
        """,
      condition: scope.isInside("residence.village_code"),
      order: "home.household_no, person.member_no, person.joined_on, taken.year DESC")
  }

  /// Where somebody of a household that ended is a member elsewhere since, its people leave with its end: a
  /// roster comes before the events, and would have one person in two households. The importer takes that
  /// as no correction.
  private static func leftOn(_ scope: ExportScope) -> String {
    let members = scope.facts("member")
    return """
      CASE WHEN ended.ended_on < person.left_on AND EXISTS (
          SELECT 1 FROM \(members) AS mine JOIN \(members) AS theirs
            ON theirs.resident_key = mine.resident_key AND theirs.household_id <> mine.household_id
          WHERE mine.household_id = home.id AND mine.resident_key IS NOT NULL
            AND theirs.joined_on >= ended.ended_on AND theirs.joined_on < mine.left_on)
        THEN ended.ended_on ELSE person.left_on END
      """
  }

  /// What a place was called last.
  private static func name(_ code: String, _ scope: ExportScope) -> String {
    """
    (SELECT named.name_zh FROM \(scope.facts("region")) AS named WHERE named.code = \(code)
      ORDER BY named.valid_from DESC LIMIT 1)
    """
  }

  private static func townshipName(_ scope: ExportScope) -> String {
    let township = """
      (SELECT village.parent_code FROM \(scope.facts("region")) AS village
        WHERE village.code = residence.village_code ORDER BY village.valid_from DESC LIMIT 1)
      """
    return name(township, scope)
  }

  private static func relation(_ scope: ExportScope) -> String {
    let head = Relation.Base.head.rawValue
    return """
      CASE WHEN person.member_no = (
          SELECT head.member_no FROM \(scope.facts("headship")) AS head
          WHERE head.household_id = home.id AND head.since < person.left_on
          ORDER BY head.since DESC LIMIT 1) THEN \(head)
        WHEN person.relation = \(head) THEN \(Relation.Base.other.rawValue)
        ELSE person.relation END
      """
  }

  /// Whether the row is the head's for an earlier year than the household's last.
  private static func isFurther(_ scope: ExportScope) -> String {
    """
    (taken.year < (SELECT max(newest.year) FROM \(scope.facts("enrolment")) AS newest
      WHERE newest.household_id = home.id))
    """
  }

  /// The household's last enrolment in its first row, and an earlier one in a row of the head for it.
  private static func enrolment(_ scope: ExportScope) -> String {
    """
    CASE WHEN \(isFurther(scope)) THEN taken.enrolled_on
      WHEN person.id = first.id THEN (
        SELECT newest.enrolled_on FROM \(scope.facts("enrolment")) AS newest
        WHERE newest.household_id = home.id ORDER BY newest.year DESC LIMIT 1) END
    """
  }
}
