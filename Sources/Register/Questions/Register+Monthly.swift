import Domain
import SQLite

// The monthly report's figures: the sums by village and class, added up to the rows that are asked
// for, with the quotas beside them. Nothing here reads households, unless the question is about an
// entry that the kept figures do not know: then the sums are worked out first.

extension Register {
  /// A month's figures as known now, at an entry, or when it was closed.
  ///
  /// - Parameters:
  ///   - county: the place the report is about, nil for the whole office.
  ///   - comparing: whether the month before is wanted too.
  ///   - nationalKey: whether only the national key counties are asked about.
  package func monthlyAnswer(
    _ month: YearMonth, county: RegionCode? = nil, by grouping: MonthlyAnswer.Grouping = .county,
    _ knowledge: Knowledge = .now, comparing: Bool = false, nationalKey: Bool = false
  ) throws(RegisterFault) -> MonthlyAnswer {
    try reading(wrapping: { .database($0) }) { () throws(RegisterFault) in
      try answered(month, county, grouping, knowledge, comparing, nationalKey)
    }
  }

  private func answered(
    _ month: YearMonth, _ county: RegionCode?, _ grouping: MonthlyAnswer.Grouping,
    _ knowledge: Knowledge, _ comparing: Bool, _ nationalKey: Bool
  ) throws(RegisterFault) -> MonthlyAnswer {
    let months = comparing && month.month > 1 ? [month.month, month.month - 1] : [month.month]
    let scope = county ?? office
    let sums = try monthSums(
      month, months: months, knowledge, to: max(scope.level, grouping.level ?? .county, .county))
    let layout = sums.layout(scope, grouping, isNationalKeyOnly: nationalKey)
    let own = sums.sums[month.month] ?? []
    let answer = MonthlyAnswer(
      month: month, grouping: grouping, rows: layout.rows(own), total: layout.total(own),
      totalQuota: layout.totalQuota,
      before: months.count > 1 ? layout.total(sums.sums[month.month - 1] ?? []) : nil,
      known: sums.known, hash: sums.hash)
    guard !answer.isBeyondRange else { throw .database(.beyondRange) }
    return answer
  }

  /// The entry up to which a question takes facts for known.
  ///
  /// - Parameter month: whose close is meant by `closed`.
  package func knownEntry(
    _ knowledge: Knowledge, _ month: YearMonth
  ) throws(RegisterFault) -> Known {
    let last = try asking { () throws(SQLiteFailure) in try lastKnown().entry }
    switch knowledge {
    case .now: return Known(entry: last)
    case .entry(let number):
      guard 1...max(last, 1) ~= number else { throw .unknownEntry(number, last: last) }
      return Known(entry: number)
    case .closed:
      guard let close = try asking({ () throws(SQLiteFailure) in try closeOf(month) }) else {
        throw .notClosed(month)
      }
      return close.known
    }
  }

  func refuseUnknownYear(_ year: Int, _ known: Known) throws(RegisterFault) {
    let stated = try asking { () throws(SQLiteFailure) in
      try years(of: ["programme_year", "target"], known)
    }
    if stated.contains(year) { return }
    let kept = try asking { () throws(SQLiteFailure) in try yearsKnown(known) }
    guard kept.contains(year) else { throw .unknownYear(year, kept: kept) }
  }

  /// The years that the register keeps anything of: a programme year, a quota, an enrolment.
  package func yearsKnown(_ known: Known) throws(SQLiteFailure) -> [Int] {
    try years(of: ["programme_year", "target", "enrolment"], known).sorted()
  }

  private func years(of tables: [String], _ known: Known) throws(SQLiteFailure) -> Set<Int> {
    var years: Set<Int> = []
    for table in tables {
      try connection.rows(
        "SELECT DISTINCT year FROM (\(Known.query("year", from: table)))",
        ["known": .integer(known.entry)]
      ) { years.insert($0.int(0)) }
    }
    return years
  }
}

extension Register {
  /// The hash of an entry; zeros where there is no such entry.
  package func entryHash(_ entry: Int64) throws(SQLiteFailure) -> SHA256Digest {
    try hash(ofEntry: entry) ?? SHA256Digest(words: SIMD8(repeating: 0))
  }
}
