import SQLite

// A roster whose households are held against what stands of them, one after the other: those that are as they
// stand are not staged.

extension Stager {
  /// Reads the next row, and stages the household that ended before it unless it is as it stands; false at the
  /// end of the rows.
  mutating func holdNext(
    _ comparison: RosterComparison
  ) throws(SQLiteFailure) -> Bool {
    held.begin()
    switch rows.next(into: &held) {
    case .end:
      try release(held.rows.count, comparison)
      return false
    case .row(let line, let clears, let withdraws, let faults):
      staging.rows += 1
      if !faults.isEmpty { staging.add(faults) }
      held.end(
        HeldRows.Row(
          number: staging.rows, line: line, clears: clears, withdraws: withdraws,
          isPlain: faults.isEmpty && clears == 0 && !withdraws))
      if !held.isLastLikeFirst(in: RosterComparison.numberSlot) {
        try release(held.rows.count - 1, comparison)
        held.keepLast()
      } else if held.rows.count == RosterComparison.mostRows {
        try release(held.rows.count, comparison)
        held.removeAll()
      }
    // Its household is refused, and may be any.
    case .unreadable: staging.needsEveryRow = true
    }
    return !staging.needsEveryRow
  }

  private mutating func release(
    _ count: Int, _ comparison: RosterComparison
  ) throws(SQLiteFailure) {
    guard count > 0 else { return }
    let isUnchanged = try comparison.isUnchanged(held, count)
    // A number says which relation it is once the whole file has shown the list.
    if comparison.isRepeated || rows.relationList != nil { staging.needsEveryRow = true }
    if isUnchanged { return }
    for row in 0..<count { try held.stage(row, in: &sink) }
  }
}
