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
    var heads: [(household: String, line: Int, leftOn: Int32?)] = []
    try work.register.connection.rows(
      """
      SELECT s.household_no, s.line, s.left_on
      FROM temp.staged_household AS house
      JOIN temp.staged AS s ON s.household_no = house.household_no AND s.relation = \(head)
      WHERE house.heads > 1 AND s.withdraws = 0
      ORDER BY s.household_no, ifnull(s.left_on, \(openEnd)), s.row
      """
    ) {
      heads.append(($0.text(0), $0.int(1), $0.isNull(2) ? nil : $0.int32(2)))
    }
    for (earlier, later) in zip(heads, heads.dropFirst())
    where earlier.household == later.household
      && (earlier.leftOn == nil || earlier.leftOn == later.leftOn)
    {
      work.add(
        Fault(
          line: max(earlier.line, later.line), column: "relation", value: "head",
          .secondHead(firstLine: min(earlier.line, later.line))))
    }
  }

  /// Adds and corrects headships, after the members are in.
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
    try applyToStanding(work)
    try RosterSuccession.apply(work)
    try succeed(work)
  }

  /// Makes the index of head rows that `apply` reads by household.
  static func indexHeads(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      CREATE INDEX IF NOT EXISTS temp.staged_head ON staged (household_no) WHERE relation = \(head)
      """)
  }

  private static let previousLeft = """
    lag(s.left_on) OVER (
      PARTITION BY s.household_no ORDER BY ifnull(s.left_on, \(openEnd)), s.row)
    """

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

  /// New households whose heads followed each other within the file.
  private static func applySeveral(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.run(
      """
      INSERT INTO headship (household_id, member_no, since, entered)
      SELECT s.household_id, s.member_no, \(since(previousLeft)), :entry
      FROM temp.staged_household AS house
      JOIN temp.staged AS s ON s.household_no = house.household_no AND s.relation = \(head)
      WHERE house.stands = 0 AND house.heads > 1 AND house.rejected = 0 AND s.rejected = 0
        AND s.withdraws = 0
      """, ["entry": .integer(work.entry)])
  }

  /// Rows of relation head in households that stood before.
  private static func applyToStanding(_ work: ImportWork) throws(SQLiteFailure) {
    struct Claim {
      let household: Int64
      let line: Int
      let memberNo: Int64
      let headship: Int64?
      let headNo: Int64?
      let since: Int32?
      /// The day the head of now leaves.
      let leavesOn: Int32?
    }
    var claims: [Claim] = []
    try work.register.connection.rows(
      """
      SELECT s.household_id, s.line, s.member_no, h.id, h.member_no, h.since, (
        SELECT max(left_on) FROM member
        WHERE household_id = s.household_id AND member_no = h.member_no AND withdrawn IS NULL)
      FROM temp.staged_household AS house
      JOIN temp.staged AS s ON s.household_no = house.household_no AND s.relation = \(head)
      LEFT JOIN headship AS h ON h.household_id = s.household_id AND h.withdrawn IS NULL
        AND h.since = (
          SELECT max(since) FROM headship
          WHERE household_id = s.household_id AND withdrawn IS NULL)
      WHERE house.stands = 1 AND s.rejected = 0 AND s.withdraws = 0
        AND h.member_no IS NOT s.member_no
        AND s.row IN (SELECT row FROM temp.head_claim)
      """
    ) { row in
      claims.append(
        Claim(
          household: row.int64(0), line: row.int(1), memberNo: row.int64(2),
          headship: row.optionalInt64(3), headNo: row.optionalInt64(4),
          since: row.isNull(5) ? nil : row.int32(5), leavesOn: row.isNull(6) ? nil : row.int32(6)))
    }
    for claim in claims {
      let headSince = claim.since ?? DayPeriod.firstDay
      if let end = try work.register.end(ofHousehold: claim.household),
        end.on <= claim.leavesOn ?? DayPeriod.openEnd
      {
        work.add(
          Fault(line: claim.line, column: "relation", value: "head", end.fault))
        continue
      }
      if let leavesOn = claim.leavesOn, leavesOn != DayPeriod.openEnd, headSince < leavesOn {
        let since = try firstDayAsHead(claim.memberNo, of: claim.household, from: leavesOn, work)
        try addHead(claim.memberNo, of: claim.household, since: since, work)
        try work.noteChanged(line: claim.line)
      } else if let since = claim.since, since > DayPeriod.firstDay {
        work.add(
          Fault(
            line: claim.line, column: "relation", value: "head",
            .datedHistory(event: "head", on: since)))
      } else {
        if let headship = claim.headship {
          try work.register.connection.run(
            "UPDATE headship SET withdrawn = :entry WHERE id = :id",
            ["entry": .integer(work.entry), "id": .integer(headship)])
        }
        try addHead(claim.memberNo, of: claim.household, since: DayPeriod.firstDay, work)
        try RosterPutBack.noteHead(claim.memberNo, of: claim.household, work)
        try work.noteChanged(line: claim.line)
      }
    }
  }

  /// The day from which a member is head who was named without one: never before joining, unless nobody
  /// joined earlier.
  private static func firstDayAsHead(
    _ memberNo: Int64, of household: Int64, from day: Int32, _ work: ImportWork
  ) throws(SQLiteFailure) -> Int32 {
    try work.register.connection.first(
      """
      SELECT joined FROM (
        SELECT min(joined_on) AS joined FROM member
        WHERE household_id = :household AND member_no = :member AND withdrawn IS NULL
          AND left_on > :day)
      WHERE joined > :day AND EXISTS (
        SELECT 1 FROM member
        WHERE household_id = :household AND withdrawn IS NULL AND left_on > :day
          AND joined_on < joined)
      """,
      [
        "household": .integer(household), "member": .integer(memberNo), "day": Value(day),
      ]
    ) { $0.int32(0) } ?? day
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
  private static func uncertain(_ work: ImportWork) -> String {
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
      var wanting: [(household: Int64, day: Int32)] = []
      try work.register.connection.rows(
        """
        SELECT house.household_id, min(breach.on_day)
        FROM (\(uncertain(work))) AS house
        JOIN rule_head AS breach ON breach.household_id = house.household_id
        WHERE EXISTS (
          SELECT 1 FROM headship WHERE household_id = house.household_id AND withdrawn IS NULL
            AND since < breach.on_day)
          OR NOT EXISTS (
            SELECT 1 FROM headship WHERE household_id = house.household_id AND withdrawn IS NULL
              AND since <= breach.on_day)
        GROUP BY house.household_id
        """
      ) { wanting.append(($0.int64(0), $0.int32(1))) }
      guard !wanting.isEmpty else { return }
      for household in wanting {
        try work.register.connection.run(
          """
          UPDATE headship SET withdrawn = :entry
          WHERE household_id = :household AND since = :day AND withdrawn IS NULL AND entered < :entry
          """,
          [
            "entry": .integer(work.entry), "household": .integer(household.household),
            "day": Value(household.day),
          ])
        guard let next = try successor(in: household.household, on: household.day, work) else {
          continue
        }
        try addHead(next, of: household.household, since: household.day, work)
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
      SELECT DISTINCT staged_household.line
      FROM (\(uncertain(work))) AS house
      JOIN rule_head AS breach ON breach.household_id = house.household_id
      JOIN temp.staged_household ON staged_household.household_id = house.household_id
      """
    ) { _ in .noHead }
  }
}
