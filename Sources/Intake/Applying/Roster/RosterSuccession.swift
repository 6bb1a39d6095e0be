import Domain
import SQLite

// A head by the rule of succession follows from who is a member. A later roster may give somebody who comes
// earlier in the succession, or say that the head before did not leave then; so what the rule gave before the
// file is asked again after it, and the order of files decides nothing. A head that an event names stays; where
// the file says of him that he follows one who leaves, and gives the day of that otherwise, the day is corrected.

enum RosterSuccession {
  /// Notes the heads whom the rule gave in the households that the file speaks of, as they stand before it.
  static func note(_ work: ImportWork) throws(SQLiteFailure) {
    try noteNamed(work)
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.rule_head_given;
      CREATE TEMP TABLE rule_head_given (
        headship_id INTEGER PRIMARY KEY, household_id INTEGER NOT NULL, member_no INTEGER NOT NULL,
        since INTEGER NOT NULL);
      """)
    var dated: [(headship: Int64, household: Int64, member: Int64, since: Int32)] = []
    try work.register.connection.rows(
      """
      SELECT h.id, h.household_id, h.member_no, h.since
      FROM temp.staged_household AS house
      CROSS JOIN headship AS h ON h.household_id = house.household_id AND h.withdrawn IS NULL
      WHERE house.stands = 1 AND h.since > \(beginning) AND NOT EXISTS (
        SELECT 1 FROM household_event
        WHERE household_id = h.household_id AND event = \(HouseholdEventKind.head.rawValue)
          AND happened_on = h.since AND withdrawn IS NULL)
      """
    ) { dated.append(($0.int64(0), $0.int64(1), $0.int64(2), $0.int32(3))) }
    for headship in dated {
      guard
        try isHeadGone(in: headship.household, on: headship.since, work) == true,
        try RosterHeads.successor(in: headship.household, on: headship.since, work)
          == headship.member
      else { continue }
      try work.register.connection.run(
        "INSERT INTO temp.rule_head_given VALUES (:id, :household, :member, :since)",
        [
          "id": .integer(headship.headship), "household": .integer(headship.household),
          "member": .integer(headship.member), "since": Value(headship.since),
        ])
    }
  }

  /// Notes the last heads whom the file names again, and who followed one who left.
  private static func noteNamed(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.named_head_given;
      CREATE TEMP TABLE named_head_given (
        headship_id INTEGER PRIMARY KEY, event_id INTEGER NOT NULL, household_id INTEGER NOT NULL,
        member_no INTEGER NOT NULL, since INTEGER NOT NULL, left_no INTEGER NOT NULL);
      INSERT OR IGNORE INTO temp.named_head_given
      SELECT h.id, event.id, h.household_id, h.member_no, h.since, before.member_no
      FROM temp.staged_household AS house
      CROSS JOIN headship AS h ON h.household_id = house.household_id AND h.withdrawn IS NULL
        AND h.since > \(beginning) AND h.since = (
          SELECT max(since) FROM headship
          WHERE household_id = house.household_id AND withdrawn IS NULL)
      CROSS JOIN household_event AS event ON event.household_id = h.household_id
        AND event.event = \(HouseholdEventKind.head.rawValue) AND event.happened_on = h.since
        AND event.member_no = h.member_no AND event.withdrawn IS NULL
      CROSS JOIN headship AS before ON before.household_id = h.household_id
        AND before.withdrawn IS NULL AND before.since = (
          SELECT max(since) FROM headship
          WHERE household_id = h.household_id AND withdrawn IS NULL AND since < h.since)
      CROSS JOIN temp.staged AS s INDEXED BY staged_head ON s.household_no = house.household_no
        AND s.relation = \(Relation.Base.head.rawValue) AND s.member_no = h.member_no
        AND s.withdraws = 0
      WHERE house.stands = 1 AND EXISTS (
        SELECT 1 FROM member
        WHERE household_id = h.household_id AND member_no = before.member_no
          AND withdrawn IS NULL AND left_on = h.since);
      """)
  }

  /// Lets heads who were named follow the day on which the one before leaves, as the file has it now.
  static func follow(_ work: ImportWork) throws(SQLiteFailure) {
    var moved: [(headship: Int64, event: Int64, household: Int64, member: Int64, on: Int32)] = []
    try work.register.connection.rows(
      """
      SELECT headship_id, event_id, household_id, member_no, left_on FROM (
        SELECT g.*, (
          SELECT max(left_on) FROM member
          WHERE household_id = g.household_id AND member_no = g.left_no AND withdrawn IS NULL
        ) AS left_on
        FROM temp.named_head_given AS g
        JOIN temp.staged_household AS house ON house.household_id = g.household_id
        WHERE house.rejected = 0)
      WHERE left_on <> since AND left_on < \(openEnd) ORDER BY headship_id
      """
    ) { moved.append(($0.int64(0), $0.int64(1), $0.int64(2), $0.int64(3), $0.int32(4))) }
    for head in moved {
      for (table, id) in [("headship", head.headship), ("household_event", head.event)] {
        try work.register.connection.run(
          "UPDATE \(table) SET withdrawn = :entry WHERE id = :id",
          ["entry": .integer(work.entry), "id": .integer(id)])
      }
      let since = try RosterHeadClaims.firstDayAsHead(
        head.member, of: head.household, from: head.on, work)
      try RosterHeads.addHead(head.member, of: head.household, since: since, work)
    }
  }

  /// Whether the head of the day before is no member on a day; nil where there was none.
  private static func isHeadGone(
    in household: Int64, on day: Int32, _ work: ImportWork
  ) throws(SQLiteFailure) -> Bool? {
    try work.register.connection.first(
      """
      SELECT NOT EXISTS (
        SELECT 1 FROM member AS m
        WHERE m.household_id = before.household_id AND m.member_no = before.member_no
          AND m.withdrawn IS NULL AND m.joined_on <= :day AND :day < m.left_on)
      FROM headship AS before
      WHERE before.household_id = :household AND before.withdrawn IS NULL AND before.since < :day
      ORDER BY before.since DESC LIMIT 1
      """, ["household": .integer(household), "day": Value(day)]
    ) { $0.int(0) == 1 }
  }

  /// Asks the rule again, after the members are in: a head whom nothing calls for any more is none, and
  /// another may come first.
  static func apply(_ work: ImportWork) throws(SQLiteFailure) {
    var given: [(headship: Int64, household: Int64, member: Int64, since: Int32)] = []
    try work.register.connection.rows(
      """
      SELECT g.headship_id, g.household_id, g.member_no, g.since
      FROM temp.rule_head_given AS g JOIN headship ON headship.id = g.headship_id
      JOIN temp.staged_household AS house ON house.household_id = g.household_id
      WHERE headship.withdrawn IS NULL AND house.rejected = 0 ORDER BY g.household_id, g.since
      """
    ) { given.append(($0.int64(0), $0.int64(1), $0.int64(2), $0.int32(3))) }
    for headship in given {
      let isGone = try isHeadGone(in: headship.household, on: headship.since, work)
      let next =
        isGone == false
        ? nil : try RosterHeads.successor(in: headship.household, on: headship.since, work)
      guard next != headship.member else { continue }
      try work.register.connection.run(
        "UPDATE headship SET withdrawn = :entry WHERE id = :id",
        ["entry": .integer(work.entry), "id": .integer(headship.headship)])
      if let next {
        try RosterHeads.addHead(next, of: headship.household, since: headship.since, work)
      }
    }
  }
}
