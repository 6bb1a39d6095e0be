/// A household's part in a project.
struct ProjectLink {
  /// Position among the village's households.
  let household: Int
  let since: Day
  /// The first day it is no longer linked.
  var until: Day?
  let quantity: Int?

  func holds(on day: Day) -> Bool {
    guard let until else { return since <= day }
    return since <= day && day < until
  }
}

/// One undertaking in one village, with the steps it has gone through.
struct Project {
  enum Course {
    case normal, onlyProposed, onlyReviewed, rejected, cancelled
  }

  let serial: Int
  let kind: ProjectKind
  let trade: Term
  let course: Course
  /// A project that names no fund may take any.
  let fund: Fund?
  let proposedOn: Day
  var reviewedOn: Day?
  var approvedOn: Day?
  var startedOn: Day?
  var acceptedOn: Day?
  var closedOn: Day?
  var rejectedOn: Day?
  var cancelledOn: Day?
  var grade: Term?
  var links: [ProjectLink] = []
  var budgetYuan = 0

  /// The county's review meetings, twice a month.
  static let meetings: [Day] = (1...12).flatMap { [Day(2011, $0, 10), Day(2011, $0, 25)] }

  init(
    serial: Int, county: Int, kind: ProjectKind, fund: Fund?, proposedOn: Day, course: Course,
    _ random: inout SplitMix64
  ) {
    self.serial = serial
    self.kind = kind
    self.fund = fund
    self.proposedOn = proposedOn
    self.course = course
    trade = random.pick(kind.trades(in: county))
    guard course != .onlyProposed else { return }
    let meeting = Project.meetings.first { $0 >= proposedOn + 12 } ?? Day.yearEnd
    reviewedOn = meeting
    switch course {
    case .rejected: rejectedOn = meeting + random.draw(0...3)
    case .onlyReviewed, .onlyProposed: break
    case .normal, .cancelled: approve(after: meeting, &random)
    }
  }

  private mutating func approve(after meeting: Day, _ random: inout SplitMix64) {
    let approved = meeting + random.draw(1...10)
    let started = approved + random.draw(2...20)
    approvedOn = approved
    startedOn = started
    if course == .cancelled {
      cancelledOn = min(max(started, Day(2011, 9, 1)) + random.draw(5...60), Day(2011, 12, 20))
      return
    }
    let accepted = started + random.draw(70...190)
    guard accepted < Day(2011, 12, 26) else { return }
    acceptedOn = accepted
    let grades = [
      Term("high_quality", "优良"), Term("qualified", "合格"), Term("unqualified", "不合格"),
    ]
    grade = grades[random.weighted([340, 620, 40])]
    let closed = accepted + random.draw(5...25)
    if closed <= Day.yearEnd, random.happens(700) { closedOn = closed }
  }

  var isShared: Bool { kind.perHousehold == nil }

  /// In hundredths of a kilometre for shared works, else the sum of the households' parts.
  func quantity(_ random: inout SplitMix64) -> Int {
    if isShared { return random.draw(60...620) }
    return max(1, links.reduce(0) { $0 + ($1.quantity ?? 0) })
  }
}
