import Domain
import SQLite

// One line from the field: what may be logged of whom, judged inside the transaction before the entry is
// opened, so that a refusal writes nothing, names what would be right, and rests on what stands when its turn
// comes.

/// What an officer saw or did, before it is judged.
package struct ProgressNote: Sendable {
  /// A household's number, or a project's.
  package var subject: String
  package var projectNo: String?
  /// Staff number or name, as it was given.
  package var staff: String
  package var day: DayNumber
  package var kind: ProgressKind
  package var quantity: Quantity?
  package var unit: String?
  package var percent: Percent?
  package var note: String?

  package init(subject: String, staff: String, day: DayNumber, kind: ProgressKind) {
    self.subject = subject
    self.staff = staff
    self.day = day
    self.kind = kind
  }
}

/// What was logged, for the line that confirms it.
package struct LoggedProgress: Sendable {
  package let entry: Int64
  package let householdNo: String?
  package let projectNo: String?
  package let headName: String?
  package let village: Region?
  package let staffNo: String
  package let staffName: String?
}

package enum LogFault: Error, Sendable {
  case register(RegisterFault)
  case unknownHousehold(String, nearest: [String])
  case unknownProject(String)
  case unknownStaff(String)
  /// Several officials bear the name; their numbers.
  case severalStaff(String, numbers: [String])
  case future(day: DayNumber, today: DayNumber)
  /// `enrolledOn` is nil for a household that was never enrolled.
  case beforeEnrolment(household: String, enrolledOn: DayNumber?)
  case ended(household: String, on: DayNumber)
  /// The same was logged already, by that entry.
  case repeated(entry: Int64)
}

extension Register {
  /// Logs a note as an entry of its own.
  ///
  /// - Parameter isTrial: judge everything and write nothing.
  package func log(
    _ note: ProgressNote, today: DayNumber, _ header: EntryHeader, isTrial: Bool = false
  ) throws(LogFault) -> LoggedProgress {
    guard note.day <= today else { throw .future(day: note.day, today: today) }
    var judged: (household: Int64?, project: Int64?, staff: Official)?
    return try write(
      header, isTrial: isTrial, wrapping: LogFault.register,
      judging: { () throws(LogFault) in
        let (household, project) = try subject(of: note)
        let staff = try staff(called: note.staff)
        if let household { try judge(note, household) }
        let before = try asked { () throws(SQLiteFailure) -> Int64? in
          try earlier(note, household, project, staff.id)
        }
        if let before { throw .repeated(entry: before) }
        judged = (household, project, staff)
      }
    ) { (entry: borrowing OpenEntry) throws(LogFault) in
      guard let (household, project, staff) = judged else { preconditionFailure("not judged") }
      let number = entry.number
      return try asked { () throws(SQLiteFailure) -> LoggedProgress in
        try insert(note, household, project, staff.id, number)
        return try logged(note, household, staff, entry: number)
      }
    }.answer
  }

  private typealias Official = (id: Int64, number: String, name: String?)

  private func logged(
    _ note: ProgressNote, _ household: Int64?, _ staff: Official, entry: Int64
  ) throws(SQLiteFailure) -> LoggedProgress {
    var (head, place): (String?, Region?) = (nil, nil)
    if let household {
      head = try headName(of: household, on: note.day)
      if let village = try village(of: household, on: note.day) { place = try region(village) }
    }
    return LoggedProgress(
      entry: entry, householdNo: household == nil ? nil : note.subject,
      projectNo: household == nil ? note.subject : note.projectNo, headName: head, village: place,
      staffNo: staff.number, staffName: staff.name)
  }

  /// The name of the head on a day.
  package func headName(of household: Int64, on day: DayNumber) throws(SQLiteFailure) -> String? {
    try connection.first(
      """
      SELECT name FROM member WHERE household_id = :household AND withdrawn IS NULL
        AND member_no = (
          SELECT member_no FROM headship WHERE household_id = :household AND withdrawn IS NULL
          ORDER BY since <= :day DESC, abs(since - :day) LIMIT 1)
      ORDER BY joined_on DESC LIMIT 1
      """, ["household": .integer(household), "day": Value(day)]
    ) { $0.optionalText(0) } ?? nil
  }

