import Arguments
import Testing

@Suite("Help")
struct HelpTextTests {
  func help(_ path: [String], _ language: HelpLanguage = .english, columns wide: Int = 80) -> String
  {
    HelpText(SampleTree.tree, language: language, columns: wide, width: columns).text(for: path)
  }

  @Test("a command's help has usage, summary, arguments, options and examples")
  func command() {
    #expect(
      help(["import"]) == """
        Usage: sixpoint import [OPTIONS] FILE…

        Read sheets into the register.

        Every row is judged before anything is written.

        A file with a fault writes nothing.

        Arguments:
          FILE…  A CSV file.

        Options:
          -c, --check        Write nothing.
              --county CODE  Counties that the files may hold. May be repeated.

        Common options:
          -o, --output FILE    Write to a file.
              --json           As JSON.
              --register PATH  The register.
              --lang LANGUAGE  The language. One of: en, zh.
          -h, --help           Show this help and stop.

        Examples:
          sixpoint import roster.csv --check
          cat roster.csv | sixpoint import -

        """)
  }

  @Test("the Chinese help says the same, its columns aligned by width")
  func chinese() {
    #expect(
      help(["report", "monthly"], .chinese) == """
        用法：sixpoint report monthly --month 月份 [选项]

        月度落实情况报表。

        选项：
              --month 月份  月份。必填。
              --by 层级     按此层级分行。可选值：county, township, village, class。

        通用选项：
          -o, --output 文件    写入文件。
              --json           输出 JSON。
              --register 路径  登记库文件。
              --lang 语言      语言。可选值：en, zh。
          -h, --help           显示本帮助后结束。

        示例：
          sixpoint report monthly --month 2011-06 --by county -o june.csv

        """)
  }

  @Test("a word that commands use differently is the command's own, and an option stays as it is")
  func placeholders() {
    #expect(
      help(["report", "staff"], .chinese).hasPrefix(
        "用法：sixpoint report staff [选项] 单位 [内容]\n"))
    #expect(SampleTree.words.word("KIND", of: ["import"], in: .chinese) == "类别")
    #expect(SampleTree.words.word("KIND", of: ["report", "staff"], in: .english) == "KIND")
    #expect(SampleTree.words.word("--on", of: ["report"], in: .chinese) == "--on")
  }

  @Test("the overview and a group list what may follow")
  func overviews() {
    #expect(
      help([]) == """
        A register.

        Usage: sixpoint COMMAND …

        Commands:
          import   Read sheets into the register.
          report   Figures. (monthly, staff)
          version  The version.
          help     Explain a command.

        “sixpoint help COMMAND” explains a command.

        """)
    #expect(
      help(["report"], .chinese) == """
        各类报表。

        用法：sixpoint report 命令 …

        命令：
          report monthly  月度落实情况报表。
          report staff    各责任人的负担。

        “sixpoint help report 命令”说明某个命令的用法。

        """)
  }

  @Test("chapters order the overview, and what none names comes last")
  func chapters() throws {
    let tree = CommandTree(
      program: "sixpoint", summary: Bilingual("A register.", zh: "登记库。"),
      commands: [SampleTree.importing, SampleTree.monthly, SampleTree.version].map {
        CommandEntry($0)
      },
      chapters: [CommandChapter(Bilingual("Figures", zh: "报表"), ["report", "absent"])])
    let text = HelpText(tree, language: .english, width: columns).text(for: [])
    let lines = text.split(separator: "\n")
    let figures = try #require(lines.firstIndex(of: "Figures:"))
    let rest = try #require(lines.firstIndex(of: "Commands:"))
    #expect(lines[figures + 1].hasPrefix("  report "))
    #expect(lines[rest + 1].hasPrefix("  import "))
    #expect(figures < rest)
  }

  @Test(
    "no line is wider than the terminal, from 40 to 100 columns", arguments: [20, 40, 57, 80, 200])
  func widths(wide: Int) {
    let long = CommandDefinition(
      ["report", "long"],
      summary: Bilingual(
        String(repeating: "many words stand here ", count: 20),
        zh: String(repeating: "这里有许多字，逐行折开。", count: 20)),
      arguments: [
        Positional(
          "HOUSEHOLD", .many(minimum: 0),
          help: Bilingual(
            String(repeating: "explained ", count: 30), zh: String(repeating: "说明", count: 90)))
      ],
      examples: ["sixpoint report long"])
    let tree = SampleTree.make([long])
    for language in HelpLanguage.allCases {
      let text = HelpText(tree, language: language, columns: wide, width: columns)
        .text(for: long.path)
      let widest = text.split(separator: "\n").map { columns(String($0)) }.max() ?? 0
      #expect(widest <= min(max(wide, 40), 100))
      #expect(widest >= min(max(wide, 40), 100) - 12, "lines should be filled")
    }
  }

  @Test("Chinese breaks anywhere but before a closing mark or after an opening one")
  func chineseLines() {
    let text = Bilingual("x", zh: "一二三四五六七八九十一二三四五六七八九。（十）")
    let command = CommandDefinition(["a"], summary: text, examples: ["sixpoint a"])
    let help = HelpText(SampleTree.make([command]), language: .chinese, columns: 40, width: columns)
      .text(for: ["a"])
    let lines = help.split(separator: "\n").map(String.init)
    #expect(lines[1] == "一二三四五六七八九十一二三四五六七八九。")
    #expect(lines[2] == "（十）")
  }
}
