import Domain
import Register
import SQLite

/// What the villages of the register are called, to be held against the names in a file that also gives
/// their codes. Empty where the file lacks either column.
struct VillageNames {
  private struct Known {
    var names: [VillageName]
    let township: String?
    /// The latest in validity.
    var shown: FaultKind.PlaceNames
  }

  private var villages: [Int64: Known] = [:]
  /// By village: the writing that was found right last.
  private var agreed: [Int64: [UInt8]] = [:]

  /// - Parameter isAsked: whether the rows have both columns.
  init(_ register: Register, isAsked: Bool) throws(SQLiteFailure) {
    guard isAsked else { return }
    var villages: [Int64: Known] = [:]
    try register.connection.rows(
      """
      SELECT village.code, village.name_zh, village.name_en, (
        SELECT name_zh FROM region WHERE code = village.parent_code AND withdrawn IS NULL
        ORDER BY valid_from DESC LIMIT 1)
      FROM region AS village
      WHERE village.withdrawn IS NULL AND village.level = \(RegionLevel.village.rawValue)
      ORDER BY village.code, village.valid_from
      """
    ) { row in
      let (chinese, english, township) = (row.text(1), row.optionalText(2), row.optionalText(3))
      var known =
        villages[row.int64(0)]
        ?? Known(names: [], township: township, shown: .init(english: chinese, chinese: chinese))
      known.names.append(VillageName(chinese, in: township))
      if let english { known.names.append(VillageName(english)) }
      known.shown = .init(
        english: english.map { "\($0) (\(chinese))" } ?? chinese, chinese: chinese)
      villages[row.int64(0)] = known
    }
    self.villages = villages
  }

  /// Whether a village is called what was written, or it cannot be said that it is not.
  mutating func agrees(_ code: Int64, _ written: some Collection<UInt8>) -> Bool {
    if let agreed = agreed[code], agreed.elementsEqual(written) { return true }
    guard disagreeing(code, Array(written)) == nil else { return false }
    agreed[code] = Array(written)
    return true
  }

  /// What the village is called, where something else was written.
  private func disagreeing(_ code: Int64, _ written: [UInt8]) -> FaultKind.PlaceNames? {
    guard let known = villages[code], !CellText.isMissingWord(written.span) else { return nil }
    let name = VillageName(CellText.string(written.span), in: known.township)
    return known.names.contains { name.mayBe($0) } ? nil : known.shown
  }

  /// A file may name every village otherwise.
  private static let mostTold = 1_000

  /// Warns of villages called otherwise than by their code, each writing once, at its first row.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    guard work.holds("village_code"), work.holds("village") else { return }
    let names = try VillageNames(work.register, isAsked: true)
    var told: [(line: Int, notice: Notice)] = []
    try work.register.connection.rows(
      """
      SELECT min(line), village_code, village, count(*) FROM temp.staged
      WHERE village_code IS NOT NULL AND village IS NOT NULL AND withdraws = 0
      GROUP BY village_code, village ORDER BY 1
      """
    ) { row in
      guard told.count < mostTold,
        let known = names.disagreeing(row.int64(1), Array(row.text(2).utf8))
      else { return }
      told.append((row.int(0), .otherVillage(row.int64(1), known, rows: row.int(3))))
    }
    for (line, notice) in told {
      work.warn(
        Fault(
          line: line, column: "village", value: try work.written("village", line: line),
          .notice(notice)))
    }
  }
}
