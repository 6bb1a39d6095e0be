import Domain
import Register
import SQLite

/// How a column of a sheet finds the identity it names.
struct ReferenceColumn: Sendable {
  let column: String
  let kind: FaultKind.Reference
  /// The staged column that takes the row id.
  let target: String
  /// Gives the id for the staged row; the outer row is `staged`.
  private let lookup: String
  /// All keys there are, for suggestions.
  private let keys: String
  /// A condition on staged rows that may name what is not there.
  private var exempt = "false"

  /// - Parameter exempt: a condition on staged rows that may name a household that is not there.
  static func household(
    _ column: String = "household_no", into target: String = "household_id",
    unless exempt: String = "false"
  ) -> ReferenceColumn {
    ReferenceColumn(
      column: column, kind: .household, target: target,
      lookup: """
        SELECT household.id FROM household
        WHERE household.household_no = staged.\(column) AND EXISTS (
          SELECT 1 FROM residence
          WHERE residence.household_id = household.id AND residence.withdrawn IS NULL)
        """,
      keys: "SELECT household_no FROM household WHERE household_no BETWEEN :low AND :high",
      exempt: exempt)
  }

  static let staff = ReferenceColumn(
    column: "staff_no", kind: .staff, target: "staff_id",
    lookup: """
      SELECT staff.id FROM staff
      WHERE staff.staff_no = staged.staff_no AND EXISTS (
        SELECT 1 FROM staff_record
        WHERE staff_record.staff_id = staff.id AND staff_record.withdrawn IS NULL)
      """,
    keys: "SELECT staff_no FROM staff WHERE staff_no BETWEEN :low AND :high")

  static let project = ReferenceColumn(
    column: "project_no", kind: .project, target: "project_id",
    lookup: """
      SELECT project.id FROM project
      WHERE project.project_no = staged.project_no AND EXISTS (
        SELECT 1 FROM project_record
        WHERE project_record.project_id = project.id AND project_record.withdrawn IS NULL)
      """,
    keys: "SELECT project_no FROM project WHERE project_no BETWEEN :low AND :high")

  /// By number and, where the row names it, source. `severalSources` and `otherSource` stand for a batch
  /// that the number alone, or the source beside it, does not single out; rows that are unchanged already
  /// or withdraw are not asked for it.
  static let batch = ReferenceColumn(
    column: "batch_no", kind: .batch, target: "batch_id",
    lookup: """
      SELECT CASE WHEN staged.rejected = 2 OR staged.withdraws = 1 THEN 0
        WHEN count(*) = 0 THEN NULL
        WHEN count(*) FILTER (WHERE staged.source IS NULL OR batch.source = staged.source) = 1
          THEN min(batch.id) FILTER (WHERE staged.source IS NULL OR batch.source = staged.source)
        WHEN staged.source IS NULL THEN \(severalSources) ELSE \(otherSource) END
      FROM batch JOIN batch_issue ON batch_issue.batch_id = batch.id
        AND batch_issue.withdrawn IS NULL
      WHERE batch.batch_no = staged.batch_no
      """,
    keys: "SELECT DISTINCT batch_no FROM batch WHERE batch_no BETWEEN :low AND :high")

  /// A pay list that stands.
  static let payList = payList("paylist_no", into: "pay_list_id")

  /// - Parameter exempt: a condition on staged rows that may name a list that is not there.
  static func payList(
    _ column: String, into target: String, unless exempt: String = "false"
  ) -> ReferenceColumn {
    ReferenceColumn(
      column: column, kind: .paylist, target: target,
      lookup: """
        SELECT pay_list.id FROM pay_list
        WHERE pay_list.paylist_no = staged."\(column)" AND EXISTS (
          SELECT 1 FROM pay_list_record
          WHERE pay_list_record.pay_list_id = pay_list.id AND pay_list_record.withdrawn IS NULL)
        """,
      keys: "SELECT paylist_no FROM pay_list WHERE paylist_no BETWEEN :low AND :high",
      exempt: exempt)
  }

