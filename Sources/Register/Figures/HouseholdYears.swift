import Domain
import SQLite

// Reads the facts that the counting rule asks for, household by household, in one pass over ten tables
// side by side in the order of households. The same pass serves a whole province and the few households an
// entry touched, today and as known at an earlier entry, so that the rule has one reader as it has one
// home (Domain/Counting).

/// Which households a pass reads.
enum HouseholdScope: Equatable, Sendable {
  case all
  /// Those with such identities, which are many.
  case range(ClosedRange<Int64>)
  /// Those in `temp.touched`.
  case touched

  var condition: String? {
    switch self {
    case .all: nil
    case .range(let ids): "household_id BETWEEN \(ids.lowerBound) AND \(ids.upperBound)"
    case .touched: "household_id IN (SELECT id FROM temp.touched)"
    }
  }
}

/// How much of each household is read.
package enum HouseholdDetail: Sendable {
  case everything
  /// No payments and no incomes: the six points ask for neither.
  case sixPoints
}

struct HouseholdYears {
  private let year: ProgrammeYear
  private let projects: [Int64: ProjectDays]
  /// Those whose money counts.
  private let countedBatches: Set<Int64>
  private let enrolments: HouseholdStream
  private let ends: HouseholdStream
  private let residences: HouseholdStream
  private let classes: HouseholdStream
  private let members: HouseholdStream
  private let plans: HouseholdStream
  private let links: HouseholdStream
  private let assignments: HouseholdStream
  private let money: HouseholdStream
  /// Nil where nobody asks for them.
  private let incomes: HouseholdStream?

  init(
    in register: Register, _ year: ProgrammeYear, _ known: Known, _ scope: HouseholdScope,
    _ detail: HouseholdDetail = .everything
  ) throws(SQLiteFailure) {
    func stream(
      _ table: String, _ columns: String, order: String = "1", where condition: String? = nil,
      _ more: [(String, Int64)] = []
    ) throws(SQLiteFailure) -> HouseholdStream {
      let both = [scope.condition, condition].compactMap { $0 }.joined(separator: " AND ")
      let sql = known.facts(
        "household_id, \(columns)", from: table, where: both.isEmpty ? nil : both)
      return try HouseholdStream(
        sql + " ORDER BY \(order)", on: register.connection, [("known", known.entry)] + more)
    }
    self.year = year
    projects = try register.projectDays(known, scope)
    countedBatches = try register.countedBatches(known)
    let thisYear = ("year", Int64(year.year))
    enrolments = try stream("enrolment", "enrolled_on", where: "year = :year", [thisYear])
    ends = try stream("household_end", "ended_on")
    residences = try stream("residence", "since, village_code", order: "1, 2")
    classes = try stream("household_class", "since, class", order: "1, 2")
    members = try stream("member", "joined_on, left_on, resident_key")
    plans = try stream("plan", "starts_on, ended_on")
    links = try stream("project_household", "project_id, since, until")
    assignments = try stream("assignment", "role, since, until")
    incomes =
      detail == .everything
      ? try stream("income", "year, total_fen", where: "year IN (:year, :year - 1)", [thisYear])
      : nil
    money = try HouseholdStream(
      HouseholdYears.moneySQL(known, scope, detail), on: register.connection,
      [
        ("known", known.entry), ("first", Int64(year.firstDay)), ("last", Int64(year.lastDay)),
      ])
  }

  /// Allocations to households and payments to them, by the account the money went to.
  private static func moneySQL(
    _ known: Known, _ scope: HouseholdScope, _ detail: HouseholdDetail
  ) -> String {
    var who = scope.condition.map { "AND account.\($0)" } ?? ""
    if detail == .sixPoints { who += " AND account.rung = 3" }
    func half(_ condition: String) -> String {
      """
      SELECT account.household_id, account.rung, account.batch_id, m.moved_on, m.amount_fen
      FROM account JOIN movement AS m ON m.lower_id = account.id
      WHERE account.household_id IS NOT NULL \(who)
        AND m.moved_on BETWEEN :first AND :last AND \(condition)
      """
    }
    guard known != .everything else {
      return half("m.withdrawn IS NULL AND :known > 0") + " ORDER BY 1"
    }
    return """
      \(half("m.withdrawn IS NULL AND m.entered <= :known"))
      UNION ALL
      \(half("m.withdrawn > :known AND m.entered <= :known"))
      ORDER BY 1
      """
  }

