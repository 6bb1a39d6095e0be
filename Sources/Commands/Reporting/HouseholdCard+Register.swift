import Domain
import Register
import Reports

// From a household's file to its card: names, masks and days as people read them.

extension HouseholdCard {
  init(_ file: HouseholdFile, reveals: Bool, _ console: Console) {
    func place(_ level: RegionLevel) -> ReportedPlace? {
      file.places.place(file.village, at: level).map { console.reported($0, file.places[$0]) }
    }
    /// Free text, and a number that names something, as everybody may see them.
    func text(_ text: String?) -> String? { reveals ? text : PersonalNumbers.masked(text) }
    func number(_ text: String) -> String {
      reveals ? text : PersonalNumbers.masked(text, in: .numbers)
    }
    self.init(
      householdNo: number(file.householdNo), asOf: CalendarDate(dayNumber: file.day).description,
      known: KnownEntry(file.known, file.hash),
      village: console.reported(file.village, file.places[file.village]))
    township = place(.township)
    county = place(.county)
    endedOn = file.endedOn.flatMap { $0 <= file.day ? written($0) : nil }
    endGround = endedOn.flatMap { _ in PersonalNumbers.masked(file.endGround) }
    standing = file.standing.map {
      ClassPeriod(code: $0.code, since: written($0.since), ground: text($0.ground))
    }
    cause = text(file.cause)
    let head =
      file.members.first { $0.isHead && $0.period.contains(file.day) }
      ?? file.members.first { $0.isHead }
    phone = head?.phone.map { reveals ? $0 : Masking.phone($0) }
    account = head?.account.map { reveals ? $0 : Masking.account($0) }
    enrolments = file.years.map { Self.enrolment($0.year, $0.standing, on: file.day) }
    members = file.members.map { Self.member($0, on: file.day, reveals: reveals) }
    if let (year, standing) = file.years.first(where: {
      $0.year == CalendarDate(dayNumber: file.day).year && $0.standing.facts.enrolledOn <= file.day
    }) {
      pointsYear = year
      points = Point.allCases.map { PointHistory(file, standing, reveals: reveals).state(of: $0) }
    }
    plan = file.plan.map { Self.plan($0, file, measures: text($0.measures) ?? "") }
    incomeGoal = file.incomeGoal.map {
      IncomeGoal(
        year: $0.year, goalFen: $0.goalFen, growthFen: $0.growthFen, isReached: $0.isReached)
    }
    money = file.money.map {
      MoneyLine(
        projectNo: number($0.projectNo), projectName: text($0.projectName) ?? "",
        fund: text($0.fund), source: $0.source,
        allocatedFen: $0.allocatedFen, paidFen: $0.paidFen)
    }
    projects = file.links.filter { $0.period.since <= file.day }
      .map { Self.project($0, on: file.day, reveals: reveals) }
    incomes = file.incomes.filter { $0.year <= CalendarDate(dayNumber: file.day).year }
      .map(Self.income)
    progress = file.progress.filter { $0.loggedOn <= file.day }
      .map { Self.progress($0, reveals: reveals) }
  }

  private static func enrolment(
    _ year: Int, _ standing: HouseholdStanding, on day: DayNumber
  ) -> Enrolment {
    let fulfilledOn = standing.standing.fulfilledOn.flatMap { $0 <= day ? $0 : nil }
    // A later day is judged as the year's last, which is when the year was judged.
    let asked = min(day, CalendarDate(year: year, month: 12, day: 31)?.dayNumber ?? day)
    return Enrolment(
      year: year, enrolledOn: written(standing.facts.enrolledOn) ?? "",
      fulfilledOn: fulfilledOn.flatMap(written),
      personsSupported: fulfilledOn == nil ? 0 : Int64(standing.supported),
      isLapsed: standing.standing.isLapsed(standing.facts, on: asked))
  }

  private static func plan(
    _ known: HouseholdFile.Plan, _ file: HouseholdFile, measures: String
  ) -> Plan {
    let year = CalendarDate(dayNumber: file.day).year
    var plan = Plan(measures: measures, year: year)
    plan.startsOn = written(known.period.since)
    plan.endsOn = written(known.period.until)
    plan.exitOn = known.exitOn.flatMap(written)
    plan.goalFen = known.goalFen
    plan.incomeFen = file.incomes.first { $0.year == year }?.totalFen
    return plan
  }

  private static func member(
    _ person: HouseholdFile.Member, on day: DayNumber, reveals: Bool
  ) -> Member {
    let name = person.name ?? "-"
    var member = Member(name: reveals ? name : PersonalNumbers.masked(name))
    member.relation = person.relation
    member.sex = person.sex
    member.birthDate = person.birthDate
    member.age = person.birthDate.flatMap { age(born: $0, on: day) }
    member.residentID = person.residentID.map { reveals ? $0.canonical : $0.masked }
    member.joinedOn = written(person.period.since)
    member.leftOn = written(person.period.until)
    return member
  }

  /// Whole years, where the day of birth is known; nil for a birth to come.
  private static func age(born text: String, on day: DayNumber) -> Int? {
    guard let born = CalendarDate(text), born.dayNumber <= day else { return nil }
    let (birth, now) = (born.parts, CalendarDate(dayNumber: day).parts)
    return now.year - birth.year
      - ((now.month, now.day) < (birth.month, birth.day) ? 1 : 0)
  }

  private static func project(
    _ link: HouseholdFile.Link, on day: DayNumber, reveals: Bool
  ) -> Project {
    let taken = link.steps.filter { $0.value <= day }
      .max { ($0.value, $0.key.rawValue) < ($1.value, $1.key.rawValue) }
    return Project(
      projectNo: reveals ? link.projectNo : PersonalNumbers.masked(link.projectNo, in: .numbers),
      name: reveals ? link.name : PersonalNumbers.masked(link.name), kind: link.kind ?? .other,
      state: taken?.key ?? .proposed, since: written(link.period.since) ?? "",
      until: written(link.period.until))
  }

  private static func income(_ year: HouseholdFile.Income) -> Income {
    var income = Income(year: year.year)
    income.wageFen = year.wageFen
    income.businessFen = year.businessFen
    income.transferFen = year.transferFen
    income.propertyFen = year.propertyFen
    income.costFen = year.costFen
    income.totalFen = year.totalFen
    return income
  }

  static func progress(_ note: HouseholdFile.Progress, reveals: Bool) -> ProgressEntry {
    let by = note.staffName ?? note.staffNo
    var entry = ProgressEntry(
      loggedOn: written(note.loggedOn) ?? "", kind: note.kind,
      by: reveals ? by : PersonalNumbers.masked(by))
    entry.projectNo =
      reveals ? note.projectNo : PersonalNumbers.masked(note.projectNo, in: .numbers)
    entry.householdNo =
      reveals ? note.householdNo : PersonalNumbers.masked(note.householdNo, in: .numbers)
    entry.quantity = note.quantity?.description
    entry.unit = reveals ? note.unit : PersonalNumbers.masked(note.unit)
    entry.percent = note.percent
    entry.note = note.note.map { reveals ? $0 : PersonalNumbers.masked($0) }
    return entry
  }
}
