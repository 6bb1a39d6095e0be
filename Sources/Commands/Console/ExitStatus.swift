/// What the process reports to its caller. The raw value is the status.
package enum ExitStatus: Int32, Error, Sendable {
  case done = 0
  /// A rule refused it, something was not found, or a check has findings.
  case refused = 1
  /// The machine failed: reading, writing, a full disk, a damaged file.
  case failure = 2
  /// Somebody else held the register for longer than `--wait`.
  case busy = 3
  case usage = 64
  case interrupted = 130
}
