import Domain

/// What an open end is stored as, as SQL.
let openEnd = String(DayPeriod.openEnd)
/// What "from before any day that is asked about" is stored as, as SQL.
let beginning = String(DayPeriod.firstDay)

extension FactSheetRules {
  static let all: [FactSheetRules] = [
    regions, povertyLines, years, targets, indicators, staff, dibaoList, plans, projectHouseholds,
    assignments, income, progress, disclosures, findings,
  ]

  static let povertyLines = FactSheetRules(
    sheet: .povertyLines, references: [.region("region_code")],
    checks: [RowChecks.positive("poverty_line"), RowChecks.positive("dibao_line")],
    merge: Merge(
      into: "poverty_line", key: [MergeColumn("region_code"), MergeColumn("since", "s.\"from\"")],
      values: [
        MergeColumn("poverty_line_fen", "s.poverty_line"),
        MergeColumn("dibao_line_fen", "s.dibao_line", clearedBy: "dibao_line"),
      ]))

  static let years = FactSheetRules(
    sheet: .years, references: [],
    checks: [RowChecks.positive("income_goal"), RowChecks.within("report_due_day", 1...31)],
    merge: Merge(
      into: "programme_year", key: [MergeColumn("year")],
      values: [
        MergeColumn("income_goal_fen", "s.income_goal", whenEmpty: earlierGoal),
        MergeColumn("report_due_day", clearedBy: "report_due_day"),
      ]),
    judgements: [
      // A year into which households are enrolled stays: no rule of the register asks for it.
      Judgement(
        column: "withdraw",
        sql: """
          SELECT s.line, min(enrolment.entered) FROM temp.staged AS s
          JOIN enrolment ON enrolment.year = s.year AND enrolment.withdrawn IS NULL
          WHERE s.withdraws = 1 GROUP BY s.line
          """
      ) { .dependedOn(facts: ["enrolment"], entries: [$0.int64(1)]) }
    ])

  /// The goal of the last year before a row's, else that of 2011.
  private static let earlierGoal = """
    ifnull((
      SELECT income_goal_fen FROM programme_year
      WHERE withdrawn IS NULL AND year < s.year ORDER BY year DESC LIMIT 1), \(ProgrammeYear.firstGoalFen))
    """

  static let targets = FactSheetRules(
    sheet: .targets, references: [.region("region_code")],
    checks: [RowChecks.cumulative, RowChecks.withinYear],
    merge: Merge(
      into: "target",
      key: [MergeColumn("programme"), MergeColumn("year"), MergeColumn("region_code")],
      values: [MergeColumn("persons")]
        + RowChecks.months.map { MergeColumn($0, clearedBy: $0) }),
    judgements: TargetMonths.withinYear)

  static let indicators = FactSheetRules(
    sheet: .indicators, references: [.region("region_code")], checks: [RowChecks.figures],
    merge: Merge(
      into: "indicator",
      key: [
        MergeColumn("programme"), MergeColumn("year"), MergeColumn("name_en"),
        MergeColumn("scope", whenEmpty: "''"), MergeColumn("region_code", whenEmpty: "0"),
      ],
      values: [
        MergeColumn("name_zh", clearedBy: "name_zh"), MergeColumn("unit"),
        MergeColumn("planned", clearedBy: "planned"), MergeColumn("actual", clearedBy: "actual"),
        MergeColumn(
          "qualifier", clearedBy: "qualifier", whenEmpty: String(Qualifier.exact.rawValue)),
        MergeColumn("note", clearedBy: "note"),
      ]),
    appliedWarning: IndicatorRelations.warn)

  static let staff = FactSheetRules(
    sheet: .staff, references: [.region("county_code")], checks: [],
    merge: Merge(
      into: "staff_record", key: [MergeColumn("staff_id", "s.staff_id")],
      values: [
        MergeColumn("name"), MergeColumn("employer", clearedBy: "employer"),
        MergeColumn("position", clearedBy: "position"), MergeColumn("phone", clearedBy: "phone"),
        MergeColumn("county_code", clearedBy: "county_code"),
        MergeColumn("left_on", clearedBy: "left_on"),
      ]),
    identity: Identity(table: "staff", column: "staff_no"),
    dependents: """
      SELECT s.line, breach.table_name, breach.fact_id FROM temp.staged AS s
      JOIN rule_staff_registered AS breach ON breach.staff_id = s.staff_id
      """, warnings: [StaffLeaving.holdsRoles], newNumbers: .ofStaff)

