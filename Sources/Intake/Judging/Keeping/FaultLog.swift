import SQLite

// A file may have as many faults as it has rows. What is told of them is capped, what is counted is not, and
// a file of the rejected rows has all of them. So they are kept in memory while they are few, and beyond that
// in a temporary file of SQLite's own, which no transaction of the register's takes back.

/// The faults of a file, or its warnings, as they are found.
final class FaultLog {
  /// As many as memory holds.
  static let mostHeld = FaultCauses.mostTold

  private var held: [Fault] = []
  private var store: FaultStore?
  /// Why a fault could not be kept, until somebody asks.
  private var failure: SQLiteFailure?
  private(set) var count = 0
  /// How many there are of each rule.
  private var byRule: [String: Int] = [:]

  init(_ faults: [Fault] = []) { append(faults) }

  var isEmpty: Bool { count == 0 }

  func append(_ fault: Fault) {
    held.append(fault)
    count += 1
    byRule[fault.kind.rule, default: 0] += 1
    guard held.count > FaultLog.mostHeld else { return }
    do throws(SQLiteFailure) { try moveOut() } catch { failure = failure ?? error }
  }

  func append(_ faults: [Fault]) { for fault in faults { append(fault) } }

  /// Takes out what is no fault after all. Where memory does not hold all of them, nothing is asked.
  func removeAll(
    where isNone: (Fault) throws(SQLiteFailure) -> Bool
  ) throws(SQLiteFailure) {
    guard store == nil else { return }
    var kept: [Fault] = []
    for fault in held {
      if try isNone(fault) {
        count -= 1
        byRule[fault.kind.rule, default: 0] -= 1
      } else {
        kept.append(fault)
      }
    }
    held = kept
  }

  func removeAll() {
    held = []
    store = nil
    count = 0
    byRule = [:]
  }

  /// Throws where a fault could not be kept.
  func check() throws(SQLiteFailure) { if let failure { throw failure } }

  private func moveOut() throws(SQLiteFailure) {
    let store = if let store { store } else { try FaultStore() }
    self.store = store
    try store.add(held)
    held.removeAll(keepingCapacity: true)
  }

  /// The lines of some faults, rising.
  func lines(where isWanted: (Fault) -> Bool) throws(SQLiteFailure) -> [Int] {
    try check()
    var lines: Set<Int> = []
    try store?.forEach { fault in if isWanted(fault) { lines.insert(fault.line) } }
    for fault in held where isWanted(fault) { lines.insert(fault.line) }
    return lines.sorted()
  }

  /// Hands them over, and those of another log with them; there are none here afterwards.
  func take(with other: FaultLog? = nil) throws(SQLiteFailure) -> KeptFaults {
    if let other {
      try other.check()
      try other.store?.forEach { fault in append(fault) }
      append(other.held)
      other.removeAll()
    }
    try check()
    if store != nil { try moveOut() }
    held.putInFileOrder()
    let kept = KeptFaults(held: held, store: store, count: count, byRule: byRule)
    removeAll()
    return kept
  }
}

/// The faults of a file that was judged.
struct KeptFaults {
  /// All of them, in the order of the file, where memory holds them.
  let held: [Fault]
  /// All of them, where it does not.
  let store: FaultStore?
  let count: Int
  /// How many there are of each rule.
  let byRule: [String: Int]

  func reader() throws(SQLiteFailure) -> FaultReader {
    try store.map { store throws(SQLiteFailure) in FaultReader(try store.cursor()) }
      ?? FaultReader(held)
  }

  /// As many as memory holds, in the order of the file.
  func first() throws(SQLiteFailure) -> [Fault] {
    guard store != nil else { return held }
    var first: [Fault] = []
    let reader = try reader()
    while first.count < FaultLog.mostHeld, let fault = try reader.next() { first.append(fault) }
    return first
  }

  /// Their causes, of which as many are told as of any file.
  func causes() throws(SQLiteFailure) -> FaultCauses {
    guard let store else { return FaultCauses(held, most: FaultCauses.mostTold) }
    return try FaultCauses(reader(), most: FaultCauses.mostTold, total: store.causes())
  }
}
