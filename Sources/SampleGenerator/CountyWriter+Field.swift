extension CountyWriter {
  /// What comes from the field: visits and deliveries, and the income of two years.
  mutating func writeField(
    of household: Household, at index: Int, in village: Village
  ) throws(OutputFault) {
    try writeProgress(of: household, at: index, in: village)
    try writeIncome(of: household)
  }

  private mutating func writeProgress(
    of household: Household, at index: Int, in village: Village
  ) throws(OutputFault) {
    guard let enrolled = household.enrolledOn else { return }
    var day = enrolled
    for _ in 0..<random.weighted([640, 260, 70, 30]) {
      day = day + random.draw(5...110)
      guard day <= .yearEnd, household.stands(on: day) else { return }
      let file = folder[.progress]
      let isDelivery = random.happens(450)
      let delivery = household.mainKind.delivery
      file.number(household.number)
      file.blank()
      file.day(day)
      file.key(staffPrefix, village.team[(index + 2) % village.team.count], places: 4)
      file.term(isDelivery ? delivery.kind : Term("visit", "走访"))
      if isDelivery, let quantity = household.mainKind.perHousehold {
        file.number(random.draw(quantity))
        file.term(household.mainKind.unit)
      } else {
        file.blank(2)
      }
      file.blank()
      file.term(isDelivery ? delivery.note : Term("asked after work and health", "了解生产生活情况"))
      try file.endRow()
    }
  }

  /// Two households in three grew by 1,500 yuan or more.
  private mutating func writeIncome(of household: Household) throws(OutputFault) {
    let before = household.incomePerPerson * max(1, household.standing)
    let growth = random.happens(660) ? random.draw(1500...3600) : random.draw(-300...1490)
    let isKnown = random.happens(600)
    if isKnown { try income(of: household, year: 2010, total: before) }
    guard random.happens(isKnown ? 780 : 120), household.endedOn == nil else { return }
    try income(of: household, year: 2011, total: before + growth)
  }

  /// One in ten gives its total alone; else the total is the sum of the parts less the cost.
  private mutating func income(
    of household: Household, year: Int, total: Int
  ) throws(OutputFault) {
    let file = folder[.income]
    file.number(household.number)
    file.number(year)
    if random.happens(100) {
      file.blank(5)
    } else {
      let cost = max(0, total) * random.draw(6...24) / 100
      let gross = total + cost
      let business = gross * random.draw(30...60) / 100
      let transfer = gross * random.draw(3...12) / 100
      let property = random.happens(80) ? gross / random.draw(20...60) : 0
      for part in [gross - business - transfer - property, business, transfer, property, cost] {
        file.money(fen: part * 100)
      }
    }
    file.money(fen: total * 100)
    try file.endRow()
  }
}
