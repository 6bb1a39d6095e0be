import Intake
import Register
import SQLite
import Sheets
import Testing

@Suite("The work of an export")
struct ExportWorkTests {
  /// How many hundreds of steps SQLite takes to export the roster of so many households.
  private static func steps(households: Int, known: Int64?) throws -> Int {
    let trial = try ExportTrial()
    var roster = "household_no,village_code,name,relation,class,enrolled_on\n"
    for number in 1...households {
      roster += "H\(number),433123104201,吴,head,poor,2011-03-01\nH\(number),,石,spouse,,\n"
    }
    try trial.take(roster)
    // Something withdrawn since, as it is after any correction.
    try trial.take("household_no,name,relation,phone\nH1,石,spouse,13812345678\n")
    var ticks = 0
    func tick() -> Bool {
      ticks += 1
      return true
    }
    _ = try trial.register.connection.ticking(every: 100, tick) { () throws -> String in
      try trial.export("roster") { $0.known = known }
    }
    return ticks
  }

  @Test(
    "is some hundred steps a row, also as known at an entry", arguments: [nil, 2] as [Int64?])
  func few(known: Int64?) throws {
    let few = try Self.steps(households: 100, known: known)
    let many = try Self.steps(households: 500, known: known)
    let perRow = (many - few) * 100 / 800
    #expect(perRow < 1_000)
  }
}
