import Testing

/// The smallest breach of a rule and its nearest lawful neighbour, each one entry of plain SQL.
struct RuleCase: Sendable, CustomTestStringConvertible {
  let rule: String
  let what: String
  /// Lawful entries that come before both.
  var before: [String] = []
  let breach: String
  let neighbour: String

  var testDescription: String { "\(rule): \(what)" }

  static let all = households + projects + ladder + lists
}
