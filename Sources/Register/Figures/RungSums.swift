import Domain

/// The accounts that a month's pages tell as one.
struct RungGroup: Hashable {
  let rung: Rung
  /// Empty where the batch is not issued any more.
  let fund: String
  let source: FundSource
  /// 0 where it is no county's.
  let county: Int64
}

/// What the accounts of a group hold at the end of a month, in fen.
struct RungAmounts: Equatable {
  /// On how many of them anything came or went by then.
  var accounts: Int64 = 0
  /// Within the year.
  var inFen: Int64 = 0
  var outFen: Int64 = 0
  var heldFen: Int64 = 0
  /// Of it, what had stood there for over 90 and over 365 days, first in, first out.
  var heldOver90Fen: Int64 = 0
  var heldOver365Fen: Int64 = 0

  /// In the order of the columns of `rung_figure`.
  var columns: [Int64] {
    [accounts, inFen, outFen, heldFen, heldOver90Fen, heldOver365Fen]
  }

  static let zero = RungAmounts()

  /// Adds or takes away another; false where a sum is more than 64 bits hold.
  mutating func add(_ other: RungAmounts, isLess: Bool = false) -> Bool {
    var isWithin = true
    func sum(_ own: Int64, _ change: Int64) -> Int64 {
      let (sum, overflow) =
        isLess
        ? own.subtractingReportingOverflow(change) : own.addingReportingOverflow(change)
      isWithin = isWithin && !overflow
      return sum
    }
    accounts = sum(accounts, other.accounts)
    inFen = sum(inFen, other.inFen)
    outFen = sum(outFen, other.outFen)
    heldFen = sum(heldFen, other.heldFen)
    heldOver90Fen = sum(heldOver90Fen, other.heldOver90Fen)
    heldOver365Fen = sum(heldOver365Fen, other.heldOver365Fen)
    return isWithin
  }
}

/// The sums of groups at the ends of some months.
struct RungSums {
  let months: [YearMonth]
  /// As many of each group as there are months.
  private(set) var sums: [RungGroup: [RungAmounts]] = [:]
  /// Whether a sum was more than 64 bits hold.
  private(set) var isBeyondRange = false

  init(_ months: [YearMonth]) { self.months = months }

  mutating func add(_ group: RungGroup, _ month: Int, _ sum: RungAmounts, isLess: Bool = false) {
    let empty = [RungAmounts](repeating: .zero, count: months.count)
    if !sums[group, default: empty][month].add(sum, isLess: isLess) { isBeyondRange = true }
  }

  mutating func noteBeyondRange() { isBeyondRange = true }

  mutating func add(_ other: RungSums, isLess: Bool = false) {
    isBeyondRange = isBeyondRange || other.isBeyondRange
    for (group, own) in other.sums {
      for (month, sum) in own.enumerated() where sum != .zero {
        add(group, month, sum, isLess: isLess)
      }
    }
  }
}
