import Domain
import SQLite

/// A posting of a project in a village, or an objection to it: a row of the sheet `disclosures`.
package struct Posting: Sendable, Equatable {
  package let postedOn: DayNumber
  /// Nil while it is up.
  package let takenDownOn: DayNumber?
  /// Empty where the row is of the posting alone.
  package let objection: String
  package let answeredOn: DayNumber?
  package let isAnswered: Bool
}

/// What a village's public list says of one household and one of its projects.
package struct PublicRow: Sendable, Equatable {
  package let householdNo: String
  package let headName: String?
  package let standing: HouseholdClass?
  package let persons: Int64
  /// Nil where the household takes part in no project on the day.
  package let projectNo: String?
  package let projectName: String?
  /// Of the project, by the day, net of returns and reversals; all fiscal and other money.
  package let allocatedFen: Int64
  package let paidFen: Int64
}

extension Register {
  /// The standing rows of a project's postings in a village, by day.
  package func postings(
    of projectNo: String, in village: RegionCode
  ) throws(SQLiteFailure) -> [Posting] {
    var postings: [Posting] = []
    try connection.rows(
      """
      SELECT posted_on, taken_down_on, objection, answered_on, answer IS NOT NULL
      FROM disclosure JOIN project ON project.id = disclosure.project_id
      WHERE project_no = :project AND village_code = :village AND disclosure.withdrawn IS NULL
      ORDER BY posted_on, objection
      """, ["project": .text(projectNo), "village": .integer(village.value)]
    ) { row in
      postings.append(
        Posting(
          postedOn: row.int32(0), takenDownOn: row.isNull(1) ? nil : row.int32(1),
          objection: row.text(2), answeredOn: row.isNull(3) ? nil : row.int32(3),
          isAnswered: row.int(4) == 1))
    }
    return postings
  }

  /// What is to be posted in a village on a day: its enrolled households with their projects and money.
  package func publicList(
    of village: RegionCode, on day: CalendarDate
  ) throws(SQLiteFailure) -> [PublicRow] {
    var rows: [PublicRow] = []
    var heads: [Int64: String] = [:]
    try connection.rows(
      """
      SELECT headship.household_id, member.name FROM headship
      JOIN member ON member.household_id = headship.household_id
        AND member.member_no = headship.member_no AND member.withdrawn IS NULL
        AND joined_on <= :day AND left_on > :day
      WHERE headship.withdrawn IS NULL AND headship.since <= :day
        AND headship.household_id IN (
          SELECT household_id FROM residence WHERE village_code = :village AND withdrawn IS NULL)
      ORDER BY headship.household_id, headship.since
      """, ["day": Value(day.dayNumber), "village": .integer(village.value)]
    ) { heads[$0.int64(0)] = $0.optionalText(1) }
    try connection.rows(
      """
      SELECT household_no, household.id, (
          SELECT class FROM household_class AS standing
          WHERE standing.household_id = household.id AND standing.withdrawn IS NULL
            AND standing.since <= :day ORDER BY standing.since DESC LIMIT 1), (
          SELECT count(*) FROM member WHERE member.household_id = household.id
            AND member.withdrawn IS NULL AND joined_on <= :day AND left_on > :day),
        project_no, record.name, \(Register.money(paid: false)), \(Register.money(paid: true))
      FROM household
      JOIN enrolment ON enrolment.household_id = household.id AND enrolment.withdrawn IS NULL
        AND enrolment.year = :year AND enrolled_on <= :day
      LEFT JOIN (
        SELECT DISTINCT household_id, project_id FROM project_household
        WHERE withdrawn IS NULL AND since <= :day AND until > :day) AS link
        ON link.household_id = household.id
      LEFT JOIN project ON project.id = link.project_id
      LEFT JOIN project_record AS record ON record.project_id = project.id
        AND record.withdrawn IS NULL
      WHERE \(Register.stands("household.id")) AND (
          SELECT village_code FROM residence AS home
          WHERE home.household_id = household.id AND home.withdrawn IS NULL AND home.since <= :day
          ORDER BY home.since DESC LIMIT 1) = :village
      ORDER BY household_no, project_no
      """,
      [
        "day": Value(day.dayNumber), "year": Value(day.year), "village": .integer(village.value),
      ]
    ) { row in
      rows.append(
        PublicRow(
          householdNo: row.text(0), headName: heads[row.int64(1)],
          standing: row.optionalInt(2).flatMap { HouseholdClass(rawValue: $0) },
          persons: row.int64(3), projectNo: row.optionalText(4), projectName: row.optionalText(5),
          allocatedFen: row.int64(6), paidFen: row.int64(7)))
    }
    return rows
  }

  /// What a project's household got by `:day`, as SQL over `household` and `link`.
  private static func money(paid: Bool) -> String {
    """
    ifnull((
      SELECT sum(movement.amount_fen) FROM account
      JOIN movement ON movement.lower_id = account.id AND movement.withdrawn IS NULL
      WHERE account.household_id = household.id AND account.project_id = link.project_id
        AND movement.is_payment = \(paid ? 1 : 0) AND movement.moved_on <= :day), 0)
    """
  }
}
