import Domain

/// Which households may have an exception, by kind, as SQL over the standing facts.
///
/// No condition here asks for the day: a household is on a list where an exception of it may stand on any day
/// from a first one on. On which days one does stand is then asked of the households listed alone. Exceptions
/// that few facts lead to (claims, ends, pay lists, postings, approvals) have no lists.
struct ExceptionCandidates {
  /// One query, and what the exceptions depend on of the households that it gives.
  struct List {
    let kinds: [RegisterException.Kind]
    /// The tables whose facts decide whether, where and on which days there is an exception, beside those that
    /// decide it for all households at once.
    let tables: Set<String>
    /// Gives a kind and a household, more than once where several facts lead to it.
    let sql: String
  }

  /// The first day that is asked about.
  let first: DayNumber
  /// The end of a condition on a household's id; nil where all households are asked about.
  let among: String?

  /// The facts from which the lists are made, and the households that each is about; a condition on `fact`
  /// follows.
  static let householdsOfTable: [(table: String, query: String)] =
    [
      "residence", "household_end", "member", "circumstance", "household_class",
      "project_household",
    ].map { ($0, "SELECT fact.household_id FROM \($0) AS fact") } + [
      (
        "movement",
        """
        SELECT account.household_id FROM movement AS fact
        JOIN account ON account.id = fact.lower_id
        """
      ),
      (
        "movement",
        """
        SELECT account.household_id FROM movement AS fact
        CROSS JOIN movement AS reversed ON reversed.is_payment = fact.is_payment
          AND reversed.number = fact.reverses AND reversed.withdrawn IS NULL
        JOIN account ON account.id = reversed.lower_id
        """
      ),
      (
        "dibao_listing",
        """
        SELECT member.household_id FROM dibao_listing AS fact
        JOIN member ON member.resident_key = fact.resident_key
          AND member.resident_key IS NOT NULL AND member.withdrawn IS NULL
        """
      ),
    ]

  /// A fact of these tables may change a list for any household.
  static let tablesOfAll = ["poverty_line", "redaction", "region"]

  var lists: [List] {
    let parts: [(kinds: [RegisterException.Kind], tables: Set<String>, sql: String)] = [
      ([.noID, .verifiedID], ["member"], people),
      ([.householdSize], ["circumstance", "member"], sizes),
      ([.unlinkedMoney], ["movement", "project_household"], unlinkedMoney),
      (
        [.classWithoutListing], ["household_class", "member", "dibao_listing"],
        classWithoutListing
      ),
      ([.listedWithoutClass], ["household_class", "member", "dibao_listing"], listedWithoutClass),
      ([.listedOtherName], ["member", "dibao_listing"], listedOtherName),
      ([.aboveLine], ["circumstance", "household_class"], aboveLine),
    ]
    return parts.map { kinds, tables, sql in
      // Where a household lives, and until when there is one.
      List(kinds: kinds, tables: tables.union(["residence", "household_end"]), sql: sql)
    }
  }

  private func kind(_ kind: RegisterException.Kind) -> String { "\(kind.number)" }

  private func restricted(_ table: String) -> String {
    among.map { "AND \(table).household_id \($0)" } ?? ""
  }

  /// All of a table are read as they lie: by an index of standing rows each would be fetched by itself.
  private var asTheyLie: String { among == nil ? "NOT INDEXED" : "" }

  /// Without an ID, or with one that was taken for a reason.
  private var people: String {
    """
    SELECT CASE WHEN resident_key IS NULL THEN \(kind(.noID)) ELSE \(kind(.verifiedID)) END,
      household_id
    FROM member \(asTheyLie)
    WHERE withdrawn IS NULL AND (resident_key IS NULL OR id_verified IS NOT NULL)
      \(restricted("member"))
    """
  }

  /// The size that the county wrote is not that of all who ever were members, or not all of them always were.
  private var sizes: String {
    """
    SELECT \(kind(.householdSize)), household_id FROM circumstance \(asTheyLie)
    WHERE withdrawn IS NULL AND household_size IS NOT NULL \(restricted("circumstance")) AND (
      household_size <> (
        SELECT count(*) FROM member WHERE member.household_id = circumstance.household_id
          AND member.withdrawn IS NULL)
      OR household_id IN (
        SELECT household_id FROM member \(asTheyLie)
        WHERE withdrawn IS NULL AND (joined_on > \(first) OR left_on < \(DayPeriod.openEnd))
          \(restricted("member"))))
    """
  }

