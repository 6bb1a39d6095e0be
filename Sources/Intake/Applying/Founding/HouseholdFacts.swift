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

/// Fills blocks with one table's rows, household by household.
struct HouseholdRows: BlockMaker {
  private let fact: HouseholdFacts
  private let table: FactTable
  private let households: FoundingHouseholds
  private var index = 0
  private var id: Int64 = 0

  init(_ fact: HouseholdFacts, _ table: FactTable, _ households: FoundingHouseholds) {
    self.fact = fact
    self.table = table
    self.households = households
  }

  /// Fills a block with the next rows; false after the last.
  mutating func fill(_ block: FactBlock) -> Bool {
    block.removeAll()
    while !block.isFull, index < households.count {
      let household = households[index]
      index += 1
      guard isSaid(household) else { continue }
      id += 1
      let row = block.row
      row[0] = LentColumn(id)
      say(household, Int64(index), in: row, block)
      block.endRow()
    }
    return block.count > 0
  }

  private func isSaid(_ household: FoundingHouseholds.Household) -> Bool {
    switch fact {
    case .household, .residence, .headship: true
    case .householdClass: household.householdClass != .min
    case .circumstance:
      household.cause != 0 || household.income != .min || household.size != .min
    case .enrolment: household.enrolledOn != .min
    }
  }

  /// The columns between `id` and `entered`, in the schema's order.
  private func say(
    _ household: FoundingHouseholds.Household, _ householdID: Int64,
    in row: UnsafeMutableBufferPointer<LentColumn>, _ block: FactBlock
  ) {
    let always = LentColumn(Int64(DayPeriod.firstDay))
    if fact != .household { row[1] = LentColumn(householdID) }
    switch fact {
    case .household:
      row[1] = block.keep(households.number(of: household).span)
    case .residence:
      row[2] = LentColumn(household.village)
      row[3] = always
    case .householdClass:
      row[2] = LentColumn(Int64(household.householdClass))
      row[3] = text(household.ground, block)
      row[4] = always
    case .circumstance:
      row[2] = text(household.cause, block)
      row[3] = number(household.income)
      row[4] = number(household.size)
    case .enrolment:
      row[2] = LentColumn(Int64(CalendarDate(dayNumber: household.enrolledOn).year))
      row[3] = LentColumn(Int64(household.enrolledOn))
    case .headship:
      row[2] = LentColumn(Int64(household.headNo))
      row[3] = always
    }
  }

  private func text(_ text: FoundingHouseholds.Shared, _ block: FactBlock) -> LentColumn {
    households.text(text).map { block.keep($0.span) } ?? .null
  }

  private func number<Number: FixedWidthInteger>(_ number: Number) -> LentColumn {
    number == .min ? .null : LentColumn(Int64(number))
  }
}
