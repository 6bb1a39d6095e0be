import Domain
import Register
import Reports

// From the register's answers to the page of a month: names are set, nothing is counted.

extension MonthlyPage {
  init(
    _ report: MonthlyReport, _ month: YearMonth, _ county: Region?, _ knowledge: Knowledge,
    _ register: Register, _ console: Console
  ) throws(Problem) {
    self.init(report, imprint: try Imprint(report.known, register, console))
    let code = county?.code
    let nationalKey = report.isNationalKeyOnly
    let answer = try console.worded { () throws(RegisterFault) in
      try register.monthlyPageAnswer(month, county: code, knowledge, nationalKey: nationalKey)
    }
    counties = answer.counties.map { MonthlyRow($0, console) }
    classes = answer.classes.map { MonthlyRow($0, console) }
    curve = (0..<12).map { place in
      Point(
        supported: answer.supported.indices.contains(place) ? answer.supported[place] : nil,
        pace: answer.quotas.indices.contains(place) ? answer.quotas[place]?.pace : nil)
    }
    // What is not a figure of the counting rule can be asked of the standing facts only.
    guard knowledge == .now, !nationalKey else { return }
    let day = month.lastDay
    (rungs, cases) = try console.worded { () throws(QueryFailure) in
      (
        try Self.rungs(on: day, in: code, register),
        try Self.cases(on: day, in: code, register)
      )
    }
  }

  /// What came and went within the year is what had by the day, less what had before the year.
  private static func rungs(
    on day: CalendarDate, in county: RegionCode?, _ register: Register
  ) throws(QueryFailure) -> [RungMoney] {
    let before = CalendarDate(year: day.year - 1, month: 12, day: 31) ?? .beginning
    // Most registers begin with their money, and the question is dear.
    let hasEarlier = try register.hasMoney(by: before.dayNumber)
    let earlier = hasEarlier ? try totals(on: before, in: county, aging: [], register) : [:]
    let sums = try totals(on: day, in: county, aging: [90, 365], register)
    return sums.sorted { $0.key < $1.key }.map { key, sum in
      let old = earlier[key]
      return RungMoney(
        rung: key.rung.name, fund: key.fund, isFiscal: key.isFiscal,
        inFen: sum.inFen.subtractingClamped(old?.inFen ?? 0),
        outFen: sum.outFen.subtractingClamped(old?.outFen ?? 0),
        heldFen: sum.inFen.subtractingClamped(sum.outFen), over90Fen: sum.idleFen[0],
        over365Fen: sum.idleFen[1])
    }
  }

  private struct RungKey: Hashable, Comparable {
    let rung: Rung
    let fund: String?
    let isFiscal: Bool

    static func < (one: RungKey, other: RungKey) -> Bool {
      (one.rung.rawValue, one.fund ?? "", one.isFiscal ? 0 : 1)
        < (other.rung.rawValue, other.fund ?? "", other.isFiscal ? 0 : 1)
    }
  }

  private struct RungTotal {
    var inFen: Int64 = 0
    var outFen: Int64 = 0
    /// For over 90 and over 365 days.
    var idleFen: [Int64] = [0, 0]
  }

  private static func totals(
    on day: CalendarDate, in county: RegionCode?, aging: [Int], _ register: Register
  ) throws(QueryFailure) -> [RungKey: RungTotal] {
    var filter = RungFilter()
    filter.county = county
    filter.aging = aging
    var totals: [RungKey: RungTotal] = [:]
    for sum in try register.rungSums(on: day.dayNumber, filter) {
      let key = RungKey(rung: sum.rung, fund: sum.fund, isFiscal: sum.source.isFiscal)
      var total = totals[key] ?? RungTotal()
      total.inFen = total.inFen.addingClamped(sum.inFen)
      total.outFen = total.outFen.addingClamped(sum.outFen)
      for (place, fen) in sum.idleFen.enumerated() {
        total.idleFen[place] = total.idleFen[place].addingClamped(fen)
      }
      totals[key] = total
    }
    return totals
  }

  private static func cases(
    on day: CalendarDate, in county: RegionCode?, _ register: Register
  ) throws(QueryFailure) -> [Cases] {
    let counts = try register.exceptionCounts(on: day.dayNumber, in: county)
    let exceptions = RegisterException.Kind.allCases.map { kind in
      let own = counts.filter { $0.kind == kind }.reduce(Int64(0)) { $0.addingClamped($1.cases) }
      return Cases(kind: kind.rawValue, title: kind.title, count: own)
    }
    let overdue = Cases(
      kind: "overdue_finding",
      title: Phrase("findings past their day and not settled", "检查发现的问题逾期未改"),
      count: try register.overdueFindings(on: day.dayNumber, in: county))
    return exceptions + [overdue]
  }
}

extension Imprint {
  /// The register, and the entry that a page knew last.
  init(_ known: KnownEntry, _ register: Register, _ console: Console) throws(Problem) {
    let (number, entry) = try console.worded { () throws(RegisterFault) in
      (try register.number(), try register.entryLine(known.entry))
    }
    let digits = number.map { byte in
      let text = String(byte, radix: 16)
      return byte < 16 ? "0" + text : text
    }
    self.init(
      register: digits.joined(), known: known, moment: entry?.moment ?? "-",
      officer: PersonalNumbers.masked(entry?.officer ?? "-"))
  }
}
