import Domain
import SQLite

extension Register {
  static let regionColumns =
    "code, parent_code, level, name_zh, name_en, area, national_key, supported"

  /// A place by its code, as it is today; of several periods the last.
  package func region(_ code: RegionCode) throws(SQLiteFailure) -> Region? {
    try connection.first(
      """
      SELECT \(Register.regionColumns) FROM region
      WHERE code = :code AND withdrawn IS NULL ORDER BY valid_from DESC LIMIT 1
      """, ["code": .integer(code.value)]
    ) { Register.region($0) } ?? nil
  }

  /// What a code, or a Chinese or English name with or without its last word, leads to.
  ///
  /// Among places of one name the highest level goes first: `Fenghuang` is the county although a
  /// township may have the name. Only places within the register's office or enclosing it answer.
  ///
  /// - Parameter levels: the levels that may be meant.
  package func regions(
    called text: String, levels: ClosedRange<RegionLevel> = .province ... .village
  ) throws(SQLiteFailure) -> RegionAnswer {
    if let code = try? CellText.reading(text, RegionCode.read) {
      if levels.contains(code.level), let region = try region(code) { return .one(region) }
      return .none(nearest: try nearest(to: code))
    }
    let all = try standingRegions(levels)
    return named(text, among: all)
      ?? .none(nearest: nearest(to: text.lowercased(), among: all))
  }

  /// What a code or a name leads to among the places of a closed month, as they were called then. `none`
  /// suggests nothing.
  package func regions(
    called text: String, levels: ClosedRange<RegionLevel>, closed month: YearMonth
  ) throws(SQLiteFailure) -> RegionAnswer {
    let tree = try closedPlaces(month)
    if let code = try? CellText.reading(text, RegionCode.read) {
      guard let region = tree[code], levels.contains(region.level) else {
        return .none(nearest: [])
      }
      return .one(region)
    }
    let all = tree.codes.compactMap { tree[$0] }.filter { levels.contains($0.level) }
    return named(text, among: all) ?? .none(nearest: [])
  }

  /// A place as a month's report names it: as it was called then, where the report is the closed one.
  package func regionReported(
    _ code: RegionCode, _ month: YearMonth, _ knowledge: Knowledge
  ) throws(SQLiteFailure) -> Region? {
    if knowledge == .closed, let region = try closedPlaces(month)[code] { return region }
    return try region(code)
  }

  private func named(_ text: String, among all: [Region]) -> RegionAnswer? {
    let wanted = text.lowercased()
    for isExact in [true, false] {
      let found = all.filter { region in
        isExact
          ? region.nameChinese == text || region.nameEnglish?.lowercased() == wanted
          : region.isCalled(wanted)
      }
      guard let highest = found.map(\.level).min() else { continue }
      let best = found.filter { $0.level == highest }
      return best.count == 1 ? .one(best[0]) : .several(best)
    }
    return nil
  }

  /// Places of the same level with codes like the one that is unknown.
  private func nearest(to code: RegionCode) throws(SQLiteFailure) -> [Region] {
    let all = try standingRegions(code.level...code.level)
    let near = CodeSuggestion.nearest(
      to: code.description, among: all.map(\.code.description), limit: 3)
    return near.compactMap { text in all.first { $0.code.description == text } }
  }

  /// At most three places spelled nearly so, counties before townships before villages.
  private func nearest(to text: String, among all: [Region]) -> [Region] {
    var near: [Region] = []
    for level in RegionLevel.allCases where near.count < 3 {
      let spelled = all.filter { $0.level == level }
        .flatMap { region in region.spellings.map { (spelling: $0, region: region) } }
      let spellings = CodeSuggestion.nearest(to: text, among: spelled.map(\.spelling))
      for spelling in spellings {
        if let found = spelled.first(where: { $0.spelling == spelling })?.region,
          !near.contains(found), near.count < 3
        {
          near.append(found)
        }
      }
    }
    return near
  }

  /// The places of some levels within the office or around it, in code order.
  func standingRegions(
    _ levels: ClosedRange<RegionLevel>
  ) throws(SQLiteFailure) -> [Region] {
    let tree = try regionsKnown(
      Known(entry: .max), on: DayPeriod.openEnd - 1, to: levels.upperBound)
    return tree.regions.filter {
      levels.contains($0.level) && (office.contains($0.code) || $0.code.contains(office))
    }
  }

