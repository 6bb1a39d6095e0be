import Reports
import Testing

@Suite("Tables on a terminal")
struct TextTableTests {
  @Test("Chinese names align by display width, numbers stand at the right")
  func aligned() {
    var table = TextTable([
      TextTable.Column("name"), TextTable.Column("in\npersons", .right), TextTable.Column("class"),
    ])
    table.row(["凤凰县", "12", "poor"])
    table.row(["Luxi", "1,234", "-"])
    table.setTotal(["合计", "1,246", ""])
    #expect(
      table.lines() == [
        "             in",
        "name    persons  class",
        "------  -------  -----",
        "凤凰县       12  poor",
        "Luxi      1,234  -",
        "------  -------  -----",
        "合计      1,246",
      ])
  }

  @Test("A table that is too wide first closes its gaps, then cuts names, never numbers")
  func narrowed() {
    var table = TextTable([
      TextTable.Column("name", narrowest: 6), TextTable.Column("n", .right),
      TextTable.Column("m", .right),
    ])
    table.row(["靖州苗族侗族自治县", "123456", "1"])
    #expect(table.lines(within: 29).last == "靖州苗族侗族自治县  123456  1")
    #expect(table.lines(within: 28).last == "靖州苗族侗族自治县 123456 1")
    #expect(table.lines(within: 24).last == "靖州苗族侗族自… 123456 1")
    #expect(table.lines(within: 5).last == "靖州…  123456 1")
  }

  @Test("A name with control characters neither breaks the line nor the columns")
  func neutralised() {
    var table = TextTable([TextTable.Column("name"), TextTable.Column("n", .right)])
    table.row(["a\u{1B}[31m\nb", "1"])
    #expect(table.lines().last == "a\\u{1B}[31m\\nb  1")
  }

  @Test("A long table breathes every five rows and tells its titles again after forty")
  func long() {
    var table = TextTable([TextTable.Column("n", .right)])
    for number in 0..<81 { table.row([String(number)]) }
    let lines = table.lines()
    #expect(lines.count(where: { $0 == " n" }) == 3)
    #expect(lines.firstIndex(of: "5") == nil)
    #expect(Array(lines[2...8]) == [" 0", " 1", " 2", " 3", " 4", "", " 5"])
    #expect(Array(lines.suffix(5)) == ["79", "", " n", "--", "80"])
  }

  @Test("A short table has no blank lines", arguments: [0, 1, 12])
  func short(count: Int) {
    var table = TextTable([TextTable.Column("n")])
    for number in 0..<count { table.row([String(number)]) }
    #expect(table.lines().count == count + 2)
  }

  @Test("Every cell begins and ends in its column's place, whatever the names", arguments: 0..<40)
  func property(seed: Int) {
    var random = SeededNumbers(seed: UInt64(seed))
    let names = (0..<30).map { _ in Self.name(from: &random) }
    var table = TextTable([
      TextTable.Column("代码"), TextTable.Column("name\n名称", narrowest: 8),
      TextTable.Column("人数", .right), TextTable.Column("gap", .right),
    ])
    for name in names {
      let persons = Int64.random(in: 0...9_999_999, using: &random)
      table.row([
        String(Int.random(in: 100_000...999_999, using: &random)), name,
        NumberText.grouped(persons),
        NumberText.signed(persons - 4_000_000),
      ])
    }
    let limit = Int.random(in: 30...70, using: &random)
    // The upper line of the titles ends early; all below it are whole.
    let lines = table.lines(within: limit).dropFirst().filter { !$0.isEmpty }
    let rule = lines[1]
    // The last column is numbers at the right, so every row is as wide as the rule.
    for line in lines { #expect(DisplayWidth.of(line) == DisplayWidth.of(rule), "\(line)") }
    // Where the rule has a gap, so has every line.
    let gaps = rule.enumerated().filter { $0.element == " " }.map(\.offset)
    for line in lines {
      let cells = Self.columns(of: line)
      #expect(gaps.allSatisfy { cells.indices.contains($0) && cells[$0] == " " }, "\(line)")
    }
  }

  /// The character in each terminal column; the second column of a wide one is nil.
  private static func columns(of line: String) -> [Character?] {
    line.flatMap { character -> [Character?] in
      switch DisplayWidth.of(character) {
      case 0: []
      case 1: [character]
      default: [character, nil]
      }
    }
  }

  private static func name(from random: inout SeededNumbers) -> String {
    let letters = Array("凤凰县苗族土家自治𠮷㐂·ABCxyz 12é（）")
    let length = Int.random(in: 0...14, using: &random)
    return String((0..<length).compactMap { _ in letters.randomElement(using: &random) })
  }
}

/// SplitMix64: the same numbers for the same seed, on every machine.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
