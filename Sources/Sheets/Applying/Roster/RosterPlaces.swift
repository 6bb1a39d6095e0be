import SQLite

/// Villages written by the names of township and village.
enum RosterPlaces {
  /// Gives rows without a village code the code that their names mean; each pair of names is looked up once.
  static func resolveNames(_ work: ImportWork) throws(SQLiteFailure) {
    guard work.match.holds("village") else { return }
    var pairs: [(township: String?, village: String)] = []
    try work.register.connection.rows(
      """
      SELECT DISTINCT township, village FROM temp.staged
      WHERE village_code IS NULL AND village IS NOT NULL
      """
    ) { pairs.append(($0.optionalText(0), $0.text(1))) }
    for pair in pairs { try resolve(pair.township, pair.village, work) }
  }

  private static func resolve(
    _ township: String?, _ village: String, _ work: ImportWork
  ) throws(SQLiteFailure) {
    var candidates: [(code: Int64, place: String)] = []
    try work.register.connection.rows(
      """
      SELECT village.code, township.name_zh || village.name_zh || ' ' || village.code
      FROM region AS village
      JOIN region AS township ON township.code = village.parent_code
        AND township.withdrawn IS NULL
      WHERE village.withdrawn IS NULL AND village.level = 5
        AND (village.name_zh IN (:village, :village || '村', :village || '社区')
          OR village.name_en = :village COLLATE NOCASE)
        AND (:township IS NULL
          OR township.name_zh IN (:township, :township || '乡', :township || '镇')
          OR township.name_en = :township COLLATE NOCASE)
        AND (:office % 100 = 0 OR village.code / 1000000 = :office)
        AND (:office % 10000 = 0 OR village.code / 100000000 = :office / 100)
      """,
      [
        "village": .text(village), "township": Value(township),
        "office": .integer(work.register.office.value),
      ]
    ) { candidates.append(($0.int64(0), $0.text(1))) }
    if candidates.count == 1 {
      try work.register.connection.run(
        """
        UPDATE temp.staged SET village_code = :code
        WHERE village_code IS NULL AND village = :village AND township IS :township
        """,
        [
          "code": .integer(candidates[0].code), "village": .text(village),
          "township": Value(township),
        ])
      return
    }
    let names = candidates.map(\.place)
    try work.faults(
      "village",
      """
      SELECT line FROM temp.staged
      WHERE village_code IS NULL AND village = :village AND township IS :township
      """, ["village": .text(village), "township": Value(township)]
    ) { _ in names.isEmpty ? .unknown(.region, nearest: []) : .ambiguousPlace(candidates: names) }
  }
}
