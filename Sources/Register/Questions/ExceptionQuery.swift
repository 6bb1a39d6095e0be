import Domain

/// How the exceptions of a kind are found among households, each on a day: said once, for who lists those of a
/// day and for who keeps the days on which they come and go.
///
/// SQL over `temp.exception_asked`, which holds the households and days that are asked about; it binds nothing.
struct ExceptionQuery {
  let kind: RegisterException.Kind
  let tables: String
  let condition: String
  /// A condition that only a list asks in SQL: facts about other households decide it. Empty for none.
  var listed = ""
  /// Where an exception is counted.
  let village: String
  /// Joins that a list alone asks for its columns: one row for each of those found, with a `household`.
  let naming: String
  /// After the household's number and the village.
  let columns: String
  /// Of `columns`, those by which a row is judged whose condition does not decide alone (`ExceptionJudge`).
  var judged = ""
  /// Within a household.
  var order = ""

  var list: String {
    """
    SELECT household.household_no, \(village) AS village, \(columns)
    FROM \(tables) \(naming) WHERE \(condition)\(listed.isEmpty ? "" : " AND \(listed)")
    ORDER BY village, household.household_no\(order.isEmpty ? "" : ", \(order)")
    """
  }

  /// A row for each: household, day, village, and what it is judged by; by household and day.
  var days: String {
    """
    SELECT candidate.household_id, candidate.day, \(village)\(judged.isEmpty ? "" : ", \(judged)")
    FROM \(tables) WHERE \(condition) ORDER BY candidate.household_id, candidate.day
    """
  }
}

extension ExceptionQuery {
  /// The query of a kind whose exceptions come of households' own facts, so that their days can be kept; nil for
  /// the kinds that few facts lead to.
  static func ofHouseholds(_ kind: RegisterException.Kind) -> ExceptionQuery? {
    switch kind {
    case .noID: noID
    case .verifiedID: verifiedID
    case .householdSize: householdSize
    case .unlinkedMoney: unlinkedMoney
    case .listedWithoutClass: listedWithoutClass
    case .classWithoutListing: classWithoutListing
    case .listedOtherName: listedOtherName
    case .aboveLine: aboveLine
    case .conflict, .approvedOverObjection, .moneyAtEnd, .bankFailed, .postedShort: nil
    }
  }

  /// Where a household lives on a day, or first lived where it begins later.
  static func village(_ household: String, on day: String = ":day") -> String {
    Register.onDay(
      "village_code", from: "residence",
      where: "household_id = \(household) AND withdrawn IS NULL", day)
  }

  /// The households and days that are asked about for a kind: the first table of a query.
  static func candidates(_ kind: RegisterException.Kind) -> String {
    """
    (SELECT household_id, day FROM temp.exception_asked
      WHERE kind = \(kind.number)) AS candidate
    """
  }

  /// Members of households on the day that is asked about.
  static let areMembers = """
    member.withdrawn IS NULL AND member.joined_on <= candidate.day
      AND candidate.day < member.left_on
    """

  /// - Parameters: SQL for the household's id and for the day.
  static func stands(_ household: String, on day: String) -> String {
    """
    NOT EXISTS (
      SELECT 1 FROM household_end AS ended
      WHERE ended.household_id = \(household) AND ended.withdrawn IS NULL
        AND ended.ended_on <= \(day))
    """
  }

  private static let candidateStands = stands("candidate.household_id", on: "candidate.day")
  private static let candidateVillage = village("candidate.household_id", on: "candidate.day")

  /// People of the households that may have an exception of a kind.
  private static func people(
    _ kind: RegisterException.Kind, _ condition: String, columns: String, judged: String = ""
  ) -> ExceptionQuery {
    ExceptionQuery(
      kind: kind,
      tables: """
        \(candidates(kind))
        CROSS JOIN member ON member.household_id = candidate.household_id
        """,
      condition: "\(areMembers) AND \(condition) AND \(candidateStands)",
      village: candidateVillage,
      naming: "JOIN household ON household.id = candidate.household_id", columns: columns,
      judged: judged, order: "member.member_no")
  }

  static let noID = people(
    .noID, "member.resident_key IS NULL", columns: "member.name")

  static let verifiedID = people(
    .verifiedID, "member.id_verified IS NOT NULL AND member.resident_key IS NOT NULL",
    columns: "member.name, member.resident_key, member.id_verified",
    judged: "member.resident_key")

  static let householdSize: ExceptionQuery = {
    let kept = """
      (SELECT count(*) FROM member
        WHERE member.household_id = candidate.household_id AND \(areMembers))
      """
    return ExceptionQuery(
      kind: .householdSize,
      tables: """
        \(candidates(.householdSize))
        CROSS JOIN circumstance ON circumstance.household_id = candidate.household_id
        """,
      condition: """
        circumstance.withdrawn IS NULL AND \(candidateStands)
          AND circumstance.household_size <> \(kept)
        """, village: candidateVillage,
      naming: "JOIN household ON household.id = candidate.household_id",
      columns: "circumstance.household_size, \(kept)")
  }()

  /// Money down to a household, allocated or paid by the day and not reversed, on a day on which no link
  /// to the project held.
  static let unlinkedMoney = ExceptionQuery(
    kind: .unlinkedMoney,
    tables: """
      \(candidates(.unlinkedMoney))
      CROSS JOIN account ON account.household_id = candidate.household_id
      CROSS JOIN movement ON movement.lower_id = account.id
      """,
    condition: """
      movement.withdrawn IS NULL AND movement.amount_fen > 0
        AND movement.moved_on <= candidate.day
        AND NOT EXISTS (
          SELECT 1 FROM movement AS reversal
          WHERE reversal.is_payment = movement.is_payment AND reversal.reverses = movement.number
            AND reversal.reverses IS NOT NULL AND reversal.withdrawn IS NULL)
        AND NOT EXISTS (
          SELECT 1 FROM project_household AS link
          WHERE link.household_id = account.household_id AND link.project_id = account.project_id
            AND link.withdrawn IS NULL AND link.since <= movement.moved_on
            AND movement.moved_on < link.until)
      """, village: candidateVillage,
    naming: """
      JOIN household ON household.id = candidate.household_id
      JOIN project ON project.id = account.project_id
      """,
    columns: """
      movement.moved_on, project.project_no, movement.number, movement.amount_fen, movement.entered
      """, order: "movement.moved_on, movement.id")
}

extension Register {
  /// What holds on a day of a household's dated rows, or the first of them where none does yet; as SQL.
  ///
  /// - Parameters:
  ///   - table: a table or query that has `since`.
  ///   - day: SQL for the day.
  static func onDay(
    _ column: String, from table: String, where condition: String, _ day: String = ":day"
  ) -> String {
    """
    coalesce(
      (SELECT \(column) FROM \(table) WHERE \(condition) AND since <= \(day)
        ORDER BY since DESC LIMIT 1),
      (SELECT \(column) FROM \(table) WHERE \(condition) AND since > \(day)
        ORDER BY since LIMIT 1))
    """
  }
}
