import Arguments
import Register
import Reports

enum RestoreCommand: Command {
  static let path = ["restore"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Put a backup in the register's place.", zh: "用备份恢复登记库。"),
    discussion: Bilingual(
      """
      The backup's pages and chain are read first. The register as it was is kept beside it, as \
      REGISTER.before-restore, and what was entered after the backup is in that file only. Others \
      may have the register open: they see the one or the other. A file that is another register, \
      or none, is put aside only with --force.
      """,
      zh: """
        先核对备份的页面和链。原登记库保留在旁，名为“登记库.before-restore”，备份之后录入的内容只在该文件中。\
        他人可同时打开登记库，所见或为恢复前或为恢复后。另一个登记库或不是登记库的文件，须加 --force 才会移开。
        """),
    arguments: [
      Positional("PATH", shape: .file, help: Bilingual("The backup.", zh: "备份文件。"))
    ],
    options: [
      Option(
        "force",
        help: Bilingual(
          "Also in the place of another register, or of a file that is none.",
          zh: "也取代另一个登记库或不是登记库的文件。")), .register, .wait, .yes, .dryRun, .json,
    ],
    examples: ["sixpoint restore register-2011-06.db --dry-run", "sixpoint restore last.db --yes"])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let path = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("PATH")
    }
    let restoring = try Restoring(path, arguments, console)
    let isTrial = arguments.flag("dry-run")
    if !isTrial, !arguments.flag("yes") { try restoring.confirm() }
    let kept = isTrial ? nil : try restoring.run()
    if arguments.flag("json") {
      var json = JSONText()
      json.object { json in
        json.member("register", restoring.target)
        json.member("backup", path)
        json.member("entry", restoring.copy.entry)
        json.member("hash", restoring.copy.hash?.hexadecimal)
        json.member("kept", kept)
      }
      json.line()
      try console.print(bytes: json.bytes)
    } else {
      try console.print([isTrial ? restoring.plan : restoring.done(kept)])
    }
    return .done
  }
}
