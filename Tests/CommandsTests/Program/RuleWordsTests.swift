import Commands
import Register
import SQLite
import Schema
import Testing

@Suite("The words of the register's own rules")
struct RuleWordsTests {
  /// Every name that a trigger of the file may refuse by.
  private static func named() throws -> [String] {
    let fresh = try Connection.inMemory()
    try Migrations.released.run(on: fresh)
    var names: Set<String> = []
    try fresh.rows("SELECT sql FROM sqlite_schema WHERE type = 'trigger'") { row in
      for piece in row.text(0).split(separator: "RAISE(ABORT, 'rule: ").dropFirst() {
        names.insert(String(piece.prefix { $0 != "'" }))
      }
    }
    return names.sorted()
  }

  @Test("each rule has words in both languages, and its name as the rule")
  func words() throws {
    let named = try Self.named()
    #expect(named.count > 25 && named.contains("movement_rung") && named.contains("redaction"))
    for name in named + Rule.all.map(\.name) {
      let fault = RegisterFault.ruleBroken(rule: name, breaches: [])
      let english = fault.problem(in: .english)
      let chinese = fault.problem(in: .chinese)
      #expect(english.rule == name && chinese.rule == name)
      #expect(!english.message.hasSuffix(name), "\(english.message)")
      #expect(!chinese.message.hasSuffix(name), "\(chinese.message)")
      #expect(!english.message.hasSuffix(".") && !chinese.message.hasSuffix("。"))
    }
  }

  @Test("a guard that fires outside a judgement is told by the same words")
  func guards() {
    let failure = SQLiteFailure(code: 19, message: "rule: fact_fixed")
    #expect(
      failure.problem(in: .english)
        == RegisterFault.ruleBroken(rule: "fact_fixed", breaches: []).problem(in: .english))
  }

  @Test("a breach tells who, when, how much and the entries behind it")
  func breach() {
    var breach = Breach()
    breach.account = AccountName(batch: "B1", source: .central)
    breach.day = 15000
    breach.fen = -1200
    breach.entries = [9, 7]
    let words = RegisterFault.ruleBroken(rule: "ladder", breaches: [breach])
    #expect(
      words.problem(in: .english).message
        == "refused: more money would go down than came in: batch B1 (central) on 2011-01-26 balance -12.00 yuan (entries 7, 9)"
    )
    #expect(
      words.problem(in: .chinese).message.hasSuffix(
        "批次 B1（中央） 2011-01-26 余额 -12.00 元（第 7、9 号录入单）"))
  }
}
