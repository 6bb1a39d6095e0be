import Arguments
import Domain
import Intake
import Register
import Reports
import Sheets

extension LogCommand {
  /// Logs the lines of a file in one entry: all, or where one is at fault none.
  static func runLines(
    of path: String, _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    for option in ["quantity", "unit", "percent", "note", "project"]
    where arguments.value(option) != nil {
      throw arguments.failure(.conflictingOptions("--file", "--" + option))
        .problem(in: console.language)
    }
    let lines = LogLines(try LogLines.text(of: path, console)).lines
    let handIn = try HandIn(arguments, console, corrects: false, tellsEffect: false)
    let notes = try notes(of: lines, arguments, handIn)
    let submission = CellsSubmission(command: "log", .progress, rows: notes.map(\.cells))
    try refuse(
      try handIn.faults(of: submission).map { fault in
        (lines[fault.row - 1], Problem(fault.rule, fault.words))
      }, console)
    let receipt = try handIn.take(submission)
    try tell(receipt, lines, notes, handIn, arguments)
    return .done
  }

  /// What each line says; where one cannot be read, all such are told.
  private static func notes(
    of lines: [LogLines.Line], _ arguments: ParsedArguments, _ handIn: HandIn
  ) throws(Problem) -> [ProgressNote] {
    let console = handIn.console
    guard !lines.isEmpty else {
      throw Problem("empty_log", console.say("there is no line to log", "没有可记录的行"))
    }
    let subjects = LogSubjects(handIn, namesStaff: arguments.value("staff") != nil)
    let reader = LogLineReader(
      handIn: handIn, subjects: subjects,
      staff: try subjects.official(arguments.value("staff") ?? handIn.author.officer))
    var notes: [ProgressNote] = []
    var problems: [(LogLines.Line, Problem)] = []
    for line in lines {
      do throws(Problem) { notes.append(try reader.note(line)) } catch {
        problems.append((line, error))
      }
    }
    try refuse(problems, console)
    return notes
  }

  /// Tells every problem with its line; the first is the command's own.
  private static func refuse(
    _ problems: [(line: LogLines.Line, problem: Problem)], _ console: Console
  ) throws(Problem) {
    func words(_ line: LogLines.Line, _ problem: Problem) -> String {
      console.say("line \(line.number): ", "第 \(line.number) 行：") + problem.message
    }
    guard let last = problems.last else { return }
    for (line, problem) in problems.dropLast() { console.diagnostics.line(words(line, problem)) }
    throw Problem(
      last.problem.rule, words(last.line, last.problem), status: last.problem.status,
      otherRules: problems.dropLast().map { $0.problem.rule })
  }

  private static func tell(
    _ receipt: Receipt, _ lines: [LogLines.Line], _ notes: [ProgressNote], _ handIn: HandIn,
    _ arguments: ParsedArguments
  ) throws(Problem) {
    let console = handIn.console
    var sentences: [LogSentence] = []
    for note in notes { sentences.append(try LogSentence(of: note, handIn)) }
    var told = zip(lines, sentences).map { line, sentence in
      console.say("  line \(line.number): ", "  第 \(line.number) 行：") + sentence.text
    }
    if receipt.unchanged > 0 {
      told.append(
        console.say(
          "  logged already: \(receipt.unchanged)", "  原已记录：\(receipt.unchanged) 条"))
    }
    let count = receipt.created
    let sentence = console.say(
      count == 1 ? "1 line is logged" : "\(count) lines are logged", "已记录 \(count) 条")
    try DailyReceipt(
      receipt, handIn,
      sentence: count == 0 ? console.say("no line is new", "没有新的记录") : sentence,
      isOfDay: false,
      more: { json in
        json.memberArray("lines") { json in
          for (line, sentence) in zip(lines, sentences) {
            json.object { json in
              json.member("line", line.number)
              sentence.write(to: &json)
            }
          }
        }
      }, lines: told, isForOutput: true
    ).print(arguments)
  }
}
