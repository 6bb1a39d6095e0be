import Arguments
import Reports

enum VersionCommand: Command {
  static let definition = CommandDefinition(
    ["version"],
    summary: Bilingual("Tell the program's version.", zh: "显示程序版本。"),
    options: [.json],
    examples: ["sixpoint version", "sixpoint version --json"])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    try console.worded { () throws(OutputFault) in
      var output = Output()
      if arguments.flag("json") {
        var json = JSONText()
        json.object { json in
          json.member("program", "sixpoint")
          json.member("version", Program.version)
        }
        json.line()
        try output.write(json.bytes)
      } else {
        try output.line("sixpoint \(Program.version)")
      }
      try output.finish()
    }
    return .done
  }
}
