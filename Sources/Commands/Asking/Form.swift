import Arguments
import Domain
import Intake
import Register
import Sheets

/// Asks a person on a terminal for what a command line lacks.
///
/// Every answer becomes an argument, so that the command does not know whether it was typed or asked for. It
/// is judged at once with all that was said before, as rows that are not written, so that a field gets its
/// sheet's own verdict in its own words and is asked again. Nothing is written before the summary is confirmed.
struct Form {
  private(set) var arguments: ParsedArguments
  private(set) var handIn: HandIn
  /// The rows of what was said so far; nil where it is too little for a row.
  private let rows: (ParsedArguments, HandIn) throws(Problem) -> CellsSubmission?
  /// What the summary shows, in the order of asking.
  private var told: [(name: String, value: String)] = []

  var console: Console { handIn.console }
  var register: Register { handIn.register }

  /// Whether somebody sits there who can be asked.
  static func isWanted(_ arguments: ParsedArguments, _ console: Console) -> Bool {
    console.questions.canAsk && !arguments.flag("json")
  }

  init(
    _ arguments: ParsedArguments, _ handIn: HandIn,
    rows: @escaping (ParsedArguments, HandIn) throws(Problem) -> CellsSubmission?
  ) {
    self.arguments = arguments
    self.handIn = handIn
    self.rows = rows
  }

  /// Asks for a field until it is sound or, where it may be, left out. A field that the command line gives is
  /// checked and not asked.
  mutating func ask(_ field: FormField) throws(Problem) {
    if let given = field.place.value(in: arguments) {
      try field.checking?(given)
      note(field, given)
      return
    }
    for line in field.choiceLines(console) { console.diagnostics.bareLine(line) }
    while true {
      let text = try Form.answer(field.question(console), console)
      if text.isEmpty, field.standard == nil {
        guard field.isRequired else { return }
        Form.tellNeeded(console)
        continue
      }
      do throws(Problem) {
        let value = if text.isEmpty { field.standard ?? "" } else { try field.read(text, console) }
        try take(value, field)
        return
      } catch {
        // What the register or the machine refuses is no answer's fault.
        guard error.status == .refused || error.status == .usage else { throw error }
        console.diagnostics.line(error.message)
      }
    }
  }

  /// Adds an answer where nothing is wrong with it.
  private mutating func take(_ value: String, _ field: FormField) throws(Problem) {
    let answered = field.place.adding(value, to: arguments)
    var acting = handIn
    if field.setsDay, let day = try console.day(written: value) { acting = handIn.moved(to: day) }
    if let column = field.column, let submission = try rows(answered, acting) {
      let faults = try acting.faults(of: submission).filter { $0.column == column }
      if let fault = faults.first { throw Problem(fault.rule, fault.words) }
    }
    (arguments, handIn) = (answered, acting)
    note(field, value)
  }

  /// Which of a few things is meant; the only one is told and not asked.
  func choose(
    _ words: FormField.Words, among choices: [FormField.Choice]
  ) throws(Problem) -> Int {
    let field = FormField(place: .option(""), words: words, isRequired: true, choices: choices)
    // Without its number: a number typed next would be taken for another answer.
    if choices.count == 1, let only = choices.first {
      console.diagnostics.bareLine("  " + only.words)
      return 0
    }
    for line in field.choiceLines(console) { console.diagnostics.bareLine(line) }
    while choices.count > 1 {
      let answer = try Form.answer(field.question(console), console)
      if let place = FormField.place(of: answer, among: choices) { return place }
      console.diagnostics.line(
        console.say(
          "a number from 1 to \(choices.count) is needed", "请写 1 至 \(choices.count) 的序号"))
    }
    return 0
  }

  /// Takes a value that follows from another answer.
  mutating func set(
    _ option: String, _ words: FormField.Words, _ value: String, shown: String? = nil
  ) {
    arguments = arguments.adding(option: option, value)
    told.append((console.say(words.english, words.chinese), shown ?? console.shown(value)))
  }

  private mutating func note(_ field: FormField, _ value: String) {
    told.append((field.name(console), field.shown?(value) ?? PersonalNumbers.masked(value)))
  }

  /// Shows all that was said, and goes on only where nothing is wrong with it and the answer is yes. A dry run
  /// needs no answer.
  func confirm() throws(Problem) -> ParsedArguments {
    if let submission = try rows(arguments, handIn) { try handIn.check(submission) }
    if handIn.options.isCheck { return arguments }
    let colon = console.say(": ", "：")
    let lines = told.map { "  " + $0.name + colon + $0.value }
    for line in lines { console.diagnostics.bareLine(line) }
    try console.confirm(console.say("Write this?", "写入吗？"))
    return arguments
  }

  /// An empty answer to what may not be left out is not passed over in silence.
  static func tellNeeded(_ console: Console) {
    console.diagnostics.line(
      console.say("this is needed; Ctrl-C ends without writing", "此项必填；按 Ctrl-C 放弃，不写入"))
  }

  /// What a person answers; where the input ends nothing is done.
  static func answer(_ question: String, _ console: Console) throws(Problem) -> String {
    guard let answer = console.questions.answer(to: question) else {
      throw Problem("not_confirmed", console.say("nothing was done", "未作任何改动"))
    }
    return answer
  }
}
