import Register
import SQLite

/// The households, projects and officials of one register that the files of a command have read, for those that
/// come after.
package final class KnownThings {
  /// With each, the last entry whose facts are in it.
  private var kept: [FaultKind.Reference: (numbers: KnownNumbers, entry: Int64)] = [:]

  package init() {}

  /// Those of a kind that may be named; nil of a kind whose numbers are not read so.
  ///
  /// - Parameter entry: the one that is open, which has touched none of them.
  func numbers(
    _ kind: FaultKind.Reference, _ named: NamedNumbers, in register: Register, for entry: Int64
  ) throws(SQLiteFailure) -> KnownNumbers? {
    guard named.isAll, let tables = KnownThings.tables[kind] else {
      return try KnownNumbers(kind, named, in: register)
    }
    if let known = kept[kind] {
      let isChanged = try register.isChanged(tables, after: known.entry)
      if !isChanged { return known.numbers }
    }
    let numbers = try KnownNumbers(kind, named, in: register)
    kept[kind] = numbers.map { (numbers: $0, entry: entry - 1) }
    return numbers
  }

  /// What `KnownNumbers` reads.
  private static let tables: [FaultKind.Reference: [String]] = [
    .household: ["household", "residence", "household_end"],
    .project: ["project", "project_record", "project_step"],
    .staff: ["staff", "staff_record"],
  ]
}
