import Domain
import SQLite

/// A batch is money issued under one document. One source's money under another document than another source's
/// of the same number is taken, since either number may be what is wrong, and told.
enum BatchDocuments {
  /// Rows are compared with what stands of other sources, and with the rows before them.
  static let judgement = Judgement(
    column: "document_no",
    sql: """
      WITH told AS (
        SELECT batch_no, source, document_no, line, row FROM temp.staged
        WHERE rejected = 0 AND withdraws = 0 AND document_no IS NOT NULL
      ), standing AS (
        SELECT batch.batch_no, batch.source, issue.document_no
        FROM batch JOIN batch_issue AS issue ON issue.batch_id = batch.id AND issue.withdrawn IS NULL
        WHERE batch.batch_no IN (SELECT batch_no FROM told)
      ), other AS (
        SELECT * FROM told
        UNION ALL
        SELECT batch_no, source, document_no, NULL, -1 FROM standing
        WHERE (batch_no, source) NOT IN (
          SELECT batch_no, source FROM temp.staged
          WHERE batch_no IS NOT NULL AND source IS NOT NULL)
      )
      SELECT s.line, other.document_no, other.source, other.line, min(other.row)
      FROM told AS s JOIN other ON other.batch_no = s.batch_no AND other.source <> s.source
        AND other.document_no <> s.document_no AND other.row < s.row
      WHERE NOT EXISTS (
        SELECT 1 FROM standing
        WHERE standing.batch_no = s.batch_no AND standing.source = s.source
          AND standing.document_no = s.document_no)
      GROUP BY s.row ORDER BY s.row
      """
  ) { row in
    let source = FundSource(rawValue: row.int(2))?.name ?? ""
    let line = row.isNull(3) ? nil : row.int(3)
    return .notice(.otherDocument(row.text(1), source: source, line: line))
  }
}
