import Arguments

/// One command: what it takes, and what it does.
package protocol Command: SendableMetatype {
  /// The words that call it.
  static var path: [String] { get }
  static var definition: CommandDefinition { get }

  /// Does it. Whatever went wrong is thrown in words; a status other than `done` that comes back
  /// means that the result, which was printed, says what is wrong.
  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus
}
