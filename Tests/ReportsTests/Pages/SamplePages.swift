import Reports

extension SampleReports {
  static let imprint = Imprint(
    register: "00112233445566778899aabbccddeeff", known: known,
    moment: "2011-07-02T08:00:00.000Z", officer: "吴明")

  /// The province's June with everything a page can have.
  static func page() -> MonthlyPage {
    var report = closedProvince()
    report.lastMonth = provinceTotal()
    report.lastMonth?[.householdsFulfilled] -= 5_000
    var page = MonthlyPage(report, imprint: imprint)
    page.counties = report.rows
    page.classes = [MonthlyRow(code: "poor", name: "扶贫户", figures: fenghuang().figures)]
    page.curve = (1...12).map { month in
      MonthlyPage.Point(
        supported: month <= 6 ? Int64(month) * 100_000 + 13_432 : nil, pace: Int64(month) * 50_000)
    }
    page.rungs = [
      ("batch", 900), ("county", 700), ("project", 500), ("household", 400), ("paid", 300),
    ]
    .map { rung, fen in
      MonthlyPage.RungMoney(
        rung: rung, fund: "convergence", isFiscal: true, inFen: fen * 1_000_000,
        outFen: fen * 500_000, heldFen: fen * 500_000, over90Fen: fen * 1_000, over365Fen: 0)
    }
    page.cases = [
      MonthlyPage.Cases(kind: "no_id", title: Phrase("without an ID", "无身份证号"), count: 12),
      MonthlyPage.Cases(kind: "conflict", title: Phrase("conflicts", "两户争列"), count: 0),
    ]
    page.sent = [
      MonthlyPage.Sent(
        county: ReportedPlace(code: "433123", name: "凤凰县"), sheets: ["roster"],
        lateSheets: ["roster"],
        rejectedRows: 3),
      MonthlyPage.Sent(
        county: ReportedPlace(code: "431229", name: "靖州苗族侗族自治县"), sheets: [], lateSheets: [],
        rejectedRows: 0),
    ]
    return page
  }

  /// A household whose every field tries to be markup.
  static func hostileHousehold(_ hostile: String) -> HouseholdCard {
    let place = ReportedPlace(code: hostile, name: hostile)
    var card = HouseholdCard(
      householdNo: hostile, asOf: "2011-06-30", known: known, village: place)
    (card.township, card.county, card.endedOn) = (place, place, hostile)
    card.standing = HouseholdCard.ClassPeriod(code: .poor, since: hostile, ground: hostile)
    (card.cause, card.phone, card.account) = (hostile, hostile, hostile)
    card.enrolments = [
      HouseholdCard.Enrolment(
        year: 2011, enrolledOn: hostile, fulfilledOn: hostile, personsSupported: 1, isLapsed: true)
    ]
    var member = HouseholdCard.Member(name: hostile)
    (member.birthDate, member.residentID) = (hostile, hostile)
    (member.joinedOn, member.leftOn) = (hostile, hostile)
    card.members = [member]
    var plan = HouseholdCard.Plan(measures: hostile, year: 2011)
    (plan.startsOn, plan.endsOn, plan.exitOn) = (hostile, hostile, hostile)
    card.plan = plan
    card.pointsYear = 2011
    card.points = [
      PointState(.plan, since: hostile, by: hostile),
      PointState(.project, missing: .notApproved(project: hostile)),
      PointState(.contact, missing: .ended(on: hostile, what: hostile)),
    ]
    card.money = [
      HouseholdCard.MoneyLine(
        projectNo: hostile, projectName: hostile, fund: hostile, source: .central, allocatedFen: 1,
        paidFen: 1)
    ]
    card.projects = [
      HouseholdCard.Project(
        projectNo: hostile, name: hostile, kind: .other, state: .approved, since: hostile,
        until: hostile)
    ]
    var note = HouseholdCard.ProgressEntry(loggedOn: hostile, kind: .visit, by: hostile)
    (note.projectNo, note.quantity, note.unit, note.note) = (hostile, hostile, hostile, hostile)
    card.progress = [note]
    return card
  }
}