  static func region(_ row: borrowing Row) -> Region? {
    guard let code = RegionCode(row.int64(0)), let level = RegionLevel(rawValue: row.int(2)) else {
      return nil
    }
    return Region(
      code: code, parent: row.optionalInt64(1).flatMap { RegionCode($0) }, level: level,
      nameChinese: row.text(3), nameEnglish: row.optionalText(4),
      area: row.optionalInt(5).flatMap { Area(rawValue: $0) },
      isNationalKey: row.optionalInt(6) == 1, isSupported: row.optionalInt(7) == 1)
  }

  /// The places as known at an entry, by code: on a day, or where a code was not valid then, in the
  /// period nearest before it, else after it.
  ///
  /// - Parameter lowest: the lowest level whose places are wanted. Of those below it only the few are read
  ///   that do not lie where their code says, so that `place(_:at:)` answers for every place.
  package func regionsKnown(
    _ known: Known, on day: DayNumber, to lowest: RegionLevel = .village
  ) throws(SQLiteFailure) -> RegionTree {
    var regions: [Int64: Region] = [:]
    // Of the places that have not always been valid.
    var since: [Int64: DayNumber] = [:]
    // Nearly all rows stand, so that no index pays; and all are read, so that their order does not matter.
    try connection.rows(
      """
      SELECT \(Register.regionColumns), valid_from FROM region NOT INDEXED
      WHERE entered <= :known AND ifnull(withdrawn > :known, 1)\(lowest == .village
        ? ""
        : " AND (level <= \(lowest.rawValue) OR code IN (\(Register.regionsElsewhere)))")
      """, ["known": .integer(known.entry)]
    ) { row in
      let (code, validFrom) = (row.int64(0), row.int32(8))
      if regions[code] != nil {
        let other = since[code] ?? DayPeriod.firstDay
        let isNearer = validFrom <= day ? other > day || validFrom > other : validFrom < other
        guard isNearer, validFrom <= day || other > day else { return }
      }
      since[code] = validFrom == DayPeriod.firstDay ? nil : validFrom
      regions[code] = Register.region(row)
    }
    return RegionTree(regions: regions)
  }

  /// The codes of places that are of another level, or lie in another place, than their digits say.
  private static let regionsElsewhere = """
    SELECT code FROM region NOT INDEXED WHERE level > 1 AND (
      parent_code <> CASE level
        WHEN 2 THEN code / 10000 * 10000 WHEN 3 THEN code / 100 * 100 ELSE code / 1000 END
      OR level <> CASE WHEN code > 999999999 THEN 5 WHEN code > 999999 THEN 4
        WHEN code % 100 > 0 THEN 3 ELSE 2 END)
    """
}

/// The places as known at one entry.
package struct RegionTree: Sendable {
  private let byCode: [Int64: Region]

  init(regions: [Int64: Region]) { byCode = regions }

  package subscript(code: RegionCode) -> Region? { byCode[code.value] }

  /// In the order of their codes.
  var regions: [Region] { byCode.values.sorted { $0.code < $1.code } }

  /// Every code, rising.
  package var codes: [RegionCode] { byCode.values.map(\.code).sorted() }

  /// The place of a level that a place lies in, itself included, by what is known of parents; by the
  /// digits of the code where nothing is. Nil where the place is above the level.
  package func place(_ code: RegionCode, at level: RegionLevel) -> RegionCode? {
    var here = code
    // Five levels: a chain that runs longer goes in circles.
    for _ in 0..<6 {
      let ownLevel = self[here]?.level ?? here.level
      if ownLevel == level { return here }
      guard ownLevel > level, let parent = self[here]?.parent ?? here.parent else { return nil }
      here = parent
    }
    return nil
  }

  /// The county that a place lies in, itself included; nil where none is known.
  func county(of code: RegionCode) -> Region? { place(code, at: .county).flatMap { self[$0] } }

  /// A place and all that it lies in, from itself upwards.
  func withEnclosing(_ code: RegionCode) -> [RegionCode] {
    var chain: [RegionCode] = []
    var next: RegionCode? = code
    while let here = next, !chain.contains(here) {
      chain.append(here)
      next = self[here]?.parent ?? here.parent
    }
    return chain
  }

  /// Whether a place is another or lies in it.
  package func contains(_ outer: RegionCode, _ inner: RegionCode) -> Bool {
    place(inner, at: self[outer]?.level ?? outer.level) == outer
  }
}
