import Domain
import SQLite

/// An indicator of a programme, as it was sent.
package struct KnownIndicator: Sendable {
  package let programme: String
  package let nameEnglish: String
  package let nameChinese: String?
  package let scope: String
  /// Nil where it is not one region's.
  package let region: RegionCode?
  package let unit: String
  /// A number, or words where the unit asks for them; nil where not given.
  package let planned: String?
  package let actual: String?
  package let qualifier: Qualifier
  package let note: String?
}

extension Register {
  /// The indicators of a year as known at an entry, in the order in which they came in.
  package func indicators(_ year: Int, _ known: Known) throws(SQLiteFailure) -> [KnownIndicator] {
    var indicators: [(id: Int64, indicator: KnownIndicator)] = []
    try connection.rows(
      Known.query(
        """
        programme, name_en, name_zh, scope, region_code, unit, planned, actual, qualifier, note, id
        """, from: "indicator", where: "year = :year"),
      ["known": .integer(known.entry), "year": Value(year)]
    ) { row in
      indicators.append(
        (
          row.int64(10),
          KnownIndicator(
            programme: row.text(0), nameEnglish: row.text(1), nameChinese: row.optionalText(2),
            scope: row.text(3), region: RegionCode(row.int64(4)), unit: row.text(5),
            planned: row.optionalText(6), actual: row.optionalText(7),
            qualifier: Qualifier(rawValue: row.int(8)) ?? .exact, note: row.optionalText(9))
        ))
    }
    return indicators.sorted { $0.id < $1.id }.map(\.indicator)
  }
}
