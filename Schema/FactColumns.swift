import SQLite

/// The numbers of the columns of fact tables.
enum FactColumns {
  /// Numbers the columns that have no number yet, in the order of their tables. A number once given stays.
  static func number(on connection: borrowing Connection) throws(SQLiteFailure) {
    try connection.execute(
      """
      INSERT INTO fact_column (fact_table, number, name, kind, is_identity)
      SELECT listed.id,
        ifnull((SELECT max(number) FROM fact_column WHERE fact_table = listed.id), 0)
          + row_number() OVER (PARTITION BY listed.id ORDER BY info.cid),
        info.name, info.type,
        instr(' ' || ifnull(listed.identity, '') || ' ', ' ' || info.name || ' ') > 0
      FROM fact_table AS listed, pragma_table_info(listed.name) AS info
      WHERE info.name NOT IN ('id', 'salt', 'entered', 'withdrawn')
        AND NOT EXISTS (
          SELECT 1 FROM fact_column WHERE fact_table = listed.id AND name = info.name)
      ORDER BY listed.id, info.cid
      """)
  }
}
