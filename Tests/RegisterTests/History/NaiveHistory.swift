/// What a history comes to: every entry that was not undone, one after the other.
struct NaiveHistory {
  private struct Change {
    let entry: Int64
    let added: Set<String>
    let removed: Set<String>
  }

  private let first: Set<String>
  private var changes: [Change] = []
  private var undone: Set<Int64> = []
  private(set) var standing: Set<String>

  init(standing: Set<String>) {
    first = standing
    self.standing = standing
  }

  mutating func write(_ entry: Int64, standing now: Set<String>) {
    changes.append(
      Change(
        entry: entry, added: now.subtracting(standing), removed: standing.subtracting(now)))
    standing = now
  }

  mutating func undo(_ number: Int64, by entry: Int64) {
    undone.insert(number)
    standing = changes.reduce(into: first) { facts, change in
      guard !undone.contains(change.entry) else { return }
      facts.subtract(change.removed)
      facts.formUnion(change.added)
    }
  }

  /// An entry that was written, is not an undo and was not undone.
  func isInForce(_ entry: Int64) -> Bool {
    !undone.contains(entry) && changes.contains { $0.entry == entry }
  }
}
