extension CountyWriter {
  /// Money first, because the budget follows it; the order of files is not the order of days.
  mutating func writeProject(_ drawn: Project, in village: Village) throws(OutputFault) {
    var project = drawn
    let neededFen = try writeMoney(of: project, in: village)
    project.budgetYuan = (neededFen + 9999) / 10_000 * 100
    try writeSteps(of: project, in: village)
    for link in project.links {
      let file = folder[.projectHouseholds]
      file.key(projectPrefix, project.serial, places: 5)
      file.number(village.households[link.household].number)
      file.day(link.since)
      file.day(link.until)
      if let quantity = link.quantity {
        file.number(quantity)
        file.term(project.kind.unit)
      } else {
        file.blank(2)
      }
      try file.endRow()
    }
    try writeDisclosure(of: project, in: village)
    try writeProgress(of: project, in: village)
  }

  private mutating func writeSteps(of project: Project, in village: Village) throws(OutputFault) {
    let file = folder[.projects]
    file.key(projectPrefix, project.serial, places: 5)
    file.text(name(of: project, in: village, language: file.language))
    file.term(project.kind.term)
    file.number(county.code)
    file.number(village.code)
    file.term(project.fund?.term)
    file.money(fen: project.budgetYuan * 100)
    let quantity = project.quantity(&random)
    if project.isShared {
      file.text("\(quantity / 100).\(quantity % 100 / 10)\(quantity % 10)")
    } else {
      file.number(quantity)
    }
    file.term(project.kind.unit)
    file.day(project.proposedOn)
    writeReview(of: project, into: file)
    for day in [project.startedOn, project.acceptedOn] { file.day(day) }
    file.term(project.grade)
    for day in [project.closedOn, project.rejectedOn, project.cancelledOn] { file.day(day) }
    switch project.course {
    case .rejected: file.term(Term("no market for the produce", "产品无销路"))
    case .cancelled: file.term(Term("land could not be leased", "土地流转未落实"))
    case .normal, .onlyProposed, .onlyReviewed: file.blank()
    }
    try file.endRow()
  }

  private func writeReview(of project: Project, into file: SheetFile) {
    file.day(project.reviewedOn)
    if let reviewed = project.reviewedOn,
      let ordinal = Project.meetings.firstIndex(where: { $0 >= reviewed })
    {
      file.text(
        file.language == .chinese
          ? "第\(ordinal + 1)次项目评审会" : "County project review no. \(ordinal + 1)")
      file.term(
        project.course == .rejected ? Term("reject", "不通过") : Term("approve", "通过"))
    } else {
      file.blank(2)
    }
    file.day(project.approvedOn)
  }

  private func name(of project: Project, in village: Village, language: Language) -> String {
    let trade = project.trade
    return language == .chinese
      ? "\(village.name)\(trade.chinese)项目" : "\(village.name) \(trade.english) project"
  }

  /// Two in five projects were posted before they went to review; every objection of an approved
  /// project was answered before its approval.
  private mutating func writeDisclosure(
    of project: Project, in village: Village
  ) throws(OutputFault) {
    let isObjected = project.course == .onlyReviewed
    guard isObjected || random.happens(400) else { return }
    let posted = project.proposedOn + random.draw(1...3)
    let file = folder[.disclosures]
    file.key(projectPrefix, project.serial, places: 5)
    file.number(village.code)
    file.day(posted)
    file.day(posted + 7)
    if isObjected {
      file.term(Term("a household was left out", "有户漏报"))
      file.day(posted + 4)
      file.blank(2)
    } else if random.happens(50) {
      file.term(Term("shares are unequal", "分配不均"))
      file.day(posted + 3)
      file.term(Term("shares follow the number of persons", "按人口分配"))
      file.day(posted + 6)
    } else {
      file.blank(4)
    }
    try file.endRow()
  }

  /// What is seen of the whole project, with the part of it that is done.
  private mutating func writeProgress(
    of project: Project, in village: Village
  ) throws(OutputFault) {
    guard project.course == .normal, let started = project.startedOn else { return }
    let days = [started + 25, started + 60].prefix(random.below(3)).filter { $0 <= .yearEnd }
    for (index, day) in days.enumerated() {
      let file = folder[.progress]
      file.blank()
      file.key(projectPrefix, project.serial, places: 5)
      file.day(day)
      file.key(staffPrefix, random.pick(village.team), places: 4)
      file.term(project.isShared ? Term("construction", "施工") : Term("visit", "走访"))
      file.blank(2)
      file.number(index == 0 ? 40 : 80)
      file.term(Term("looked at on the spot", "现场查看"))
      try file.endRow()
    }
  }
}
