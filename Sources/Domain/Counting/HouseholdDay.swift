/// One enrolled household on one day of the year: everything that decides which figures it is part of.
///
/// The monthly report sums such facts month by month (`HouseholdYear.addFigures`); a list names the
/// households behind a sum. Both ask the household by the same words.
package struct HouseholdDay: Sendable {
  package let household: Int64
  package let day: DayNumber
  /// The first day the household no longer stands, where that has come; nil while it stands.
  package let endedOn: DayNumber?
  /// F where it had come by the day.
  package let fulfilledOn: DayNumber?
  /// The points not in force on the day, in the order of the contract; of a household that has ended, those
  /// that would be missing.
  package let missing: [Point]
  /// Money that counts for `fund`, within the year and by the day, net of returns and reversals.
  package let allocatedFen: Int64
  package let paidFen: Int64
  /// Linked on the day to a project accepted by then as qualified or high quality.
  package let isAccepted: Bool
  /// Whether the income goal is reached; false before December.
  package let reachesGoal: Bool
  /// Where it lives on the day; of an ended one, where it lived last.
  package let place: FigurePlace
  /// Where it lived on F.
  package let placeFulfilled: FigurePlace?
  /// Members on the day; of an ended one, on its last.
  package let persons: Int
  /// The persons it counts in the year. Those whom another household counted under an earlier F must be
  /// taken off by whoever knows them.
  package var supported: Int

  /// Nil before the household is enrolled.
  package init?(
    _ household: Int64, _ facts: HouseholdYear, _ standing: Standing, on day: DayNumber,
    in year: ProgrammeYear
  ) {
    guard facts.enrolledOn <= day else { return nil }
    let lastDay = facts.lastDay(by: day)
    self.household = household
    self.day = day
    endedOn = day < facts.endedOn ? nil : facts.endedOn
    fulfilledOn = standing.fulfilledOn.flatMap { $0 <= day ? $0 : nil }
    missing = Point.allCases.filter { !standing.isInForce($0, of: facts, on: day) }
    allocatedFen = facts.allocatedFen(through: day)
    paidFen = facts.paidFen(through: day)
    isAccepted = facts.isAccepted(on: day)
    reachesGoal = facts.reachesGoal(on: day, in: year)
    place = facts.place(on: lastDay)
    placeFulfilled = fulfilledOn.map { facts.place(on: $0) }
    persons = facts.memberCount(on: lastDay)
    supported = fulfilledOn.map { facts.memberCount(on: $0) } ?? 0
  }

  package var stands: Bool { endedOn == nil }
}

extension HouseholdYear {
  /// The day by which the household is placed: the day itself, or the last on which it stood.
  package func lastDay(by day: DayNumber) -> DayNumber { day < endedOn ? day : endedOn &- 1 }

  package func allocatedFen(through day: DayNumber) -> Int64 {
    HouseholdYear.sum(allocations, through: day)
  }

  package func paidFen(through day: DayNumber) -> Int64 {
    HouseholdYear.sum(payments, through: day)
  }

  package func isAccepted(on day: DayNumber) -> Bool {
    acceptances.contains { $0.contains(day) }
  }

  /// The year's income is known in December: before, nobody has reached the goal.
  package func reachesGoal(on day: DayNumber, in year: ProgrammeYear) -> Bool {
    guard day > year.monthEnds[10], let incomeGrowthFen else { return false }
    return incomeGrowthFen >= year.incomeGoalFen
  }

  private static func sum(_ amounts: [Amount], through day: DayNumber) -> Int64 {
    amounts.reduce(Int64(0)) { $0.addingClamped($1.day <= day ? $1.fen : 0) }
  }
}
