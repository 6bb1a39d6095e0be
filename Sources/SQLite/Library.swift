import CSQLite

/// The system's SQLite, as it is loaded.
package enum Library {
  /// `3.40.1`.
  package static var version: String { String(cString: sqlite3_libversion()) }

  /// Whether two connections can no longer lose a commit between them by moving the log while it is begun anew
  /// (mended in 3.51.3, and in 3.50.7 and 3.44.6 of the earlier lines).
  package static var keepsLogsApart: Bool { keepsLogsApart(Int(sqlite3_libversion_number())) }

  /// - Parameter number: as SQLite numbers versions: 3051003 for 3.51.3.
  package static func keepsLogsApart(_ number: Int) -> Bool {
    switch number {
    case 3_051_003...: true
    case 3_050_007..<3_051_000: true
    case 3_044_006..<3_045_000: true
    default: false
    }
  }
}
