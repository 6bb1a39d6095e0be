import Domain
import Foundation
import Register
import Testing

/// Every cell of the sample's monthly reports against the list of its households. Lists are worked out from
/// the households' facts one by one, the report from sums that are kept: neither can lean on the other.
@MainActor
@Suite("Each cell of the monthly report has a list of exactly its households", .serialized)
struct ListCellTests {
  /// A figure, the list behind it, and what a household adds.
  private struct Column {
    let figure: Figure
    let query: (DayNumber, DayNumber) -> HouseholdQuery
    let adds: (HouseholdDay) -> Int64
  }

  private static func column(
    _ figure: Figure, _ listing: HouseholdListing, inMonth: Bool = false, standing: Bool = false,
    _ adds: @escaping (HouseholdDay) -> Int64 = { _ in 1 }
  ) -> Column {
    Column(
      figure: figure,
      query: { first, last in
        var query = HouseholdQuery(listing, on: last)
        if inMonth { query.fulfilledSince = first }
        query.isStandingOnly = standing
        return query
      }, adds: adds)
  }

  private static let columns: [Column] =
    [
      column(.householdsEnrolled, .enrolled(nil)),
      column(.personsEnrolled, .enrolled(nil)) { Int64($0.persons) },
      column(.householdsFulfilled, .fulfilled),
      column(.personsSupported, .fulfilled) { Int64($0.supported) },
      column(.personsSupportedInMonth, .fulfilled, inMonth: true) { Int64($0.supported) },
      column(.householdsLapsed, .lapsed), column(.householdsPaid, .paid, standing: true),
      column(.householdsAccepted, .accepted), column(.householdsIncomeGoal, .incomeGoal),
      column(.allocatedFen, .allocated) { $0.allocatedFen },
      column(.paidFen, .paid) { $0.paidFen },
    ] + Point.allCases.map { column(HouseholdYear.figure(of: $0), .enrolled($0)) }

  private static let groupings: [MonthlyAnswer.Grouping] = [
    .county, .township, .village, .class, .prefecture, .area,
  ]

  @Test("by every grouping, in every month of the sample", arguments: 1...12)
  func cells(month: Int) throws {
    let folder = try SampleRegister.shared.get().folder
    let register = try Register.open(path: folder.path + "/register.db", writing: false)
    let month = try #require(YearMonth(year: 2011, month: month))
    let known = Known(entry: try register.lastEntry().number)
    let (first, last) = (month.firstDay.dayNumber, month.lastDay.dayNumber)
    let tree = try register.regionsKnown(known, on: last)
    let households = try register.householdDays(on: last, known, countingOnce: true)
    var places: [FigurePlace: MonthlyFigures] = [:]
    for column in Self.columns {
      let query = column.query(first, last)
      for household in households where query.takes(household) {
        let place = query.listing.place(of: household)
        places[place, default: MonthlyFigures()][column.figure] += column.adds(household)
      }
    }
    for grouping in Self.groupings {
      var listed: [String: MonthlyFigures] = [:]
      for (place, figures) in places {
        listed[Self.row(place, grouping, tree), default: MonthlyFigures()] += figures
      }
      let rows = try register.monthlyAnswer(month, by: grouping).rows
      let reported = Dictionary(
        rows.map { (Self.name($0.subject), $0.figures) }, uniquingKeysWith: { first, _ in first })
      #expect(listed.filter { !$0.value.isZero } == reported.filter { !$0.value.isZero })
      #expect(!listed.isEmpty)
    }
  }

  private static func row(
    _ place: FigurePlace, _ grouping: MonthlyAnswer.Grouping, _ tree: RegionTree
  ) -> String {
    func code(at level: RegionLevel) -> RegionCode? {
      RegionCode(place.village).flatMap { tree.place($0, at: level) }
    }
    return switch grouping {
    case .county: code(at: .county)?.description ?? ""
    case .township: code(at: .township)?.description ?? ""
    case .village: code(at: .village)?.description ?? ""
    case .prefecture: code(at: .prefecture)?.description ?? ""
    case .class: HouseholdClass(rawValue: place.householdClass)?.name ?? "none"
    case .area: code(at: .county).flatMap { tree[$0]?.area }?.name ?? "none"
    }
  }

  private static func name(_ subject: MonthlyAnswer.Subject) -> String {
    switch subject {
    case .place(let code, _): code.description
    case .householdClass(let value): value?.name ?? "none"
    case .area(let value): value?.name ?? "none"
    }
  }

  @Test("a list by place and class is what is left of the whole list")
  func filters() throws {
    let folder = try SampleRegister.shared.get().folder
    let register = try Register.open(path: folder.path + "/register.db", writing: false)
    let day = try #require(CalendarDate("2011-10-31")).dayNumber
    let known = Known(entry: try register.lastEntry().number)
    let tree = try register.regionsKnown(known, on: day)
    let county = try #require(RegionCode(433123))
    for listing: HouseholdListing in [
      .gaps(nil), .fulfilled, .lapsed, .allocated, .enrolled(.fund),
    ] {
      let whole = try register.list(HouseholdQuery(listing, on: day))
      var query = HouseholdQuery(listing, on: day, in: county)
      query.householdClass = HouseholdClass.poorDibao.rawValue
      let some = try register.list(query)
      #expect(!some.isEmpty)
      #expect(
        some.map(\.householdNo)
          == whole.filter { tree.contains(county, $0.village) && $0.standing == .poorDibao }
          .map(\.householdNo))
    }
  }

  @Test("a list of an area, or of the national key counties, is the row's or the report's")
  func countiesOfAKind() throws {
    let folder = try SampleRegister.shared.get().folder
    let register = try Register.open(path: folder.path + "/register.db", writing: false)
    let month = try #require(YearMonth(year: 2011, month: 10))
    let rows = try register.monthlyAnswer(month, by: .area).rows
    let key = try register.monthlyAnswer(month, nationalKey: true).total
    for (listing, figure) in [
      (HouseholdListing.enrolled(nil), Figure.householdsEnrolled), (.enrolled(.fund), .fund),
      (.fulfilled, .householdsFulfilled), (.lapsed, .householdsLapsed),
    ] {
      var query = HouseholdQuery(listing, on: month.lastDay.dayNumber)
      var seen = 0
      for area in Area.allCases {
        query.area = area.rawValue
        let row = try #require(rows.first { $0.subject == .area(area) })
        let listed = try register.list(query)
        #expect(Int64(listed.count) == row.figures[figure], "\(figure) in \(area)")
        seen += listed.count
      }
      #expect(seen > 0 || figure == .householdsLapsed)
      query.area = nil
      query.isNationalKeyOnly = true
      let listed = try register.list(query)
      #expect(Int64(listed.count) == key[figure], "\(figure)")
    }
  }

  @Test("as known at an earlier entry a list has what the report of that entry counts")
  func known() throws {
    let folder = try SampleRegister.shared.get().folder
    let register = try Register.open(path: folder.path + "/register.db", writing: false)
    let month = try #require(YearMonth(year: 2011, month: 9))
    let last = try register.lastEntry().number
    for entry in [last / 3, last / 2, last - 4] {
      let total = try register.monthlyAnswer(month, .entry(entry)).total
      for (listing, figure) in [
        (HouseholdListing.enrolled(nil), Figure.householdsEnrolled), (.enrolled(.plan), .plan),
        (.fulfilled, .householdsFulfilled),
      ] {
        let listed = try register.list(
          HouseholdQuery(listing, on: month.lastDay.dayNumber), Known(entry: entry))
        #expect(Int64(listed.count) == total[figure], "\(figure) at entry \(entry)")
      }
    }
  }
}
