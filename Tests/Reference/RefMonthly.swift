// `report monthly` as the contract states it, one household after the other into the row where it
// belongs. The total is counted beside the rows.

package enum RefLevel: String, CaseIterable, Sendable {
  case county, township, village
  case householdClass = "class"
}

package enum RefLanguage: Sendable {
  case english, chinese
}

package struct RefFigures: Equatable, Sendable {
  package var householdsEnrolled = 0
  package var personsEnrolled = 0
  package var points: [RefPoint: Int] = [:]
  package var householdsFulfilled = 0
  package var personsSupported = 0
  package var personsSupportedInMonth = 0
  package var householdsLapsed = 0
  package var householdsPaid = 0
  package var householdsAccepted = 0
  package var householdsIncomeGoal = 0
  package var allocatedFen = 0
  package var paidFen = 0

  package init() {}

  package var isEmpty: Bool {
    householdsEnrolled == 0 && personsEnrolled == 0 && points.values.allSatisfy { $0 == 0 }
      && householdsFulfilled == 0 && personsSupported == 0 && personsSupportedInMonth == 0
      && householdsLapsed == 0 && householdsPaid == 0 && householdsAccepted == 0
      && householdsIncomeGoal == 0 && allocatedFen == 0 && paidFen == 0
  }
}

/// What a row is measured against: the quota and the persons due by the end of the month.
package struct RefQuota: Equatable, Sendable {
  package var persons: Int
  package var pace: Int
}

extension RefRegister {
  package static let monthlyHeader = [
    "code", "name", "households_enrolled", "persons_enrolled", "plan", "project", "fund",
    "support", "implementation", "contact", "households_fulfilled", "persons_supported",
    "persons_supported_in_month", "target_persons", "percent", "pace_gap_persons",
    "households_lapsed", "households_paid", "households_accepted", "households_income_goal",
    "allocated_yuan", "paid_yuan",
  ]

  /// The order of class rows.
  package static let classOrder = ["poor", "poor_dibao", "dibao", "wubao", "none"]

  /// The rows under the header, the total last. `name` gives a row's second cell from its code;
  /// the total's is `Total` or `合计` unless `name` knows better.
  package func monthlyRows(
    year: Int, month: Int, by level: RefLevel = .county, county: String? = nil,
    language: RefLanguage = .english, name: (String) -> String? = { _ in nil }
  ) -> [[String]] {
    var (figures, total) = monthlyFigures(year: year, month: month, by: level, county: county)
    let scope = county ?? office
    for target in targets where target.year == year && level != .householdClass {
      if RefRegister.level(of: target.region) == level,
        RefRegister.isInside(target.region, scope), figures[target.region] == nil
      {
        figures[target.region] = RefFigures()
      }
    }
    var codes = figures.keys.sorted()
    if level == .householdClass {
      codes = RefRegister.classOrder.filter { figures[$0] != nil }
    }
    var rows: [[String]] = []
    for code in codes {
      guard let row = figures[code] else { continue }
      var quota: RefQuota?
      if level != .householdClass { quota = ownQuota(of: code, year: year, month: month) }
      if row.isEmpty && quota == nil { continue }
      rows.append(RefRegister.cells(code, name(code) ?? "", row, quota))
    }
    let totalName = name("total") ?? (language == .english ? "Total" : "合计")
    let totalQuota =
      ownQuota(of: scope, year: year, month: month)
      ?? sumOfQuotas(inside: scope, year: year, month: month)
    rows.append(RefRegister.cells("total", totalName, total, totalQuota))
    return rows
  }

  /// Figures by region or class code, and over everything in scope.
  package func monthlyFigures(
    year: Int, month: Int, by level: RefLevel, county: String? = nil
  ) -> (rows: [String: RefFigures], total: RefFigures) {
    let last = RefCalendar.lastDay(ofMonth: month, in: year)
    let first = RefCalendar.firstDay(ofMonth: month, in: year)
    let counted = personsCounted(in: year)
    var rows: [String: RefFigures] = [:]
    var total = RefFigures()

    /// Adds to the row where the household belongs on the day, if that is in scope.
    func add(_ household: RefHousehold, on day: RefDay, _ change: (inout RefFigures) -> Void) {
      guard let village = village(of: household, on: day) else { return }
      if let county, !village.hasPrefix(county) { return }
      let code: String
      switch level {
      case .county: code = String(village.prefix(6))
      case .township: code = String(village.prefix(9))
      case .village: code = village
      case .householdClass: code = householdClass(of: household, on: day)
      }
      change(&rows[code, default: RefFigures()])
      change(&total)
    }

    for household in households {
      guard let enrolled = enrolment(of: household, in: year), enrolled <= last else { continue }
      let now = figures(of: household, year: year, month: month, on: last)
      add(household, on: last) { RefRegister.sum(now, into: &$0) }
      if let fulfilled = fulfilment(of: household, in: year), fulfilled <= last {
        let persons = counted[household.number] ?? 0
        add(household, on: fulfilled) { row in
          row.householdsFulfilled += 1
          row.personsSupported += persons
          if fulfilled >= first { row.personsSupportedInMonth += persons }
        }
      }
    }
    return (rows, total)
  }

  /// What one household adds where it lives on the day, or lived last: all but what F counts.
  private func figures(
    of household: RefHousehold, year: Int, month: Int, on day: RefDay
  ) -> RefFigures {
    var figures = RefFigures()
    figures.allocatedFen = allocatedFen(to: household, year: year, on: day)
    figures.paidFen = paidFen(to: household, year: year, on: day)
    guard isEnrolled(household, year: year, on: day) else { return figures }
    figures.householdsEnrolled = 1
    figures.personsEnrolled = members(of: household, on: day).count
    for point in pointsInForce(for: household, year: year, on: day) { figures.points[point] = 1 }
    if isLapsed(household, year: year, on: day) { figures.householdsLapsed = 1 }
    if isPaid(household, year: year, on: day) { figures.householdsPaid = 1 }
    if isAccepted(household, on: day) { figures.householdsAccepted = 1 }
    if month == 12, reachesIncomeGoal(household, year: year) { figures.householdsIncomeGoal = 1 }
    return figures
  }

  private static func sum(_ one: RefFigures, into row: inout RefFigures) {
    row.householdsEnrolled += one.householdsEnrolled
    row.personsEnrolled += one.personsEnrolled
    for (point, number) in one.points { row.points[point, default: 0] += number }
    row.householdsLapsed += one.householdsLapsed
    row.householdsPaid += one.householdsPaid
    row.householdsAccepted += one.householdsAccepted
    row.householdsIncomeGoal += one.householdsIncomeGoal
    row.allocatedFen += one.allocatedFen
    row.paidFen += one.paidFen
  }
}
