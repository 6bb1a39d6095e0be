import Domain
import SQLite

/// A county's register takes facts of regions inside the county or enclosing it, and no others; a
/// prefecture's likewise; a province's accepts all.
enum OfficeBoundary {
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    let office = work.boundary
    guard office.level != .province else { return }
    for column in work.match.sheet.columns {
      guard case .region = column.kind, work.match.holds(column.name) else { continue }
      var outside: [(line: Int, code: Int64)] = []
      try work.register.connection.rows(
        """
        SELECT line, "\(column.name)" FROM temp.staged WHERE "\(column.name)" IS NOT NULL
        """
      ) { row in
        guard let region = RegionCode(row.int64(1)) else { return }
        if !office.contains(region), !region.contains(office) {
          outside.append((row.int(0), region.value))
        }
      }
      for row in outside {
        work.add(
          Fault(
            line: row.line, column: column.name, value: String(row.code),
            .outsideOffice(region: row.code, office: office.value)))
      }
    }
  }
}
