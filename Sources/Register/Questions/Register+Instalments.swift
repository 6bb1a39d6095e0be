import Domain
import SQLite

/// Where a household's money of a project that pays by instalments stands on a day, in fen.
package struct InstalmentState: Sendable, Equatable {
  package let instalments: Instalments
  package let stage: Instalments.Stage
  /// Allocated to the household by the day, net.
  package let allocatedFen: Int64
  /// Paid to it of that by the day, net.
  package let paidFen: Int64

  package var allowedFen: Int64 { instalments.allowed(of: allocatedFen, by: stage) }
  /// What the rule still allows.
  package var dueFen: Int64 { max(0, allowedFen - paidFen) }
}

extension Register {
  /// The rung on which money of a project and batch stands with a household; nil where there is none. Where the
  /// batch has several sources and none is named, the first.
  package func householdRung(
    household: String, project: String, batch: String, source: FundSource?
  ) throws(SQLiteFailure) -> Int64? {
    try connection.first(
      """
      SELECT account.id FROM account
      JOIN household ON household.id = account.household_id
      JOIN project ON project.id = account.project_id
      JOIN batch ON batch.id = account.batch_id
      WHERE account.rung = \(Rung.household.rawValue) AND household.household_no = :household
        AND project.project_no = :project AND batch.batch_no = :batch
        AND (:source IS NULL OR batch.source = :source)
      ORDER BY batch.source LIMIT 1
      """,
      [
        "household": .text(household), "project": .text(project), "batch": .text(batch),
        "source": source.map { Value($0.rawValue) } ?? .null,
      ]
    ) { $0.int64(0) }
  }

  /// Nil where the project of the rung has agreed on no instalments.
  package func instalments(
    ofRung account: Int64, on day: DayNumber
  ) throws(SQLiteFailure) -> InstalmentState? {
    let state: InstalmentState?? = try connection.first(
      """
      SELECT record.instalments,
        ifnull((SELECT sum(amount_fen) FROM movement
          WHERE lower_id = account.id AND withdrawn IS NULL AND moved_on <= :day), 0),
        ifnull((SELECT sum(amount_fen) FROM movement
          WHERE upper_id = account.id AND withdrawn IS NULL AND moved_on <= :day), 0),
        EXISTS (SELECT 1 FROM project_step
          WHERE project_id = account.project_id AND step = \(ProjectStep.started.rawValue)
            AND withdrawn IS NULL AND stepped_on <= :day),
        EXISTS (SELECT 1 FROM progress
          WHERE project_id = account.project_id AND withdrawn IS NULL AND logged_on <= :day
            AND (household_id IS NULL OR household_id = account.household_id)
            AND percent_hundredths >= \(Instalments.nearlyCompleteHundredths)),
        EXISTS (SELECT 1 FROM project_step
          WHERE project_id = account.project_id AND step = \(ProjectStep.accepted.rawValue)
            AND grade <> \(Grade.unqualified.rawValue)
            AND withdrawn IS NULL AND stepped_on <= :day)
      FROM account JOIN project_record AS record ON record.project_id = account.project_id
        AND record.withdrawn IS NULL
      WHERE account.id = :account
      """, ["account": .integer(account), "day": Value(day)]
    ) { row in
      guard let instalments = row.optionalText(0).flatMap({ Instalments($0) }) else { return nil }
      let isStarted = row.int(3) == 1
      let stage: Instalments.Stage =
        row.int(5) == 1
        ? .accepted : !isStarted ? .notStarted : row.int(4) == 1 ? .nearlyComplete : .started
      return InstalmentState(
        instalments: instalments, stage: stage, allocatedFen: row.int64(1), paidFen: row.int64(2))
    }
    return state ?? nil
  }
}
