import Domain
import SQLite

// The money on the rungs at a month's end: every movement is read once and added to its accounts, since what is
// idle is worked out account by account, first in, first out (see `Register.rungSums`).

extension MonthRung {
  /// Reads the columns of `closed_rung`; nil where a code is none.
  fileprivate init?(_ row: borrowing Row) {
    guard let rung = Rung(rawValue: row.int(0)), let source = FundSource(rawValue: row.int(2))
    else { return nil }
    self.init(
      rung: rung, fund: row.text(1), source: source, county: RegionCode(row.int64(3)),
      inFen: row.int64(4), outFen: row.int64(5), heldFen: row.int64(6),
      heldOver90Fen: row.int64(7), heldOver365Fen: row.int64(8))
  }

  fileprivate static func precede(_ one: MonthRung, _ other: MonthRung) -> Bool {
    (one.rung.rawValue, one.fund, one.source.rawValue, one.county?.value ?? 0)
      < (other.rung.rawValue, other.fund, other.source.rawValue, other.county?.value ?? 0)
  }
}

extension Register {
  /// As known at an entry. Throws `beyondRange` where a sum is more than 64 bits hold.
  package func monthRungs(_ month: YearMonth, _ known: Known) throws(SQLiteFailure) -> [MonthRung] {
    var flows = RungFlows(month, try rungAccounts(known))
    try connection.rows(
      Known.query("account_id, amount_fen, issued_on", from: "batch_issue"),
      ["known": .integer(known.entry)]
    ) { flows.takeIn($0.int64(0), $0.int64(1), on: $0.int32(2)) }
    // All of a table are read as they lie.
    try connection.rows(
      """
      SELECT upper_id, lower_id, amount_fen, moved_on FROM movement NOT INDEXED
      WHERE entered <= :known AND (withdrawn IS NULL OR withdrawn > :known)
      """, ["known": .integer(known.entry)]
    ) { row in
      let (fen, day) = (row.int64(2), row.int32(3))
      flows.takeOut(row.int64(0), fen, on: day)
      flows.takeIn(row.int64(1), fen, on: day)
    }
    return try flows.rungs()
  }

  /// Every account, as a month's pages tell it.
  private func rungAccounts(_ known: Known) throws(SQLiteFailure) -> RungAccounts {
    let bindings: Bindings = ["known": .integer(known.entry)]
    var batches: [Int64: (source: FundSource, fund: String)] = [:]
    try connection.rows(
      """
      SELECT batch.id, batch.source, ifnull(issue.fund, '') FROM batch
      LEFT JOIN (\(Known.query("batch_id, fund", from: "batch_issue"))) AS issue
        ON issue.batch_id = batch.id
      """, bindings
    ) { row in
      if let source = FundSource(rawValue: row.int(1)) {
        batches[row.int64(0)] = (source, row.text(2))
      }
    }
    var counties: [Int64: Int64] = [:]
    try connection.rows(
      Known.query("project_id, county_code", from: "project_record"), bindings
    ) { counties[$0.int64(0)] = $0.int64(1) }
    var accounts = RungAccounts()
    // A project's accounts mostly follow each other.
    var (project, itsCounty): (Int64, Int64) = (0, 0)
    try connection.rows(
      "SELECT id, rung, batch_id, county_code, project_id FROM account NOT INDEXED ORDER BY id"
    ) { row in
      let rung = row.int(1)
      var county: Int64 = 0
      if rung == Rung.county.rawValue {
        county = row.optionalInt64(3) ?? 0
      } else if let own = row.optionalInt64(4) {
        if own != project { (project, itsCounty) = (own, counties[own] ?? 0) }
        county = itsCounty
      }
      accounts.add(row.int64(0), rung, batch: row.int64(2), county) { rung, batch in
        guard let rung = Rung(rawValue: rung), let batch = batches[batch] else { return nil }
        return RungAccounts.Group(
          rung: rung, fund: batch.fund, source: batch.source, county: county)
      }
    }
    return accounts
  }

  func closedRungs(_ month: YearMonth) throws(SQLiteFailure) -> [MonthRung] {
    var rungs: [MonthRung] = []
    try connection.rows(
      """
      SELECT rung, fund, source, county_code, in_fen, out_fen, held_fen, held_over_90_fen,
        held_over_365_fen
      FROM closed_rung WHERE year = :year AND month = :month
      """, ["year": Value(month.year), "month": Value(month.month)]
    ) { if let rung = MonthRung($0) { rungs.append(rung) } }
    return rungs.sorted(by: MonthRung.precede)
  }
}

/// The accounts by id, each in the group of those that a month's pages tell as one.
private struct RungAccounts {
  struct Group: Hashable {
    let rung: Rung
    let fund: String
    let source: FundSource
    /// 0 where it is no county's.
    let county: Int64
  }

  /// What decides an account's group, in numbers alone.
  private struct Key: Hashable {
    let rung: Int
    let batch: Int64
    let county: Int64
  }

  private(set) var groups: [Group] = []
  private var numbers: [Group: Int32] = [:]
  private var numbersOfKeys: [Key: Int32?] = [:]
  /// The key asked for last: accounts of a county mostly follow each other.
  private var last: (key: Key, number: Int32?)?
  /// Rising.
  private var ids: [Int64] = []
  /// Of the account at the same place.
  private(set) var groupOf: [Int32] = []

