import Reference
import Testing

@Suite("The counting rule, case by case")
struct CountingRuleTests {
  @Test("the second reading agrees with the hand", arguments: CountingCases.all)
  func secondReading(_ promise: CountingCase) {
    let register = promise.register
    let fulfilled = register.fulfilment(of: promise.household, in: promise.year)
    #expect(fulfilled.map(RefCalendar.iso) == promise.fulfilled)
    let counted = register.personsCounted(in: promise.year)[promise.household.number] ?? 0
    #expect(counted == promise.persons)
    for iso in promise.lapsed {
      #expect(register.isLapsed(promise.household, year: promise.year, on: day(iso)))
    }
    for iso in promise.notLapsed {
      #expect(!register.isLapsed(promise.household, year: promise.year, on: day(iso)))
    }
  }
}
