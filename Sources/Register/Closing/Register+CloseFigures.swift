import Domain
import SQLite

// The figures, places and quotas of a close. Figures are summed in SQL from the kept ones; which village
// belongs where is asked of the tree of places, as the report asks it.

extension Register {
  private static let figureNames = Figure.allCases.map(\.name)
  private static var figureColumns: String { figureNames.joined(separator: ", ") }
  private static var figureSums: String {
    figureNames.map { "sum(kept.\($0))" }.joined(separator: ", ")
  }

  /// The groupings with one row a code: how their code and class are found, and whether the months before
  /// the closed one are kept too.
  private static let groupings: [(name: String, code: String, class: String, keepsEarlier: Bool)] =
    [
      ("township", "place.township", "-1", false), ("county", "place.county", "-1", true),
      ("prefecture", "place.prefecture", "-1", true), ("area", "place.area", "-1", true),
      ("class", "0", "kept.class", true), ("total", "0", "-1", true),
    ]

  /// - Precondition: the kept figures of the year know just the entry before.
  func storeFigures(
    _ month: YearMonth, _ tree: RegionTree, by entry: Int64
  ) throws(SQLiteFailure) {
    try gatherPlaces(month, tree)
    let bindings: Bindings = [
      "year": Value(month.year), "month": Value(month.month), "entry": .integer(entry),
    ]
    try connection.run(
      """
      INSERT INTO closed_figure (year, month, of_month, grouping, code, class,
        \(Register.figureColumns), entered)
      SELECT year, month, month, 'village', village_code, class, \(Register.figureColumns), :entry
      FROM figure WHERE year = :year AND month = :month ORDER BY village_code, class
      """, bindings)
    let isByCounty = try placesElsewhere().isEmpty
    for grouping in Register.groupings {
      let detail: FigureDetail = isByCounty && grouping.keepsEarlier ? .county : .village
      try connection.run(
        """
        INSERT INTO closed_figure (year, month, of_month, grouping, code, class,
          \(Register.figureColumns), entered)
        SELECT :year, :month, kept.month, '\(grouping.name)', \(grouping.code) AS row_code,
          \(grouping.class) AS row_class, \(Register.figureSums), :entry
        FROM \(detail.table) AS kept
        JOIN temp.closing_place AS place ON place.village = kept.\(detail.column)
        WHERE kept.year = :year AND place.is_inside = 1
          AND kept.month \(grouping.keepsEarlier ? "<=" : "=") :month
        GROUP BY kept.month, row_code, row_class
        ORDER BY 3, 5, 6
        """, bindings)
    }
  }

  /// Fills `temp.closing_place` with where each village that counts anything, and its county, lies; 0 where that
  /// is not known.
  private func gatherPlaces(
    _ month: YearMonth, _ tree: RegionTree
  ) throws(SQLiteFailure) {
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS closing_place (
        village INTEGER PRIMARY KEY, township INTEGER NOT NULL, county INTEGER NOT NULL,
        prefecture INTEGER NOT NULL, area INTEGER NOT NULL, is_inside INTEGER NOT NULL);
      DELETE FROM temp.closing_place;
      """)
    var villages: [Int64] = []
    try connection.rows(
      """
      SELECT village_code FROM figure WHERE year = :year AND month <= :month
      UNION SELECT county_code FROM county_figure WHERE year = :year AND month <= :month
      """,
      ["year": Value(month.year), "month": Value(month.month)]
    ) { villages.append($0.int64(0)) }
    let statement = try connection.prepare(
      "INSERT INTO temp.closing_place VALUES (?, ?, ?, ?, ?, ?)")
    for village in villages {
      let code = RegionCode(village)
      let levels: [RegionLevel] = [.township, .county, .prefecture]
      let places = levels.map { level in code.flatMap { tree.place($0, at: level) } }
      let isInside = office.level == .province || code.map { tree.contains(office, $0) } == true
      let values =
        [village] + places.map { $0?.value ?? 0 }
        + [Int64(places[1].flatMap { tree[$0] }?.area?.rawValue ?? 0), isInside ? 1 : 0]
      for (index, value) in values.enumerated() { statement.bind(value, at: Int32(index) + 1) }
      _ = try statement.step()
      statement.reset()
    }
  }

  /// The places that the month's pages name, and all that they lie in.
  func storePlaces(
    _ month: YearMonth, _ tree: RegionTree, by entry: Int64
  ) throws(SQLiteFailure) {
    var named: Set<RegionCode> = Set(tree.withEnclosing(office))
    func name(_ code: Int64) {
      guard let code = RegionCode(code), !named.contains(code) else { return }
      named.formUnion(tree.withEnclosing(code))
    }
    try connection.rows("SELECT village FROM temp.closing_place") { name($0.int64(0)) }
    for target in try targetRows(month.year, Known(entry: entry)) { name(target.region.value) }
    for code in tree.codes where (tree[code]?.level ?? code.level) <= .county {
      if tree.contains(office, code) { named.formUnion(tree.withEnclosing(code)) }
    }
    try connection.execute(
      """
      CREATE TEMP TABLE IF NOT EXISTS closing_code (code INTEGER PRIMARY KEY);
      DELETE FROM temp.closing_code;
      """)
    let statement = try connection.prepare("INSERT INTO temp.closing_code VALUES (?)")
    for code in named {
      statement.bind(code.value, at: 1)
      _ = try statement.step()
      statement.reset()
    }
    try connection.run(
      """
      INSERT INTO closed_place (year, month, code, parent_code, level, name_zh, name_en, area,
        supported, national_key, tier, entered)
      SELECT :year, :month, region.code, parent_code, level, name_zh, name_en, area, supported,
        national_key, tier, :entry
      FROM temp.closing_code AS wanted JOIN region ON region.id = (
        SELECT id FROM region AS valid WHERE valid.code = wanted.code AND valid.withdrawn IS NULL
        ORDER BY valid.valid_from > :day, abs(valid.valid_from - :day) LIMIT 1)
      ORDER BY region.code
      """,
      [
        "year": Value(month.year), "month": Value(month.month),
        "day": Value(month.lastDay.dayNumber), "entry": .integer(entry),
      ])
  }

  func storeTargets(_ month: YearMonth, by entry: Int64) throws(SQLiteFailure) {
    let columns = "region_code, persons, \(TargetRow.monthColumns)"
    try connection.run(
      """
      INSERT INTO closed_target (year, month, \(columns), entered)
      SELECT :year, :month, \(columns), :entry FROM target
      WHERE programme = 'convergence' AND year = :year AND withdrawn IS NULL ORDER BY region_code
      """,
      ["year": Value(month.year), "month": Value(month.month), "entry": .integer(entry)])
  }
}
