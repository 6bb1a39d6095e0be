import Arguments
import Domain
import Intake
import Sheets

// What the command line says in words is kept for good, like a sheet's cells: it meets their bounds, in their
// words.

extension Console {
  /// `--reason`, as long as a remark may be; nil where it was not given.
  func reason(_ arguments: ParsedArguments) throws(Problem) -> String? {
    try text("reason", arguments)
  }

  /// An option's free text, bounded as a sheet's.
  func text(_ option: String, _ arguments: ParsedArguments) throws(Problem) -> String? {
    guard let text = arguments.value(option) else { return nil }
    try checkLength(of: text, "--" + option, as: .text)
    return text
  }

  /// Throws where a text is longer than a sheet takes in a column of its kind.
  func checkLength(of text: String, _ name: String, as kind: ColumnKind) throws(Problem) {
    guard let longest = kind.longest, text.unicodeScalars.count > longest else { return }
    let fault = CellFault.tooLong(limit: longest)
    let words = FaultWording(language.ofFaults, sheet: nil)
      .message(Fault(line: 0, column: nil, .cell(fault, allowed: [])))
    throw Problem(fault.rule, name + say(": ", "：") + words)
  }
}
