import Domain
import Register
import SQLite

/// The places that a household of the file may live in without a word: known, within the office, and valid from
/// before any day that is asked about.
struct KnownPlaces {
  private let codes: Set<Int64>

  init(_ register: Register, within boundary: RegionCode) throws(SQLiteFailure) {
    var codes: Set<Int64> = []
    try register.connection.rows(
      "SELECT code FROM region WHERE withdrawn IS NULL AND valid_from = \(beginning)"
    ) { row in
      guard let place = RegionCode(row.int64(0)) else { return }
      if boundary.level == .province || boundary.contains(place) { codes.insert(place.value) }
    }
    self.codes = codes
  }

  func holds(_ code: Int64) -> Bool { codes.contains(code) }
}
