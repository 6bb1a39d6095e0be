import Domain
import Intake
import Register
import Sheets
import Testing

@Suite("A household that ends with money on its rung")
struct MoneyAtEndTests {
  let trial: ExportTrial

  /// A and B are enrolled; A was allocated 300.50 yuan of which 100 are paid out.
  init() throws {
    trial = try ExportTrial()
    try trial.take(HouseholdGivingTests.roster)
    for sheet in LifeOffice.money { try trial.take(sheet) }
    try trial.take(
      "movement_no,batch_no,project_no,household_no,amount,moved_on\nM3,X1,P1,A,300.50,2011-03-01\n"
    )
    try trial.take(
      "voucher_no,household_no,project_no,batch_no,amount,paid_on\nV1,A,P1,X1,100,2011-03-05\n")
  }

  private func tell(_ rows: [String]) throws -> Receipt {
    try trial.send(([EventOffice.header] + rows).joined(separator: "\n") + "\n")
  }

  /// `money_at_end A 2011-06-01 20050`, one an exception of the kind.
  private func exceptions(on day: String = "2011-12-31") throws -> [String] {
    let day = try #require(CalendarDate(day)).dayNumber
    return try trial.register.exceptions(on: day, in: nil)
      .filter { $0.kind == .moneyAtEnd }
      .map {
        "\($0.householdNo ?? "") \($0.day.map { CalendarDate(dayNumber: $0).description } ?? "") \($0.fen ?? 0)"
      }
  }

  private static let people = ["张一", "张二", "张三"]

  @Test(
    "It is taken with a warning of the amount and stands among the exceptions until the money is back",
    arguments: [
      ["A,end,2011-06-01,,,,,,"],
      ["A,merge,2011-06-01,,,,,B,"],
      ["A,split,2011-06-01,,,,张一；张二；张三,N1,"],
      people.reversed().map { "A,split,2011-06-01,,,,\($0),N1," },
    ])
  func ends(rows: [String]) throws {
    let receipt = try tell(rows)
    #expect(receipt.errors.isEmpty, "\(receipt.errors)")
    #expect(receipt.entry != nil)
    #expect(
      receipt.warnings.map(\.kind) == [.notice(.moneyAtEnd(household: "A", fen: 20050))])
    #expect(receipt.warnings.map(\.line) == [2])
    #expect(try exceptions() == ["A 2011-06-01 20050"])
    #expect(try exceptions(on: "2011-05-31").isEmpty)

    // Half goes back, and then the rest out.
    try trial.take(
      "movement_no,batch_no,project_no,household_no,amount,moved_on\nM4,X1,P1,A,-150.50,2011-07-01\n"
    )
    #expect(try exceptions() == ["A 2011-06-01 5000"])
    try trial.take(
      "voucher_no,household_no,project_no,batch_no,amount,paid_on\nV2,A,P1,X1,50,2011-07-02\n")
    #expect(try exceptions().isEmpty)
    #expect(try exceptions(on: "2011-07-01") == ["A 2011-06-01 5000"])
  }

  @Test("A split that leaves somebody ends nothing, and nothing is told")
  func stays() throws {
    #expect(try tell(["A,split,2011-06-01,,,,张一；张二,N1,"]).warnings.isEmpty)
    #expect(try exceptions().isEmpty)
  }

  @Test("Taken back, the end leaves no exception")
  func takenBack() throws {
    _ = try tell(["A,merge,2011-06-01,,,,,B,"])
    #expect(try tell(["A,merge,2011-06-01,,,,,B,(withdraw)"]).errors.isEmpty)
    #expect(try exceptions().isEmpty)
  }
}
