/// Gives a village its projects and every enrolled household a part in one of them.
struct ProjectMaker {
  /// Whether works for a whole village may draw on contiguous development (连片开发).
  let hasContiguousFund: Bool
  private var lastSerial = 0

  init(hasContiguousFund: Bool) { self.hasContiguousFund = hasContiguousFund }

  /// Chunks of about nine households; the last projects of the list are works for all.
  mutating func projects(for village: inout Village, _ random: inout SplitMix64) -> [Project] {
    let enrolled = village.households.indices.filter { village.households[$0].enrolledOn != nil }
    var projects: [Project] = []
    var rest = enrolled[...]
    while !rest.isEmpty {
      let chunk = rest.prefix(random.draw(6...12))
      rest = rest.dropFirst(chunk.count)
      let project = householdProject(for: chunk, in: &village, &random)
      let failed = project.course == .normal ? [] : chunk.filter { _ in random.happens(450) }
      projects.append(project)
      if !failed.isEmpty {
        projects.append(
          householdProject(for: failed[...], in: &village, isSecond: true, &random))
      }
    }
    if random.happens(300) { projects.append(sharedWorks(for: enrolled, in: village, &random)) }
    return projects
  }

  private mutating func householdProject(
    for chunk: ArraySlice<Int>, in village: inout Village, isSecond: Bool = false,
    _ random: inout SplitMix64
  ) -> Project {
    let kinds: [ProjectKind] = [
      .planting, .breeding, .processing, .training, .housing, .relocation,
    ]
    let kind = kinds[random.weighted([400, 340, 60, 90, 80, 30])]
    let courses: [Project.Course] = [
      .normal, .onlyProposed, .onlyReviewed, .rejected, .cancelled,
    ]
    let course = isSecond ? .normal : courses[random.weighted([905, 15, 18, 27, 35])]
    let proposed = proposal(isSecond ? 1 : random.weighted([500, 340, 160]), &random)
    lastSerial += 1
    var project = Project(
      serial: lastSerial, county: village.code / 1_000_000, kind: kind,
      fund: random.happens(850) ? .convergence : nil,
      proposedOn: proposed, course: course, &random)
    for index in chunk {
      village.households[index].mainKind = kind
      project.links.append(link(index, to: project, in: village, &random))
    }
    return project
  }

  /// Three waves: before the first money, between the two batches, and after the second.
  private func proposal(_ wave: Int, _ random: inout SplitMix64) -> Day {
    switch wave {
    case 0: Day(2011, 1, 5) + random.draw(0...110)
    case 1: Day(2011, 5, 5) + random.draw(0...85)
    default: Day(2011, 8, 1) + random.draw(0...55)
    }
  }

  /// Links run from the proposal, or a little later; some end before the year does.
  private func link(
    _ index: Int, to project: Project, in village: Village, _ random: inout SplitMix64
  ) -> ProjectLink {
    let since = project.proposedOn + (random.happens(800) ? 0 : random.draw(5...60))
    var link = ProjectLink(
      household: index, since: since, quantity: project.kind.perHousehold.map { random.draw($0) })
    if random.happens(12) { link.until = max(since + 30, Day(2011, 10, 1) + random.draw(0...80)) }
    return link
  }

  private mutating func sharedWorks(
    for enrolled: [Int], in village: Village, _ random: inout SplitMix64
  ) -> Project {
    lastSerial += 1
    var project = Project(
      serial: lastSerial, county: village.code / 1_000_000,
      kind: random.happens(600) ? .road : .water,
      fund: hasContiguousFund && random.happens(500) ? .contiguous : .convergence,
      proposedOn: Day(2011, 2, 1) + random.draw(0...120), course: .normal, &random)
    for index in enrolled where random.happens(150) {
      project.links.append(
        ProjectLink(household: index, since: project.proposedOn, quantity: nil))
    }
    return project
  }
}