  /// - Parameter group: nil where the codes are none.
  mutating func add(
    _ account: Int64, _ rung: Int, batch: Int64, _ county: Int64,
    _ group: (_ rung: Int, _ batch: Int64) -> Group?
  ) {
    let key = Key(rung: rung, batch: batch, county: county)
    if last?.key != key {
      if let known = numbersOfKeys[key] {
        last = (key, known)
      } else {
        var number: Int32?
        if let group = group(rung, batch) { number = self.number(of: group) }
        numbersOfKeys[key] = .some(number)
        last = (key, number)
      }
    }
    guard let number = last?.number else { return }
    ids.append(account)
    groupOf.append(number)
  }

  private mutating func number(of group: Group) -> Int32 {
    if let number = numbers[group] { return number }
    let number = Int32(groups.count)
    numbers[group] = number
    groups.append(group)
    return number
  }

  /// The place of an account among all. Their ids mostly have no gaps; beside one, half the way is asked again
  /// and again.
  func place(of account: Int64) -> Int? {
    guard let first = ids.first, account >= first else { return nil }
    let guess = Int(clamping: account.subtractingClamped(first))
    if guess < ids.count, ids[guess] == account { return guess }
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < account { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == account ? low : nil
  }
}

/// What came to the accounts and went from them by a month's last day.
private struct RungFlows {
  /// Of an account, or of the accounts of a group.
  private struct Sums {
    var (held, inYear, outYear): (Int64, Int64, Int64) = (0, 0, 0)
    /// What came in within 90 and 365 days.
    var (recent90, recent365): (Int64, Int64) = (0, 0)
    var isMoved = false
  }

  private let firstOfYear: DayNumber
  private let day: DayNumber
  private let accounts: RungAccounts
  private var sums: [Sums]
  private var isBeyondRange = false

  init(_ month: YearMonth, _ accounts: RungAccounts) {
    firstOfYear = month.firstDayOfYear
    day = month.lastDay.dayNumber
    self.accounts = accounts
    sums = Array(repeating: Sums(), count: accounts.groupOf.count)
  }

  mutating func takeIn(_ account: Int64, _ fen: Int64, on moved: DayNumber) {
    guard moved <= day, let place = accounts.place(of: account) else { return }
    Self.add(fen, to: &sums[place].held, &isBeyondRange)
    if moved >= firstOfYear { Self.add(fen, to: &sums[place].inYear, &isBeyondRange) }
    if fen > 0 { noteRecent(fen, moved, place) }
    sums[place].isMoved = true
  }

  mutating func takeOut(_ account: Int64, _ fen: Int64, on moved: DayNumber) {
    guard moved <= day, let place = accounts.place(of: account) else { return }
    guard fen > .min else { return isBeyondRange = true }
    Self.add(-fen, to: &sums[place].held, &isBeyondRange)
    if moved >= firstOfYear { Self.add(fen, to: &sums[place].outYear, &isBeyondRange) }
    // What comes back has come in anew.
    if fen < 0 { noteRecent(-fen, moved, place) }
    sums[place].isMoved = true
  }

  private mutating func noteRecent(_ fen: Int64, _ moved: DayNumber, _ place: Int) {
    if moved >= day - 90 { Self.add(fen, to: &sums[place].recent90, &isBeyondRange) }
    if moved >= day - 365 { Self.add(fen, to: &sums[place].recent365, &isBeyondRange) }
  }

  private static func add(_ fen: Int64, to sum: inout Int64, _ isBeyondRange: inout Bool) {
    let (added, overflow) = sum.addingReportingOverflow(fen)
    if overflow { isBeyondRange = true } else { sum = added }
  }

  /// The groups on whose accounts anything moved, in the order of a month's pages.
  func rungs() throws(SQLiteFailure) -> [MonthRung] {
    var totals: [Int: (sums: Sums, over90: Int64, over365: Int64)] = [:]
    var isWithin = !isBeyondRange
    func sum(_ one: Int64, _ other: Int64) -> Int64 {
      let sum = one.addingReportingOverflow(other)
      isWithin = isWithin && !sum.overflow
      return sum.partialValue
    }
    for (place, own) in sums.enumerated() where own.isMoved {
      let group = Int(accounts.groupOf[place])
      var total = totals[group] ?? (Sums(), 0, 0)
      total.sums.held = sum(total.sums.held, own.held)
      total.sums.inYear = sum(total.sums.inYear, own.inYear)
      total.sums.outYear = sum(total.sums.outYear, own.outYear)
      if accounts.groups[group].rung != .paid {
        total.over90 = sum(total.over90, max(0, sum(own.held, -own.recent90)))
        total.over365 = sum(total.over365, max(0, sum(own.held, -own.recent365)))
      }
      totals[group] = total
    }
    guard isWithin else { throw .beyondRange }
    return totals.map { number, total in
      let group = accounts.groups[number]
      return MonthRung(
        rung: group.rung, fund: group.fund, source: group.source,
        county: RegionCode(group.county), inFen: total.sums.inYear, outFen: total.sums.outYear,
        heldFen: total.sums.held, heldOver90Fen: total.over90, heldOver365Fen: total.over365)
    }
    .sorted(by: MonthRung.precede)
  }
}

extension YearMonth {
  /// 1 January of the month's year.
  var firstDayOfYear: DayNumber { (YearMonth(year: year, month: 1) ?? self).firstDay.dayNumber }
}
