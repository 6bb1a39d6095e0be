import Domain
import SQLite

extension Register {
  /// The households of which an entry makes somebody else head on a day, or nobody, in the order of their
  /// numbers.
  ///
  /// Left out are those whose head the act itself names: a household that comes in, and an event that changes
  /// the head.
  func headChanges(
    by changes: EntryChanges, on day: DayNumber
  ) throws(SQLiteFailure) -> [EntryEffect.HeadChange] {
    var households: Set<Int64> = []
    for table in ["headship", "member", "household_end"] where changes.touches(table) {
      let part = changes.part(of: table)
      try connection.rows(
        """
        SELECT household_id FROM \(table) WHERE id BETWEEN :first AND :last
        UNION
        SELECT household_id FROM \(table) WHERE withdrawn = :entry
        """,
        [
          "first": .integer(part?.firstID ?? 0), "last": .integer(part?.lastID ?? -1),
          "entry": .integer(changes.entry),
        ]
      ) { households.insert($0.int64(0)) }
    }
    var heads: [EntryEffect.HeadChange] = []
    for id in households {
      let before = try head(of: id, on: day, Known(entry: changes.entry - 1))
      let after = try head(of: id, on: day, Known(entry: changes.entry))
      guard before?.person != after?.person else { continue }
      if after != nil {
        guard try !isHeadNamed(of: id, by: changes, hadHead: before != nil) else { continue }
      }
      heads.append(
        EntryEffect.HeadChange(household: try householdNumber(id), day: day, head: after))
    }
    return heads.sorted { $0.household < $1.household }
  }

  /// Whether who is head of a household is what the entry was asked to say.
  private func isHeadNamed(
    of household: Int64, by changes: EntryChanges, hadHead: Bool
  ) throws(SQLiteFailure) -> Bool {
    guard changes.touches("household_event") else {
      // A household comes in with its head.
      let entered = try connection.first(
        "SELECT entered FROM household WHERE id = :id", ["id": .integer(household)]
      ) { $0.int64(0) }
      return !hadHead && entered == changes.entry
    }
    return try connection.first(
      """
      SELECT 1 FROM household_event
      WHERE household_id = :household AND withdrawn IS NULL AND entered = :entry
        AND event = \(HouseholdEventKind.head.rawValue)
      """, ["household": .integer(household), "entry": .integer(changes.entry)]
    ) { _ in true } == true
  }

  /// The head of a household on a day; nil where nobody is in it, or where it has ended.
  private func head(
    of household: Int64, on day: DayNumber, _ known: Known
  ) throws(SQLiteFailure) -> EntryEffect.Head? {
    let heads = Known.query(
      "member_no, since", from: "headship", where: "household_id = :household AND since <= :day")
    let people = Known.query(
      "member_no, name, resident_key", from: "member",
      where: "household_id = :household AND joined_on <= :day AND :day < left_on")
    let ends = Known.query(
      "1", from: "household_end", where: "household_id = :household AND ended_on <= :day")
    return try connection.first(
      """
      SELECT person.member_no, person.name, person.resident_key, head.since
      FROM (\(heads) ORDER BY since DESC LIMIT 1) AS head
      JOIN (\(people)) AS person ON person.member_no = head.member_no
      WHERE NOT EXISTS (\(ends))
      LIMIT 1
      """,
      ["known": .integer(known.entry), "household": .integer(household), "day": Value(day)]
    ) { row in
      EntryEffect.Head(
        person: row.int64(0), name: row.optionalText(1),
        residentID: row.optionalInt64(2).flatMap { ResidentID(key: $0) }, since: row.int32(3))
    }
  }
}
