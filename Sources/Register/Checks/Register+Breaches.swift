import SQLite

extension Register {
  /// At most so many entries are named behind a breach that many may have led to.
  private static let entriesBehindBreach = 5

  /// The standing breaches of a rule, for a message: who, where, when, and the entries behind them.
  ///
  /// - Parameter open: an entry that is being judged, which nobody can look up and none is named after.
  package func breaches(
    of rule: String, limit: Int, besides open: Int64 = 0
  ) throws(SQLiteFailure) -> [Breach] {
    guard let known = Rule.all.first(where: { $0.name == rule }) else { return [] }
    var found: [(breach: Breach, references: References)] = []
    try connection.rows(
      "SELECT DISTINCT * FROM rule_\(rule) LIMIT :limit", ["limit": Value(limit)]
    ) { row in
      found.append(References.read(row, defaultTable: known.table))
    }
    var breaches: [Breach] = []
    for (breach, references) in found {
      var named = try name(references, in: breach)
      try nameEvent(references, rule, in: &named)
      named.entries += try entriesBehind(references, rule, on: breach.day, besides: open)
      named.entries.removeAll { $0 == open }
      breaches.append(named)
    }
    return breaches
  }

  /// Puts numbers that people know in the place of row ids.
  private func name(
    _ references: References, in unnamed: Breach
  ) throws(SQLiteFailure) -> Breach {
    var breach = unnamed
    if let id = references.household { breach.household = try householdNumber(id) }
    if let id = references.project {
      breach.project = try connection.first(
        "SELECT project_no FROM project WHERE id = :id", ["id": .integer(id)]
      ) { $0.text(0) }
    }
    if let id = references.account { breach.account = try accountName(id) }
    if let id = references.staff {
      breach.staff = try connection.first(
        "SELECT staff_no FROM staff WHERE id = :id", ["id": .integer(id)]
      ) { $0.text(0) }
    }
    if let table = references.table {
      for id in [references.fact, references.other].compactMap({ $0 }) {
        let entry = try connection.first(
          "SELECT entered FROM \(table) WHERE id = :id", ["id": .integer(id)]
        ) { $0.int64(0) }
        if let entry { breach.entries.append(entry) }
      }
      if table == "member", let id = references.other {
        breach.otherHousehold = try connection.first(
          """
          SELECT household_no FROM member JOIN household ON household.id = household_id
          WHERE member.id = :id
          """, ["id": .integer(id)]
        ) { $0.text(0) }
      }
    }
    return breach
  }

  /// Names the event on which a rule of households' lives rests.
  private func nameEvent(
    _ references: References, _ rule: String, in breach: inout Breach
  ) throws(SQLiteFailure) {
    let giving: Giving?
    switch rule {
    case "given_members":
      guard let table = references.table, let fact = references.fact else { return }
      giving = try self.giving(table: table, fact: fact)
    case "household_ended", "end_enrolment":
      guard let household = references.household else { return }
      giving = try end(ofHousehold: household)
    default: return
    }
    breach.event = giving?.kind
    breach.otherHousehold = giving?.otherHousehold
  }

  /// The entries that made an account or a household what it is on a day, latest first, for the rules whose
  /// breach is no single fact.
  private func entriesBehind(
    _ references: References, _ rule: String, on day: Int32?, besides open: Int64
  ) throws(SQLiteFailure) -> [Int64] {
    let subject: Int64?
    let facts: String
    switch rule {
    case "ladder":
      subject = references.account
      facts = """
        SELECT entered FROM movement
        WHERE upper_id = :subject AND withdrawn IS NULL AND moved_on <= :day
        UNION SELECT entered FROM movement
        WHERE lower_id = :subject AND withdrawn IS NULL AND moved_on <= :day
        """
    case "head":
      subject = references.household
      // Where the head of the day is gone, whoever let him go is behind it too.
      facts = """
        SELECT entered FROM headship
        WHERE household_id = :subject AND withdrawn IS NULL AND since <= :day
        UNION SELECT entered FROM member
        WHERE household_id = :subject AND withdrawn IS NULL
          AND joined_on <= :day AND :day < left_on
        UNION SELECT entered FROM member
        WHERE household_id = :subject AND withdrawn IS NULL AND left_on <= :day
          AND member_no = (
            SELECT member_no FROM headship
            WHERE household_id = :subject AND withdrawn IS NULL AND since <= :day
            ORDER BY since DESC LIMIT 1)
        """
    default: return []
    }
    guard let subject, let day else { return [] }
    var entries: [Int64] = []
    try connection.rows(
      """
      SELECT entered FROM (\(facts)) WHERE entered <> :open ORDER BY entered DESC LIMIT :limit
      """,
      [
        "subject": .integer(subject), "day": Value(day), "open": .integer(open),
        "limit": Value(Register.entriesBehindBreach),
      ]
    ) { entries.append($0.int64(0)) }
    return entries
  }
}

/// The row ids in a breach, by the view's column names.
private struct References {
  var fact: Int64?
  var other: Int64?
  /// The table of the first two; where a view is of several, it names it in each row.
  var table: String?
  var staff: Int64?
  var household: Int64?
  var project: Int64?
  var account: Int64?

  static func read(
    _ row: borrowing Row, defaultTable: String?
  ) -> (breach: Breach, references: References) {
    var breach = Breach()
    var references = References()
    references.table = defaultTable
    for column in 0..<row.columnCount where !row.isNull(column) {
      switch row.columnName(column) {
      case "fact_id": references.fact = row.int64(column)
      case "other_id": references.other = row.int64(column)
      case "table_name": references.table = row.text(column)
      case "staff_id": references.staff = row.int64(column)
      case "household_id": references.household = row.int64(column)
      case "project_id": references.project = row.int64(column)
      case "account_id": references.account = row.int64(column)
      case "on_day": breach.day = row.int32(column)
      case "balance_fen": breach.fen = row.int64(column)
      default: break
      }
    }
    breach.fact = references.fact
    return (breach, references)
  }
}
