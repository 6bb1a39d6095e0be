import Arguments
import Domain
import Intake
import Register
import Sheets

/// Hands a command's rows in: they are judged and answered where a file's rows are.
struct HandIn {
  let register: Register
  let author: EntryAuthor
  let console: Console
  var options: ImportOptions
  /// The day of the act: `--on`, else the earlier of today and 31 December of the register's year.
  private(set) var day: CalendarDate
  /// Whether the command line or a person says the day.
  private(set) var isDayGiven: Bool
  /// Whether the line gives a day of the act by any option.
  private var isDaySaid: Bool
  /// The day that nobody gave.
  var dayTaken: CalendarDate? { isDaySaid ? nil : day }

  /// - Parameters:
  ///   - arguments: of a command that takes the options of writing, and may take `--dry-run` and `--on`.
  ///   - corrects: whether a row may correct the standing fact of its key; else that is the fault `stands`.
  ///   - tellsEffect: whether the receipt says what the entry changes for the households it touches, which
  ///     takes time.
  ///   - periodDays: the options that give the day from which the act changes something, that of a period's
  ///     begin or end; the first one given says it.
  init(
    _ arguments: ParsedArguments, _ console: Console, corrects: Bool = true,
    tellsEffect: Bool = true, periodDays: [String] = ["since", "starts"]
  ) throws(Problem) {
    register = try console.openRegister(arguments, writing: true)
    author = try console.author(arguments, of: register)
    self.console = console
    options = ImportOptions(today: try console.today())
    options.isCheck = arguments.takes("dry-run") && arguments.flag("dry-run")
    options.reason = try console.reason(arguments)
    options.corrects = corrects
    let day = arguments.takes("on") ? try console.day(arguments) : nil
    if let day { self.day = day } else { self.day = try console.latestDay(of: register) }
    isDayGiven = day != nil
    isDaySaid = day != nil
    options.effectDay = tellsEffect ? self.day : nil
    options.actDay = self.day
    // What a period begins or ends with is the day from which something changes, and the day of the act
    // where --on does not say another.
    for option in periodDays where arguments.takes(option) {
      guard let text = arguments.value(option), !console.isClearWord(text),
        let given = try console.day(arguments, option)
      else { continue }
      if tellsEffect { options.effectDay = given }
      if day == nil {
        options.actDay = given
        isDaySaid = true
      }
      break
    }
  }

  /// The most faults that are told beside the first.
  private static let mostFaults = 100

  /// Makes an entry of the rows. A fault ends the command: it is named with its column.
  func take(_ submission: CellsSubmission) throws(Problem) -> Receipt {
    let receipt = try receipt(of: submission)
    let errors = HandIn.told(of: receipt.errors)
    if let first = errors.first {
      // One conflict refuses all rows; each is named, the first as the command's own problem.
      for fault in errors.dropFirst().prefix(HandIn.mostFaults) {
        console.diagnostics.line(problem(fault, of: submission).message)
      }
      throw problem(
        first, of: submission, beside: errors.dropFirst().map(\.kind.rule),
        restedOnBy: receipt.restedOnBy)
    }
    return receipt
  }

  /// Throws what `take` would refuse, and writes nothing.
  func check(_ submission: CellsSubmission) throws(Problem) {
    var trial = self
    trial.options.isCheck = true
    trial.options.effectDay = nil
    _ = try trial.take(submission)
  }

  /// What is wrong with rows that are not to be written yet: the row, from 1, the rule, the column, and the words
  /// with the column before them.
  func faults(
    of submission: CellsSubmission
  ) throws(Problem) -> [(row: Int, rule: String, column: String?, words: String)] {
    var trial = self
    trial.options.isCheck = true
    trial.options.effectDay = nil
    let wording = FaultWording(
      console.language.ofFaults, sheet: submission.sheet.name, ofCommand: true)
    return HandIn.told(of: try trial.receipt(of: submission).errors).map {
      ($0.line, $0.kind.rule, $0.column, wording.leading($0, console) + wording.message($0))
    }
  }

  /// A value that could not be read is not also said to be lacking.
  private static func told(of faults: [Fault]) -> [Fault] {
    var unread: Set<String> = []
    for fault in faults {
      if case .cell = fault.kind, let column = fault.column {
        unread.insert("\(fault.line) \(column)")
      }
    }
    guard !unread.isEmpty else { return faults }
    return faults.filter { fault in
      if case .cell = fault.kind { return true }
      return fault.column.map { unread.contains("\(fault.line) \($0)") } != true
    }
  }

  /// The same act on a day that a person has said.
  func moved(to day: CalendarDate) -> HandIn {
    var moved = self
    moved.day = day
    moved.isDayGiven = true
    moved.isDaySaid = true
    if options.effectDay != nil { moved.options.effectDay = day }
    moved.options.actDay = day
    return moved
  }

  private func receipt(of submission: CellsSubmission) throws(Problem) -> Receipt {
    do throws(ImportFault) {
      return try console.working(on: register) { () throws(ImportFault) in
        var receipt = try Importer(into: register, by: author, options).take(submission)
        for warning in receipt.warnings {
          receipt.subjects[warning.line] = submission.subject(
            ofRow: warning.line, inChinese: console.language == .chinese)
        }
        // Late figures are summed anew when they are asked for.
        if receipt.entry != nil { try? register.settleKept() }
        return receipt
      }
    } catch {
      throw ImportWords(language: console.language, file: submission.name).problem(error)
    }
  }

  /// Of several rows, each is named by what tells it from the others.
  ///
  /// - Parameter entries: those that rest on what was to be taken back; named where the fault names none.
  private func problem(
    _ fault: Fault, of submission: CellsSubmission, beside otherRules: [String] = [],
    restedOnBy entries: [Int64] = []
  ) -> Problem {
    let wording = FaultWording(
      console.language.ofFaults, sheet: submission.sheet.name, ofCommand: true)
    let subject = submission.subject(
      ofRow: fault.line, inChinese: console.language == .chinese)
    let row = subject.map { $0 + console.say(": ", "：") } ?? ""
    let words = row + wording.leading(fault, console) + wording.message(fault)
    let namesEntries = if case .dependedOn = fault.kind { true } else { false }
    return Problem(
      fault.kind.rule,
      namesEntries ? words : RuleWords(language: console.language).with(entries, words),
      otherRules: otherRules)
  }
}
