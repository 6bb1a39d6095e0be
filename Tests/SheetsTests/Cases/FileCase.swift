import Testing

/// Files that one after the other come to a register, and what is right for the last of them.
struct FileCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Without `.csv`; each before the last is taken without a fault.
  let files: [String]
  /// Created, changed, unchanged, rejected.
  let counts: [Int]
  /// `line column rule`, as `Receipt.told` and `Receipt.warned` have them.
  var faults: [String] = []
  var warnings: [String] = []
  /// A value that the first fault or warning must name.
  var naming: String?
  /// What the register gives for a question afterwards; a text a row.
  var asking: (sql: String, rows: [String])?

  init(
    _ promise: String, _ files: String..., counts: [Int], faults: [String] = [],
    warnings: [String] = [], naming: String? = nil,
    asking: (sql: String, rows: [String])? = nil
  ) {
    testDescription = promise
    self.files = files
    self.counts = counts
    self.faults = faults
    self.warnings = warnings
    self.naming = naming
    self.asking = asking
  }
}
