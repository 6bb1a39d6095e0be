import Domain
import Register
import SQLite

extension EventFile {
  /// The lives that a row may change, and those that these follow from.
  ///
  /// - Parameters:
  ///   - keys: the households that the row names.
  ///   - all: lives as the row's people before have changed them.
  func change(
    of keys: [Int64], after all: [Int64: HouseholdLife], to row: EventRow
  ) throws(EventStop) -> EventChange {
    do throws(SQLiteFailure) {
      var known: [Int64: HouseholdLife] = [:]
      for key in keys { try know(key, after: all, in: &known) }
      // Whose head goes along into a household that is split off is asked of the households he left.
      try knowHomes(ofSplitsOn: row.on, in: Array(known.values), after: all, &known)
      try knowSplitOff(since: row.on, after: all, &known)
      var change = EventChange(office: work.register.office, lives: known, placeNames: [:])
      if let village = row.village, change.isOutside(village) {
        change = EventChange(
          office: work.register.office, lives: known,
          placeNames: [village: try placeName(village)])
      }
      return change
    } catch {
      throw .database(error)
    }
  }

  private func know(
    _ key: Int64, after all: [Int64: HouseholdLife], in known: inout [Int64: HouseholdLife]
  ) throws(SQLiteFailure) {
    guard known[key] == nil else { return }
    if let changed = all[key] { known[key] = changed } else { known[key] = try lives.life(key) }
  }

  private func knowHomes(
    ofSplitsOn day: Int32, in lives: [HouseholdLife], after all: [Int64: HouseholdLife],
    _ known: inout [Int64: HouseholdLife]
  ) throws(SQLiteFailure) {
    for event in lives.flatMap(\.incoming) where event.kind == .split && event.on == day {
      try know(event.household, after: all, in: &known)
    }
  }

  /// Households that were split off from those since a day, and from these: where they live follows.
  private func knowSplitOff(
    since day: Int32, after all: [Int64: HouseholdLife], _ known: inout [Int64: HouseholdLife]
  ) throws(SQLiteFailure) {
    var homes = Array(known.values)
    var seen = Set(known.keys)
    while let home = homes.popLast() {
      for split in home.events where split.kind == .split && split.on >= day {
        guard let key = split.other else { continue }
        try know(key, after: all, in: &known)
        guard let life = known[key] else { continue }
        try knowHomes(ofSplitsOn: split.on, in: [life], after: all, &known)
        if seen.insert(key).inserted { homes.append(life) }
      }
    }
  }

  /// Members who left a household on a day and are in another one from it or later.
  func goneElsewhere(from household: Int64, on day: Int32) throws(EventStop) -> Set<Int64> {
    var numbers: Set<Int64> = []
    do throws(SQLiteFailure) {
      try work.register.connection.rows(
        """
        SELECT mine.member_no FROM member AS mine
        JOIN member AS theirs ON theirs.resident_key = mine.resident_key
          AND theirs.household_id <> mine.household_id AND theirs.withdrawn IS NULL
          AND theirs.joined_on >= :day
        WHERE mine.household_id = :household AND mine.withdrawn IS NULL AND mine.left_on = :day
          AND mine.resident_key IS NOT NULL
        """, ["household": .integer(household), "day": Value(day)]
      ) { numbers.insert($0.int64(0)) }
    } catch { throw .database(error) }
    return numbers
  }

  func isOutside(_ village: Int64) -> Bool {
    EventChange(office: office, lives: [:], placeNames: [:]).isOutside(village)
  }

  func life(of number: String) throws(EventStop) -> HouseholdLife {
    do throws(SQLiteFailure) { return try lives.life(lives.key(of: number)) } catch {
      throw .database(error)
    }
  }

  /// Code and names of a village from the county down: `430626200208 平江县长寿镇石坪村`.
  private func placeName(_ village: Int64) throws(SQLiteFailure) -> String {
    var name = ""
    try work.register.connection.rows(
      """
      SELECT name_zh FROM region
      WHERE code IN (:village / 1000000, :village / 1000, :village) AND withdrawn IS NULL
      ORDER BY code
      """, ["village": .integer(village)]
    ) { name += $0.text(0) }
    return "\(village) \(name)"
  }
}
