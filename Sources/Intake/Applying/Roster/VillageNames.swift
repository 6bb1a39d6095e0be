import Domain
import Register
import SQLite

/// What the villages of the register are called, to be held against the names in a file that also gives
/// their codes. Empty where the file lacks either column.
struct VillageNames {
  /// A village as it is called in one of its validities.
  private struct Naming {
    let chinese: String
    let english: String?
    let township: Int64?
  }

  /// By village, the earliest validity first. Only a writing that is not to the letter one of these is folded.
  private var villages: [Int64: [Naming]] = [:]
  /// By the place that a village lies in, a township as a rule: its latest name.
  private var townships: [Int64: String] = [:]
  /// By village: the writing that was found right last.
  private var agreed: [Int64: [UInt8]] = [:]

  /// - Parameters:
  ///   - isAsked: whether the rows have both columns.
  ///   - asked: a question for the codes of the villages that are asked about; nil where any may be.
  init(_ register: Register, isAsked: Bool, asked: String? = nil) throws(SQLiteFailure) {
    guard isAsked else { return }
    let some = asked.map { "AND code IN (\($0))" } ?? ""
    var (villages, townships) = (self.villages, self.townships)
    try register.connection.rows(
      """
      SELECT code, name_zh, name_en, parent_code FROM region
      WHERE withdrawn IS NULL AND level = \(RegionLevel.village.rawValue) \(some)
      ORDER BY code, valid_from
      """
    ) { row in
      villages[row.int64(0), default: []].append(
        Naming(
          chinese: row.text(1), english: row.optionalText(2), township: row.optionalInt64(3)))
    }
    try register.connection.rows(
      """
      SELECT code, name_zh FROM region
      WHERE withdrawn IS NULL AND level < \(RegionLevel.village.rawValue) ORDER BY code, valid_from
      """
    ) { townships[$0.int64(0)] = $0.text(1) }
    (self.villages, self.townships) = (villages, townships)
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
    guard let namings = villages[code], let latest = namings.last,
      !CellText.isMissingWord(written.span),
      !namings.contains(where: { $0.chinese.utf8.elementsEqual(written) })
    else { return nil }
    // The township of the first validity, as it is called today.
    let township = namings[0].township.flatMap { townships[$0] }
    let name = VillageName(CellText.string(written.span), in: township)
    let mayBeIt = namings.contains { naming in
      name.mayBe(VillageName(naming.chinese, in: township))
        || naming.english.map { name.mayBe(VillageName($0)) } ?? false
    }
    guard !mayBeIt else { return nil }
    return FaultKind.PlaceNames(
      english: latest.english.map { "\($0) (\(latest.chinese))" } ?? latest.chinese,
      chinese: latest.chinese)
  }

  /// A file may name every village otherwise.
  private static let mostTold = 1_000

  /// Warns of villages called otherwise than by their code, each writing once, at its first row.
  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    guard work.holds("village_code"), work.holds("village") else { return }
    let names = try VillageNames(
      work.register, isAsked: true,
      asked: "SELECT village_code FROM temp.staged WHERE village_code IS NOT NULL")
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
