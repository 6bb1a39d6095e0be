/// One act of a clerk in a random history. It stands by itself, so that a history can be played again
/// without some of its acts.
struct LifeAct {
  enum Kind {
    /// A sheet's text, and the day on which a roster is said to be the whole county.
    case sheet(String, completeOn: String? = nil)
    /// Takes back the entry that an earlier act made.
    case undo(act: Int)
  }

  let number: Int
  let kind: Kind

  /// `7 undo 3`, or the rows without the header.
  var told: String {
    switch kind {
    case .undo(let act): "\(number) undo \(act)"
    case .sheet(let text, let day):
      "\(number)\(day.map { " complete on \($0)" } ?? "")\n" + text
    }
  }
}

/// What came of an act.
enum LifeOutcome: Equatable {
  case entered(Int64)
  case unchanged
  /// The rules that refused it.
  case refused([String])
}

/// A promise that did not hold.
struct LifeBreach: Error, CustomStringConvertible {
  let promise: String
  let details: String

  init(_ promise: String, _ details: String) {
    self.promise = promise
    self.details = details
  }

  var description: String { "\(promise): \(details)" }
}

/// A linear congruential sequence: the same for the same seed everywhere.
extension EventRandomTests.Dice {
  mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True so many times of a hundred.
  mutating func isTrue(_ percent: Int) -> Bool { number(in: 0...99) < percent }

  mutating func one<Element>(of elements: [Element]) -> Element {
    elements[number(in: 0...elements.count - 1)]
  }
}
