import Domain
import Foundation
import Register
import SQLite
import Testing

/// `SIXPOINT_HISTORY_STEPS` runs histories longer than a suite has time for, and
/// `SIXPOINT_HISTORY_SEED` others than it runs.
private let steps = setting("SIXPOINT_HISTORY_STEPS") ?? 70
private let seed = UInt64(setting("SIXPOINT_HISTORY_SEED") ?? 1)

private func setting(_ name: String) -> Int? {
  ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
}

@Suite("Random histories")
struct HistoryPropertyTests {
  @Test("hold after every entry, and as known at every earlier one", arguments: seed...seed + 4)
  func histories(seed: UInt64) throws {
    let scratch = try Scratch()
    let history = try RandomHistory(try scratch.register(), seed: seed)
    var watch = try HistoryWatch(history)
    for step in 0..<steps { try watch.take(step) }
    try watch.askAsKnown()
    #expect(try history.register.check().findings == [])
    try watch.askTwoConnections()
    #expect(watch.entered * 4 > steps, "too few entries stood: \(watch.outcomes)")
  }

  @Test(
    "are the same where a year is summed a few places at a time, and by two threads",
    arguments: [(1, Int64.max), (2, 0), (4_000, 0)])
  func fewPlaces(placesAtOnce: Int, householdsForTwo: Int64) throws {
    let scratch = try Scratch()
    let register = try scratch.register()
    let history = try RandomHistory(register, seed: seed)
    for _ in 0..<120 { _ = try history.step() }
    let last = Known(entry: try register.lastEntry().number)
    let counted = try register.counted(2011, last)
    #expect(Set(counted.keys.map { $0.split(separator: " ").dropFirst() }).count > 2)
    register.limits.householdsForTwo = householdsForTwo
    #expect(try register.counted(2011, last) == counted)
    try register.connection.execute("DELETE FROM figure_state")
    try register.settleKept(placesAtOnce: placesAtOnce)
    #expect(try register.answered(2011, last) == counted)
    #expect(try register.figuresAgree(2011, last, placesAtOnce: placesAtOnce))
    // Where all places are summed at once, none is met in parts, and nothing waits.
    #expect(
      try register.figuresAgree(2011, last, placesAtOnce: placesAtOnce, differencesAtOnce: 0)
        == (placesAtOnce == 4_000))
    for forgery in [
      "UPDATE figure SET plan = plan + 1 WHERE month = 12 AND village_code = (SELECT max(village_code) FROM figure)",
      "DELETE FROM figure WHERE month = 12 AND village_code = (SELECT min(village_code) FROM figure)",
      "UPDATE figure SET village_code = -village_code WHERE month = 12",
    ] {
      try register.connection.begin()
      try register.connection.execute(forgery)
      #expect(try !register.figuresAgree(2011, last, placesAtOnce: placesAtOnce), "\(forgery)")
      try register.connection.rollback()
    }
    #expect(try register.check().findings == [])
  }

  /// Multiplied by 0, any number of households is few.
  @Test(
    "are the same where several entries are settled together, by their difference or anew",
    arguments: [0, Int64.max])
  func settledTogether(householdsToOneTouched: Int64) throws {
    let scratch = try Scratch()
    let register = try scratch.register()
    let history = try RandomHistory(register, seed: seed + 7)
    register.limits.rowsAtOnce = 0
    register.limits.householdsToOneTouched = householdsToOneTouched
    register.limits.accountsAtOnce = 3
    for step in 1...120 {
      _ = try history.step()
      guard step.isMultiple(of: 4) else { continue }
      try register.settleKept()
      let last = Known(entry: try register.lastEntry().number)
      for table in ["figure_state WHERE year = 2011", "exception_state"] {
        #expect(try register.integers("SELECT known_entry FROM \(table)") == [last.entry])
      }
      #expect(try register.answered(2011, last) == register.counted(2011, last))
      for month in [2, 7, 12] {
        let month = try #require(YearMonth(year: 2011, month: month))
        #expect(try register.rungs(month, last) == register.rungsInOneStatement(month, last))
      }
      guard step.isMultiple(of: 40) else { continue }
      #expect(try register.check().findings == [])
    }
  }
}

/// Holds a history to what must be true of it.
private struct HistoryWatch {
  let history: RandomHistory
  private var register: Register { history.register }
  private(set) var outcomes: [String: Int] = [:]
  private(set) var entered = 0
  private var model: NaiveHistory
  private var knownFigures: [(entry: Int64, figures: [ComparedFigures])] = []
  private let years = [2010, 2011]

  init(_ history: RandomHistory) throws {
    self.history = history
    model = NaiveHistory(standing: try history.register.standingFacts())
    try holdFigures(step: 0)
  }

  mutating func take(_ step: Int) throws {
    let last = try register.lastEntry().number
    let outcome = try history.step()
    outcomes["\(outcome)".prefix { $0 != "(" }.description, default: 0] += 1
    if case .refused(let rule) = outcome { outcomes[rule, default: 0] += 1 }
    let standing = try register.standingFacts()
    switch outcome {
    case .entered(let entry):
      #expect(entry == last + 1)
      model.write(entry, standing: standing)
    case .undone(let number, let entry):
      #expect(entry == last + 1)
      model.undo(number, by: entry)
    case .laterDepend(let number, let later):
      #expect(!later.isEmpty)
      #expect(later.allSatisfy { $0 > number && model.isInForce($0) }, "undo \(number): \(later)")
    case .constraint, .nothing, .refused, .notToUndo: break
    }
    try #require(standing == model.standing, "step \(step), \(outcome)")
    guard try register.lastEntry().number > last else { return }
    entered += 1
    try holdFigures(step: step)
    try holdLadder()
    #expect(try register.integers("SELECT count(*) FROM pragma_foreign_key_check") == [0])
  }

