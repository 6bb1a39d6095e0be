import Foundation
import Testing

@Suite("What is shown on terminals of several widths")
struct WidthTests {
  static let reports = [
    "list households --month 2011-06 --village 433123104206", "find 吴 --limit 30",
    "fund balance --project P433123-00005", "report monthly --month 2011-06 --by township",
    "report funds", "staff load", "report exceptions", "show 4331231042060013", "show S433123-0001",
    "today --staff S433123-0001", "today --officer nobody",
  ]

  /// What a command shows on a terminal of so many columns, or tells there of what went wrong.
  private func shown(
    _ words: [String], _ columns: Int, _ language: String, in folder: ProgramFolder,
    isRefusal: Bool = false
  ) throws -> [String] {
    let terminal = try Pseudoterminal()
    let process = try folder.process(ProgramFolder.program, words)
    process.environment?["COLUMNS"] = String(columns)
    process.environment?["SIXPOINT_LANG"] = language
    if isRefusal {
      process.standardError = terminal.terminal
    } else {
      process.standardOutput = terminal.terminal
    }
    try process.run()
    let told = try terminal.read()
    #expect(try folder.finish(process).status == (isRefusal ? 1 : 0), "\(words)")
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
    let whole = numbers(piped.split(separator: "\n").map(String.init))
    #expect(!hasCut(piped.split(separator: "\n").map(String.init)), "cut in a pipe: \(piped)")
    for columns in [60, 80, 100, 120] {
      let lines = try shown(words, columns, language, in: folder)
      for line in lines { #expect(line.terminalColumns <= columns, "\(columns): \(line)") }
      #expect(numbers(lines) == whole, "\(report) at \(columns)")
      #expect(!hasCut(lines), "\(report) at \(columns)")
    }
  }

  @Test("history has its numbers in one column, and sets in what a line goes on with")
  func history() throws {
    let folder = try ReportsFolder.make()
    let piped = try folder.run("history").output.split(separator: "\n").map(String.init)
    #expect(piped.allSatisfy { $0.first?.isNumber == true }, "a line an entry: \(piped)")
    let lines = try shown(["history"], 50, "en", in: folder).filter { !$0.isEmpty }
    let begun = lines.filter { $0.contains(/^ *[0-9]+  2/) }
    #expect(begun.count == piped.count && lines.count > begun.count, "\(lines)")
    let ends = Set(begun.compactMap { $0.firstMatch(of: /^ *[0-9]+/)?.output.count })
    #expect(ends.count == 1, "\(lines)")
    let indent = String(repeating: " ", count: (ends.first ?? 0) + 2)
    for line in lines {
      #expect(line.terminalColumns <= 50)
      #expect(begun.contains(line) || line.hasPrefix(indent) && !line.hasPrefix(indent + " "))
    }
  }

  /// Whether anything but a line that counts the rows not shown has an ellipsis.
  private func hasCut(_ lines: [String]) -> Bool {
    lines.contains { !$0.hasPrefix("…") && $0.contains("…") }
  }

  @Test(
    "a message is broken at the terminal's width, with its rule behind it, and is one line elsewhere",
    arguments: ["en", "zh"])
  func messages(language: String) throws {
    let folder = try ReportsFolder.make()
    let words = ["plan", "4331231042010009999", "--starts", "2011-03-01", "--measures", "x"]
    let piped = try folder.run(words + ["--lang", language]).errors
    #expect(piped.hasSuffix("\n") && piped.filter { $0 == "\n" }.count == 1, "\(piped)")
    for columns in [60, 80] {
      let lines = try shown(words, columns, language, in: folder, isRefusal: true).dropLast()
      for line in lines { #expect(line.terminalColumns <= columns, "\(columns): \(line)") }
      #expect(lines.count > 2, "\(lines)")
      #expect(
        lines.last == (language == "zh" ? "详见：" : "More: ") + "sixpoint explain unknown_household")
      let told = lines.dropLast().joined()
      #expect(told.filter { !$0.isWhitespace } == piped.filter { !$0.isWhitespace }, "\(lines)")
      for line in try shown(["explain", "household_ended"], columns, language, in: folder) {
        #expect(line.terminalColumns <= columns, "\(columns): \(line)")
      }
    }
  }
}
