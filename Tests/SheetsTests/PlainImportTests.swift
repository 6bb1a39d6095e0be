import CSV
import Domain
import Foundation
import Intake
import Register
import SQLite
import Sheets
import Testing

/// Rows of a large file are judged one by one as they are read. Every file here is sent both ways, into copies of
/// one register.
@Suite("Rows judged one by one", .serialized)
struct PlainImportTests {
  private static let counties = ["433123_fenghuang", "430524_longhui"]
  private static let money: [Sheet] = [.allocations, .payments]
  private static let sheets: [Sheet] =
    [.plans, .projectHouseholds, .assignments, .income, .progress] + money

  /// What came of a file sent one way.
  private struct Outcome {
    var receipt: String
    var facts: [String]
    var findings: [String]
    var wasPlain: Bool
    var again: String
  }

  private func outcome(
    _ office: FuzzOffice, stage: Int, _ bytes: [UInt8], named name: String = "fuzz.csv",
    _ way: ImportOptions.Way, after earlier: [UInt8]? = nil, isCheck: Bool = false,
    acceptsValid: Bool = false
  ) throws -> Outcome {
    try office.withRegister(stage: stage) { register, _ in
      if let earlier {
        try #require(try office.send(earlier, to: register).errors.isEmpty)
        try register.connection.execute("DROP TABLE IF EXISTS temp.staged")
      }
      func send() throws -> Receipt {
        let file = try SheetFile(path: name, source: ByteSource(bytes: bytes))
        var options = ImportOptions(
          today: try #require(CalendarDate(year: 2011, month: 12, day: 31)))
        options.isCheck = isCheck
        options.acceptsValid = acceptsValid
        options.tellsTownships = true
        options.way = way
        return try Importer(into: register, by: office.author, options).run(file)
      }
      let receipt = try send()
      let wasStaged =
        try register.connection.first(
          "SELECT 1 FROM sqlite_temp_schema WHERE name = 'staged'"
        ) { _ in true } ?? false
      let facts = try facts(of: register)
      let again = try send()
      try register.settleKept()
      return Outcome(
        receipt: told(receipt), facts: facts,
        findings: try register.check().findings.map { "\($0)" },
        // A file that is none of the sheets is not staged either.
        wasPlain: !wasStaged && !receipt.isRefusedWhole, again: told(again))
    }
  }

  private func told(_ receipt: Receipt) -> String {
    """
    \(receipt.rows) rows: \(receipt.created), \(receipt.changed), \(receipt.unchanged), \(receipt.rejected)
    lines \(receipt.rejectedLines) passed \(receipt.passedOver) whole \(receipt.isRefusedWhole)
    entry \(String(describing: receipt.entry)) \(receipt.hash ?? "none")
    months \(receipt.closedMonths) townships \(receipt.townships)
    errors \(receipt.errors)
    warnings \(receipt.warnings)
    absent \(String(describing: receipt.absent)) stale \(String(describing: receipt.stale))
    """
  }

  /// Every row of every fact, but the places that no sheet here adds to, and of what is derived from them.
  private func facts(of register: Register) throws -> [String] {
    var found: [String] = []
    let tables = try register.factTables().map(\.name).filter { !["place", "region"].contains($0) }
    for table in tables + ["account_day", "entry"] {
      var columns: [String] = []
      try register.connection.rows(
        "SELECT name FROM pragma_table_info(:table)", ["table": .text(table)]
      ) { columns.append("quote(\($0.text(0)))") }
      try register.connection.rows(
        "SELECT \(columns.joined(separator: " || ',' || ")) FROM \(table) ORDER BY 1"
      ) { found.append("\(table) \($0.text(0))") }
    }
    return found
  }

  /// Sends a file both ways; whether rows judged one by one were enough.
  @discardableResult
  func compare(
    _ office: FuzzOffice, stage: Int, _ bytes: [UInt8], named name: String = "fuzz.csv",
    after earlier: [UInt8]? = nil, isCheck: Bool = false, acceptsValid: Bool = false,
    by way: ImportOptions.Way = .plain, _ words: String
  ) throws -> Bool {
    let staged = try outcome(
      office, stage: stage, bytes, named: name, .staged, after: earlier, isCheck: isCheck,
      acceptsValid: acceptsValid)
    let plain = try outcome(
      office, stage: stage, bytes, named: name, way, after: earlier, isCheck: isCheck,
      acceptsValid: acceptsValid)
    #expect(!staged.wasPlain)
    #expect(plain.receipt == staged.receipt, "\(words)")
    let differing = Set(plain.facts).symmetricDifference(staged.facts).sorted().prefix(6)
    #expect(differing.isEmpty && plain.facts.count == staged.facts.count, "\(words)")
    #expect(plain.again == staged.again, "\(words)")
    #expect(plain.findings == staged.findings, "\(words)")
    return plain.wasPlain
  }

  func stage(before sheet: Sheet) throws -> Int {
    try #require(Sheet.all.firstIndex { $0.name == sheet.name })
  }

  @Test("are enough for sound sheets, new and sent again, and write what the long way writes")
  func sound() throws {
    let office = try FuzzOffice("433123_fenghuang")
    for sheet in Self.sheets {
      let table = try #require(office.seeds[sheet.name])
      let bytes = FuzzSheet.bytes(table)
      let stage = try stage(before: sheet)
      let words = sheet.name
      #expect(try compare(office, stage: stage, bytes, words), "\(words)")
      if sheet.name == Self.sheets[0].name {
        #expect(try compare(office, stage: stage, bytes, isCheck: true, words))
        #expect(try compare(office, stage: stage, bytes, acceptsValid: true, words))
      }
      // At the year's end everything stands; then some of it does, in another order.
      #expect(try compare(office, stage: Sheet.all.count, bytes, words))
      let half = Array(table.prefix(1)) + table.dropFirst().prefix(table.count / 2).reversed()
      #expect(
        try compare(office, stage: Sheet.all.count, FuzzSheet.bytes(half), by: .plainNamed, words))
      // Only money needs what comes before it in the file.
      if Self.money.contains(where: { $0.name == sheet.name }) { continue }
      #expect(try compare(office, stage: stage, bytes, after: FuzzSheet.bytes(half), words))
    }
  }

