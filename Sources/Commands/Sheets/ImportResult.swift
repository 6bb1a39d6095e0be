import Arguments
import Reports

/// Where receipts go: to standard output as they come, or together to the file that `-o` names.
final class ImportResult {
  private let arguments: ParsedArguments
  private let console: Console
  /// What is still to go to the file.
  private var lines: [String] = []

  init(_ arguments: ParsedArguments, _ console: Console) {
    self.arguments = arguments
    self.console = console
  }

  private var isFile: Bool { arguments.writesFile }

  func isShown(on terminal: Terminal) -> Bool { terminal.isTerminal && !isFile }

  func print(_ lines: [String]) throws(Problem) {
    if isFile { self.lines += lines } else { try console.print(lines) }
  }

  /// For what is no lines.
  func output() throws(OutputFault) -> Output { try console.output(arguments) }

  func finish() throws(Problem) {
    guard !lines.isEmpty else { return }
    let lines = lines
    self.lines = []
    try console.print(lines, arguments)
  }
}
