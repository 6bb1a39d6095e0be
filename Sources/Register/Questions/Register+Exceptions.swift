import Domain
import SQLite

// What stands and wants looking after, asked of the standing facts each time: a conflict that one side has
// yielded, an ID that was corrected, a link that was made since are no exceptions any more, and are again
// where that is undone.

extension Register {
  /// The exceptions on a day, by kind, then by village and household.
  ///
  /// - Parameter region: the place whose they are, nil for the whole office.
  package func exceptions(
    on day: DayNumber, in region: RegionCode?
  ) throws(SQLiteFailure) -> [RegisterException] {
    let tree = try regionsKnown(lastKnown(), on: day)
    let found = try askingExceptions(on: day) { () throws(SQLiteFailure) in
      try gatherHomes(on: day, among: "SELECT household_id FROM exception_candidate")
      return try conflicts(day) + withoutID(day) + verifiedIDs(day) + householdSizes(day)
        + unlinkedMoney(day) + approvedOverObjections(day) + moneyAtEnd(day)
        + listedWithoutClass(day) + classWithoutListing(day) + listedOtherNames(day)
        + aboveLines(day, tree) + bankFailures(day) + shortPostings(day)
    }
    guard let region, region.level > .province else { return found }
    return found.filter { $0.village.map { tree.contains(region, $0) } ?? false }
  }

  /// Where a household lives on `:day`, or first lived where it begins later.
  private static func village(_ household: String) -> String {
    """
    (SELECT village_code FROM residence AS place
      WHERE place.household_id = \(household) AND place.withdrawn IS NULL
      ORDER BY place.since > :day, abs(place.since - :day) LIMIT 1)
    """
  }

  /// The households that may have an exception of a kind, for a question within `askingExceptions`: the first
  /// table of its FROM.
  static func candidates(_ kind: RegisterException.Kind) -> String {
    """
    (SELECT household_id FROM exception_candidate WHERE kind = '\(kind.rawValue)') AS candidate
    """
  }

  /// Those households with their members, who need not be members on `:day` (`areMembers`).
  private static func members(_ kind: RegisterException.Kind) -> String {
    """
    \(candidates(kind))
    CROSS JOIN member ON member.household_id = candidate.household_id
    JOIN household ON household.id = member.household_id
    """
  }
  private static let areMembers = """
    member.withdrawn IS NULL AND member.joined_on <= :day AND :day < member.left_on
      AND NOT EXISTS (
        SELECT 1 FROM household_end AS ended
        WHERE ended.household_id = member.household_id AND ended.withdrawn IS NULL
          AND ended.ended_on <= :day)
    """

  private func gather(
    _ kind: RegisterException.Kind, _ day: DayNumber, _ sql: String,
    _ fill: (inout RegisterException, borrowing Row) -> Void
  ) throws(SQLiteFailure) -> [RegisterException] {
    var found: [RegisterException] = []
    try connection.rows(sql, ["day": Value(day)]) { row in
      var exception = RegisterException(kind, row.text(0), village: row.optionalInt64(1))
      fill(&exception, row)
      found.append(exception)
    }
    return found
  }

  /// Claims whose person the holder still has on a day of the claim, and whose claimant has not yielded: has
  /// neither that ID nor, since the claim, the person of that name with another.
  private func conflicts(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    try gather(
      .conflict, day,
      """
      SELECT claim.household_no, \(Register.village("claim.holder_id")) AS village, claim.name,
        claim.resident_key, claim.joined_on, holder.household_no, claim.entered,
        entry.source_name, claim.source_line
      FROM claim JOIN household AS holder ON holder.id = claim.holder_id
      JOIN entry ON entry.id = claim.entered
      WHERE claim.withdrawn IS NULL
        AND EXISTS (
          SELECT 1 FROM member
          WHERE member.resident_key = claim.resident_key AND member.resident_key IS NOT NULL
            AND member.household_id = claim.holder_id AND member.withdrawn IS NULL
            AND member.joined_on < claim.left_on AND claim.joined_on < member.left_on
            AND NOT EXISTS (
              SELECT 1 FROM household_end AS ended
              WHERE ended.household_id = claim.holder_id AND ended.withdrawn IS NULL
                AND ended.ended_on <= max(claim.joined_on, member.joined_on)))
        AND NOT EXISTS (
          SELECT 1 FROM member JOIN household AS own ON own.id = member.household_id
          WHERE member.resident_key = claim.resident_key AND member.resident_key IS NOT NULL
            AND own.household_no = claim.household_no AND member.withdrawn IS NULL)
        AND NOT EXISTS (
          SELECT 1 FROM household AS own
          JOIN member ON member.household_id = own.id AND member.withdrawn IS NULL
            AND member.entered > claim.entered AND member.name = claim.name
          WHERE own.household_no = claim.household_no)
      ORDER BY village, claim.household_no, claim.id
      """
    ) { exception, row in
      exception.name = row.optionalText(2)
      exception.residentID = row.optionalInt64(3).flatMap { ResidentID(key: $0) }
      exception.day = row.int32(4)
      exception.otherHousehold = row.text(5)
      exception.entry = row.int64(6)
      exception.file = row.optionalText(7)
      exception.line = row.int64(8)
    }
  }

  private func withoutID(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    try gather(
      .noID, day,
      """
      SELECT household.household_no, \(Register.village("household.id")) AS village, member.name
      FROM \(Register.members(.noID))
      WHERE \(Register.areMembers) AND member.resident_key IS NULL
      ORDER BY village, household.household_no, member.member_no
      """
    ) { $0.name = $1.optionalText(2) }
  }

  private func verifiedIDs(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    let verified = try gather(
      .verifiedID, day,
      """
      SELECT household.household_no, \(Register.village("household.id")) AS village, member.name,
        member.resident_key, member.id_verified
      FROM \(Register.members(.verifiedID))
      WHERE \(Register.areMembers) AND member.id_verified IS NOT NULL
        AND member.resident_key IS NOT NULL
      ORDER BY village, household.household_no, member.member_no
      """
    ) { exception, row in
      exception.name = row.optionalText(2)
      exception.residentID = ResidentID(key: row.int64(3))
      exception.note = row.optionalText(4)
    }
    return verified.filter { $0.residentID?.checkDigitIsRight == false }
  }

  private func householdSizes(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    try gather(
      .householdSize, day,
      """
      SELECT household.household_no, \(Register.village("household.id")) AS village,
        circumstance.household_size, (
          SELECT count(*) FROM member WHERE member.household_id = household.id
            AND \(Register.areMembers)) AS kept
      FROM \(Register.candidates(.householdSize))
      CROSS JOIN circumstance ON circumstance.household_id = candidate.household_id
      JOIN household ON household.id = circumstance.household_id
      WHERE circumstance.withdrawn IS NULL AND circumstance.household_size <> kept
        AND NOT EXISTS (
          SELECT 1 FROM household_end WHERE household_end.household_id = household.id
            AND household_end.withdrawn IS NULL AND household_end.ended_on <= :day)
      ORDER BY village, household.household_no
      """
    ) { exception, row in
      exception.stated = row.int64(2)
      exception.kept = row.int64(3)
    }
  }
}
