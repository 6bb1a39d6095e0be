/// From which size on something is counted, or kept, in one way and not in another. The answers are the same
/// either way; tests set other limits than the register's own.
package struct CountingLimits: Sendable {
  /// An entry of at most so many rows that something is kept of, added and withdrawn, moves what is kept by
  /// itself. A larger one leaves it behind, for all entries of a command to be settled together.
  package var rowsAtOnce: Int64 = 1_000
  /// What is behind is moved by the difference where the households touched, multiplied by this, are no more
  /// than all households; else it is made anew.
  package var householdsToOneTouched: Int64 = 5
  /// Of fewer households than this, one connection answers alone: to begin another takes as long.
  package var householdsForTwo: Int64 = 10_000
  /// The money of so many accounts is summed at a time, where the months of a year are.
  package var accountsAtOnce: Int64 = 5_000

  package init() {}
}
