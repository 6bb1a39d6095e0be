import Domain
import Intake
import Register
import SQLite
import Sheets
import Testing

/// The first roster of a register goes a way of its own. A cell that says `(clear)` where nothing stands
/// changes nothing but the way, so that every roster can be sent both ways and the registers compared.
@Suite("The founding roster")
struct FoundingRosterTests {
  static let header =
    "household_no,village_code,name,relation,resident_id,sex,birth_date,ethnicity,education,health,"
    + "joined_on,left_on,class,class_ground,cause,income_per_capita,phone,account_no,enrolled_on,"
    + "household_size,remark"

  private static let tables = [
    "household", "residence", "household_class", "circumstance", "enrolment", "member", "headship",
  ]

  /// Every row of the facts, but for the salts.
  private func facts(_ trial: RosterTrial) throws -> [String] {
    var found: [String] = []
    for table in try trial.register.factTables() where Self.tables.contains(table.name) {
      let columns = table.columns.filter { $0 != "salt" }.map { "quote(\($0))" }
      try trial.register.connection.rows(
        "SELECT \(columns.joined(separator: " || ',' || ")) FROM \(table.name) ORDER BY id"
      ) { found.append("\(table.name) \($0.text(0))") }
    }
    return found
  }

  private func figures(_ trial: RosterTrial) throws -> [String] {
    try trial.register.settleKept()
    let last = try trial.register.lastEntry().number
    return try (1...12).flatMap { month in
      try trial.register.figures(2011, month: month, Known(entry: last))
        .map { "\(month) \($0.place) \($0.figures)" }.sorted()
    }
  }

  private func wasStaged(_ trial: RosterTrial) throws -> Bool {
    try trial.register.connection.first(
      "SELECT 1 FROM sqlite_temp_schema WHERE name = 'staged'"
    ) { _ in true } != nil
  }

  @Test("the register is written without the log, and has one again afterwards")
  func log() throws {
    let trial = try RosterTrial()
    // What is staged stays in the temporary database, which has no log to go back to.
    _ = try trial.load(Self.header + "\nH1,433123101002,甲,head,,,1970-13-01,,,,,,poor,,,,,,,,")
    #expect(try wasStaged(trial))
    let receipt = try trial.load(
      Self.header + "\nH1,433123101002,甲,head,,,1970-01-01,,,,,,poor,,,,,,2011-03-01,,")
    #expect(receipt.errors.isEmpty)
    try trial.register.connection.checkpoint()
    let mode = try trial.register.connection.first("PRAGMA journal_mode") { $0.text(0) }
    #expect(mode == "wal")
  }

  @Test("an attempt that is given up leaves the log as it was")
  func logAfterAttempt() throws {
    let trial = try RosterTrial()
    _ = try trial.load(
      Self.header + "\nH1,433123101002,甲,head,,,1970-01-01,,,,,,poor,,,,,,2011-03-01,,(clear)")
    #expect(try wasStaged(trial))
    let mode = try trial.register.connection.first("PRAGMA journal_mode") { $0.text(0) }
    #expect(mode == "wal")
    try trial.register.connection.checkpoint()
  }

