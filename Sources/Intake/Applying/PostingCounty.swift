import SQLite

/// A project that is first posted in a village of another county than its own: taken, since either may be what is
/// wrong and what the public says of it is always taken, and told.
enum PostingCounty {
  static let judgement = Judgement(
    column: "village_code",
    sql: """
      SELECT s.line, s.project_no, record.county_code FROM temp.staged AS s
      JOIN project_record AS record ON record.project_id = s.project_id AND record.withdrawn IS NULL
      WHERE s.rejected = 0 AND s.withdraws = 0 AND s.village_code / 1000000 <> record.county_code
        AND NOT EXISTS (
          SELECT 1 FROM disclosure AS posted
          WHERE posted.project_id = s.project_id AND posted.village_code = s.village_code
            AND posted.withdrawn IS NULL)
      ORDER BY s.row
      """
  ) { .notice(.postedElsewhere(project: $0.text(1), county: $0.int64(2))) }
}
