import Domain
import SQLite

/// The poverty lines that stand, by region and day.
struct PovertyLines {
  private let lines: [RegionCode: [(since: DayNumber, line: PovertyLine)]]
  private let tree: RegionTree

  init(of register: Register, _ tree: RegionTree) throws(SQLiteFailure) {
    var lines: [RegionCode: [(since: DayNumber, line: PovertyLine)]] = [:]
    try register.connection.rows(
      """
      SELECT region_code, since, poverty_line_fen, dibao_line_fen FROM poverty_line
      WHERE withdrawn IS NULL ORDER BY since
      """
    ) { row in
      guard let region = RegionCode(row.int64(0)) else { return }
      let line = PovertyLine(povertyFen: row.int64(2), dibaoFen: row.optionalInt64(3))
      lines[region, default: []].append((row.int32(1), line))
    }
    self.lines = lines
    self.tree = tree
  }

  /// The line of the smallest place around a village that has one in force on the day.
  func line(of village: RegionCode, on day: DayNumber) -> PovertyLine? {
    for level in RegionLevel.allCases.reversed() {
      guard let place = tree.place(village, at: level),
        let line = lines[place]?.last(where: { $0.since <= day })?.line
      else { continue }
      return line
    }
    return nil
  }
}

/// A household whose class calls for an income below a line that its own is not below.
package struct HouseholdAboveLine: Sendable {
  package let householdNo: String
  package let village: RegionCode
  package let householdClass: HouseholdClass
  /// A person's income of the year before enrolment, as the roster gives it.
  package let incomeFen: Int64
  package let lineFen: Int64
}

extension Register {
  /// In the order of villages and numbers, of the day's homes (`gatherHomes`). Asked within
  /// `askingExceptions`.
  ///
  /// - Parameter tree: the places as known now.
  func householdsAboveLine(
    _ day: DayNumber, _ tree: RegionTree
  ) throws(SQLiteFailure) -> [HouseholdAboveLine] {
    var found: [HouseholdAboveLine] = []
    try forEachAboveLine(day, tree) { household throws(SQLiteFailure) in
      found.append(
        HouseholdAboveLine(
          householdNo: try householdNumber(household.id), village: household.village,
          householdClass: household.householdClass, incomeFen: household.incomeFen,
          lineFen: household.lineFen))
    }
    return found.sorted { ($0.village, $0.householdNo) < ($1.village, $1.householdNo) }
  }

  /// The same without their numbers, in no order.
  func forEachAboveLine(
    _ day: DayNumber, _ tree: RegionTree,
    _ body: (
      (
        id: Int64, village: RegionCode, householdClass: HouseholdClass, incomeFen: Int64,
        lineFen: Int64
      )
    ) throws(SQLiteFailure) -> Void
  ) throws(SQLiteFailure) {
    let lines = try PovertyLines(of: self, tree)
    try connection.rows(
      """
      SELECT home.household_id, home.village_code, home.class,
        circumstance.income_per_capita_fen
      FROM \(ExceptionQuery.candidates(.aboveLine))
      JOIN temp.home AS home ON home.household_id = candidate.household_id
      JOIN circumstance ON circumstance.household_id = home.household_id
        AND circumstance.withdrawn IS NULL
      WHERE home.class IS NOT NULL AND circumstance.income_per_capita_fen IS NOT NULL
      """
    ) { row throws(SQLiteFailure) in
      guard let village = RegionCode(row.int64(1)),
        let householdClass = HouseholdClass(rawValue: row.int(2)),
        let line = lines.line(of: village, on: day)?
          .exceeded(by: row.int64(3), as: householdClass)
      else { return }
      try body((row.int64(0), village, householdClass, row.int64(3), line))
    }
  }

  func aboveLines(
    _ day: DayNumber, _ tree: RegionTree
  ) throws(SQLiteFailure) -> [RegisterException] {
    try householdsAboveLine(day, tree).map { household in
      var exception = RegisterException(
        .aboveLine, household.householdNo, village: household.village.value)
      exception.fen = household.incomeFen
      exception.lineFen = household.lineFen
      exception.note = household.householdClass.name
      return exception
    }
  }
}
