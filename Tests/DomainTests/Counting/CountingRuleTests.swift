import Domain
import Reference
import Testing

@Suite("The counting rule, case by case")
struct CountingRuleTests {
  @Test("the rule agrees with the hand", arguments: CountingCases.all)
  func rule(_ promise: CountingCase) {
    let year = ProgrammeYear(year: promise.year, incomeGoalFen: 150_000)
    let ruled = RuledHousehold(promise.household, of: promise.register, in: year)
    let fulfilled = ruled?.standing.fulfilledOn
    #expect(fulfilled.map { RefCalendar.iso(RefDay($0)) } == promise.fulfilled)
    #expect(persons(of: ruled) == promise.persons)
    guard let ruled else { return }
    for iso in promise.lapsed {
      #expect(ruled.standing.isLapsed(ruled.facts, on: dayNumber(day(iso))), "\(iso)")
    }
    for iso in promise.notLapsed {
      #expect(!ruled.standing.isLapsed(ruled.facts, on: dayNumber(day(iso))), "\(iso)")
    }
  }

  private func persons(of ruled: RuledHousehold?) -> Int {
    guard let ruled, let fulfilled = ruled.standing.fulfilledOn else { return 0 }
    return ruled.facts.memberCount(on: fulfilled)
  }

  @Test("the second reading agrees with the hand", arguments: CountingCases.all)
  func secondReading(_ promise: CountingCase) {
    let register = promise.register
    let fulfilled = register.fulfilment(of: promise.household, in: promise.year)
    #expect(fulfilled.map(RefCalendar.iso) == promise.fulfilled)
    let counted = register.personsCounted(in: promise.year)[promise.household.number] ?? 0
    #expect(counted == promise.persons)
    for iso in promise.lapsed {
      #expect(register.isLapsed(promise.household, year: promise.year, on: day(iso)), "\(iso)")
    }
    for iso in promise.notLapsed {
      #expect(!register.isLapsed(promise.household, year: promise.year, on: day(iso)), "\(iso)")
    }
  }

  @Test("a year's days are the calendar's", arguments: 1850...2199)
  func days(_ number: Int) {
    let year = ProgrammeYear(year: number, incomeGoalFen: 0)
    #expect(RefDay(year.firstDay) == RefCalendar.firstDay(ofYear: number))
    #expect(
      year.monthEnds.map { RefDay($0) }
        == (1...12).map { RefCalendar.lastDay(ofMonth: $0, in: number) })
  }
}
