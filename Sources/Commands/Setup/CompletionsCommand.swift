import Arguments
import Domain
import Register

enum CompletionsCommand: Command {
  static let path = ["completions"]

  static let definition = CommandDefinition(
    path,
    summary: Bilingual(
      "Print the completion script of a shell, or write the manual pages.",
      zh: "输出命令行自动补全脚本，或写出手册页。"),
    discussion: Bilingual(
      """
      The script knows commands, options and the words that they take. Numbers of households, staff, projects \
      and batches it asks of the register, by --known.
      """,
      zh: "脚本包含全部命令、选项及其可选值；户编号、责任人编号、项目编号和批次编号则用 --known 向登记库查询。"),
    arguments: [
      Positional(
        "SHELL", .optional, allowed: Shell.allCases.map(\.rawValue),
        help: Bilingual("The shell.", zh: "命令行解释器。"))
    ],
    options: [
      Option(
        "known", value: "KIND", allowed: CompletionShapes.Known.allCases.map(\.rawValue),
        help: Bilingual("List what the register knows of this kind.", zh: "列出登记库中的此类编号。")),
      Option(
        "begins", value: "TEXT", takesEmpty: true,
        help: Bilingual("Only what begins with this.", zh: "只列出以此开头的。")),
      Option(
        "manual", value: "FOLDER",
        help: Bilingual(
          "Write a manual page for each command into this folder.", zh: "为每个命令写一个手册页到此文件夹。")),
      .register, .wait, .output, .force,
    ],
    examples: [
      "sixpoint completions bash -o ~/.local/share/bash-completion/completions/sixpoint",
      "sixpoint completions fish -o ~/.config/fish/completions/sixpoint.fish",
      "sixpoint completions --known household --begins 43312310420",
      "sixpoint completions --manual man1",
    ])

  static func run(
    _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) -> ExitStatus {
    if let kind = arguments.value("known").flatMap({ CompletionShapes.Known(rawValue: $0) }) {
      try console.print(known(kind, arguments, console), arguments)
      return .done
    }
    if let folder = arguments.value("manual") {
      // Pages are many files: `-` would be a folder of that name.
      guard folder != "-" else {
        throw arguments.failure(.malformedValue(folder, of: "--manual", example: "man1"))
          .problem(in: console.language)
      }
      try writeManual(to: folder, arguments, console)
      return .done
    }
    let name = try console.worded { () throws(UsageFailure) in
      try arguments.requiredPositional("SHELL")
    }
    guard let shell = Shell(rawValue: name) else {
      preconditionFailure("the argument takes the names of shells alone")
    }
    let script = Completions(
      Program.tree, language: console.language, shape: CompletionShapes.shape
    ).script(for: shell)
    try console.print(arguments) { (output: inout Output) throws(OutputFault) in
      try output.write(script)
    }
    return .done
  }

  /// Writes `sixpoint.1`, `sixpoint-log.1`, …; the folder is made where it is not there yet.
  private static func writeManual(
    to folder: String, _ arguments: ParsedArguments, _ console: Console
  ) throws(Problem) {
    let manual = ManualPage(
      Program.tree, language: console.language, version: Program.version,
      sections: [ExitStatus.manualSection])
    do throws(SystemFault) {
      try System.makeFolder(folder)
    } catch {
      throw Problem(error, language: console.language)
    }
    for path in manual.paths {
      try console.worded { () throws(OutputFault) in
        var output = try Output(
          path: "\(folder)/\(manual.fileName(for: path))", replaces: arguments.flag("force"),
          sparing: console.protectedFiles(arguments))
        try output.write(manual.text(for: path))
        try output.finish()
      }
    }
  }

  private static let most = 200

  /// What begins with the text. A shell that completes a word must not be told of faults: where there is no
  /// register, nothing is known.
  private static func known(
    _ kind: CompletionShapes.Known, _ arguments: ParsedArguments, _ console: Console
  ) -> [String] {
    let text = KeyFolding.fold(arguments.value("begins") ?? "")
    guard let thing = NumberedThing(rawValue: kind.rawValue) else { return counties(text, console) }
    guard let register = try? console.openRegister(arguments, writing: false),
      let numbers = try? register.numbers(of: thing, beginningWith: text, limit: most)
    else { return [] }
    // Personal numbers that were taken for numbers of things are not shown whole, and so not offered.
    return numbers.filter { PersonalNumbers.masked($0, in: .numbers) == $0 }
  }

  /// Counties by code, or by the name in the language that is spoken, without its last word.
  private static func counties(_ text: String, _ console: Console) -> [String] {
    let counties = FoundingRegion.offices.filter { $0.level == .county }
    let words =
      counties.map { String($0.code) }
      + counties.map { county in
        console.say(
          county.nameEnglish.split(separator: " ").first.map(String.init) ?? "", county.nameChinese)
      }
    let wanted = text.lowercased()
    return words.filter {
      !wanted.isEmpty ? $0.lowercased().hasPrefix(wanted) : !($0.first?.isNumber ?? true)
    }
  }
}
