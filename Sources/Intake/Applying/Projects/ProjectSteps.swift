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
  static func verdictName(_ code: String) -> String {
    let cases = Verdict.allCases.map { "WHEN \($0.rawValue) THEN '\($0.name)'" }
    return "CASE \(code) \(cases.joined(separator: " ")) END"
  }

  /// A project is reviewed once or more, each time by a row of its own; a row that withdraws takes all reviews
  /// back.
  private static let review = (
    key: MergeColumn("round", "s.round"),
    match: """
    f.project_id IS s.project_id AND f.step = \(ProjectStep.reviewed.rawValue)
      AND (s.withdraws = 1 OR f.round IS s.round)
    """
  )

  static func merge(_ step: ProjectStep, _ work: ImportWork) -> Merge {
    let isReview = step == .reviewed
    return Merge(
      into: "project_step",
      where: """
        (s.\(step.column) IS NOT NULL OR f.id IS NOT NULL)\(isReview ? "" : " AND s.is_further = 0")
        """,
      key: [MergeColumn("project_id"), MergeColumn("step", String(step.rawValue))]
        + (isReview ? [review.key] : []),
      values: [MergeColumn("stepped_on", "s.\(step.column)")] + details(of: step),
      match: isReview ? review.match : nil,
      withdrawnBy: isCleared(step.column, work))
  }

  /// Tells of every row whose cells can be read what is wrong with its project's life.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    let reviews = try ProjectReviews.settle(work)
    var found = reviews.values.flatMap(\.breaches)
    var ungraded: [Int] = []
    var cancelledLate: [(line: Int, acceptedOn: Int32)] = []
    try work.register.connection.rows(lifeSQL(work)) { row in
      var life = ProjectLife(of: row.text(1))
      var place: Int32 = 2
      for step in ProjectStep.allCases {
        if !row.isNull(place) { life.days[step] = row.int32(place) }
        life.standing[step] = row.optionalInt64(place + 1)
        place += 2
      }
      life.hasGrade = !row.isNull(place)
      life.hasReason = !row.isNull(place + 1)
      // Where no row may correct, one that proposes anew on another day is refused for the proposal that stands.
      guard work.corrects || row.int(place + 4) == 0 else { return }
      life.take(reviews[row.int64(place + 2)])
      let line = row.int(0)
      found += life.breaches.map { (line, $0) }
      if let acceptedOn = life.days[.accepted] {
        if !life.hasGrade { ungraded.append(line) }
        // What stands already was told when it was taken.
        let isNews = row.int(place + 3) == 1
        if life.days[.cancelled] != nil, isNews { cancelledLate.append((line, acceptedOn)) }
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
    let broken = Set(found.map(\.0))
    for line in ungraded where !broken.contains(line) {
      work.add(Fault(line: line, column: "grade", .needsOneOf(["grade"])))
    }
  }

  private static func lifeSQL(_ work: ImportWork) -> String {
    // Of each step its day, and its entry where the row says nothing of it. The reviews are settled by
    // themselves.
    let days = ProjectStep.allCases.map { step -> String in
      let column = step.column
      return step == .reviewed
        ? "NULL, NULL"
        : after("s.\(column)", "\(step.name).stepped_on", clearedBy: column, work)
          + ", CASE WHEN s.\(column) IS NULL AND NOT (\(isCleared(column, work))) THEN \(step.name).entered END"
    }
    // A step that is taken back takes what was said of it along.
    func kept(_ column: String, of step: ProjectStep) -> String {
      "CASE WHEN NOT (\(isCleared(step.column, work))) THEN \(step.name).\(column) END"
    }
    let reason = "ifnull(\(kept("reason", of: .rejected)), \(kept("reason", of: .cancelled)))"
    let isNews = [ProjectStep.accepted, .cancelled].map { step -> String in
      "s.\(step.column) IS NOT NULL AND s.\(step.column) IS NOT \(step.name).stepped_on"
    }.joined(separator: " OR ")
    let details = [
      after("s.grade", kept("grade", of: .accepted), clearedBy: "grade", work),
      after("s.reason", reason, clearedBy: "reason", work),
      "s.row",
      isNews,
    ]
    let standing = ProjectStep.allCases.filter { $0 != .reviewed }.map { step in
      """
      LEFT JOIN project_step AS \(step.name) ON \(step.name).project_id = s.project_id
        AND \(step.name).step = \(step.rawValue) AND \(step.name).withdrawn IS NULL
      """
    }
    return """
      SELECT s.line, s.project_no, \((days + details).joined(separator: ", ")),
        ifnull(s.proposed_on <> proposed.stepped_on, 0)
      FROM temp.staged AS s
      \(standing.joined(separator: "\n"))
      WHERE s.withdraws = 0 AND s.rejected = 0 AND s.is_further = 0
      ORDER BY s.row
      """
  }

  /// What a column would be after the row.
  private static func after(
    _ given: String, _ standing: String, clearedBy column: String, _ work: ImportWork
  ) -> String {
    "CASE WHEN \(isCleared(column, work)) THEN NULL ELSE ifnull(\(given), \(standing)) END"
  }

  static func isCleared(_ column: String, _ work: ImportWork) -> String {
    guard let bit = work.sheet.index(of: column) else {
      preconditionFailure("projects have no column \(column)")
    }
    return "s.clears & \(1 << bit) <> 0"
  }
}
