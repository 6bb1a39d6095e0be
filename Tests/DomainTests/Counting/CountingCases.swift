import Reference

/// What the counting rule says of one household, worked out by hand.
enum CountingCases {
  static let all =
    missing + late + lapsing + projects + roles + money + sources + yearEnds + ending + members

  static let missing: [CountingCase] = [
    CountingCase("all six from the day of the last", fulfilled: "2011-03-20"),
    CountingCase("no plan", fulfilled: nil) { $0.household.plans = [] },
    CountingCase("no project", fulfilled: nil) { $0.household.links = [] },
    CountingCase("no money", fulfilled: nil) { $0.allocations = [] },
    CountingCase("nobody to support", fulfilled: nil) { $0.withdraw(.support) },
    CountingCase("nobody to implement", fulfilled: nil) { $0.withdraw(.implementation) },
    CountingCase("nobody to contact", fulfilled: nil) { $0.withdraw(.contact) },
    CountingCase("not enrolled at all", fulfilled: nil) { $0.household.enrolments = [] },
    CountingCase("enrolled in another year only", fulfilled: nil) {
      $0.household.enrolments = [day("2010-03-01"), day("2012-03-01")]
    },
    CountingCase("no members counts nobody", fulfilled: "2011-03-20", persons: 0) {
      $0.household.members = []
    },
  ]

  static let late: [CountingCase] = [
    CountingCase("a late plan", fulfilled: "2011-07-01", notLapsed: ["2011-06-30"]) {
      $0.household.plans[0].starts = day("2011-07-01")
    },
    CountingCase("a late link", fulfilled: "2011-07-01") {
      $0.household.links[0].since = day("2011-07-01")
    },
    CountingCase("late money", fulfilled: "2011-07-01") {
      $0.allocations[0].day = day("2011-07-01")
    },
    CountingCase("late support", fulfilled: "2011-07-01") {
      $0.withdraw(.support)
      $0.assign(.support, "2011-07-01")
    },
    CountingCase("late implementation", fulfilled: "2011-07-01") {
      $0.withdraw(.implementation)
      $0.assign(.implementation, "2011-07-01")
    },
    CountingCase("late contact", fulfilled: "2011-07-01") {
      $0.withdraw(.contact)
      $0.assign(.contact, "2011-07-01")
    },
    CountingCase("points from before enrolment count from it", fulfilled: "2011-03-20") {
      $0.beginBeforeTheYear()
    },
    CountingCase("enrolled last of all", fulfilled: "2011-07-01") {
      $0.household.enrolments = [day("2011-07-01")]
    },
    CountingCase("all six before enrolment only", fulfilled: nil) {
      $0.household.enrolments = [day("2011-07-01")]
      $0.household.plans[0].ended = day("2011-07-01")
    },
  ]

  static let lapsing: [CountingCase] = [
    CountingCase(
      "a plan that ends", fulfilled: "2011-03-20", lapsed: ["2011-08-01", "2011-12-31"],
      notLapsed: ["2011-03-19", "2011-03-20", "2011-07-31"]
    ) { $0.household.plans[0].ended = day("2011-08-01") },
    CountingCase(
      "a link that ends", fulfilled: "2011-03-20", lapsed: ["2011-08-01"],
      notLapsed: ["2011-07-31"]
    ) { $0.household.links[0].until = day("2011-08-01") },
    CountingCase(
      "money that goes back", fulfilled: "2011-03-20", lapsed: ["2011-08-01"],
      notLapsed: ["2011-07-31"]
    ) { $0.money(on: "2011-08-01", fen: -100) },
    CountingCase(
      "support that ends", fulfilled: "2011-03-20", lapsed: ["2011-08-01"],
      notLapsed: ["2011-07-31"]
    ) { $0.household.assignments[0].until = day("2011-08-01") },
    CountingCase(
      "implementation that ends", fulfilled: "2011-03-20", lapsed: ["2011-08-01"],
      notLapsed: ["2011-07-31"]
    ) { $0.household.assignments[1].until = day("2011-08-01") },
    CountingCase(
      "contact that ends", fulfilled: "2011-03-20", lapsed: ["2011-08-01"],
      notLapsed: ["2011-07-31"]
    ) { $0.household.assignments[2].until = day("2011-08-01") },
    CountingCase(
      "a lapse that is mended", fulfilled: "2011-03-20", lapsed: ["2011-08-01", "2011-09-30"],
      notLapsed: ["2011-07-31", "2011-10-01"]
    ) {
      $0.household.assignments[2].until = day("2011-08-01")
      $0.assign(.contact, "2011-10-01")
    },
    CountingCase("a plan over before it starts is none", fulfilled: nil) {
      $0.household.plans[0].ended = day("2011-03-10")
    },
    CountingCase(
      "a plan after a plan without a gap", fulfilled: "2011-03-20",
      notLapsed: ["2011-04-30", "2011-05-01", "2011-05-02"]
    ) {
      $0.household.plans[0].ended = day("2011-05-01")
      $0.household.plans.append(RefPlan(starts: day("2011-05-01")))
    },
  ]

