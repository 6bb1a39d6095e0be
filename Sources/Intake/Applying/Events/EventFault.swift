import Domain
import SQLite

/// Why an event cannot be: the column to blame and what is wrong.
struct EventFault: Error {
  let column: String
  let kind: FaultKind
  /// What to show of the cell, where that is not what was staged.
  var value: String?
  /// The event in the way, whose other household is still to be named.
  var event: HouseholdEvent?

  init(_ column: String, _ kind: FaultKind, value: String? = nil) {
    self.column = column
    self.kind = kind
    self.value = value
  }

  static func missing(_ column: String) -> EventFault {
    EventFault(column, .cell(.missing, allowed: []))
  }

  /// A later event rests on what is to be changed.
  static func later(_ event: HouseholdEvent) -> EventFault {
    var fault = EventFault(
      "on", .laterEvent(event: event.kind.name, on: event.on, other: nil))
    fault.event = event
    return fault
  }
}

/// What ends the work on a row: its fault, or the database's failure.
enum EventStop: Error {
  case fault(EventFault)
  case database(SQLiteFailure)
}
