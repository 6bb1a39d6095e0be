import Domain
import SQLite

extension Register {
  /// All that the pages of a month print.
  ///
  /// - Parameters:
  ///   - county: the place the pages are about, nil for the whole office.
  ///   - nationalKey: whether only the national key counties are asked about.
  ///   - asksAll: whether money and exceptions are asked for, which take the longest.
  package func monthFile(
    _ month: YearMonth, _ knowledge: Knowledge = .now, county: RegionCode? = nil,
    nationalKey: Bool = false, asksAll: Bool = true
  ) throws(RegisterFault) -> MonthFile {
    try reading(wrapping: { .database($0) }) { () throws(RegisterFault) in
      let sums = try monthSums(
        month, months: Array(1...month.month), knowledge, to: max((county ?? office).level, .county)
      )
      let file = try asking { () throws(SQLiteFailure) in
        try filed(sums, scope: county ?? office, nationalKey: nationalKey, asksAll: asksAll)
      }
      guard !file.months.contains(where: \.isBeyondRange),
        !file.quotas.contains(where: { $0?.isBeyondRange == true })
      else { throw .database(.beyondRange) }
      return file
    }
  }

  /// The sheets sent for a month, which may lie in a year that the register does not keep: then they are
  /// awaited from the counties of the nearest year.
  package func submissionFile(
    _ month: YearMonth, county: RegionCode? = nil
  ) throws(RegisterFault) -> MonthFile {
    let base: MonthFile
    do throws(RegisterFault) {
      return try monthFile(month, county: county, asksAll: false)
    } catch {
      guard case .unknownYear(_, let kept) = error, let first = kept.min(), let last = kept.max(),
        let nearest = YearMonth(year: month.year < first ? first : last, month: 12)
      else { throw error }
      base = try monthFile(nearest, county: county, asksAll: false)
    }
    let scope = county ?? office
    return try reading(wrapping: { .database($0) }) { () throws(RegisterFault) in
      try asking { () throws(SQLiteFailure) in
        let dueOn = try reportDue(for: month, base.known)
        let sent = MonthSubmission.byCounty(
          try submissions(for: month, base.known), dueOn: dueOn)
        return MonthFile(
          month: month, known: base.known, hash: base.hash, close: nil, counties: base.counties,
          months: base.months, quotas: base.quotas, classes: base.classes, rungs: [],
          exceptions: nil, submissions: sent.filter { scope.contains($0.county) },
          reportDueOn: dueOn)
      }
    }
  }

  private func filed(
    _ sums: MonthSums, scope: RegionCode, nationalKey: Bool, asksAll: Bool
  ) throws(SQLiteFailure) -> MonthFile {
    let (month, tree) = (sums.month, sums.tree)
    let counties = sums.layout(scope, .county, isNationalKeyOnly: nationalKey)
    let months = (1...month.month).map { counties.total(sums.sums[$0] ?? []) }
    let quotas = (1...12).map { number in
      sums.layout(scope, .county, isNationalKeyOnly: nationalKey, month: number).totalQuota
    }
    let classes = sums.layout(scope, .class, isNationalKeyOnly: nationalKey)
      .rows(sums.sums[month.month] ?? [])
      .compactMap { row -> (HouseholdClass?, MonthlyFigures)? in
        guard case .householdClass(let value) = row.subject else { return nil }
        return (value, row.figures)
      }
    func isAbout(_ county: RegionCode?) -> Bool { county.map(counties.isInScope) ?? true }
    // Money that no county has yet, such as a batch's, belongs to the office as a whole and to no part of it.
    let isWhole = scope == office && !nationalKey
    let dueOn = sums.close == nil ? try reportDue(for: month, sums.known) : nil
    let submissions =
      sums.close == nil
      ? MonthSubmission.byCounty(try self.submissions(for: month, sums.known), dueOn: dueOn)
      : try closedSubmissions(month)
    var rungs: [MonthRung] = []
    if asksAll {
      rungs = sums.close == nil ? try monthRungs(month, sums.known) : try closedRungs(month)
    }
    let isLatest = try sums.known.entry >= lastKnown().entry
    var exceptions: [MonthException]?
    if asksAll, sums.close != nil {
      exceptions = try closedExceptions(month)
    } else if asksAll, isLatest {
      exceptions = try monthExceptions(month, tree)
    }
    return MonthFile(
      month: month, known: sums.known, hash: sums.hash, close: sums.close,
      counties: countyMonths(sums, counties), months: months, quotas: quotas, classes: classes,
      rungs: rungs.filter { $0.county.map(counties.isInScope) ?? isWhole },
      exceptions: exceptions?.filter { isAbout($0.county) },
      submissions: submissions.filter { isAbout($0.county) }, reportDueOn: dueOn)
  }

  private func countyMonths(_ sums: MonthSums, _ layout: MonthlyLayout) -> [MonthFile.County] {
    var months: [RegionCode: [MonthlyFigures]] = [:]
    let empty = [MonthlyFigures](repeating: MonthlyFigures(), count: sums.month.month)
    for number in 1...sums.month.month {
      for row in layout.rows(sums.sums[number] ?? []) {
        guard case .place(let code, _) = row.subject else { continue }
        months[code, default: empty][number - 1] = row.figures
      }
    }
    for code in sums.tree.codes where sums.tree[code]?.level == .county {
      let isOffice = code == office
      guard isOffice || sums.tree[code]?.isSupported == true, layout.isInScope(code) else {
        continue
      }
      if months[code] == nil { months[code] = empty }
    }
    return months.keys.sorted().map { code in
      let figures = months[code] ?? empty
      let quota = layout.quota(of: code)
      let hasHouseholds = figures.last.map { $0[.householdsEnrolled] > 0 } ?? false
      return MonthFile.County(
        code: code, region: sums.tree[code], months: figures, quota: quota,
        isAwaited: sums.tree[code]?.isSupported == true || code == office || quota != nil
          || hasHouseholds)
    }
  }
}
