import Domain
import Register
import Reports

// From the files of an official, a project and a batch to their cards: names, masks and days as people read
// them.

/// What may be seen of free text and of numbers.
private struct Sight {
  let reveals: Bool

  func text(_ text: String?) -> String? { reveals ? text : PersonalNumbers.masked(text) }
  func number(_ text: String) -> String {
    reveals ? text : PersonalNumbers.masked(text, in: .numbers)
  }
}

extension StaffCard {
  init(
    _ file: StaffFile, on day: CalendarDate, _ known: KnownEntry, reveals: Bool, _ console: Console
  ) {
    let sight = Sight(reveals: reveals)
    self.init(
      staffNo: sight.number(file.staffNo), asOf: day.description,
      month: day.yearMonth.description, known: known)
    name = sight.text(file.name)
    employer = sight.text(file.employer)
    position = sight.text(file.position)
    phone = file.phone.map { reveals ? $0 : Masking.phone($0) }
    county = file.county.map { console.reported($0, file.places[$0]) }
    leftOn = file.leftOn.flatMap(written)
    households = file.households.map {
      Held(
        household: GapRow($0.household, file.places, console), roles: $0.roles,
        isVisited: $0.isVisited, lastVisitOn: $0.lastVisitOn.flatMap(written))
    }
    visits = file.visits.map { VisitRow($0, file.places, console) }
  }
}

extension ProjectCard {
  init(
    _ file: ProjectFile, on day: CalendarDate, _ known: KnownEntry, reveals: Bool,
    _ console: Console
  ) {
    let sight = Sight(reveals: reveals)
    func place(_ code: RegionCode) -> ReportedPlace { console.reported(code, file.places[code]) }
    self.init(
      projectNo: sight.number(file.projectNo), asOf: day.description, known: known,
      name: sight.text(file.name) ?? "", kind: file.kind)
    county = place(file.county)
    village = file.village.map(place)
    fund = sight.text(file.fund)
    budgetFen = file.budgetFen
    quantity = file.quantity?.description
    unit = sight.text(file.unit)
    instalments = file.instalments
    steps = file.steps.map {
      Step(
        step: $0.step, on: written($0.on) ?? "", meeting: sight.text($0.meeting),
        verdict: $0.verdict, grade: $0.grade, reason: sight.text($0.reason))
    }
    links = file.links.map {
      Link(
        household: GapRow($0.household, file.places, console), since: written($0.period.since),
        until: written($0.period.until), quantity: $0.quantity?.description,
        unit: sight.text($0.unit),
        allocatedFen: $0.allocatedFen, paidFen: $0.paidFen)
    }
    money = file.money.map {
      Money(
        batchNo: sight.number($0.batchNo), source: $0.source,
        fund: sight.text($0.fund),
        receivedFen: $0.receivedFen, allocatedFen: $0.allocatedFen, paidFen: $0.paidFen,
        paidToPayeesFen: $0.paidToPayeesFen, heldFen: $0.heldFen)
    }
    postings = file.postings.map {
      Posting(
        village: place($0.village), postedOn: written($0.postedOn) ?? "",
        takenDownOn: $0.takenDownOn.flatMap(written), objection: sight.text($0.objection),
        answer: sight.text($0.answer))
    }
    progress = file.progress.map { HouseholdCard.progress($0, reveals: reveals) }
  }
}

extension BatchCard {
  init(
    _ file: BatchFile, on day: CalendarDate, _ known: KnownEntry, reveals: Bool, _ console: Console
  ) {
    let sight = Sight(reveals: reveals)
    self.init(
      batchNo: sight.number(file.batchNo), asOf: day.description, known: known,
      issues: file.issues.map {
        Issue(
          source: $0.source, documentNo: sight.number($0.documentNo),
          issuedOn: written($0.issuedOn) ?? "", fund: sight.text($0.fund) ?? "",
          amountFen: $0.amountFen,
          allocatedFen: $0.allocatedFen, announcedOn: $0.announcedOn.flatMap(written))
      },
      shares: file.shares.map {
        Share(
          county: console.reported($0.county, file.places[$0.county]), source: $0.source,
          receivedFen: $0.receivedFen, toProjectsFen: $0.toProjectsFen,
          toHouseholdsFen: $0.toHouseholdsFen, paidFen: $0.paidFen)
      })
  }
}
