import Foundation
import Testing

@Suite("Completions that ask the register")
struct CompletionsProgramTests {
  /// What bash offers for the last of the words.
  private func offered(
    _ words: String, in folder: ProgramFolder, language: String = "en"
  ) throws -> [String] {
    let told = try folder.shell(
      """
      mkdir -p bin && ln -sf "$PROGRAM" bin/sixpoint && PATH=$PWD/bin:$PATH
      SIXPOINT_LANG=\(language) sixpoint completions bash > completion.bash && bash -n completion.bash
      . ./completion.bash
      COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _sixpoint
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(told.status == 0, "\(told.errors)")
    return told.output.split(separator: "\n").map(String.init)
  }

  @Test("numbers are completed from the register by their first digits, words from their lists")
  func bash() throws {
    let folder = try ReportsFolder.make()
    for (words, expected) in [
      ("sixpoint show 433123104206001", "4331231042060013"),
      ("sixpoint log 4331231042060013 del", "delivery"),
      ("sixpoint log 4331231042060013 visit --staff S433123-000", "S433123-0001"),
      ("sixpoint project approve P433123-0000", "P433123-00005"),
      ("sixpoint fund pay 4331231042060013 --batch XJ", "XJ2011-1"),
      ("sixpoint list gaps --point con", "contact"), ("sixpoint list gaps --class w", "wubao"),
      ("sixpoint report monthly --county Feng", "Fenghuang"), ("sixpoint template ro", "roster"),
      ("sixpoint explain date_f", "date_form"), ("sixpoint explain ladd", "ladder"),
      ("sixpoint config la", "lang"), ("sixpoint config lang z", "zh"),
      ("sixpoint config county Feng", "Fenghuang"), ("sixpoint assign con", "contact"),
      ("sixpoint assign contact S433123-000", "S433123-0001"),
    ] {
      let offers = try offered(words, in: folder)
      #expect(offers.contains(expected), "\(words): \(offers.prefix(5))")
    }
    #expect(try offered("sixpoint log 4331231042060013 走", in: folder, language: "zh") == ["走访"])
    #expect(try offered("sixpoint template 贫困户花", in: folder, language: "zh") == ["贫困户花名册"])
    #expect(try offered("sixpoint template ro", in: folder, language: "zh") == ["roster"])
    for command in [["template"], ["report", "monthly"]] {
      let help = try folder.run(["help"] + command + ["--lang", "zh"]).output
      #expect(help.filter { !$0.isWhitespace }.contains("也可写："), "\(help)")
    }
    // More than fit are offered by what they begin with.
    let beginnings = try offered("sixpoint show 4331231", in: folder)
    #expect(beginnings.count > 1 && beginnings.allSatisfy { $0.count < 16 }, "\(beginnings)")
  }

  @Test("fish asks the register that the line names")
  func fish() throws {
    let folder = try ReportsFolder.make()
    let told = try folder.shell(
      """
      command -v fish > /dev/null || { echo none; exit 0; }
      mkdir -p bin && ln -sf "$PROGRAM" bin/sixpoint && PATH=$PWD/bin:$PATH
      sixpoint completions fish > completion.fish
      cp "$SIXPOINT_REGISTER" 'my copy.db'; unset SIXPOINT_REGISTER
      export HOME=$PWD
      for line in 'sixpoint show --register "my copy.db" 433123104206001' \
        'sixpoint show "--register=my copy.db" 433123104206001' \
        'sixpoint config lang z' 'sixpoint config officer z' \
        'sixpoint log 4331231042060013 deli' 'sixpoint log 4331231042060013 delivery deli' \
        'sixpoint log deli'; do
        fish -c 'source completion.fish; complete -C $argv[1]' -- "$line"
      done
      """)
    let offers = told.output.split(separator: "\n").filter { $0.hasPrefix("4331231042060013") }
    let words = told.output.split(separator: "\n").filter { $0.hasPrefix("zh") }
    // A kind only where a kind stands.
    let kinds = told.output.split(separator: "\n").filter { $0.hasPrefix("delivery") }
    #expect(
      told.output == "none\n" || offers.count == 2 && words.count == 1 && kinds.count == 1,
      "\(told)")
  }

  /// Typed into a shell that believes it sits at a terminal, since only there zsh completes.
  @Test("zsh asks the register for numbers, the one that the line names")
  func zsh() throws {
    let folder = try ReportsFolder.make()
    try folder.write(
      "type.zsh",
      #"""
      zmodload zsh/zpty || { print none; exit 0 }
      zpty shell 'zsh -f -i'
      zpty -w shell 'autoload -Uz compinit; compinit -u -D; source ./completion.zsh; print rea""dy'
      seen=
      wait_for() {
        for try in {1..100}; do
          while zpty -r -t shell part; do seen+=$part; done
          [[ $seen == *$1* ]] && return
          sleep 0.1
        done
      }
      wait_for ready
      zpty -w -n shell 'sixpoint show --register "my copy.db" 43312310420600'$'		'
      wait_for 4331231042060013
      zpty -w -n shell $'\x15''sixpoint config county Fenghu'$'	'
      wait_for Fenghuang
      print -r -- $seen
      zpty -d shell
      """#)
    let told = try folder.shell(
      """
      command -v zsh > /dev/null || { echo none; exit 0; }
      mkdir -p bin && ln -sf "$PROGRAM" bin/sixpoint && export PATH=$PWD/bin:$PATH
      sixpoint completions zsh > completion.zsh
      cp "$SIXPOINT_REGISTER" 'my copy.db'; unset SIXPOINT_REGISTER
      zsh -f type.zsh
      """)
    #expect(
      told.output.hasPrefix("none")
        || told.output.contains("4331231042060013") && told.output.contains("Fenghuang"),
      "\(told)")
  }

  @Test("where there is no register nothing is offered, and nothing is said")
  func none() throws {
    let folder = try ProgramFolder()
    let told = try folder.run("completions", "--known", "household", "--begins", "4")
    #expect(told.status == 0 && told.output.isEmpty && told.errors.isEmpty)
  }

  @Test("each shell that is installed takes its script", arguments: ["bash", "zsh", "fish"])
  func shells(shell: String) throws {
    let folder = try ProgramFolder()
    let told = try folder.shell(
      """
      $PROGRAM completions \(shell) > script || exit 1
      command -v \(shell) > /dev/null || exit 0
      \(shell) -n script
      """)
    #expect(told.status == 0 && told.errors.isEmpty, "\(told.errors)")
  }

  @Test(
    "each command has its manual page, which man reads without a warning", arguments: ["en", "zh"])
  func manual(language: String) throws {
    let folder = try ProgramFolder()
    let told = try folder.shell(
      """
      $PROGRAM completions --manual pages --lang \(language) && ls pages
      command -v groff > /dev/null || exit 0
      for page in pages/*; do groff -man -ww -Tutf8 "$page" > read || exit 1; [ -s read ] || exit 1; done
      """)
    #expect(told.status == 0 && told.errors.isEmpty, "\(told.errors)")
    let pages = told.output.split(separator: "\n").map(String.init)
    for name in ["sixpoint.1", "sixpoint-log.1", "sixpoint-report.1", "sixpoint-report-monthly.1"] {
      #expect(pages.contains(name))
    }
    #expect(try folder.run("completions", "--manual", "pages").status == 1, "they stand already")
    #expect(try folder.run("completions", "--manual", "pages", "--force").status == 0)
  }
}
