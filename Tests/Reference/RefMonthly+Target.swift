// Quotas, pace and the cells of a row.

extension RefRegister {
  /// The region's own quota; nil where the sheet gives none.
  package func ownQuota(of region: String, year: Int, month: Int) -> RefQuota? {
    guard let target = targets.last(where: { $0.region == region && $0.year == year }) else {
      return nil
    }
    return quota([target], month: month)
  }

  /// The quotas of the counties inside the region, added up; where there are none, those of its
  /// townships, else its villages, else its prefectures.
  func sumOfQuotas(inside region: String, year: Int, month: Int) -> RefQuota? {
    let inside = targets.filter {
      $0.year == year && $0.region != region && RefRegister.isInside($0.region, region)
    }
    for level in [RefLevel.county, .township, .village] {
      let chosen = inside.filter { RefRegister.level(of: $0.region) == level }
      if !chosen.isEmpty { return quota(chosen, month: month) }
    }
    return inside.isEmpty ? nil : quota(inside, month: month)
  }

  /// Pace is rounded down once: twelfths are added first.
  private func quota(_ targets: [RefTarget], month: Int) -> RefQuota {
    var persons = 0
    var twelfths = 0
    for target in targets {
      persons += target.persons
      if let due = due(target, by: month) {
        twelfths += due * 12
      } else {
        twelfths += target.persons * month
      }
    }
    return RefQuota(persons: persons, pace: twelfths / 12)
  }

  /// The sheet's cumulative figure: this month's, else the last one before it; nil where none.
  private func due(_ target: RefTarget, by month: Int) -> Int? {
    var asked = month
    while asked >= 1 {
      if let persons = target.months[asked] { return persons }
      asked -= 1
    }
    return nil
  }

  /// nil for a province, a prefecture and what is no region code.
  static func level(of region: String) -> RefLevel? {
    switch region.count {
    case 6: return region.hasSuffix("00") ? nil : .county
    case 9: return .township
    case 12: return .village
    default: return nil
    }
  }

  static func isInside(_ region: String, _ scope: String) -> Bool {
    var prefix = scope
    if prefix.count == 6 {
      while prefix.hasSuffix("00") { prefix.removeLast(2) }
    }
    return region.hasPrefix(prefix)
  }

  /// A share in percent with one decimal, half up: 613432 of 600000 is `102.2`. Empty where there
  /// is nothing to divide by.
  package static func percent(_ part: Int, of whole: Int) -> String {
    if whole <= 0 { return "" }
    var tenths = part * 1000 / whole
    let rest = part * 1000 % whole
    if rest * 2 >= whole { tenths += 1 }
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Fen as yuan with two decimals.
  package static func yuan(_ fen: Int) -> String {
    let size = abs(fen)
    let cents = size % 100
    return (fen < 0 ? "-" : "") + "\(size / 100)." + (cents < 10 ? "0" : "") + "\(cents)"
  }

  static func cells(
    _ code: String, _ name: String, _ row: RefFigures, _ quota: RefQuota?
  ) -> [String] {
    var cells = [code, name, "\(row.householdsEnrolled)", "\(row.personsEnrolled)"]
    for point in RefPoint.allCases { cells.append("\(row.points[point] ?? 0)") }
    cells.append("\(row.householdsFulfilled)")
    cells.append("\(row.personsSupported)")
    cells.append("\(row.personsSupportedInMonth)")
    if let quota {
      cells.append("\(quota.persons)")
      cells.append(percent(row.personsSupported, of: quota.persons))
      cells.append("\(row.personsSupported - quota.pace)")
    } else {
      cells += ["", "", ""]
    }
    cells.append("\(row.householdsLapsed)")
    cells.append("\(row.householdsPaid)")
    cells.append("\(row.householdsAccepted)")
    cells.append("\(row.householdsIncomeGoal)")
    cells.append(yuan(row.allocatedFen))
    cells.append(yuan(row.paidFen))
    return cells
  }
}
