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
    // Places of few levels are soon read; of all places, those whose names may be meant are enough.
    let likely =
      try levels.upperBound <= .county
      ? standingRegions(levels)
      : standingRegions(like: SearchText.placePattern(of: text))
        .filter { levels.contains($0.level) }
    if let answer = named(text, among: likely) { return answer }
    return .none(nearest: nearest(to: text.lowercased(), among: try standingRegions(levels)))
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
}
