import Markup
import Reports

// Results go to standard output and everything else to standard error. With `--json` a program
// reads standard output, and must find one object there whatever happened: so where no result was
// printed, the error is that object, `{"error":{"rule":…,"message":…}}`. The line for people goes to
// standard error in either case. On a terminal it is broken at words where it is wider, and a refusal is followed
// by the command that says more of its rule; a file or a pipe has one line a message.

/// Tells what went wrong, and what to beware of, on standard error.
package struct Diagnostics: Sendable {
  package let program: String
  /// Whether `--json` was given.
  package let wantsJSON: Bool
  private let language: Language
  /// Of the terminal that people read; nil where they read a file or a pipe.
  private let columns: Int?
  private let send: @Sendable (_ bytes: [UInt8], _ stream: Int32) -> Void

  package init(
    program: String = "sixpoint", wantsJSON: Bool, language: Language, terminal: Terminal
  ) {
    // A message that cannot be written has nowhere else to go; the status is still there.
    self.init(
      program: program, wantsJSON: wantsJSON, language: language,
      columns: terminal.isTerminal ? terminal.columns : nil
    ) { bytes, stream in
      try? System.write(bytes.span, to: stream)
    }
  }

  /// `send` gets whole lines and the descriptor: for tests.
  package init(
    program: String = "sixpoint", wantsJSON: Bool, language: Language, columns: Int? = nil,
    send: @escaping @Sendable (_ bytes: [UInt8], _ stream: Int32) -> Void
  ) {
    self.program = program
    self.wantsJSON = wantsJSON
    self.language = language
    self.columns = columns
    self.send = send
  }

  /// The line for people, and with `--json` the object, unless `resultStands`: an object was
  /// already printed. What was written to an `Output` must be flushed before. The status to end
  /// with comes back.
  @discardableResult
  package func tell(_ problem: Problem, resultStands: Bool = false) -> ExitStatus {
    line(problem.message)
    if wantsJSON && !resultStands { send(Self.object(of: problem), System.standardOutput) }
    if problem.isExplained { sayMore(of: [problem.rule] + problem.otherRules) }
    return problem.status
  }

  /// The most rules that are named beside the first.
  private static let mostRules = 4

  /// On a terminal, a line that names the command which says more of a rule, and the other rules.
  package func sayMore(of rules: [String]) {
    var named: [String] = []
    for rule in rules where !named.contains(rule) { named.append(rule) }
    guard columns != nil, !wantsJSON, let first = named.first else { return }
    let isChinese = language == .chinese
    var others = named.dropFirst().prefix(Self.mostRules).joined(separator: isChinese ? "、" : ", ")
    if named.count > Self.mostRules + 1 { others += isChinese ? "等" : ", …" }
    let command = "\(program) explain \(first)"
    let also = isChinese ? "；另有规则 \(others)" : "; also \(others)"
    bareLine((isChinese ? "详见：" : "More: ") + command + (others.isEmpty ? "" : also))
  }

  /// `sixpoint: warning: …`
  package func warn(_ message: String) {
    line((language == .chinese ? "警告：" : "warning: ") + message)
  }

  /// `sixpoint: …`
  package func line(_ message: String) {
    bareLine("\(program): \(message)")
  }

  /// A line without the program's name, such as `roster.csv:14: …`, which begins with its place.
  package func bareLine(_ message: String) {
    var line = message.neutralised
    if let columns { line = WrappedText.folded(line, within: columns, hanging: 2) }
    send(Array("\(line)\n".utf8), System.standardError)
  }

  /// Lines of the program's own, as they are.
  package func bareBlock(_ text: String) {
    send(Array(text.utf8), System.standardError)
  }

  static func object(of problem: Problem) -> [UInt8] {
    var json = JSONText()
    json.object { json in
      json.memberObject("error") { json in
        json.member("rule", problem.rule)
        json.member("message", problem.message)
      }
    }
    json.line()
    return json.bytes
  }
}
