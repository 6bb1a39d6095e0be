extension CountyWriter {
  /// A row of the allocations sheet from the county down, or back up where `fen` is negative.
  @discardableResult
  mutating func movement(
    _ pool: Int, project: Int, household: Int?, fen: Int, on day: Day, reversing: Int? = nil
  ) throws(OutputFault) -> Int {
    let number = funds.nextMovement()
    let file = folder[.allocations]
    file.key(movementPrefix, number, places: 6)
    file.text(funds.pools[pool].batch)
    file.term(funds.pools[pool].source.term)
    file.number(county.code)
    file.key(projectPrefix, project, places: 5)
    if let household { file.number(household) } else { file.blank() }
    file.money(fen: fen)
    file.day(day)
    if let reversing { file.key(movementPrefix, reversing, places: 6) } else { file.blank() }
    try file.endRow()
    return number
  }

  /// A row of the payments sheet, to a household or to a payee.
  @discardableResult
  mutating func voucher(
    _ account: ProjectAccount, household: Int? = nil, payee: String = "", fen: Int, on day: Day,
    reversing: Int? = nil
  ) throws(OutputFault) -> Int {
    let number = funds.nextVoucher()
    let file = folder[.payments]
    file.key(voucherPrefix, number, places: 6)
    if let household { file.number(household) } else { file.blank() }
    file.text(payee)
    file.key(projectPrefix, account.serial, places: 5)
    file.text(funds.pools[account.pool].batch)
    file.term(funds.pools[account.pool].source.term)
    file.money(fen: fen)
    file.day(day)
    if let reversing { file.key(voucherPrefix, reversing, places: 6) } else { file.blank() }
    try file.endRow()
    return number
  }

  /// Gifts and small loans, through projects that name no fund; neither lights the fund point.
  mutating func writeOtherMoney(
    of project: Project, in village: Village
  ) throws(OutputFault) -> Int {
    let isGift = random.happens(600)
    let pool = isGift ? PoolIndex.society : PoolIndex.loan
    guard random.happens(400), let approved = project.approvedOn else { return 0 }
    let day = max(approved + 15, funds.pools[pool].arrivedOn + 5)
    let later = day + 12
    let fen = isGift ? 200_00 : 3_000_00
    let takers = project.links.prefix(isGift ? 5 : 2).filter { link in
      let household = village.households[link.household]
      guard let enrolled = household.enrolledOn else { return false }
      return enrolled <= later && link.holds(on: later) && household.stands(on: later)
    }
    let total = takers.count * fen
    guard total > 0, later < project.cancelledOn ?? Day(2012, 1, 1), later <= .yearEnd,
      funds.pools[pool].heldFen >= total
    else { return 0 }
    funds.draw(total, from: pool)
    try movement(pool, project: project.serial, household: nil, fen: total, on: day)
    for link in takers {
      try movement(
        pool, project: project.serial, household: village.households[link.household].number,
        fen: fen, on: later)
    }
    return total
  }
}
