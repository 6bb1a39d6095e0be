import Testing

/// The smallest file that breaks a rule, and the line it is told by in both languages.
struct FileFault: Sendable, CustomTestStringConvertible {
  let rule: String
  let text: String
  let english: String
  let chinese: String

  init(_ rule: String, _ text: String, _ english: String, _ chinese: String) {
    self.rule = rule
    self.text = text
    self.english = english
    self.chinese = chinese
  }

  var testDescription: String { rule }

  static let all: [FileFault] = []
}
