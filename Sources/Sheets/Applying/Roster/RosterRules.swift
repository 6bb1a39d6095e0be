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
    try RosterPlaces.resolveNames(work)
    try RosterHouseholds.gather(work)
    try RosterHouseholds.judge(work)
    try RosterPersons.match(work)
    try RosterHeads.indexHeads(work)
    try RosterHeads.judge(work)
  }

  func apply(_ work: ImportWork) throws(SQLiteFailure) {
    try RosterHouseholds.rejectWhole(work)
    try RosterHouseholds.makeIdentities(work)
    try RosterHouseholds.gatherEnrolments(work)
    let triggers = [
      "member_enters", "residence_enters", "household_class_enters", "circumstance_enters",
      "enrolment_enters", "headship_enters", "household_enters",
    ]
    try BulkLoading.run(work, without: triggers) { () throws(SQLiteFailure) in
      try RosterRules.members.run(work, isPrimary: true)
      for merge in RosterRules.ofHouseholds { try merge.run(work, isPrimary: false) }
      try RosterHeads.apply(work)
    }
  }

  func judgeApplied(_ work: ImportWork) throws(SQLiteFailure) {
    try RosterPersons.judgeOverlaps(work)
    try RosterHeads.judgeApplied(work)
    for rule in RosterRules.registerRules { try rule.judge(work) }
  }

  private static let members = Merge(
    into: "member",
    key: [MergeColumn("household_id"), MergeColumn("member_no")],
    values: [
      MergeColumn("joined_on", clearedBy: "joined_on", whenEmpty: beginning),
      MergeColumn("left_on", clearedBy: "left_on", whenEmpty: openEnd),
      MergeColumn("resident_key", clearedBy: "resident_id"),
      MergeColumn("resident_written", clearedBy: "resident_id"),
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
      MergeColumn("id_verified", clearedBy: "id_verified"),
      MergeColumn("birth_date", clearedBy: "birth_date"),
      MergeColumn("ethnicity", clearedBy: "ethnicity"),
      MergeColumn("education", clearedBy: "education"),
      MergeColumn("health", clearedBy: "health"), MergeColumn("labour", clearedBy: "labour"),
      MergeColumn("phone", clearedBy: "phone"), MergeColumn("account_no", clearedBy: "account_no"),
      MergeColumn("remark", clearedBy: "remark"),
    ],
    match: "f.id = s.standing_id")

  /// Village and class of the file are those from before any day that is asked about; a household with
  /// dated history of either was judged before, and is left as it is.
  private static let ofHouseholds = [
    Merge(
      into: "residence", from: "temp.staged_household",
      where: "s.village_code IS NOT NULL AND s.village_code IS NOT s.known_village",
      key: [MergeColumn("household_id"), MergeColumn("since", beginning)],
      values: [MergeColumn("village_code")]),
    Merge(
      into: "household_class", from: "temp.staged_household",
      where: """
        s.class IS NOT NULL AND s.class IS NOT s.known_class
        OR s.class_ground IS NOT NULL AND s.class_dated = 0 AND coalesce(s.class, s.known_class) IS NOT NULL
        """,
      key: [MergeColumn("household_id"), MergeColumn("since", beginning)],
      values: [MergeColumn("class"), MergeColumn("ground", "s.class_ground")]),
    Merge(
      into: "circumstance", from: "temp.staged_household",
      where: "coalesce(s.cause, s.income_per_capita, s.household_size) IS NOT NULL",
      key: [MergeColumn("household_id")],
      values: [
        MergeColumn("cause"), MergeColumn("income_per_capita_fen", "s.income_per_capita"),
        MergeColumn("household_size"),
      ]),
    Merge(
      into: "enrolment", from: "temp.staged_enrolment",
      key: [
        MergeColumn("household_id"),
        MergeColumn("year", RosterHouseholds.year("s.enrolled_on")),
      ],
      values: [MergeColumn("enrolled_on")]),
  ]

  private static let registerRules = [
    AppliedRule("rule_movement_enrolment", on: "enrolment", column: "enrolled_on") { _ in
      .rule("movement_enrolment", day: nil)
    }
  ]
}
