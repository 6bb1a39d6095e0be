import Domain

/// How the exceptions of a kind are found: said once, for who lists them and for who only counts them.
///
/// SQL within `askingExceptions` that binds `:day`.
struct ExceptionQuery {
  let kind: RegisterException.Kind
  /// A table of the query's own, as WITH takes it; empty for none.
  var with = ""
  let tables: String
  let condition: String
  /// Where an exception is counted.
  let village: String
  /// Joins that a list alone asks for its columns: one row for each of those found, with a `household`.
  let naming: String
  /// After the household's number and the village.
  let columns: String
  /// Within a household.
  var order = ""

  var list: String {
    """
    \(beginning) SELECT household.household_no, \(village) AS village, \(columns)
    FROM \(tables) \(naming) WHERE \(condition)
    ORDER BY village, household.household_no\(order.isEmpty ? "" : ", \(order)")
    """
  }

  private var beginning: String { with.isEmpty ? "" : "WITH \(with)" }

  /// A row for each, with its village.
  var places: String { "\(beginning) SELECT \(village) FROM \(tables) WHERE \(condition)" }
}

extension ExceptionQuery {
  /// Where a household lives on `:day`, or first lived where it begins later.
  static func village(_ household: String) -> String {
    Register.onDay(
      "village_code", from: "residence",
      where: "household_id = \(household) AND withdrawn IS NULL")
  }

  /// The households that may have an exception of a kind: the first table of a query.
  static func candidates(_ kind: RegisterException.Kind) -> String {
    """
    (SELECT household_id FROM exception_candidate WHERE kind = '\(kind.rawValue)') AS candidate
    """
  }

  /// Members of households on `:day`.
  static let areMembers = """
    member.withdrawn IS NULL AND member.joined_on <= :day AND :day < member.left_on
    """

  /// - Parameter household: SQL for the household's id.
  static func stands(_ household: String) -> String {
    """
    NOT EXISTS (
      SELECT 1 FROM household_end AS ended
      WHERE ended.household_id = \(household) AND ended.withdrawn IS NULL
        AND ended.ended_on <= :day)
    """
  }

  /// People of the households that may have an exception of a kind.
  private static func people(
    _ kind: RegisterException.Kind, _ condition: String, columns: String
  ) -> ExceptionQuery {
    ExceptionQuery(
      kind: kind,
      tables: """
        \(candidates(kind))
        CROSS JOIN member ON member.household_id = candidate.household_id
        """,
      condition: "\(areMembers) AND \(condition) AND \(stands("candidate.household_id"))",
      village: village("candidate.household_id"),
      naming: "JOIN household ON household.id = candidate.household_id", columns: columns,
      order: "member.member_no")
  }

  static let noID = people(
    .noID, "member.resident_key IS NULL", columns: "member.name")

  static let verifiedID = people(
    .verifiedID, "member.id_verified IS NOT NULL AND member.resident_key IS NOT NULL",
    columns: "member.name, member.resident_key, member.id_verified")

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
        circumstance.withdrawn IS NULL AND \(stands("candidate.household_id"))
          AND circumstance.household_size <> \(kept)
        """, village: village("candidate.household_id"),
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
      movement.withdrawn IS NULL AND movement.amount_fen > 0 AND movement.moved_on <= :day
        AND NOT EXISTS (
          SELECT 1 FROM movement AS reversal
          WHERE reversal.is_payment = movement.is_payment AND reversal.reverses = movement.number
            AND reversal.reverses IS NOT NULL AND reversal.withdrawn IS NULL)
        AND NOT EXISTS (
          SELECT 1 FROM project_household AS link
          WHERE link.household_id = account.household_id AND link.project_id = account.project_id
            AND link.withdrawn IS NULL AND link.since <= movement.moved_on
            AND movement.moved_on < link.until)
      """, village: village("candidate.household_id"),
    naming: """
      JOIN household ON household.id = candidate.household_id
      JOIN project ON project.id = account.project_id
      """,
    columns: """
      movement.moved_on, project.project_no, movement.number, movement.amount_fen, movement.entered
      """, order: "movement.moved_on, movement.id")
}

extension Register {
  /// What holds on `:day` of a household's dated rows, or the first of them where none does yet; as SQL.
  ///
  /// - Parameter table: a table or query that has `since`.
  static func onDay(_ column: String, from table: String, where condition: String) -> String {
    """
    coalesce(
      (SELECT \(column) FROM \(table) WHERE \(condition) AND since <= :day
        ORDER BY since DESC LIMIT 1),
      (SELECT \(column) FROM \(table) WHERE \(condition) AND since > :day
        ORDER BY since LIMIT 1))
    """
  }
}
