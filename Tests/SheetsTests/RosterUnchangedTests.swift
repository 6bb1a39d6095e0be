import Domain
import Intake
import Register
import SQLite
import Sheets
import Testing

/// Households of a roster that are as they stand are left out of what is judged. Every roster can be sent with
/// and without that, and the answers and the registers compared.
@Suite("A roster's households that are as they stand")
struct RosterUnchangedTests {
  /// Two registers of one history; the rosters of the second are judged whole.
  private struct Twins {
    let one: ExportTrial
    let other: ExportTrial

    /// Sends a roster to both; how many households the first left out.
    @discardableResult
    func send(
      _ text: String, named path: String = "sheet.csv",
      _ change: (inout ImportOptions) -> Void = { _ in }
    ) throws -> Int64 {
      func answer(_ trial: ExportTrial, leavesUnchanged: Bool) throws -> String {
        let receipt = try trial.send(text, named: path) {
          change(&$0)
          $0.tellsTownships = true
          $0.leavesUnchanged = leavesUnchanged
        }
        return """
          \(receipt.rows) \(receipt.counts) \(receipt.entry ?? 0) \(receipt.rejectedLines)
          \(receipt.errors)
          \(receipt.warnings)
          \(receipt.townships)
          \(String(describing: receipt.absent)) \(String(describing: receipt.stale)) \(receipt.putBack)
          \(receipt.isRefusedWhole) \(receipt.passedOver) \(receipt.closedMonths)
          """
      }
      let (ours, theirs) = (
        try answer(one, leavesUnchanged: true), try answer(other, leavesUnchanged: false)
      )
      #expect(ours == theirs, "\(text)")
      let (facts, twins) = (try self.facts(one), try self.facts(other))
      #expect(facts == twins, "\(Set(facts).symmetricDifference(twins).sorted())\n\(text)")
      // A founding roster makes no such table.
      let isStaged = try one.register.connection.first(
        "SELECT 1 FROM sqlite_temp_schema WHERE name = 'unchanged_household'"
      ) { _ in true }
      guard isStaged == true else { return 0 }
      return try one.register.connection.first(
        "SELECT count(*) FROM temp.unchanged_household"
      ) { $0.int64(0) } ?? 0
    }

    /// Tables that no roster changes, of thousands of rows.
    private static let places: Set = ["place", "region"]

    /// Every row of the facts, but for the salts, and whose rows the entries hold.
    private func facts(_ trial: ExportTrial) throws -> [String] {
      var found: [String] = []
      for table in try trial.register.factTables() where !Self.places.contains(table.name) {
        let columns = table.columns.filter { $0 != "salt" }.map { "quote(\($0))" }
        let row = columns.joined(separator: " || ',' || ")
        found += try trial.texts("SELECT '\(table.name) ' || \(row) FROM \(table.name) ORDER BY id")
      }
      return found
    }
  }

  @Test(
    "are answered as those that are judged, after lives of any kind", arguments: UInt64(1)...2)
  func lives(seed: UInt64) throws {
    var maker = LifeMaker(try LifeOffice(), seed: seed)
    let other = try LifeOffice()
    other.leavesUnchanged = false
    let twins = Twins(one: maker.office.trial, other: other.trial)
    var dice = FuzzDice(state: seed)
    var left: Int64 = 0
    for _ in 0..<8 {
      for _ in 0..<2 {
        let (act, outcome) = try maker.step()
        #expect(try other.take(act) == outcome)
      }
      var roster = RosterEdits(try twins.one.export("roster"))
      for _ in 0..<dice.below(4) { roster.change(&dice) }
      let acceptsValid = dice.below(2) == 0
      left += try twins.send(roster.text) { $0.acceptsValid = acceptsValid }
      for office in [maker.office, other] { try office.noteSent() }
    }
    #expect(left > 0)
  }

