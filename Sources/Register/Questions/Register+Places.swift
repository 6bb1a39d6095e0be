import Domain
import SQLite

// Places are read from a table of some 12,700 rows. A question that names few of them reads few: a scan that
// looks at numbers only costs a fifth of one that makes a place of every row.

extension Register {
  /// The places as known at an entry, by code: on a day, or where a code was not valid then, in the
  /// period nearest before it, else after it.
  ///
  /// - Parameters:
  ///   - lowest: the lowest level whose places are wanted. Of those below it only the few are read that do
  ///     not lie where their code says, so that `place(_:at:)` answers for every place.
  ///   - around: a place that is read with all that lies in it or encloses it, whatever `lowest` is.
  package func regionsKnown(
    _ known: Known, on day: DayNumber, to lowest: RegionLevel = .village,
    around place: RegionCode? = nil
  ) throws(SQLiteFailure) -> RegionTree {
    if lowest <= .county, place == nil, try placesElsewhere().isEmpty {
      return try regions(
        known, on: day, where: "level <= 3 AND level <= \(lowest.rawValue)",
        through: "INDEXED BY region_upper")
    }
    return try regions(known, on: day, where: try condition(to: lowest, around: place))
  }

  /// The places that a list of one place names, or of the whole office where it is nil.
  package func regionsListed(
    _ known: Known, on day: DayNumber, in place: RegionCode?
  ) throws(SQLiteFailure) -> RegionTree {
    guard let place, place.level > .province else { return try regionsKnown(known, on: day) }
    return try regionsKnown(known, on: day, to: .county, around: place)
  }

