import Domain
import SQLite

/// Villages written by the names of township and village.
enum RosterPlaces {
  /// Gives rows without a village code the code that their names mean; each pair of names is looked up once.
  static func resolveNames(_ work: ImportWork) throws(SQLiteFailure) {
    guard work.holds("village") else { return }
    var pairs: [(township: String?, village: String)] = []
    try work.register.connection.rows(
      """
      SELECT DISTINCT township, village FROM temp.staged
      WHERE village_code IS NULL AND village IS NOT NULL
      """
    ) { pairs.append(($0.optionalText(0), $0.text(1))) }
    var known: [KnownVillage]?
    for pair in pairs {
      var candidates = try villages(called: pair.village, in: pair.township, work)
      if candidates.isEmpty {
        // Half of the register's villages are called 村委会, 居委会 or 社区 at their end.
        if known == nil { known = try everyVillage(work) }
        candidates =
          known?.filter { $0.mayBe(pair.village, in: pair.township) }.map(\.candidate) ?? []
      }
      var doubt = Doubt(column: "village", nearest: [])
      if candidates.isEmpty, let known {
        if let townships = townships(like: pair, known) {
          doubt = Doubt(column: "township", nearest: townships)
        } else {
          doubt.nearest = nearest(to: pair, known)
        }
      }
      try resolve(pair.township, pair.village, to: candidates, orDoubt: doubt, work)
    }
  }

  /// Which of the two names is nobody's, and those like it.
  private struct Doubt {
    let column: String
    var nearest: [String]
  }

  /// The townships whose names are most like one that no township bears, those with such a village first; nil
  /// where a township bears it. Of names in Latin letters only whole ones are known.
  private static func townships(
    like pair: (township: String?, village: String), _ villages: [KnownVillage]
  ) -> [String]? {
    guard let written = pair.township, !villages.contains(where: { $0.isIn(written) }),
      written.unicodeScalars.contains(where: { $0.value > 0x2E7F })
    else { return nil }
    let village = KnownVillage.short(pair.village)
    let having = Set(villages.filter { $0.shortName == village }.map(\.township))
    let others = Set(villages.map(\.township)).subtracting(having)
    var townships: [String: String] = [:]
    var stems: [String] = []
    for township in having.sorted() + others.sorted() {
      let stem = KnownVillage.stem(ofTownship: township)
      if townships[stem] == nil { stems.append(stem) }
      townships[stem] = townships[stem] ?? township
    }
    let like = Nearest.keys(to: KnownVillage.stem(ofTownship: written), among: stems)
      .compactMap { townships[$0] }
    return like.isEmpty ? Array(having.sorted().prefix(3)) : like
  }

  /// The villages whose names are most like one that no village bears: of the township where it is known, else
  /// of all.
  private static func nearest(
    to pair: (township: String?, village: String), _ villages: [KnownVillage]
  ) -> [String] {
    let own = villages.filter { $0.isIn(pair.township) }
    let among = own.isEmpty ? villages : own
    // Where the township is nobody's, it was misspelt perhaps: its name is compared with the village's.
    let isTownshipKnown = !own.isEmpty || pair.township == nil
    func key(_ village: String, in township: String) -> String {
      isTownshipKnown ? village : township + village
    }
    var places: [String: String] = [:]
    for village in among {
      places[key(village.shortName, in: village.township)] = village.candidate.place
    }
    return Nearest.keys(
      to: key(KnownVillage.short(pair.village), in: pair.township ?? ""),
      among: places.keys.sorted()
    ).compactMap { places[$0] }
  }

  private typealias Candidate = (code: Int64, place: String)

  /// A village, and its name and its township's for comparing.
  private struct KnownVillage {
    let candidate: Candidate
    let chinese: String
    let name: VillageName
    let township: String

    /// Whether it lies in a township of this name; of any where none is given.
    func isIn(_ township: String?) -> Bool {
      guard let township else { return true }
      return [township, township + "乡", township + "镇"].contains(self.township)
    }

    /// The name without what kind of village it is, so that two words for the kind are no likeness.
    var shortName: String { KnownVillage.short(chinese) }

    static func short(_ name: String) -> String {
      for kind in ["居民委员会", "村民委员会", "村委会", "居委会", "社区", "村"]
      where name.hasSuffix(kind) && name.count > kind.count {
        return String(name.dropLast(kind.count))
      }
      return name
    }

    /// A township's name without what kind of township it is.
    static func stem(ofTownship name: String) -> String {
      for kind in ["街道办事处", "街道", "镇", "乡"]
      where name.hasSuffix(kind) && name.count > kind.count {
        return String(name.dropLast(kind.count))
      }
      return name
    }

    func mayBe(_ written: String, in township: String?) -> Bool {
      guard isIn(township) else { return false }
      return name.mayBe(VillageName(written, in: self.township))
    }
  }

  private static let scope = """
    FROM region AS village
    JOIN region AS township ON township.code = village.parent_code AND township.withdrawn IS NULL
    WHERE village.withdrawn IS NULL AND village.level = 5
      AND (:office % 100 = 0 OR village.code / 1000000 = :office)
      AND (:office % 10000 = 0 OR village.code / 100000000 = :office / 100)
    """

  private static func everyVillage(_ work: ImportWork) throws(SQLiteFailure) -> [KnownVillage] {
    var villages: [KnownVillage] = []
    try work.register.connection.rows(
      "SELECT village.code, village.name_zh, township.name_zh \(scope)",
      ["office": .integer(work.register.office.value)]
    ) { row in
      let (code, name, township) = (row.int64(0), row.text(1), row.text(2))
      villages.append(
        KnownVillage(
          candidate: (code, "\(township)\(name) \(code)"),
          chinese: name, name: VillageName(name, in: township), township: township))
    }
    return villages
  }

  /// The villages that are called so to the letter, or but for 村 or 社区.
  private static func villages(
    called village: String, in township: String?, _ work: ImportWork
  ) throws(SQLiteFailure) -> [Candidate] {
    var candidates: [Candidate] = []
    try work.register.connection.rows(
      """
      SELECT village.code, township.name_zh || village.name_zh || ' ' || village.code
      \(scope)
        AND (village.name_zh IN (:village, :village || '村', :village || '社区')
          OR village.name_en = :village COLLATE NOCASE)
        AND (:township IS NULL
          OR township.name_zh IN (:township, :township || '乡', :township || '镇')
          OR township.name_en = :township COLLATE NOCASE)
      """,
      [
        "village": .text(village), "township": Value(township),
        "office": .integer(work.register.office.value),
      ]
    ) { candidates.append(($0.int64(0), $0.text(1))) }
    return candidates
  }

  private static func resolve(
    _ township: String?, _ village: String, to candidates: [Candidate],
    orDoubt doubt: Doubt, _ work: ImportWork
  ) throws(SQLiteFailure) {
    if candidates.count == 1 {
      try work.register.connection.run(
        """
        UPDATE temp.staged SET village_code = :code
        WHERE village_code IS NULL AND village = :village AND township IS :township
        """,
        [
          "code": .integer(candidates[0].code), "village": .text(village),
          "township": Value(township),
        ])
      return
    }
    let names = candidates.map(\.place)
    try work.faults(
      names.isEmpty ? doubt.column : "village",
      """
      SELECT line FROM temp.staged
      WHERE village_code IS NULL AND village = :village AND township IS :township
      """, ["village": .text(village), "township": Value(township)]
    ) { _ in
      names.isEmpty
        ? .unknown(.region, nearest: doubt.nearest) : .ambiguousPlace(candidates: names)
    }
  }
}
