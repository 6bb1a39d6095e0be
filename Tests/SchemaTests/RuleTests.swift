import SQLite
import Testing

@Suite("Rules at the seal")
struct RuleTests {
  @Test(
    "refuse the smallest breach and take its nearest lawful neighbour",
    arguments: RuleCase.all)
  func rule(_ rule: RuleCase) throws {
    let register = try RawRegister()
    for sql in rule.before { try register.enter(sql) }
    #expect(register.refusal(of: rule.breach) == "rule: \(rule.rule)")
    #expect(register.refusal(of: rule.neighbour) == nil)
  }

  @Test("there is a case for every rule of the file")
  func everyRule() throws {
    let register = try RawRegister()
    let views = try register.texts(
      "SELECT substr(name, 6) FROM sqlite_schema WHERE type = 'view' AND name LIKE 'rule_%'")
    let cases = Set(RuleCase.all.map(\.rule))
    #expect(cases == Set(views))
  }

  @Test("the seal asks every rule by its name")
  func sealed() throws {
    let register = try RawRegister()
    let seal = try register.texts("SELECT sql FROM sqlite_schema WHERE name LIKE 'entry_judged_%'")
      .joined()
    for view in try register.texts(
      "SELECT substr(name, 6) FROM sqlite_schema WHERE type = 'view' AND name LIKE 'rule_%'")
    {
      #expect(seal.contains("'rule: \(view)'"))
    }
  }
}
