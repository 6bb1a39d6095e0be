import Domain

/// A row of a month's report, by what it is about.
package enum RowKey: Hashable, Sendable {
  case place(RegionCode)
  /// Nil is none.
  case householdClass(HouseholdClass?)
  case area(Area?)
  case total
}

/// Lays sums by village and class together into the rows of a report.
struct MonthlyLayout {
  let tree: RegionTree
  let targets: [TargetRow]
  /// The place that the report is about.
  let scope: RegionCode
  let grouping: MonthlyAnswer.Grouping
  /// 1…12.
  let month: Int
  /// Whether only the national key counties are asked about.
  let isNationalKeyOnly: Bool

  private var level: RegionLevel? { grouping.level }

  func total(_ sums: Register.Sums) -> MonthlyFigures {
    var total = MonthlyFigures()
    for (place, figures) in sums where isInTotal(place) { total += figures }
    return total
  }

  /// The row under which a village and class are counted; nil where they are in none.
  func row(of place: FigurePlace) -> RowKey? {
    guard isInTotal(place) else { return nil }
    if grouping == .class { return .householdClass(HouseholdClass(rawValue: place.householdClass)) }
    guard let village = RegionCode(place.village) else { return level == nil ? .area(nil) : nil }
    guard let level else { return .area(area(of: village)) }
    return tree.place(village, at: level).map { .place($0) }
  }

  /// Whether the total counts a village.
  func isInTotal(_ place: FigurePlace) -> Bool {
    isEverythingInScope || RegionCode(place.village).map(isInScope) ?? false
  }

  /// A row's own quota; the total's for `total`.
  func quota(of row: RowKey) -> Quota? {
    switch row {
    case .place(let code): level == .prefecture ? prefectureQuota(code) : quota(of: code)
    case .area(let area): countyQuota { self.area(of: $0) == area }
    case .householdClass: nil
    case .total: totalQuota
    }
  }

  func rows(_ sums: Register.Sums) -> [MonthlyAnswer.Row] {
    var figures: [RowKey: MonthlyFigures] = [:]
    // The classes of a village follow each other, and are in one row unless the rows are classes.
    var run: (village: Int64, key: RowKey?, sum: MonthlyFigures)?
    func endRun() {
      if let run, let key = run.key { figures[key, default: MonthlyFigures()] += run.sum }
    }
    for (place, sum) in sums {
      if grouping == .class || run?.village != place.village {
        endRun()
        run = (place.village, row(of: place), sum)
      } else {
        run?.sum += sum
      }
    }
    endRun()
    for key in quotaRows where figures[key] == nil { figures[key] = MonthlyFigures() }
    let aimed = Set(targets.map(\.region))
    return order(figures.keys).compactMap { key in
      let quota = mayHaveQuota(key, aimed) ? quota(of: key) : nil
      guard let sum = figures[key], quota != nil || !sum.isZero else { return nil }
      return MonthlyAnswer.Row(subject: subject(key), figures: sum, quota: quota)
    }
  }

  /// False of most places, of which there may be many.
  private func mayHaveQuota(_ key: RowKey, _ aimed: Set<RegionCode>) -> Bool {
    guard case .place(let code) = key, level != .prefecture else { return true }
    return aimed.contains(code)
  }

  /// Rows that are shown for their quota, whether anything is counted there or not.
  var quotaRows: [RowKey] {
    if grouping == .area { return Area.rows.map { .area($0) } }
    guard let level else { return [] }
    return targets.filter { isInScope($0.region) }.compactMap { target in
      let own = levelOf(target.region)
      guard own == level || level == .prefecture && own == .county else { return nil }
      return tree.place(target.region, at: level).map { .place($0) }
    }
  }

  private func order(_ keys: some Collection<RowKey>) -> [RowKey] {
    switch grouping {
    case .class: return HouseholdClass.rows.map { .householdClass($0) }.filter(keys.contains)
    case .area: return Area.rows.map { .area($0) }.filter(keys.contains)
    case .county, .township, .village, .prefecture:
      let codes = keys.compactMap { key in
        if case .place(let code) = key { code } else { nil }
      }
      return codes.sorted().map { .place($0) }
    }
  }

  private func subject(_ key: RowKey) -> MonthlyAnswer.Subject {
    switch key {
    case .place(let code): .place(code, tree[code])
    case .householdClass(let value): .householdClass(value)
    case .area(let value): .area(value)
    case .total: preconditionFailure("the total is no row")
    }
  }

  func quota(of code: RegionCode) -> Quota? {
    TargetRow.quota(targets.filter { $0.region == code }, month: month)
  }

  /// Its own; without one, that of its counties together. Where only some counties are asked about, theirs.
  private func prefectureQuota(_ code: RegionCode) -> Quota? {
    if !isNationalKeyOnly, let own = quota(of: code) { return own }
    return countyQuota { tree.place($0, at: .prefecture) == code }
  }

  /// The quotas of the counties in scope that a condition takes, together.
  private func countyQuota(where takes: (RegionCode) -> Bool) -> Quota? {
    let counties = targets.filter {
      levelOf($0.region) == .county && isInScope($0.region) && takes($0.region)
    }
    return TargetRow.quota(counties, month: month)
  }

  /// The area of the county that a place lies in.
  private func area(of code: RegionCode) -> Area? { tree.county(of: code)?.area }

  /// That of the place itself; without one, of the counties in it together, else of its townships,
  /// else of whatever in it has one.
  var totalQuota: Quota? {
    if isNationalKeyOnly { return countyQuota { _ in true } }
    if let own = quota(of: scope) { return own }
    let inside = targets.filter { isInScope($0.region) }
    for level in [RegionLevel.county, .township, .village] {
      let rows = inside.filter { levelOf($0.region) == level }
      if let quota = TargetRow.quota(rows, month: month) { return quota }
    }
    return TargetRow.quota(inside, month: month)
  }

  private func levelOf(_ code: RegionCode) -> RegionLevel { tree[code]?.level ?? code.level }

  func isInScope(_ code: RegionCode) -> Bool {
    guard tree.contains(scope, code) else { return false }
    return !isNationalKeyOnly || tree.county(of: code)?.isNationalKey == true
  }

  /// A province's report takes in everything, whatever its villages' parents are.
  private var isEverythingInScope: Bool { scope.level == .province && !isNationalKeyOnly }
}
