import Domain

/// The lists by which a file's numbers are read, where several give the same numbers other meanings.
package struct CodeChoice: Sendable, Equatable {
  /// Nil: found out from the file's own numbers.
  package var relation: RelationList?
  package var classes = HouseholdClassList.until2013
  /// The list of 2014 for the cause of poverty, else the one before it.
  private var causeIsOf2014 = false

  package var cause: CodeList { causeIsOf2014 ? .cause2014 : .cause }

  package init() {}

  /// Every list that can be chosen, by its key.
  package static let names =
    RelationList.allCases.map(\.name) + HouseholdClassList.allCases.map(\.name)
    + [CodeList.cause.name, CodeList.cause2014.name]

  /// Uses the list of that key; false where there is none.
  package mutating func choose(_ name: String) -> Bool {
    if let list = RelationList(name: name) {
      relation = list
    } else if let list = HouseholdClassList(name: name) {
      classes = list
    } else if name == CodeList.cause.name || name == CodeList.cause2014.name {
      causeIsOf2014 = name == CodeList.cause2014.name
    } else {
      return false
    }
    return true
  }
}
