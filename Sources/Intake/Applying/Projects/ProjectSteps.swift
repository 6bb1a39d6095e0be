import Domain
import SQLite

// A row of `projects` holds up to eight facts beside its record, one a step. Each is merged by itself, so
// that a corrected grade touches the acceptance and no other step; `(clear)` in a step's day takes the step
// back.

/// The steps of the projects a sheet names.
enum ProjectSteps {
  /// Columns that say more of a step: the fact's column, and the sheet's.
  private static func details(of step: ProjectStep) -> [MergeColumn] {
    switch step {
    case .reviewed:
      [
        MergeColumn("meeting", clearedBy: "meeting"),
        MergeColumn("verdict", verdictName("s.verdict"), clearedBy: "verdict"),
      ]
    case .accepted: [MergeColumn("grade", clearedBy: "grade")]
    case .rejected, .cancelled: [MergeColumn("reason", clearedBy: "reason")]
    default: []
    }
  }

  /// A verdict's staged code as its English key, which is what a step keeps.
  private static func verdictName(_ code: String) -> String {
    let cases = Verdict.allCases.map { "WHEN \($0.rawValue) THEN '\($0.name)'" }
    return "CASE \(code) \(cases.joined(separator: " ")) END"
  }

  static func merge(_ step: ProjectStep, _ work: ImportWork) -> Merge {
    Merge(
      into: "project_step",
      where: "s.\(step.column) IS NOT NULL OR f.id IS NOT NULL",
      key: [MergeColumn("project_id"), MergeColumn("step", String(step.rawValue))],
      values: [MergeColumn("stepped_on", "s.\(step.column)")] + details(of: step),
      withdrawnBy: isCleared(step.column, work))
  }

  /// Tells of every row whose cells can be read what is wrong with its project's life.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    var found: [(line: Int, breach: ProjectLife.Breach)] = []
    var ungraded: [Int] = []
    var cancelledLate: [(line: Int, acceptedOn: Int32)] = []
    try work.register.connection.rows(lifeSQL(work)) { row in
      var life = ProjectLife()
      for (index, step) in ProjectStep.allCases.enumerated() where !row.isNull(Int32(index) + 1) {
        life.days[step] = row.int32(Int32(index) + 1)
      }
      let next = Int32(ProjectStep.allCases.count) + 1
      life.hasMeeting = !row.isNull(next)
      life.verdict = row.optionalText(next + 1)
      life.hasGrade = !row.isNull(next + 2)
      life.hasReason = !row.isNull(next + 3)
      let line = row.int(0)
      found += life.breaches.map { (line, $0) }
      if let acceptedOn = life.days[.accepted] {
        if !life.hasGrade { ungraded.append(line) }
        if life.days[.cancelled] != nil { cancelledLate.append((line, acceptedOn)) }
      }
    }
    for (line, breach) in found {
      work.add(
        Fault(
          line: line, column: breach.column, value: try work.written(breach.column, line: line),
          breach.kind))
    }
    for (line, acceptedOn) in cancelledLate {
      work.warn(
        Fault(
          line: line, column: "cancelled_on",
          value: try work.written("cancelled_on", line: line),
          .notice(.cancelledAfterAcceptance(acceptedOn: acceptedOn))))
    }
    // Acceptance without a grade counts for no step of the funnel, which the county should know.
    for line in ungraded {
      work.warn(Fault(line: line, column: "grade", .needsOneOf(["grade"])))
    }
  }

  private static func lifeSQL(_ work: ImportWork) -> String {
    let days = ProjectStep.allCases.map {
      after("s.\($0.column)", "\($0.name).stepped_on", clearedBy: $0.column, work)
    }
    let details = [
      after("s.meeting", "reviewed.meeting", clearedBy: "meeting", work),
      after(verdictName("s.verdict"), "reviewed.verdict", clearedBy: "verdict", work),
      after("s.grade", "accepted.grade", clearedBy: "grade", work),
      after("s.reason", "ifnull(rejected.reason, cancelled.reason)", clearedBy: "reason", work),
    ]
    let standing = ProjectStep.allCases.map { step in
      """
      LEFT JOIN project_step AS \(step.name) ON \(step.name).project_id = s.project_id
        AND \(step.name).step = \(step.rawValue) AND \(step.name).withdrawn IS NULL
      """
    }
    return """
      SELECT s.line, \((days + details).joined(separator: ", "))
      FROM temp.staged AS s
      \(standing.joined(separator: "\n"))
      WHERE s.withdraws = 0 AND s.rejected = 0
      ORDER BY s.row
      """
  }

  /// What a column would be after the row.
  private static func after(
    _ given: String, _ standing: String, clearedBy column: String, _ work: ImportWork
  ) -> String {
    "CASE WHEN \(isCleared(column, work)) THEN NULL ELSE ifnull(\(given), \(standing)) END"
  }

  private static func isCleared(_ column: String, _ work: ImportWork) -> String {
    guard let bit = work.sheet.index(of: column) else {
      preconditionFailure("projects have no column \(column)")
    }
    return "s.clears & \(1 << bit) <> 0"
  }
}