  private func subject(
    of note: ProgressNote
  ) throws(LogFault) -> (household: Int64?, project: Int64?) {
    let household = try asked { () throws(SQLiteFailure) in
      try self.household(numbered: note.subject)
    }
    let project = try asked { () throws(SQLiteFailure) in
      try registeredProject(numbered: note.projectNo ?? note.subject)
    }
    if let household {
      guard let projectNo = note.projectNo else { return (household, nil) }
      guard project != nil else { throw .unknownProject(projectNo) }
      return (household, project)
    }
    if note.projectNo == nil, project != nil { return (nil, project) }
    throw .unknownHousehold(
      note.subject,
      nearest: try asked { () throws(SQLiteFailure) in
        try householdNumbers(near: note.subject)
      })
  }

  package func registeredProject(numbered number: String) throws(SQLiteFailure) -> Int64? {
    try connection.first(
      """
      SELECT id FROM project WHERE project_no = :number AND EXISTS (
        SELECT 1 FROM project_record WHERE project_id = project.id AND withdrawn IS NULL)
      """, ["number": .text(number)]
    ) { $0.int64(0) }
  }

  /// An official by number, else by a name that only one bears.
  private func staff(
    called text: String
  ) throws(LogFault) -> Official {
    for condition in ["staff_no = :text", "staff_record.name = :text"] {
      var found: [Official] = []
      try asked { () throws(SQLiteFailure) in
        try connection.rows(
          """
          SELECT staff.id, staff_no, staff_record.name FROM staff
          JOIN staff_record ON staff_record.staff_id = staff.id AND staff_record.withdrawn IS NULL
          WHERE \(condition) ORDER BY staff_no LIMIT 5
          """, ["text": .text(text)]
        ) { found.append(($0.int64(0), $0.text(1), $0.optionalText(2))) }
      }
      if found.count > 1 { throw .severalStaff(text, numbers: found.map(\.number)) }
      if let one = found.first { return one }
    }
    throw .unknownStaff(text)
  }

  private func judge(_ note: ProgressNote, _ household: Int64) throws(LogFault) {
    let enrolled = try asked { () throws(SQLiteFailure) in
      try connection.first(
        """
        SELECT enrolled_on FROM enrolment WHERE household_id = :household AND withdrawn IS NULL
        ORDER BY enrolled_on LIMIT 1
        """, ["household": .integer(household)]
      ) { $0.int32(0) }
    }
    let ended = try asked { () throws(SQLiteFailure) in
      try connection.first(
        "SELECT ended_on FROM household_end WHERE household_id = :household AND withdrawn IS NULL",
        ["household": .integer(household)]
      ) { $0.int32(0) }
    }
    guard let enrolled, enrolled <= note.day else {
      throw .beforeEnrolment(household: note.subject, enrolledOn: enrolled)
    }
    if let ended, ended <= note.day { throw .ended(household: note.subject, on: ended) }
  }

  /// The entry that logged the same already.
  private func earlier(
    _ note: ProgressNote, _ household: Int64?, _ project: Int64?, _ staff: Int64
  ) throws(SQLiteFailure) -> Int64? {
    try connection.first(
      """
      SELECT entered FROM progress
      WHERE staff_id = :staff AND logged_on = :day AND withdrawn IS NULL
        AND household_id IS :household AND project_id IS :project AND kind = :kind
        AND unit IS :unit AND note IS :note
      """,
      [
        "staff": .integer(staff), "day": Value(note.day), "household": Value(household),
        "project": Value(project), "kind": Value(note.kind.rawValue), "unit": Value(note.unit),
        "note": Value(note.note),
      ]
    ) { $0.int64(0) }
  }

  private func insert(
    _ note: ProgressNote, _ household: Int64?, _ project: Int64?, _ staff: Int64, _ entry: Int64
  ) throws(SQLiteFailure) {
    try connection.run(
      """
      INSERT INTO progress (household_id, project_id, logged_on, staff_id, kind, quantity_milli,
        unit, percent_hundredths, note, entered)
      VALUES (:household, :project, :day, :staff, :kind, :quantity, :unit, :percent, :note, :entry)
      """,
      [
        "household": Value(household), "project": Value(project), "day": Value(note.day),
        "staff": .integer(staff), "kind": Value(note.kind.rawValue),
        "quantity": Value(note.quantity?.thousandths), "unit": Value(note.unit),
        "percent": Value(note.percent?.hundredths), "note": Value(note.note),
        "entry": .integer(entry),
      ])
  }

  private func asked<Answer>(
    _ body: () throws(SQLiteFailure) -> Answer
  ) throws(LogFault) -> Answer {
    do throws(SQLiteFailure) { return try body() } catch { throw .register(.database(error)) }
  }
}
