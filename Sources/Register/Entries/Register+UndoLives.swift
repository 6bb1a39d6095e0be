import Domain
import SQLite

// What would be left over of a life that an undo takes away. The rules of the schema ask whether a household
// lives somewhere and has a head while it has members; a village, a class or an event told of it later, and a
// head who came later, rest on more: on somebody who was in it then.

extension Register {
  /// The entries behind what an undo would leave standing of households, although nobody is in them any more or
  /// nobody was yet, or although the household that it was taken along from had something else.
  ///
  /// - Parameters:
  ///   - undo: the open entry, whose facts are withdrawn and added already.
  ///   - number: the entry that it takes back.
  func entriesLeftOver(
    of undo: Int64, undoing number: Int64
  ) throws(SQLiteFailure) -> Set<Int64> {
    let left =
      try leftBehind(by: undo) + takenAlong(before: undo) + endedOnDay(of: undo)
      + headsOtherwise(since: undo)
    guard !left.isEmpty else { return [] }
    let tables = try factTables()
    var entries: Set<Int64> = []
    for fact in left {
      guard let table = tables.first(where: { $0.name == fact.table }) else { continue }
      entries.insert(try origin(of: fact.id, entered: fact.entered, in: table))
    }
    entries.remove(number)
    return entries
  }

  private typealias LeftFact = (table: String, id: Int64, entered: Int64)

  /// The facts of a table that a query gives by their id and entry.
  private func left(
    in table: String, _ sql: String, by undo: Int64
  ) throws(SQLiteFailure) -> [LeftFact] {
    var facts: [LeftFact] = []
    try connection.rows(sql, ["undo": .integer(undo)]) {
      facts.append((table, $0.int64(0), $0.int64(1)))
    }
    return facts
  }

  /// What stands of households in which nobody is any more, or nobody was yet.
  private func leftBehind(by undo: Int64) throws(SQLiteFailure) -> [LeftFact] {
    var facts: [LeftFact] = []
    for (table, condition) in Self.leftOver {
      facts += try left(
        in: table,
        """
        SELECT f.id, f.entered FROM (
          SELECT household_id FROM member WHERE withdrawn = :undo
          UNION
          SELECT household_id FROM residence WHERE withdrawn = :undo
          UNION
          SELECT household_id FROM household_end WHERE entered = :undo) AS home
        CROSS JOIN \(table) AS f ON f.household_id = home.household_id AND f.withdrawn IS NULL
        WHERE \(condition)
        """, by: undo)
    }
    return facts
  }

  /// Splits by which a household took along a village or class that the one it left would not have had on the
  /// day.
  private func takenAlong(before undo: Int64) throws(SQLiteFailure) -> [LeftFact] {
    var facts: [LeftFact] = []
    for (table, values) in [
      ("residence", ["village_code"]), ("household_class", ["class", "ground"]),
    ] {
      func home(_ facts: String) -> [String] {
        values.map {
          """
          (SELECT past.\($0) FROM \(table) AS past
            WHERE past.household_id = split.household_id AND past.since <= split.happened_on
              AND \(facts) ORDER BY past.since DESC, past.id LIMIT 1)
          """
        }
      }
      let before = home(
        "(past.withdrawn = :undo OR past.withdrawn IS NULL AND past.entered <> :undo)")
      let now = home("past.withdrawn IS NULL")
      let follows = zip(values, before).map { "first.\($0) IS \($1)" }
      let differs = zip(values, now).map { "first.\($0) IS NOT \($1)" }
      facts += try left(
        in: "household_event",
        """
        SELECT split.id, split.entered FROM (
          SELECT household_id FROM \(table) WHERE withdrawn = :undo) AS home
        CROSS JOIN household_event AS split ON split.household_id = home.household_id
          AND split.event = \(HouseholdEventKind.split.rawValue) AND split.withdrawn IS NULL
        CROSS JOIN \(table) AS first ON first.household_id = split.other_household_id
          AND first.withdrawn IS NULL AND first.since = split.happened_on
        WHERE \(table == "residence" ? "split.village_code IS NULL" : "true")
          AND \(follows.joined(separator: " AND ")) AND (\(differs.joined(separator: " OR ")))
          AND NOT EXISTS (
            SELECT 1 FROM residence AS earlier
            WHERE earlier.household_id = first.household_id AND earlier.since < first.since
              AND (earlier.withdrawn IS NULL OR earlier.withdrawn = first.entered))
        """, by: undo)
    }
    return facts
  }

