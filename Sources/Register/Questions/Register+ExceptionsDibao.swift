import Domain
import SQLite

// The register crossed with civil affairs' list, person by person, on a day. A household whose class holds
// dibao (poor_dibao, dibao) ought to have somebody on the list, and nobody on the list ought to live in a
// household of another class; wubao is another allowance. Counties that have sent no list are not crossed. All
// ask the homes of the day (`gatherHomes`) within `askingExceptions`.

extension ExceptionQuery {
  private static let isListed = """
    listed.withdrawn IS NULL AND listed.since <= candidate.day AND candidate.day < listed.until
    """
  private static let hasDibao = "home.class IN (\(Register.dibaoClasses))"
  static let homes = """
    CROSS JOIN temp.home AS home
      ON home.household_id = candidate.household_id AND home.day = candidate.day
    """
  private static let naming = "JOIN household ON household.id = candidate.household_id"
  private static let namingClass = """
    \(naming)
    LEFT JOIN code_label ON code_label.list = 'class' AND code_label.code = home.class
    """

  /// Members on a day with their homes, and what the list says of them then.
  private static func listedMembers(_ kind: RegisterException.Kind) -> String {
    """
    \(candidates(kind))
    \(homes)
    CROSS JOIN member ON member.household_id = candidate.household_id
      AND member.resident_key IS NOT NULL AND \(areMembers)
    CROSS JOIN dibao_listing AS listed ON listed.resident_key = member.resident_key
    """
  }

  static let listedWithoutClass = ExceptionQuery(
    kind: .listedWithoutClass, tables: listedMembers(.listedWithoutClass),
    condition: "\(isListed) AND ifnull(home.class, 0) NOT IN (\(Register.dibaoClasses))",
    village: "home.village_code", naming: namingClass,
    columns: "code_label.name, member.name, member.resident_key", order: "member.member_no")

  static let classWithoutListing = ExceptionQuery(
    kind: .classWithoutListing, tables: "\(candidates(.classWithoutListing)) \(homes)",
    condition: """
      \(hasDibao)
        AND NOT EXISTS (
          SELECT 1 FROM member CROSS JOIN dibao_listing AS listed
            ON listed.resident_key = member.resident_key
          WHERE member.household_id = home.household_id AND \(areMembers) AND \(isListed))
      """,
    listed: """
      home.village_code / 1000000 IN (
        SELECT substr(CAST(region_code AS TEXT), 1, 6) + 0
        FROM (SELECT DISTINCT region_code FROM dibao_listing NOT INDEXED WHERE withdrawn IS NULL))
      """, village: "home.village_code", naming: namingClass,
    columns: "code_label.name, NULL, NULL")

  /// People whom both know by one ID and under two names.
  static let listedOtherName = ExceptionQuery(
    kind: .listedOtherName, tables: listedMembers(.listedOtherName),
    condition: "\(isListed) AND listed.name <> member.name", village: "home.village_code",
    naming: naming, columns: "listed.name, member.name, member.resident_key",
    judged: "listed.name, member.name", order: "member.member_no")
}

extension Register {
  static let dibaoClasses =
    HouseholdClass.allCases.filter(\.drawsAllowance).map { String($0.rawValue) }
    .joined(separator: ", ")

  /// The counties, by their digits, that have sent civil affairs' list, and are crossed.
  func countiesCrossed() throws(SQLiteFailure) -> Set<Int64> {
    var counties: Set<Int64> = []
    var last: Int64 = 0
    // Rows of a county mostly follow each other.
    try connection.rows("SELECT region_code FROM dibao_listing NOT INDEXED WHERE withdrawn IS NULL")
    {
      var county = $0.int64(0)
      while county > 999_999 { county /= 1000 }
      if county != last { counties.insert(county) }
      last = county
    }
    return counties
  }

  func listedOtherNames() throws(SQLiteFailure) -> [RegisterException] {
    try dibao(.listedOtherName).filter { ExceptionJudge.areOther($0.note ?? "", $0.name ?? "") }
  }

  func dibao(_ query: ExceptionQuery) throws(SQLiteFailure) -> [RegisterException] {
    try list(query) { exception, row in
      exception.note = row.optionalText(2)
      exception.name = row.optionalText(3)
      exception.residentID = row.optionalInt64(4).flatMap { ResidentID(key: $0) }
    }
  }
}