  /// Reads the next household enrolled in the year into `facts`; nil after the last.
  func next(into facts: inout HouseholdYear) throws(SQLiteFailure) -> Int64? {
    guard let household = try enrolments.nextHousehold() else { return nil }
    facts.reset(enrolledOn: enrolments.read { $0.int32(1) })
    try readLife(household, &facts)
    try readPoints(household, &facts)
    try readMoney(household, &facts)
    return household
  }

  private func readLife(
    _ household: Int64, _ facts: inout HouseholdYear
  ) throws(SQLiteFailure) {
    try ends.rows(of: household) { facts.endedOn = $0.int32(1) }
    try residences.rows(of: household) {
      facts.villages.append(HouseholdYear.Dated(since: $0.int32(1), value: $0.int64(2)))
    }
    try classes.rows(of: household) {
      facts.classes.append(HouseholdYear.Dated(since: $0.int32(1), value: $0.int64(2)))
    }
    try members.rows(of: household) {
      facts.members.append(
        HouseholdYear.Membership(
          period: DayPeriod(since: $0.int32(1), until: $0.int32(2)),
          residentKey: $0.optionalInt64(3)))
    }
  }

  private func readPoints(
    _ household: Int64, _ facts: inout HouseholdYear
  ) throws(SQLiteFailure) {
    try plans.rows(of: household) {
      facts.plans.append(DayPeriod(since: $0.int32(1), until: $0.int32(2)))
    }
    try links.rows(of: household) { row in
      let link = DayPeriod(since: row.int32(2), until: row.int32(3))
      guard let project = projects[row.int64(1)] else { return }
      if let approved = project.approved(during: link) { facts.projects.append(approved) }
      if let accepted = project.accepted(during: link) { facts.acceptances.append(accepted) }
    }
    try assignments.rows(of: household) { row in
      let period = DayPeriod(since: row.int32(2), until: row.int32(3))
      switch Role(rawValue: row.int(1)) {
      case .support: facts.supports.append(period)
      case .implementation: facts.implementations.append(period)
      case .contact: facts.contacts.append(period)
      case nil: break
      }
    }
  }

  private func readMoney(
    _ household: Int64, _ facts: inout HouseholdYear
  ) throws(SQLiteFailure) {
    try money.rows(of: household) { row in
      guard countedBatches.contains(row.int64(2)) else { return }
      let amount = HouseholdYear.Amount(day: row.int32(3), fen: row.int64(4))
      if row.int(1) == 3 {
        facts.allocations.append(amount)
      } else {
        facts.payments.append(amount)
      }
    }
    var (now, before): (Int64?, Int64?) = (nil, nil)
    try incomes?.rows(of: household) {
      if $0.int(1) == year.year { now = $0.int64(2) } else { before = $0.int64(2) }
    }
    if let now, let before { facts.incomeGrowthFen = now.subtractingClamped(before) }
  }
}

extension Register {
  /// When each project was approved, cancelled and well accepted: of the households in `temp.touched` those
  /// projects that they were ever linked to, else all.
  fileprivate func projectDays(
    _ known: Known, _ scope: HouseholdScope
  ) throws(SQLiteFailure) -> [Int64: ProjectDays] {
    var projects: [Int64: ProjectDays] = [:]
    let steps = ProjectDays.steps.map { String($0.rawValue) }.joined(separator: ", ")
    var condition = "step IN (\(steps))"
    // Of many households it is nearly every project.
    if scope == .touched, let who = scope.condition {
      let links = Known.ever("project_household", where: who)
      condition += " AND project_id IN (SELECT project_id FROM (\(links)))"
    }
    try connection.rows(
      known.facts("project_id, step, stepped_on, grade", from: "project_step", where: condition),
      ["known": .integer(known.entry)]
    ) { row in
      guard let step = ProjectStep(rawValue: row.int(1)) else { return }
      projects[row.int64(0), default: ProjectDays()]
        .note(step, on: row.int32(2), grade: row.optionalInt(3).flatMap { Grade(rawValue: $0) })
    }
    return projects
  }

  /// The batches whose money counts.
  func countedBatches(_ known: Known) throws(SQLiteFailure) -> Set<Int64> {
    var batches: Set<Int64> = []
    let issues = Known.query("batch_id, fund", from: "batch_issue")
    try connection.rows(
      "SELECT batch.id, batch.source, issue.fund FROM (\(issues)) AS issue "
        + "JOIN batch ON batch.id = issue.batch_id",
      ["known": .integer(known.entry)]
    ) { row in
      if CountedMoney.counts(from: FundSource(rawValue: row.int(1)), fund: row.text(2)) {
        batches.insert(row.int64(0))
      }
    }
    return batches
  }
}
