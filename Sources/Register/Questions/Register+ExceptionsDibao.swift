import Domain
import SQLite

// The register crossed with civil affairs' list, person by person, on a day. A household whose class holds
// dibao (poor_dibao, dibao) ought to have somebody on the list, and nobody on the list ought to live in a
// household of another class; wubao is another allowance. Counties that have sent no list are not crossed. All
// ask the homes of the day (`gatherHomes`) within `askingExceptions`.

extension Register {
  static let dibaoClasses =
    HouseholdClass.allCases.filter(\.drawsAllowance).map { String($0.rawValue) }
    .joined(separator: ", ")

  /// Members on a day with their homes, and what the list says of them then.
  private static func listedMembers(_ kind: RegisterException.Kind) -> String {
    """
    \(candidates(kind))
    JOIN temp.home AS home ON home.household_id = candidate.household_id
    CROSS JOIN member ON member.household_id = candidate.household_id
      AND member.resident_key IS NOT NULL AND member.withdrawn IS NULL
      AND member.joined_on <= :day AND :day < member.left_on
    CROSS JOIN dibao_listing AS listed ON listed.resident_key = member.resident_key
    JOIN household ON household.id = member.household_id
    """
  }

  func listedWithoutClass(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    try dibao(
      .listedWithoutClass, day,
      """
      SELECT household.household_no, home.village_code, code_label.name, member.name,
        member.resident_key
      FROM \(Register.listedMembers(.listedWithoutClass))
      LEFT JOIN code_label ON code_label.list = 'class' AND code_label.code = home.class
      WHERE listed.withdrawn IS NULL AND listed.since <= :day AND :day < listed.until
        AND ifnull(home.class, 0) NOT IN (\(Register.dibaoClasses))
      ORDER BY home.village_code, household.household_no, member.member_no
      """)
  }

  func classWithoutListing(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    try dibao(
      .classWithoutListing, day,
      """
      WITH crossed AS MATERIALIZED (
        SELECT DISTINCT substr(CAST(region_code AS TEXT), 1, 6) + 0 AS county
        FROM dibao_listing WHERE withdrawn IS NULL)
      SELECT household.household_no, home.village_code, code_label.name, NULL, NULL
      FROM \(Register.candidates(.classWithoutListing))
      JOIN temp.home AS home ON home.household_id = candidate.household_id
      JOIN household ON household.id = home.household_id
      LEFT JOIN code_label ON code_label.list = 'class' AND code_label.code = home.class
      WHERE home.class IN (\(Register.dibaoClasses))
        AND home.village_code / 1000000 IN (SELECT county FROM crossed)
        AND NOT EXISTS (
          SELECT 1 FROM member CROSS JOIN dibao_listing AS listed
            ON listed.resident_key = member.resident_key
          WHERE member.household_id = home.household_id AND member.withdrawn IS NULL
            AND member.joined_on <= :day AND :day < member.left_on
            AND listed.withdrawn IS NULL AND listed.since <= :day AND :day < listed.until)
      ORDER BY home.village_code, household.household_no
      """)
  }

  /// People whom both know by one ID and under two names.
  func listedOtherNames(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    try dibao(
      .listedOtherName, day,
      """
      SELECT household.household_no, home.village_code, listed.name, member.name,
        member.resident_key
      FROM \(Register.listedMembers(.listedOtherName))
      WHERE listed.withdrawn IS NULL AND listed.since <= :day AND :day < listed.until
        AND listed.name <> member.name
      ORDER BY home.village_code, household.household_no, member.member_no
      """
    ).filter {
      NameFolding.comparable($0.note ?? "") != NameFolding.comparable($0.name ?? "")
    }
  }

  private func dibao(
    _ kind: RegisterException.Kind, _ day: DayNumber, _ sql: String
  ) throws(SQLiteFailure) -> [RegisterException] {
    var found: [RegisterException] = []
    try connection.rows(sql, ["day": Value(day)]) { row in
      var exception = RegisterException(kind, row.text(0), village: row.int64(1))
      exception.note = row.optionalText(2)
      exception.name = row.optionalText(3)
      exception.residentID = row.optionalInt64(4).flatMap { ResidentID(key: $0) }
      found.append(exception)
    }
    return found
  }
}
