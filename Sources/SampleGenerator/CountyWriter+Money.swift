/// What one household gets from one project.
private struct Share {
  let link: ProjectLink
  let household: Household
  let fen: Int
  let movedOn: Day
}

extension CountyWriter {
  /// Takes the project's money from the county and passes it on. Answers what the project needed,
  /// whether or not it came.
  mutating func writeMoney(of project: Project, in village: Village) throws(OutputFault) -> Int {
    let estimate = project.links.reduce(0) {
      $0 + fenPerPerson * max(1, village.households[$1.household].standing)
    }
    guard project.approvedOn != nil else { return estimate }
    var needed = try writeFiscalMoney(of: project, estimate: estimate, in: village)
    if project.fund == nil {
      needed += try writeOtherMoney(of: project, in: village)
    }
    return max(needed, 100_00)
  }

  private mutating func writeFiscalMoney(
    of project: Project, estimate: Int, in village: Village
  ) throws(OutputFault) -> Int {
    let most = estimate * 13 / 10
    guard let pool = funds.pool(for: project, needing: most, &random) else { return estimate }
    let purse = funds.pools[pool]
    guard let approved = project.approvedOn else { return estimate }
    let funded = max(approved + random.draw(2...12), purse.arrivedOn + random.draw(1...8))
    guard funded < project.cancelledOn ?? Day(2012, 1, 1), funded <= .yearEnd else {
      return estimate
    }
    let shares = project.isShared ? [] : shares(of: project, from: funded, in: village)
    let toHouseholds = shares.reduce(0) { $0 + $1.fen }
    let toPayee =
      project.isShared ? estimate / 2 : project.kind == .training ? toHouseholds / 7 : 0
    let slack = random.happens(300) ? toHouseholds / 40 : 0
    let total = toHouseholds + toPayee + slack
    guard total > 0 else { return estimate }
    funds.draw(total, from: pool)
    try movement(pool, project: project.serial, household: nil, fen: total, on: funded)
    var account = ProjectAccount(project: project, pool: pool, heldFen: total, lastDay: funded)
    for share in shares { try write(share, of: &account) }
    if toPayee > 0 { try pay(payee(of: project, in: village), toPayee, from: &account) }
    try closeAccount(&account)
    return total
  }

  /// The persons of a household count for its share; a few households are passed over.
  private mutating func shares(
    of project: Project, from funded: Day, in village: Village
  ) -> [Share] {
    var shares: [Share] = []
    for link in project.links {
      let household = village.households[link.household]
      guard let enrolled = household.enrolledOn, !random.happens(68) else { continue }
      let weight = fenPerPerson * max(1, household.standing) * random.draw(88...112) / 100
      let odd = random.happens(30) ? random.draw(1...99) : 0
      let day = max(funded + random.draw(1...50), enrolled, link.since)
      let isOpen = day < project.cancelledOn ?? Day(2012, 1, 1) && day <= .yearEnd
      guard isOpen, link.holds(on: day), household.stands(on: day) else { continue }
      shares.append(
        Share(
          link: link, household: household, fen: weight / 1000 * 1000 + odd, movedOn: day))
    }
    return shares
  }

  private func payee(of project: Project, in village: Village) -> String {
    project.isShared ? "\(village.township)施工队" : "\(county.nameZh)职业中等专业学校"
  }

  // MARK: One household's share

  private mutating func write(_ share: Share, of account: inout ProjectAccount) throws(OutputFault)
  {
    let number = share.household.number
    var day = share.movedOn
    let corrected = day + 7
    if random.happens(7), account.isOpen(on: corrected), share.link.holds(on: corrected),
      share.household.stands(on: corrected)
    {
      let wrong = try movement(
        account.pool, project: account.serial, household: number, fen: share.fen, on: day)
      try movement(
        account.pool, project: account.serial, household: number, fen: -share.fen, on: day + 3,
        reversing: wrong)
      day = corrected
    }
    try movement(
      account.pool, project: account.serial, household: number, fen: share.fen, on: day)
    account.spend(share.fen, on: day)
    let paid = try writePayments(of: share, from: day, account: account)
    let unpaid = share.fen - paid.fen
    guard unpaid > 0 else { return }
    if let cancelled = account.cancelledOn {
      try giveBack(unpaid, household: number, on: max(cancelled, paid.last) + 3, to: &account)
    } else if paid.fen == 0, random.happens(40) {
      let part = random.happens(500) ? unpaid : unpaid / 2
      try giveBack(part, household: number, on: day + random.draw(20...60), to: &account)
    }
  }

  private mutating func giveBack(
    _ fen: Int, household: Int, on day: Day, to account: inout ProjectAccount
  ) throws(OutputFault) {
    guard day <= .yearEnd else { return }
    try movement(account.pool, project: account.serial, household: household, fen: -fen, on: day)
    account.takeBack(fen, on: day)
  }

  /// Vouchers to one household, net of what was reversed or returned, and the last one's day.
  private mutating func writePayments(
    of share: Share, from moved: Day, account: ProjectAccount
  ) throws(OutputFault) -> (fen: Int, last: Day) {
    let first = moved + random.draw(3...50)
    let number = share.household.number
    guard random.happens(900), account.isOpen(on: first + 10),
      share.household.stands(on: first + 10)
    else { return (0, moved) }
    if random.happens(6) {
      let wrong = try voucher(account, household: number, fen: share.fen, on: first)
      try voucher(account, household: number, fen: -share.fen, on: first + 2, reversing: wrong)
      try voucher(account, household: number, fen: share.fen, on: first + 3)
      return (share.fen, first + 3)
    }
    guard random.happens(120) else {
      try voucher(account, household: number, fen: share.fen, on: first)
      guard random.happens(4) else { return (share.fen, first) }
      let returned = share.fen / 5
      try voucher(account, household: number, fen: -returned, on: first + 8)
      return (share.fen - returned, first + 8)
    }
    let half = share.fen * 6 / 10
    try voucher(account, household: number, fen: half, on: first)
    guard random.happens(800) else { return (half, first) }
    try voucher(account, household: number, fen: share.fen - half, on: first + 10)
    return (share.fen, first + 10)
  }

  // MARK: The project's own

  private mutating func pay(
    _ payee: String, _ fen: Int, from account: inout ProjectAccount
  ) throws(OutputFault) {
    let day = account.fundedOn + random.draw(15...70)
    guard random.happens(850), account.isOpen(on: day) else { return account.reserve(fen) }
    try voucher(account, payee: payee, fen: fen, on: day)
    account.spend(fen, on: day)
  }

  /// A cancelled project gives back what it holds; so do some others at the end of the year.
  private mutating func closeAccount(_ account: inout ProjectAccount) throws(OutputFault) {
    let day: Day
    if let cancelled = account.cancelledOn {
      day = max(account.lastDay, cancelled) + 5
    } else {
      guard random.happens(150) else { return }
      day = max(account.lastDay, Day(2011, 12, 15) + random.draw(0...10))
    }
    let free = account.freeFen
    guard free > 0, day <= .yearEnd else { return }
    try movement(account.pool, project: account.serial, household: nil, fen: -free, on: day)
  }
}
