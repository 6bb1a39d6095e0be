import Domain
import SQLite

extension Register {
  /// What the open entry changes so far, for the households it touches.
  ///
  /// Nil where it changes too many rows to be compared household by household.
  ///
  /// - Parameter day: of the act. Where nothing changes on it or in its month, the answer is about the first
  ///   month in which a figure does: a period may be set that begins before its household is enrolled.
  package func effect(
    of entry: borrowing OpenEntry, on day: CalendarDate
  ) throws(RegisterFault) -> EntryEffect? {
    do throws(SQLiteFailure) {
      let changes = try changes(of: entry)
      let rows = changes.addedCount + Int64(changes.withdrawn.reduce(0) { $0 + $1.ids.count })
      guard rows <= EntryEffect.mostRows else { return nil }
      return try effect(of: changes, on: day)
    } catch { throw .database(error) }
  }

  private func effect(
    of changes: EntryChanges, on day: CalendarDate
  ) throws(SQLiteFailure) -> EntryEffect {
    let heads = try headChanges(by: changes, on: day.dayNumber)
    try gatherTouched(changes)
    guard try connection.first("SELECT 1 FROM temp.touched LIMIT 1", [:], { _ in true }) == true
    else {
      return EntryEffect(
        day: day.dayNumber, heads: heads, households: [], others: 0, figures: MonthlyFigures(),
        shifts: [])
    }
    let told = try comparison(of: changes.entry, on: day)
    var figures = MonthlyFigures()
    for place in told.places.values { figures += place }
    return EntryEffect(
      day: told.day.dayNumber, heads: heads,
      households: Array(told.households.prefix(EntryEffect.mostHouseholds)),
      others: max(0, told.households.count - EntryEffect.mostHouseholds), figures: figures,
      shifts: try shifts(told.places, on: told.day.dayNumber, Known(entry: changes.entry)))
  }

  /// What is different after an entry on a day and in its month.
  private struct Comparison {
    let day: CalendarDate
    let households: [EntryEffect.Household]
    let moved: MovedFigures

    /// The places whose figures of the month move.
    var places: [FigurePlace: MonthlyFigures] { moved.places(inMonth: day.month) }

    /// Whether no point and no figure changes. F is of the year, and may change in another month.
    var isNothingOfMonth: Bool {
      places.isEmpty
        && households.allSatisfy {
          $0.gained.isEmpty && $0.lost.isEmpty && $0.wasEnrolled == $0.isEnrolled
        }
    }
  }

  private func comparison(
    of entry: Int64, on day: CalendarDate
  ) throws(SQLiteFailure) -> Comparison {
    let asked = Comparison(
      day: day, households: try householdsChanged(by: entry, on: day),
      moved: try figuresMoved(by: entry, in: day.year))
    guard asked.isNothingOfMonth else { return asked }
    // A period may begin in a year in which nobody is enrolled.
    let years = day.year == year ? [year] : [day.year, year]
    for year in years {
      let moved = try year == day.year ? asked.moved : figuresMoved(by: entry, in: year)
      guard let first = moved.firstMonth, let month = YearMonth(year: year, month: first) else {
        continue
      }
      return Comparison(
        day: month.lastDay, households: try householdsChanged(by: entry, on: month.lastDay),
        moved: moved)
    }
    return asked
  }

  /// The touched households of which a point or F changes, in the order of their numbers.
  private func householdsChanged(
    by entry: Int64, on day: CalendarDate
  ) throws(SQLiteFailure) -> [EntryEffect.Household] {
    let before = try standingPoints(day, Known(entry: entry - 1))
    let after = try standingPoints(day, Known(entry: entry))
    var households: [EntryEffect.Household] = []
    for id in Set(before.keys).union(after.keys) {
      let (old, new) = (before[id], after[id])
      guard old != new else { continue }
      households.append(
        EntryEffect.Household(
          number: try householdNumber(id), wasEnrolled: old != nil, isEnrolled: new != nil,
          gained: StandingPoints.more(new, than: old), lost: StandingPoints.more(old, than: new),
          fulfilledBefore: old?.fulfilledOn, fulfilledAfter: new?.fulfilledOn))
    }
    return households.sorted { $0.number < $1.number }
  }

  private struct StandingPoints: Equatable {
    let onDay: [Point]
    /// On the last day of its month, which the month's figures count: a household may be linked to a project
    /// after the day on which the project is cancelled.
    let onLastDay: [Point]
    let fulfilledOn: DayNumber?

    /// The points of one that the other does not have, on either day.
    static func more(_ one: StandingPoints?, than other: StandingPoints?) -> [Point] {
      let (first, last) = (one?.onDay ?? [], one?.onLastDay ?? [])
      let (otherFirst, otherLast) = (other?.onDay ?? [], other?.onLastDay ?? [])
      return Point.allCases.filter { point in
        first.contains(point) && !otherFirst.contains(point)
          || last.contains(point) && !otherLast.contains(point)
      }
    }
  }

  /// The households of `temp.touched` that are enrolled in the year of a day.
  private func standingPoints(
    _ day: CalendarDate, _ known: Known
  ) throws(SQLiteFailure) -> [Int64: StandingPoints] {
    let year = try programmeYear(day.year, known)
    let lastDay = YearMonth(containing: day).lastDay.dayNumber
    let stream = try HouseholdYears(in: self, year, known, .touched)
    var facts = HouseholdYear(enrolledOn: 0)
    var standings: [Int64: StandingPoints] = [:]
    while let id = try stream.next(into: &facts) {
      let standing = Standing(of: facts, in: year)
      standings[id] = StandingPoints(
        onDay: Register.points(standing, of: facts, on: day.dayNumber),
        onLastDay: Register.points(standing, of: facts, on: lastDay),
        fulfilledOn: standing.fulfilledOn)
    }
    return standings
  }

  private static func points(
    _ standing: Standing, of facts: HouseholdYear, on day: DayNumber
  ) -> [Point] {
    guard facts.stands(on: day) else { return [] }
    return Point.allCases.filter { standing.isInForce($0, of: facts, on: day) }
  }
}
