import Domain
import SQLite

// What an entry moves of a year's figures, place by place and class by class. A household that moves, or gets
// another class, takes its figures along: the sum over all places stays what it was.

/// How much each figure of a year's months grows by an entry, by village and class.
struct MovedFigures {
  private let byPlace: [FigurePlace: FigureSums.Months]

  init(_ byPlace: [FigurePlace: FigureSums.Months]) { self.byPlace = byPlace }

  /// Whether anything moves in a month, 1…12, in whatever place.
  func isMoved(inMonth month: Int) -> Bool {
    byPlace.values.contains { !$0[month - 1].isZero }
  }

  /// The first month in which anything moves; nil where nothing does.
  var firstMonth: Int? { (1...12).first(where: isMoved) }

  /// The places of which a figure moves in a month, 1…12.
  func places(inMonth month: Int) -> [FigurePlace: MonthlyFigures] {
    byPlace.mapValues { $0[month - 1] }.filter { !$0.value.isZero }
  }
}

extension Register {
  /// What an entry moves of a year's figures for the households of `temp.touched`.
  func figuresMoved(by entry: Int64, in year: Int) throws(SQLiteFailure) -> MovedFigures {
    let after = try sumFigures(year, Known(entry: entry), .touched)
    let before = try sumFigures(year, Known(entry: entry - 1), .touched)
    return MovedFigures(after.subtracting(before).byPlace())
  }

  /// The figures that go from one place, or from one class, to another.
  ///
  /// - Parameter places: how much each figure of a month grows, by village and class.
  func shifts(
    _ places: [FigurePlace: MonthlyFigures], on day: DayNumber, _ known: Known
  ) throws(SQLiteFailure) -> [EntryEffect.Shift] {
    guard !Register.going(places).isEmpty else { return [] }
    var shifts: [EntryEffect.Shift] = []
    if let shift = try shiftOfPlaces(places, on: day, known) { shifts.append(shift) }
    var classes: [Int: MonthlyFigures] = [:]
    for (place, figures) in places {
      classes[place.householdClass, default: MonthlyFigures()] += figures
    }
    let going = Register.going(classes)
    if !going.isEmpty {
      let rows = Register.inOrder(going) { $0 < $1 }.map { (code, figures) in
        EntryEffect.Shift.Row(
          subject: .householdClass(HouseholdClass(rawValue: code)), figures: figures)
      }
      shifts.append(EntryEffect.Shift(grouping: .class, rows: rows))
    }
    return shifts
  }

  /// What goes between the widest places: a household that leaves the county leaves its village too.
  private func shiftOfPlaces(
    _ places: [FigurePlace: MonthlyFigures], on day: DayNumber, _ known: Known
  ) throws(SQLiteFailure) -> EntryEffect.Shift? {
    let tree = try regionsKnown(known, on: day, to: .township)
    let groupings: [(grouping: MonthlyAnswer.Grouping, level: RegionLevel)] = [
      (.county, .county), (.township, .township), (.village, .village),
    ]
    for (grouping, level) in groupings {
      var regions: [RegionCode: MonthlyFigures] = [:]
      for (place, figures) in places {
        guard let village = RegionCode(place.village), let code = tree.place(village, at: level)
        else { continue }
        regions[code, default: MonthlyFigures()] += figures
      }
      let going = Register.going(regions)
      guard !going.isEmpty else { continue }
      var rows: [EntryEffect.Shift.Row] = []
      for (code, figures) in Register.inOrder(going, by: { $0 < $1 }) {
        rows.append(
          EntryEffect.Shift.Row(subject: .place(code, try region(code)), figures: figures))
      }
      return EntryEffect.Shift(grouping: grouping, rows: rows)
    }
    return nil
  }

  /// Of sums by place or class the figures that one loses and another gains; those of which nothing goes are
  /// left out.
  private static func going<Key: Hashable>(
    _ sums: [Key: MonthlyFigures]
  ) -> [Key: MonthlyFigures] {
    let figures = Figure.allCases.filter { figure in
      sums.values.contains { $0[figure] < 0 } && sums.values.contains { $0[figure] > 0 }
    }
    var going: [Key: MonthlyFigures] = [:]
    for (key, sum) in sums {
      var part = MonthlyFigures()
      for figure in figures { part[figure] = sum[figure] }
      if !part.isZero { going[key] = part }
    }
    return going
  }

  /// Those that lose something first, then in the order of keys.
  private static func inOrder<Key: Hashable>(
    _ sums: [Key: MonthlyFigures], by precedes: (Key, Key) -> Bool
  ) -> [(Key, MonthlyFigures)] {
    func isLosing(_ sum: MonthlyFigures) -> Bool {
      Figure.allCases.contains { sum[$0] < 0 }
    }
    return sums.sorted { one, other in
      let (loses, otherLoses) = (isLosing(one.value), isLosing(other.value))
      return loses == otherLoses ? precedes(one.key, other.key) : loses
    }.map { ($0.key, $0.value) }
  }
}
