import Domain

/// What an export is about: all the register knows, or knew at an entry, of the office or of a place in it.
struct ExportScope: Sendable {
  /// Whose register it is.
  let office: RegionCode
  /// The last entry taken into account; nil: all there are.
  let known: Int64?
  /// A prefecture or a county; nil: everything.
  let place: RegionCode?
  /// The word that empties a cell, in the language of the export.
  let clear: String
  /// Whether only one pay list is asked for, by `:list`.
  let ofPayList: Bool
  /// Tables whose facts as known at the entry are in temporary tables of their own.
  private var kept: Set<String> = []

  init(
    office: RegionCode, known: Int64?, place: RegionCode?, clear: String, ofPayList: Bool = false
  ) {
    self.office = office
    self.known = known
    self.place = place
    self.clear = clear
    self.ofPayList = ofPayList
  }

  /// The statements that copy facts as known at the entry into temporary tables, each with an index for each
  /// list of columns; none where today is asked for, which needs no copy.
  ///
  /// The facts known at an entry are the same for ever, so it matters not when they are copied.
  mutating func keep(_ tables: [String: [String]]) -> String {
    guard let known else { return "" }
    let statements = tables.sorted { $0.key < $1.key }.flatMap { table, indexes in
      [
        """
        DROP TABLE IF EXISTS temp.known_\(table);
        CREATE TEMP TABLE known_\(table) AS SELECT * FROM \(table)
          WHERE entered <= \(known) AND (withdrawn IS NULL OR withdrawn > \(known));
        """
      ]
        + indexes.enumerated().map { number, columns in
          "CREATE INDEX temp.known_\(table)_\(number) ON known_\(table) (\(columns));"
        }
    }
    kept = Set(tables.keys)
    return statements.joined(separator: "\n")
  }

  /// The facts of a table as a table to select from.
  ///
  /// Where nothing but today is asked for, this is flattened into its query and uses the indexes of standing
  /// facts; as known at an entry it is the standing facts of that time and those withdrawn since, which
  /// binds `:known`.
  func facts(_ table: String) -> String {
    if kept.contains(table) { return "temp.known_\(table)" }
    guard known != nil else { return "(SELECT * FROM \(table) WHERE withdrawn IS NULL)" }
    return """
      (SELECT * FROM \(table) WHERE withdrawn IS NULL AND entered <= :known
        UNION ALL
        SELECT * FROM \(table) WHERE withdrawn > :known AND entered <= :known)
      """
  }

  /// Whether a place lies in the place asked about, as SQL that binds `:place`.
  ///
  /// - Parameter code: an SQL expression that gives a code of any level; NULL lies nowhere.
  func isInside(_ code: String) -> String {
    guard let place else { return "true" }
    let county = """
      (CASE WHEN \(code) > 999999999 THEN \(code) / 1000000
        WHEN \(code) > 999999 THEN \(code) / 1000 ELSE \(code) END)
      """
    return place.level == .prefecture
      ? "\(county) / 100 = :place / 100" : "\(county) = :place"
  }

  /// Whether the office's register takes facts of a place: one inside the office, or around it.
  func isOfOffice(_ code: String) -> String {
    guard office.level != .province else { return "true" }
    let digits = office.level == .prefecture ? 4 : 6
    let around = [office.province, office.prefecture].compactMap { $0?.description }
    return """
      (substr(\(code), 1, \(digits)) = '\(office.description.prefix(digits))'
        OR \(code) IN (\(around.joined(separator: ", "))))
      """
  }

  /// Whether a household lives in the place now, as SQL.
  ///
  /// - Parameter id: an SQL expression that gives the household's row id.
  func livesInside(_ id: String) -> String {
    guard place != nil else { return "true" }
    return """
      \(id) IN (SELECT home.household_id FROM \(facts("residence")) AS home
        WHERE \(isInside("home.village_code")) AND \(isLatest("home", in: "residence")))
      """
  }

  /// Whether a dated fact of a household is the one that holds last, as SQL.
  func isLatest(_ fact: String, in table: String) -> String {
    """
    NOT EXISTS (SELECT 1 FROM \(facts(table)) AS later
      WHERE later.household_id = \(fact).household_id AND later.since > \(fact).since)
    """
  }
}
