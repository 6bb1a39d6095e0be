import Domain
import Register
import SQLite

// Counties name their files for themselves: `roster_433123.csv`, `凤凰县花名册.csv`, `Fenghuang roster.csv`. A
// name that says another county than every row of the file is a file taken by mistake, or a template that
// somebody else filled in before; it is worth a warning and no more.

enum NamedCounty {
  /// A command's rows come from no file, and reading the names of all counties takes longer than its entry.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    guard work.isFile else { return }
    let named = counties(in: work.name)
    guard !named.isEmpty else { return }
    if let warning = warning(work.name, named, try countiesOfRows(work)) { work.warn(warning) }
  }

  /// The warning for a file whose rows are of the given regions; nil where there is nothing to say.
  static func warning(_ name: String, rowsIn regions: some Sequence<Int64>) -> Fault? {
    let named = counties(in: name)
    guard !named.isEmpty else { return nil }
    let rows = Set(regions.compactMap { RegionCode($0)?.county?.value })
    return warning(name, named, rows.sorted())
  }

  private static func warning(_ name: String, _ named: [Int64], _ rows: [Int64]) -> Fault? {
    guard let first = named.first, let other = rows.first,
      named.allSatisfy({ !rows.contains($0) })
    else { return nil }
    return Fault(
      line: 0, column: nil, value: name, .notice(.fileNamesCounty(first, rows: other)))
  }

  /// The counties that a name speaks of, by code or by name.
  static func counties(in name: String) -> [Int64] {
    let lower = name.lowercased()
    let numbers = Set(lower.split { !("0"..."9").contains($0) }.compactMap(code))
    let words = Set(lower.split { !("a"..."z").contains($0) }.map(String.init))
    return knownCounties.filter { region in
      numbers.contains(region.code) || isNamed(region, in: lower, words)
    }.map(\.code)
  }

  /// Read once: a folder of files asks for each of them.
  private static let knownCounties = FoundingRegion.offices.filter { $0.level == .county }

  /// The county of a code of 6, 9 or 12 digits.
  private static func code(_ digits: Substring) -> Int64? {
    [6, 9, 12].contains(digits.count) ? Int64(digits.prefix(6)) : nil
  }

  /// `凤凰县` or `凤凰`, `fenghuang`; a name of one character, or of three letters, is also a word.
  private static func isNamed(
    _ region: FoundingRegion, in name: String, _ words: Set<String>
  ) -> Bool {
    if name.contains(region.nameChinese) { return true }
    let short = region.nameChinese.dropLast()
    if short.count >= 2, "县市区".contains(region.nameChinese.suffix(1)), name.contains(short) {
      return true
    }
    let english = region.nameEnglish.lowercased().split(separator: " ").first.map(String.init) ?? ""
    return english.count >= 4 && words.contains(english)
  }

  /// The counties that the file's regions lie in, else those of its households.
  private static func countiesOfRows(_ work: ImportWork) throws(SQLiteFailure) -> [Int64] {
    var found: Set<Int64> = []
    for column in work.sheet.columns {
      guard case .region = column.kind, work.holds(column.name) else { continue }
      try work.register.connection.rows(
        """
        SELECT DISTINCT "\(column.name)" FROM temp.staged WHERE "\(column.name)" IS NOT NULL
        """
      ) { row in
        if let county = RegionCode(row.int64(0))?.county { found.insert(county.value) }
      }
    }
    found.formUnion(work.unchanged.namedCounties)
    guard found.isEmpty, work.holds("household_no") else { return found.sorted() }
    var households = ["SELECT id FROM temp.staged JOIN household USING (household_no)"]
    if !work.unchanged.rows.isEmpty {
      households.append("SELECT household_id FROM temp.unchanged_household")
    }
    for household in households {
      try work.register.connection.rows(
        """
        SELECT DISTINCT village_code / 1000000 FROM residence
        WHERE withdrawn IS NULL AND household_id IN (\(household))
        """
      ) { found.insert($0.int64(0)) }
    }
    return found.sorted()
  }
}
