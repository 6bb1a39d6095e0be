import Domain
import SQLite

/// The figures of households as they are loaded into a register that holds nothing of any household yet:
/// enrolled and counted, and no point of any in force. So nothing is read back to be summed.
package struct LoadedFigures: Sendable {
  let years: [ProgrammeYear]
  /// Year by year.
  private(set) var sums: [FigureSums]
  private var facts = HouseholdYear(enrolledOn: 0)

  package init(_ register: Register, of entry: borrowing OpenEntry) throws(SQLiteFailure) {
    let known = Known(entry: entry.number)
    var years: [ProgrammeYear] = []
    for year in try register.programmeYears() {
      years.append(try register.programmeYear(year, known))
    }
    self.years = years
    sums = years.map { _ in FigureSums() }
  }

  /// Adds a household that lives in one village and has one class from before any day that is asked about.
  ///
  /// - Parameters:
  ///   - householdClass: the stored code; nil for none.
  ///   - stays: its members' days.
  package mutating func add(
    enrolledOn: DayNumber, in village: Int64, as householdClass: Int?,
    stays: [DayPeriod]
  ) {
    let enrolledIn = CalendarDate(dayNumber: enrolledOn).year
    for (index, year) in years.enumerated() where year.year == enrolledIn {
      facts.reset(enrolledOn: enrolledOn)
      facts.villages.append(.init(since: DayPeriod.firstDay, value: village))
      if let householdClass {
        facts.classes.append(.init(since: DayPeriod.firstDay, value: Int64(householdClass)))
      }
      // Nobody's ID is asked for where no household is fulfilled.
      for stay in stays { facts.members.append(.init(period: stay, residentKey: nil)) }
      let standing = Standing(of: facts, in: year)
      precondition(standing.fulfilledOn == nil, "a household without a point is fulfilled")
      Self.add(facts, standing, in: year, to: &sums[index])
    }
  }

  /// It stands apart so that neither the facts nor the sums are copied for the closure.
  private static func add(
    _ facts: borrowing HouseholdYear, _ standing: Standing, in year: ProgrammeYear,
    to sums: inout FigureSums
  ) {
    facts.addFigures(standing, supported: 0, in: year) { sums.add($0, $1, $2, $3) }
  }
}
