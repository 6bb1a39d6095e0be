/// What a county still holds of each issue, and the numbers of its movements and vouchers.
///
/// Every issue reaches the county on one day and only flows out of it afterwards, and what comes
/// back is not given out again. A sum that never falls below zero therefore proves every day's
/// balance, although projects are not written in the order of their days.
struct CountyFunds {
  struct Pool {
    let batch: String
    let source: Source
    let fund: Fund
    let arrivedOn: Day
    let receivedFen: Int
    var heldFen: Int
  }

  private(set) var pools: [Pool]
  private var lastMovement = 0
  private var lastVoucher = 0

  init(_ pools: [Pool]) { self.pools = pools }

  mutating func nextMovement() -> Int {
    lastMovement += 1
    return lastMovement
  }

  mutating func nextVoucher() -> Int {
    lastVoucher += 1
    return lastVoucher
  }

  /// The pool a project draws from: of its wave's batch, central money six times out of seven; the
  /// other one where the first has run low, and nil where all have. A project of another fund
  /// draws from that fund alone.
  func pool(
    for project: Project, needing fen: Int, _ random: inout SplitMix64
  ) -> Int? {
    guard let approved = project.approvedOn else { return nil }
    if project.fund == .contiguous {
      return pools.indices.first { pools[$0].fund == .contiguous && pools[$0].heldFen >= fen }
    }
    let isLate = approved >= Day(2011, 6, 1)
    let order = random.happens(860) ? [0, 1] : [1, 0]
    let wanted = isLate ? order.map { $0 + 2 } + order : order + order.map { $0 + 2 }
    return wanted.first { pools[$0].heldFen >= fen }
  }

  mutating func draw(_ fen: Int, from pool: Int) {
    pools[pool].heldFen -= fen
    precondition(pools[pool].heldFen >= 0, "a county gives no more than it holds")
  }
}
