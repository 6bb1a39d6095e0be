import Foundation
import Testing

@Suite("A year of one county")
struct CountyYearTests {
  private static let payList = "fund paylist L1 --project P2 --batch B1 --on 2011-08-01"

  private func register() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    folder.clock = "2012-02-01T08:00:00Z"
    try folder.makeRegister()
    return folder
  }

  /// All commands in one shell; the first that is refused ends it.
  private func run(_ lines: [String], in folder: ProgramFolder) throws {
    let script = lines.map {
      "$PROGRAM \($0) >>told.txt || { echo \"refused: \($0)\" >&2; exit 1; }"
    }
    try folder.write("year.sh", script.joined(separator: "\n") + "\n")
    let told = try folder.shell("set -e; . ./year.sh")
    try #require(told.status == 0, "\(told.errors)")
  }

  /// The year as its officers typed it.
  private func byCommands() throws -> ProgramFolder {
    let folder = try register()
    try folder.write("bank.csv", CountyYear.bankReturns)
    try run(
      CountyYear.commands + [
        Self.payList + " -o list.csv --reveal --reason 代发", "import bank.csv --quiet",
        "inspect draw I1 --seed 7 --share 10 --on 2011-11-01 --known 20",
      ], in: folder)
    let drawn = try folder.run("inspect", "list", "--on", "2011-11-01", "--format", "csv").output
    let first = try #require(drawn.firstMatch(of: /H\d\d/)).output
    try run(
      [
        "inspect record I1 \(first) --finding 台账不全 --on 2011-11-05 --due 2011-11-30",
        "inspect settle I1 \(first) --settlement 已补齐 --on 2011-11-25",
      ], in: folder)
    return folder
  }

  private func exported(_ sheet: String, _ folder: ProgramFolder) throws -> String {
    let told = try folder.run("export", sheet, "--reveal", "--reason", "compared")
    try #require(told.status == 0, "\(sheet): \(told.errors)")
    return told.output
  }

  private static let all =
    CountyYear.sheets.map(\.name) + ["pay_lists", "bank_returns", "inspections", "findings"]

  /// The year as sheets; pay list, draw and findings are taken from the other register's own sheets.
  private func bySheets(like other: ProgramFolder) throws -> ProgramFolder {
    let folder = try register()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/sheets", withIntermediateDirectories: true)
    for (name, text) in CountyYear.sheets { try folder.write("sheets/\(name).csv", text) }
    try folder.write("sheets/bank_returns.csv", CountyYear.bankReturns)
    for name in ["pay_lists", "inspections", "findings"] {
      try folder.write("sheets/\(name).csv", try exported(name, other))
    }
    let told = try folder.run("import", "sheets", "--quiet")
    try #require(told.status == 0, "\(told.errors) \(told.output)")
    return folder
  }

  /// The year of a register out of its own exports.
  private func rebuilt(from other: ProgramFolder) throws -> ProgramFolder {
    let folder = try register()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/sheets", withIntermediateDirectories: true)
    for name in Self.all { try folder.write("sheets/\(name).csv", try exported(name, other)) }
    let told = try folder.run("import", "sheets", "--quiet")
    try #require(told.status == 0, "\(told.errors) \(told.output)")
    return folder
  }

  /// The twelve reports by county, village and class, cell by cell, and the money.
  private func reports(_ folder: ProgramFolder) throws -> [String] {
    let told = try folder.shell(
      """
      for month in 01 02 03 04 05 06 07 08 09 10 11 12; do
        for level in county village class; do
          $PROGRAM report monthly --month 2011-$month --by $level --format csv || exit 1
        done
      done
      $PROGRAM report funds --on 2011-12-31 --format csv
      $PROGRAM list gaps --on 2011-12-31 --format csv
      $PROGRAM report staff --on 2011-12-31 --format csv
      """)
    try #require(told.status == 0, "\(told.errors)")
    return told.output.split(separator: "\n").map(String.init)
  }

  @Test(
    "by commands alone gives the same twelve reports as by sheets, and as rebuilt from its exports")
  func year() throws {
    let typed = try byCommands()
    let told = try reports(typed)
    // The year has something to tell: everybody's six points, money, an accepted project, a goal reached.
    let december = try typed.run("report", "monthly", "--month", "2011-12", "--format", "csv")
      .output
    let total = try #require(december.split(separator: "\n").last).split(
      separator: ",", omittingEmptySubsequences: false)
    #expect(total[2] == "40" && total[10] == "40", "\(december)")
    #expect(total.last.flatMap { Double($0) } ?? 0 > 30_000, "\(december)")
    #expect(try typed.run("check").output.hasPrefix("Nothing wrong"))
    let sent = try bySheets(like: typed)
    let bySheets = try reports(sent)
    #expect(told.count == bySheets.count)
    for (one, other) in zip(told, bySheets) { #expect(one == other) }
    #expect(try sent.run("check").output.hasPrefix("Nothing wrong"))
    let again = try rebuilt(from: typed)
    #expect(try reports(again) == told)
    #expect(try again.run("check").output.hasPrefix("Nothing wrong"))
    for sheet in Self.all {
      #expect(try exported(sheet, again) == exported(sheet, typed), "\(sheet)")
    }
  }
}