  /// Ends and merges of the day of a move that the undo brings back: a household does not move on that day.
  private func endedOnDay(of undo: Int64) throws(SQLiteFailure) -> [LeftFact] {
    try left(
      in: "household_event",
      """
      SELECT ending.id, ending.entered FROM household_event AS brought
      JOIN household_event AS ending ON ending.household_id = brought.household_id
        AND ending.withdrawn IS NULL AND ending.happened_on = brought.happened_on
        AND ending.event IN (
          \(HouseholdEventKind.merge.rawValue), \(HouseholdEventKind.end.rawValue))
      WHERE brought.entered = :undo AND brought.withdrawn IS NULL
        AND brought.event = \(HouseholdEventKind.move.rawValue) AND ending.entered <> :undo
      """, by: undo)
  }

  /// Who is head by now on the day of a head event that the undo brings back, where that is not since its day.
  private func headsOtherwise(since undo: Int64) throws(SQLiteFailure) -> [LeftFact] {
    try left(
      in: "headship",
      """
      SELECT head.id, head.entered FROM household_event AS brought
      JOIN headship AS head ON head.household_id = brought.household_id AND head.withdrawn IS NULL
        AND head.since = (
          SELECT max(since) FROM headship
          WHERE household_id = brought.household_id AND withdrawn IS NULL
            AND since <= brought.happened_on)
      WHERE brought.entered = :undo AND brought.withdrawn IS NULL
        AND brought.event = \(HouseholdEventKind.head.rawValue)
        AND (head.since <> brought.happened_on OR head.member_no <> brought.member_no)
      """, by: undo)
  }

  private static let leftOver: [(table: String, condition: String)] = {
    func member(_ condition: String) -> String {
      """
      SELECT 1 FROM member
      WHERE member.household_id = f.household_id AND member.withdrawn IS NULL AND \(condition)
      """
    }
    // A household lives somewhere from the day on which the first of its people is in it.
    let homeless = """
      NOT EXISTS (
        SELECT 1 FROM residence
        WHERE residence.household_id = f.household_id AND residence.withdrawn IS NULL
          AND residence.since <= (
            SELECT min(joined_on) FROM member
            WHERE household_id = f.household_id AND withdrawn IS NULL))
      """
    // Where the split of the last member ended a household, nobody is in it from then.
    let isLeftIn = """
      EXISTS (
        SELECT 1 FROM household_end AS ended
        WHERE ended.household_id = f.household_id AND ended.withdrawn IS NULL
          AND ended.into_household_id IS NULL AND ended.ended_on < f.left_on
          AND EXISTS (
            SELECT 1 FROM household_event AS took
            WHERE took.household_id = ended.household_id AND took.withdrawn IS NULL
              AND took.happened_on = ended.ended_on AND took.event = \(HouseholdEventKind.split.rawValue))
          AND NOT EXISTS (
            SELECT 1 FROM household_event AS told
            WHERE told.household_id = ended.household_id AND told.withdrawn IS NULL
              AND told.happened_on = ended.ended_on
              AND told.event IN (\(HouseholdEventKind.move.rawValue), \(HouseholdEventKind.end.rawValue))))
      """
    let isHead = "f.event = \(HouseholdEventKind.head.rawValue)"
    return [
      ("member", isLeftIn), ("residence", homeless),
      ("household_class", "NOT EXISTS (\(member("true")))"),
      ("headship", "NOT EXISTS (\(member("member.member_no = f.member_no")))"),
      (
        "household_event",
        """
        NOT EXISTS (\(member("true"))) OR \(isHead) AND NOT EXISTS (
          \(member("member.member_no = f.member_no AND joined_on <= f.happened_on AND f.happened_on < left_on")))
        """
      ),
    ]
  }()
}
