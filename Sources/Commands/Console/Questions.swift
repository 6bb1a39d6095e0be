import Markup
import Reports

/// Asks a person. The question goes to standard error, so that a result on standard output stays
/// whole; where standard input or standard error is no terminal nobody is asked.
package struct Questions {
  package let canAsk: Bool
  private let language: Language
  /// Of the terminal that is asked on.
  private let columns: Int?
  private let send: (String) -> Void
  private let receive: () -> String?

  package init(language: Language, environment: Environment) {
    let terminal = Terminal(.error, environment: environment)
    self.init(
      canAsk: Terminal(.input).isTerminal && terminal.isTerminal, language: language,
      columns: terminal.columns,
      send: { try? System.write($0.utf8.span, to: System.standardError) },
      receive: { readLine() })
  }

  /// With a person of the caller's: for tests.
  package init(
    canAsk: Bool, language: Language, columns: Int? = nil, send: @escaping (String) -> Void,
    receive: @escaping () -> String?
  ) {
    self.canAsk = canAsk
    self.language = language
    self.columns = columns
    self.send = send
    self.receive = receive
  }

  /// The answer without blanks at its ends; nil where nobody can be asked or the input ends.
  package func answer(to question: String) -> String? {
    guard canAsk else { return nil }
    let asked = question.neutralised + (language == .chinese ? "：" : ":")
    let shown = columns.map { WrappedText.folded(asked, within: $0 - 1, hanging: 2) } ?? asked
    send(language == .chinese ? shown : shown + " ")
    guard let line = receive() else {
      send("\n")
      return nil
    }
    return line.withoutBlanksAround
  }

  /// Whether a wide or destructive act may go on: `y`, `yes` or `是`. An empty answer or a slip is asked again,
  /// since a no would throw away all that was answered before. The end of the input is no, and so is nobody.
  package func confirms(_ act: String) -> Bool {
    let choice = language == .chinese ? "（是/否）" : " (yes/no)"
    while let answer = answer(to: act + choice)?.lowercased() {
      if ["y", "yes", "是"].contains(answer) { return true }
      if ["n", "no", "否", "不", "不是"].contains(answer) { return false }
      send(language == .chinese ? "请回答“是”或“否”。\n" : "Answer yes or no.\n")
    }
    return false
  }
}
