import Domain
import Register
import SQLite

/// An ID with a wrong check digit that was taken with a reason is right until somebody clears the reason: a row
/// that gives the ID again and leaves `id_verified` empty keeps what stands.
enum RosterVerified {
  /// Puts such IDs into their staged rows, and takes their faults out.
  static func admit(_ staging: Staging, in register: Register) throws(SQLiteFailure) {
    try staging.faults.removeAll { (fault) throws(SQLiteFailure) in
      guard case .cell(.checkDigit(let id, _, _), _) = fault.kind,
        try isVerified(id, in: register), try agrees(id, line: fault.line, in: register)
      else { return false }
      try register.connection.run(
        "UPDATE temp.staged SET resident_key = :key WHERE line = :line",
        ["key": .integer(id.key), "line": Value(fault.line)])
      return true
    }
  }

  private static func isVerified(
    _ id: ResidentID, in register: Register
  ) throws(SQLiteFailure) -> Bool {
    try register.connection.first(
      """
      SELECT 1 FROM member
      WHERE resident_key = :key AND resident_key IS NOT NULL AND withdrawn IS NULL
        AND id_verified IS NOT NULL LIMIT 1
      """, ["key": .integer(id.key)]
    ) { _ in true } ?? false
  }

  /// Whether the row does not clear the reason, and gives no other sex and birth date than the ID.
  private static func agrees(
    _ id: ResidentID, line: Int, in register: Register
  ) throws(SQLiteFailure) -> Bool {
    try register.connection.first(
      """
      SELECT clears & \(RosterHouseholds.bit("id_verified")), sex, birth_date FROM temp.staged
      WHERE line = :line
      """, ["line": Value(line)]
    ) { row in
      row.int64(0) == 0
        && agrees(id, sex: row.optionalInt64(1), birthDate: row.optionalText(2))
    } ?? false
  }

  /// Whether sex and birth date, as far as they are known, are those of an ID.
  static func agrees(_ id: ResidentID, sex: Int64?, birthDate: String?) -> Bool {
    (sex.map { $0 == Int64(id.sex.rawValue) } ?? true)
      && (birthDate.map { id.birthDate.description.hasPrefix($0) } ?? true)
  }
}
