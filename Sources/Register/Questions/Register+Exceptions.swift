import Domain
import SQLite

// What stands and wants looking after, asked of the standing facts each time: a conflict that one side has
// yielded, an ID that was corrected, a link that was made since are no exceptions any more, and are again
// where that is undone.

extension Register {
  /// The exceptions on a day, by kind, then by village and household.
  ///
  /// - Parameters:
  ///   - region: the place whose they are, nil for the whole office.
  ///   - places: `regionsKnown` of the day, where somebody has read them.
  package func exceptions(
    on day: DayNumber, in region: RegionCode?, places: RegionTree? = nil
  ) throws(SQLiteFailure) -> [RegisterException] {
    try reading { () throws(SQLiteFailure) in
      var tree = places
      if tree == nil { tree = try regionsKnown(lastKnown(), on: day) }
      guard let tree else { return [] }
      let found = try everyException(on: day, tree)
      guard let region, region.level > .province else { return found }
      return found.filter { $0.village.map { tree.contains(region, $0) } ?? false }
    }
  }

  private func everyException(
    on day: DayNumber, _ tree: RegionTree
  ) throws(SQLiteFailure) -> [RegisterException] {
    typealias Lists = [RegisterException.Kind: [RegisterException]]
    // Those that ask for homes take about as long as the others.
    var beside: Beside<Lists>?
    if try isLarge(), try knowsExceptions(on: day) {
      beside = Beside(self, seeing: try EntryMark(of: self)) { second throws(RegisterFault) in
        try second.asking { () throws(SQLiteFailure) in
          try second.exceptions(of: \.asksHomes, on: day, tree)
        }
      }
    }
    defer { beside?.end() }
    let isAlone = beside == nil
    var lists = try exceptions(of: { isAlone || !$0.asksHomes }, on: day, tree)
    if let others = try beside?.takeAnswer() { lists.merge(others) { own, _ in own } }
    let left = try exceptions(of: { lists[$0] == nil }, on: day, tree)
    return RegisterException.Kind.allCases.flatMap { lists[$0] ?? left[$0] ?? [] }
  }

  private func exceptions(
    of isWanted: (RegisterException.Kind) -> Bool, on day: DayNumber, _ tree: RegionTree
  ) throws(SQLiteFailure) -> [RegisterException.Kind: [RegisterException]] {
    let kinds = RegisterException.Kind.allCases.filter(isWanted)
    guard !kinds.isEmpty else { return [:] }
    return try askingExceptions(on: day, about: kinds) { () throws(SQLiteFailure) in
      if kinds.contains(where: \.asksHomes) { try gatherHomes(ofAsked: kinds) }
      var lists: [RegisterException.Kind: [RegisterException]] = [:]
      for kind in kinds { lists[kind] = try exceptions(of: kind, on: day, tree) }
      return lists
    }
  }

  /// Asked within `askingExceptions`, with the day's homes.
  private func exceptions(
    of kind: RegisterException.Kind, on day: DayNumber, _ tree: RegionTree
  ) throws(SQLiteFailure) -> [RegisterException] {
    switch kind {
    case .conflict: try conflicts(day)
    case .noID: try list(.noID) { $0.name = $1.optionalText(2) }
    case .verifiedID: try verifiedIDs()
    case .householdSize:
      try list(.householdSize) { exception, row in
        exception.stated = row.int64(2)
        exception.kept = row.int64(3)
      }
    case .unlinkedMoney: try unlinkedMoney()
    case .approvedOverObjection: try approvedOverObjections(day)
    case .moneyAtEnd: try moneyAtEnd(day)
    case .listedWithoutClass: try dibao(.listedWithoutClass)
    case .classWithoutListing: try dibao(.classWithoutListing)
    case .listedOtherName: try listedOtherNames()
    case .aboveLine: try aboveLines(day, tree)
    case .bankFailed: try bankFailures(day)
    case .postedShort: try shortPostings(day)
    }
  }

