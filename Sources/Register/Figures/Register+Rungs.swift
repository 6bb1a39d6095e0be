import Domain
import SQLite

/// What decides in which group of a month's pages an account is, as known at an entry.
struct RungPlaces {
  let known: Known
  fileprivate var batches: [Int64: (source: FundSource, fund: String)] = [:]
  /// Of projects.
  fileprivate var counties: [Int64: Int64] = [:]
}

extension Register {
  /// - Parameter projects: the end of a condition on a project's id; nil where all may be asked about.
  func rungPlaces(
    _ known: Known, ofProjects projects: String? = nil
  ) throws(SQLiteFailure) -> RungPlaces {
    var places = RungPlaces(known: known)
    let bindings: Bindings = ["known": .integer(known.entry)]
    try connection.rows(
      """
      SELECT batch.id, batch.source, ifnull(issue.fund, '') FROM batch
      LEFT JOIN (\(Known.query("batch_id, fund", from: "batch_issue"))) AS issue
        ON issue.batch_id = batch.id
      """, bindings
    ) { row in
      if let source = FundSource(rawValue: row.int(1)) {
        places.batches[row.int64(0)] = (source, row.text(2))
      }
    }
    try connection.rows(
      Known.query(
        "project_id, county_code", from: "project_record",
        where: projects.map { "project_id \($0)" }), bindings
    ) { places.counties[$0.int64(0)] = $0.int64(1) }
    return places
  }

  /// The money on the rungs at the ends of months.
  ///
  /// - Parameter among: the end of a condition on an account's id; nil where all are asked about, of few months.
  func countRungs(
    _ months: [YearMonth], _ places: RungPlaces, among: String? = nil
  ) throws(SQLiteFailure) -> RungSums {
    var flows = RungFlows(months, try rungAccounts(places, among: among))
    let known = places.known
    let bindings: Bindings = ["known": .integer(known.entry)]
    try connection.rows(
      known.facts(
        "account_id, amount_fen, issued_on", from: "batch_issue",
        where: among.map { "account_id \($0)" }), bindings
    ) { flows.takeIn($0.int64(0), $0.int64(1), on: $0.int32(2)) }
    guard let among else {
      // All of a table are read as they lie.
      try connection.rows(
        """
        SELECT upper_id, lower_id, amount_fen, moved_on FROM movement NOT INDEXED
        WHERE entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
        """, bindings
      ) { row in
        let (fen, day) = (row.int64(2), row.int32(3))
        flows.takeOut(row.int64(0), fen, on: day)
        flows.takeIn(row.int64(1), fen, on: day)
      }
      return flows.sums()
    }
    try connection.rows(
      known.facts(
        "lower_id, amount_fen, moved_on", from: "movement", where: "lower_id \(among)"), bindings
    ) { flows.takeIn($0.int64(0), $0.int64(1), on: $0.int32(2)) }
    try connection.rows(
      known.facts(
        "upper_id, amount_fen, moved_on", from: "movement", where: "upper_id \(among)"), bindings
    ) { flows.takeOut($0.int64(0), $0.int64(1), on: $0.int32(2)) }
    return flows.sums()
  }

  private func rungAccounts(
    _ places: RungPlaces, among: String?
  ) throws(SQLiteFailure) -> RungAccounts {
    var accounts = RungAccounts()
    // A project's accounts mostly follow each other.
    var (project, itsCounty): (Int64, Int64) = (0, 0)
    try connection.rows(
      """
      SELECT id, rung, batch_id, county_code, project_id FROM account NOT INDEXED
      \(among.map { "WHERE id \($0)" } ?? "") ORDER BY id
      """
    ) { row in
      let rung = row.int(1)
      var county: Int64 = 0
      if rung == Rung.county.rawValue {
        county = row.optionalInt64(3) ?? 0
      } else if let own = row.optionalInt64(4) {
        if own != project { (project, itsCounty) = (own, places.counties[own] ?? 0) }
        county = itsCounty
      }
      accounts.add(row.int64(0), rung, batch: row.int64(2), county) { rung, batch in
        guard let rung = Rung(rawValue: rung), let batch = places.batches[batch] else { return nil }
        return RungGroup(rung: rung, fund: batch.fund, source: batch.source, county: county)
      }
    }
    return accounts
  }
}
