import Register
import SQLite
import Testing

/// A small register that random entries run over: eight households, a dozen people who turn up in several
/// of them, three projects, three batches, and a few days, most of them at the ends of months.
///
/// Half of what is tried breaks a rule and must leave no trace; the other half stands.
final class RandomHistory {
  enum Outcome: Equatable {
    case entered(Int64)
    case undone(Int64, by: Int64)
    case nothing
    case refused(rule: String)
    /// A CHECK or a UNIQUE of the table itself.
    case constraint
    case laterDepend(on: Int64, later: [Int64])
    case notToUndo
  }

  let register: Register
  var numbers: SeededNumbers
  private var serial = 0
  private let head: EntryHeader
  /// The first that is not of the founding.
  private var firstEntry: Int64 = 0

  static let days: [Int64] = [
    14_900, 14_960, 14_974, 14_975, 14_976, 15_005, 15_006, 15_033, 15_064, 15_065, 15_155, 15_156,
    15_247, 15_338, 15_339, 15_340,
  ]
  static let always: Int64 = -719_162
  static let openEnd: Int64 = 2_932_896

  init(_ register: Register, seed: UInt64) throws {
    self.register = register
    numbers = SeededNumbers(seed: seed)
    head = try header("log")
    try found()
    try register.settleKept()
    while try register.integers("SELECT DISTINCT household_id FROM residence").count < 6 {
      do throws(RegisterFault) {
        try register.act(head) { (entry: Int64) throws(SQLiteFailure) in
          try registerHousehold(entry)
        }
      } catch { _ = try outcome(of: error) }
    }
    firstEntry = try register.lastEntry().number + 1
  }

  var day: Int64 { numbers.one(of: RandomHistory.days) }

  func serialNumber() -> Value {
    serial += 1
    return .text("N\(serial)")
  }

  /// One entry tried.
  func step() throws -> Outcome {
    if numbers.isTrue(14) { return try undoSomething() }
    do throws(RegisterFault) {
      let acts = numbers.isTrue(75) ? 1 : numbers.number(in: 2...4)
      let entry = try register.act(head) { (entry: Int64) throws(SQLiteFailure) in
        for _ in 0..<acts { try randomAct(entry) }
      }
      return entry.map { .entered($0) } ?? .nothing
    } catch {
      return try outcome(of: error)
    }
  }

  private func undoSomething() throws -> Outcome {
    let last = try register.lastEntry().number
    let number = max(firstEntry, last - Int64(numbers.number(in: 0...12)))
    do throws(RegisterFault) {
      return .undone(number, by: try register.undo(number, reason: nil, by: head.author).entry)
    } catch {
      // An undo may be refused, but always for a reason that names something.
      if case .database = error { throw error }
      return try outcome(of: error)
    }
  }

  private func outcome(of fault: RegisterFault) throws -> Outcome {
    switch fault {
    case .ruleBroken(let rule, _): return .refused(rule: rule)
    case .laterEntriesDepend(let entry, let later): return .laterDepend(on: entry, later: later)
    case .alreadyUndone, .cannotBeUndone, .unknownEntry: return .notToUndo
    case .database(let failure) where failure.isConstraint: return .constraint
    default: throw fault
    }
  }

  // MARK: What stands from the start

  private func found() throws {
    try register.act(head) { (entry: Int64) throws(SQLiteFailure) in
      try register.add("programme_year", [("year", 2010), ("income_goal_fen", 100)], entry)
      for number in 1...8 {
        try register.add("household", [("household_no", .text("H\(number)"))], entry)
      }
      let staff = try register.add("staff", [("staff_no", "S1")], entry)
      try register.add("staff_record", [("staff_id", Value(staff)), ("name", "张")], entry)
      for number in 1...3 { try foundProject(number, entry) }
      for (number, source, fund) in [
        (1, 1, "convergence"), (2, 6, "convergence"), (3, 2, "rain_plan"),
      ] {
        try foundBatch(number, source: source, fund: fund, entry)
      }
    }
  }

  private func foundProject(_ number: Int, _ entry: Int64) throws(SQLiteFailure) {
    let project = try register.add("project", [("project_no", .text("P\(number)"))], entry)
    try register.add(
      "project_record",
      [
        ("project_id", Value(project)), ("name", "路"), ("kind", 1), ("county_code", 433123),
      ], entry)
    for step in 1...3 {
      try register.add(
        "project_step",
        [("project_id", Value(project)), ("step", Value(step)), ("stepped_on", 14_850)], entry)
    }
  }

  private func foundBatch(
    _ number: Int, source: Int, fund: String, _ entry: Int64
  ) throws(SQLiteFailure) {
    let batch = try register.add(
      "batch", [("batch_no", .text("B\(number)")), ("source", Value(source))], entry)
    let top = try account(batch, rung: 0, [], entry)
    try register.add(
      "batch_issue",
      [
        ("batch_id", Value(batch)), ("document_no", "D"), ("issued_on", 14_800),
        ("fund", .text(fund)), ("amount_fen", 3_000), ("account_id", Value(top)),
      ], entry)
    let county = try account(batch, rung: 1, [("county_code", 433123)], entry)
    try move(top, county, 2_900, on: 14_801, entry)
    for project in try register.integers("SELECT id FROM project") {
      let held = try account(batch, rung: 2, [("project_id", Value(project))], entry)
      try move(county, held, 40, on: 14_860, entry)
    }
  }

  func account(
    _ batch: Int64, rung: Int, _ place: [(String, Value)], _ entry: Int64
  ) throws(SQLiteFailure) -> Int64 {
    try register.add("account", [("batch_id", Value(batch)), ("rung", Value(rung))] + place, entry)
  }

  func move(
    _ upper: Int64, _ lower: Int64, _ fen: Int64, on day: Int64, reverses: Value = .null,
    isPayment: Bool = false, _ entry: Int64
  ) throws(SQLiteFailure) {
    try register.add(
      "movement",
      [
        ("is_payment", Value(isPayment)), ("number", serialNumber()), ("upper_id", Value(upper)),
        ("lower_id", Value(lower)), ("amount_fen", Value(fen)), ("moved_on", Value(day)),
        ("reverses", reverses),
      ], entry)
  }
}
