import Foundation
import SQLite
import Testing

/// A county's register with three households, three officials and a project, made once and copied for each test.
///
/// H1, H2, H3 are enrolled on 1 March 2011 in village 433123104201; S1 holds the role contact of H1 from then
/// to 1 May and of H2 without end. P1 was proposed on 10 March. Everybody is invented.
enum DailyFolder {
  static let village = "433123104201"

  static func make() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try register.get().write(to: folder.url("register.db"))
    return folder
  }

  private static let register = Result {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let sheets = [
      ProgramFolder.roster(3), ProgramFolder.staff(3),
      """
      household_no,role,staff_no,since,until
      H1,contact,S1,2011-03-01,2011-05-01
      H2,contact,S1,2011-03-01,

      """,
      "project_no,name,kind,county_code,proposed_on\nP1,goats,breeding,433123,2011-03-10\n",
    ]
    for sheet in sheets {
      let made = try folder.run("import", "-", "--quiet", input: sheet)
      try #require(made.status == 0, "\(made.errors)")
    }
    // What is still in the log moves into the file.
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 1000)
    try connection.checkpoint()
    return try Data(contentsOf: folder.url("register.db"))
  }
}

extension ProgramFolder {
  /// Runs the words of a line, apart by blanks.
  func words(_ line: String) throws -> Result {
    let process = try process(Self.program, line.split(separator: " ").map(String.init))
    try process.run()
    return try finish(process)
  }

  /// The rule by which a command line was refused, or the first fault of a sheet; nil where it was taken.
  func rule(of told: Result) throws -> String? {
    guard told.status != 0 else { return nil }
    let rule = told.output.firstMatch(of: /"rule":"([a-z_]+)"/)
    return String(try #require(rule, "\(told.output) \(told.errors)").1)
  }
}
