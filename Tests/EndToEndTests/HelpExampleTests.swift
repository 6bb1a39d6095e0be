import Commands
import Foundation
import Testing

@Suite("The examples of the help")
struct HelpExampleTests {
  /// Those that need a terminal, another folder or the number of an entry that may be undone.
  private static let others: Set<String> = ["init", "undo", "restore", "completions"]

  static let commands = names.filter { !others.contains($0) }

  private static let names = Program.commands.map { $0.definition.name }

  /// Commands that name an officer and only read, or keep what they are told beside the register.
  private static let readers: Set<String> = ["today", "config"]

  /// Commands that make an entry of what they are told; the receipt of a file has a contract of its own.
  static let writing = Program.commands.map { $0.definition }.filter { definition in
    let options = definition.options.map(\.long)
    // To reveal is recorded too, but is no act on what the register holds.
    return options.contains("officer") && definition.name != "import"
      && !readers.contains(definition.name)
      && (!options.contains("reveal") || options.contains("dry-run"))
  }.map(\.name)

  /// A register of the sample sheets, beside the sheets that examples name.
  private func folder(for command: String) throws -> ProgramFolder {
    // A roster of May is refused where it differs from the events since, so import begins a register.
    let folder = try command == "import" ? ProgramFolder() : ReportsFolder.make()
    if command == "import" { try folder.makeRegister() }
    folder.clock = "2012-02-01T08:00:00Z"
    let sample = SampleRegister.sample
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/SampleData", withDestinationPath: sample)
    for sheet in ["staff.csv", "roster.csv"] {
      try FileManager.default.copyItem(
        atPath: sample + "/433123_fenghuang/" + sheet, toPath: folder.path + "/" + sheet)
    }
    if let line = Self.before[command] {
      let done = try folder.shell("$PROGRAM " + line)
      try #require(done.status == 0, "\(line): \(done.errors)")
    }
    return folder
  }

  private func examples(_ command: String, _ folder: ProgramFolder) throws -> [Substring] {
    let help = try folder.shell("$PROGRAM help " + command).output
    return help.split(separator: "\n").filter { $0.hasPrefix("  sixpoint ") }
      .map { $0.dropFirst("  sixpoint ".count) }
  }

  /// What is answered must have been asked, and what is settled found.
  private static let before = [
    "disclose answer":
      "disclose object P433123-00005 433123104206 --objection 分配不均 --on 2011-01-15",
    "inspect settle":
      "inspect record I2011-01 4331231042060013 --finding 帮扶记录不全 --on 2011-12-05",
  ]

  @Test("work on the sample register", arguments: commands)
  func works(command: String) throws {
    let folder = try folder(for: command)
    let examples = try examples(command, folder)
    #expect(!examples.isEmpty)
    for example in examples {
      let told = try folder.shell("$PROGRAM " + example)
      #expect(told.status == 0, "\(example): \(told.errors)")
    }
  }

  @Test("of writing commands give the same keys as JSON, beside their own", arguments: writing)
  func keys(command: String) throws {
    let folder = try folder(for: command)
    let lines: [String] =
      switch command {
      case "undo": ["undo \(try folder.lastEntry()) --dry-run"]
      case "init": ["init --register other.db --office 433123 --year 2011"]
      default: Array(try examples(command, folder).suffix(1).map(String.init))
      }
    for line in lines {
      let told = try folder.shell("$PROGRAM " + line + " --json")
      let json = try #require(
        try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any],
        "\(line): \(told.output) \(told.errors)")
      #expect(told.status == 0, "\(line): \(told.errors)")
      for key in ["created", "changed", "unchanged"] {
        #expect(json[key] is Int, "\(line) \(key): \(told.output)")
      }
      for key in ["warnings", "closed_months"] {
        #expect(json[key] is [Any], "\(line) \(key): \(told.output)")
      }
      #expect(json.keys.contains("sheet"), "\(line): \(told.output)")
      // A dry run makes no entry, and so no hash.
      if let entry = json["entry"] as? Int {
        #expect(entry > 0)
        #expect((json["hash"] as? String)?.count == 64, "\(line): \(told.output)")
      } else {
        #expect(json["entry"] is NSNull && json["hash"] is NSNull, "\(line): \(told.output)")
      }
    }
  }

  @Test("leave out no command that writes")
  func walksAll() {
    #expect(Self.writing.count >= 40)
    for name in ["log", "withdraw", "undo", "init", "enrol", "fund pay", "fund paylist"] {
      #expect(Self.writing.contains(name), "\(name)")
    }
  }
}
