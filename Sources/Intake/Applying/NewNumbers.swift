import Domain
import SQLite

/// Numbers that a file would make identities of: one that is or holds a resident ID is at fault, one that
/// differs from another in leading zeros, case or hyphens only is taken with a warning.
struct NewNumbers: Sendable {
  let column: String
  /// Gives each new number and the line it is first on, in the order of rows.
  private let new: String
  /// Gives the numbers that stand.
  private let standing: String
  /// Whether a resident ID may be such a number; a project's may be anything.
  private let takesResidentIDs: Bool

  private static let households = """
    SELECT household_no FROM household WHERE EXISTS (
      SELECT 1 FROM residence
      WHERE residence.household_id = household.id AND residence.withdrawn IS NULL)
    """

  static let ofRoster = NewNumbers(
    column: "household_no",
    new: """
      SELECT household_no, line FROM temp.staged_household
      WHERE stands = 0 AND is_given = 1 ORDER BY row
      """, standing: households, takesResidentIDs: false)

  /// Of the households that splits make.
  static let ofSplits = NewNumbers(
    column: "other_household",
    new: """
      SELECT other_household, min(line) FROM temp.staged AS s
      WHERE withdraws = 0 AND event = \(HouseholdEventKind.split.rawValue)
        AND other_household IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM household JOIN residence ON residence.household_id = household.id
            AND residence.withdrawn IS NULL
          WHERE household.household_no = s.other_household)
      GROUP BY other_household ORDER BY min(row)
      """, standing: households, takesResidentIDs: false)

  static let ofStaff = NewNumbers(
    column: "staff_no",
    new: """
      SELECT staff_no, min(line) FROM temp.staged AS s
      WHERE withdraws = 0 AND staff_no IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM staff JOIN staff_record ON staff_record.staff_id = staff.id
          AND staff_record.withdrawn IS NULL
        WHERE staff.staff_no = s.staff_no) GROUP BY staff_no ORDER BY min(row)
      """,
    standing: """
      SELECT staff_no FROM staff WHERE EXISTS (
        SELECT 1 FROM staff_record
        WHERE staff_record.staff_id = staff.id AND staff_record.withdrawn IS NULL)
      """, takesResidentIDs: false)

  static let ofProjects = NewNumbers(
    column: "project_no",
    new: """
      SELECT project_no, min(line) FROM temp.staged AS s
      WHERE withdraws = 0 AND project_no IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM project JOIN project_record ON project_record.project_id = project.id
          AND project_record.withdrawn IS NULL
        WHERE project.project_no = s.project_no) GROUP BY project_no ORDER BY min(row)
      """,
    standing: """
      SELECT project_no FROM project WHERE EXISTS (
        SELECT 1 FROM project_record
        WHERE project_record.project_id = project.id AND project_record.withdrawn IS NULL)
      """, takesResidentIDs: true)

  /// A file may write every number anew.
  private static let mostTold = 1_000

  func judge(_ work: ImportWork) throws(SQLiteFailure) {
    var numbers: [(number: String, line: Int)] = []
    try work.register.connection.rows(new) { numbers.append(($0.text(0), $0.int(1))) }
    guard !numbers.isEmpty else { return }
    if !takesResidentIDs {
      for (number, line) in numbers
      where PersonalNumbers.holdsValidID(inNumber: number.utf8Bytes.span) {
        // Masked as free text is, where hyphens hide no ID.
        let shown: String = PersonalNumbers.masked(number)
        work.add(Fault(line: line, column: column, value: shown, .isResidentID))
      }
    }
    let found = try near(numbers, work).sorted { $0.key < $1.key }
    for (place, other) in found.prefix(NewNumbers.mostTold) {
      let line = numbers[place].line
      work.warn(
        Fault(
          line: line, column: column, value: try work.written(column, line: line),
          .notice(.nearNumber(other.number, line: other.line))))
    }
  }

  /// By the place of a new number, the one it may be meant for: one that stands, else an earlier one.
  private func near(
    _ numbers: [(number: String, line: Int)], _ work: ImportWork
  ) throws(SQLiteFailure) -> [Int: (number: String, line: Int?)] {
    var found: [Int: (number: String, line: Int?)] = [:]
    var index = NearNumbers()
    for (place, (number, _)) in numbers.enumerated() {
      let bytes = number.utf8Bytes
      for earlier in index.places(near: bytes.span).map(Int.init)
      where found[place] == nil && NearNumber.isNear(number, numbers[earlier].number) {
        found[place] = (numbers[earlier].number, numbers[earlier].line)
      }
      index.insert(bytes.span, at: Int32(place))
    }
    try work.register.connection.rows(standing) { row in
      // Nearly every number is near none, and needs no text of its own.
      let places = row.withBytes(0) { index.places(near: $0) }
      for place in places.map(Int.init) where found[place]?.line != nil || found[place] == nil {
        let number = row.text(0)
        if NearNumber.isNear(number, numbers[place].number) { found[place] = (number, nil) }
      }
    }
    return found
  }
}

extension String {
  fileprivate var utf8Bytes: [UInt8] { Array(utf8) }
}
