import Foundation
import Testing

@Suite("The examples of the help")
struct HelpExampleTests {
  /// Those that need no terminal, no other folder and no number of an entry that may be undone.
  static let commands = [
    "import", "template", "preview", "export", "check", "log", "today", "config", "explain", "show", "find",
    "list gaps",
    "enrol", "member add", "member leave", "member correct", "household move", "household reclass",
    "household head", "household split", "household merge", "household end",
    "list lapsed", "list fulfilled", "list households", "list allocated", "list paid",
    "list accepted", "list income-goal", "list visits", "list unvisited", "list due",
    "report monthly", "close", "report submissions", "report exceptions", "report classes",
    "history", "withdraw", "upgrade", "version", "backup",
    "plan", "assign", "handover", "staff add", "staff correct", "staff leave", "staff list",
    "staff load", "report staff", "income", "year open", "project propose", "project correct",
    "project review", "project approve", "project reject", "project start", "project accept",
    "project close", "project cancel", "project link", "project unlink", "inspect draw",
    "inspect record", "inspect list", "disclose list", "disclose post", "disclose down",
    "disclose object", "fund issue", "fund correct", "fund allocate", "fund pay", "fund return",
    "fund reverse", "fund paylist", "fund balance", "report funds",
  ]

  @Test("work on the sample register", arguments: commands)
  func works(command: String) throws {
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
    let help = try folder.shell("$PROGRAM help " + command).output
    let examples = help.split(separator: "\n").filter { $0.hasPrefix("  sixpoint ") }
    #expect(!examples.isEmpty)
    for example in examples {
      let told = try folder.shell("$PROGRAM " + example.dropFirst("  sixpoint ".count))
      #expect(told.status == 0, "\(example): \(told.errors)")
    }
  }
}
