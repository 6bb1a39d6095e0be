import CSV
import Domain
import Foundation
import Intake
import Register
import SQLite
import Sheets
import Testing

/// A county's empty register, to import whole files into.
final class FileOffice {
  let folder: URL
  let register: Register
  private let author: EntryAuthor

  /// Made once and copied: its regions take most of the time.
  private static let blank: Result<Data, any Error> = Result {
    let path = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID()).db")
    defer { try? FileManager.default.removeItem(at: path) }
    let office = try #require(RegionCode(433123))
    do {
      let register = try Register.create(
        path: path.path, office: office, year: 2011, target: nil, by: author(office))
      try register.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    return try Data(contentsOf: path)
  }

  private static func author(_ office: RegionCode) -> EntryAuthor {
    EntryAuthor(officer: "test", office: office, moment: "2011-12-31T00:00:00.000Z")
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "register.db")
    try FileOffice.blank.get().write(to: path)
    register = try Register.open(path: path.path, writing: true)
    author = FileOffice.author(register.office)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Hands cells in, as a command does.
  @discardableResult
  func take(
    _ sheet: Sheet, _ rows: [[(column: String, text: String)]], completes: Bool = false,
    _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> Receipt {
    var options = ImportOptions(today: try #require(CalendarDate("2011-12-31")))
    change(&options)
    return try Importer(into: register, by: author, options)
      .take(CellsSubmission(command: "log", sheet, rows: rows, completesStanding: completes))
  }

  static func file(_ bytes: [UInt8], name: String = "a.csv") throws -> SheetFile {
    try SheetFile(path: name, source: ByteSource(bytes: bytes))
  }

  @discardableResult
  func take(
    _ file: SheetFile, _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> Receipt {
    var options = ImportOptions(today: try #require(CalendarDate("2011-12-31")))
    change(&options)
    return try Importer(into: register, by: author, options).run(file)
  }

  @discardableResult
  func take(
    _ text: String, name: String = "a.csv", _ change: (inout ImportOptions) -> Void = { _ in }
  ) throws -> Receipt {
    try take(FileOffice.file(Array(text.utf8), name: name), change)
  }

  /// Every standing member in words.
  func members() throws -> [String] {
    var members: [String] = []
    try register.connection.rows(
      """
      SELECT household_no || ' ' || member_no || ' ' || name || ' ' || relation || ' '
        || ifnull(resident_key, '-') || ' ' || ifnull(remark, '-')
      FROM member JOIN household ON household.id = household_id
      WHERE member.withdrawn IS NULL ORDER BY household_no, member_no
      """
    ) { members.append($0.text(0)) }
    return members
  }
}

extension Receipt {
  var warned: [String] { warnings.map { "\($0.line) \($0.column ?? "-") \($0.kind.rule)" } }
}
