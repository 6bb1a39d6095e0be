import Arguments
import Register
import Reports

enum VersionCommand: Command {
  static let path = ["version"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Show the program's version.", zh: "显示程序版本。"),
    options: [.json, .output, .force],
    examples: ["sixpoint version", "sixpoint version --json"])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let columns = console.columns(arguments)
    try console.print(arguments) { (output: inout Output) throws(OutputFault) in
      if arguments.flag("json") {
        var json = JSONText()
        json.object { json in
          json.member("program", "sixpoint")
          json.member("version", Program.version)
          json.member("schema", Register.schemaVersion)
          json.memberObject("sqlite") { json in
            json.member("version", DatabaseLibrary.version)
            json.member("wal_reset_fix", DatabaseLibrary.keepsLogsApart)
          }
        }
        json.line()
        try output.write(json.bytes)
      } else {
        try output.line("sixpoint \(Program.version)")
        try output.line(
          console.say("Schema \(Register.schemaVersion)", "结构 \(Register.schemaVersion)"))
        let hasFix = DatabaseLibrary.keepsLogsApart
        let library = console.say(
          "SQLite \(DatabaseLibrary.version), \(hasFix ? "with" : "without") the fix of the WAL-reset bug (3.51.3, 3.50.7, 3.44.6)\(hasFix ? "" : "; sixpoint keeps commits and checkpoints apart itself")",
          "SQLite \(DatabaseLibrary.version)，\(hasFix ? "含" : "不含") WAL 重置缺陷的修正（3.51.3、3.50.7、3.44.6）\(hasFix ? "" : "；提交与检查点由 sixpoint 自行隔开")"
        )
        try output.line(console.fitted(library, to: columns))
      }
    }
    return .done
  }
}
