import CSV
import Register
import SQLite

/// Why an import could not be judged at all; faults of the file itself are in the receipt.
package enum ImportFault: Error, Sendable {
  case database(SQLiteFailure)
  case register(RegisterFault)
  case source(SourceFault)
  /// The file's bytes changed while it was being read.
  case fileChanged
  /// The caller has no place for the rows that would be left out, so nothing was written.
  case leavesNothingOut
  case interrupted
}
