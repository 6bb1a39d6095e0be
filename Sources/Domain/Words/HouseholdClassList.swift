/// The two lists that number household classes differently.
package enum HouseholdClassList: Hashable, Sendable, CaseIterable {
  /// The register list of 2009–2013: 3 扶贫低保户, 4 五保户.
  case until2013
  /// The register list of 2014: 3 五保户, 4 低保贫困户.
  case from2014
}
