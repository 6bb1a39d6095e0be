import Domain
import Register
import Reports

/// Since when a household's points are in force, by whom or what, and why not where they are not.
struct PointHistory {
  private let file: HouseholdFile
  private let standing: HouseholdStanding
  private let reveals: Bool
  private var day: DayNumber { file.day }

  /// - Parameter reveals: whether phones, and personal numbers in names and numbers, are shown whole.
  init(_ file: HouseholdFile, _ standing: HouseholdStanding, reveals: Bool) {
    self.file = file
    self.standing = standing
    self.reveals = reveals
  }

  private func shown(number: String) -> String {
    reveals ? number : PersonalNumbers.masked(number, in: .numbers)
  }

  private func shown(name: String) -> String { reveals ? name : PersonalNumbers.masked(name) }

  private func shown(_ link: HouseholdFile.Link) -> String {
    "\(shown(number: link.projectNo)) \(shown(name: link.name))"
  }

  /// A period in which the point was in force, and what put it there.
  private struct Stretch {
    let period: DayPeriod
    let what: String?
    var phone: String?
  }

  func state(of point: Point) -> PointState {
    let stretches = stretches(of: point)
    guard let now = stretches.last(where: { $0.period.contains(day) }) else {
      return PointState(point, missing: gap(of: point, stretches))
    }
    var since = now.period.since
    while let before = stretches.first(where: {
      $0.period.since < since && $0.period.until >= since
    }) {
      since = before.period.since
    }
    return PointState(
      point, since: written(max(since, standing.facts.enrolledOn)) ?? "", by: now.what,
      phone: now.phone.map { reveals ? $0 : Masking.phone($0) })
  }

  private func stretches(of point: Point) -> [Stretch] {
    switch point {
    case .plan: file.plans.map { Stretch(period: $0, what: nil) }
    case .project: file.links.compactMap(stretch)
    case .fund:
      standing.standing.funds.map { Stretch(period: $0, what: fundingProjects) }
    case .support, .implementation, .contact:
      file.assignments.filter { $0.role == point.role }.map {
        Stretch(
          period: $0.period, what: $0.name.map(shown(name:)) ?? shown(number: $0.staffNo),
          phone: $0.phone)
      }
    }
  }

  /// A link's days on which its project was approved and not cancelled.
  private func stretch(_ link: HouseholdFile.Link) -> Stretch? {
    link.days.approved(during: link.period).map {
      Stretch(period: $0, what: shown(link))
    }
  }

  /// The projects through which the money came.
  private var fundingProjects: String? {
    let projects = file.money.filter { $0.allocatedFen > 0 && $0.counts }
      .map { shown(number: $0.projectNo) }
    return projects.isEmpty ? nil : projects.joined(separator: ", ")
  }

  private func gap(of point: Point, _ stretches: [Stretch]) -> PointGap {
    if point == .project, let gap = projectGap { return gap }
    if let next = stretches.filter({ $0.period.since > day })
      .min(by: { $0.period.since < $1.period.since })
    {
      return .beginsLater(on: written(next.period.since) ?? "", what: next.what)
    }
    if point == .fund {
      return standing.facts.allocations.contains { $0.day <= day } ? .returned : .absent
    }
    if let last = stretches.filter({ $0.period.until <= day })
      .max(by: { $0.period.until < $1.period.until })
    {
      return .ended(on: written(last.period.until) ?? "", what: last.what)
    }
    return .absent
  }

  /// What is wrong with a project that the household is linked to on the day.
  private var projectGap: PointGap? {
    for link in file.links where link.period.contains(day) {
      let name = shown(link)
      let days = link.days
      if days.cancelledOn <= day {
        return .cancelled(project: name, on: written(days.cancelledOn) ?? "")
      }
      if (days.approvedOn ?? DayPeriod.openEnd) > day { return .notApproved(project: name) }
    }
    return nil
  }
}
