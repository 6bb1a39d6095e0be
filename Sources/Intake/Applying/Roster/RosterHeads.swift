import Domain
import SQLite

// Heads. A new household has one row of relation head; two are heads one after the other where all but the
// last have left. In a standing household a row of relation head that is not about the head was judged
// before (`RosterHeadClaims`): it corrects who was head all along, or follows a head who leaves in the same
// file. Where a head leaves and nobody is named, the next one by `HeadSuccession` is head.

enum RosterHeads {
  private static let head = Relation.Base.head.rawValue

  /// Heads of households that are new, judged within the file.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "relation",
      """
      SELECT line FROM temp.staged_household
      WHERE stands = 0 AND heads = 0 AND is_given = 1 AND unread = 0
      """
    ) { _ in .noHead }
    var heads: [(household: String, line: Int, leftOn: Int32?, name: String)] = []
    try work.register.connection.rows(
      """
      SELECT s.household_no, s.line, s.left_on, s.name
      FROM temp.staged_household AS house
      JOIN temp.staged AS s ON s.household_no = house.household_no AND s.relation = \(head)
      WHERE house.heads > 1 AND s.withdraws = 0
      ORDER BY s.household_no, ifnull(s.left_on, \(openEnd)), s.row
      """
    ) {
      heads.append(
        ($0.text(0), $0.int(1), $0.isNull(2) ? nil : $0.int32(2), $0.optionalText(3) ?? ""))
    }
    for (earlier, later) in zip(heads, heads.dropFirst())
    where earlier.household == later.household
      && (earlier.leftOn == nil || earlier.leftOn == later.leftOn)
    {
      let (first, second) = earlier.line < later.line ? (earlier, later) : (later, earlier)
      work.add(
        Fault(
          line: second.line, column: "relation", value: "head",
          .secondHead(firstLine: first.line, name: first.name, leavesOn: later.leftOn)))
    }
  }

  /// Adds and corrects headships, after the members are in.
  ///
  /// Of a household that stood, a head named from a day on is kept with the event that it is: the rule of
  /// succession takes nothing from somebody who was named, in whatever order files come. A new household comes
  /// with its events in a sheet of their own.
  static func apply(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      INSERT INTO headship (household_id, member_no, since, entered)
      SELECT s.household_id, s.member_no, \(since("NULL")), :entry
      FROM temp.staged_household AS house
      CROSS JOIN temp.staged AS s INDEXED BY staged_head ON s.household_no = house.household_no
        AND s.relation = \(head)
      WHERE house.stands = 0 AND house.heads = 1 AND house.rejected = 0 AND s.rejected = 0
        AND s.withdraws = 0
      ORDER BY house.row
      """, ["entry": .integer(work.entry)])
    try applySeveral(work)
    let before = try work.register.connection.first("SELECT ifnull(max(id), 0) FROM headship") {
      $0.int64(0)
    }
    try RosterHeadClaims.apply(work)
    try RosterSuccession.follow(work)
    try tellNamed(after: before ?? 0, work)
    try RosterSuccession.apply(work)
    try succeed(work)
    // Somebody may be head from an earlier day now than the rule gave before.
    try RosterSuccession.apply(work)
    try leaveNobody(work)
    try RosterHeadClaims.judgeKept(work)
    try judgeNamed(work)
  }

  /// Nobody was head who is in no stay until another is: whose stay is taken back, or who came later than
  /// somebody who is known now.
  private static func leaveNobody(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      UPDATE headship SET withdrawn = :entry
      WHERE id IN (
        SELECT nobodys.id FROM temp.staged_household AS house
        CROSS JOIN headship AS nobodys ON nobodys.household_id = house.household_id
          AND nobodys.withdrawn IS NULL
        CROSS JOIN headship AS later ON later.household_id = nobodys.household_id
          AND later.withdrawn IS NULL AND later.since = (
            SELECT min(since) FROM headship AS next
            WHERE next.household_id = nobodys.household_id AND next.withdrawn IS NULL
              AND next.since > nobodys.since)
        WHERE house.rejected = 0 AND (house.takes_back = 1 OR house.stands = 1 AND EXISTS (
            SELECT 1 FROM headship AS new
            WHERE new.household_id = house.household_id AND new.entered = :entry
              AND new.withdrawn IS NULL))
          AND NOT EXISTS (
            SELECT 1 FROM member
            WHERE member.household_id = nobodys.household_id
              AND member.member_no = nobodys.member_no AND member.withdrawn IS NULL
              AND member.joined_on < later.since AND member.left_on > nobodys.since)
          AND NOT \(isNamed(in: "nobodys.household_id", on: "nobodys.since")))
      """, ["entry": .integer(work.entry)])
  }

  /// Makes the index of head rows that `apply` reads by household.
  static func indexHeads(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      CREATE INDEX IF NOT EXISTS temp.staged_head ON staged (household_no) WHERE relation = \(head)
      """)
  }

  private static let previousLeft = previous("left_on")

  /// What the row of the head before says.
  private static func previous(_ column: String) -> String {
    """
    lag(s.\(column)) OVER (
      PARTITION BY s.household_no ORDER BY ifnull(s.left_on, \(openEnd)), s.row)
    """
  }

  /// Since when the head `s` of a new household is head: since the one before left, and always where there
  /// was none before; never before joining, unless nobody did earlier.
  private static func since(_ previousLeft: String) -> String {
    """
    CASE WHEN s.joined_on IS NOT NULL AND house.is_dated = 1 AND EXISTS (
        SELECT 1 FROM member
        WHERE member.household_id = s.household_id AND member.withdrawn IS NULL
          AND member.joined_on < s.joined_on)
      THEN max(s.joined_on, ifnull(\(previousLeft), \(beginning)))
      ELSE ifnull(\(previousLeft), \(beginning)) END
    """
  }

  /// New households whose heads followed each other within the file. One who comes back on the day of leaving is
  /// head all along.
  private static func applySeveral(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      INSERT INTO headship (household_id, member_no, since, entered)
      SELECT household_id, member_no, since, :entry FROM (
        SELECT s.household_id, s.member_no, \(since(previousLeft)) AS since, s.row,
          \(previous("member_no")) = s.member_no AND \(previousLeft) = s.joined_on AS goes_on
        FROM temp.staged_household AS house
        JOIN temp.staged AS s ON s.household_no = house.household_no AND s.relation = \(head)
        WHERE house.stands = 0 AND house.heads > 1 AND house.rejected = 0 AND s.rejected = 0
          AND s.withdraws = 0)
      WHERE goes_on IS NOT 1 ORDER BY row
      """, ["entry": .integer(work.entry)])
  }

  static func addHead(
    _ memberNo: Int64, of household: Int64, since: Int32, _ work: ImportWork
  ) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      INSERT INTO headship (household_id, member_no, since, entered)
      VALUES (:household, :member, :since, :entry)
      """,
      [
        "household": .integer(household), "member": .integer(memberNo), "since": Value(since),
        "entry": .integer(work.entry),
      ])
  }

  /// Households whose head may be wanting: those of the file with a person who joins or leaves, or that stood
  /// before, and those whose absent members a complete roster lets leave.
  static func uncertain(_ work: ImportWork) -> String {
    """
    SELECT household_id FROM temp.staged_household
    WHERE rejected = 0 AND (is_dated = 1 OR stands = 1) AND household_id IS NOT NULL
    \(work.completeOn == nil ? "" : "UNION SELECT household_id FROM temp.absent")
    """
  }

  /// Where the head leaves and members stay, the next one is head from that day; where the head joins later
  /// than others, the next of them is head until then.
  private static func succeed(_ work: ImportWork) throws(SQLiteFailure) {
    while true {
      // A join with the rule's view would ask it of every household that stands.
      var wanting: [Int64: Int32] = [:]
      try work.register.connection.rows(
        """
        SELECT breach.household_id, breach.on_day FROM rule_head AS breach
        WHERE breach.household_id IN (\(uncertain(work)))
          AND (EXISTS (
            SELECT 1 FROM headship WHERE household_id = breach.household_id AND withdrawn IS NULL
              AND since < breach.on_day)
          OR NOT EXISTS (
            SELECT 1 FROM headship WHERE household_id = breach.household_id AND withdrawn IS NULL
              AND since <= breach.on_day))
          AND NOT \(isNamed(in: "breach.household_id", on: "breach.on_day"))
        """
      ) { wanting[$0.int64(0)] = min(wanting[$0.int64(0)] ?? .max, $0.int32(1)) }
      guard !wanting.isEmpty else { return }
      for (household, day) in wanting.sorted(by: { $0.key < $1.key }) {
        try work.register.connection.run(
          """
          UPDATE headship SET withdrawn = :entry
          WHERE household_id = :household AND since = :day AND withdrawn IS NULL AND entered < :entry
          """,
          [
            "entry": .integer(work.entry), "household": .integer(household), "day": Value(day),
          ])
        guard let next = try successor(in: household, on: day, work) else { continue }
        try addHead(next, of: household, since: day, work)
      }
    }
  }

  static func successor(
    in household: Int64, on day: Int32, _ work: ImportWork
  ) throws(SQLiteFailure) -> Int64? {
    var members: [HeadSuccession] = []
    try work.register.connection.rows(
      """
      SELECT member_no, relation, birth_date, resident_key FROM member
      WHERE household_id = :household AND withdrawn IS NULL
        AND joined_on <= :day AND :day < left_on
      """, ["household": .integer(household), "day": Value(day)]
    ) { row in
      members.append(
        HeadSuccession(
          number: row.int64(0), relation: row.isNull(1) ? nil : row.int(1),
          birthDate: row.optionalText(2), residentKey: row.optionalInt64(3)))
    }
    return members.min()?.number
  }

  /// Households still without a head on some day.
  static func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    try work.faults(
      "relation",
      """
      SELECT line FROM temp.staged_household AS house
      WHERE household_id IN (\(uncertain(work))) AND EXISTS (
        SELECT 1 FROM rule_head AS breach
        WHERE breach.household_id = house.household_id
          AND NOT \(isNamed(in: "breach.household_id", on: "breach.on_day")))
      """
    ) { _ in .noHead }
  }
}