  /// Sends the rows both ways; whether the plain one went the founding way.
  @discardableResult
  private func compare(_ rows: [String], under header: String = header) throws -> Bool {
    let plain = try RosterTrial()
    let staged = try RosterTrial()
    let sheet = ([header] + rows).joined(separator: "\n")
    let first = try plain.load(sheet)
    var other = rows
    if let place = other.firstIndex(where: { $0.hasSuffix(",") }) { other[place] += "(clear)" }
    let second = try staged.load(([header] + other).joined(separator: "\n"))
    #expect(try wasStaged(staged))
    #expect(first.errors == second.errors, "\(sheet)")
    #expect(first.warnings == second.warnings, "\(sheet)")
    #expect(
      [first.rows, first.created, first.changed, first.unchanged, first.rejected]
        == [second.rows, second.created, second.changed, second.unchanged, second.rejected],
      "\(sheet)")
    #expect(first.absent == second.absent)
    #expect(first.passedOver == second.passedOver)
    #expect(first.entry == second.entry)
    let (ours, theirs) = (try facts(plain), try facts(staged))
    let differing = zip(ours, theirs).filter { $0 != $1 }.map { "\($0)\n\($1)" }
    #expect(ours.count == theirs.count && differing.isEmpty, "\(differing)\n\(sheet)")
    #expect(try figures(plain) == figures(staged), "\(sheet)")
    #expect(try plain.register.check().findings.isEmpty)
    return try !wasStaged(plain)
  }

  @Test("writes what the long way writes, or goes the long way", arguments: 0..<40)
  func alike(seed: Int) throws {
    try compare(FoundingRosterMaker(seed: seed, oddities: seed % 4 == 0 ? 1 : 0).rows())
  }

  @Test("is taken where the rows are plain")
  func plain() throws {
    for seed in 100..<104 {
      #expect(try compare(FoundingRosterMaker(seed: seed, oddities: 0).rows()))
    }
  }

  @Test("one who comes back keeps the number, and one who joins later is no head from before")
  func stays() throws {
    #expect(
      try compare([
        "H1,V1,甲,head,<43312319700101001>,,,,,,,,,,,,,,2011-03-01,,",
        "H1,,乙,child,<43312319950101001>,,,,,,,2010-01-01,,,,,,,,,",
        "H1,,丙,child,,,,,,,2011-01-01,2011-05-01,,,,,,,,,",
        "H1,,乙,child,<43312319950101001>,,,,,,2011-02-01,,,,,,,,,,",
        "H1,,丙,child,,,,,,,2011-06-01,,,,,,,,,,",
      ]))
  }

  @Test("a head who left, a household in two places and an ID in two households go the long way")
  func odd() throws {
    let head = "H1,V1,甲,head,<43312319700101001>,,,,,,,,,,,,,,2011-03-01,,"
    for more in [
      ["H1,,乙,head,,,,,,,,2011-01-01,,,,,,,,,"],
      ["H2,V1,乙,head,,,,,,,,,,,,,,,,,", "H1,,丙,child,,,,,,,,,,,,,,,,,"],
      ["H2,V1,乙,head,<43312319700101001>,,,,,,,,,,,,,,,,"],
      ["H2,V9,乙,head,,,,,,,,,,,,,,,,,"],
      ["H2,V1,乙,head,,,,,,,,,,,,,,,,,", "H2,W1,丙,child,,,,,,,,,,,,,,,,,"],
      ["H1,,乙,1,,,,,,,,,,,,,,,,,"],
    ] {
      #expect(try !compare([head] + more))
    }
  }

  @Test("a person without an ID twice goes the long way; one who may be another does not")
  func personAlike() throws {
    let head = "H1,V1,甲,head,,男,1960-01-01,,,,,,,,,,,,,,"
    #expect(try compare([head, "H1,,甲,other,,男,1961,,,,,,,,,,,,,,"]))
    #expect(try compare([head, "H1,,甲,other,,男,1960-01-01,,,,,,,,,,,,,,"]))
    #expect(try compare([head, "H2,V1,甲,head,,男,1960-01-01,,,,,,,,,,,,,,"]))
    #expect(try !compare([head, "H1,,乙,child,,,,,,,,,,,,,,,,,", "H1,,乙,child,,,,,,,,,,,,,,,,,"]))
  }

  @Test(
    "a household ends in the block of its last row, in the next or behind the last",
    arguments: [512, 1_030])
  func blocks(members: Int) throws {
    #expect(
      try compare(
        (0..<members).map { row in
          row.isMultiple(of: 3)
            ? "H\(1_000 + row / 3),V1,甲,head,,,,,,,,,poor,,,1000,,,2011-03-01,\(row % 2 + 2),"
            : "H\(1_000 + row / 3),,乙\(row % 3 == 1 ? "" : "丙"),child,,,,,,,,,,,,,,,,,"
        }))
  }

  @Test("an ID taken for a reason is plain")
  func verified() throws {
    let header =
      "household_no,village_code,name,relation,resident_id,id_verified,household_size,remark"
    #expect(
      try compare(
        ["H1,V1,甲,head,433123196005010012,核实,1,", "H2,V1,乙,head,,,2,", "H3,V1,丙,head,无,,1,"],
        under: header))
  }

  @Test("a village called as its code says is plain, another name goes the long way")
  func villages() throws {
    let header = "household_no,village_code,township,village,name,relation,remark"
    #expect(
      try compare(
        [
          "H1,V2,廖家桥镇,瓦场村,甲,head,", "H1,V2,廖家桥镇,廖家桥镇瓦场村委会,乙,child,", "H2,V1,,廖家桥,丙,head,",
          "H3,V1,,无,丁,head,", "H4,V1,,,戊,head,",
        ], under: header))
    #expect(try !compare(["H1,V1,,廖家桥村,甲,head,", "H2,V2,,瓦场村,乙,head,"], under: header))
  }

  @Test("a check writes nothing and tells the same")
  func check() throws {
    let trial = try RosterTrial()
    let rows = try FoundingRosterMaker(seed: 7, oddities: 0).rows()
    let sheet = ([Self.header] + rows).joined(separator: "\n")
    let checked = try trial.load(sheet, check: true)
    #expect(checked.entry == nil && checked.created == rows.count)
    #expect(try facts(trial).isEmpty)
    let loaded = try trial.load(sheet)
    #expect(loaded.created == checked.created && loaded.warnings == checked.warnings)
    #expect(try !wasStaged(trial))
    let again = try trial.load(sheet)
    #expect(again.unchanged == rows.count && again.errors.isEmpty)
  }

  @Test("leaves the indexes and triggers as they were, and foreign keys looked up")
  func schema() throws {
    func objects(_ trial: RosterTrial) throws -> [String] {
      var found: [String] = []
      try trial.register.connection.rows(
        "SELECT type || name || ifnull(sql, '') FROM sqlite_schema ORDER BY 1"
      ) { found.append($0.text(0)) }
      return found
    }
    let trial = try RosterTrial()
    let before = try objects(trial)
    try trial.load(
      ([Self.header] + FoundingRosterMaker(seed: 3, oddities: 0).rows()).joined(separator: "\n"))
    #expect(try objects(trial) == before)
    let on = try trial.register.connection.first("PRAGMA foreign_keys") { $0.int(0) }
    #expect(on == 1)
  }
}

