import SQLite

/// Gives the faults of a file one after the other, in its order.
package final class FaultReader {
  private var held: ArraySlice<Fault>
  private let cursor: FaultStore.Cursor?
  /// The fault read last, where it was not given out yet.
  private var ahead: Fault?

  init(_ faults: [Fault]) {
    held = faults[...]
    cursor = nil
  }

  init(_ cursor: FaultStore.Cursor) {
    held = []
    self.cursor = cursor
  }

  /// Nil after the last.
  func next() throws(SQLiteFailure) -> Fault? {
    if let fault = ahead {
      ahead = nil
      return fault
    }
    return if let cursor { try cursor.next() } else { held.popFirst() }
  }

  /// The faults on some lines. Lines before them are passed over and not given again.
  package func faults(on lines: Range<Int>) throws(ImportFault) -> [Fault] {
    var found: [Fault] = []
    do throws(SQLiteFailure) {
      while let fault = try next() {
        guard fault.line < lines.upperBound else {
          ahead = fault
          break
        }
        if fault.line >= lines.lowerBound { found.append(fault) }
      }
    } catch {
      throw .database(error)
    }
    return found
  }
}
