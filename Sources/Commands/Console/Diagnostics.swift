import Markup
import Reports

// Results go to standard output and everything else to standard error. With `--json` a program
// reads standard output, and must find one object there whatever happened: so where no result was
// printed, the error is that object, `{"error":{"rule":…,"message":…}}`. The line for people goes to
// standard error in either case.

/// Tells what went wrong, and what to beware of, on standard error.
package struct Diagnostics: Sendable {
  package let program: String
  /// Whether `--json` was given.
  package let wantsJSON: Bool
  private let language: Language
  private let send: @Sendable (_ bytes: [UInt8], _ stream: Int32) -> Void

  package init(program: String = "sixpoint", wantsJSON: Bool, language: Language) {
    // A message that cannot be written has nowhere else to go; the status is still there.
    self.init(program: program, wantsJSON: wantsJSON, language: language) { bytes, stream in
      try? System.write(bytes.span, to: stream)
    }
  }

  /// `send` gets whole lines and the descriptor: for tests.
  package init(
    program: String = "sixpoint", wantsJSON: Bool, language: Language,
    send: @escaping @Sendable (_ bytes: [UInt8], _ stream: Int32) -> Void
  ) {
    self.program = program
    self.wantsJSON = wantsJSON
    self.language = language
    self.send = send
  }

  /// The line for people, and with `--json` the object, unless `resultStands`: an object was
  /// already printed. What was written to an `Output` must be flushed before. The status to end
  /// with comes back.
  @discardableResult
  package func tell(_ problem: Problem, resultStands: Bool = false) -> ExitStatus {
    line(problem.message)
    if wantsJSON && !resultStands { send(Self.object(of: problem), System.standardOutput) }
    return problem.status
  }

  /// `sixpoint: warning: …`
  package func warn(_ message: String) {
    line((language == .chinese ? "警告：" : "warning: ") + message)
  }

  /// `sixpoint: …`
  package func line(_ message: String) {
    send(Array("\(program): \(message.neutralised)\n".utf8), System.standardError)
  }

  /// A line without the program's name, such as `roster.csv:14: …`, which begins with its place.
  package func bareLine(_ message: String) {
    send(Array("\(message.neutralised)\n".utf8), System.standardError)
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
