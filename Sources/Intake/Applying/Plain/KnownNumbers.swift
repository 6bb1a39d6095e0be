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

  mutating func find(_ number: UnsafeRawBufferPointer) -> Known? {
    numbers.find(number).map { known[$0] }
  }

  private mutating func add(_ known: Known, _ number: Span<UInt8>) {
    number.withUnsafeBytes { numbers.append($0) }
    self.known.append(known)
  }

  /// Reads all of a kind; nil of a kind whose numbers are not read so.
  init?(_ kind: FaultKind.Reference, in register: Register) throws(SQLiteFailure) {
    switch kind {
    case .household: try addHouseholds(register)
    case .staff: try addAll(KnownNumbers.staff, register)
    case .project: try addAll(KnownNumbers.projects, register)
    default: return nil
    }
  }

  private mutating func addAll(_ sql: String, _ register: Register) throws(SQLiteFailure) {
    try register.connection.rows(sql) { row in
      let known = Known(
        id: row.int64(0), home: row.optionalInt64(2) ?? 0,
        until: row.isNull(3) ? .max : row.int32(3))
      row.withBytes(1) { add(known, $0) }
    }
  }

  private static let staff = """
    SELECT staff.id, staff_no, county_code, left_on FROM staff
    JOIN staff_record ON staff_record.staff_id = staff.id AND staff_record.withdrawn IS NULL
    ORDER BY staff.id
    """

  private static let projects = """
    SELECT project.id, project_no, county_code, (
      SELECT min(stepped_on) FROM project_step
      WHERE project_step.project_id = project.id AND project_step.withdrawn IS NULL
        AND step IN (\(ProjectsOver.steps)))
    FROM project
    JOIN project_record ON project_record.project_id = project.id
      AND project_record.withdrawn IS NULL
    ORDER BY project.id
    """

  /// Three scans, each in the order of its table, in place of a search for each household. Facts of what is no
  /// household are passed over.
  private mutating func addHouseholds(_ register: Register) throws(SQLiteFailure) {
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
