import Arguments

enum CompletionsCommand: Command {
  static let definition = CommandDefinition(
    ["completions"],
    summary: Bilingual("Print the completion script of a shell.", zh: "输出命令行自动补全脚本。"),
    arguments: [
      Positional(
        "SHELL", allowed: Shell.allCases.map(\.rawValue),
        help: Bilingual("The shell.", zh: "命令行解释器。"))
    ],
    options: [.output, .force],
    examples: [
      "sixpoint completions bash -o ~/.local/share/bash-completion/completions/sixpoint",
      "sixpoint completions fish -o ~/.config/fish/completions/sixpoint.fish",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let name = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("SHELL")
    }
    guard let shell = Shell(rawValue: name) else {
      preconditionFailure("the argument takes the names of shells alone")
    }
    let script = Completions(Program.tree, language: console.language).script(for: shell)
    try console.print(arguments) { (output: inout Output) throws(OutputFault) in
      try output.write(script)
    }
    return .done
  }
}
