import CSV
import Intake
import Sheets

/// A linear congruential sequence, well mixed: the same sheets for the same seed everywhere.
struct FuzzDice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func below(_ bound: Int) -> Int {
    bound < 1 ? 0 : Int.random(in: 0..<bound, using: &self)
  }

  mutating func oneIn(_ chances: Int) -> Bool { below(chances) == 0 }
}

/// A sheet spoilt row by row and cell by cell, and at times byte by byte.
struct FuzzSheet {
  let sheet: Sheet
  private(set) var table: FuzzSeeds.Table
  private(set) var bytes: [UInt8] = []
  private(set) var encoding: TextEncoding?
  /// What was done, for whoever has to understand a failure.
  private(set) var story: [String] = []
  private var dice: FuzzDice

  init(_ sheet: Sheet, _ seed: FuzzSeeds.Table, dice: FuzzDice) {
    self.sheet = sheet
    self.dice = dice
    table = seed
    cut()
    for _ in 0..<self.dice.below(6) { spoil() }
    write()
  }

  static func bytes(_ table: FuzzSeeds.Table, form: TextForm = TextForm(), crlf: Bool = true)
    -> [UInt8]
  {
    var options = RecordWriter.Options(form: form)
    options.lineEnd = crlf ? .crlf : .lf
    var writer = RecordWriter(options: options)
    for row in table { writer.write(row) }
    return writer.bytes
  }

  /// At most thirty rows, so that a case is quick.
  private mutating func cut() {
    guard table.count > 31 else { return }
    let start = 1 + dice.below(table.count - 30)
    table = Array(table.prefix(1)) + table[start..<start + 30]
    story.append("rows \(start) to \(start + 29)")
  }

  // MARK: rows, columns and cells

  private mutating func spoil() {
    guard table.count > 1, table.allSatisfy({ !$0.isEmpty }) else { return }
    let row = 1 + dice.below(table.count - 1)
    let column = dice.below(table[row].count)
    switch dice.below(24) {
    case 0:
      table.remove(at: row)
      story.append("delete row \(row)")
    case 1:
      table.insert(table[row], at: dice.oneIn(2) ? row : table.count)
      story.append("double row \(row)")
    case 2:
      let other = 1 + dice.below(table.count - 1)
      table.swapAt(row, other)
      story.append("swap rows \(row), \(other)")
    case 3:
      table = Array(table.prefix(1)) + table.dropFirst().shuffled(using: &dice)
      story.append("shuffle rows")
    case 4:
      let word = ["合计", "小计", "注：样表", "", " ", "凤凰县花名册", "\u{FEFF}"][dice.below(7)]
      table.insert(
        [word] + Array(repeating: "", count: table[0].count - 1), at: dice.below(table.count + 1))
      story.append("row of '\(word)'")
    case 5:
      for index in table.indices where column < table[index].count {
        table[index].remove(at: column)
      }
      story.append("delete column \(column)")
    case 6:
      for index in table.indices where column < table[index].count {
        table[index].append(table[index][column])
      }
      if dice.oneIn(2) { table[0][table[0].count - 1] = "again" }
      story.append("double column \(column)")
    case 7: spoilHeader(column)
    case 8: addColumn()
    case 9: withdraw(row)
    default: spoilCell(row, column)
    }
  }

  private mutating func spoilHeader(_ column: Int) {
    guard column < table[0].count else { return }
    let known = sheet.columns.first {
      $0.name == table[0][column] || $0.chinese == table[0][column]
    }
    let name = known.map { dice.oneIn(2) ? $0.chinese : $0.name } ?? table[0][column]
    table[0][column] = name + ["", "（元）", "(万元)", " *", "x", "\n", "（"][dice.below(7)]
    story.append("header \(column) '\(table[0][column])'")
  }

  /// A column of the sheet that the file lacks.
  private mutating func addColumn() {
    let lacking = sheet.columns.filter {
      !table[0].contains($0.name) && !table[0].contains($0.chinese)
    }
    guard let column = lacking.randomElement(using: &dice) else { return }
    for index in table.indices.dropFirst() {
      table[index].append(dice.oneIn(2) ? "" : word(of: column))
    }
    table[0].append(column.name)
    story.append("add \(column.name)")
  }

  private mutating func withdraw(_ row: Int) {
    let names = ["withdraw", "作废", "是否作废"]
    if !table[0].contains(where: { names.contains($0) }) {
      for index in table.indices { table[index].append(index == 0 ? "withdraw" : "") }
    }
    guard let column = table[0].firstIndex(where: { names.contains($0) }) else { return }
    let all = dice.oneIn(4)
    for index in table.indices.dropFirst() where all || index == row || dice.oneIn(5) {
      if column < table[index].count { table[index][column] = "(withdraw)" }
    }
    story.append("withdraw row \(row)\(all ? " and all" : "")")
  }

