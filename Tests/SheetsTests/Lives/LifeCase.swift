import Testing

/// A short life that a random one once broke a promise with: what is told, in order.
struct LifeCase: Sendable, CustomTestStringConvertible {
  /// What a clerk tells.
  enum Told: Sendable {
    /// Rows of a roster, and the day on which it is the whole county's.
    case roster(String, completeOn: String? = nil)
    case events(String)
    /// Takes back the entry of an earlier act.
    case undo(Int)
  }

  let testDescription: String
  let acts: [Told]
  /// The rules by which acts are refused, by their places; all others make an entry.
  let refused: [Int: [String]]
  /// Acts that change nothing.
  let unchanged: Set<Int>

  init(
    _ promise: String, refused: [Int: [String]] = [:], unchanged: Set<Int> = [], _ acts: Told...
  ) {
    testDescription = promise
    self.acts = acts
    self.refused = refused
    self.unchanged = unchanged
  }

  private static let header =
    "household_no,village_code,name,relation,resident_id,birth_date,joined_on,left_on,enrolled_on,withdraw"

  func act(_ number: Int) -> LifeAct {
    switch acts[number] {
    case .undo(let act): LifeAct(number: number, kind: .undo(act: act))
    case .events(let rows):
      LifeAct(number: number, kind: .sheet("\(EventOffice.header)\n\(rows)\n"))
    case .roster(let rows, let day):
      LifeAct(number: number, kind: .sheet("\(Self.header)\n\(rows)\n", completeOn: day))
    }
  }
}

/// Each is told to the register of `LifeOffice`, where a random history found it, and held to the same promises.
@Suite("Lives that went wrong once")
struct LifeCaseTests {
  @Test("keep every promise", arguments: LifeCase.heads + LifeCase.households)
  func keeps(life: LifeCase) throws {
    let office = try LifeOffice()
    for number in life.acts.indices {
      let act = life.act(number)
      let outcome = try office.take(act)
      if let rules = life.refused[number] {
        #expect(outcome == .refused(rules), "\(act.told)")
      } else if life.unchanged.contains(number) {
        #expect(outcome == .unchanged, "\(act.told)")
      } else {
        guard case .entered = outcome else {
          Issue.record("\(outcome): \(act.told)")
          return
        }
        try office.sendAgain(act)
      }
    }
    try office.holdExports(of: LifeOffice.lives)
  }

  @Test("Files lead to one register in every order, or are refused", arguments: LifeCase.files)
  func orders(life: LifeCase) throws {
    var ends: [String: [Int]] = [:]
    let places = Array(life.acts.indices)
    let orders =
      places.count == 2
      ? [[0, 1], [1, 0]]
      : places.map { first in
        [first] + places.filter { $0 != first }
      } + [places.reversed()]
    for order in orders {
      let office = try LifeOffice()
      var isRefused = false
      for number in order where !isRefused {
        if case .refused(let rules) = try office.take(life.act(number)) {
          #expect(rules == life.refused[number], "\(order): \(life.act(number).told)")
          isRefused = true
        }
      }
      if !isRefused { ends[try office.lives()] = order }
    }
    #expect(ends.count == 1, "\(ends.values): \(ends.keys.joined(separator: "\n\n"))")
  }
}
