import Domain
import SQLite

extension RosterHeadClaims {
  /// Rows of relation head in households that stood before.
  static func apply(_ work: ImportWork) throws(SQLiteFailure) {
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
        try RosterHeads.addHead(claim.memberNo, of: claim.household, since: since, work)
        try work.noteChanged(line: claim.line)
      } else if let since = claim.since, since > DayPeriod.firstDay {
        work.add(
          Fault(
            line: claim.line, column: "relation", value: "head",
            .datedHistory(event: "head", on: since)))
      } else if let since = try joining(claim.memberNo, of: claim.household, work) {
        // Nobody is head before joining, so the old head was until then.
        try RosterHeads.addHead(claim.memberNo, of: claim.household, since: since, work)
        try work.noteChanged(line: claim.line)
      } else {
        if let headship = claim.headship {
          try work.register.connection.run(
            "UPDATE headship SET withdrawn = :entry WHERE id = :id",
            ["entry": .integer(work.entry), "id": .integer(headship)])
        }
        try RosterHeads.addHead(
          claim.memberNo, of: claim.household, since: DayPeriod.firstDay, work)
        try RosterPutBack.noteHead(claim.memberNo, of: claim.household, work)
        try work.noteChanged(line: claim.line)
      }
    }
  }

  /// The day from which a member is head who was named without one: never before joining.
  static func firstDayAsHead(
    _ memberNo: Int64, of household: Int64, from day: Int32, _ work: ImportWork
  ) throws(SQLiteFailure) -> Int32 {
    try work.register.connection.first(
      """
      SELECT joined FROM (
        SELECT min(joined_on) AS joined FROM member
        WHERE household_id = :household AND member_no = :member AND withdrawn IS NULL
          AND left_on > :day)
      WHERE joined > :day
      """,
      [
        "household": .integer(household), "member": .integer(memberNo), "day": Value(day),
      ]
    ) { $0.int32(0) } ?? day
  }

  /// The day on which a member joined last, where somebody had joined before; nil where nobody had.
  private static func joining(
    _ memberNo: Int64, of household: Int64, _ work: ImportWork
  ) throws(SQLiteFailure) -> Int32? {
    try work.register.connection.first(
      """
      SELECT joined FROM (
        SELECT max(joined_on) AS joined FROM member
        WHERE household_id = :household AND member_no = :member AND withdrawn IS NULL)
      WHERE EXISTS (
        SELECT 1 FROM member
        WHERE household_id = :household AND withdrawn IS NULL AND joined_on < joined)
      """, ["household": .integer(household), "member": .integer(memberNo)]
    ) { $0.int32(0) }
  }
}