  private var unlinkedMoney: String {
    """
    SELECT \(kind(.unlinkedMoney)), account.household_id
    FROM account CROSS JOIN movement ON movement.lower_id = account.id
    WHERE account.household_id IS NOT NULL \(restricted("account"))
      AND movement.withdrawn IS NULL AND movement.amount_fen > 0
      AND NOT EXISTS (
        SELECT 1 FROM project_household AS link
        WHERE link.household_id = account.household_id AND link.project_id = account.project_id
          AND link.withdrawn IS NULL AND link.since <= movement.moved_on
          AND movement.moved_on < link.until)
    """
  }

  /// A class with dibao at any time, and no member who is on the list for good.
  private var classWithoutListing: String {
    """
    SELECT \(kind(.classWithoutListing)), held.household_id
    FROM household_class AS held \(asTheyLie)
    WHERE held.withdrawn IS NULL AND held.class IN (\(Register.dibaoClasses))
      \(restricted("held"))
      AND held.household_id NOT IN (
        SELECT member.household_id \(listedPeople)
          AND member.joined_on <= \(first) AND member.left_on = \(DayPeriod.openEnd)
          AND listed.since <= \(first) AND listed.until = \(DayPeriod.openEnd))
    """
  }

  /// People on the list, from the shorter side.
  private var listedPeople: String {
    let tables = ["dibao_listing AS listed", "member"]
    return """
      FROM \((among == nil ? tables : tables.reversed()).joined(separator: " CROSS JOIN "))
      WHERE listed.resident_key = member.resident_key AND member.resident_key IS NOT NULL
        AND listed.withdrawn IS NULL AND member.withdrawn IS NULL \(restricted("member"))
      """
  }

  /// Somebody on the list, and not always a class with dibao.
  private var listedWithoutClass: String {
    func held(_ condition: String) -> String {
      """
      EXISTS (
        SELECT 1 FROM household_class AS held
        WHERE held.household_id = member.household_id AND held.withdrawn IS NULL AND \(condition))
      """
    }
    return """
      SELECT \(kind(.listedWithoutClass)), member.household_id \(listedPeople)
        AND (\(held("held.class NOT IN (\(Register.dibaoClasses))"))
          OR NOT \(held("held.since <= \(first)")))
      """
  }

  private var listedOtherName: String {
    """
    SELECT \(kind(.listedOtherName)), member.household_id \(listedPeople)
      AND listed.name <> member.name
    """
  }

  /// An income that is not below the lowest line that a class of the household was ever held to.
  private var aboveLine: String {
    func lowest(_ column: String) -> String {
      "(SELECT min(\(column)) FROM poverty_line WHERE withdrawn IS NULL)"
    }
    return """
      SELECT \(kind(.aboveLine)), circumstance.household_id
      FROM circumstance \(asTheyLie)
      WHERE circumstance.withdrawn IS NULL AND circumstance.income_per_capita_fen IS NOT NULL
        AND circumstance.income_per_capita_fen >= (
          SELECT min(min(poverty_line_fen, ifnull(dibao_line_fen, poverty_line_fen)))
          FROM poverty_line WHERE withdrawn IS NULL)
        \(restricted("circumstance"))
        AND EXISTS (
          SELECT 1 FROM household_class AS held
          WHERE held.household_id = circumstance.household_id AND held.withdrawn IS NULL
            AND circumstance.income_per_capita_fen >= CASE
              WHEN held.class IN (\(PovertyLine.classes(heldTo: .poverty)))
                THEN \(lowest("poverty_line_fen"))
              WHEN held.class IN (\(PovertyLine.classes(heldTo: .dibao)))
                THEN \(lowest("dibao_line_fen")) END)
      """
  }
}

extension PovertyLine {
  fileprivate enum Limit { case poverty, dibao }

  /// The codes of the classes that are held to one of the lines, as SQL.
  fileprivate static func classes(heldTo limit: Limit) -> String {
    let line = PovertyLine(povertyFen: 2, dibaoFen: 1)
    let fen = limit == .poverty ? line.povertyFen : line.dibaoFen
    return HouseholdClass.allCases.filter { line.limitFen(of: $0) == fen }
      .map { String($0.rawValue) }.joined(separator: ", ")
  }
}
