import Domain
import Register
import SQLite

/// All households, officials or projects that a row may name: by number the id, the place and the end.
struct KnownNumbers: Sendable {
  struct Known: Sendable {
    let id: Int64
    /// The village in which a household lives now; the county of an official or a project, 0 for none.
    let home: Int64
    /// The first day on which what is named is over: a household ended, an official left, a project takes no
    /// household any more. The greatest day where it is not.
    let until: DayNumber
  }

  private var numbers = NumberTable()
  private var known: [Known] = []
  /// By project that is over, the steps that ended it and their days: the later step first, and of
  /// one step the earlier round.
  private var steps: [Int64: [(step: ProjectStep, on: DayNumber)]] = [:]

  mutating func find(_ number: UnsafeRawBufferPointer) -> Known? {
    numbers.find(number).map { known[$0] }
  }

  /// The last of the steps by which a project is over on a day, and its day.
  func step(of project: Int64, by day: Int64) -> (step: ProjectStep, on: DayNumber)? {
    steps[project]?.first { Int64($0.on) <= day }
  }

  private mutating func add(_ known: Known, _ number: Span<UInt8>) {
    number.withUnsafeBytes { numbers.append($0) }
    self.known.append(known)
  }

  /// Reads those of a kind that may be named; nil of a kind whose numbers are not read so.
  init?(
    _ kind: FaultKind.Reference, _ named: NamedNumbers, in register: Register
  ) throws(SQLiteFailure) {
    let range = named.range(of: kind)
    switch kind {
    case .household:
      if let range {
        try add(KnownNumbers.households, range, register)
      } else {
        try addAllHouseholds(register)
      }
    case .staff:
      let condition = range == nil ? "true" : "staff_no BETWEEN :low AND :high"
      try add(KnownNumbers.staff(condition), range, register)
    case .project:
      let condition = range == nil ? "true" : "project_no BETWEEN :low AND :high"
      try addSteps(condition, range, register)
      try add(KnownNumbers.projects(condition), range, register)
    default: return nil
    }
  }

  private mutating func add(
    _ sql: String, _ range: Bindings?, _ register: Register
  ) throws(SQLiteFailure) {
    try register.connection.rows(sql, range ?? [:]) { row in
      let id = row.int64(0)
      let until = row.isNull(3) ? steps[id]?.map(\.on).min() : row.int32(3)
      let known = Known(id: id, home: row.optionalInt64(2) ?? 0, until: until ?? .max)
      row.withBytes(1) { add(known, $0) }
    }
  }

  private static func staff(_ condition: String) -> String {
    """
    SELECT staff.id, staff_no, county_code, left_on FROM staff
    JOIN staff_record ON staff_record.staff_id = staff.id AND staff_record.withdrawn IS NULL
    WHERE \(condition) ORDER BY staff.id
    """
  }

  private static func projects(_ condition: String) -> String {
    """
    SELECT project.id, project_no, county_code, NULL FROM project
    JOIN project_record ON project_record.project_id = project.id
      AND project_record.withdrawn IS NULL
    WHERE \(condition) ORDER BY project.id
    """
  }

  private mutating func addSteps(
    _ condition: String, _ range: Bindings?, _ register: Register
  ) throws(SQLiteFailure) {
    let steps =
      range == nil
      ? "project_step NOT INDEXED"
      : "project CROSS JOIN project_step ON project_step.project_id = project.id"
    try register.connection.rows(
      """
      SELECT project_id, step, stepped_on FROM \(steps)
      WHERE \(condition) AND project_step.withdrawn IS NULL AND step IN (\(ProjectsOver.steps))
      ORDER BY project_id, step DESC, round
      """, range ?? [:]
    ) { row in
      let step = ProjectStep(rawValue: row.int(1)) ?? .cancelled
      self.steps[row.int64(0), default: []].append((step, row.int32(2)))
    }
  }

  /// Some of the households, each looked up.
  private static let households = """
    SELECT id, household_no, home, ended_on FROM (
      SELECT household.id, household_no, (
          SELECT village_code FROM residence
          WHERE household_id = household.id AND withdrawn IS NULL ORDER BY since DESC LIMIT 1
        ) AS home, (
          SELECT ended_on FROM household_end
          WHERE household_id = household.id AND withdrawn IS NULL
        ) AS ended_on
      FROM household WHERE household_no BETWEEN :low AND :high)
    WHERE home IS NOT NULL
    """

  /// Three scans, each in the order of its table, in place of a search for each household. Facts of what is no
  /// household are passed over.
  private mutating func addAllHouseholds(_ register: Register) throws(SQLiteFailure) {
    let greatest = try register.connection.first("SELECT ifnull(max(id), 0) FROM household") {
      $0.int(0)
    }
    let places = max(greatest ?? 0, 0) + 1
    var homes = [Int64](repeating: 0, count: places)
    var since = [DayNumber](repeating: .min, count: places)
    var until = [DayNumber](repeating: .max, count: places)
    try register.connection.rows(
      """
      SELECT household_id, village_code, since FROM residence NOT INDEXED WHERE withdrawn IS NULL
      """
    ) { row in
      let id = row.int(0)
      guard homes.indices.contains(id) else { return }
      if homes[id] == 0 || row.int32(2) > since[id] {
        homes[id] = row.int64(1)
        since[id] = row.int32(2)
      }
    }
    try register.connection.rows(
      "SELECT household_id, ended_on FROM household_end WHERE withdrawn IS NULL"
    ) { row in
      let id = row.int(0)
      if until.indices.contains(id) { until[id] = row.int32(1) }
    }
    try register.connection.rows("SELECT id, household_no FROM household NOT INDEXED ORDER BY id") {
      row in
      let id = row.int(0)
      guard homes.indices.contains(id), homes[id] != 0 else { return }
      let known = Known(id: Int64(id), home: homes[id], until: until[id])
      row.withBytes(1) { add(known, $0) }
    }
  }
}