  static let dibaoList = FactSheetRules(
    sheet: .dibaoList, references: [.region("region_code")],
    checks: [RowChecks.period("from", "until"), RowChecks.notNegative("amount")],
    merge: Merge(
      into: "dibao_listing",
      key: [MergeColumn("resident_key"), MergeColumn("since", "s.\"from\"")],
      values: [
        MergeColumn("resident_written"), MergeColumn("name"), MergeColumn("region_code"),
        MergeColumn("until", clearedBy: "until", whenEmpty: openEnd),
        MergeColumn("amount_fen", "s.amount", clearedBy: "amount"),
      ]),
    appliedWarning: AllowanceOverlaps.warn)

  static let plans = FactSheetRules(
    sheet: .plans, references: [.household()],
    checks: [
      RowChecks.period("starts_on", "ended_on"), RowChecks.notNegative("goal_income"),
    ],
    merge: Merge(
      into: "plan", key: [MergeColumn("household_id"), MergeColumn("starts_on")],
      values: [
        MergeColumn("ended_on", clearedBy: "ended_on", whenEmpty: openEnd),
        MergeColumn("goal_income_fen", "s.goal_income", clearedBy: "goal_income"),
        MergeColumn("measures"), MergeColumn("exit_on", clearedBy: "exit_on"),
      ]),
    ends: EndedHouseholds("starts_on"), plainly: PlainWay())

  static let projectHouseholds = FactSheetRules(
    sheet: .projectHouseholds, references: [.project, .household()],
    checks: [RowChecks.period("since", "until"), RowChecks.notNegative("quantity")],
    merge: Merge(
      into: "project_household",
      key: [MergeColumn("household_id"), MergeColumn("project_id"), MergeColumn("since")],
      values: [
        MergeColumn("until", clearedBy: "until", whenEmpty: openEnd),
        MergeColumn("quantity_milli", "s.quantity", clearedBy: "quantity"),
        MergeColumn("unit", clearedBy: "unit"),
      ]),
    rules: [
      AppliedRule(
        "rule_project_household_overlap", on: "project_household", column: "since",
        more: FactSheetRules.otherPeriod(of: "project_household")
      ) { .periodsOverlap(line: nil, since: $0.int32(2), until: $0.int32(3)) }
    ], warnings: [ProjectsOver.links], ends: EndedHouseholds("since"),
    plainly: PlainWay(begins: [(.project, "since")]))

  /// The period that a breach of an overlap rule runs into.
  private static func otherPeriod(of table: String) -> [String] {
    ["since", "until"].map { "(SELECT \($0) FROM \(table) WHERE id = other_id)" }
  }

  /// Whose period it is.
  private static let otherHolder = """
    (SELECT staff_no FROM staff WHERE id = (SELECT staff_id FROM assignment WHERE id = other_id))
    """

  static let assignments = FactSheetRules(
    sheet: .assignments, references: [.household(), .staff],
    checks: [RowChecks.period("since", "until")],
    merge: Merge(
      into: "assignment",
      key: [MergeColumn("household_id"), MergeColumn("role"), MergeColumn("since")],
      values: [
        MergeColumn("staff_id"), MergeColumn("until", clearedBy: "until", whenEmpty: openEnd),
      ]),
    rules: [
      AppliedRule(
        "rule_assignment_overlap", on: "assignment", column: "since",
        more: FactSheetRules.otherPeriod(of: "assignment") + [otherHolder]
      ) {
        .periodsOverlap(
          line: nil, since: $0.int32(2), until: $0.int32(3), holder: $0.optionalText(4))
      }
    ], warnings: [StaffLeaving.hasLeft], ends: EndedHouseholds("since"),
    plainly: PlainWay(begins: [(.staff, "since")]))

