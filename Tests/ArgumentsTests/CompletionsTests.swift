import Arguments
import Foundation
import Testing

@Suite("Completion scripts")
struct CompletionsTests {
  static let hasBash = FileManager.default.isExecutableFile(atPath: "/bin/bash")

  /// What `program` prints for `script` on its standard input.
  static func output(of program: String, _ script: String) throws -> String {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    process.executableURL = URL(fileURLWithPath: program)
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    input.fileHandleForWriting.write(Data(script.utf8))
    try input.fileHandleForWriting.close()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self)
  }

  @Test("bash offers what may follow, wherever the options stand", .enabled(if: hasBash))
  func bash() throws {
    let expected = [
      ("re", "report"),
      ("report ''", "monthly staff"),
      ("--register report im", "import"),
      ("report monthly --by v", "village"),
      ("report monthly --by = v", "village"),
      ("report monthly --by =", "county township village class"),
      ("--by = county report mon", "monthly"),
      ("report monthly --by county --l", "--lang"),
      ("report --lang zh staff ''", ""),
      ("report --lang zh staff 433123 ''", "load gaps"),
      ("report -", "--register --lang -h --help"),
      ("help rep", "report"),
      ("help report m", "monthly"),
      ("import -o /dev/nul", "/dev/null"),
      ("import /dev/nul", "/dev/null"),
      ("report monthly --month 2", ""),
    ]
    var script = Completions(SampleTree.tree, language: .english).script(for: .bash)
    script += """
      t() { COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _sixpoint; echo "${COMPREPLY[*]}"; }

      """
    for (words, _) in expected { script += "t sixpoint \(words)\n" }
    let lines = try Self.output(of: "/bin/bash", script + "exit 0\n")
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try #require(lines.count == expected.count + 1)
    for (line, (words, offered)) in zip(lines, expected) { #expect(line == offered, "\(words)") }
  }

  @Test(
    "zsh and fish get every command with its summary and every option with its values",
    arguments: [
      (Shell.zsh, "'monthly:月度落实情况报表。'"),
      (.zsh, "'(--by)--by=[按此层级分行。]:层级:(county township village class)'"),
      (.zsh, "'(-o --output)-o+[写入文件。]:文件:_files'"),
      (.zsh, "'*--county=[文件可涉及的县。]:代码: '"),
      (.zsh, "'*:文件:_files'"),
      (.fish, "complete -c sixpoint -n '__sixpoint_at report' -a 'monthly' -d '月度落实情况报表。'"),
      (
        .fish,
        "'__sixpoint_at report monthly' -l by -d '按此层级分行。' -x -a 'county township village class'"
      ),
      (.fish, "'__sixpoint_at import' -s o -l output -d '写入文件。' -r -F"),
      (.fish, "'__sixpoint_at import; and __sixpoint_behind -ge 0' -F"),
      (
        .fish,
        "'__sixpoint_at report staff; and __sixpoint_behind -eq 1' -a 'load gaps' -d '列出内容。'"
      ),
    ])
  func others(shell: Shell, line: String) {
    let script = Completions(SampleTree.tree, language: .chinese).script(for: shell)
    #expect(script.contains(line))
  }

  @Test("a quote in a summary ends no string", .enabled(if: hasBash))
  func quotes() throws {
    let command = CommandDefinition(
      ["a"], summary: Bilingual("it's $(so) \\ `x`", zh: "字"),
      arguments: [Positional("K", allowed: ["it's"], help: Bilingual("x", zh: "x"))],
      examples: ["p a \"it's\""])
    let tree = CommandTree(
      program: "p", summary: Bilingual("p", zh: "p"), commands: [CommandEntry(command)])
    let completions = Completions(tree, language: .english)
    _ = try Self.output(of: "/bin/bash", "set -e\n" + completions.script(for: .bash) + "exit 0\n")
    #expect(completions.script(for: .zsh).contains(#"'a:it'\''s $(so) \ `x`'"#))
    #expect(completions.script(for: .fish).contains(#"-d 'it\'s $(so) \\ `x`'"#))
  }
}
