import Domain
import SQLite

/// A fund that no batch and no project has yet, named nearly as one that is known: taken, since a fund may bear
/// any name, and told once for each such name.
enum NewFunds {
  /// - Parameter work: of a sheet with the column `fund`.
  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    guard work.holds("fund") else { return }
    var new: [(name: String, line: Int)] = []
    try work.register.connection.rows(
      """
      SELECT s.fund, min(s.line) FROM temp.staged AS s
      WHERE s.rejected = 0 AND s.withdraws = 0 AND s.fund IS NOT NULL
        AND s.fund NOT IN (\(standing))
      GROUP BY s.fund ORDER BY min(s.row)
      """
    ) { new.append(($0.text(0), $0.int(1))) }
    new.removeAll { Fund($0.name).isKnown }
    guard !new.isEmpty else { return }
    var known = Fund.withKeys.flatMap { [$0.name, $0.chinese] }
    try work.register.connection.rows("\(kept(work.sheet)) ORDER BY 1") { row in
      let name = row.text(0)
      if !known.contains(name) { known.append(name) }
    }
    for (name, line) in new {
      let near = NewFunds.near(name, among: known)
      if !near.isEmpty {
        work.warn(
          Fault(
            line: line, column: "fund", value: try work.written("fund", line: line),
            .notice(.nearFund(near))))
      }
      known.append(name)
    }
  }

  /// The funds that batches and projects have.
  private static let standing = """
    SELECT fund FROM batch_issue WHERE withdrawn IS NULL
    UNION SELECT fund FROM project_record WHERE withdrawn IS NULL AND fund IS NOT NULL
    """

  /// The funds that they have after the sheet's rows: without those that rows replace.
  private static func kept(_ sheet: Sheet) -> String {
    let rows = "s.rejected = 0 AND s.withdraws = 0 AND s.fund <> held.fund"
    let batches = """
      SELECT held.batch_id FROM temp.staged AS s
      JOIN batch ON batch.batch_no = s.batch_no AND batch.source = s.source
      JOIN batch_issue AS held ON held.batch_id = batch.id AND held.withdrawn IS NULL
      WHERE \(rows)
      """
    let projects = """
      SELECT held.project_id FROM temp.staged AS s
      JOIN project ON project.project_no = s.project_no
      JOIN project_record AS held ON held.project_id = project.id AND held.withdrawn IS NULL
      WHERE \(rows)
      """
    let isOfBatches = sheet.name == Sheet.batches.name
    return """
      SELECT fund FROM batch_issue
      WHERE withdrawn IS NULL AND batch_id NOT IN (\(isOfBatches ? batches : ""))
      UNION SELECT fund FROM project_record
      WHERE withdrawn IS NULL AND fund IS NOT NULL
        AND project_id NOT IN (\(isOfBatches ? "" : projects))
      """
  }

  /// At most three names that were probably meant. Names of funds are like each other in any case, so that few
  /// slips are allowed, and none in a number.
  private static func near(_ name: String, among known: [String]) -> [String] {
    Nearest.keys(to: name, among: known).filter { other in
      let allowed = max(1, min(name.count, other.count) / 5)
      return name.filter(\.isNumber) == other.filter(\.isNumber)
        && (other.hasPrefix(name) || CodeSuggestion.distance(name, other) <= allowed)
    }
  }
}
