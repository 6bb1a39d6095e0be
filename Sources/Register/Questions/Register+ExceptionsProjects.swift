import Domain
import SQLite

extension Register {
  /// Projects approved by the day while an objection was open: it came in later, its answer was taken back, or
  /// both came together. Each goes from the list when the approval is withdrawn or the objection is shown to have
  /// been answered by then.
  func approvedOverObjections(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    var found: [RegisterException] = []
    try connection.rows(
      """
      SELECT project.project_no, disclosure.village_code, approved.stepped_on,
        disclosure.objection, disclosure.entered
      FROM disclosure CROSS JOIN project_step AS approved
        ON approved.project_id = disclosure.project_id
      JOIN project ON project.id = approved.project_id
      WHERE approved.step = \(ProjectStep.approved.rawValue) AND approved.withdrawn IS NULL
        AND approved.stepped_on <= :day AND disclosure.withdrawn IS NULL
        AND \(OpenObjection.isOpen("disclosure", on: "approved.stepped_on"))
      ORDER BY disclosure.village_code, project.project_no, disclosure.id
      """, ["day": Value(day)]
    ) { row in
      var exception = RegisterException(.approvedOverObjection, nil, village: row.int64(1))
      exception.project = row.text(0)
      exception.day = row.int32(2)
      exception.note = row.text(3)
      exception.entry = row.int64(4)
      found.append(exception)
    }
    return found
  }

  /// Postings taken down by the day before they had stood for as long as they have to. A posting has a row for
  /// each objection; it is down on the first day that one of them says.
  func shortPostings(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    var found: [RegisterException] = []
    try connection.rows(
      """
      SELECT project_no, village_code, posted_on, min(taken_down_on) - posted_on AS days,
        max(disclosure.entered)
      FROM disclosure JOIN project ON project.id = disclosure.project_id
      \(Register.shortPostings)
      ORDER BY village_code, project_no, posted_on
      """, ["day": Value(day), "least": Value(PostingDays.least)]
    ) { row in
      var exception = RegisterException(.postedShort, nil, village: row.int64(1))
      exception.project = row.text(0)
      exception.day = row.int32(2)
      exception.days = row.int64(3)
      exception.entry = row.int64(4)
      found.append(exception)
    }
    return found
  }

  /// How many of them there are, by village.
  func shortPostingCounts(_ day: DayNumber) throws(SQLiteFailure) -> [Int64: Int64] {
    var counts: [Int64: Int64] = [:]
    try connection.rows(
      """
      SELECT village_code, min(taken_down_on) - posted_on AS days FROM disclosure NOT INDEXED
      \(Register.shortPostings)
      """, ["day": Value(day), "least": Value(PostingDays.least)]
    ) { counts[$0.int64(0), default: 0] += 1 }
    return counts
  }

  private static let shortPostings = """
    WHERE disclosure.withdrawn IS NULL AND taken_down_on <= :day
    GROUP BY disclosure.project_id, village_code, posted_on HAVING days < :least
    """
}
