import Arguments
import Reports

/// The running program: reads the command line, calls the command, reports what went wrong.
package enum Program {
  package static let version = "0.1.0"

  /// Every command, group and chapter; help, manual and completions come of it.
  package static let tree = CommandTree(
    program: "sixpoint",
    summary: Bilingual(
      "A register of poor households: who is supported, with what, by whom, and what it cost.",
      zh: "贫困户登记库：扶持了谁、用什么、由谁负责、花了多少。"),
    commands: commands.map { command in CommandEntry(command.path) { command.definition } },
    groups: groups, chapters: chapters,
    beginning: beginning, beginningFurther: beginningFurther, further: further,
    everywhere: [.lang], placeholderWords: placeholderWords)

  /// Does what the arguments behind the program's name ask for.
  package static func run(
    _ words: [String], environment: Environment = .process
  ) -> ExitStatus {
    let preferences = tree.preferences(in: words)
    let language = Language(option: preferences.language, environment: environment)
    let terminal = Terminal(.error, environment: environment)
    let diagnostics = Diagnostics(
      wantsJSON: preferences.wantsJSON, language: language, terminal: terminal)
    SignalWatch.whenCutOff {
      // A line that shows how far the work is stands there without an end.
      if terminal.isTerminal { diagnostics.bareBlock("\r\u{1B}[K") }
      diagnostics.tell(RegisterWords(language: language).cutOff)
    }
    let console = Console(
      language: language, environment: environment, diagnostics: diagnostics,
      questions: Questions(language: language, environment: environment))
    do throws(Problem) {
      return try run(words, console)
    } catch {
      return diagnostics.tell(error)
    }
  }

  private static func run(_ words: [String], _ console: Console) throws(Problem) -> ExitStatus {
    // What is no UTF-8 came with U+FFFD in its place; it must be neither looked for nor stored.
    if let place = words.firstIndex(where: { $0.unicodeScalars.contains("\u{FFFD}") }) {
      let failure = UsageFailure(command: [], .notText(words[place], place: place + 1))
      throw failure.problem(in: console.language)
    }
    let asks = console.questions.canAsk && !console.diagnostics.wantsJSON
    let invocation: Invocation
    do throws(UsageFailure) {
      invocation = try tree.parse(words, asks: asks)
    } catch {
      guard case .missingCommand = error.fault, error.command.isEmpty,
        !console.diagnostics.wantsJSON
      else { throw error.problem(in: console.language) }
      // Told in full, but no success: a script that calls nothing has a fault.
      console.diagnostics.bareBlock(helpText(.error, console).beginning())
      return .usage
    }
    switch invocation {
    case .help(let path):
      try console.worded { () throws(OutputFault) in
        var output = Output()
        try output.write(helpText(.output, console).text(for: path))
        try output.finish()
      }
      return .done
    case .run(let arguments):
      guard let command = commands.first(where: { $0.path == arguments.command.path })
      else { preconditionFailure("no command \(arguments.command.name)") }
      // A setting that was misspelt would else be another register's, or another officer's.
      _ = try console.settings()
      try console.checkOutput(arguments)
      return try run(command, arguments, console)
    }
  }

  /// Runs a command. One that could not lock what it read, and found it changed, begins anew, as long as `--wait`
  /// says and nothing is put out.
  private static func run(
    _ command: any Command.Type, _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let start = System.monotonicNanoseconds
    while true {
      do throws(Problem) {
        return try command.run(arguments, console)
      } catch {
        guard error.isPassing, !Output.hasSent, SignalWatch.goesOn(),
          let wait = try? arguments.waitMilliseconds(),
          System.monotonicNanoseconds - start < Int64(wait) * 1_000_000
        else { throw error }
        System.sleep(milliseconds: 20)
      }
    }
  }

  private static func helpText(_ stream: Terminal.Stream, _ console: Console) -> HelpText {
    let terminal = Terminal(stream, environment: console.environment)
    return HelpText(tree, language: console.language, columns: terminal.columns) {
      DisplayWidth.of($0)
    }
  }
}