/// Makes rosters of a few households, plain but for a number of oddities.
struct FoundingRosterMaker {
  private var dice: FuzzDice
  private let oddities: Int
  private var nextPerson = 100

  init(seed: Int, oddities: Int) {
    dice = FuzzDice(state: UInt64(seed) &+ 1)
    self.oddities = oddities
  }

  func rows() throws -> [String] {
    var maker = self
    var rows: [[String]] = []
    for number in 1...(3 + maker.dice.below(12)) { rows += maker.household("H\(number)") }
    for _ in 0..<oddities { maker.makeOdd(&rows) }
    return rows.map { $0.joined(separator: ",") }
  }

  private mutating func household(_ number: String) -> [[String]] {
    let size = 1 + dice.below(5)
    let head = dice.below(size)
    let said = dice.below(size)
    let village = ["V1", "V2", "W1"][dice.below(3)]
    let ground = ["", "村评议", "2010年评议"][dice.below(3)]
    let cause = ["", "缺技术", "因病", "别的"][dice.below(4)]
    let enrolled = ["", "2011-02-01", "2011年3月5日", "20110407"][dice.below(4)]
    let householdClass = ["", "poor", "低保户", "dibao", "wubao"][dice.below(5)]
    let income = ["", "1713", "\"1,200.50\""][dice.below(3)]
    var rows: [[String]] = []
    for index in 0..<size {
      let repeats = index == said || dice.below(4) == 0
      var row = [number, repeats ? village : "", "石\(dice.below(6))", "child"]
      if index == head { row[3] = ["head", "户主"][dice.below(2)] }
      row += person()
      row += dates(isHead: index == head)
      row += repeats ? [householdClass, ground, cause, income] : ["", "", "", ""]
      row += [dice.below(2) == 0 ? "13807431234" : "", dice.below(3) == 0 ? "'00123" : ""]
      row += [repeats ? enrolled : "", repeats ? "\(size)" : "", ""]
      rows.append(row)
    }
    return rows
  }

  /// ID, sex, birth date, ethnicity, education, health.
  private mutating func person() -> [String] {
    nextPerson += 1
    let serial = String(nextPerson)
    let id = ["<43312319\(50 + dice.below(49))0101\(serial)>", "", "无", "433123500101\(serial)"]
    let kind = dice.below(4)
    let sex = kind == 1 || kind == 2 ? ["", "男", "female"][dice.below(3)] : ""
    let birth = kind == 1 ? ["", "1960", "1971-03", "1980/4/5"][dice.below(4)] : ""
    return [
      id[kind], sex, birth, ["土家族", "苗族", "汉族", ""][dice.below(4)],
      ["小学", "初中", "3", ""][dice.below(4)],
      ["健康", "残疾", ""][dice.below(3)],
    ]
  }

  private mutating func dates(isHead: Bool) -> [String] {
    guard !isHead, dice.below(6) == 0 else { return ["", ""] }
    return [["2011-01-05", ""], ["", "2011-06-30"], ["2010-03-01", "2011-04-01"]][dice.below(3)]
  }

  private mutating func makeOdd(_ rows: inout [[String]]) {
    let place = dice.below(rows.count)
    switch dice.below(7) {
    case 0: rows[place][1] = "433123101999"
    case 1: rows[place][3] = rows[place][3] == "child" ? "head" : "child"
    case 2: rows[place][10] = "2011-02-30"
    case 3: rows.append(rows.remove(at: place))
    case 4: rows[place][12] = "poor"
    case 5: rows[place][18] = "2011-09-09"
    default: rows[place][2] = ""
    }
  }
}