  static let income = FactSheetRules(
    sheet: .income, references: [.household()], checks: [RowChecks.givesIncome],
    merge: Merge(
      into: "income", key: [MergeColumn("household_id"), MergeColumn("year")],
      values: IncomeParts.all.map { (part: String) in
        MergeColumn("\(part)_fen", "s.\(part)", clearedBy: part)
      } + [MergeColumn("total_fen", "ifnull(\(IncomeParts.sum), s.total)", soleSlot: "total")]),
    judgements: [IncomeParts.total, IncomeParts.nothing],
    ends: EndedHouseholds("year", day: EndedHouseholds.firstDayOfYear),
    plainly: PlainWay(sum: IncomeParts.plainSum))

  static let progress = FactSheetRules(
    sheet: .progress, references: [.household(), .project, .staff],
    checks: [
      RowChecks.oneOf(["household_no", "project_no"]), RowChecks.notNegative("quantity"),
    ],
    merge: Merge(
      into: "progress",
      key: [
        MergeColumn("household_id"), MergeColumn("project_id"), MergeColumn("logged_on"),
        MergeColumn("staff_id"), MergeColumn("kind"), MergeColumn("unit"), MergeColumn("note"),
      ],
      values: [
        MergeColumn("quantity_milli", "s.quantity", clearedBy: "quantity"),
        MergeColumn("percent_hundredths", "s.percent", clearedBy: "percent"),
      ]),
    rules: [
      AppliedRule(
        "rule_progress_enrolment", on: "progress", column: "logged_on",
        more: [
          "(SELECT min(enrolled_on) FROM enrolment WHERE household_id = rule_progress_enrolment.household_id AND withdrawn IS NULL)"
        ]
      ) { .beforeEnrolment(enrolledOn: $0.isNull(2) ? nil : $0.int32(2)) }
    ],
    ends: EndedHouseholds("logged_on"), plainly: PlainWay())

  static let disclosures = FactSheetRules(
    sheet: .disclosures, references: [.project, .region("village_code")],
    checks: [
      RowChecks.order("posted_on", "taken_down_on"), RowChecks.order("posted_on", "objected_on"),
    ],
    merge: Merge(
      into: "disclosure",
      key: [
        MergeColumn("project_id"), MergeColumn("village_code"), MergeColumn("posted_on"),
        MergeColumn("objection", whenEmpty: "''"),
      ],
      values: ["taken_down_on", "objected_on", "answer", "answered_on"].map {
        MergeColumn($0, clearedBy: $0)
      }),
    judgements: [
      ObjectionRules.hasDay, ObjectionRules.hasAnswer, ObjectionRules.isOrdered,
      ObjectionRules.isGiven,
    ], warnings: [PostingCounty.judgement])

  /// An inspection that was drawn elsewhere is made by its findings.
  static let findings = FactSheetRules(
    sheet: .findings, references: [.household()],
    checks: [RowChecks.order("found_on", "due_on"), RowChecks.order("found_on", "settled_on")],
    merge: Merge(
      into: "finding",
      key: [
        MergeColumn("inspection_id"), MergeColumn("household_id"), MergeColumn("found_on"),
        MergeColumn("finding"),
      ],
      values: ["due_on", "settled_on", "settlement"].map { MergeColumn($0, clearedBy: $0) }),
    identity: Identity(table: "inspection", column: "inspection_no"),
    warnings: [
      Judgement(
        column: "inspection_no",
        sql: """
          SELECT min(line) FROM temp.staged AS s
          WHERE withdraws = 0 AND inspection_no NOT IN (SELECT inspection_no FROM inspection)
          GROUP BY inspection_no
          """
      ) { _ in .unknown(.inspection, nearest: []) },
      Judgement(
        column: "found_on",
        sql: """
          SELECT s.line, s.inspection_no, draw.drawn_on FROM temp.staged AS s
          JOIN inspection ON inspection.inspection_no = s.inspection_no
          JOIN inspection_draw AS draw ON draw.inspection_id = inspection.id
            AND draw.withdrawn IS NULL
          WHERE s.rejected = 0 AND s.withdraws = 0 AND s.found_on < draw.drawn_on
            AND NOT EXISTS (
              SELECT 1 FROM finding AS standing
              WHERE standing.inspection_id = inspection.id
                AND standing.household_id = s.household_id
                AND standing.found_on = s.found_on AND standing.withdrawn IS NULL)
          ORDER BY s.row
          """
      ) { .notice(.beforeDraw(inspection: $0.text(1), drawnOn: $0.int32(2))) },
    ])
}
