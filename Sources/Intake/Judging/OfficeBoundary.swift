import Domain
import Register
import SQLite

// A county's register takes facts of regions inside the county or enclosing it, and no others; a prefecture's
// likewise; a province's accepts all, unless the import is said to be one county's.

enum OfficeBoundary {
  /// Rows that name a region outside.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    let office = work.boundary
    guard office.level != .province else { return }
    for column in work.sheet.columns {
      guard case .region = column.kind, work.holds(column.name) else { continue }
      var outside: [(line: Int, code: RegionCode)] = []
      try work.register.connection.rows(
        """
        SELECT line, "\(column.name)" FROM temp.staged WHERE "\(column.name)" IS NOT NULL
        """
      ) { row in
        guard let region = RegionCode(row.int64(1)) else { return }
        if !office.contains(region), !region.contains(office) {
          outside.append((row.int(0), region))
        }
      }
      add(outside, column.name, work)
    }
  }

  /// Rows about a household or a project that stands outside, where one county is asked for; elsewhere the
  /// register holds none.
  static func judgeStanding(_ work: ImportWork) throws(SQLiteFailure) {
    let office = work.boundary
    guard office != work.register.office, office.level == .county else { return }
    if work.sheet.index(of: "household_no") != nil {
      try judge(
        work, "household_no",
        """
        SELECT staged.line, residence.village_code
        FROM temp.staged AS staged
        JOIN household ON household.household_no = staged.household_no
        JOIN residence ON residence.household_id = household.id AND residence.withdrawn IS NULL
          AND residence.since = (
            SELECT max(since) FROM residence
            WHERE household_id = household.id AND withdrawn IS NULL)
        WHERE residence.village_code / 1000000 <> :county ORDER BY staged.row
        """)
    }
    if work.sheet.index(of: "project_no") != nil {
      try judge(
        work, "project_no",
        """
        SELECT staged.line, project_record.county_code
        FROM temp.staged AS staged
        JOIN project ON project.project_no = staged.project_no
        JOIN project_record ON project_record.project_id = project.id
          AND project_record.withdrawn IS NULL
        WHERE project_record.county_code <> :county ORDER BY staged.row
        """)
    }
  }

  private static func judge(
    _ work: ImportWork, _ column: String, _ sql: String
  ) throws(SQLiteFailure) {
    var outside: [(line: Int, code: RegionCode)] = []
    try work.register.connection.rows(sql, ["county": .integer(work.boundary.value)]) { row in
      if let region = RegionCode(row.int64(1)) { outside.append((row.int(0), region)) }
    }
    add(outside, column, work)
  }

  private static func add(
    _ outside: [(line: Int, code: RegionCode)], _ column: String, _ work: ImportWork
  ) {
    guard !outside.isEmpty else { return }
    let places = RegionNames()
    for row in outside {
      work.add(
        Fault(
          line: row.line, column: column, value: String(row.code.value),
          .outsideOffice(
            region: row.code.value, office: work.boundary.value,
            place: places.township(of: row.code))))
    }
  }
}

/// The names of the places of the region table.
struct RegionNames {
  private let places: [Int64: FoundingRegion]

  init() {
    let townships = FoundingRegion.all.filter { $0.level <= .township }
    places = Dictionary(townships.map { ($0.code, $0) }) { first, _ in first }
  }

  /// A place's own name.
  func own(_ code: RegionCode) -> FaultKind.PlaceNames? {
    places[code.value].map {
      FaultKind.PlaceNames(english: $0.nameEnglish, chinese: $0.nameChinese)
    }
  }

  /// The place's township and county, or what of them is known; nil where nothing is.
  func township(of code: RegionCode) -> FaultKind.PlaceNames? {
    let known = [code.township, code.county ?? code].compactMap(\.self)
      .compactMap { places[$0.value] }
    guard !known.isEmpty else { return nil }
    return FaultKind.PlaceNames(
      english: known.map(\.nameEnglish).joined(separator: ", "),
      chinese: known.reversed().map(\.nameChinese).joined())
  }
}
