// Plans, projects, money, responsible persons, incomes and quotas.

extension RefLoader {
  func plan(_ row: RefRow) {
    guard var household = household(of: row), let starts = day("starts_on", of: row) else {
      return problem(row, "starts_on")
    }
    let ended = day("ended_on", of: row)
    if let place = household.plans.firstIndex(where: { $0.starts == starts }) {
      if row.isWithdrawn {
        household.plans.remove(at: place)
      } else if ended != nil || row.clears("ended_on") {
        household.plans[place].ended = ended
      }
    } else {
      household.plans.append(RefPlan(starts: starts, ended: ended))
    }
    put(household)
  }

  func project(_ row: RefRow) {
    guard let number = row.code("project_no") else { return problem(row, "project_no") }
    var project = projects[number] ?? RefProject(approved: nil)
    if let approved = day("approved_on", of: row) { project.approved = approved }
    if let cancelled = day("cancelled_on", of: row) { project.cancelled = cancelled }
    if let accepted = day("accepted_on", of: row) { project.accepted = accepted }
    if let grade = coded("grade", of: row, from: RefValues.grades) { project.grade = grade }
    projects[number] = project
  }

  func link(_ row: RefRow) {
    guard var household = household(of: row), let since = day("since", of: row),
      let number = row.code("project_no")
    else { return problem(row, "since") }
    let until = day("until", of: row)
    let standing = household.links.firstIndex { $0.project == number && $0.since == since }
    if let standing {
      if row.isWithdrawn {
        household.links.remove(at: standing)
      } else if until != nil || row.clears("until") {
        household.links[standing].until = until
      }
    } else {
      household.links.append(RefLink(project: number, since: since, until: until))
    }
    put(household)
  }

  func assignment(_ row: RefRow) {
    guard var household = household(of: row), let since = day("since", of: row),
      let coded = coded("role", of: row, from: RefValues.roles), let role = RefRole(rawValue: coded)
    else { return problem(row, "role") }
    let until = day("until", of: row)
    let standing = household.assignments.firstIndex { $0.role == role && $0.since == since }
    if let standing {
      if row.isWithdrawn {
        household.assignments.remove(at: standing)
      } else if until != nil || row.clears("until") {
        household.assignments[standing].until = until
      }
    } else {
      household.assignments.append(RefAssignment(role: role, since: since, until: until))
    }
    put(household)
  }

  func income(_ row: RefRow) {
    guard var household = household(of: row), let year = row.code("year").flatMap({ Int($0) })
    else { return problem(row, "year") }
    let parts = ["wage", "business", "transfer", "property"].compactMap { row.fen($0) }
    if let total = row.fen("total") {
      household.incomes[year] = total
    } else if !parts.isEmpty || row.fen("cost") != nil {
      household.incomes[year] = parts.reduce(0, +) - (row.fen("cost") ?? 0)
    }
    put(household)
  }

  func target(_ row: RefRow) {
    guard let text = row.text("programme"), let region = row.code("region_code"),
      let year = row.code("year").flatMap({ Int($0) }),
      let persons = row.code("persons").flatMap({ Int($0.filter { $0 != "," }) })
    else { return problem(row, "target") }
    if RefValues.value(text, from: RefValues.funds) != "convergence" { return }
    var target = RefTarget(region: region, year: year, persons: persons)
    for month in 1...12 {
      let column = month < 10 ? "month_0\(month)" : "month_\(month)"
      if let due = row.code(column).flatMap({ Int($0.filter { $0 != "," }) }) {
        target.months[month] = due
      }
    }
    targets.removeAll { $0.region == region && $0.year == year }
    targets.append(target)
  }

  // MARK: Money

  func batch(_ row: RefRow) {
    guard let number = row.code("batch_no"), let text = row.text("fund"),
      let source = coded("source", of: row, from: RefValues.sources)
    else { return problem(row, "batch") }
    let fund = RefValues.value(text, from: RefValues.funds) ?? text
    if batches[number, default: []].contains(where: { $0.source == source }) { return }
    batches[number, default: []].append((source, fund))
  }

  func allocation(_ row: RefRow) {
    guard let number = row.code("movement_no") else { return problem(row, "movement_no") }
    guard let movement = movement(row, day: "moved_on") else { return }
    if row.isWithdrawn {
      allocations[number] = nil
    } else {
      allocations[number] = movement
    }
  }

  func payment(_ row: RefRow) {
    guard let number = row.code("voucher_no") else { return problem(row, "voucher_no") }
    guard let movement = movement(row, day: "paid_on") else { return }
    if row.isWithdrawn {
      payments[number] = nil
    } else {
      payments[number] = movement
    }
  }

  /// nil for money that goes to a county, a project or a payee.
  private func movement(_ row: RefRow, day column: String) -> RefMovement? {
    guard let household = row.code("household_no") else { return nil }
    guard let number = row.code("batch_no"), let batch = batches[number],
      let day = day(column, of: row), let fen = row.fen("amount"), households[household] != nil
    else {
      problem(row, "movement")
      return nil
    }
    var chosen = batch
    if let source = coded("source", of: row, from: RefValues.sources) {
      chosen = batch.filter { $0.source == source }
    }
    guard let issued = chosen.first, chosen.count == 1 else {
      problem(row, "source")
      return nil
    }
    return RefMovement(
      household: household, fund: issued.fund, source: issued.source, day: day, fen: fen)
  }
}