  static let projects: [CountingCase] = [
    CountingCase("a project never approved", fulfilled: nil) {
      $0.projects["P"]?.approved = nil
    },
    CountingCase("approval after the link", fulfilled: "2011-05-09") {
      $0.projects["P"]?.approved = day("2011-05-09")
    },
    CountingCase("cancelled before the rest is there", fulfilled: nil) {
      $0.projects["P"]?.cancelled = day("2011-03-19")
    },
    CountingCase("cancelled on the very day", fulfilled: nil) {
      $0.projects["P"]?.cancelled = day("2011-03-20")
    },
    CountingCase(
      "cancelled a day later", fulfilled: "2011-03-20", lapsed: ["2011-03-21"],
      notLapsed: ["2011-03-20"]
    ) { $0.projects["P"]?.cancelled = day("2011-03-21") },
    CountingCase("approved and cancelled on one day", fulfilled: nil) {
      $0.projects["P"]?.cancelled = day("2011-03-05")
    },
    CountingCase(
      "a second project takes over without a gap", fulfilled: "2011-03-20",
      notLapsed: ["2011-04-30", "2011-05-01", "2011-05-02"]
    ) {
      $0.household.links[0].until = day("2011-05-01")
      $0.household.links.append(RefLink(project: "Q", since: day("2011-05-01")))
      $0.projects["Q"] = RefProject(approved: day("2011-05-01"))
    },
    CountingCase(
      "a second project approved later leaves a gap", fulfilled: "2011-03-20",
      lapsed: ["2011-05-01", "2011-05-05"], notLapsed: ["2011-04-30", "2011-05-06"]
    ) {
      $0.projects["P"]?.cancelled = day("2011-05-01")
      $0.household.links.append(RefLink(project: "Q", since: day("2011-04-01")))
      $0.projects["Q"] = RefProject(approved: day("2011-05-06"))
    },
    CountingCase("one project linked, another approved", fulfilled: nil) {
      $0.household.links[0].project = "Q"
      $0.projects["Q"] = RefProject(approved: nil)
    },
    CountingCase("a link over before the approval", fulfilled: nil) {
      $0.household.links[0].until = day("2011-04-01")
      $0.projects["P"]?.approved = day("2011-04-01")
    },
  ]

  static let roles: [CountingCase] = [
    CountingCase(
      "two periods that touch are one", fulfilled: "2011-03-20",
      notLapsed: ["2011-05-31", "2011-06-01", "2011-06-02"]
    ) {
      $0.household.assignments[0].until = day("2011-06-01")
      $0.assign(.support, "2011-06-01")
    },
    CountingCase(
      "a gap of one day lapses for that day", fulfilled: "2011-03-20", lapsed: ["2011-06-01"],
      notLapsed: ["2011-05-31", "2011-06-02"]
    ) {
      $0.household.assignments[0].until = day("2011-06-01")
      $0.assign(.support, "2011-06-02")
    },
    CountingCase("a touch on the day of F", fulfilled: "2011-03-20") {
      $0.household.assignments[1].until = day("2011-03-20")
      $0.assign(.implementation, "2011-03-20")
    },
    CountingCase("a gap over the day puts F off", fulfilled: "2011-03-25") {
      $0.household.assignments[1].until = day("2011-03-20")
      $0.assign(.implementation, "2011-03-25")
    },
    CountingCase("gaps that alternate never meet", fulfilled: nil) {
      $0.withdraw(.support)
      $0.withdraw(.contact)
      $0.assign(.support, "2011-03-20", "2011-04-01")
      $0.assign(.contact, "2011-04-01", "2011-05-01")
      $0.assign(.support, "2011-05-01")
    },
    CountingCase("a role with no days", fulfilled: nil) {
      $0.household.assignments[2].until = day("2011-03-17")
    },
    CountingCase("one role three times is not three roles", fulfilled: nil) {
      for place in $0.household.assignments.indices {
        $0.household.assignments[place].role = .support
      }
    },
  ]
}
