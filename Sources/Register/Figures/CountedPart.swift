import Domain

/// What is counted: of which year, as known at which entry, how finely.
struct CountingQuestion: Sendable {
  let programme: ProgrammeYear
  let known: Known
  let detail: FigureDetail
  /// Resident IDs that more than one household has had among its members.
  let shared: Set<Int64>
  /// Households that are only asked whom they count, and give no figures.
  let silent: Set<Int64>

  /// The households that give figures, with the persons that each counts; `waiting` are all there are.
  func emitting(_ waiting: [WaitingHousehold]) -> [WaitingHousehold] {
    let lost = PersonCount.countedElsewhere(waiting.map(\.claim))
    return waiting.filter { !silent.contains($0.claim.household) }.map { household in
      var household = household
      household.supported -= lost[household.claim.household] ?? 0
      return household
    }
  }
}

/// A fulfilled household that shares a resident ID with another. Whom it counts is known when all such
/// households are read.
struct WaitingHousehold: Sendable {
  let facts: HouseholdYear
  let standing: Standing
  let claim: PersonCount.Claim
  /// The persons it counts.
  var supported: Int

  init(facts: HouseholdYear, standing: Standing, claim: PersonCount.Claim) {
    (self.facts, self.standing, self.claim) = (facts, standing, claim)
    supported = facts.supported(standing)
  }
}

/// The sums over some households, and the households that are to be asked together with those of other parts.
struct CountedPart: Sendable {
  var sums: FigureSums
  var waiting: [WaitingHousehold] = []

  init(by detail: FigureDetail) { sums = FigureSums(by: detail) }

  mutating func add(_ other: CountedPart) {
    sums.add(other.sums)
    waiting += other.waiting
  }

  /// Adds the households that waited; `waiting` are those of all parts.
  mutating func countWaiting(_ question: CountingQuestion) {
    for household in question.emitting(waiting) {
      household.facts.addFigures(
        household.standing, supported: household.supported, in: question.programme
      ) { sums.add($0, $1, $2, $3) }
    }
    waiting = []
  }
}
