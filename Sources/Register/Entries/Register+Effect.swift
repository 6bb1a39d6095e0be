import Domain
import SQLite

extension Register {
  /// What the open entry changes so far, for the households it touches.
  ///
  /// Nil where it changes too many rows to be compared household by household.
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
    try gatherTouched(changes)
    guard try connection.first("SELECT 1 FROM temp.touched LIMIT 1", [:], { _ in true }) == true
    else {
      return EntryEffect(
        day: day.dayNumber, households: [], others: 0, figures: MonthlyFigures())
    }
    let (earlier, now) = (Known(entry: changes.entry - 1), Known(entry: changes.entry))
    let before = try standingPoints(day, earlier)
    let after = try standingPoints(day, now)
    var households: [EntryEffect.Household] = []
    for id in Set(before.keys).union(after.keys) {
      let (old, new) = (before[id], after[id])
      guard old != new else { continue }
      let (oldPoints, newPoints) = (old?.points ?? [], new?.points ?? [])
      households.append(
        EntryEffect.Household(
          number: try householdNumber(id), wasEnrolled: old != nil, isEnrolled: new != nil,
          gained: newPoints.filter { !oldPoints.contains($0) },
          lost: oldPoints.filter { !newPoints.contains($0) },
          fulfilledBefore: old?.fulfilledOn, fulfilledAfter: new?.fulfilledOn))
    }
    households.sort { $0.number < $1.number }
    let moved = try sumFigures(day.year, now, .touched)
      .subtracting(try sumFigures(day.year, earlier, .touched)).byMonth()
    return EntryEffect(
      day: day.dayNumber, households: Array(households.prefix(EntryEffect.mostHouseholds)),
      others: max(0, households.count - EntryEffect.mostHouseholds),
      figures: moved[day.month - 1])
  }

  private struct StandingPoints: Equatable {
    let points: [Point]
    let fulfilledOn: DayNumber?
  }

  /// The households of `temp.touched` that are enrolled in the year of a day.
  private func standingPoints(
    _ day: CalendarDate, _ known: Known
  ) throws(SQLiteFailure) -> [Int64: StandingPoints] {
    let year = try programmeYear(day.year, known)
    let stream = try HouseholdYears(in: self, year, known, .touched)
    var facts = HouseholdYear(enrolledOn: 0)
    var standings: [Int64: StandingPoints] = [:]
    while let id = try stream.next(into: &facts) {
      let standing = Standing(of: facts, in: year)
      standings[id] = StandingPoints(
        points: facts.stands(on: day.dayNumber)
          ? Point.allCases.filter { standing.isInForce($0, of: facts, on: day.dayNumber) } : [],
        fulfilledOn: standing.fulfilledOn)
    }
    return standings
  }
}

extension FigureSums {
  /// The twelve months' figures over all places.
  func byMonth() -> Months {
    byPlace().values.reduce(into: Months(repeating: MonthlyFigures(), count: 12)) { total, months in
      for month in total.indices { total[month] += months[month] }
    }
  }
}
