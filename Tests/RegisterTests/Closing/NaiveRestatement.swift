import Domain
import Register
import SQLite
import Testing

/// What stands behind the differences of a closed month, found by asking of every household at every entry.
struct NaiveRestatement {
  private struct Part: Hashable {
    let cell: Restatement.Cell
    let household: Int64
  }

  let register: Register
  let month: YearMonth
  let grouping: MonthlyAnswer.Grouping

  /// A line for each household behind a cell: the cell, the household's number, its share, the entries. Of cells
  /// that differ, and of the persons supported of `quotaRows`.
  func lines(quotaRows: some Sequence<RowKey>) throws -> [String] {
    let close = try #require(try register.closeOf(month))
    let day = month.lastDay.dayNumber
    let from = close.known.entry
    let replaced = Set(
      try register.integers(
        """
        SELECT entered FROM region WHERE entered > \(from)
        UNION SELECT withdrawn FROM region WHERE withdrawn > \(from)
        """))
    var tree = try register.regionsKnown(close.known, on: day)
    let first = try parts(close.known, tree)
    var last = first
    var entries: [Part: [Int64]] = [:]
    for entry in (from + 1)...(try register.lastEntry().number) {
      if replaced.contains(entry) { tree = try register.regionsKnown(Known(entry: entry), on: day) }
      let now = try parts(Known(entry: entry), tree)
      for part in Set(last.keys).union(now.keys) where last[part] != now[part] {
        entries[part, default: []].append(entry)
      }
      last = now
    }
    var sums: [Restatement.Cell: Int64] = [:]
    for part in entries.keys {
      sums[part.cell, default: 0] += (last[part] ?? 0) - (first[part] ?? 0)
    }
    var wanted = Set(sums.filter { $0.value != 0 }.keys)
    for row in quotaRows { wanted.insert(Restatement.Cell(row: row, figure: .personsSupported)) }
    return try entries.filter { wanted.contains($0.key.cell) }.map { part, entries in
      let share = (last[part] ?? 0) - (first[part] ?? 0)
      return "\(part.cell) \(try register.householdNumber(part.household)) \(share) \(entries)"
    }.sorted()
  }

  /// The same of what the register found.
  static func lines(of told: Restatement) -> [String] {
    told.shares.flatMap { cell, shares in
      shares.map { "\(cell) \($0.householdNo) \($0.share) \($0.entries.map(\.entry))" }
    }.sorted()
  }

  /// What every household adds to the rows, by the words of lists.
  private func parts(_ known: Known, _ tree: RegionTree) throws -> [Part: Int64] {
    var parts: [Part: Int64] = [:]
    let days = try register.householdDays(
      on: month.lastDay.dayNumber, known, countingOnce: true)
    for day in days {
      func add(_ figure: Figure, _ value: Int64, at place: FigurePlace) {
        guard value != 0 else { return }
        for row in [row(of: place, tree), .total].compactMap(\.self) {
          let cell = Restatement.Cell(row: row, figure: figure)
          parts[Part(cell: cell, household: day.household), default: 0] += value
        }
      }
      add(.allocatedFen, day.allocatedFen, at: day.place)
      add(.paidFen, day.paidFen, at: day.place)
      if let fulfilledOn = day.fulfilledOn, let place = day.placeFulfilled {
        add(.householdsFulfilled, 1, at: place)
        add(.personsSupported, Int64(day.supported), at: place)
        if fulfilledOn >= month.firstDay.dayNumber {
          add(.personsSupportedInMonth, Int64(day.supported), at: place)
        }
      }
      guard day.stands else { continue }
      add(.householdsEnrolled, 1, at: day.place)
      add(.personsEnrolled, Int64(day.persons), at: day.place)
      for point in Point.allCases where !day.missing.contains(point) {
        add(HouseholdYear.figure(of: point), 1, at: day.place)
      }
      if day.fulfilledOn != nil, !day.missing.isEmpty { add(.householdsLapsed, 1, at: day.place) }
      if day.paidFen > 0 { add(.householdsPaid, 1, at: day.place) }
      if day.isAccepted { add(.householdsAccepted, 1, at: day.place) }
      if day.reachesGoal { add(.householdsIncomeGoal, 1, at: day.place) }
    }
    return parts
  }

  private func row(of place: FigurePlace, _ tree: RegionTree) -> RowKey? {
    let village = RegionCode(place.village)
    if let level = grouping.level {
      return village.flatMap { tree.place($0, at: level) }.map { .place($0) }
    }
    if grouping == .class { return .householdClass(HouseholdClass(rawValue: place.householdClass)) }
    return .area(village.flatMap { tree.place($0, at: .county) }.flatMap { tree[$0]?.area })
  }
}