  /// How many there are of each kind on a day, by village: 0 where it is no place's.
  ///
  /// What is counted is what `exceptions` lists: the kept days of it, or the list itself.
  package func exceptionCounts(
    on day: DayNumber, _ tree: RegionTree
  ) throws(SQLiteFailure) -> [RegisterException.Kind: [Int64: Int64]] {
    try reading { () throws(SQLiteFailure) in
      var counts: [RegisterException.Kind: [Int64: Int64]] = [
        .postedShort: try shortPostingCounts(day)
      ]
      if try knowsExceptions(on: day) {
        for kind in RegisterException.Kind.allCases where ExceptionQuery.ofHouseholds(kind) != nil {
          counts[kind] = try keptCounts(kind, on: day)
        }
      }
      let lists = try exceptions(of: { counts[$0] == nil }, on: day, tree)
      for (kind, list) in lists {
        var places: [Int64: Int64] = [:]
        for exception in list { places[exception.village?.value ?? 0, default: 0] += 1 }
        counts[kind] = places
      }
      return counts
    }
  }

  /// What a query finds, with the household's number and its village.
  func list(
    _ query: ExceptionQuery, _ fill: (inout RegisterException, borrowing Row) -> Void
  ) throws(SQLiteFailure) -> [RegisterException] {
    try gather(query.kind, query.list, [:], fill)
  }

  private func gather(
    _ kind: RegisterException.Kind, _ sql: String, _ bindings: Bindings,
    _ fill: (inout RegisterException, borrowing Row) -> Void
  ) throws(SQLiteFailure) -> [RegisterException] {
    var found: [RegisterException] = []
    try connection.rows(sql, bindings) { row in
      var exception = RegisterException(kind, row.text(0), village: row.optionalInt64(1))
      fill(&exception, row)
      found.append(exception)
    }
    return found
  }

  /// Claims whose person the holder still has on a day of the claim, and whose claimant has not yielded: has
  /// neither that ID nor, since the claim, the person of that name with another.
  private func conflicts(_ day: DayNumber) throws(SQLiteFailure) -> [RegisterException] {
    try gather(
      .conflict,
      """
      SELECT claim.household_no, \(ExceptionQuery.village("claim.holder_id")) AS village, claim.name,
        claim.resident_key, claim.joined_on, holder.household_no, claim.entered,
        entry.source_name, claim.source_line
      FROM claim JOIN household AS holder ON holder.id = claim.holder_id
      JOIN entry ON entry.id = claim.entered
      WHERE claim.withdrawn IS NULL
        AND EXISTS (
          SELECT 1 FROM member
          WHERE member.resident_key = claim.resident_key AND member.resident_key IS NOT NULL
            AND member.household_id = claim.holder_id AND member.withdrawn IS NULL
            AND member.joined_on < claim.left_on AND claim.joined_on < member.left_on
            AND NOT EXISTS (
              SELECT 1 FROM household_end AS ended
              WHERE ended.household_id = claim.holder_id AND ended.withdrawn IS NULL
                AND ended.ended_on <= max(claim.joined_on, member.joined_on)))
        AND NOT EXISTS (
          SELECT 1 FROM member JOIN household AS own ON own.id = member.household_id
          WHERE member.resident_key = claim.resident_key AND member.resident_key IS NOT NULL
            AND own.household_no = claim.household_no AND member.withdrawn IS NULL)
        AND NOT EXISTS (
          SELECT 1 FROM household AS own
          JOIN member ON member.household_id = own.id AND member.withdrawn IS NULL
            AND member.entered > claim.entered AND member.name = claim.name
          WHERE own.household_no = claim.household_no)
      ORDER BY village, claim.household_no, claim.id
      """, ["day": Value(day)]
    ) { exception, row in
      exception.name = row.optionalText(2)
      exception.residentID = row.optionalInt64(3).flatMap { ResidentID(key: $0) }
      exception.day = row.int32(4)
      exception.otherHousehold = row.text(5)
      exception.entry = row.int64(6)
      exception.file = row.optionalText(7)
      exception.line = row.int64(8)
    }
  }

  private func verifiedIDs() throws(SQLiteFailure) -> [RegisterException] {
    let verified = try list(.verifiedID) { exception, row in
      exception.name = row.optionalText(2)
      exception.residentID = ResidentID(key: row.int64(3))
      exception.note = row.optionalText(4)
    }
    return verified.filter { ExceptionJudge.hasWrongDigit($0.residentID) }
  }
}
