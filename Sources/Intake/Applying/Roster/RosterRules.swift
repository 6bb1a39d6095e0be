import Domain
import SQLite

// The roster: one row a person, whose household columns stand in one row of the household or agree.
//
// Judging gathers the households of the file in `temp.staged_household`, finds each one's identity and each
// row's person among the standing members, and compares what the file says of village, class and head with
// the household's dated history. Applying merges the members and, from the gathered households, residence,
// class, circumstance and enrolment; headships follow the members (`Roster+Heads`). All of it is set-wise;
// only what is at fault or out of the ordinary is looked at row by row.

struct RosterRules: SheetRules {
  var sheet: Sheet { .roster }

  var stagedColumns: [String] {
    [
      "household_id INTEGER", "first_row INTEGER", "standing_id INTEGER", "member_no INTEGER",
    ]
  }

  var checks: [RowCheck] {
    [RowChecks.residentAgrees, RowChecks.period("joined_on", "left_on")]
  }

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    try OfficeBoundary.judge(work)
    try VillageNames.judge(work)
    try RosterPlaces.resolveNames(work)
    try RosterHeads.indexHeads(work)
    try RosterYears.find(work)
    try VillageValidity.warn(work)
    try RosterHouseholds.gather(work)
    try RosterHouseholds.judge(work)
    try NewNumbers.ofRoster.judge(work)
    try RosterAlikes.warn(work)
    try KeptYears.warn(work)
    try RosterPersons.match(work)
    try RosterHeads.judge(work)
    try RosterHeadClaims.judge(work)
    try RosterStaleness.warn(work)
    try RosterDepartures.judge(work)
    try RosterDepartures.gather(work)
    work.absent = try RosterDepartures.count(work)
  }

  func apply(_ work: ImportWork) throws(SQLiteFailure) {
    try RosterHouseholds.rejectWhole(work)
    try RosterHouseholds.makeIdentities(work)
    try RosterHouseholds.gatherEnrolments(work)
    try RosterSuccession.note(work)
    let triggers = [
      "member_enters", "residence_enters", "household_class_enters", "circumstance_enters",
      "enrolment_enters", "headship_enters", "household_enters", "household_end_enters",
    ]
    try BulkLoading.run(work, without: triggers) { () throws(SQLiteFailure) in
      try RosterRules.members.run(work, isPrimary: true)
      try RosterLives.carry(work)
      for merge in RosterRules.ofHouseholds { try merge.run(work, isPrimary: false) }
      try RosterDepartures.apply(work)
      try RosterWithdrawals.apply(work)
      try RosterHeads.apply(work)
    }
    try RosterNamesakes.warn(work)
    try RosterPutBack.count(work)
    try EndedHouseholds("joined_on").judge(work, "member")
    if work.completeOn != nil { try MoneyAtEnd.warn(work) }
    try RosterClaims.keep(work)
  }

  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    try RosterPersons.judgeOverlaps(work)
    try RosterLives.judgeApplied(work)
    try RosterHeads.judgeApplied(work)
    try RosterWithdrawals.judgeApplied(work)
    try judgeEnrolments(work)
  }

  static let members = Merge(
    into: "member", where: "s.withdraws <> \(RosterYears.mark)",
    key: [MergeColumn("household_id"), MergeColumn("member_no")],
    values: [
      MergeColumn("joined_on", clearedBy: "joined_on", whenEmpty: beginning),
      // Who leaves on the day on which the household ended is no member from it anyway.
      MergeColumn(
        "left_on",
        """
        CASE WHEN s.left_on < f.left_on AND s.left_on = (
            SELECT ended_on FROM household_end
            WHERE household_id = s.household_id AND withdrawn IS NULL)
          THEN f.left_on ELSE s.left_on END
        """, clearedBy: "left_on", whenEmpty: openEnd),
      MergeColumn("resident_key", clearedBy: "resident_id"),
      // An ID that stands in other characters is the same ID; another ID is written as it is.
      MergeColumn(
        "resident_written",
        "CASE WHEN f.resident_key IS s.resident_key THEN f.resident_written ELSE s.resident_written END",
        clearedBy: "resident_id", emptiedWhen: otherID),
      // Who is head is kept as a headship; the relation of a standing member stays what it was to the head
      // at registering. Of one registered as head, who no longer is, an export says `other`.
      MergeColumn(
        "relation",
        """
        CASE WHEN f.id IS NOT NULL AND (s.relation = \(Relation.Base.head.rawValue)
            OR s.relation = \(Relation.Base.other.rawValue)
              AND f.relation = \(Relation.Base.head.rawValue))
          THEN f.relation ELSE s.relation END
        """
      ),
      MergeColumn("sex", clearedBy: "sex"), MergeColumn("name"),
      MergeColumn("id_verified", clearedBy: "id_verified", emptiedWhen: otherID),
      MergeColumn("birth_date", clearedBy: "birth_date"),
      MergeColumn("ethnicity", clearedBy: "ethnicity"),
      MergeColumn("education", clearedBy: "education"),
      MergeColumn("health", clearedBy: "health"), MergeColumn("labour", clearedBy: "labour"),
      MergeColumn("phone", clearedBy: "phone"), MergeColumn("account_no", clearedBy: "account_no"),
      MergeColumn("remark", clearedBy: "remark"),
    ],
    match: "f.id = s.standing_id")

  /// Whether a row gives a person another ID than the one that stands.
  private static let otherID = "s.resident_key IS NOT NULL AND s.resident_key IS NOT f.resident_key"

  private static func isCleared(_ columns: String...) -> String {
    let bits = columns.reduce(0) { $0 | RosterHouseholds.bit($1) }
    return "s.clears & \(bits) <> 0"
  }

  /// Village and class of the file are those from before any day that is asked about; a household with
  /// dated history of either was judged before (`RosterStaleness`), and is left as it is.
  static let ofHouseholds = [
    Merge(
      into: "residence", from: "temp.staged_household",
      where: """
        s.village_code IS NOT NULL AND s.village_code IS NOT s.known_village
          AND s.village_stale = 0
        """,
      key: [MergeColumn("household_id"), MergeColumn("since", beginning)],
      values: [MergeColumn("village_code")]),
    Merge(
      into: "household_class", from: "temp.staged_household",
      where: """
        s.class IS NOT NULL AND s.class IS NOT s.known_class AND s.class_stale = 0
        OR s.class_ground IS NOT NULL AND s.class_dated = 0 AND coalesce(s.class, s.known_class) IS NOT NULL
        OR \(isCleared("class", "class_ground")) AND s.class_dated = 0 AND f.id IS NOT NULL
        """,
      key: [MergeColumn("household_id"), MergeColumn("since", beginning)],
      values: [
        MergeColumn("class"), MergeColumn("ground", "s.class_ground", clearedBy: "class_ground"),
      ], withdrawnBy: isCleared("class")),
    Merge(
      into: "circumstance", from: "temp.staged_household",
      where: """
        coalesce(s.cause, s.income_per_capita, s.household_size) IS NOT NULL
        OR \(isCleared("cause", "income_per_capita", "household_size")) AND f.id IS NOT NULL
        """,
      key: [MergeColumn("household_id")],
      values: [
        MergeColumn("cause", clearedBy: "cause"),
        MergeColumn(
          "income_per_capita_fen", "s.income_per_capita", clearedBy: "income_per_capita"),
        MergeColumn("household_size", clearedBy: "household_size"),
      ]),
    // `(clear)` in the day takes back the enrolment of every year that the household's rows do not give.
    Merge(
      into: "enrolment", from: "temp.staged_enrolment",
      where: "s.enrolled_on IS NOT NULL OR \(isCleared("enrolled_on")) AND f.id IS NOT NULL",
      key: [MergeColumn("household_id"), MergeColumn("year", enrolledIn)],
      values: [MergeColumn("enrolled_on")],
      match: """
        f.household_id = s.household_id AND CASE WHEN s.enrolled_on IS NULL THEN NOT EXISTS (
          SELECT 1 FROM temp.staged_enrolment AS given
          WHERE given.household_id = s.household_id
            AND \(RosterHouseholds.year("given.enrolled_on")) = f.year)
          ELSE f.year = \(enrolledIn) END
        """, withdrawnBy: isCleared("enrolled_on")),
  ]

  private static let enrolledIn =
    "CAST(strftime('%Y', s.enrolled_on * 86400, 'unixepoch') AS INTEGER)"

  /// Money and progress that would stand before the household's enrolment.
  private func judgeEnrolments(_ work: ImportWork) throws(SQLiteFailure) {
    for (rule, table) in [("movement_enrolment", "movement"), ("progress_enrolment", "progress")] {
      try Dependents.judge(
        work, column: "enrolled_on",
        """
        SELECT s.line, '\(table)', breach.fact_id FROM temp.staged_household AS s
        JOIN rule_\(rule) AS breach ON breach.household_id = s.household_id
        WHERE s.rejected = 0 AND (s.enrolled_on IS NOT NULL OR s.takes_back = 1
          OR \(RosterRules.isCleared("enrolled_on")))
        """)
    }
  }
}
