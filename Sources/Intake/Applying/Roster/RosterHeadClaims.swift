import Domain
import SQLite

// What a row says of the head of a household that stands. A household has one head: a row that names another
// while he is valid is refused naming him. The head changes by an event, where he leaves in the file, or
// where the file gives him another relation, which says that the other was head all along. Where the head has
// changed on a day before, a row that gives what was so before is stale.

enum RosterHeadClaims {
  static let head = Relation.Base.head.rawValue

  /// Judges the rows, and keeps in `temp.head_claim` those by which the household gets another head.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.head_claim;
      CREATE TEMP TABLE head_claim (row INTEGER PRIMARY KEY);
      DROP TABLE IF EXISTS temp.stale_head;
      CREATE TEMP TABLE stale_head (row INTEGER PRIMARY KEY);
      """)
    // Of two heads in one file the later was told already.
    let told = Set(
      try work.faults.lines { if case .secondHead = $0.kind { true } else { false } })
    var corrected: Set<String> = []
    for claim in try claims(work) {
      switch try verdict(on: claim, work) {
      case .corrects:
        corrected.insert(claim.household)
        if claim.leftOn == DayPeriod.openEnd {
          try work.register.connection.run(
            "INSERT INTO temp.head_claim (row) VALUES (:row)", ["row": .integer(claim.row)])
        }
      case .stale(let since):
        note(claim.line, in: claim.householdID, since: since, work)
        try work.register.connection.run(
          "INSERT INTO temp.stale_head (row) VALUES (:row)", ["row": .integer(claim.row)])
      case .fault(let kind):
        if case .headStands = kind, told.contains(claim.line) { continue }
        work.add(Fault(line: claim.line, column: "relation", value: "head", kind))
      }
    }
    try judgeDenied(work, except: corrected)
  }

  private static func note(
    _ line: Int, in household: Int64, since: Int32, _ work: ImportWork
  ) {
    work.stale.add(
      StaleCells.Event(householdID: household, name: "head", on: since), line: line,
      column: "relation")
  }
}

// Rows of relation head that are not about who is head on the last day of the row's stay.

extension RosterHeadClaims {
  private struct Claim {
    let household: String
    let householdID: Int64
    let row: Int64
    let line: Int
    /// Nil of a new person.
    let memberNo: Int64?
    let leftOn: Int32
    /// Who is head then, and since when; nil where nobody is.
    let headNo: Int64?
    let since: Int32?
    /// The day the head leaves, the file's word taken; nil of one whom it takes back.
    let headLeavesOn: Int32?
    /// Whether the file names the head.
    let namesHead: Bool
    /// Whether the file gives the head another relation.
    let denies: Bool
  }

  private enum Verdict {
    /// The head follows one who leaves, or was head all along.
    case corrects
    /// Older than the change of that day.
    case stale(since: Int32)
    case fault(FaultKind)
  }

  /// The day on which the stay of the row `s` ends, `stay` being the one that stands.
  static let leftOn = """
    CASE WHEN s.clears & \(RosterHouseholds.bit("left_on")) THEN \(openEnd)
      ELSE coalesce(s.left_on, stay.left_on, \(openEnd)) END
    """

  private static func claims(_ work: ImportWork) throws(SQLiteFailure) -> [Claim] {
    var claims: [Claim] = []
    try work.register.connection.rows(
      """
      SELECT house.household_no, house.household_id, s.row, s.line, s.member_no, \(leftOn) AS ends,
        h.member_no, h.since, (
          SELECT max(CASE WHEN own.withdraws = 1 THEN NULL
            WHEN own.clears & \(RosterHouseholds.bit("left_on")) THEN \(openEnd)
            ELSE ifnull(own.left_on, m.left_on) END)
          FROM member AS m LEFT JOIN temp.staged AS own ON own.standing_id = m.id
          WHERE m.household_id = house.household_id AND m.member_no = h.member_no
            AND m.withdrawn IS NULL),
        EXISTS (
          SELECT 1 FROM member AS m JOIN temp.staged AS own ON own.standing_id = m.id
          WHERE m.household_id = house.household_id AND m.member_no = h.member_no
            AND m.withdrawn IS NULL),
        EXISTS (
          SELECT 1 FROM member AS m JOIN temp.staged AS own ON own.standing_id = m.id
          WHERE m.household_id = house.household_id AND m.member_no = h.member_no
            AND m.withdrawn IS NULL AND own.withdraws = 0 AND own.relation <> \(head))
      FROM temp.staged_household AS house
      CROSS JOIN temp.staged AS s INDEXED BY staged_head ON s.household_no = house.household_no
        AND s.relation = \(head) AND s.withdraws = 0 AND s.rejected = 0
      LEFT JOIN member AS stay ON stay.id = s.standing_id
      LEFT JOIN headship AS h ON h.household_id = house.household_id AND h.withdrawn IS NULL
        AND h.since = (
          SELECT max(since) FROM headship
          WHERE household_id = house.household_id AND withdrawn IS NULL AND since < \(leftOn))
      WHERE house.stands = 1 AND h.member_no IS NOT s.member_no
      ORDER BY s.row
      """
    ) { row in
      claims.append(
        Claim(
          household: row.text(0), householdID: row.int64(1), row: row.int64(2), line: row.int(3),
          memberNo: row.optionalInt64(4), leftOn: row.int32(5), headNo: row.optionalInt64(6),
          since: row.isNull(7) ? nil : row.int32(7),
          headLeavesOn: row.isNull(8) ? nil : row.int32(8), namesHead: row.int(9) == 1,
          denies: row.int(10) == 1))
    }
    return claims
  }

  private static func verdict(
    on claim: Claim, _ work: ImportWork
  ) throws(SQLiteFailure) -> Verdict {
    guard let headNo = claim.headNo, let since = claim.since else { return .corrects }
    if let changed = try changeAfter(claim, work) {
      // A file sent again is older than the change; whoever corrects one person means it.
      return work.completesStanding
        ? .fault(.datedHistory(event: "head", on: changed)) : .stale(since: changed)
    }
    guard let headLeavesOn = claim.headLeavesOn else { return .corrects }
    if headLeavesOn < claim.leftOn, since < headLeavesOn { return .corrects }
    // Of the whole county's roster, whom it does not name leaves.
    if work.completeOn != nil, !claim.namesHead { return .corrects }
    // Who would be head of a household that has ended is refused by the event that ended it.
    if let end = try work.register.end(ofHousehold: claim.householdID) { return .fault(end.fault) }
    if since > DayPeriod.firstDay { return .fault(.datedHistory(event: "head", on: since)) }
    if claim.denies { return .corrects }
    return .fault(
      .headStands(
        name: try name(of: headNo, in: claim.householdID, work), leftOn: leaving(on: claim.leftOn)))
  }

  /// The day on which a stay ends; nil of one without end.
  static func leaving(on day: Int32) -> Int32? { day == DayPeriod.openEnd ? nil : day }

  static func name(
    of memberNo: Int64, in household: Int64, _ work: ImportWork
  ) throws(SQLiteFailure) -> String {
    try work.register.connection.first(
      """
      SELECT ifnull(name, '') FROM member
      WHERE household_id = :household AND member_no = :number AND withdrawn IS NULL
      ORDER BY joined_on DESC LIMIT 1
      """, ["household": .integer(household), "number": .integer(memberNo)]
    ) { $0.text(0) } ?? ""
  }

  /// The first change of head after the person was head; nil of one who never was, or whom none followed.
  private static func changeAfter(
    _ claim: Claim, _ work: ImportWork
  ) throws(SQLiteFailure) -> Int32? {
    guard let memberNo = claim.memberNo, let since = claim.since, since > DayPeriod.firstDay else {
      return nil
    }
    let person: Bindings = [
      "household": .integer(claim.householdID), "number": .integer(memberNo),
    ]
    let wasHead = try work.register.connection.first(
      """
      SELECT max(since) FROM headship
      WHERE household_id = :household AND member_no = :number AND withdrawn IS NULL
      """, person
    ) { $0.isNull(0) ? nil : $0.int32(0) }
    var last = wasHead ?? nil
    if last == nil {
      // An earlier roster may have called the person head all along, and a later one another.
      let wasCalled = try work.register.connection.first(
        """
        SELECT 1 FROM headship
        WHERE withdrawn IS NOT NULL AND household_id = :household AND member_no = :number
          AND since = \(beginning) LIMIT 1
        """, person
      ) { _ in true }
      if wasCalled == true { last = DayPeriod.firstDay }
    }
    guard let last else { return nil }
    return try work.register.connection.first(
      """
      SELECT min(since) FROM headship
      WHERE household_id = :household AND withdrawn IS NULL AND since > :last
      """, ["household": .integer(claim.householdID), "last": Value(last)]
    ) { $0.isNull(0) ? nil : $0.int32(0) } ?? nil
  }
}

// Rows that give the head of now another relation, where no row is of another head.

extension RosterHeadClaims {
  private static func judgeDenied(
    _ work: ImportWork, except corrected: Set<String>
  ) throws(SQLiteFailure) {
    try work.register.connection.execute(
      """
      DROP TABLE IF EXISTS temp.unnamed_head;
      CREATE TEMP TABLE unnamed_head (
        household_no TEXT PRIMARY KEY, household_id INTEGER NOT NULL, member_no INTEGER NOT NULL,
        since INTEGER NOT NULL);
      INSERT INTO temp.unnamed_head
      SELECT house.household_no, house.household_id, h.member_no, h.since
      FROM temp.staged_household AS house
      CROSS JOIN headship AS h ON h.household_id = house.household_id AND h.withdrawn IS NULL
        AND h.since = (
          SELECT max(since) FROM headship
          WHERE household_id = house.household_id AND withdrawn IS NULL)
      WHERE house.stands = 1 AND house.is_given = 1 AND NOT EXISTS (
        SELECT 1 FROM temp.staged AS s INDEXED BY staged_head
        WHERE s.household_no = house.household_no AND s.relation = \(head) AND s.withdraws = 0
          AND s.member_no = h.member_no);
      """)
    let isAny = try work.register.connection.first(
      "SELECT 1 FROM temp.unnamed_head LIMIT 1"
    ) { _ in true }
    guard isAny == true else { return }
    try RosterHouseholds.indexRows(work)
    var denied: [(line: Int, household: String, householdID: Int64, since: Int32)] = []
    try work.register.connection.rows(
      """
      SELECT s.line, h.household_no, h.household_id, h.since
      FROM temp.unnamed_head AS h
      CROSS JOIN temp.staged AS s ON s.household_no = h.household_no
        AND s.member_no = h.member_no AND s.withdraws = 0 AND s.rejected = 0
        AND s.relation IS NOT NULL
      LEFT JOIN member AS stay ON stay.id = s.standing_id
      WHERE \(leftOn) = \(openEnd) ORDER BY s.row
      """
    ) { denied.append(($0.int(0), $0.text(1), $0.int64(2), $0.int32(3))) }
    for row in denied where !corrected.contains(row.household) {
      if row.since > DayPeriod.firstDay {
        note(row.line, in: row.householdID, since: row.since, work)
      } else {
        let value = try work.written("relation", line: row.line)
        work.add(Fault(line: row.line, column: "relation", value: value, .noHead))
      }
    }
  }
}