  @Test("are answered as those that are judged, in rosters of any kind", arguments: 0..<3)
  func rosters(seed: Int) throws {
    let twins = Twins(
      one: try ExportTrial(office: 430000), other: try ExportTrial(office: 430000))
    let rows = try FoundingRosterMaker(seed: seed, oddities: 0).rows()
    let sheet = RosterTrial.written(([FoundingRosterTests.header] + rows).joined(separator: "\n"))
    try twins.send(sheet)
    try twins.send(sheet)
    var dice = FuzzDice(state: UInt64(seed))
    for _ in 0..<4 {
      var roster = RosterEdits(sheet)
      for _ in 0..<1 + dice.below(4) { roster.change(&dice) }
      let acceptsValid = dice.below(2) == 0
      try twins.send(roster.text) { $0.acceptsValid = acceptsValid }
    }
  }

  private static let sheet = RosterTrial.written(
    """
    household_no,village_code,township,village,name,relation,resident_id,birth_date,joined_on,class,enrolled_on
    H1,V1,,,吴大,head,<43312319700101001>,,,poor,2011-03-01
    H1,,,,吴小,child,<43312319950101003>,,2011-02-01,,
    H2,V2,,,石大,head,<43312319700101005>,,,,
    H2,,,,石小,child,,1999,,,
    H3,W1,,,龙大,head,<43312319700101007>,,,dibao,
    """)

  private func twins() throws -> Twins {
    let twins = Twins(
      one: try ExportTrial(office: 430000), other: try ExportTrial(office: 430000))
    try twins.send(Self.sheet)
    return twins
  }

  @Test("are left out where every row says what stands, of everybody")
  func plain() throws {
    let twins = try twins()
    #expect(try twins.send(Self.sheet) == 3)
    let lines = Self.sheet.split(separator: "\n").map(String.init)
    // Another order of rows within a household, and of households.
    #expect(
      try twins.send([0, 5, 2, 1, 4, 3].map { lines[$0] }.joined(separator: "\n")) == 3)
    #expect(try twins.send([0, 3, 4].map { lines[$0] }.joined(separator: "\n")) == 1)
    // Somebody is in no row; a value differs.
    #expect(try twins.send([0, 3, 5].map { lines[$0] }.joined(separator: "\n")) == 1)
    #expect(
      try twins.send(Self.sheet.replacingOccurrences(of: "石小", with: "石水")) == 2)
  }

  @Test(
    "are judged with the others where the whole file says more",
    arguments: [
      // A household that comes again, changed or not.
      sheet + "\nH1,,,,吴三,child,,1980,2011-05-01,,",
      sheet + RosterTrial.written("\nH1,V2,,,吴大,head,,,,,"),
      sheet + "\nH3,,,,龙大,head,,,,,",
      // Relations by number, and a row that cannot be read.
      sheet.replacingOccurrences(of: ",child,", with: ",3,"),
      sheet + "\nH1,,,\"吴三,child,,,,,", sheet + "\nH9\n,,,,,,,,,,,,,,,,,,,,,,,,x",
      // One ID in two households, new and standing, and a new number near one that stands.
      sheet + RosterTrial.written("\nH4,V1,,,吴大,head,<43312319700101001>,,,,"),
      sheet + RosterTrial.written("\nH-1,V1,,,赵大,head,,1970,,,\nh1,V1,,,赵大,head,,1970,,,"),
      // A namesake of one who stands, and two alike.
      sheet + RosterTrial.written("\nH4,V2,,,石小,head,,1999,,,"),
      sheet.replacingOccurrences(
        of: "H2,,,,石小,child,,1999,,,", with: "H2,,,,石小,child,,1999,,,\nH2,,,,石小,child,,1999,,,"),
      // Names of villages, and a year that is not kept.
      sheet.replacingOccurrences(of: "H3,430524001001,,,", with: "H3,430524001001,,凤凰村,"),
      sheet.replacingOccurrences(of: "2011-03-01", with: "2009-03-01"),
    ])
  func whole(text: String) throws {
    let twins = try twins()
    for acceptsValid in [false, true] {
      try twins.send(text, named: "花垣县.csv") { $0.acceptsValid = acceptsValid }
    }
  }

  @Test("of another county are told, by code or by where they live")
  func counties() throws {
    let twins = try twins()
    #expect(try twins.send(Self.sheet, named: "roster_433124.csv") == 3)
    let names = "household_no,name,relation,resident_id\n"
    let rows = RosterTrial.written("H3,龙大,head,<43312319700101007>")
    #expect(try twins.send(names + rows, named: "roster_433124.csv") == 1)
    #expect(try twins.send(names + rows, named: "roster_430524.csv") == 1)
    let county = try #require(RegionCode(433123))
    #expect(try twins.send(Self.sheet) { $0.county = county } == 2)
    #expect(try twins.send(names + rows) { $0.county = county } == 0)
  }

  @Test("are looked at again where another changes the register meanwhile")
  func overtaken() throws {
    let trial = try ExportTrial(office: 430000)
    try trial.take(Self.sheet)
    let other = try trial.another()
    let author = EntryAuthor(
      officer: "other", office: other.office, moment: "2012-02-01T00:00:00.000Z")
    var hasChanged = false
    var thrown: (any Error)?
    let receipt = try trial.send(
      Self.sheet,
      progress: { stage in
        guard case .judging = stage, !hasChanged else { return true }
        hasChanged = true
        do {
          let text = Self.sheet.replacingOccurrences(of: "石大", with: "石二")
          _ = try ExportTrial.send(Array(text.utf8), to: other, by: author)
        } catch { thrown = error }
        return true
      })
    #expect(thrown == nil && hasChanged)
    #expect(receipt.counts == [0, 1, 4, 0] && receipt.entry == 4)
  }
}