  /// Some places, as `regionsKnown` gives them, and all that they lie in: for a card, which names few.
  func regionsKnown(
    _ known: Known, on day: DayNumber, enclosing codes: [RegionCode]
  ) throws(SQLiteFailure) -> RegionTree {
    var periods = PlacePeriods(day: day)
    let query = known.facts(
      "\(Register.regionColumns), valid_from", from: "region", where: "code = :code")
    var read: Set<RegionCode> = []
    for code in codes {
      var next: RegionCode? = code
      while let here = next, read.insert(here).inserted {
        try connection.rows(
          query, ["known": .integer(known.entry), "code": .integer(here.value)]
        ) { periods.take($0) }
        next = periods.regions[here.value]?.parent ?? here.parent
      }
    }
    return RegionTree(regions: periods.regions)
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

  /// The places within the office or around it whose names may fit a pattern of GLOB, and some others; in
  /// code order.
  func standingRegions(like pattern: String) throws(SQLiteFailure) -> [Region] {
    try standingRegions(
      """
      code IN (
        SELECT code FROM region NOT INDEXED WHERE glob(:text, name_zh) OR glob(:text, name_en))
      """, .text(pattern))
  }

  /// The places within the office or around it that belong directly to another, in code order.
  func standingRegions(in parent: RegionCode) throws(SQLiteFailure) -> [Region] {
    try standingRegions(
      "code IN (SELECT code FROM region WHERE withdrawn IS NULL AND parent_code = :text)",
      .integer(parent.value)
    ).filter { $0.parent == parent }
  }

  /// - Parameter condition: on the code alone, so that all periods of a place are read or none; binds `:text`.
  private func standingRegions(
    _ condition: String, _ text: Value
  ) throws(SQLiteFailure) -> [Region] {
    var periods = PlacePeriods(day: DayPeriod.openEnd - 1)
    try connection.rows(
      """
      SELECT \(Register.regionColumns), valid_from FROM region
      WHERE withdrawn IS NULL AND \(condition)
      """, ["text": text]
    ) { periods.take($0) }
    return RegionTree(regions: periods.regions).regions.filter(isOfOffice)
  }

  private func isOfOffice(_ region: Region) -> Bool {
    office.contains(region.code) || region.code.contains(office)
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

  /// - Parameters:
  ///   - condition: on the code and the level alone; nil for every place.
  ///   - access: nearly all rows stand, so that no index of standing rows pays; and all are read, so that their
  ///     order does not matter.
  private func regions(
    _ known: Known, on day: DayNumber, where condition: String?,
    through access: String = "NOT INDEXED"
  ) throws(SQLiteFailure) -> RegionTree {
    var periods = PlacePeriods(day: day)
    if condition == nil { periods.regions.reserveCapacity(13_000) }
    // The condition is asked before the columns at a row's end.
    try connection.rows(
      """
      SELECT \(Register.regionColumns), valid_from FROM region \(access)
      WHERE \(condition.map { "(\($0)) AND " } ?? "")entered <= :known
        AND ifnull(withdrawn > :known, 1)
      """, ["known": .integer(known.entry)]
    ) { periods.take($0) }
    return RegionTree(regions: periods.regions)
  }

  /// Which rows `regionsKnown` reads; nil for all.
  private func condition(
    to lowest: RegionLevel, around place: RegionCode?
  ) throws(SQLiteFailure) -> String? {
    guard lowest < .village else { return nil }
    let elsewhere = try placesElsewhere()
    // So many that the statement would be long are no few.
    guard elsewhere.count <= 1000 else { return nil }
    var parts = ["level <= \(lowest.rawValue)"]
    if let place {
      for range in place.codesAround {
        parts.append("code BETWEEN \(range.lowerBound) AND \(range.upperBound)")
      }
    }
    if !elsewhere.isEmpty {
      parts.append("code IN (\(elsewhere.map { String($0) }.joined(separator: ", ")))")
    }
    return parts.joined(separator: " OR ")
  }

  /// The codes of places that are of another level, or lie in another place, than their digits say, and of the
  /// places in which they lie.
  func placesElsewhere() throws(SQLiteFailure) -> [Int64] {
    var codes: Set<Int64> = []
    // The condition is that of the index.
    try connection.rows(
      """
      SELECT code, parent_code FROM region INDEXED BY region_elsewhere
      WHERE NOT (level = 5 AND code > 999999999 AND parent_code = code / 1000)
        AND level > 1 AND (
          parent_code <> CASE level
            WHEN 2 THEN code / 10000 * 10000 WHEN 3 THEN code / 100 * 100 ELSE code / 1000 END
          OR level <> CASE WHEN code > 999999999 THEN 5 WHEN code > 999999 THEN 4
            WHEN code % 100 > 0 THEN 3 ELSE 2 END)
      """
    ) { row in
      codes.insert(row.int64(0))
      if let parent = row.optionalInt64(1) { codes.insert(parent) }
    }
    return codes.sorted()
  }
}

/// The places that rows tell of, each by the period that holds on a day, or else the nearest before it, else
/// after it.
private struct PlacePeriods {
  let day: DayNumber
  var regions: [Int64: Region] = [:]
  /// Of the places that have not always been valid.
  private var since: [Int64: DayNumber] = [:]

  init(day: DayNumber) { self.day = day }

  mutating func take(_ row: borrowing Row) {
    let (code, validFrom) = (row.int64(0), row.int32(8))
    if regions[code] != nil {
      let other = since[code] ?? DayPeriod.firstDay
      let isNearer = validFrom <= day ? other > day || validFrom > other : validFrom < other
      guard isNearer, validFrom <= day || other > day else { return }
    }
    if validFrom != DayPeriod.firstDay {
      since[code] = validFrom
    } else if !since.isEmpty {
      since[code] = nil
    }
    regions[code] = Register.region(row)
  }
}

extension RegionCode {
  /// The codes, by their digits, of all that lies in the place, and of the township around a village.
  fileprivate var codesAround: [ClosedRange<Int64>] {
    if let township {
      return [township.value...township.value, township.value * 1000...township.value * 1000 + 999]
    }
    let last =
      switch level {
      case .province: value + 9999
      case .prefecture: value + 99
      case .county, .township, .village: value
      }
    let scales: [Int64] = [1, 1000, 1_000_000]
    return scales.map { value * $0...last * $0 + $0 - 1 }
  }
}
