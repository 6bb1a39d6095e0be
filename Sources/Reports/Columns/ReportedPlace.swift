/// A place as a report names it; the name is in the report's language.
package struct ReportedPlace: Sendable, Equatable {
  /// A region code.
  package let code: String
  package let name: String

  package init(code: String, name: String) {
    self.code = code
    self.name = name
  }
}
