import Domain
import SQLite

/// The records of a file that are a county's, and how many of them were left out.
package struct CountyRows: Sendable, Equatable {
  package let county: RegionCode
  package var rows: Int64
  package var rejected: Int64

  package init(county: RegionCode, rows: Int64, rejected: Int64) {
    self.county = county
    self.rows = rows
    self.rejected = rejected
  }
}

extension Register {
  /// Says whose records the open entry's file holds. An entry that changes nothing else says nothing: it is not
  /// to be made.
  ///
  /// Counties that the register has no place of are left out.
  ///
  /// - Parameter rejected: all records left out under --accept-valid; nil where that was not asked for.
  package func noteCounties(
    _ counties: [CountyRows], rejected: Int64?, of entry: borrowing OpenEntry
  ) throws(SQLiteFailure) {
    let number = entry.number
    guard try !changes(of: entry).isEmpty else { return }
    if let rejected {
      try connection.run(
        "UPDATE entry SET rejected_rows = :rejected WHERE id = :entry",
        ["rejected": .integer(rejected), "entry": .integer(number)])
    }
    for part in counties {
      try connection.run(
        """
        INSERT INTO entry_county (county_code, source_rows, rejected_rows, entered)
        SELECT code, :rows, :rejected, :entry FROM place WHERE code = :county
        """,
        [
          "county": .integer(part.county.value), "rows": .integer(part.rows),
          "rejected": .integer(part.rejected), "entry": .integer(number),
        ])
    }
  }
}
