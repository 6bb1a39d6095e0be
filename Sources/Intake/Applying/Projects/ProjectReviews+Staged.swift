import Domain
import SQLite

extension ProjectReviews {
  /// The reviews of every project that the sheet names, by the first row of each; the rows get their rounds.
  static func settle(_ work: ImportWork) throws(SQLiteFailure) -> [Int64: ProjectReviews] {
    let standing = try standing(work)
    var settled: [Int64: ProjectReviews] = [:]
    for project in try told(work) {
      let reviews = ProjectReviews(
        standing: project.id.flatMap { standing[$0] } ?? [], told: project.rows)
      settled[project.firstRow] = reviews
    }
    let statement = try work.register.connection.prepare(
      "UPDATE temp.staged SET round = ? WHERE row = ?")
    for (row, round) in settled.values.flatMap(\.rounds) where round > 0 {
      statement.bind(round, at: 1)
      statement.bind(row, at: 2)
      _ = try statement.step()
      statement.reset()
    }
    return settled
  }

  private static func standing(
    _ work: ImportWork
  ) throws(SQLiteFailure) -> [Int64: [Review]] {
    var reviews: [Int64: [Review]] = [:]
    try work.register.connection.rows(
      """
      SELECT project_id, round, stepped_on, meeting IS NOT NULL, verdict FROM project_step
      WHERE step = \(ProjectStep.reviewed.rawValue) AND withdrawn IS NULL
        AND project_id IN (SELECT project_id FROM temp.staged)
      ORDER BY project_id, round
      """
    ) { row in
      reviews[row.int64(0), default: []].append(
        Review(
          round: row.int(1), day: row.int32(2), hasMeeting: row.int(3) == 1,
          verdict: row.optionalText(4)))
    }
    return reviews
  }

  private struct Project {
    let number: String
    let id: Int64?
    let firstRow: Int64
    var rows: [Told]
  }

  private static func told(_ work: ImportWork) throws(SQLiteFailure) -> [Project] {
    var projects: [Project] = []
    let cleared = ["reviewed_on", "meeting", "verdict"].map { ProjectSteps.isCleared($0, work) }
    try work.register.connection.rows(
      """
      SELECT s.row, s.line, s.project_no, s.project_id, s.reviewed_on, s.meeting IS NOT NULL,
        \(ProjectSteps.verdictName("s.verdict")), \(cleared.joined(separator: ", "))
      FROM temp.staged AS s
      WHERE s.withdraws = 0 AND s.rejected = 0
      ORDER BY s.project_no, s.row
      """
    ) { row in
      let told = Told(
        row: row.int64(0), line: row.int(1), day: row.isNull(4) ? nil : row.int32(4),
        hasMeeting: row.int(5) == 1, verdict: row.optionalText(6), clearsDay: row.int(7) == 1,
        clearsMeeting: row.int(8) == 1, clearsVerdict: row.int(9) == 1)
      let number = row.text(2)
      if let last = projects.indices.last, projects[last].number == number {
        projects[last].rows.append(told)
      } else {
        projects.append(
          Project(
            number: number, id: row.optionalInt64(3), firstRow: told.row, rows: [told]))
      }
    }
    return projects
  }
}
