import Foundation
import Testing

@Suite("Enrolling field by field on a terminal")
struct EnrolFormTests {
  private let folder: ProgramFolder

  init() throws {
    folder = try ProgramFolder()
    try folder.makeRegister()
  }

  /// A program whose questions and answers go over a terminal.
  private func start(_ words: [String]) throws -> (Process, Pseudoterminal) {
    let terminal = try Pseudoterminal()
    let process = try folder.process(ProgramFolder.program, words)
    process.environment?["COLUMNS"] = "200"
    process.standardInput = terminal.terminal
    process.standardError = terminal.terminal
    try process.run()
    return (process, terminal)
  }

  private static let answers = """
    433123196001010017
    nowhere
    433123104201
    H1
    田云
    433123196001010018
    433123196001010017
    rich
    9
    3
    138****2345
    13800012345
    6217****0017

    吴秀

    aunt of a friend
    1

    1962-13-01
    1962-05-01
    吴秀
    head
    child



    433123196001010017
    2011-07-09

    yes

    """

  @Test("asks for each field, tells at once what is wrong with it, and writes what was confirmed")
  func asks() throws {
    let (process, terminal) = try start(["enrol"])
    terminal.type(Self.answers)
    let told = try terminal.read()
    let result = try folder.finish(process)
    #expect(result.status == 0, "\(told)")
    for words in [
      "there is no place “nowhere”", "is a resident ID, or holds one", "name of the head",
      "check digit is 8, should be 7", "once the person is registered",
      "1 poor  2 allowance (dibao)  3 poor + allowance (poor_dibao)  4 five guarantees (wubao)",
      "child in law", "“9” is no number of the list", "0017, poor + allowance",
      "is masked with *", "phone (empty: none)", "bank account (empty: none)", "phone 138****2345",
      "this is needed",
      "class \"rich\": is not a known value; one of poor, dibao, poor_dibao, wubao",
      "name of another member",
      "relation to the head", "a second head", "no day 1962-13-1",
      "enrolled on (empty: 2011-06-30)", "future", "“433123********0017” is no day",
      "Write this?",
    ] {
      #expect(told.contains(words), "\(words) in \(told)")
    }
    #expect(result.output.hasPrefix("Entry 2: household H1, 田云, 433123104201"), "\(result.output)")
    #expect(result.output.contains("is enrolled from 2011-06-30 with 3 members"))
    #expect(!result.output.contains("The day is"), "it was answered: \(result.output)")
    let card = try folder.run("show", "H1").output
    #expect(card.contains("田云") && card.contains("吴秀"), "\(card)")
    #expect(try folder.run("check").status == 0)
  }

  @Test(
    "writes nothing where the summary is not confirmed or the input ends", arguments: ["no\n", ""])
  func refuses(last: String) throws {
    let (process, terminal) = try start(["enrol", "H1"])
    terminal.type(
      "433123104201\n田云\n\n\n\npoor\n\n\n\n2011-06-20\n" + (last.isEmpty ? "\u{4}" : last))
    let told = try terminal.read()
    let result = try folder.finish(process)
    #expect(result.status == 1, "\(told)")
    #expect(told.contains("nothing was done") && told.contains("enrolled on 2011-06-20"), "\(told)")
    #expect(try folder.lastEntry() == 1)
  }

  @Test("a number that was asked for and stands already is enrolled only after a yes")
  func stands() throws {
    try folder.write(
      "roster.csv",
      "household_no,village_code,name,relation,class\nH7,433123104201,田云,head,poor\n")
    #expect(try folder.run("import", "--quiet", "roster.csv").status == 0)
    let (process, terminal) = try start(["enrol"])
    terminal.type("H7\nno\n")
    let told = try terminal.read()
    #expect(try folder.finish(process).status == 1, "\(told)")
    #expect(told.contains("household H7 stands already; enrol it into 2011"), "\(told)")
    #expect(try folder.lastEntry() == 2)
  }

  @Test("an interrupt at a question leaves nothing")
  func interrupted() throws {
    let (process, terminal) = try start(["enrol", "H1"])
    terminal.type("433123104201\n田云\n")
    _ = try terminal.read { $0.contains("resident ID") }
    kill(process.processIdentifier, SIGINT)
    _ = try terminal.read()
    #expect(try folder.finish(process).status == 130)
    #expect(try folder.lastEntry() == 1)
    #expect(try folder.run("check").status == 0)
  }

  @Test("asks nobody where a program reads the answer or no terminal is there")
  func silent() throws {
    let (process, terminal) = try start(["enrol", "H1", "--json"])
    let told = try terminal.read()
    #expect(try folder.finish(process).status == 64)
    #expect(!told.contains("name of the head") && told.contains("--village"), "\(told)")
    let piped = try folder.run("enrol", "H1", input: Self.answers)
    #expect(piped.status == 64 && piped.errors.contains("--village"), "\(piped.errors)")
  }
}
