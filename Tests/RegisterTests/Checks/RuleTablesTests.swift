import Register
import SQLite
import Testing

@Suite("The tables that the seal asks a rule about")
struct RuleTablesTests {
  @Test("are those that its trigger names, or its view where the trigger asks about anything added")
  func tables() throws {
    let scratch = try Scratch()
    let register = try scratch.register()
    let facts = try register.texts("SELECT name FROM fact_table")
    for rule in Rule.all {
      let trigger = try register.text(of: "entry_judged_\(rule.name)")
      var named = Set(facts.filter { trigger.names($0) })
      if trigger.contains("FROM added AS part") {
        let view = try register.text(of: "rule_\(rule.name)")
        named.formUnion(facts.filter { view.contains("'\($0)'") })
      }
      #expect(rule.tables == (named.isEmpty ? nil : named), "\(rule.name)")
    }
  }
}

extension Register {
  fileprivate func text(of name: String) throws -> String {
    try #require(try texts("SELECT sql FROM sqlite_schema WHERE name = '\(name)'").first)
  }
}

extension String {
  /// Whether a line of SQL, remarks apart, has the word.
  fileprivate func names(_ word: String) -> Bool {
    split(separator: "\n").contains { line in
      let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
      return !line.drop { $0 == " " }.hasPrefix("--") && words.contains { $0 == word }
    }
  }
}
