import Foundation
import Testing

/// The commands the README shows, and what it says they print.
struct ShownCommand: CustomTestStringConvertible, Sendable {
  /// The heading that it stands under.
  let section: String
  let words: [String]
  let lines: [String]

  var testDescription: String { words.joined(separator: " ") }

  static let project = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every `$ sixpoint …` in the README's console blocks.
  static let all: [ShownCommand] = {
    let text =
      (try? String(contentsOf: project.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""
    var commands: [ShownCommand] = []
    var words: [String]?
    var lines: [String] = []
    var isInside = false
    var section = ""
    func finish() {
      if let words {
        commands.append(ShownCommand(section: section, words: words, lines: lines))
      }
      words = nil
      lines = []
    }
    for line in text.components(separatedBy: "\n") {
      if !isInside, line.hasPrefix("#") {
        section = line
      } else if line == "```console" {
        isInside = true
      } else if line == "```" {
        finish()
        isInside = false
      } else if isInside, line.hasPrefix("$ sixpoint ") {
        finish()
        words = line.dropFirst("$ sixpoint ".count).split(separator: " ").map(String.init)
      } else if isInside {
        lines.append(line)
      }
    }
    return commands
  }()

  /// Whether the lines shown are those printed; a line `…` stands for any lines, `…` within one for any text.
  func matches(_ output: String) -> Bool {
    var printed = output.components(separatedBy: "\n")[...]
    if printed.last == "" { printed = printed.dropLast() }
    var shown = lines[...]
    var isOpen = false
    while let line = shown.popFirst() {
      if line == "…" {
        isOpen = true
        continue
      }
      if isOpen {
        while let first = printed.first, !Self.line(line, is: first) {
          printed = printed.dropFirst()
        }
      }
      isOpen = false
      guard let first = printed.popFirst(), Self.line(line, is: first) else { return false }
    }
    return isOpen || printed.isEmpty
  }

  private static func line(_ shown: String, is printed: String) -> Bool {
    let parts = shown.components(separatedBy: "…")
    guard parts.count > 1 else { return shown == printed }
    return printed.hasPrefix(parts[0]) && printed.hasSuffix(parts[parts.count - 1])
  }
}

@MainActor
@Suite("The README", .serialized)
struct ReadmeTests {
  @Test("shows commands")
  func showsCommands() {
    #expect(ShownCommand.all.count >= 6)
    #expect(Self.beginnings.count >= 2)
  }

  /// What begins with a register of its own.
  nonisolated static let beginnings = ShownCommand.all.filter { $0.words.first == "init" }.map(
    \.section)

  @Test(
    "is true in what it shows",
    arguments: ShownCommand.all.filter { !beginnings.contains($0.section) })
  func isTrue(_ command: ShownCommand) throws {
    try expect(command, in: try SampleRegister.shared.get().folder)
  }

  @Test("is true in the first minutes, of a county and of the province", arguments: beginnings)
  func beginsTruly(section: String) throws {
    let folder = try ProgramFolder()
    folder.clock = "2012-01-01T00:00:00Z"
    for command in ShownCommand.all where command.section == section {
      try expect(command, in: folder)
    }
  }

  private func expect(_ command: ShownCommand, in folder: ProgramFolder) throws {
    let words = command.words.map { word in
      word.hasPrefix("SampleData/")
        ? ShownCommand.project.appendingPathComponent(word).path : word
    }
    let process = try folder.process(ProgramFolder.program, words)
    try process.run()
    let result = try folder.finish(process)
    #expect(result.status == 0, "\(result.errors)")
    #expect(command.matches(result.output), "\(result.output)")
  }

  @Test("names only files that are there")
  func filesAreThere() throws {
    let text = try String(
      contentsOf: ShownCommand.project.appendingPathComponent("README.md"), encoding: .utf8)
    for match in text.matches(of: /\]\(([^)]+)\)|`(scripts\/[a-z]+)`/) {
      let name = String(match.1 ?? match.2 ?? "")
      let path = ShownCommand.project.appendingPathComponent(name).path
      #expect(FileManager.default.fileExists(atPath: path), "\(name)")
    }
  }
}
