import SQLite

extension Register {
  /// At most so many entries are named behind a breach that many may have led to.
  private static let entriesBehindBreach = 5

  /// The standing breaches of a rule, for a message: who, where, when, and the entries behind them.
  ///
  /// An undo that only restored a fact is not named for it, since it cannot be undone; the entry that first
  /// said the fact is.
  ///
  /// - Parameters:
  ///   - open: an entry that is being judged, which nobody can look up and none is named after.
  ///   - namesAll: whether all entries are named that may have led to a breach, not only the latest five.
  package func breaches(
    of rule: String, limit: Int, besides open: Int64 = 0, namesAll: Bool = false
  ) throws(SQLiteFailure) -> [Breach] {
    guard let known = Rule.all.first(where: { $0.name == rule }) else { return [] }
    var found: [(breach: Breach, references: References)] = []
    try connection.rows(
      "SELECT DISTINCT * FROM rule_\(rule) LIMIT :limit", ["limit": Value(limit)]
    ) { row in
      found.append(References.read(row, defaultTable: known.table))
    }
    guard !found.isEmpty else { return [] }
    let tables = try factTables()
    var breaches: [Breach] = []
    for (breach, references) in found {
      var named = try name(references, in: breach, tables, besides: open)
      try nameEvent(references, rule, in: &named)
      let behind = try entriesBehind(references, rule, on: breach.day, tables, besides: open)
      named.entries += namesAll ? behind : Array(behind.prefix(Register.entriesBehindBreach))
      breaches.append(named)
    }
    return breaches
  }

  /// Puts numbers that people know in the place of row ids.
  private func name(
    _ references: References, in unnamed: Breach, _ tables: [FactTable], besides open: Int64
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
    if let table = tables.first(where: { $0.name == references.table }) {
      for id in [references.fact, references.other].compactMap({ $0 }) {
        let entered = try connection.first(
          "SELECT entered FROM \(table.name) WHERE id = :id", ["id": .integer(id)]
        ) { $0.int64(0) }
        if let entered, entered != open {
          breach.entries.append(try origin(of: id, entered: entered, in: table))
        }
      }
      if table.name == "member", let id = references.other {
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

  /// The entries that overdrew an account or left a household without a head on a day, latest first, for the
  /// rules whose breach is no single fact.
  private func entriesBehind(
    _ references: References, _ rule: String, on day: Int32?, _ tables: [FactTable],
    besides open: Int64
  ) throws(SQLiteFailure) -> [Int64] {
    let subject: Int64?
    let facts: [(table: String, condition: String)]
    switch rule {
    case "ladder":
      subject = references.account
      // What came in is not behind it.
      facts = [
        ("movement", "upper_id = :subject AND moved_on <= :day AND amount_fen > 0"),
        ("movement", "lower_id = :subject AND moved_on <= :day AND amount_fen < 0"),
      ]
    case "head":
      subject = references.household
      // Where the head of the day is gone, whoever let him go is behind it too.
      facts = [
        ("headship", "household_id = :subject AND since <= :day"),
        ("member", "household_id = :subject AND joined_on <= :day AND :day < left_on"),
        (
          "member",
          """
          household_id = :subject AND left_on <= :day AND member_no = (
            SELECT member_no FROM headship
            WHERE household_id = :subject AND withdrawn IS NULL AND since <= :day
            ORDER BY since DESC LIMIT 1)
          """
        ),
      ]
    default: return []
    }
    guard let subject, let day else { return [] }
    var entries: Set<Int64> = []
    for (name, condition) in facts {
      guard let table = tables.first(where: { $0.name == name }) else { continue }
      // Of an entry's rows one is enough, but each of an undo's may have another origin, and each member.
      var rows: [(id: Int64, entered: Int64)] = []
      try connection.rows(
        """
        SELECT min(id), entered FROM \(name)
        WHERE \(condition) AND withdrawn IS NULL AND entered <> :open
        GROUP BY entered, CASE WHEN \(name == "member")
          OR (SELECT undoes FROM entry WHERE entry.id = entered) IS NOT NULL THEN id END
        """, ["subject": .integer(subject), "day": Value(day), "open": .integer(open)]
      ) { rows.append(($0.int64(0), $0.int64(1))) }
      for row in rows {
        entries.insert(
          try name == "member"
            ? beginning(ofMember: row.id, entered: row.entered, in: table)
            : origin(of: row.id, entered: row.entered, in: table))
      }
    }
    return entries.sorted(by: >)
  }

  /// The entry that gave a member the period of a row; those that later corrected a phone or a name in it are
  /// passed over.
  private func beginning(
    ofMember id: Int64, entered: Int64, in table: FactTable
  ) throws(SQLiteFailure) -> Int64 {
    var row = try original(of: id, entered: entered, in: table)
    while let replaced = try connection.first(
      """
      SELECT old.id, old.entered FROM member AS new
      JOIN member AS old ON old.household_id = new.household_id AND old.withdrawn = new.entered
        AND old.member_no = new.member_no
        AND old.joined_on = new.joined_on AND old.left_on = new.left_on
      WHERE new.id = :id
      """, ["id": .integer(row.id)], { (id: $0.int64(0), entered: $0.int64(1)) })
    {
      row = try original(of: replaced.id, entered: replaced.entered, in: table)
    }
    return row.entered
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
