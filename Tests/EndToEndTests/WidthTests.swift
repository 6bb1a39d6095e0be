import Foundation
import Testing

@Suite("What is shown on terminals of several widths")
struct WidthTests {
  static let reports = [
    "list households --month 2011-06 --village 433123104206", "find 吴 --limit 30",
    "fund balance --project P433123-00005", "report monthly --month 2011-06 --by township",
    "report funds", "staff load", "report exceptions", "show 4331231042060013", "show S433123-0001",
  ]

  /// What a command shows on a terminal of so many columns.
  private func shown(
    _ words: [String], _ columns: Int, _ language: String, in folder: ProgramFolder
  ) throws -> [String] {
    let terminal = try Pseudoterminal()
    let process = try folder.process(ProgramFolder.program, words)
    process.environment?["COLUMNS"] = String(columns)
    process.environment?["SIXPOINT_LANG"] = language
    process.standardOutput = terminal.terminal
    try process.run()
    let told = try terminal.read()
    #expect(try folder.finish(process).status == 0, "\(words)")
    return told.components(separatedBy: "\r\n")
  }

  /// Numbers, days, codes and amounts, in order of themselves.
  private func numbers(_ lines: [String]) -> [String] {
    lines.flatMap { line in
      line.matches(of: /[A-Za-z0-9*+.,:−-]*[0-9][A-Za-z0-9*+.,:−%-]*/).map { String($0.output) }
    }.sorted()
  }

  @Test(
    "every line fits, and no number, day or key is cut", arguments: reports, ["en", "zh"])
  func fits(report: String, language: String) throws {
    let folder = try ReportsFolder.make()
    let words = report.split(separator: " ").map(String.init)
    let process = try folder.process(ProgramFolder.program, words)
    process.environment?["SIXPOINT_LANG"] = language
    process.environment?["COLUMNS"] = "60"
    try process.run()
    let piped = try folder.finish(process).output
    #expect(!piped.contains("…"), "cut in a pipe: \(piped)")
    let whole = numbers(piped.split(separator: "\n").map(String.init))
    for columns in [60, 80, 100, 120] {
      let lines = try shown(words, columns, language, in: folder)
      for line in lines { #expect(line.terminalColumns <= columns, "\(columns): \(line)") }
      #expect(numbers(lines) == whole, "\(report) at \(columns)")
      #expect(!lines.joined().contains("…"), "\(report) at \(columns)")
    }
  }
}