  /// Kept, worked out, and by the second reading.
  private mutating func holdFigures(step: Int) throws {
    let last = try register.lastEntry().number
    var all: [ComparedFigures] = []
    for year in years {
      #expect(
        try register.integers("SELECT known_entry FROM figure_state WHERE year = \(year)") == [last]
      )
      let counted = try register.counted(year, Known(entry: last))
      try #require(try register.answered(year, Known(entry: last)) == counted, "step \(step)")
      #expect(try register.answeredByCounty(year) == byCounty(counted))
      if step.isMultiple(of: 4) {
        let referred = try register.referred(year, incomeGoalFen: year == 2011 ? 150_000 : 100)
        try #require(byVillageAndByClass(counted) == referred, "step \(step) \(year)")
      }
      all.append(counted)
    }
    knownFigures.append((last, all))
  }

  func askAsKnown() throws {
    for (index, (entry, figures)) in knownFigures.enumerated() {
      let known = Known(entry: entry)
      register.limits.householdsForTwo = index.isMultiple(of: 3) ? 0 : .max
      for (year, then) in zip(years, figures) {
        #expect(try register.answered(year, known) == then, "as known at \(entry)")
        #expect(try register.answeredByCounty(year, .entry(entry)) == byCounty(then))
        guard index.isMultiple(of: 4) else { continue }
        let recounted = try register.recounted(year, known)
        #expect(recounted == byVillageAndByClass(then), "in SQL as known at \(entry)")
      }
    }
  }

  /// Where two connections share a question, its answer is that of one.
  func askTwoConnections() throws {
    let month = try #require(YearMonth(year: 2011, month: 12))
    let last = try register.lastEntry().number
    let listings: [HouseholdListing] = [
      .enrolled(nil), .gaps(nil), .lapsed, .fulfilled, .allocated, .paid, .accepted, .incomeGoal,
    ]
    func answers(largeFrom: Int64) throws -> [String] {
      register.limits.householdsForTwo = largeFrom
      var answers = ["\(try register.exceptions(on: month.lastDay.dayNumber, in: nil))"]
      answers.append("\(try register.monthlyAnswer(month, by: .village).rows)")
      let names = "SELECT DISTINCT substr(name, 1, 2) FROM member ORDER BY 1 LIMIT 8"
      for name in try register.texts(names) {
        for limit in [3, 1000] {
          answers.append(
            "\(try register.find(name, on: month.lastDay.dayNumber, limit: limit, officer: nil))")
        }
      }
      for listing in listings {
        for known in [last, (last + 1) / 2] {
          for region in [nil, RegionCode(433123)] {
            let query = HouseholdQuery(listing, on: month.lastDay.dayNumber, in: region)
            answers.append("\(try register.list(query, Known(entry: known)))")
          }
        }
      }
      return answers
    }
    #expect(try answers(largeFrom: 1) == answers(largeFrom: .max))
    try askFewerFacts(listings, on: month.lastDay.dayNumber)
  }

  /// A list that reads less of each household holds the same households with the same to say.
  private func askFewerFacts(
    _ listings: [HouseholdListing], on day: DayNumber
  ) throws {
    for known in [Known.everything, Known(entry: (try register.lastEntry().number + 1) / 2)] {
      func days(_ detail: HouseholdDetail) throws -> [HouseholdDay] {
        try register.householdDays(on: day, known, countingOnce: true, detail)
      }
      let (whole, fewer) = (try days(.everything), try days(.sixPoints))
      for listing in listings where listing.detail == .sixPoints {
        func told(_ days: [HouseholdDay]) -> [String] {
          days.filter(listing.takes).map {
            """
            \($0.household) \($0.missing) \($0.fulfilledOn ?? 0) \($0.endedOn ?? 0) \($0.allocatedFen)
            \(listing.place(of: $0)) \(listing.persons(of: $0))
            """
          }
        }
        #expect(told(fewer) == told(whole), "\(listing)")
      }
    }
  }

  private func holdLadder() throws {
    let kept = try register.texts("SELECT account_id, on_day, balance_fen FROM account_day")
    let naive = try NaiveLadder(of: register)
    #expect(Set(kept).isSuperset(of: naive.endsOfDays))
    for row in kept { #expect(naive.agrees(with: row), "\(row)") }
    try holdRebuiltLadder()
    let last = Known(entry: try register.lastEntry().number)
    for entry in [last, Known(entry: (last.entry + 1) / 2)] {
      for month in [3, 12] {
        let month = try #require(YearMonth(year: 2011, month: month))
        #expect(try register.rungs(month, entry) == register.rungsInOneStatement(month, entry))
      }
    }
  }

  /// The balances of a bulk import, worked out for all accounts that ever moved money.
  private func holdRebuiltLadder() throws {
    try register.connection.begin()
    try register.rebuildBalances(ofMovementsFrom: 1)
    let rebuilt = try register.texts(
      """
      SELECT account_id, on_day, balance_fen FROM account_day
      WHERE account_id IN (SELECT upper_id FROM movement UNION ALL SELECT lower_id FROM movement)
      ORDER BY account_id, on_day
      """)
    try register.connection.rollback()
    #expect(try rebuilt == register.balancesInOneStatement())
  }
}
