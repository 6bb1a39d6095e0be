import Foundation
import SQLite
import Testing

/// A county's register with money: batch B1 of 9,000 yuan, of which 8,000 are with the county, 7,000 with the
/// project P1, and 300 with each of the households H1 to H6 since 1 April 2011. P2 has no approval. H7
/// is enrolled on 1 June only.
enum FundFolder {
  static let households = 6

  /// A copy of its own of a register that is made once.
  static func make() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    folder.clock = "2011-12-31T08:00:00Z"
    try register.get().write(to: folder.url("register.db"))
    return folder
  }

  private static let register = Result {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    folder.clock = "2011-12-31T08:00:00Z"
    var roster = "household_no,village_code,name,relation,class,account_no,enrolled_on\n"
    for number in 1...households {
      // H6 has no account.
      let account = number == households ? "" : "6217000000000\(number)"
      roster += "H\(number),433123104201,甲\(number),head,poor,\(account),2011-03-01\n"
    }
    // H7 comes in later, and has no money.
    roster += "H7,433123104201,甲7,head,poor,,2011-06-01\n"
    try folder.write("roster.csv", roster)
    try folder.write(
      "projects.csv",
      """
      project_no,name,kind,county_code,proposed_on,reviewed_on,meeting,verdict,approved_on
      P1,goats,breeding,433123,2011-03-01,2011-03-02,m,approve,2011-03-03
      P2,rice,planting,433123,2011-03-01,,,,

      """)
    try folder.write(
      "batches.csv",
      "batch_no,document_no,issued_on,fund,source,amount\nB1,d,2011-02-01,convergence,central,9000\n"
    )
    var allocations = """
      movement_no,batch_no,county_code,project_no,household_no,amount,moved_on
      M1,B1,433123,,,8000,2011-04-01
      M2,B1,,P1,,7000,2011-04-01

      """
    for number in 1...households { allocations += "N\(number),B1,,P1,H\(number),300,2011-04-01\n" }
    try folder.write("allocations.csv", allocations)
    let made = try folder.run(
      "import", "--quiet", "roster.csv", "projects.csv", "batches.csv", "allocations.csv")
    try #require(made.status == 0, "\(made.errors)")
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 1000)
    try connection.checkpoint()
    return try Data(contentsOf: folder.url("register.db"))
  }
}
