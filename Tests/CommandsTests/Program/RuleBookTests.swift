import Foundation
import Register
import Sheets
import Testing

@testable import Commands

@Suite("What there is to say of each rule")
struct RuleBookTests {
  private static let sources = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources")
  private static let commands = sources.appending(path: "Commands")

  /// Every rule that a problem of the program or a notice can bear, read where it is spelled.
  private static func spelled() throws -> Set<String> {
    var rules = Set(Rule.all.map(\.name))
    let files = FileManager.default.enumerator(at: commands, includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files) where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?:Problem|self\.init)\(\s*"([a-z_]+)",/) {
        rules.insert(String(match.1))
      }
      for match in text.matches(of: /rule: "([a-z_]+)",/) { rules.insert(String(match.1)) }
      guard file.lastPathComponent == "Problem+Usage.swift" else { continue }
      for match in text.matches(of: /(?:: |\n *)\(\s*"([a-z_]+)",/) {
        rules.insert(String(match.1))
      }
    }
    let notices = sources.appending(path: "Intake/Judging/Notice.swift")
    for match in try String(contentsOf: notices, encoding: .utf8)
      .matches(of: /case \.[^:\n]+: "([a-z_0-9]+)"/)
    {
      rules.insert(String(match.1))
    }
    return rules
  }

  @Test("every rule of the program, the register and the sheets is explained, in both languages")
  func whole() throws {
    let spelled = try Self.spelled()
    try #require(spelled.count > 100)
    for language in [Language.english, .chinese] {
      let explained = Set(RuleBook(language).entries.map(\.rule))
      #expect(spelled.subtracting(explained).sorted() == [])
      #expect(Set(FaultRuleNames.chinese.keys).subtracting(explained).sorted() == [])
    }
  }

  @Test("no rule is explained that is none, and both languages explain the same")
  func none() throws {
    let english = RuleBook(.english).entries.map(\.rule)
    #expect(english == RuleBook(.chinese).entries.map(\.rule))
    let known = try Self.spelled().union(FaultRuleNames.chinese.keys)
      .union(WordBookTests.words).union(WordBookTests.ofTables)
    #expect(Set(english).subtracting(known).sorted() == [])
    for entry in RuleBook(.chinese).entries {
      #expect(!entry.meaning.isEmpty && entry.remedy?.isEmpty != true, "\(entry.rule)")
    }
  }

  @Test("a rule is found by its name, and by its Chinese name")
  func found() throws {
    let book = RuleBook(.chinese)
    let chinese = try #require(FaultRuleNames.chinese["date_form"])
    #expect(book.entries(of: "date_form") == book.entries(of: chinese))
    #expect(book.entries(of: "date_form").count == 1)
    #expect(book.entries(of: "ladder").count == 2)
    #expect(book.entries(of: "roster").isEmpty && book.entries(of: "month_99").isEmpty)
    #expect(
      RuleBook(.english).entries(of: "stream_too_long").first?.example
        == "`yes | sixpoint import -`")
  }
}
