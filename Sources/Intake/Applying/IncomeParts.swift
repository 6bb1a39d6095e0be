import SQLite

// An income row keeps the parts it does not give, so the total is that of the parts that will stand: the row's,
// and the standing ones where its cells are empty. A total that was made of parts moves with them; one that
// was given must be their sum.

/// The parts of a household's income, `s` the row and `f` the standing fact.
enum IncomeParts {
  static let all = ["wage", "business", "transfer", "property", "cost"]

  /// The same of a row that nothing stands beside, by the table's columns.
  static let plainSum = PlainWay.Sum(
    added: all.filter { $0 != "cost" }.map { "\($0)_fen" }, taken: ["cost_fen"],
    whole: "total_fen")

  /// What the parts that will stand add up to, in fen; NULL where none will.
  static let sum: String = {
    let parts = all.map { kept($0) }
    let signed = zip(all, parts).map { "\($0 == "cost" ? "-" : "+") ifnull(\($1), 0)" }
    return """
      CASE WHEN coalesce(\(parts.joined(separator: ", "))) IS NOT NULL
        THEN 0 \(signed.joined(separator: " ")) END
      """
  }()

  /// A part after the merge.
  private static func kept(_ part: String) -> String {
    "CASE WHEN s.clears & \(bit(part)) THEN NULL ELSE ifnull(s.\(part), f.\(part)_fen) END"
  }

  private static let standingParts = all.map { "f.\($0)_fen" }.joined(separator: ", ")

  private static let isTotalCleared = "s.clears & \(bit("total")) <> 0"

  /// Which bit of `clears` says that a column is emptied.
  private static func bit(_ column: String) -> Int { 1 << Sheet.income.place(of: column) }

  /// A total given, now or before without parts, that the parts do not make.
  static let total = Judgement(
    column: "total",
    sql: """
      SELECT s.line, \(sum) AS parts
      FROM temp.staged AS s LEFT JOIN income AS f
        ON f.household_id = s.household_id AND f.year = s.year AND f.withdrawn IS NULL
      WHERE s.rejected = 0 AND s.withdraws = 0
        AND parts <> ifnull(s.total, CASE
          WHEN coalesce(\(standingParts)) IS NULL AND NOT \(isTotalCleared) THEN f.total_fen END)
      """
  ) { .totalIsNotSum(shouldBe: $0.int64(1)) }

  /// A row after which there would be neither parts nor a total: a total that parts made goes with the last of
  /// them.
  static let nothing = Judgement(
    column: "total",
    sql: """
      SELECT s.line FROM temp.staged AS s LEFT JOIN income AS f
        ON f.household_id = s.household_id AND f.year = s.year AND f.withdrawn IS NULL
      WHERE s.rejected = 0 AND s.withdraws = 0 AND coalesce(s.total, \(sum)) IS NULL
        AND (f.id IS NULL OR \(isTotalCleared) OR coalesce(\(standingParts)) IS NOT NULL)
      """
  ) { _ in .needsOneOf(["wage", "business", "transfer", "property", "total"]) }
}
