/// The columns of the monthly report that are sums over households, in the order they are stored.
package enum Figure: Int, CaseIterable, Sendable {
  case householdsEnrolled, personsEnrolled
  case plan, project, fund, support, implementation, contact
  case householdsFulfilled, personsSupported, personsSupportedInMonth
  case householdsLapsed, householdsPaid, householdsAccepted, householdsIncomeGoal
  case allocatedFen, paidFen

  /// The column in the database and in the reports, `households_enrolled` …
  package var name: String {
    switch self {
    case .householdsEnrolled: "households_enrolled"
    case .personsEnrolled: "persons_enrolled"
    case .plan: "plan"
    case .project: "project"
    case .fund: "fund"
    case .support: "support"
    case .implementation: "implementation"
    case .contact: "contact"
    case .householdsFulfilled: "households_fulfilled"
    case .personsSupported: "persons_supported"
    case .personsSupportedInMonth: "persons_supported_in_month"
    case .householdsLapsed: "households_lapsed"
    case .householdsPaid: "households_paid"
    case .householdsAccepted: "households_accepted"
    case .householdsIncomeGoal: "households_income_goal"
    case .allocatedFen: "allocated_fen"
    case .paidFen: "paid_fen"
    }
  }
}

/// The figures of one month, or sums of them.
package struct MonthlyFigures: Equatable, Sendable {
  /// In place, since a month of a province has tens of thousands.
  private var values: InlineArray<17, Int64>

  package init() { values = InlineArray(repeating: 0) }

  /// From the values of all figures, which `value` gives by their places in the order.
  package init(each value: (Int) -> Int64) { values = InlineArray(value) }

  package subscript(figure: Figure) -> Int64 {
    get { values[figure.rawValue] }
    set { values[figure.rawValue] = newValue }
  }

  package static func += (total: inout MonthlyFigures, other: MonthlyFigures) {
    var sums = total.values.mutableSpan
    let addends = other.values.span
    for index in addends.indices { sums[index] = sums[index].addingClamped(addends[index]) }
  }

  package static func -= (total: inout MonthlyFigures, other: MonthlyFigures) {
    var rests = total.values.mutableSpan
    let taken = other.values.span
    for index in taken.indices { rests[index] = rests[index].subtractingClamped(taken[index]) }
  }

  /// Whether a figure is more than 64 bits hold.
  package var isBeyondRange: Bool {
    let values = values.span
    for index in values.indices where values[index].isClamped { return true }
    return false
  }

  package var isZero: Bool { self == MonthlyFigures() }

  package static func == (one: MonthlyFigures, other: MonthlyFigures) -> Bool {
    let (values, others) = (one.values.span, other.values.span)
    for index in values.indices where values[index] != others[index] { return false }
    return true
  }
}

/// Where a figure is counted: a village and a class on the day that decides.
package struct FigurePlace: Hashable, Comparable, Sendable {
  package let village: Int64
  /// The stored class code; 0 for a household without a class.
  package let householdClass: Int

  package init(village: Int64, householdClass: Int) {
    self.village = village
    self.householdClass = householdClass
  }

  /// By village, and within a village by class.
  package static func < (earlier: FigurePlace, later: FigurePlace) -> Bool {
    (earlier.village, earlier.householdClass) < (later.village, later.householdClass)
  }
}

extension HouseholdYear {
  /// Gives what this household adds to each of the twelve months, month by month and figure by figure.
  ///
  /// Figures about the month's last day D are counted where the household lives on D, an ended one
  /// where it lived last; figures about F where it lived on F. A class counts likewise.
  ///
  /// - Parameters:
  ///   - standing: this household's standing in `year`.
  ///   - supported: the persons it counts, those counted under an earlier F left out.
  ///   - add: called with the month's index 0…11, the place, the figure and the addend, never zero.
  package func addFigures(
    _ standing: Standing, supported: Int, in year: ProgrammeYear,
    to add: (_ month: Int, _ place: FigurePlace, _ figure: Figure, _ addend: Int64) -> Void
  ) {
    for month in 0..<12 {
      let day = year.monthEnds[month]
      guard enrolledOn <= day else { continue }
      let here = place(on: lastDay(by: day))
      addMoney(through: day) { figure, fen in add(month, here, figure, fen) }
      if day < endedOn {
        addState(standing, on: day, in: year) { figure, n in add(month, here, figure, n) }
      }
      if let fulfilledOn = standing.fulfilledOn, fulfilledOn <= day {
        let there = place(on: fulfilledOn)
        add(month, there, .householdsFulfilled, 1)
        guard supported > 0 else { continue }
        add(month, there, .personsSupported, Int64(supported))
        if month == 0 || year.monthEnds[month - 1] < fulfilledOn {
          add(month, there, .personsSupportedInMonth, Int64(supported))
        }
      }
    }
  }

  /// Where the household is counted on a day.
  package func place(on day: DayNumber) -> FigurePlace {
    FigurePlace(village: village(on: day) ?? 0, householdClass: householdClass(on: day) ?? 0)
  }

  private func addMoney(through day: DayNumber, to add: (Figure, Int64) -> Void) {
    let allocated = allocatedFen(through: day)
    if allocated != 0 { add(.allocatedFen, allocated) }
    let paid = paidFen(through: day)
    if paid != 0 { add(.paidFen, paid) }
  }

  private func addState(
    _ standing: Standing, on day: DayNumber, in year: ProgrammeYear,
    to add: (Figure, Int64) -> Void
  ) {
    add(.householdsEnrolled, 1)
    let persons = memberCount(on: day)
    if persons > 0 { add(.personsEnrolled, Int64(persons)) }
    var inForce = 0
    for point in Point.allCases where standing.isInForce(point, of: self, on: day) {
      inForce += 1
      add(HouseholdYear.figure(of: point), 1)
    }
    if let fulfilledOn = standing.fulfilledOn, fulfilledOn <= day, inForce < 6 {
      add(.householdsLapsed, 1)
    }
    if paidFen(through: day) > 0 { add(.householdsPaid, 1) }
    if isAccepted(on: day) { add(.householdsAccepted, 1) }
    if reachesGoal(on: day, in: year) { add(.householdsIncomeGoal, 1) }
  }

  package static func figure(of point: Point) -> Figure {
    switch point {
    case .plan: .plan
    case .project: .project
    case .fund: .fund
    case .support: .support
    case .implementation: .implementation
    case .contact: .contact
    }
  }
}
