import Domain
import Register
import SQLite
import Testing

@Suite("The month's figures")
struct MonthlyQuestionTests {
  private let small: QuestionsRegister
  private let june: YearMonth

  init() throws {
    small = try QuestionsRegister()
    june = try #require(YearMonth("2011-06"))
  }

  private func codes(_ answer: MonthlyAnswer) -> [String] {
    answer.rows.map { row in
      switch row.subject {
      case .place(let code, _): code.description
      case .householdClass(let value): value?.name ?? "none"
      case .area(let value): value?.name ?? "none"
      }
    }
  }

  @Test("rows stand in code order, each with its own quota, and add up to the total")
  func counties() throws {
    let answer = try small.register.monthlyAnswer(june)
    #expect(codes(answer) == ["430524", "433123"])
    #expect(answer.rows.map { $0.figures[.householdsEnrolled] } == [1, 3])
    #expect(answer.rows.map { $0.figures[.personsSupported] } == [0, 3])
    #expect(answer.total[.householdsEnrolled] == 4)
    #expect(answer.total[.householdsLapsed] == 1)
    #expect(answer.rows.map { $0.quota?.persons } == [101, 103])
  }

  @Test("pace is the quota's share rounded down, or the sheet's figure, the last one given")
  func pace() throws {
    let january = try small.register.monthlyAnswer(try #require(YearMonth("2011-01")))
    // 101 × 1 ÷ 12 and 103 × 1 ÷ 12; together 204 × 1 ÷ 12 rounded once.
    #expect(january.rows.map { $0.quota?.pace } == [8, 8])
    #expect(january.totalQuota == Quota(persons: 204, pace: 17))
    let march = try small.register.monthlyAnswer(try #require(YearMonth("2011-03")))
    #expect(march.rows.map { $0.quota?.pace } == [25, 5])
    // (101 × 3 + 5 × 12) ÷ 12, rounded once.
    #expect(march.totalQuota?.pace == 30)
  }

  @Test("the office's own quota goes before the sum of the counties'")
  func officeQuota() throws {
    try small.enter("target") { (number) throws(SQLiteFailure) in
      try small.run(
        """
        INSERT INTO target (programme, year, region_code, persons, entered)
        VALUES ('convergence', 2011, 430000, 1000, \(number))
        """)
    }
    let answer = try small.register.monthlyAnswer(june)
    #expect(answer.totalQuota == Quota(persons: 1000, pace: 500))
    let fenghuang = try QuestionsRegister.code(433123)
    let county = try small.register.monthlyAnswer(june, county: fenghuang, by: .village)
    #expect(codes(county) == ["433123104201", "433123104206"])
    #expect(county.rows.allSatisfy { $0.quota == nil })
    #expect(county.totalQuota?.persons == 103)
    #expect(county.total[.householdsEnrolled] == 3)
    let before = try small.register.monthlyAnswer(june, .entry(1))
    #expect(before.rows.isEmpty && before.totalQuota == nil)
  }

  @Test("prefectures and areas add up what their counties have, figures and quotas")
  func largerPlaces() throws {
    let prefectures = try small.register.monthlyAnswer(june, by: .prefecture)
    #expect(codes(prefectures) == ["430500", "433100"])
    #expect(prefectures.rows.map { $0.quota?.persons } == [101, 103])
    #expect(prefectures.rows.map { $0.figures[.householdsEnrolled] } == [1, 3])
    // Longhui and Fenghuang both lie in the Wuling Mountains.
    let areas = try small.register.monthlyAnswer(june, by: .area)
    #expect(codes(areas) == ["wuling"])
    #expect(areas.rows.first?.quota?.persons == 204)
    #expect(areas.rows.first?.figures == areas.total)
    for grouping: MonthlyAnswer.Grouping in [.county, .area, .class] {
      let key = try small.register.monthlyAnswer(june, by: grouping, nationalKey: true)
      #expect(key.total == areas.total && key.totalQuota?.persons == 204)
    }
  }

  @Test("rows by area and the national key counties have lists of exactly their households")
  func countiesOfAKind() throws {
    // Longhui leaves the Wuling Mountains and the national key counties.
    try small.enter("regions") { (number) throws(SQLiteFailure) in
      try small.run(
        """
        UPDATE region SET withdrawn = \(number) WHERE code = 430524;
        INSERT INTO region (code, parent_code, level, name_zh, entered)
        VALUES (430524, 430500, 3, '隆回县', \(number))
        """)
    }
    let rows = try small.register.monthlyAnswer(june, by: .area).rows
    #expect(rows.map(\.subject) == [.area(.wuling), .area(nil)])
    let key = try small.register.monthlyAnswer(june, nationalKey: true).total
    func listed(_ listing: HouseholdListing, area: Int?, onlyKey: Bool) throws -> Int64 {
      var query = HouseholdQuery(listing, on: june.lastDay.dayNumber)
      query.area = area
      query.isNationalKeyOnly = onlyKey
      return Int64(try small.register.list(query).count)
    }
    for (listing, figure, isEverywhere) in [
      (HouseholdListing.enrolled(nil), Figure.householdsEnrolled, true),
      (.enrolled(.plan), .plan, true), (.fulfilled, .householdsFulfilled, false),
      (.lapsed, .householdsLapsed, false),
    ] {
      let inArea = try listed(listing, area: Area.wuling.rawValue, onlyKey: false)
      let outside = try listed(listing, area: 0, onlyKey: false)
      #expect([inArea, outside] == rows.map { $0.figures[figure] }, "\(figure)")
      #expect(inArea > 0 && (outside > 0) == isEverywhere)
      #expect(try listed(listing, area: nil, onlyKey: true) == key[figure], "\(figure)")
      #expect(try listed(listing, area: 0, onlyKey: true) == 0)
    }
  }

  @Test("classes stand in their order, and households without one under none")
  func classes() throws {
    let answer = try small.register.monthlyAnswer(june, by: .class)
    #expect(codes(answer) == ["poor", "dibao", "wubao", "none"])
    #expect(answer.rows.map { $0.figures[.personsEnrolled] } == [3, 2, 1, 1])
    #expect(answer.rows.allSatisfy { $0.quota == nil })
  }

  @Test("an earlier entry is answered with what was known then")
  func known() throws {
    // Entry 3 is the roster; the points come with 4.
    let answer = try small.register.monthlyAnswer(june, .entry(3), comparing: true)
    #expect(answer.total[.householdsEnrolled] == 4 && answer.total[.plan] == 0)
    #expect(answer.before?[.householdsEnrolled] == 3)
    #expect(answer.known == Known(entry: 3))
  }

  @Test("a year the register has nothing of, an entry to come and an open month are refused")
  func refusals() throws {
    let later = try #require(YearMonth("2013-06"))
    #expect(throws: RegisterFault.self) { try small.register.monthlyAnswer(later) }
    #expect(throws: RegisterFault.self) { try small.register.monthlyAnswer(june, .entry(99)) }
    #expect(throws: RegisterFault.self) { try small.register.monthlyAnswer(june, .closed) }
  }

  @Test(
    "gaps are exactly the enrolled less those under the point",
    arguments: Point.allCases, ["2011-01", "2011-02", "2011-04", "2011-06", "2011-09", "2011-12"])
  func gaps(point: Point, month: String) throws {
    let month = try #require(YearMonth(month))
    let figures: [Point: Figure] = [
      .plan: .plan, .project: .project, .fund: .fund, .support: .support,
      .implementation: .implementation, .contact: .contact,
    ]
    for place in [nil, try QuestionsRegister.code(433123)] {
      let total = try small.register.monthlyAnswer(month, county: place).total
      func list(_ listing: HouseholdListing) throws -> [ListedHousehold] {
        try small.register.list(
          HouseholdQuery(listing, on: month.lastDay.dayNumber, in: place))
      }
      let listed = try list(.gaps(point))
      let inForce = total[try #require(figures[point])]
      #expect(Int64(listed.count) == total[.householdsEnrolled] - inForce)
      let lapsed = try list(.lapsed)
      #expect(Int64(lapsed.count) == total[.householdsLapsed])
      let fulfilled = try list(.fulfilled)
      #expect(Int64(fulfilled.count) == total[.householdsFulfilled])
    }
  }
}
