import Domain
import Reports

/// Small reports with round figures, made anew for each test.
enum SampleReports {
  static let known = KnownEntry(
    entry: 1234, hash: "3f2a9c01b2d4" + String(repeating: "0", count: 52))

  static func fenghuang() -> MonthlyRow {
    var row = MonthlyRow(code: "433123", name: "凤凰县")
    row[.householdsEnrolled] = 12_345
    row[.personsEnrolled] = 45_678
    (row[.plan], row[.project], row[.fund]) = (12_345, 12_000, 11_000)
    (row[.support], row[.implementation], row[.contact]) = (12_345, 9_876, 12_344)
    (row[.householdsFulfilled], row[.personsSupported]) = (9_000, 33_333)
    row[.personsSupportedInMonth] = 4_000
    (row.targetPersons, row.pacePersons) = (30_000, 15_000)
    (row[.householdsLapsed], row[.householdsPaid]) = (12, 8_000)
    (row[.householdsAccepted], row[.householdsIncomeGoal]) = (7_000, 0)
    (row[.allocatedFen], row[.paidFen]) = (1_234_567_800, 1_000_000_005)
    return row
  }

  static func jingzhou() -> MonthlyRow {
    var row = MonthlyRow(code: "431229", name: "靖州苗族侗族自治县")
    row[.householdsEnrolled] = 100
    row[.personsEnrolled] = 400
    row[.plan] = 99
    return row
  }

  static func provinceTotal() -> MonthlyRow {
    var total = MonthlyRow(code: "total", name: "合计")
    total[.householdsEnrolled] = 170_312
    total[.personsEnrolled] = 650_000
    (total[.plan], total[.project], total[.fund]) = (170_312, 165_000, 160_000)
    (total[.support], total[.implementation], total[.contact]) = (170_000, 150_000, 169_999)
    (total[.householdsFulfilled], total[.personsSupported]) = (150_000, 613_432)
    total[.personsSupportedInMonth] = 100_000
    (total.targetPersons, total.pacePersons) = (600_000, 300_000)
    (total[.householdsLapsed], total[.householdsPaid]) = (1_200, 140_000)
    (total[.householdsAccepted], total[.householdsIncomeGoal]) = (120_000, 0)
    (total[.allocatedFen], total[.paidFen]) = (25_000_000_000, 20_000_000_050)
    return total
  }

  static func province() -> MonthlyReport {
    MonthlyReport(
      year: 2011, month: "2011-06", asOf: "2011-06-30", known: known,
      office: ReportedPlace(code: "430000", name: "湖南省"),
      rows: [jingzhou(), fenghuang()], total: provinceTotal())
  }

  /// The province's June, closed at entry 1200 and touched since.
  static func closedProvince() -> MonthlyReport {
    var report = province()
    report.lastMonth = fenghuang()
    var before = fenghuang()
    before[.personsSupported] -= 3
    before[.paidFen] -= 5
    var differences = MonthlyDifference.between(reported: [before], now: [fenghuang()])
    let behind = [
      EntryBehind(entry: 1201, officer: "Wang Fang"), EntryBehind(entry: 1234, officer: "吴明"),
    ]
    differences[0].households = [
      HouseholdShare(householdNo: "4331231002010007", share: 3, entries: behind)
    ]
    differences[0].entries = behind
    report.closed = ClosedMonth(
      known: KnownEntry(entry: 1200, hash: String(repeating: "ab", count: 32)),
      rows: [jingzhou(), before], total: report.total, differences: differences)
    return report
  }

  static func household() -> HouseholdCard {
    var card = HouseholdCard(
      householdNo: "4331231002010007", asOf: "2011-06-30", known: known,
      village: ReportedPlace(code: "433123100201", name: "菖蒲塘村"))
    card.township = ReportedPlace(code: "433123100", name: "廖家桥镇")
    card.county = ReportedPlace(code: "433123", name: "凤凰县")
    card.standing = HouseholdCard.ClassPeriod(
      code: .poorDibao, since: "2011-01-10", ground: "民主评议")
    card.phone = "138****5678"
    card.enrolments = [
      HouseholdCard.Enrolment(
        year: 2011, enrolledOn: "2011-03-01", fulfilledOn: "2011-05-02", personsSupported: 2,
        isLapsed: true)
    ]
    card.members = members()
    card.pointsYear = 2011
    card.points = [
      PointState(.plan, since: "2011-03-01"),
      PointState(.project, since: "2011-04-01", by: "P-001 猕猴桃种植"),
      PointState(.fund, since: "2011-05-02"),
      PointState(.support, since: "2011-03-05", by: "吴明 S001", phone: "139****0001"),
      PointState(.implementation, missing: .absent),
      PointState(.contact, missing: .ended(on: "2011-06-01", what: "龙玉 S002")),
    ]
    addMoney(to: &card)
    addProgress(to: &card)
    return card
  }

  private static func members() -> [HouseholdCard.Member] {
    var head = HouseholdCard.Member(name: "石长生")
    (head.relation, head.sex, head.age, head.birthDate) = (Relation(.head), .male, 48, "1963-02-11")
    head.residentID = "433123********0015"
    var daughter = HouseholdCard.Member(name: "石欧阳小花")
    (daughter.relation, daughter.sex, daughter.age) = (
      Relation(number: 30, in: .nationalStandard4761), .female, 9
    )
    (daughter.birthDate, daughter.joinedOn) = ("2002", "2011-02-01")
    var brother = HouseholdCard.Member(name: "Shi Wu")
    (brother.relation, brother.leftOn) = (Relation(.sibling), "2011-06-30")
    return [head, daughter, brother]
  }

  private static func addMoney(to card: inout HouseholdCard) {
    card.money = [
      HouseholdCard.MoneyLine(
        projectNo: "P-001", projectName: "猕猴桃种植", fund: "convergence", source: .central,
        allocatedFen: 150_000, paidFen: 100_050),
      HouseholdCard.MoneyLine(
        projectNo: "P-001", projectName: "猕猴桃种植", fund: nil, source: .loan, allocatedFen: 500_000,
        paidFen: 0),
    ]
    card.projects = [
      HouseholdCard.Project(
        projectNo: "P-001", name: "猕猴桃种植", kind: .planting, state: .approved,
        since: "2011-04-01", until: nil)
    ]
    var income = HouseholdCard.Income(year: 2010)
    (income.wageFen, income.totalFen) = (300_000, 420_000)
    card.incomes = [income]
  }

  private static func addProgress(to card: inout HouseholdCard) {
    var delivery = HouseholdCard.ProgressEntry(
      loggedOn: "2011-05-20", kind: .delivery, by: "吴明 S001")
    (delivery.quantity, delivery.unit, delivery.percent) =
      ("12", "head", Percent(hundredths: 5000))
    delivery.note = "piglets"
    card.progress = [delivery]
  }

  static func gaps() -> ListingTable<GapRow> {
    ListingTable(
      report: "gaps", title: Phrase("Households with gaps", "六到未到位户"), asOf: "2011-06-30",
      known: known, columns: GapRow.columns,
      rows: [
        GapRow(
          householdNo: "4331231002010007", headName: "石长生", villageCode: "433123100201",
          villageName: "菖蒲塘村", townshipName: "廖家桥镇", standing: .poorDibao, persons: 4,
          fulfilledOn: "2011-05-02", missing: [.implementation, .contact]),
        GapRow(
          householdNo: "=1+1", headName: nil, villageCode: "433123100202", villageName: "新村",
          townshipName: nil, standing: nil, persons: 0, fulfilledOn: nil, missing: [.fund]),
      ])
  }
}
