import Domain

/// The steps of a project as they would stand after a row: what the row gives, else what stands.
///
/// Pure: the same judgement serves a sheet's row and whatever else gives a project a step.
struct ProjectLife: Sendable {
  let project: String
  /// By step: its day number; nil where it was not taken.
  var days: [ProjectStep: Int32] = [:]
  /// By step that stands and of which the row says nothing: its entry. Reviews are not among them.
  var standing: [ProjectStep: Int64] = [:]
  var hasMeeting = false
  /// Of the review; the English key.
  var verdict: String?
  var hasGrade = false
  /// Of the rejection or cancellation.
  var hasReason = false

  init(of project: String) { self.project = project }

  struct Breach: Equatable {
    let column: String
    let kind: FaultKind
  }

  /// The last review decides.
  mutating func take(_ reviews: ProjectReviews?) {
    days[.reviewed] = reviews?.last?.day
    hasMeeting = reviews?.last?.hasMeeting ?? reviews?.strayMeeting ?? false
    verdict = reviews?.last.map(\.verdict) ?? reviews?.strayVerdict
  }

  /// Everything that is wrong, step by step; empty where the life may stand.
  var breaches: [Breach] {
    var breaches: [Breach] = []
    for step in [ProjectStep.reviewed, .approved, .started, .accepted, .closed] {
      breaches += succession(of: step)
    }
    breaches += approval
    breaches += ending(
      .rejected, excludedBy: [.approved, .started, .accepted, .closed, .cancelled])
    breaches += ending(.cancelled, excludedBy: [.closed])
    return breaches + strayDetails
  }

  /// The step before stands, on the same day or an earlier one.
  private func succession(of step: ProjectStep) -> [Breach] {
    guard let day = days[step], let before = step.predecessor else { return [] }
    guard let earlier = days[before] else {
      return [Breach(column: step.column, kind: .stepSkipped(missing: before.column))]
    }
    guard day < earlier else { return [] }
    return [tooLate(step, before) ?? step.before(before, on: earlier)]
  }

  /// Approval rests on a review record (meeting and verdict beside the day) that passed the project.
  private var approval: [Breach] {
    guard let approved = days[.approved], let reviewed = days[.reviewed] else { return [] }
    var breaches: [Breach] = []
    if !hasMeeting { breaches.append(Breach(column: "meeting", kind: .needsOneOf(["meeting"]))) }
    guard let verdict else {
      return breaches + [Breach(column: "verdict", kind: .needsOneOf(["verdict"]))]
    }
    // A review after an approval that stands is told as one that comes too late, whatever it says.
    if verdict != Verdict.pass.name, reviewed <= approved || standing[.approved] == nil {
      breaches.append(Breach(column: "approved_on", kind: .notPassed(verdict: verdict)))
    }
    return breaches
  }

  /// A rejection or cancellation comes after every other step, not beside some, and has a reason.
  private func ending(_ step: ProjectStep, excludedBy others: [ProjectStep]) -> [Breach] {
    guard let day = days[step] else { return [] }
    guard days[.proposed] != nil else {
      return [Breach(column: step.column, kind: .stepSkipped(missing: "proposed_on"))]
    }
    // Of the steps that stand, the last says how far the project is.
    let last = others.last(where: { standing[$0] != nil && days[$0] != nil })
    let excluded = others.filter {
      days[$0] != nil && (standing[$0] == nil || standing[step] != nil || $0 == last)
    }
    var breaches = excluded.map { other in
      keptOut(step, other, isOrder: false)
        ?? Breach(column: step.column, kind: .excludes(column: other.column))
    }
    if breaches.isEmpty {
      let later = ProjectStep.allCases.filter { $0 != step && (days[$0] ?? day) > day }
      breaches = later.suffix(1).compactMap { other in
        days[other].map { tooLate(step, other) ?? step.before(other, on: $0) }
      }
    }
    if !hasReason { breaches.append(Breach(column: "reason", kind: .needsOneOf(["reason"]))) }
    return breaches
  }

  /// That the one of two steps which stands keeps out the other, which the row gives; nil where both stand, or
  /// the row gives both.
  private func keptOut(_ step: ProjectStep, _ other: ProjectStep, isOrder: Bool) -> Breach? {
    let (known, told) = standing[step] == nil ? (other, step) : (step, other)
    guard let entry = standing[known], let day = days[known], standing[told] == nil else {
      return nil
    }
    return Breach(
      column: told.column,
      kind: .stepStands(
        StandingStep(project: project, step: known, on: day, entry: entry, isOrder: isOrder)))
  }

  /// That a step which stands keeps out one that the row gives and that has to come before it.
  private func tooLate(_ step: ProjectStep, _ other: ProjectStep) -> Breach? {
    standing[step] == nil ? nil : keptOut(step, other, isOrder: true)
  }

  /// What is said of a step that was not taken.
  private var strayDetails: [Breach] {
    var breaches: [Breach] = []
    if days[.reviewed] == nil {
      if hasMeeting {
        breaches.append(Breach(column: "meeting", kind: .needsOneOf(["reviewed_on"])))
      }
      if verdict != nil {
        breaches.append(Breach(column: "verdict", kind: .needsOneOf(["reviewed_on"])))
      }
    }
    if days[.accepted] == nil, hasGrade {
      breaches.append(Breach(column: "grade", kind: .needsOneOf(["accepted_on"])))
    }
    if days[.rejected] == nil, days[.cancelled] == nil, hasReason {
      breaches.append(
        Breach(column: "reason", kind: .needsOneOf(["rejected_on", "cancelled_on"])))
    }
    return breaches
  }
}

extension ProjectStep {
  /// The sheet's column of the step's day.
  var column: String { "\(name)_on" }

  fileprivate func before(_ other: ProjectStep, on day: Int32) -> ProjectLife.Breach {
    ProjectLife.Breach(
      column: column,
      kind: .notBefore(
        column: other.column, value: CalendarDate(dayNumber: day).description))
  }
}
