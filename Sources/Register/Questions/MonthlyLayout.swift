import Domain

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

  /// The order of the rows by class.
  private static let classes: [HouseholdClass?] = [.poor, .poorDibao, .dibao, .wubao, nil]

  private var level: RegionLevel? {
    switch grouping {
    case .county: .county
    case .township: .township
    case .village: .village
    case .prefecture: .prefecture
    case .class, .area: nil
    }
  }

  func total(_ sums: Register.Sums) -> MonthlyFigures {
    var total = MonthlyFigures()
    for (_, figures) in inScope(sums) { total += figures }
    return total
  }

  func rows(_ sums: Register.Sums) -> [MonthlyAnswer.Row] {
    if grouping == .area { return areaRows(sums) }
    guard let level else { return classRows(sums) }
    var figures: [RegionCode: MonthlyFigures] = [:]
    for (place, sum) in inScope(sums) {
      guard let village = RegionCode(place.village), let code = tree.place(village, at: level)
      else { continue }
      figures[code, default: MonthlyFigures()] += sum
    }
    for target in targets where isInScope(target.region) {
      let own = levelOf(target.region)
      guard own == level || level == .prefecture && own == .county,
        let code = tree.place(target.region, at: level)
      else { continue }
      figures[code, default: MonthlyFigures()] += MonthlyFigures()
    }
    return figures.keys.sorted().compactMap { code in
      let quota = level == .prefecture ? prefectureQuota(code) : quota(of: code)
      guard let sum = figures[code], quota != nil || !sum.isZero else { return nil }
      return MonthlyAnswer.Row(subject: .place(code, tree[code]), figures: sum, quota: quota)
    }
  }

  private func quota(of code: RegionCode) -> Quota? {
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
  private func area(of code: RegionCode) -> Area? {
    tree.place(code, at: .county).flatMap { tree[$0] }?.area
  }

  private func areaRows(_ sums: Register.Sums) -> [MonthlyAnswer.Row] {
    var figures: [Area?: MonthlyFigures] = [:]
    for (place, sum) in inScope(sums) {
      let area = RegionCode(place.village).flatMap(area)
      figures[area, default: MonthlyFigures()] += sum
    }
    let areas: [Area?] = Area.allCases + [nil]
    return areas.compactMap { area in
      let sum = figures[area] ?? MonthlyFigures()
      let quota = countyQuota { self.area(of: $0) == area }
      guard quota != nil || !sum.isZero else { return nil }
      return MonthlyAnswer.Row(subject: .area(area), figures: sum, quota: quota)
    }
  }

  private func classRows(_ sums: Register.Sums) -> [MonthlyAnswer.Row] {
    var figures: [Int: MonthlyFigures] = [:]
    for (place, sum) in inScope(sums) {
      figures[place.householdClass, default: MonthlyFigures()] += sum
    }
    return MonthlyLayout.classes.compactMap { householdClass in
      guard let sum = figures[householdClass?.rawValue ?? 0], !sum.isZero else { return nil }
      return MonthlyAnswer.Row(
        subject: .householdClass(householdClass), figures: sum, quota: nil)
    }
  }

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

  private func isInScope(_ code: RegionCode) -> Bool {
    guard tree.contains(scope, code) else { return false }
    return !isNationalKeyOnly || isNationalKey(code)
  }

  private func isNationalKey(_ code: RegionCode) -> Bool {
    tree.place(code, at: .county).flatMap { tree[$0] }?.isNationalKey == true
  }

  /// A province's report takes in everything, whatever its villages' parents are.
  private func inScope(_ sums: Register.Sums) -> Register.Sums {
    if scope.level == .province && !isNationalKeyOnly { return sums }
    var verdicts: [Int64: Bool] = [:]
    return sums.filter { place, _ in
      if let verdict = verdicts[place.village] { return verdict }
      let verdict = RegionCode(place.village).map(isInScope) ?? false
      verdicts[place.village] = verdict
      return verdict
    }
  }
}
