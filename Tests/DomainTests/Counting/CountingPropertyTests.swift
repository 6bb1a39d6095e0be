import Domain
import Reference
import Testing

@Suite("The counting rule, against a second reading")
struct CountingPropertyTests {
  private let year = ProgrammeYear(year: 2011, incomeGoalFen: 150_000)

  /// 10 times 520 households: every day of the year for 20 of each, for the rest every day on
  /// which one of their own facts begins or ends, with the days before and after.
  @Test("every point, F and lapse on every day", arguments: UInt64(1)...10)
  func standings(_ seed: UInt64) {
    let register = RandomRegister.make(seed: seed, households: 520, sharedIDs: 5_000)
    var fulfilled = 0
    var lapsed = 0
    for (place, household) in register.households.enumerated() {
      guard let ruled = RuledHousehold(household, of: register, in: year) else {
        #expect(register.fulfilment(of: household, in: 2011) == nil)
        continue
      }
      let day = ruled.standing.fulfilledOn.map { RefDay($0) }
      #expect(day == register.fulfilment(of: household, in: 2011), "\(household)")
      if day != nil { fulfilled += 1 }
      let days = place < 20 ? Set(firstDay...lastDay) : days(around: household, in: register)
      var isLapsedOnce = false
      for day in days {
        isLapsedOnce = compare(ruled, household, register, on: day) || isLapsedOnce
      }
      if isLapsedOnce { lapsed += 1 }
    }
    // The households must be such that the rule has something to say.
    #expect(fulfilled > 80 && fulfilled < 300, "\(fulfilled)")
    #expect(lapsed > 40, "\(lapsed)")
  }

  /// Whether the household is lapsed on the day.
  private func compare(
    _ ruled: RuledHousehold, _ household: RefHousehold, _ register: RefRegister, on day: RefDay
  ) -> Bool {
    let number = dayNumber(day)
    for point in RefPoint.allCases {
      let ours = ruled.standing.isInForce(point.point, of: ruled.facts, on: number)
      let theirs = register.isInForce(point, for: household, year: 2011, on: day)
      if ours != theirs {
        Issue.record("\(point) on \(RefCalendar.iso(day)): \(ours), not \(theirs): \(household)")
      }
    }
    let isLapsed = ruled.standing.isLapsed(ruled.facts, on: number)
    if isLapsed != register.isLapsed(household, year: 2011, on: day) {
      Issue.record("lapsed on \(RefCalendar.iso(day)): \(isLapsed): \(household)")
    }
    return isLapsed
  }

  private var firstDay: RefDay { RefCalendar.firstDay(ofYear: 2011) }
  private var lastDay: RefDay { RefCalendar.lastDay(ofYear: 2011) }

  /// Nothing changes between these days.
  private func days(around household: RefHousehold, in register: RefRegister) -> Set<RefDay> {
    var turns: [RefDay] = [firstDay, lastDay] + household.enrolments
    if let ended = household.ended { turns.append(ended) }
    for plan in household.plans { turns += [plan.starts] + [plan.ended].compactMap { $0 } }
    for link in household.links {
      let project = register.projects[link.project]
      turns += [link.since] + [link.until, project?.approved, project?.cancelled].compactMap { $0 }
    }
    for role in household.assignments { turns += [role.since] + [role.until].compactMap { $0 } }
    turns += register.allocations(of: household).map(\.day)
    let days = Set(turns.flatMap { [$0 - 1, $0, $0 + 1] })
    return days.filter { firstDay <= $0 && $0 <= lastDay }
  }

  @Test("a person counts once, whoever shares whose ID", arguments: UInt64(100)...299)
  func persons(_ seed: UInt64) {
    let register = RandomRegister.sharing(seed: seed)
    let ruled = ruledHouseholds(of: register)
    let lost = PersonCount.countedElsewhere(claims(of: ruled, in: register))
    var counted: [String: Int] = [:]
    for (place, household) in ruled {
      guard let fulfilled = household.standing.fulfilledOn else { continue }
      let members = household.facts.memberCount(on: fulfilled)
      counted[register.households[place].number] = members - (lost[Int64(place)] ?? 0)
    }
    #expect(counted.count == register.households.count)
    #expect(counted == register.personsCounted(in: 2011))
    let everybody = ruled.values.flatMap(\.keysOnFulfilment)
    #expect(lost.values.reduce(0, +) == everybody.count - Set(everybody).count)
  }

