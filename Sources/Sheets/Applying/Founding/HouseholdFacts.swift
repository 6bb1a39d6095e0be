import Domain
import Register

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
final class HouseholdRows {
  private let fact: HouseholdFacts
  private let table: FactTable
  private let households: FoundingHouseholds
  private let entry: Int64
  private var index = 0
  private var id: Int64 = 0

  init(_ fact: HouseholdFacts, _ table: FactTable, _ households: FoundingHouseholds, entry: Int64) {
    self.fact = fact
    self.table = table
    self.households = households
    self.entry = entry
  }

  /// Fills a block with the next rows; false after the last.
  func fill(_ block: FactBlock) -> Bool {
    block.removeAll()
    while !block.isFull, index < households.count {
      let household = households.all[index]
      index += 1
      guard isSaid(household) else { continue }
      id += 1
      block.set(0, id)
      say(household, Int64(index), in: block)
      block.set(table.columns.count - 1, entry)
      block.endRow()
    }
    return block.count > 0
  }

  private func isSaid(_ household: FoundingHouseholds.Household) -> Bool {
    switch fact {
    case .household, .residence, .headship: true
    case .householdClass: household.householdClass != .min
    case .circumstance:
      household.cause != .none || household.income != .min || household.size != .min
    case .enrolment: household.enrolledOn != .min
    }
  }

  /// The columns between `id` and `entered`, in the schema's order.
  private func say(
    _ household: FoundingHouseholds.Household, _ householdID: Int64, in block: FactBlock
  ) {
    let always = Int64(DayPeriod.firstDay)
    if fact != .household { block.set(1, householdID) }
    switch fact {
    case .household:
      households.withBytes(household.number) { block.set(1, text: $0) }
    case .residence:
      block.set(2, household.village)
      block.set(3, always)
    case .householdClass:
      block.set(2, Int64(household.householdClass))
      set(household.ground, 3, block)
      block.set(4, always)
    case .circumstance:
      set(household.cause, 2, block)
      set(household.income, 3, block)
      set(household.size, 4, block)
    case .enrolment:
      block.set(2, Int64(CalendarDate(dayNumber: household.enrolledOn).year))
      block.set(3, Int64(household.enrolledOn))
    case .headship:
      block.set(2, Int64(household.headNo))
      block.set(3, always)
    }
  }

  private func set(_ text: FoundingHouseholds.Text, _ column: Int, _ block: FactBlock) {
    if text == .none { return block.setNull(column) }
    households.withBytes(text) { block.set(column, text: $0) }
  }

  private func set(_ number: Int64, _ column: Int, _ block: FactBlock) {
    if number == .min { block.setNull(column) } else { block.set(column, number) }
  }
}
