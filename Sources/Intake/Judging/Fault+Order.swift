extension [Fault] {
  /// By line, and within a line by column.
  package func inFileOrder() -> [Fault] {
    var ordered = self
    ordered.putInFileOrder()
    return ordered
  }

  /// The same in place, since there may be a million: a second list of them is as large as the first.
  mutating func putInFileOrder() {
    sort { ($0.line, $0.column ?? "") < ($1.line, $1.column ?? "") }
  }
}
