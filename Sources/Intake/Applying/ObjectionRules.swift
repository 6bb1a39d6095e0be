import Domain
import SQLite

/// What an objection and its answer need, seen as they will stand after the row: what an empty cell keeps counts.
enum ObjectionRules {
  /// An objection has a day.
  static let hasDay = Judgement(
    column: "objected_on", sql: rows("s.objection IS NOT NULL AND \(kept("objected_on")) IS NULL")
  ) { _ in .needsOneOf(["objected_on"]) }

  /// A day of an answer has its answer.
  static let hasAnswer = Judgement(
    column: "answer",
    sql: rows(
      "s.objection IS NOT NULL AND \(kept("answered_on")) IS NOT NULL AND \(kept("answer")) IS NULL"
    )
  ) { _ in .needsOneOf(["answer"]) }

  /// An answer does not come before its objection.
  static let isOrdered = Judgement(
    column: "answered_on",
    sql: rows(
      "s.objection IS NOT NULL AND \(kept("answered_on")) < \(kept("objected_on"))",
      telling: kept("objected_on"))
  ) { .notBefore(column: "objected_on", value: CalendarDate(dayNumber: $0.int32(1)).description) }

  /// What is said of an objection has one.
  static let isGiven = Judgement(
    column: "objection",
    sql: rows(
      "s.objection IS NULL AND coalesce(s.objected_on, s.answer, s.answered_on) IS NOT NULL")
  ) { _ in .needsOneOf(["objection"]) }

  private static func rows(_ condition: String, telling more: String = "NULL") -> String {
    """
    SELECT s.line, \(more) FROM temp.staged AS s
    LEFT JOIN disclosure AS f ON f.project_id = s.project_id AND f.village_code = s.village_code
      AND f.posted_on = s.posted_on AND f.objection = ifnull(s.objection, '')
      AND f.withdrawn IS NULL
    WHERE s.rejected = 0 AND s.withdraws = 0 AND \(condition)
    ORDER BY s.row
    """
  }

  /// A column after the merge.
  private static func kept(_ column: String) -> String {
    let bit = 1 << Sheet.disclosures.place(of: column)
    return "CASE WHEN s.clears & \(bit) THEN NULL ELSE ifnull(s.\(column), f.\(column)) END"
  }
}
