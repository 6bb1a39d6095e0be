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
  let day: CalendarDate
  /// Whether the command line says the day.
  let isDayGiven: Bool

  /// - Parameters:
  ///   - arguments: of a command that takes the options of writing, and may take `--dry-run` and `--on`.
  ///   - corrects: whether a row may correct the standing fact of its key; else that is the fault `stands`.
  ///   - tellsEffect: whether the receipt says what the entry changes for the households it touches, which
  ///     takes time.
  init(
    _ arguments: ParsedArguments, _ console: Console, corrects: Bool = true,
    tellsEffect: Bool = true
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
    options.effectDay = tellsEffect ? self.day : nil
  }

  /// The most faults that are told beside the first.
  private static let mostFaults = 100

  /// Makes an entry of the rows. A fault ends the command: it is named with its column.
  func take(_ submission: CellsSubmission) throws(Problem) -> Receipt {
    let receipt: Receipt
    do throws(ImportFault) {
      receipt = try console.working(on: register) { () throws(ImportFault) in
        let receipt = try Importer(into: register, by: author, options).take(submission)
        // Late figures are summed anew when they are asked for.
        if receipt.entry != nil { try? register.settleFigures() }
        return receipt
      }
    } catch {
      throw ImportWords(language: console.language, file: submission.name).problem(error)
    }
    if let first = receipt.errors.first {
      // One conflict refuses all rows; each is named, the first as the command's own problem.
      for fault in receipt.errors.dropFirst().prefix(HandIn.mostFaults) {
        console.diagnostics.line(problem(fault, of: submission).message)
      }
      throw problem(first, of: submission)
    }
    return receipt
  }

  /// The hash of the entry made, in hexadecimal; nil where none was.
  func hash(of receipt: Receipt) throws(Problem) -> String? {
    guard receipt.entry != nil else { return nil }
    return try console.worded { () throws(RegisterFault) in
      try register.lastEntry().hash?.hexadecimal
    }
  }

  /// What should be known of the rows, a line a cause: the column and what of it.
  func warnings(of receipt: Receipt) -> [String] {
    guard let sheet = receipt.sheet else { return [] }
    let wording = FaultWording(console.language.ofFaults, sheet: sheet)
    return receipt.warningCauses(with: []).told.map { cause in
      (cause.fault.column.map { $0 + ": " } ?? "") + wording.message(cause.fault)
    }
  }

  /// Of several rows, each is named by what tells it from the others.
  private func problem(_ fault: Fault, of submission: CellsSubmission) -> Problem {
    let wording = FaultWording(console.language.ofFaults, sheet: submission.sheet.name)
    let row = submission.subject(ofRow: fault.line).map { $0 + ": " } ?? ""
    return Problem(
      fault.kind.rule, row + (fault.column.map { $0 + ": " } ?? "") + wording.message(fault))
  }
}
