/// What a standing fact says in a column in which a row of the same key says something else.
package struct StandingValue: Sendable, Equatable {
  /// The sheet's column.
  package let column: String
  /// As people write it; empty where nothing stands, nil where it is not shown.
  package let value: String?

  package init(column: String, value: String?) {
    self.column = column
    self.value = value
  }
}
