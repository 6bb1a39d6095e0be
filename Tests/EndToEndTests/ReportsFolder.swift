import Foundation
import SQLite
import Testing

/// Fenghuang's sample sheets in a register of its own, made once and copied for each test.
enum ReportsFolder {
  static func make() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try register.get().write(to: folder.url("register.db"))
    return folder
  }

  private static let register = Result {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let sheets = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../SampleData").standardizedFileURL.path
    // The sheets tell of the whole year, which must be over.
    let made = try folder.shell(
      """
      SIXPOINT_CLOCK=2012-02-01T08:00:00Z $PROGRAM import --quiet \
        \(sheets)/province/batches.csv \(sheets)/433123_fenghuang/*.csv >/dev/null
      """)
    try #require(made.status == 0, "\(made.errors)")
    // What is still in the log moves into the file.
    let connection = try Connection(
      path: folder.path + "/register.db", mode: .readWrite, busyTimeoutMilliseconds: 1000)
    try connection.checkpoint()
    return try Data(contentsOf: folder.url("register.db"))
  }
}
