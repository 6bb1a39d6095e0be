import Domain
import SQLite

/// The poverty lines that stand, by region and day.
struct PovertyLines {
  /// The places, and the day from which they are so; the first also for days before.
  typealias Places = (since: DayNumber, tree: RegionTree)

  private let lines: [RegionCode: [(since: DayNumber, line: PovertyLine)]]
  private let places: [Places]

  /// - Parameter places: in the order of their days.
  init(of register: Register, _ places: [Places]) throws(SQLiteFailure) {
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
    self.places = places
  }

  /// The line of the smallest place around a village that has one in force on the day.
  func line(of village: RegionCode, on day: DayNumber) -> PovertyLine? {
    let tree = (places.last { $0.since <= day } ?? places.first)?.tree
    for level in RegionLevel.allCases.reversed() {
      guard let place = tree?.place(village, at: level),
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

extension ExceptionQuery {
  /// Households whose class and income are known; which line they are held to is judged.
  static let aboveLine = ExceptionQuery(
    kind: .aboveLine,
    tables: """
      \(candidates(.aboveLine)) \(homes)
      CROSS JOIN circumstance ON circumstance.household_id = candidate.household_id
      """,
    condition: """
      circumstance.withdrawn IS NULL AND home.class IS NOT NULL
        AND circumstance.income_per_capita_fen IS NOT NULL
      """, village: "home.village_code",
    naming: "JOIN household ON household.id = candidate.household_id",
    columns: "home.class, circumstance.income_per_capita_fen",
    judged: "home.class, circumstance.income_per_capita_fen")
}

extension PovertyLines {
  /// The line that a household is held to and not below, nil where it is below.
  func exceeded(
    by incomeFen: Int64, as householdClass: Int, in village: Int64, on day: DayNumber
  ) -> (place: RegionCode, householdClass: HouseholdClass, lineFen: Int64)? {
    guard let place = RegionCode(village),
      let householdClass = HouseholdClass(rawValue: householdClass),
      let fen = line(of: place, on: day)?.exceeded(by: incomeFen, as: householdClass)
    else { return nil }
    return (place, householdClass, fen)
  }
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
    let lines = try PovertyLines(of: self, [(day, tree)])
    try connection.rows(ExceptionQuery.aboveLine.list) { row in
      let income = row.int64(3)
      guard let above = lines.exceeded(by: income, as: row.int(2), in: row.int64(1), on: day)
      else { return }
      found.append(
        HouseholdAboveLine(
          householdNo: row.text(0), village: above.place, householdClass: above.householdClass,
          incomeFen: income, lineFen: above.lineFen))
    }
    return found.sorted { ($0.village, $0.householdNo) < ($1.village, $1.householdNo) }
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
