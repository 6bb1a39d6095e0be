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

  @Test("A table that is too wide first closes its gaps, then wraps names, then stacks its columns")
  func narrowed() {
    var table = TextTable([
      TextTable.Column("name", narrowest: 6), TextTable.Column("n", .right),
      TextTable.Column("m", .right),
    ])
    table.row(["靖州苗族侗族自治县", "123456", "1"])
    #expect(table.lines().last == "靖州苗族侗族自治县  123456  1")
    #expect(table.lines(within: 29).last == "靖州苗族侗族自治县  123456  1")
    #expect(table.lines(within: 28).last == "靖州苗族侗族自治县 123456 1")
    #expect(table.lines(within: 24).suffix(2) == ["靖州苗族侗族自  123456 1", "治县"])
    #expect(
      table.lines(within: 14) == [
        "name", "         n  m", "-------------", "靖州苗族侗", "族自治县", "    123456  1",
      ])
  }

  @Test("A word of a name is not broken where its column is wrapped")
  func words() {
    var table = TextTable([
      TextTable.Column("county", narrowest: 4), TextTable.Column("household"),
    ])
    table.row(["Fenghuang County", "4331231042060013"])
    #expect(table.lines(within: 30).suffix(2) == ["Fenghuang     4331231042060013", "County"])
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

  @Test(
    "No line is wider than the terminal, nothing is lost, and columns stay in their places",
    arguments: [60, 80, 100, 120], 0..<12)
  func property(limit: Int, seed: Int) {
    var random = SeededNumbers(seed: UInt64(seed * 1000 + limit))
    let count = Int.random(in: 2...14, using: &random)
    var table = TextTable(
      (0..<count).map { position in
        TextTable.Column(
          position % 3 == 0 ? "名称\nname" : "n\(position)", position % 3 == 2 ? .right : .left,
          narrowest: position % 3 == 0 ? 6 : nil)
      })
    for _ in 0..<9 {
      table.row(
        (0..<count).map { position in
          switch position % 3 {
          case 0: Self.name(from: &random)
          case 1: String(Int.random(in: 1_000_000_000_000...9_999_999_999_999, using: &random))
          default: NumberText.signed(Int64.random(in: -9_999_999...9_999_999, using: &random))
          }
        })
    }
    let lines = table.lines(within: limit)
    for line in lines { #expect(DisplayWidth.of(line) <= limit, "\(line)") }
    // Every number and key is whole, every character of a name is there.
    let text = lines.joined(separator: "\n")
    for row in table.rows {
      for (position, cell) in row.enumerated() where position % 3 != 0 {
        #expect(text.contains(cell), "\(cell)")
      }
    }
    let characters = { (text: String) in text.filter { !" \n-".contains($0) }.sorted() }
    let drawn = lines.drop { !$0.hasPrefix("--") }.joined()
    #expect(characters(drawn) == characters(table.rows.joined().joined()))
    // Where the rule of a table that is not stacked has a gap, so has every line.
    let rule = lines.first { $0.hasPrefix("--") } ?? ""
    let gaps = rule.enumerated().filter { $0.element == " " }.map(\.offset)
    for line in lines {
      let cells = Self.columns(of: line)
      #expect(gaps.allSatisfy { !cells.indices.contains($0) || cells[$0] == " " }, "\(line)")
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