  private mutating func word(of column: Column) -> String {
    switch dice.below(4) {
    case 0: FuzzSheet.hostile.randomElement(using: &dice) ?? ""
    case 1: column.kind.allowedNames.randomElement(using: &dice) ?? "2011-06-01"
    case 2: ["2011-06-01", "1", "100.50", "433123104201", "433123"][dice.below(5)]
    default: "(clear)"
    }
  }

  private mutating func spoilCell(_ row: Int, _ column: Int) {
    let before = table[row][column]
    var cell = before
    switch dice.below(9) {
    case 0, 1: cell = FuzzSheet.hostile.randomElement(using: &dice) ?? ""
    case 2, 3:
      let other = table[1 + dice.below(table.count - 1)]
      cell = column < other.count ? other[column] : ""
    case 4:
      guard !cell.isEmpty else { return }
      let place = cell.index(cell.startIndex, offsetBy: dice.below(cell.count))
      cell.replaceSubrange(place...place, with: String(dice.below(10)))
    case 5: cell = ["(clear)", "清空", "", "\u{3000}", "(withdraw)"][dice.below(5)]
    case 6: cell = ["'", " ", "\u{A0}", "="][dice.below(4)] + cell
    case 7: cell += ["元", "万元", " ", "0", "00", "\"", "\n", "·"][dice.below(8)]
    default:
      if let known = sheet.columns.first(where: {
        column < table[0].count && ($0.name == table[0][column] || $0.chinese == table[0][column])
      }) {
        cell = word(of: known)
      }
    }
    table[row][column] = cell
    story.append("(\(row),\(column)) '\(before)' to '\(cell.prefix(40))'")
  }

  private static let hostile: [String] = [
    String(repeating: "a", count: 33), String(repeating: "汉", count: 3_000),
    String(repeating: "9", count: 400), "\0", "a\u{1}b", "\u{7F}", "\u{202E}txt",
    "=cmd|' /C calc'!A0",
    "=1+1", "+1", "@SUM(A1)", "-1", "0", "-0", "0.001", "0.005", "1,234.50", "１２３", "4.33123E+17",
    "9223372036854775807", "-9223372036854775808", "9223372036854775808", "92233720368547758.07",
    "92233720368547758.08", "999999999999999999万元", "1e308", "NaN", "0001-01-01", "9999-12-31",
    "9999-12-30", "10000-01-01", "2011-02-29", "2011-13-45", "0000-00-00", "40724", "60000",
    "60001",
    "2011年6月", "30/6/11", "433123********0015", "***", "433123199503030038", "43312319700101001X",
    "433123700101001", "000000000000000000", "433123000000", "430000", "110101001001", "4331231042",
    "'0001", "\u{FEFF}", "\u{FFFD}", "\u{10FFFF}", "𠮷", "a\r\nb", "\r", "\"", "\"\"", ",", ";",
    "\t",
    "2012-01-01", "2011-12-31", "2010-01-01", "1900-01-01", "head", "户主", "05", "99", "100",
    "100.01",
  ]

  // MARK: bytes

  private mutating func write() {
    var form = TextForm()
    if dice.oneIn(2) {
      form.encoding = TextEncoding.allCases.randomElement(using: &dice) ?? .utf8
      form.hasByteOrderMark =
        dice.oneIn(2) || form.encoding == .utf16LE || form.encoding == .utf16BE
      form.delimiter = dice.oneIn(3) ? UInt8(ascii: "\t") : UInt8(ascii: dice.oneIn(4) ? ";" : ",")
    }
    bytes = FuzzSheet.bytes(table, form: form, crlf: dice.oneIn(2))
    if form != TextForm() { story.append("\(form.encodingName) \(form.delimiter)") }
    guard dice.oneIn(3) else { return }
    for _ in 0...dice.below(3) where !bytes.isEmpty { spoilByte() }
    if dice.oneIn(12) { encoding = TextEncoding.allCases.randomElement(using: &dice) }
  }

  private mutating func spoilByte() {
    let place = dice.below(bytes.count)
    switch dice.below(7) {
    case 0: bytes[place] ^= 1 << UInt8(dice.below(8))
    case 1: bytes.remove(at: place)
    case 2: bytes.removeSubrange(place...)
    case 3:
      let lower = dice.below(place + 1)
      let part = Array(bytes[lower..<place].prefix(200))
      bytes.insert(contentsOf: part, at: dice.below(bytes.count))
    case 4:
      let (old, new) = (FuzzSheet.turns[dice.below(7)], FuzzSheet.turns[dice.below(7)])
      bytes = bytes.map { $0 == old ? new : $0 }
    case 5: bytes.insert(FuzzSheet.turns[dice.below(7)], at: place)
    default: bytes.insert(UInt8(dice.below(256)), at: place)
    }
    story.append("byte at \(place)")
  }

  private static let turns: [UInt8] = [0x22, 0x2C, 0x3B, 0x09, 0x0A, 0x0D, 0x00]

  /// The same file with fewer lines, for the smallest that still fails.
  func with(_ bytes: [UInt8]) -> FuzzSheet {
    var other = self
    other.bytes = bytes
    return other
  }
}
