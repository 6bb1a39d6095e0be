import Domain
import Register
import SQLite

/// The facts that a founding roster says of its households, table by table.
enum HouseholdFacts: String, CaseIterable {
  case household
  case residence
  case householdClass = "household_class"
  case circumstance
  case enrolment
  case headship
}

/// Writes the facts of households into blocks, one of each table.
struct HouseholdRows {
  /// The last row's id, table by table.
  private var ids = [Int64](repeating: 0, count: HouseholdFacts.allCases.count)

  /// Adds what is said of a household.
  ///
  /// - Parameter blocks: in the order of `HouseholdFacts`; each has room for a row.
  mutating func add(_ household: FoundingHousehold, to blocks: [FactBlock]) {
    for (index, fact) in HouseholdFacts.allCases.enumerated() where isSaid(fact, household) {
      ids[index] += 1
      let block = blocks[index]
      let row = block.row
      row[0] = LentColumn(ids[index])
      say(fact, household, in: row, block)
      block.endRow()
    }
  }

  private func isSaid(_ fact: HouseholdFacts, _ household: FoundingHousehold) -> Bool {
    switch fact {
    case .household, .residence, .headship: true
    case .householdClass: household.householdClass != nil
    case .circumstance:
      household.cause != nil || household.income != nil || household.size != nil
    case .enrolment: household.enrolledOn != nil
    }
  }

  /// The columns between `id` and `entered`, in the schema's order.
  private func say(
    _ fact: HouseholdFacts, _ household: FoundingHousehold,
    in row: UnsafeMutableBufferPointer<LentColumn>, _ block: FactBlock
  ) {
    let always = LentColumn(Int64(DayPeriod.firstDay))
    if fact != .household { row[1] = LentColumn(household.id) }
    switch fact {
    case .household:
      row[1] = block.keep(household.number.span)
    case .residence:
      row[2] = number(household.village)
      row[3] = always
    case .householdClass:
      row[2] = number(household.householdClass)
      row[3] = text(household.ground, block)
      row[4] = always
    case .circumstance:
      row[2] = text(household.cause, block)
      row[3] = number(household.income)
      row[4] = number(household.size)
    case .enrolment:
      row[2] = number(
        household.enrolledOn.map {
          Int64(CalendarDate(dayNumber: DayNumber(clamping: $0)).year)
        })
      row[3] = number(household.enrolledOn)
    case .headship:
      row[2] = number(household.headNo)
      row[3] = always
    }
  }

  private func text(_ text: [UInt8]?, _ block: FactBlock) -> LentColumn {
    text.map { block.keep($0.span) } ?? .null
  }

  private func number(_ number: Int64?) -> LentColumn { number.map { LentColumn($0) } ?? .null }
}
