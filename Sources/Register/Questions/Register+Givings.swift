import Domain
import SQLite

/// A day on which a household gave: its end, its merge into another, or a split of somebody.
package struct Giving: Sendable, Equatable {
  package let kind: HouseholdEventKind
  package let on: DayNumber
  /// The number of the household that was split off or took the members over.
  package let otherHousehold: String?
}

extension Register {
  /// The event behind a fact in breach of `rule_given_members`.
  ///
  /// - Parameters:
  ///   - table: `household_event` or `household_end`.
  package func giving(table: String, fact: Int64) throws(SQLiteFailure) -> Giving? {
    guard table == "household_event" else {
      let household = try connection.first(
        "SELECT household_id FROM household_end WHERE id = :id", ["id": .integer(fact)]
      ) { $0.int64(0) }
      guard let household else { return nil }
      return try end(ofHousehold: household)
    }
    return try connection.first(
      """
      SELECT event.event, event.happened_on, other.household_no FROM household_event AS event
      LEFT JOIN household AS other ON other.id = event.other_household_id
      WHERE event.id = :id
      """, ["id": .integer(fact)], Register.giving)
  }

  /// The event by which a household ended; nil where it stands. A split that took the last member ends a
  /// household too, and a complete roster does without an event.
  package func end(ofHousehold household: Int64) throws(SQLiteFailure) -> Giving? {
    try connection.first(
      """
      SELECT ifnull(event.event, \(HouseholdEventKind.end.rawValue)), ended.ended_on,
        other.household_no
      FROM household_end AS ended
      LEFT JOIN household_event AS event ON event.household_id = ended.household_id
        AND event.happened_on = ended.ended_on AND event.withdrawn IS NULL
        AND event.event IN (
          \(HouseholdEventKind.move.rawValue), \(HouseholdEventKind.split.rawValue),
          \(HouseholdEventKind.merge.rawValue), \(HouseholdEventKind.end.rawValue))
      LEFT JOIN household AS other
        ON other.id = ifnull(ended.into_household_id, event.other_household_id)
      WHERE ended.household_id = :household AND ended.withdrawn IS NULL
      ORDER BY event.event = \(HouseholdEventKind.split.rawValue), event.event DESC LIMIT 1
      """, ["household": .integer(household)], Register.giving)
  }

  private static func giving(_ row: borrowing Row) -> Giving {
    guard let kind = HouseholdEventKind(rawValue: row.int(0)) else {
      preconditionFailure("the table checks the kind of an event")
    }
    return Giving(kind: kind, on: row.int32(1), otherHousehold: row.optionalText(2))
  }

  /// What was allocated to a household and neither paid out nor returned, in fen.
  ///
  /// - Parameter day: the last day of movements; nil for all of them.
  package func outstanding(
    ofHousehold household: Int64, on day: DayNumber? = nil
  ) throws(SQLiteFailure) -> Int64 {
    try connection.first(
      """
      SELECT ifnull(sum((
        SELECT balance_fen FROM account_day WHERE account_id = account.id AND on_day <= :day
        ORDER BY on_day DESC LIMIT 1)), 0)
      FROM account WHERE household_id = :household AND rung = \(Rung.household.rawValue)
      """, ["household": .integer(household), "day": Value(day ?? DayPeriod.openEnd)]
    ) { $0.int64(0) } ?? 0
  }
}
