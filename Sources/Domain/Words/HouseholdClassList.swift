/// The two lists that number household classes differently.
package enum HouseholdClassList: Hashable, Sendable, CaseIterable {
  /// The register list of 2009–2013: 3 扶贫低保户, 4 五保户.
  case until2013
  /// The register list of 2014: 3 五保户, 4 低保贫困户.
  case from2014

  package var codes: CodeList {
    switch self {
    case .until2013: .householdCategory
    case .from2014: .householdCategory2014
    }
  }

  /// The list's key, as in `--codes`.
  package var name: String { codes.name }

  package init?(name: String) {
    guard let list = HouseholdClassList.allCases.first(where: { $0.name == name }) else {
      return nil
    }
    self = list
  }
}
