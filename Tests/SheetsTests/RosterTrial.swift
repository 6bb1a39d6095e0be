import CSV
import Domain
import Foundation
import Intake
import Register
import SQLite
import Sheets

/// A register of a file of its own to import rosters into.
final class RosterTrial {
  let register: Register
  private let path: String
  private let author: EntryAuthor

  enum TrialFault: Error { case office, date }

  init() throws {
    path = NSTemporaryDirectory() + "sixpoint-roster-\(UUID().uuidString).register"
    author = try RosterTrial.officer()
    try RosterTrial.blank.get().write(to: URL(fileURLWithPath: path))
    register = try Register.open(path: path, writing: true, waitMilliseconds: 1000)
  }

  private static func officer() throws -> EntryAuthor {
    guard let office = RegionCode(430000) else { throw TrialFault.office }
    return EntryAuthor(officer: "trial", office: office, moment: "2011-09-01T00:00:00.000Z")
  }

  /// An empty register made once: its twelve thousand regions are most of the work.
  private static let blank: Result<Data, any Error> = Result {
    let path = NSTemporaryDirectory() + "sixpoint-roster-\(UUID().uuidString).template"
    defer { remove(path) }
    let author = try officer()
    do {
      let register = try Register.create(
        path: path, office: author.office, year: 2011, target: nil, by: author)
      try register.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  deinit { RosterTrial.remove(path) }

  // Three villages of 凤凰县 and one of 隆回县.
  static let villages = [
    "V1": "433123101002", "V2": "433123101201", "V7": "433123104201", "W1": "430524001001",
  ]

  /// An 18-character ID of its first 17, which a sheet writes as `<17 digits>`.
  static func whole(_ digits: String) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return digits + String(Array("10X98765432")[sum % 11])
  }

  /// The sheet with village names and unfinished IDs replaced.
  static func written(_ lines: String) -> String {
    var text = lines
    for (name, code) in villages { text = text.replacingOccurrences(of: name, with: code) }
    while let open = text.firstIndex(of: "<"), let close = text[open...].firstIndex(of: ">") {
      let digits = String(text[text.index(after: open)..<close])
      text.replaceSubrange(open...close, with: whole(digits))
    }
    return text
  }

  @discardableResult
  func load(
    _ lines: String, acceptValid: Bool = false, completeOn: String? = nil, check: Bool = false
  ) throws -> Receipt {
    guard let today = CalendarDate("2011-12-31") else { throw TrialFault.date }
    var options = ImportOptions(today: today)
    options.acceptsValid = acceptValid
    options.isCheck = check
    options.completeOn = completeOn.flatMap { CalendarDate($0) }
    let source = ByteSource(bytes: Array((RosterTrial.written(lines) + "\n").utf8))
    let file = try SheetFile(path: "roster.csv", source: source)
    return try Importer(into: register, by: author, options).run(file)
  }

  func takeBack(_ sheet: Sheet, _ cells: [(column: String, text: String)]) throws -> Receipt {
    guard let today = CalendarDate("2011-12-31") else { throw TrialFault.date }
    let written = cells.map { (column: $0.column, text: RosterTrial.written($0.text)) }
    return try Importer(into: register, by: author, ImportOptions(today: today)).take(
      CellsSubmission(
        command: "withdraw \(sheet.name)", sheet,
        rows: [written + [("withdraw", Sheet.withdrawWord)]]))
  }

  func undo(_ entry: Int64) throws {
    _ = try register.undo(entry, reason: nil, by: author)
  }

  private func texts(_ sql: String) throws -> [String] {
    var texts: [String] = []
    try register.connection.rows(sql) { texts.append($0.text(0)) }
    return texts
  }

  /// `H1.1 甲 [,2011-07-01)`: standing members by household and number, open ends empty.
  func people() throws -> [String] {
    try texts(
      """
      SELECT household_no || '.' || member_no || ' ' || name || ' ['
        || CASE joined_on WHEN -719162 THEN '' ELSE date(joined_on * 86400, 'unixepoch') END || ','
        || CASE left_on WHEN 2932896 THEN '' ELSE date(left_on * 86400, 'unixepoch') END || ')'
      FROM member JOIN household ON household.id = household_id
      WHERE withdrawn IS NULL ORDER BY household_no, member_no, joined_on
      """)
  }

  /// `H1.1` or `H1.2 2011-07-01`: who is head, and since when where not from the beginning.
  func heads() throws -> [String] {
    try texts(
      """
      SELECT household_no || '.' || member_no
        || CASE since WHEN -719162 THEN '' ELSE ' ' || date(since * 86400, 'unixepoch') END
      FROM headship JOIN household ON household.id = household_id
      WHERE withdrawn IS NULL ORDER BY household_no, since
      """)
  }

  /// One value of a standing fact of H1, or of the person named.
  func value(_ column: String, of table: String, name: String? = nil) throws -> String? {
    try register.connection.first(
      """
      SELECT CAST(\(column) AS TEXT) FROM \(table)
      WHERE withdrawn IS NULL AND household_id = (SELECT id FROM household WHERE household_no = 'H1')
      \(name.map { "AND name = '\($0)'" } ?? "")
      """
    ) { $0.optionalText(0) } ?? nil
  }

  func number(_ sql: String) throws -> Int64? {
    try register.connection.first(sql) { $0.optionalInt64(0) } ?? nil
  }
}

extension Receipt {
  /// `3 resident_id person_conflict`, one a fault.
  var told: [String] { errors.map { "\($0.line) \($0.column ?? "-") \($0.kind.rule)" } }
  /// Created, changed, unchanged, rejected.
  var counts: [Int] { [created, changed, unchanged, rejected] }
}
