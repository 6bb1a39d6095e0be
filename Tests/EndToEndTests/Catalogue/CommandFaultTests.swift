import Foundation
import Testing

/// The smallest command line that breaks a rule, over Fenghuang's sample, and what it is told in both
/// languages.
struct CommandFault: Sendable, CustomTestStringConvertible {
  let rule: String
  let status: Int32
  /// Words with a blank between them, `''` an empty one. What stands before ` ;; ` is done first.
  let line: String
  let english: String
  let chinese: String

  init(_ rule: String, status: Int32, _ line: String, _ english: String, _ chinese: String) {
    self.rule = rule
    self.status = status
    self.line = line
    self.english = english
    self.chinese = chinese
  }

  var testDescription: String { "\(rule): \(line)" }
}

@Suite("The catalogue of a command's faults")
struct CommandFaultTests {
  @Test(
    "each has a smallest cause, its words in both languages and its rule",
    arguments: CommandFault.usage + CommandFault.things + CommandFault.acts)
  func told(fault: CommandFault) throws {
    let steps = fault.line.split(separator: " ;; ").map { step in
      step.split(separator: " ").map { $0 == "''" ? "" : String($0) }
    }
    for (words, expected) in [
      (["--lang", "en"], fault.english), (["--lang", "zh"], fault.chinese),
    ] {
      let folder = try folder()
      for step in steps.dropLast() { #expect(try folder.run(step).status == 0) }
      let told = try folder.run((steps.last ?? []) + words)
      #expect(told.status == fault.status)
      #expect(told.errors.split(separator: "\n").first.map(String.init) == "sixpoint: " + expected)
    }
  }

  @Test(
    "a program is told the same by its rule", arguments: CommandFault.things + CommandFault.acts)
  func rule(fault: CommandFault) throws {
    guard !fault.line.contains(" ;; "), !fault.line.contains("--html") else { return }
    let words = fault.line.split(separator: " ").map { $0 == "''" ? "" : String($0) }
    let told = try folder().run(words + ["--json"])
    let object = try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any]
    let error = try #require(object?["error"] as? [String: String])
    #expect(error["rule"] == fault.rule)
  }

  private func folder() throws -> ProgramFolder {
    let folder = try ReportsFolder.make()
    folder.clock = "2012-02-01T08:00:00Z"
    try folder.write("lines.txt", "屋顶漏雨\n")
    try FileManager.default.createDirectory(
      at: folder.url("empty"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: folder.url("link.db"), withDestinationURL: folder.url("register.db"))
    return folder
  }
}
