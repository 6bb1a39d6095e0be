// A roster has no date of its own, so an old one may be sent after an event. A cell that gives what the
// household's dated history (village, class, head) has held before is stale: it changes nothing, and the
// receipt says how many cells are older than which events.

/// The stale cells of a file, by the event that they are older than.
struct StaleCells {
  /// What a cell is older than.
  struct Event: Hashable {
    let householdID: Int64
    /// The event's name in the sheet: move, reclass, head, split.
    let name: String
    let on: Int32
  }

  struct Cells {
    /// The lowest line with such a cell.
    var line: Int
    var column: String
    var count: Int
  }

  private(set) var cells = 0
  private(set) var events: [Event: Cells] = [:]

  mutating func add(_ event: Event, line: Int, column: String) {
    cells += 1
    var known = events[event] ?? Cells(line: line, column: column, count: 0)
    known.count += 1
    if line < known.line {
      known.line = line
      known.column = column
    }
    events[event] = known
  }
}
