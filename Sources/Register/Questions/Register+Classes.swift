import Domain
import SQLite

extension Register {
  /// The two systems crossed on a day.
  ///
  /// - Parameters:
  ///   - since: moves after this day and by `day` are told.
  ///   - level: what a row stands for: counties, townships or villages.
  ///   - region: the place that is asked about, nil for the whole office.
  package func classes(
    on day: DayNumber, since: DayNumber, by level: RegionLevel = .county,
    in region: RegionCode? = nil
  ) throws(SQLiteFailure) -> ClassesAnswer {
    try reading { () throws(SQLiteFailure) in
      let tree = try regionsKnown(Known(entry: .max), on: day)
      var inside = Inside(region, tree)
      try gatherHomes(on: day)
      let moves = try classMoves(after: since, by: day).filter { inside.contains($0.village) }
      let (crossings, above) = try askingExceptions(on: day) { () throws(SQLiteFailure) in
        (
          try dibaoCrossings(day).filter { inside.contains($0.village) },
          try householdsAboveLine(day, tree).filter { inside.contains($0.village) }
        )
      }
      var tally = ClassTally(level, tree)
      try connection.rows(
        """
        SELECT home.village_code, ifnull(home.class, 0), (
            SELECT count(*) FROM member WHERE member.household_id = home.household_id
              AND member.withdrawn IS NULL AND member.joined_on <= :day AND :day < member.left_on)
        FROM temp.home AS home
        """, ["day": Value(day)]
      ) { row in
        guard let village = RegionCode(row.int64(0)), inside.contains(village) else { return }
        let (code, persons) = (row.int(1), row.int64(2))
        tally.add(village) {
          $0.counts[code, default: ClassesAnswer.Count()].households += 1
          $0.counts[code, default: ClassesAnswer.Count()].persons += persons
        }
      }
      for move in moves { tally.add(move.village) { $0.add(move) } }
      for household in above { tally.add(household.village) { $0.aboveLine += 1 } }
      for crossing in crossings {
        tally.add(crossing.village) { $0.crossings[crossing.kind, default: 0] += 1 }
      }
      return ClassesAnswer(
        rows: tally.sorted, total: tally.total, moves: moves, crossings: crossings,
        aboveLine: above)
    }
  }

  /// Dated changes of class, by place, household and day.
  private func classMoves(
    after since: DayNumber, by day: DayNumber
  ) throws(SQLiteFailure) -> [ClassesAnswer.Move] {
    var moves: [ClassesAnswer.Move] = []
    try connection.rows(
      """
      SELECT move.household_id, household_no, move.since, move.class, move.ground, (
          SELECT class FROM household_class AS before
          WHERE before.household_id = move.household_id AND before.withdrawn IS NULL
            AND before.since < move.since
          ORDER BY before.since DESC LIMIT 1) AS was
      FROM household_class AS move JOIN household ON household.id = move.household_id
      WHERE move.withdrawn IS NULL AND move.since > :since AND move.since <= :day
        AND ifnull(was, 0) <> move.class
      ORDER BY household_no, move.since
      """, ["since": Value(since), "day": Value(day)]
    ) { row throws(SQLiteFailure) in
      let on = row.int32(2)
      guard let village = try village(of: row.int64(0), on: on),
        let to = HouseholdClass(rawValue: row.int(3))
      else { return }
      moves.append(
        ClassesAnswer.Move(
          householdNo: row.text(1), headName: try headName(of: row.int64(0), on: on),
          village: village, on: on,
          from: row.optionalInt(5).flatMap { HouseholdClass(rawValue: $0) }, to: to,
          ground: row.optionalText(4)))
    }
    return moves.sorted {
      ($0.village, $0.householdNo, $0.on) < ($1.village, $1.householdNo, $1.on)
    }
  }

  /// The register held against civil affairs' list, by kind.
  private func dibaoCrossings(
    _ day: DayNumber
  ) throws(SQLiteFailure) -> [ClassesAnswer.Crossing] {
    func crossings(
      _ kind: ClassesAnswer.Crossing.Kind, _ found: [RegisterException]
    ) -> [ClassesAnswer.Crossing] {
      found.compactMap { exception in
        guard let village = exception.village else { return nil }
        var crossing = ClassesAnswer.Crossing(
          kind: kind, householdNo: exception.householdNo, village: village, name: exception.name,
          residentID: exception.residentID)
        if kind == .otherName {
          crossing.listedName = exception.note
        } else {
          crossing.householdClass = exception.note.flatMap { HouseholdClass.read($0) }
        }
        return crossing
      }
    }
    return try listedOnly(day)
      + crossings(.classWithout, try dibao(.listedWithoutClass))
      + crossings(.otherName, try listedOtherNames())
      + crossings(.inRegisterOnly, try dibao(.classWithoutListing))
  }

  private func listedOnly(_ day: DayNumber) throws(SQLiteFailure) -> [ClassesAnswer.Crossing] {
    var found: [ClassesAnswer.Crossing] = []
    try connection.rows(
      """
      SELECT listed.region_code, listed.name, listed.resident_key FROM dibao_listing AS listed
      WHERE listed.withdrawn IS NULL AND listed.since <= :day AND :day < listed.until
        AND listed.resident_key IS NOT NULL
        AND NOT EXISTS (
          SELECT 1 FROM member WHERE member.resident_key = listed.resident_key
            AND member.resident_key IS NOT NULL AND member.withdrawn IS NULL
            AND member.joined_on <= :day AND :day < member.left_on
            AND NOT EXISTS (
              SELECT 1 FROM household_end AS ended
              WHERE ended.household_id = member.household_id AND ended.withdrawn IS NULL
                AND ended.ended_on <= :day))
      ORDER BY listed.region_code, listed.resident_key
      """, ["day": Value(day)]
    ) { row in
      guard let place = RegionCode(row.int64(0)) else { return }
      found.append(
        ClassesAnswer.Crossing(
          kind: .onListOnly, householdNo: nil, village: place, name: row.optionalText(1),
          residentID: row.optionalInt64(2).flatMap { ResidentID(key: $0) }))
    }
    return found
  }
}

/// Adds up by the places of a level, and over all.
private struct ClassTally {
  private let level: RegionLevel
  private let tree: RegionTree
  private var rows: [RegionCode: ClassesAnswer.Row] = [:]
  private var codes: [RegionCode: RegionCode] = [:]
  private(set) var total = ClassesAnswer.Row(nil, nil)

  init(_ level: RegionLevel, _ tree: RegionTree) {
    self.level = level
    self.tree = tree
  }

  var sorted: [ClassesAnswer.Row] { rows.keys.sorted().compactMap { rows[$0] } }

  /// What stands above the level, as a list of a whole county may, counts in its own row.
  mutating func add(_ village: RegionCode, _ change: (inout ClassesAnswer.Row) -> Void) {
    let code = codes[village] ?? tree.place(village, at: level) ?? village
    codes[village] = code
    change(&rows[code, default: ClassesAnswer.Row(code, tree[code])])
    change(&total)
  }
}

extension ClassesAnswer.Row {
  fileprivate mutating func add(_ move: ClassesAnswer.Move) {
    gainedAllowance += move.gainsAllowance ? 1 : 0
    lostAllowance += move.losesAllowance ? 1 : 0
    gainedDevelopment += move.gainsDevelopment ? 1 : 0
    lostDevelopment += move.losesDevelopment ? 1 : 0
  }
}