/// A roster's text, and changes of it by chance.
private struct RosterEdits {
  private var header: [String]
  private var rows: [[String]]

  init(_ text: String) {
    var lines = text.split(separator: "\n").map(String.init)
    header = lines.removeFirst().split(separator: ",").map(String.init)
    // A quoted cell stays in one piece: nothing is changed of such a row but its place.
    rows = lines.map {
      $0.contains("\"")
        ? [$0] : $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  var text: String {
    ([header] + rows).map { $0.joined(separator: ",") }.joined(separator: "\n") + "\n"
  }

  private static let cells = [
    ("phone", ["13807431234", "(clear)", ""]), ("name", ["石九", "吴 大", "吴大"]),
    ("relation", ["head", "child", "spouse"]), ("resident_id", ["", "(clear)"]),
    ("birth_date", ["", "1960", "1990"]), ("sex", ["male", "female", ""]),
    ("joined_on", ["", "2011-02-01", "(clear)"]), ("left_on", ["", "2011-08-01", "(clear)"]),
    ("class", ["poor", "dibao", "", "(clear)"]), ("class_ground", ["村评议", ""]),
    ("village_code", ["433123101002", "433123104201", "430524001001", ""]),
    ("cause", ["因病", ""]), ("income_per_capita", ["1713", ""]),
    ("enrolled_on", ["2011-02-01", "2011-03-05", "2010-03-05", ""]), ("remark", ["一", ""]),
    ("household_no", ["H1", "A", "N9"]), ("withdraw", ["(withdraw)"]),
  ]

  mutating func change(_ dice: inout FuzzDice) {
    guard !rows.isEmpty else { return }
    let row = dice.below(rows.count)
    switch dice.below(8) {
    case 0: rows.remove(at: row)
    case 1: rows.append(rows[row])
    case 2: rows.append(rows.remove(at: row))
    case 3:
      let number = rows[row][0].prefix { $0 != "," }
      let own = rows.filter { $0[0].prefix { $0 != "," } == number }
      rows.removeAll { $0[0].prefix { $0 != "," } == number }
      rows.insert(contentsOf: own, at: dice.below(rows.count + 1))
    default:
      let (column, words) = Self.cells[dice.below(Self.cells.count)]
      guard let place = header.firstIndex(of: column), place < rows[row].count else { return }
      rows[row][place] = words[dice.below(words.count)]
    }
  }
}
