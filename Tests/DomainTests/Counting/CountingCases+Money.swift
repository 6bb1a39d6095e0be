import Reference

/// Money, the year's ends, households that end and their members.
extension CountingCases {
  static let money: [CountingCase] = [
    CountingCase("money given and taken back on one day", fulfilled: nil) {
      $0.money(on: "2011-03-20", fen: -100)
    },
    CountingCase("part of it comes back", fulfilled: "2011-03-20", notLapsed: ["2011-04-01"]) {
      $0.money(on: "2011-04-01", fen: -99)
    },
    CountingCase("up, down and up before the rest", fulfilled: "2011-06-01") {
      $0.household.plans[0].starts = day("2011-05-01")
      $0.money(on: "2011-04-01", fen: -100)
      $0.money(on: "2011-06-01", fen: 1)
    },
    CountingCase(
      "up, down and up after F", fulfilled: "2011-03-20",
      lapsed: ["2011-04-01", "2011-05-31"], notLapsed: ["2011-03-31", "2011-06-01"]
    ) {
      $0.money(on: "2011-04-01", fen: -100)
      $0.money(on: "2011-06-01", fen: 250)
    },
    CountingCase("movements in no order", fulfilled: "2011-06-01") {
      $0.allocations = []
      $0.money(on: "2011-06-01", fen: 70)
      $0.money(on: "2011-05-01", fen: -50)
      $0.money(on: "2011-04-01", fen: 50)
      $0.household.plans[0].starts = day("2011-05-01")
    },
    CountingCase("one fen is enough", fulfilled: "2011-03-20") { $0.allocations[0].fen = 1 },
    CountingCase("other funds do not light it", fulfilled: nil) {
      $0.allocations[0].fund = "rain_plan"
      $0.money(on: "2011-03-21", fen: 100, fund: "contiguous")
    },
    CountingCase(
      "another fund's return does not put it out", fulfilled: "2011-03-20",
      notLapsed: ["2011-05-01"]
    ) {
      $0.money(on: "2011-04-01", fen: 100, fund: "rain_plan")
      $0.money(on: "2011-05-01", fen: -100, fund: "rain_plan")
    },
    CountingCase("two sources make one sum", fulfilled: "2011-03-20", lapsed: ["2011-04-02"]) {
      $0.money(on: "2011-04-01", fen: 50, source: "central")
      $0.money(on: "2011-04-02", fen: -100)
      $0.money(on: "2011-04-02", fen: -50, source: "central")
    },
    CountingCase("the largest sums do not trap", fulfilled: "2011-03-20") {
      $0.allocations[0].fen = 9_000_000_000_000_000
    },
  ]

  static let sources: [CountingCase] =
    ["central", "provincial", "prefecture", "county", "lottery"].map { source in
      CountingCase("\(source) money lights it", fulfilled: "2011-03-20") {
        $0.allocations[0].source = source
      }
    }
    + ["society", "loan", "self"].map { source in
      CountingCase("\(source) money does not light it", fulfilled: nil) {
        $0.allocations[0].source = source
      }
    }

  static let yearEnds: [CountingCase] = [
    CountingCase("on the first day of the year", fulfilled: "2011-01-01") {
      $0.beginBeforeTheYear()
      $0.household.enrolments = [day("2011-01-01")]
      $0.allocations[0].day = day("2011-01-01")
    },
    CountingCase("on the last day of the year", fulfilled: "2011-12-31") {
      $0.allocations[0].day = day("2011-12-31")
    },
    CountingCase("enrolled on the last day", fulfilled: "2011-12-31") {
      $0.household.enrolments = [day("2011-12-31")]
    },
    CountingCase("a day too late for the year", fulfilled: nil) {
      $0.household.plans[0].starts = day("2012-01-01")
    },
    CountingCase("last year's money is last year's", fulfilled: nil) {
      $0.beginBeforeTheYear()
      $0.household.enrolments = [day("2010-06-01"), day("2011-01-01")]
      $0.allocations[0].day = day("2010-12-31")
    },
    CountingCase("a second year begins anew", fulfilled: "2012-02-01", year: 2012) {
      $0.household.enrolments.append(day("2012-01-10"))
      $0.money(on: "2012-02-01", fen: 1)
    },
    CountingCase("a second year without enrolment", fulfilled: nil, year: 2012) {
      $0.money(on: "2012-02-01", fen: 1)
    },
    CountingCase("this year's money before this year's enrolment", fulfilled: "2011-03-01") {
      $0.beginBeforeTheYear()
      $0.household.enrolments = [day("2010-06-01"), day("2011-03-01")]
      $0.allocations[0].day = day("2011-02-01")
    },
    CountingCase("last year's money returned this year", fulfilled: "2011-04-02") {
      $0.allocations[0].day = day("2010-12-31")
      $0.money(on: "2011-03-20", fen: -100)
      $0.money(on: "2011-04-01", fen: 100)
      $0.money(on: "2011-04-02", fen: 1)
    },
    CountingCase("the last day of a leap February", fulfilled: "2012-02-29", year: 2012) {
      $0.household.enrolments = [day("2012-02-29")]
      $0.allocations[0].day = day("2012-02-28")
    },
  ]

  static let ending: [CountingCase] = [
    CountingCase("ended before", fulfilled: nil) { $0.household.ended = day("2011-03-19") },
    CountingCase("ended on the day", fulfilled: nil) { $0.household.ended = day("2011-03-20") },
    CountingCase(
      "ended after: counted, and not lapsed", fulfilled: "2011-03-20",
      notLapsed: ["2011-03-20", "2011-03-21", "2011-12-31"]
    ) {
      $0.household.ended = day("2011-03-21")
      $0.household.plans[0].ended = day("2011-03-21")
    },
    CountingCase(
      "lapsed first, ended later", fulfilled: "2011-03-20", lapsed: ["2011-04-01", "2011-04-30"],
      notLapsed: ["2011-03-31", "2011-05-01"]
    ) {
      $0.household.plans[0].ended = day("2011-04-01")
      $0.household.ended = day("2011-05-01")
    },
  ]

  static let members: [CountingCase] = [
    CountingCase("born on the day", fulfilled: "2011-03-20", persons: 4) {
      $0.household.members.append(RefMember(id: "C", joined: day("2011-03-20")))
    },
    CountingCase("born a day later", fulfilled: "2011-03-20", persons: 3) {
      $0.household.members.append(RefMember(id: "C", joined: day("2011-03-21")))
    },
    CountingCase("gone on the day", fulfilled: "2011-03-20", persons: 2) {
      $0.household.members[0].left = day("2011-03-20")
    },
    CountingCase("gone a day later", fulfilled: "2011-03-20", persons: 3) {
      $0.household.members[0].left = day("2011-03-21")
    },
    CountingCase("gone and back on the day is one person", fulfilled: "2011-03-20", persons: 3) {
      $0.household.members[0].left = day("2011-03-20")
      $0.household.members.append(RefMember(id: "A", joined: day("2011-03-20")))
    },
    CountingCase("away over the day", fulfilled: "2011-03-20", persons: 2) {
      $0.household.members[0].left = day("2011-03-10")
      $0.household.members.append(RefMember(id: "A", joined: day("2011-03-21")))
    },
    CountingCase("those without an ID are each somebody", fulfilled: "2011-03-20", persons: 5) {
      $0.household.members += [RefMember(id: nil), RefMember(id: nil)]
    },
    CountingCase("all gone before", fulfilled: "2011-03-20", persons: 0) {
      for place in $0.household.members.indices {
        $0.household.members[place].left = day("2011-03-01")
      }
    },
  ]
}