  /// All fulfilled households claim, shared or not: who shares with nobody loses nobody.
  private func claims(
    of ruled: [Int: RuledHousehold], in register: RefRegister
  ) -> [PersonCount.Claim] {
    ruled.compactMap { place, household in
      household.standing.fulfilledOn.map {
        PersonCount.Claim(
          household: Int64(place), householdNumber: register.households[place].number,
          fulfilledOn: $0, residentKeys: household.keysOnFulfilment)
      }
    }
  }

  /// By place in the register.
  private func ruledHouseholds(of register: RefRegister) -> [Int: RuledHousehold] {
    var ruled: [Int: RuledHousehold] = [:]
    for (number, household) in register.households.enumerated() {
      ruled[number] = RuledHousehold(household, of: register, in: year)
    }
    return ruled
  }

  @Test("every figure of every month, by village and by class", arguments: UInt64(200)...204)
  func figures(_ seed: UInt64) {
    let register = RandomRegister.make(seed: seed, households: 150, sharedIDs: 150)
    let ruled = ruledHouseholds(of: register)
    let lost = PersonCount.countedElsewhere(claims(of: ruled, in: register))
    var ours: [FiguresKey: MonthlyFigures] = [:]
    for (number, household) in ruled {
      let fulfilled = household.standing.fulfilledOn
      let members = fulfilled.map { household.facts.memberCount(on: $0) } ?? 0
      household.facts.addFigures(
        household.standing, supported: members - (lost[Int64(number)] ?? 0), in: year
      ) { month, place, figure, addend in
        let village = FiguresKey(month: month + 1, place: "\(place.village)")
        let household = FiguresKey(month: month + 1, place: "class \(place.householdClass)")
        ours[village, default: MonthlyFigures()][figure] += addend
        ours[household, default: MonthlyFigures()][figure] += addend
      }
    }
    var theirs: [FiguresKey: MonthlyFigures] = [:]
    for month in 1...12 {
      let villages = register.monthlyFigures(year: 2011, month: month, by: .village).rows
      for (code, figures) in villages {
        theirs[FiguresKey(month: month, place: code)] = figures.monthlyFigures
      }
      let classes = register.monthlyFigures(year: 2011, month: month, by: .householdClass).rows
      for (name, figures) in classes {
        let key = FiguresKey(month: month, place: "class \(storedClass(name))")
        theirs[key] = figures.monthlyFigures
      }
    }
    #expect(ours.filter { !$0.value.isZero } == theirs.filter { !$0.value.isZero })
    // Every figure must have been put to the test.
    for figure in Figure.allCases {
      #expect(theirs.values.contains { $0[figure] != 0 }, "\(figure)")
    }
  }
}

/// A month 1 to 12, and a village code or a class.
private struct FiguresKey: Hashable {
  let month: Int
  let place: String
}

extension RefFigures {
  fileprivate var monthlyFigures: MonthlyFigures {
    var figures = MonthlyFigures()
    figures[.householdsEnrolled] = Int64(householdsEnrolled)
    figures[.personsEnrolled] = Int64(personsEnrolled)
    figures[.plan] = Int64(points[.plan] ?? 0)
    figures[.project] = Int64(points[.project] ?? 0)
    figures[.fund] = Int64(points[.fund] ?? 0)
    figures[.support] = Int64(points[.support] ?? 0)
    figures[.implementation] = Int64(points[.implementation] ?? 0)
    figures[.contact] = Int64(points[.contact] ?? 0)
    figures[.householdsFulfilled] = Int64(householdsFulfilled)
    figures[.personsSupported] = Int64(personsSupported)
    figures[.personsSupportedInMonth] = Int64(personsSupportedInMonth)
    figures[.householdsLapsed] = Int64(householdsLapsed)
    figures[.householdsPaid] = Int64(householdsPaid)
    figures[.householdsAccepted] = Int64(householdsAccepted)
    figures[.householdsIncomeGoal] = Int64(householdsIncomeGoal)
    figures[.allocatedFen] = Int64(allocatedFen)
    figures[.paidFen] = Int64(paidFen)
    return figures
  }
}
