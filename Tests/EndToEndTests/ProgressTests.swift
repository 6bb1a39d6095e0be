import Foundation
import Testing

@Suite("Progress on a terminal", .serialized)
struct ProgressTests {
  private static let wipe = "\r\u{1B}[K"

  /// Enough that a roster takes some seconds, also where the program is built to be quick: nothing is shown in the
  /// first.
  private static let households = 90_000

  private static let roster: String = {
    var text = "household_no,village_code,name,relation,birth_date,class,enrolled_on\n"
    for number in 1...households {
      text += "H\(number),433123104201,吴\(number),head,1960-01-01,poor,2011-03-01\n"
      text += "H\(number),,石,spouse,,,\n"
    }
    return text
  }()

  private static func start(
    _ folder: ProgramFolder, _ arguments: [String]
  ) throws -> (Process, Pseudoterminal) {
    try folder.makeRegister()
    try folder.write("roster.csv", roster)
    let terminal = try Pseudoterminal()
    let process = try folder.process(ProgramFolder.program, ["import", "roster.csv"] + arguments)
    process.standardError = terminal.terminal
    try process.run()
    return (process, terminal)
  }

  @Test("is one line, written again and again, and wiped away before the receipt")
  func line() throws {
    let folder = try ProgramFolder()
    let (process, terminal) = try Self.start(folder, [])
    let told = try terminal.read()
    let result = try folder.finish(process)
    #expect(result.status == 0)
    #expect(result.output.contains(" created \(2 * Self.households)\n"), "\(result.output)")
    let lines = told.components(separatedBy: Self.wipe)
    #expect(lines.first == "" && lines.last == "", "\(lines.first ?? "") … \(lines.last ?? "")")
    #expect(lines.contains { $0.hasPrefix("roster.csv: ") && $0.contains(" rows") }, "\(told)")
    #expect(!told.contains("\n"))
  }

  @Test("is silent where nobody looks or nobody wants it", arguments: ["-q", "--json"])
  func silent(option: String) throws {
    let folder = try ProgramFolder()
    let (process, terminal) = try Self.start(folder, [option, "--check"])
    #expect(try terminal.read() == "")
    #expect(try folder.finish(process).status == 0)
  }

  @Test(
    "an interrupt leaves nothing, whatever the line says is done",
    arguments: ["rows", "judging", "writing", "asking the rules"])
  func interrupted(stage: String) throws {
    let folder = try ProgramFolder()
    let (process, terminal) = try Self.start(folder, [])
    let told = try terminal.read { $0.contains(stage) }
    // A machine may pass a stage in less than the line's tenth of a second.
    guard told.contains(stage) else { return #expect(try folder.finish(process).status == 0) }
    kill(process.processIdentifier, SIGINT)
    let rest = try terminal.read()
    let result = try folder.finish(process)
    #expect(result.status == 130, "\(rest)")
    #expect(rest.contains("interrupted"), "\(rest)")
    #expect(result.output.isEmpty)
    #expect(try folder.lastEntry() == 1)
    #expect(try folder.run("check").output.hasPrefix("Nothing wrong"))
  }
}
