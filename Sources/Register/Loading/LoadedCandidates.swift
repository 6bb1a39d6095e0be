import Domain

/// The households that may have an exception for what their members are alone, gathered as they are loaded into a
/// register that holds no household yet. `ExceptionCandidates` says the same of facts that stand.
package struct LoadedCandidates: Sendable {
  static let kinds: [RegisterException.Kind] = [.noID, .verifiedID, .householdSize]

  /// Those of each of `kinds`, in their order.
  private(set) var households: [[Int64]] = kinds.map { _ in [] }
  private let first: DayNumber

  package init(_ register: Register) { first = register.firstExceptionDay }

  /// Adds a household.
  ///
  /// - Parameters:
  ///   - size: what the county wrote; nil where it wrote none.
  ///   - stays: its members' days.
  package mutating func add(
    _ household: Int64, lacksID: Bool, hasVerifiedID: Bool, size: Int64?, stays: [DayPeriod]
  ) {
    if lacksID { households[0].append(household) }
    if hasVerifiedID { households[1].append(household) }
    let isDated = stays.contains { $0.since > first || $0.until < DayPeriod.openEnd }
    if let size, isDated || size != stays.count { households[2].append(household) }
  }
}
