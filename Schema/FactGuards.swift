import SQLite

/// What a fact table refuses whoever writes to it, made from `fact_table` and `fact_column`.
///
/// A row enters with the open entry, is never deleted, and is changed in two ways alone: its mark of
/// withdrawal is set once, and its identity is emptied where a redaction says so. The row id goes by four
/// names, each of which an UPDATE may use.
struct FactGuards {
  private let number: Int64
  private let table: String
  private let canWithdraw: Bool
  private var plain: [String] = []
  private var identity: [String] = []

  private init(number: Int64, table: String, canWithdraw: Bool) {
    self.number = number
    self.table = table
    self.canWithdraw = canWithdraw
  }

  private var isPersonal: Bool { !identity.isEmpty }

  /// Makes the guards that are missing, and those anew that a change of the lists has changed.
  static func make(on connection: borrowing Connection) throws(SQLiteFailure) {
    let tables = try listed(on: connection)
    var wanted: [(kind: String, name: String, sql: String)] = []
    for table in tables { wanted += table.triggers.map { ("TRIGGER", $0.name, $0.sql) } }
    wanted.append(("TRIGGER", "redaction_of_person", redactionGuard(tables)))
    wanted.append(("VIEW", "newest_fact", newestFact(tables)))
    // By name: each would else be looked for among all.
    var present: [String: String] = [:]
    try connection.rows("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL") {
      present[$0.text(0)] = $0.text(1)
    }
    for (kind, name, sql) in wanted where present[name] != sql {
      if present[name] != nil { try connection.execute("DROP \(kind) \(name)") }
      try connection.execute(sql)
    }
  }

  private static func listed(on connection: borrowing Connection) throws(SQLiteFailure)
    -> [FactGuards]
  {
    var tables: [FactGuards] = []
    try connection.rows(
      """
      SELECT t.id, t.name, t.can_withdraw, c.name, c.is_identity
      FROM fact_table AS t JOIN fact_column AS c ON c.fact_table = t.id
      ORDER BY t.id, c.number
      """
    ) { row in
      if tables.last?.number != row.int64(0) {
        tables.append(
          FactGuards(number: row.int64(0), table: row.text(1), canWithdraw: row.int(2) == 1))
      }
      if row.int(4) == 1 {
        tables[tables.count - 1].identity.append(row.text(3))
      } else {
        tables[tables.count - 1].plain.append(row.text(3))
      }
    }
    return tables
  }

  private var triggers: [(name: String, sql: String)] {
    [
      ("\(table)_enters", enters), ("\(table)_stays", stays), ("\(table)_fixed", fixed),
    ] + (canWithdraw ? [("\(table)_withdrawn_once", withdrawnOnce)] : [])
  }

  private var enters: String {
    """
    CREATE TRIGGER \(table)_enters BEFORE INSERT ON \(table)
    WHEN \(canWithdraw ? "NEW.withdrawn IS NOT NULL OR " : "")NOT EXISTS (
      SELECT 1 FROM entry WHERE id = NEW.entered AND is_judged = 0)
    BEGIN
      SELECT RAISE(ABORT, 'rule: entry_open');
    END
    """
  }

  private var stays: String {
    """
    CREATE TRIGGER \(table)_stays BEFORE DELETE ON \(table)
    BEGIN
      SELECT RAISE(ABORT, 'rule: fact_stays');
    END
    """
  }

  private var fixed: String {
    let salt = isPersonal ? ["salt"] : []
    let columns = ["id", "rowid", "oid", "_rowid_"] + plain + identity + salt + ["entered"]
    return """
      CREATE TRIGGER \(table)_fixed BEFORE UPDATE OF \(columns.joined(separator: ", ")) ON \(table)
      \(isPersonal ? redacted + "\n" : "")BEGIN
        SELECT RAISE(ABORT, 'rule: fact_fixed');
      END
      """
  }

  /// Unless a redaction of the row empties everything that says who the person is, and nothing else.
  private var redacted: String {
    let emptied = (identity + ["salt"]).map { "NEW.\($0)" }.joined(separator: ", ")
    let kept = (["id"] + plain + ["entered"]).map { "OR NEW.\($0) IS NOT OLD.\($0)" }
    return """
      WHEN NOT EXISTS (SELECT 1 FROM redaction WHERE fact_table = \(number) AND fact_id = OLD.id)
        OR coalesce(\(emptied)) IS NOT NULL
        \(kept.joined(separator: " "))
      """
  }

  private var withdrawnOnce: String {
    """
    CREATE TRIGGER \(table)_withdrawn_once BEFORE UPDATE OF withdrawn ON \(table)
    WHEN OLD.withdrawn IS NOT NULL OR NEW.withdrawn IS NULL OR NOT EXISTS (
      SELECT 1 FROM entry WHERE id = NEW.withdrawn AND is_judged = 0)
    BEGIN
      SELECT RAISE(ABORT, 'rule: withdrawn_once');
    END
    """
  }

  /// A redaction is of a person's row that is there.
  private static func redactionGuard(_ tables: [FactGuards]) -> String {
    let rows = tables.filter(\.isPersonal).map {
      "SELECT 1 FROM \($0.table) WHERE NEW.fact_table = \($0.number) AND id = NEW.fact_id"
    }
    return """
      CREATE TRIGGER redaction_of_person BEFORE INSERT ON redaction
      WHEN NOT EXISTS (
        \(rows.joined(separator: "\n  UNION ALL ")))
      BEGIN
        SELECT RAISE(ABORT, 'rule: redaction');
      END
      """
  }

  /// The last row of each fact table; `entry_part` must speak of it when an entry is judged, or the rules and
  /// the chain would pass over what it does not mention.
  private static func newestFact(_ tables: [FactGuards]) -> String {
    let rows = tables.map {
      "SELECT \($0.number) AS fact_table, max(id) AS last_id FROM \($0.table)"
    }
    return "CREATE VIEW newest_fact AS\n" + rows.joined(separator: "\nUNION ALL ")
  }
}