  @Test("give the verdict of the long way on spoilt sheets", arguments: counties)
  func spoilt(county: String) throws {
    let office = try FuzzOffice(county)
    var plain = 0
    for number in 0..<7 {
      let sheet = Self.sheets[number % Self.sheets.count]
      guard let table = office.seeds[sheet.name] else { continue }
      let dice = FuzzDice(state: UInt64(number) &* 0x9E37_79B9 &+ 12)
      let file = FuzzSheet(sheet, table, dice: dice)
      let stage = number % 2 == 0 ? try stage(before: sheet) : Sheet.all.count
      let isPlain = try compare(
        office, stage: stage, file.bytes, acceptsValid: number % 3 == 0,
        by: number % 4 < 2 ? .plain : .plainNamed,
        "\(sheet.name) \(number): \(file.story)")
      if isPlain { plain += 1 }
    }
    #expect(plain > 0)
  }

  @Test("leave to the long way what is a correction, a repeat, unknown, cleared or withdrawn")
  func odd() throws {
    let office = try FuzzOffice("433123_fenghuang")
    let table = try #require(office.seeds["assignments"])
    let header = table[0]
    func column(_ name: String) throws -> Int { try #require(header.firstIndex(of: name)) }
    let (household, until) = (try column("household_no"), try column("until"))
    let (staff, since) = (try column("staff_no"), try column("since"))
    let withdraw = header.firstIndex(of: "withdraw")
    func odd(_ change: (inout [[String]]) throws -> Void) throws -> [UInt8] {
      var rows = table
      if withdraw == nil { for index in rows.indices { rows[index].append("") } }
      if withdraw == nil { rows[0][rows[0].count - 1] = "withdraw" }
      try change(&rows)
      return FuzzSheet.bytes(rows)
    }
    let end = try stage(before: .assignments)
    let files = [
      try odd { $0[2][household] = "unknown" }, try odd { $0[2][staff] = "unknown" },
      try odd { $0.append($0[1]) }, try odd { $0[3][until] = "(clear)" },
      try odd { $0[1][$0[1].count - 1] = "(withdraw)" }, try odd { $0[1][since] = "2031-01-01" },
      try odd { $0[1][until] = "2000-01-01" },
    ]
    for (index, bytes) in files.enumerated() {
      #expect(try !compare(office, stage: end, bytes, "\(index)"))
      #expect(try !compare(office, stage: end, bytes, acceptsValid: true, "\(index)"))
    }
    let corrected = try odd { $0[1][until] = "2011-12-30" }
    #expect(try !compare(office, stage: Sheet.all.count, corrected, "a correction"))
    // A second row that gives less than the first is no repeat of it, though both agree with what stands.
    let repeated = try odd { rows in
      rows.append(rows[1])
      rows[rows.count - 1][until] = ""
    }
    #expect(try !compare(office, stage: Sheet.all.count, repeated, "a second row of a key"))
  }

  @Test("tell of a file that names another county")
  func named() throws {
    let office = try FuzzOffice("433123_fenghuang")
    let bytes = FuzzSheet.bytes(try #require(office.seeds["plans"]))
    let stage = try stage(before: .plans)
    #expect(try compare(office, stage: stage, bytes, named: "凤凰县.csv", "its own"))
    #expect(try !compare(office, stage: stage, bytes, named: "隆回县.csv", "another"))
  }

  @Test("leave nothing where they are stopped")
  func stopped() throws {
    let office = try FuzzOffice("433123_fenghuang")
    let bytes = FuzzSheet.bytes(try #require(office.seeds["income"]))
    for stop in 0..<2 {
      try office.withRegister(stage: try stage(before: .income)) { register, _ in
        let before = try register.lastEntry()
        var options = ImportOptions(
          today: try #require(CalendarDate(year: 2011, month: 12, day: 31)))
        options.way = .plain
        var calls = 0
        let file = try SheetFile(path: "a.csv", source: ByteSource(bytes: bytes))
        let importer = Importer(
          into: register, by: office.author, options,
          progress: { _ in
            calls += 1
            return calls <= stop
          })
        #expect(throws: ImportFault.self) { try importer.run(file) }
        #expect(try register.lastEntry() == before)
        let isOpen = register.connection.isInTransaction
        #expect(!isOpen)
        #expect(try office.send(bytes, to: register).errors.isEmpty)
      }
    }
  }
}
