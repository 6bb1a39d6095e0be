import CSV
import Domain
import Foundation
import Intake
import Register
import SQLite
import Sheets
import Testing

/// A county's register with a few households, for sheets of events.
///
/// | household | members |
/// |---|---|
/// | H1 | 1 吴大 (head, ID), 2 石花 (ID), 3 吴小 (ID), 4 吴二 (ID), 5 吴老 (no ID, left 2011-11-01) |
/// | H2 | 1 龙一 (head, ID), 2 龙二 (joined 2011-05-01) |
/// | H3 | 1 麻三 (head, ID), alone |
/// | H4 | 1 李一 (head), 2 李四 (born 1990), 3 李四 (born 1995) |
final class EventOffice {
  static let wu = "433123197001010011"
  static let shi = "433123197202020021"
  static let xiao = "433123199503030038"
  static let er = "433123199804040045"
  static let long = "433123196005050059"
  static let ma = "433123196206060069"

  let folder: URL
  let register: Register

  static let roster =
    """
    household_no,village_code,name,relation,resident_id,class,class_ground,joined_on,left_on,enrolled_on,birth_date
    H1,433123104201,吴大,head,\(EventOffice.wu),poor,评议,,,2011-02-01,
    H1,,石花,spouse,\(EventOffice.shi),,,,,,
    H1,,吴小,child,\(EventOffice.xiao),,,,,,
    H1,,吴二,child,\(EventOffice.er),,,,,,
    H1,,吴老,parent,,,,,2011-11-01,,
    H2,433123104003,龙一,head,\(EventOffice.long),dibao,,,,2011-02-01,
    H2,,龙二,child,,,,2011-05-01,,,
    H3,433123104201,麻三,head,\(EventOffice.ma),wubao,,,,,
    H4,433123104201,李一,head,,,,,,,1960
    H4,,李四,child,,,,,,,1990
    H4,,李四,child,,,,,,,1995
    """

  /// An empty register is made once and copied: its regions take most of the time.
  private static let blank: Result<Data, any Error> = Result {
    let path = FileManager.default.temporaryDirectory.appending(path: "events-\(UUID()).db")
    defer { try? FileManager.default.removeItem(at: path) }
    let office = try #require(RegionCode(433123))
    do {
      let register = try Register.create(
        path: path.path, office: office, year: 2011, target: nil, by: try author(office))
      try register.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    }
    return try Data(contentsOf: path)
  }

  private static func author(_ office: RegionCode) throws -> EntryAuthor {
    EntryAuthor(officer: "test", office: office, moment: "2011-12-31T00:00:00.000Z")
  }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "events-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appending(path: "register.db")
    try EventOffice.blank.get().write(to: path)
    register = try Register.open(path: path.path, writing: true)
    let receipt = try send(EventOffice.roster)
    try #require(receipt.errors.isEmpty, "\(receipt.errors)")
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var author: EntryAuthor {
    get throws { try EventOffice.author(register.office) }
  }

  func send(_ text: String, acceptsValid: Bool = false) throws -> Receipt {
    let file = try SheetFile(
      path: "sheet.csv", source: ByteSource(bytes: Array(text.utf8)))
    var options = ImportOptions(today: try #require(CalendarDate(year: 2011, month: 12, day: 31)))
    options.acceptsValid = acceptsValid
    return try Importer(into: register, by: try author, options).run(file)
  }

  static let header =
    "household_no,event,on,village_code,class,ground,member,other_household,withdraw"

  /// Sends rows of events.
  func tell(_ rows: String..., acceptsValid: Bool = false) throws -> Receipt {
    try send(
      ([EventOffice.header] + rows).joined(separator: "\n") + "\n", acceptsValid: acceptsValid)
  }

  /// Sends rows that must be sound.
  func take(_ rows: String...) throws {
    let receipt = try send(([EventOffice.header] + rows).joined(separator: "\n") + "\n")
    try #require(receipt.errors.isEmpty, "\(receipt.errors)")
  }

  /// The standing facts of lives and events as lines, without ids, sorted.
  func facts() throws -> [String] { try EventOffice.facts(of: register) }

  static func facts(of register: Register) throws -> [String] {
    var lines: [String] = []
    try register.connection.rows(EventOffice.factsSQL) { lines.append($0.text(0)) }
    return lines.sorted()
  }

  func facts(of household: String) throws -> [String] {
    try facts().filter { $0.split(separator: " ")[1] == household }
  }

  private static func day(_ column: String) -> String {
    "CASE \(column) WHEN -719162 THEN '…' WHEN 2932896 THEN '…' ELSE date(\(column) * 86400, 'unixepoch') END"
  }

  private static let factsSQL = """
    SELECT 'village ' || household_no || ' ' || \(day("since")) || ' ' || village_code
    FROM residence AS f JOIN household AS h ON h.id = household_id WHERE withdrawn IS NULL
    UNION ALL
    SELECT 'class ' || household_no || ' ' || \(day("since")) || ' ' || class || ' ' || ifnull(ground, '-')
    FROM household_class AS f JOIN household AS h ON h.id = household_id WHERE withdrawn IS NULL
    UNION ALL
    SELECT 'head ' || household_no || ' ' || \(day("since")) || ' ' || member_no
    FROM headship AS f JOIN household AS h ON h.id = household_id WHERE withdrawn IS NULL
    UNION ALL
    SELECT 'member ' || household_no || ' ' || member_no || ' ' || name || ' ' || \(day("joined_on")) || ' '
      || \(day("left_on")) || ' ' || ifnull(resident_key, '-') || ' ' || relation
    FROM member AS f JOIN household AS h ON h.id = household_id WHERE withdrawn IS NULL
    UNION ALL
    SELECT 'end ' || h.household_no || ' ' || \(day("ended_on")) || ' ' || ifnull(ground, '-') || ' '
      || ifnull((SELECT household_no FROM household WHERE id = into_household_id), '-')
    FROM household_end AS f JOIN household AS h ON h.id = household_id WHERE withdrawn IS NULL
    UNION ALL
    SELECT 'event ' || h.household_no || ' ' || \(day("happened_on")) || ' ' || event || ' '
      || ifnull(village_code, '-') || ' ' || ifnull(class, '-') || ' ' || ifnull(ground, '-') || ' '
      || member_no || ' '
      || ifnull((SELECT household_no FROM household WHERE id = other_household_id), '-')
    FROM household_event AS f JOIN household AS h ON h.id = household_id WHERE withdrawn IS NULL
    """
}
