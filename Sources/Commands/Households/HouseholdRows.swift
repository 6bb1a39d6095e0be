import Arguments
import Domain
import Intake
import Register
import Sheets

extension HandIn {
  /// The id of a household that the command line names; one that does not stand is refused with the nearest.
  func household(_ number: String) throws(Problem) -> Int64 {
    try register.requiredHousehold(number, console)
  }

  func people(of household: String) throws(Problem) -> HouseholdPeople {
    try HouseholdPeople(of: try self.household(household), on: day, register, console)
  }

  /// A village by its code or by a name that only one bears.
  ///
  /// - Parameter mayBeOutside: whether it may lie outside the office, as where a household moves to.
  func village(_ text: String, mayBeOutside: Bool = false) throws(Problem) -> Region {
    try console.region(
      text, levels: .village ... .village, of: register, mayBeOutside: mayBeOutside)
  }

  /// Hands in rows of `household_events` and prints what came of them.
  func tell(
    event: HouseholdEventKind, of household: String, _ rows: [RowCells],
    _ arguments: ParsedArguments, _ sentence: String
  ) throws(Problem) {
    let rows = rows.map { more in
      [("household_no", household), ("event", event.name), ("on", day.description)] + more
    }
    let receipt = try take(
      CellsSubmission(command: "household \(event.name)", .householdEvents, rows: rows))
    try DailyReceipt(receipt, self, sentence: sentence).print(arguments)
  }
}
