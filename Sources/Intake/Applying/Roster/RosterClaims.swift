import SQLite

// A person who is an active member elsewhere is refused. Where the sound rows go in without that row, the
// claim is kept: who claims whom, who holds the person, over which days, on which line of which entry's
// file. It counts nowhere. A claim is not ended by anybody: whether it still is one is asked of the standing
// facts (`Register.exceptions`), so it lapses when one side yields and is there again where that is undone.

enum RosterClaims {
  /// Keeps the refused claims of the file, those that stand already left as they are.
  static func keep(_ work: ImportWork) throws(SQLiteFailure) {
    guard work.acceptsValid else { return }
    for line in try claimedLines(work) {
      let claim: Bindings = ["line": Value(line), "entry": .integer(work.entry)]
      try work.register.connection.run(
        """
        UPDATE claim SET withdrawn = :entry
        WHERE withdrawn IS NULL AND entered < :entry
          AND (household_no, resident_key) IN (
            SELECT household_no, resident_key FROM (\(claims)))
          AND (holder_id, name, joined_on, left_on) NOT IN (
            SELECT holder_id, name, joined_on, left_on FROM (\(claims)))
        """, claim)
      try work.register.connection.run(
        """
        INSERT INTO claim (household_no, holder_id, resident_key, name, joined_on, left_on,
          source_line, entered)
        SELECT household_no, holder_id, resident_key, name, joined_on, left_on, line, :entry
        FROM (\(claims)) AS made
        WHERE NOT EXISTS (
          SELECT 1 FROM claim WHERE claim.resident_key = made.resident_key
            AND claim.household_no = made.household_no AND claim.withdrawn IS NULL)
        """, claim)
    }
  }

  private static func claimedLines(_ work: ImportWork) throws(SQLiteFailure) -> [Int] {
    try work.faults.lines { fault in
      switch fault.kind {
      case .personElsewhere: true
      case .personTwice(let household, let own, _): household != own
      default: false
      }
    }
  }

  /// The claim of the row on `:line`, and the one household that holds the person on those days.
  private static let claims = """
    SELECT s.line, s.household_no, holder.household_id AS holder_id, s.resident_key, s.name,
      ifnull(s.joined_on, \(beginning)) AS joined_on, ifnull(s.left_on, \(openEnd)) AS left_on
    FROM temp.staged AS s
    JOIN member AS holder ON holder.resident_key = s.resident_key
      AND holder.resident_key IS NOT NULL AND holder.withdrawn IS NULL
      AND holder.joined_on < ifnull(s.left_on, \(openEnd))
      AND ifnull(s.joined_on, \(beginning)) < holder.left_on
    JOIN household ON household.id = holder.household_id
      AND household.household_no <> s.household_no
    WHERE s.line = :line AND NOT EXISTS (
      SELECT 1 FROM household_end AS ended
      WHERE ended.household_id = holder.household_id AND ended.withdrawn IS NULL
        AND ended.ended_on <= max(holder.joined_on, ifnull(s.joined_on, \(beginning))))
    ORDER BY holder.joined_on DESC LIMIT 1
    """
}
