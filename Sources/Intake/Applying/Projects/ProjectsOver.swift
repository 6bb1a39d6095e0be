import Domain
import SQLite

/// What begins with a project that is over: taken, since either day may be what is wrong, and told.
enum ProjectsOver {
  /// The steps after which a project takes no household, as SQL; of several the last one here is told.
  static let steps = [ProjectStep.closed, .rejected, .cancelled]
    .map { String($0.rawValue) }.joined(separator: ", ")

  /// A household's link that begins on or after the day on which the project is over.
  static let links = Judgement(
    column: "since",
    sql: """
      SELECT s.line, s.project_no, max(step.step), step.stepped_on, s.household_no
      FROM temp.staged AS s
      JOIN project_step AS step ON step.project_id = s.project_id AND step.withdrawn IS NULL
        AND step.step IN (\(steps)) AND step.stepped_on <= s.since
      WHERE s.rejected = 0 AND s.withdraws = 0 AND NOT EXISTS (
        SELECT 1 FROM project_household AS standing
        WHERE standing.household_id = s.household_id AND standing.project_id = s.project_id
          AND standing.since = s.since AND standing.withdrawn IS NULL)
      GROUP BY s.row ORDER BY s.row
      """
  ) { row in
    .notice(
      .projectOver(
        project: row.text(1), step: ProjectStep(rawValue: row.int(2)) ?? .cancelled,
        on: row.int32(3), household: row.text(4)))
  }
}
