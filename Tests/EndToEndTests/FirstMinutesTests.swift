import Arguments
import Commands
import Foundation
import Testing

@Suite("The first minutes")
struct FirstMinutesTests {
  /// A machine on which nobody has used the program yet.
  private static func fresh(_ line: String) throws -> (ProgramFolder, ProgramFolder.Result) {
    let folder = try ProgramFolder()
    return (folder, try run(line, in: folder))
  }

  private static func run(
    _ line: String, in folder: ProgramFolder
  ) throws -> ProgramFolder.Result {
    let process = try folder.process(
      "/bin/bash", ["-c", line], without: ["SIXPOINT_REGISTER", "SIXPOINT_OFFICER"])
    try process.run()
    return try folder.finish(process)
  }

  @Test(
    "the program alone fills at most a screen of 80 × 24 with what it is, the first step and a day",
    arguments: ["en", "zh"])
  func screen(language: String) throws {
    let (_, told) = try Self.fresh("SIXPOINT_LANG=\(language) $PROGRAM")
    #expect(told.status == 64 && told.output.isEmpty)
    let lines = told.errors.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24, "\(lines.count)")
    #expect(lines.allSatisfy { $0.terminalColumns <= 80 }, "\(told.errors)")
    for command in ["init", "import", "today", "find", "show", "log", "report monthly", "help"] {
      #expect(told.errors.contains("  sixpoint \(command)"), "\(command)")
    }
    let asked = try Self.fresh("$PROGRAM --lang \(language)").1
    #expect(asked.errors == told.errors && asked.status == 64)
    let help = try Self.fresh("SIXPOINT_LANG=\(language) $PROGRAM help").1
    let beginning = told.errors.components(separatedBy: "\n\n").prefix(3)
    #expect(help.status == 0)
    #expect(help.output.hasPrefix(beginning.joined(separator: "\n\n")), "\(help.output)")
    #expect(help.output.contains("sixpoint explain"))
  }

  @Test("the first step works as it is printed", arguments: ["en", "zh"])
  func firstStep(language: String) throws {
    let (folder, told) = try Self.fresh("SIXPOINT_LANG=\(language) $PROGRAM")
    let line = try #require(told.errors.split(separator: "\n").first { $0.contains(" init ") })
    let typed = String(line).components(separatedBy: "  ").first { !$0.isEmpty } ?? ""
    let words = "sixpoint() { $PROGRAM \"$@\"; }; "
    #expect(try Self.run(words + typed, in: folder).status == 0, "\(typed)")
    #expect(folder.exists(".local/share/sixpoint/register.db"))
    #expect(try Self.run("$PROGRAM find 凤凰县", in: folder).status == 0)
  }

  /// Those that use the register and leave it to make no other.
  static let commands = Program.commands.map { $0.definition }.filter { definition in
    definition.options.contains { $0.long == "register" } && definition.name != "init"
  }.map(\.name)

  @Test("without a register every command says the whole command that makes one")
  func noRegister() throws {
    let folder = try ProgramFolder()
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/SampleData", withDestinationPath: SampleRegister.sample)
    try folder.write("staff.csv", ProgramFolder.staff(1))
    try folder.write("roster.csv", ProgramFolder.roster(1))
    var seen = 0
    for command in Program.commands.map({ $0.definition })
    where Self.commands.contains(command.name) {
      guard !["restore", "config", "completions", "preview"].contains(command.name) else {
        continue
      }
      let words = "sixpoint() { $PROGRAM \"$@\"; }; "
      for language in ["en", "zh"] {
        let line = "export SIXPOINT_LANG=\(language); \(words)\(command.examples[0])"
        let told = try Self.run(line, in: folder)
        let whole =
          language == "en"
          ? "“sixpoint init --office Fenghuang --year 2011”"
          : "“sixpoint init --office 凤凰县 --year 2011”"
        #expect(told.status == 1 && told.errors.contains(whole), "\(line): \(told.errors)")
        seen += 1
      }
    }
    #expect(seen > 100)
    let named = try Self.run("$PROGRAM today --register 'my office.db'", in: folder)
    #expect(named.errors.contains("--year 2011 --register 'my office.db'”"), "\(named.errors)")
  }

  @Test(
    "a county that imports its folder first is told in one line which sheet of the province to send"
  )
  func province() throws {
    let folder = try ProgramFolder()
    folder.clock = "2012-02-01T08:00:00Z"
    try folder.makeRegister()
    let county = SampleRegister.sample + "/433123_fenghuang"
    let told = try folder.run("import", county)
    #expect(told.status == 1)
    let lines = told.errors.split(separator: "\n").filter { $0.contains("province's") }
    #expect(
      lines == [
        "sixpoint: allocations.csv was refused and nothing of it was written: first import the province's batches sheet with XJ2011-1, XJ2011-2, then this again"
      ], "\(told.errors)")
    let batches = SampleRegister.sample + "/province/batches.csv"
    #expect(try folder.run("import", batches, county).status == 0)
  }
}