  /// A region code that must be known; the code itself is the reference.
  static func region(_ column: String) -> ReferenceColumn {
    ReferenceColumn(
      column: column, kind: .region, target: "",
      lookup: "SELECT code FROM region WHERE code = staged.\"\(column)\" AND withdrawn IS NULL",
      keys: "SELECT CAST(code AS TEXT) FROM region WHERE CAST(code AS TEXT) BETWEEN :low AND :high")
  }

  var stagedColumn: String? { target.isEmpty ? nil : "\(target) INTEGER" }

  /// Finds every row's identity at once, and reports the rows that name none.
  func resolve(_ work: ImportWork) throws(SQLiteFailure) {
    let column = "\"\(self.column)\""
    let isUnknown: String
    if target.isEmpty {
      isUnknown = "NOT EXISTS (\(lookup))"
    } else {
      try work.register.connection.run(
        "UPDATE temp.staged SET \(target) = (\(lookup)) WHERE \(column) IS NOT NULL")
      isUnknown = "\(target) IS NULL"
    }
    let unknown = """
      FROM temp.staged AS staged
      WHERE \(column) IS NOT NULL AND \(isUnknown) AND NOT ifnull(\(exempt), 0) ORDER BY row
      """
    let place = self.place(work)
    var counties = UnsentCounties(of: kind)
    try work.register.connection.rows("SELECT CAST(\(column) AS TEXT), \(place) \(unknown)") {
      counties.note($0.text(0), in: $0.optionalText(1))
    }
    try counties.settle(work.register)
    var found = 0
    var isNoneYet = false
    try work.register.connection.rows(
      "SELECT line, CAST(\(column) AS TEXT), \(place) \(unknown)"
    ) { row throws(SQLiteFailure) in
      let (line, key) = (row.int(0), row.text(1))
      if found == 0, kind.sheet != nil { isNoneYet = try holdsNone(work.register) }
      if !isNoneYet, let county = counties.county(of: key, in: row.optionalText(2)) {
        work.add(Fault(line: line, column: self.column, value: key, .noneOfCounty(kind, county)))
        return
      }
      // Suggestions cost a search each; a file full of strangers needs no more than a few.
      let nearest = isNoneYet || found >= 20 ? [] : try self.nearest(to: key, work.register)
      found += 1
      work.add(
        Fault(
          line: line, column: self.column, value: key,
          isNoneYet ? .noneYet(kind) : .unknown(kind, nearest: nearest)))
    }
  }

  /// What a row says of its county, as SQL: the code of a place, or a household's number.
  private func place(_ work: ImportWork) -> String {
    let columns = ["village_code", "county_code", "household_no"].filter {
      $0 != self.column && work.holds($0)
    }
    guard !columns.isEmpty else { return "NULL" }
    let texts = columns.map { "CAST(staged.\($0) AS TEXT)" }.joined(separator: ", ")
    return "coalesce(\(texts), NULL)"
  }

  /// Whether the register has nothing of the kind at all.
  private func holdsNone(_ register: Register) throws(SQLiteFailure) -> Bool {
    try register.connection.first(
      self.keys + " LIMIT 1", ["low": .text(""), "high": .text("\u{10FFFF}")]
    ) { _ in false } ?? true
  }

  /// Keys that begin like the one that is unknown.
  private func nearest(
    to key: String, _ register: Register
  ) throws(SQLiteFailure) -> [String] {
    let stem = String(key.dropLast(min(3, key.count / 2)))
    guard !stem.isEmpty else { return [] }
    var keys: [String] = []
    try register.connection.rows(
      self.keys + " LIMIT 500", ["low": .text(stem), "high": .text(stem + "\u{10FFFF}")]
    ) { keys.append($0.text(0)) }
    return Nearest.keys(to: key, among: keys)
  }
}
