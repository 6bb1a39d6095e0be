import Arguments
import Register
import Reports

enum BackupCommand: Command {
  static let path = ["backup"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual("Copy the register to another file.", zh: "把登记库备份到另一个文件。"),
    discussion: Bilingual(
      """
      Others may go on working: the copy is the register as it stands at one moment. It gets its \
      name only once its pages and its chain have been read and found whole, and its owner alone \
      may read it. Keep it on another disk.
      """,
      zh: "备份时他人可继续工作：副本是登记库某一时刻的样子，其页面和链经核对无误后才得到文件名，只有所有者可读。请存放在另一块磁盘上。"),
    arguments: [
      Positional("PATH", shape: .file, help: Bilingual("The new file.", zh: "新文件。"))
    ],
    options: [
      Option(
        "force",
        help: Bilingual(
          "Replace an earlier backup; never a register that is in use.",
          zh: "覆盖较早的备份；正在使用的登记库除外。")), .json,
    ] + Option.reading,
    examples: ["sixpoint backup register-2011-06.db", "sixpoint backup last.db --force --json"])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    let path = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("PATH")
    }
    // A register is a file and not a stream: `-` would be a file of that name.
    guard path != "-" else {
      throw arguments.failure(
        .malformedValue(path, of: "PATH", example: "register-2011-06.db")
      ).problem(in: console.language)
    }
    try check(path, arguments, console)
    let register = try console.openRegister(arguments, writing: false)
    let file = try BackupFile(path, console)
    let copy = try console.worded { () throws(RegisterFault) in
      do throws(RegisterFault) { return try file.fill(from: register, named: path) } catch {
        // The register itself is what is broken: its copy is like it.
        guard case .backupUnsound = error else { throw error }
        throw .copyUnsound(path: path)
      }
    }
    try console.worded { () throws(OutputFault) in
      try file.finish(replaces: arguments.flag("force"))
    }
    if arguments.flag("json") {
      var json = JSONText()
      json.object { json in
        json.member("backup", path)
        json.member("entry", copy.entry)
        json.member("hash", copy.hash?.hexadecimal)
      }
      json.line()
      try console.print(bytes: json.bytes)
    } else {
      try console.print([
        console.say(
          "Copied the register as of entry \(copy.entry) to \(path); its pages and its chain are whole.",
          "已把登记库（至第 \(copy.entry) 号录入单）备份到 \(path)，页面和链均完整。")
      ])
    }
    return .done
  }

  /// Before anything is read: whether something may be written there.
  private static func check(
    _ path: String, _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) {
    try console.worded { () throws(OutputFault) in
      let standing: System.FileFacts?
      do throws(SystemFault) { standing = try System.facts(of: path) } catch {
        throw .system(SystemFault(code: error.code, path: path))
      }
      if path.isEmpty || standing?.kind == .folder { throw .isFolder(path: path) }
      if console.protectedFiles(arguments).forbidsBackup(path, standing) {
        throw .isRegister(path: path)
      }
      // A device or a pipe holds no file; it is never replaced.
      if standing?.kind == .other { throw .exists(path: path) }
      if standing != nil, !arguments.flag("force") { throw .exists(path: path) }
    }
  }
}
