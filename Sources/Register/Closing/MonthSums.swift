import Domain
import SQLite

/// What a report of a month is laid out from: sums by village and class, places and quotas, as known at one
/// entry or as they were closed.
struct MonthSums {
  let month: YearMonth
  let known: Known
  let hash: SHA256Digest
  /// The month's close, where the sums are those that were closed.
  let close: MonthClose?
  let tree: RegionTree
  let targets: [TargetRow]
  /// By month of the year, from 1, those that were asked for. Of a closed month the earlier ones are kept by
  /// county alone: each is one sum whose village is the county and whose class is none.
  let sums: [Int: Register.Sums]

  func layout(
    _ scope: RegionCode, _ grouping: MonthlyAnswer.Grouping, isNationalKeyOnly: Bool,
    month number: Int? = nil
  ) -> MonthlyLayout {
    MonthlyLayout(
      tree: tree, targets: targets, scope: scope, grouping: grouping,
      month: number ?? month.month, isNationalKeyOnly: isNationalKeyOnly)
  }
}

extension Register {
  /// Throws `notClosed` or `newerForm`, where the month is asked for as it was closed, and `unknownYear`.
  ///
  /// - Parameters:
  ///   - months: of the year, from 1, none after the month itself.
  ///   - lowest: the lowest level whose places are to be named. Down to the county, sums are by county, each
  ///     with the county for its village, while places lie where their digits say.
  func monthSums(
    _ month: YearMonth, months: [Int], _ knowledge: Knowledge, to lowest: RegionLevel = .village
  ) throws(RegisterFault) -> MonthSums {
    let known = try knownEntry(knowledge, month)
    if knowledge == .closed {
      // What is stored of another form may mean something else.
      _ = try rendering(of: month, knowledge)
      return try asking { () throws(SQLiteFailure) in try closedSums(month, months: months) }
    }
    try refuseUnknownYear(month.year, known)
    return try asking { () throws(SQLiteFailure) in
      let isEachWhereItsDigitsSay = try placesElsewhere().isEmpty
      let day = month.lastDay.dayNumber
      // To read the places of all levels takes half as long as to read the sums.
      var places: Beside<RegionTree>?
      if lowest > .county, try isLarge() {
        places = Beside(self, seeing: try EntryMark(of: self)) { register throws(RegisterFault) in
          try register.asking { () throws(SQLiteFailure) in
            try register.regionsKnown(known, on: day, to: lowest)
          }
        }
      }
      defer { places?.end() }
      let sums = try figures(
        month.year, months: months, known,
        by: lowest <= .county && isEachWhereItsDigitsSay ? .county : .village)
      let tree: RegionTree
      if let read = try places?.takeAnswer() {
        tree = read
      } else {
        tree = try regionsKnown(known, on: day, to: lowest)
      }
      return MonthSums(
        month: month, known: known, hash: try entryHash(known.entry), close: nil,
        tree: tree,
        targets: try targetRows(month.year, known),
        sums: Dictionary(uniqueKeysWithValues: zip(months, sums)))
    }
  }

  private func closedSums(
    _ month: YearMonth, months: [Int]
  ) throws(SQLiteFailure) -> MonthSums {
    let close = try closeOf(month)
    var sums: [Int: Sums] = [:]
    for number in months {
      sums[number] = try closedFigures(
        month, of: number, by: number == month.month ? "village" : "county")
    }
    let known = close?.known ?? Known(entry: 0)
    return MonthSums(
      month: month, known: known, hash: try entryHash(known.entry), close: close,
      tree: try closedPlaces(month), targets: try closedTargets(month), sums: sums)
  }

  /// Figures of a month as they were reported when it, or a later month of its year, was closed.
  private func closedFigures(
    _ month: YearMonth, of number: Int, by grouping: String
  ) throws(SQLiteFailure) -> Sums {
    var sums: Sums = []
    try connection.rows(
      """
      SELECT code, max(class, 0), \(Figure.allCases.map(\.name).joined(separator: ", "))
      FROM closed_figure
      WHERE year = :year AND month = :month AND of_month = :number AND grouping = :grouping
      ORDER BY code, class
      """,
      [
        "year": Value(month.year), "month": Value(month.month), "number": Value(number),
        "grouping": .text(grouping),
      ]
    ) { row in
      sums.append(
        (
          FigurePlace(village: row.int64(0), householdClass: row.int(1)),
          MonthlyFigures(of: row, from: 2)
        ))
    }
    return sums
  }

  /// The places of a closed month, as they were called and lay when it was reported.
  package func closedPlaces(_ month: YearMonth) throws(SQLiteFailure) -> RegionTree {
    var regions: [Int64: Region] = [:]
    try connection.rows(
      """
      SELECT code, parent_code, level, name_zh, name_en, area, national_key, supported
      FROM closed_place WHERE year = :year AND month = :month
      """, ["year": Value(month.year), "month": Value(month.month)]
    ) { regions[$0.int64(0)] = Register.region($0) }
    return RegionTree(regions: regions)
  }
}
