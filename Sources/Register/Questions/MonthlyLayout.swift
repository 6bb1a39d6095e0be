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

  /// The order of the rows by class.
  private static let classes: [HouseholdClass?] = [.poor, .poorDibao, .dibao, .wubao, nil]

  private var level: RegionLevel? {
    switch grouping {
    case .county: .county
    case .township: .township
    case .village: .village
    case .class: nil
    }
  }

  func total(_ sums: Register.Sums) -> MonthlyFigures {
    var total = MonthlyFigures()
    for (_, figures) in inScope(sums) { total += figures }
    return total
  }

  func rows(_ sums: Register.Sums) -> [MonthlyAnswer.Row] {
    guard let level else { return classRows(sums) }
    var figures: [RegionCode: MonthlyFigures] = [:]
    for (place, sum) in inScope(sums) {
      guard let village = RegionCode(place.village), let code = tree.place(village, at: level)
      else { continue }
      figures[code, default: MonthlyFigures()] += sum
    }
    for target in targets where levelOf(target.region) == level && isInScope(target.region) {
      figures[target.region, default: MonthlyFigures()] += MonthlyFigures()
    }
    return figures.keys.sorted().compactMap { code in
      let quota = TargetRow.quota(targets.filter { $0.region == code }, month: month)
      guard let sum = figures[code], quota != nil || !sum.isZero else { return nil }
      return MonthlyAnswer.Row(subject: .place(code, tree[code]), figures: sum, quota: quota)
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
    if let own = TargetRow.quota(targets.filter { $0.region == scope }, month: month) {
      return own
    }
    let inside = targets.filter { isInScope($0.region) }
    for level in [RegionLevel.county, .township, .village] {
      let rows = inside.filter { levelOf($0.region) == level }
      if let quota = TargetRow.quota(rows, month: month) { return quota }
    }
    return TargetRow.quota(inside, month: month)
  }

  private func levelOf(_ code: RegionCode) -> RegionLevel { tree[code]?.level ?? code.level }

  private func isInScope(_ code: RegionCode) -> Bool { tree.contains(scope, code) }

  /// A province's report takes in everything, whatever its villages' parents are.
  private func inScope(_ sums: Register.Sums) -> Register.Sums {
    if scope.level == .province { return sums }
    var verdicts: [Int64: Bool] = [:]
    return sums.filter { place, _ in
      if let verdict = verdicts[place.village] { return verdict }
      let verdict = RegionCode(place.village).map(isInScope) ?? false
      verdicts[place.village] = verdict
      return verdict
    }
  }
}
