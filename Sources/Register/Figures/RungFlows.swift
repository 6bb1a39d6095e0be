import Domain

/// Accounts by id, each in the group of those that a month's pages tell as one.
struct RungAccounts {
  /// What decides an account's group, in numbers alone.
  private struct Key: Hashable {
    let rung: Int
    let batch: Int64
    let county: Int64
  }

  private(set) var groups: [RungGroup] = []
  private var numbers: [RungGroup: Int32] = [:]
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
    _ group: (_ rung: Int, _ batch: Int64) -> RungGroup?
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

  private mutating func number(of group: RungGroup) -> Int32 {
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

/// What came to accounts and went from them by the ends of some months. What is idle is worked out account by
/// account, first in, first out (see `Register.rungSums`).
struct RungFlows {
  private struct End {
    let firstOfYear: DayNumber
    let day: DayNumber
  }

  private struct Flow {
    var (held, inYear, outYear): (Int64, Int64, Int64) = (0, 0, 0)
    /// What came in within 90 and 365 days.
    var (recent90, recent365): (Int64, Int64) = (0, 0)
    var isMoved = false
  }

  private let months: [YearMonth]
  private let ends: [End]
  private let accounts: RungAccounts
  /// Account by account, as many of each as there are months.
  private var flows: [Flow]
  private var isBeyondRange = false

  init(_ months: [YearMonth], _ accounts: RungAccounts) {
    self.months = months
    ends = months.map { End(firstOfYear: $0.firstDayOfYear, day: $0.lastDay.dayNumber) }
    self.accounts = accounts
    flows = Array(repeating: Flow(), count: accounts.groupOf.count * months.count)
  }

  mutating func takeIn(_ account: Int64, _ fen: Int64, on moved: DayNumber) {
    guard let place = accounts.place(of: account) else { return }
    for (month, end) in ends.enumerated() where moved <= end.day {
      let index = place * ends.count + month
      Self.add(fen, to: &flows[index].held, &isBeyondRange)
      if moved >= end.firstOfYear { Self.add(fen, to: &flows[index].inYear, &isBeyondRange) }
      if fen > 0 { noteRecent(fen, moved, end, index) }
      flows[index].isMoved = true
    }
  }

  mutating func takeOut(_ account: Int64, _ fen: Int64, on moved: DayNumber) {
    guard let place = accounts.place(of: account) else { return }
    for (month, end) in ends.enumerated() where moved <= end.day {
      guard fen > .min else { return isBeyondRange = true }
      let index = place * ends.count + month
      Self.add(-fen, to: &flows[index].held, &isBeyondRange)
      if moved >= end.firstOfYear { Self.add(fen, to: &flows[index].outYear, &isBeyondRange) }
      // What comes back has come in anew.
      if fen < 0 { noteRecent(-fen, moved, end, index) }
      flows[index].isMoved = true
    }
  }

  private mutating func noteRecent(_ fen: Int64, _ moved: DayNumber, _ end: End, _ index: Int) {
    if moved >= end.day - 90 { Self.add(fen, to: &flows[index].recent90, &isBeyondRange) }
    if moved >= end.day - 365 { Self.add(fen, to: &flows[index].recent365, &isBeyondRange) }
  }

  private static func add(_ fen: Int64, to sum: inout Int64, _ isBeyondRange: inout Bool) {
    let (added, overflow) = sum.addingReportingOverflow(fen)
    if overflow { isBeyondRange = true } else { sum = added }
  }

  /// The sums of the groups on whose accounts anything moved.
  func sums() -> RungSums {
    var totals = [RungAmounts](repeating: .zero, count: accounts.groups.count * ends.count)
    var isWithin = !isBeyondRange
    for (index, flow) in flows.enumerated() where flow.isMoved {
      let group = Int(accounts.groupOf[index / ends.count])
      var sum = RungAmounts(
        accounts: 1, inFen: flow.inYear, outFen: flow.outYear, heldFen: flow.held)
      if accounts.groups[group].rung != .paid {
        let over90 = flow.held.subtractingReportingOverflow(flow.recent90)
        let over365 = flow.held.subtractingReportingOverflow(flow.recent365)
        isWithin = isWithin && !over90.overflow && !over365.overflow
        sum.heldOver90Fen = max(0, over90.partialValue)
        sum.heldOver365Fen = max(0, over365.partialValue)
      }
      let isAdded = totals[group * ends.count + index % ends.count].add(sum)
      isWithin = isWithin && isAdded
    }
    var sums = RungSums(months)
    if !isWithin { sums.noteBeyondRange() }
    for (index, sum) in totals.enumerated() where sum.accounts > 0 {
      sums.add(accounts.groups[index / ends.count], index % ends.count, sum)
    }
    return sums
  }
}

extension YearMonth {
  /// 1 January of the month's year.
  var firstDayOfYear: DayNumber { (YearMonth(year: year, month: 1) ?? self).firstDay.dayNumber }
}
