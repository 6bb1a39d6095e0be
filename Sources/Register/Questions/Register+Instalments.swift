import Domain
import SQLite

/// Where money of a project that pays by instalments stands on a day, in fen: what of one batch and source is a
/// household's, or is the project's own to pay others from.
package struct InstalmentState: Sendable, Equatable {
  package let source: FundSource
  package let instalments: Instalments
  package let stage: Instalments.Stage
  /// Allocated to the household by the day, net; of a project what came to it less what went on to households.
  package let allocatedFen: Int64
  /// Paid of that by the day, net.
  package let paidFen: Int64

  package var allowedFen: Int64 { instalments.allowed(of: allocatedFen, by: stage) }
  /// What the rule still allows.
  package var dueFen: Int64 { max(0, allowedFen - paidFen) }
}

extension Register {
  /// The states of a project's money of a batch on a day, one a source and in their order; only of the source
  /// that is named, where one is. Empty where no money ever came there, or the project has agreed on no
  /// instalments.
  ///
  /// - Parameter household: whose money is asked for; nil: the project's own.
  package func instalments(
    ofHousehold household: String?, project: String, batch: String, source: FundSource?,
    on day: DayNumber
  ) throws(SQLiteFailure) -> [InstalmentState] {
    let rung: Rung = household == nil ? .project : .household
    return try instalmentStates(
      """
      account.rung = \(rung.rawValue)
        AND account.project_id = (SELECT id FROM project WHERE project_no = :project)
        AND account.household_id IS (SELECT id FROM household WHERE household_no = :household)
        AND batch.batch_no = :batch AND (:source IS NULL OR batch.source = :source)
      """,
      [
        "household": household.map(Value.text) ?? .null, "project": .text(project),
        "batch": .text(batch), "source": source.map { Value($0.rawValue) } ?? .null,
        "day": Value(day),
      ])
  }

  /// The state of a household's rung or a project's; nil where the project has agreed on no instalments.
  package func instalments(
    ofRung account: Int64, on day: DayNumber
  ) throws(SQLiteFailure) -> InstalmentState? {
    try instalmentStates(
      "account.id = :account", ["account": .integer(account), "day": Value(day)]
    ).first
  }

  /// - Parameter condition: which accounts, all of rung 2 or 3, in SQL.
  private func instalmentStates(
    _ condition: String, _ bindings: Bindings
  ) throws(SQLiteFailure) -> [InstalmentState] {
    var states: [InstalmentState] = []
    try connection.rows(
      """
      SELECT batch.source, record.instalments,
        ifnull((SELECT sum(amount_fen) FROM movement
          WHERE lower_id = account.id AND withdrawn IS NULL AND moved_on <= :day), 0)
        - \(gone(to: .household)),
        \(gone(to: .paid)),
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
      FROM account JOIN batch ON batch.id = account.batch_id
      JOIN project_record AS record ON record.project_id = account.project_id
        AND record.withdrawn IS NULL
      WHERE \(condition)
      ORDER BY batch.source
      """, bindings
    ) { row in
      guard let source = FundSource(rawValue: row.int(0)),
        let instalments = row.optionalText(1).flatMap({ Instalments($0) })
      else { return }
      let isStarted = row.int(4) == 1
      let stage: Instalments.Stage =
        row.int(6) == 1
        ? .accepted : !isStarted ? .notStarted : row.int(5) == 1 ? .nearlyComplete : .started
      states.append(
        InstalmentState(
          source: source, instalments: instalments, stage: stage, allocatedFen: row.int64(2),
          paidFen: row.int64(3)))
    }
    return states
  }

  /// What left the account by the day to places of a rung, net, in SQL.
  private func gone(to rung: Rung) -> String {
    """
    ifnull((SELECT sum(amount_fen) FROM movement JOIN account AS below ON below.id = movement.lower_id
        WHERE movement.upper_id = account.id AND movement.withdrawn IS NULL AND moved_on <= :day
          AND below.rung = \(rung.rawValue)), 0)
    """
  }
}
