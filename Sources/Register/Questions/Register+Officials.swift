import Domain
import SQLite

/// An official as a line from the field names him.
package struct Official: Sendable, Equatable {
  package let identity: Int64
  package let number: String
  /// Nil where no record of him is valid.
  package let name: String?
}

/// Where a household is and who heads it, for the line that confirms what was logged.
package struct LoggedHousehold: Sendable {
  package let headName: String?
  package let village: Region?
}

extension Register {
  /// The officials of that staff number, else of that name; at most five.
  package func officials(called text: String) throws(SQLiteFailure) -> [Official] {
    let conditions = [
      (
        "staff JOIN staff_record ON staff_record.staff_id = staff.id", "staff_no = :text",
        KeyFolding.fold(text)
      ), (Register.allStaff, "staff_record.name = :text", NameFolding.fold(text)),
    ]
    for (tables, condition, folded) in conditions {
      var found: [Official] = []
      try connection.rows(
        """
        SELECT staff.id, staff_no, staff_record.name FROM \(tables)
        WHERE \(condition) AND staff_record.withdrawn IS NULL ORDER BY staff_no LIMIT 5
        """, ["text": .text(folded)]
      ) {
        found.append(
          Official(identity: $0.int64(0), number: $0.text(1), name: $0.optionalText(2)))
      }
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The official whom a staff number or a name means alone; nil where it is nobody's, or several people's.
  package func onlyOfficial(called text: String) throws(SQLiteFailure) -> Official? {
    let called = try officials(called: text)
    return called.count == 1 ? called.first : nil
  }

  /// The household's head and village on a day; nil where nobody has the number.
  package func loggedHousehold(
    numbered number: String, on day: DayNumber
  ) throws(SQLiteFailure) -> LoggedHousehold? {
    guard let household = try household(numbered: number) else { return nil }
    let code = try village(of: household, on: day)
    var village: Region?
    if let code { village = try region(code) }
    return LoggedHousehold(headName: try headName(of: household, on: day), village: village)
  }

  /// The name of the head on a day; before the first, the first head's.
  package func headName(
    of household: Int64, on day: DayNumber, _ known: Known = .everything
  ) throws(SQLiteFailure) -> String? {
    try connection.first(
      HouseholdNames.headSQL(known),
      ["household": .integer(household), "known": .integer(known.entry), "day": Value(day)]
    ) { $0.optionalText(0) } ?? nil
  }

  package func registeredProject(numbered number: String) throws(SQLiteFailure) -> Int64? {
    try connection.first(
      """
      SELECT id FROM project WHERE project_no = :number AND EXISTS (
        SELECT 1 FROM project_record WHERE project_id = project.id AND withdrawn IS NULL)
      """, ["number": .text(number)]
    ) { $0.int64(0) }
  }
}
