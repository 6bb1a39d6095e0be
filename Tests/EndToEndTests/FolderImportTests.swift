import Foundation
import Testing

@Suite("Importing folders")
struct FolderImportTests {
  /// A register and a folder `in` made by a shell's words.
  private func folder(_ script: String) throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(3))
    let made = try folder.shell("mkdir in && cd in && " + script)
    try #require(made.status == 0, "\(made.errors)")
    return folder
  }

  @Test("files that are no CSV and rejects are left out, the first are named")
  func others() throws {
    let folder = try folder(
      "cp ../staff.csv staff.csv && cp ../staff.csv staff.csv.rejects.csv && echo x > list.xlsx && mkdir deep && echo y > deep/letter.pdf"
    )
    let told = try folder.run("import", "in")
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.errors.contains("in/list.xlsx"))
    #expect(told.errors.contains("in/deep/letter.pdf"))
    #expect(!told.errors.contains("rejects"))
    #expect(told.output.contains("created    3"))
  }

  @Test(
    "a name in another encoding, or a dead link, is one file's fault",
    arguments: [
      (#"cp ../staff.csv "$(printf '\303\373.csv')""#, "another encoding"),
      ("ln -s nowhere.csv dead.csv", "a link to a file that is not there"),
      ("ln -s dead.csv dead.csv", "a link to a file that is not there"),
    ])
  func oneFile(script: String, words: String) throws {
    let folder = try folder("cp ../staff.csv staff.csv && " + script)
    let stopped = try folder.run("import", "in")
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains(words), "\(stopped.errors)")
    #expect(try folder.lastEntry() == 1)
    let gone = try folder.run("import", "in", "--keep-going")
    #expect(gone.status == 1)
    #expect(gone.output.contains("created    3"))
  }

  @Test("several files end in a summary, a line each, with what was not read")
  func summary() throws {
    let folder = try folder(
      "cp ../staff.csv staff.csv && printf 'household_no,village_code,name,relation\\nH1,433123104201,,head\\n' > roster.csv && printf 'household_no,starts_on,measures\\nH1,2011-03-01,a\\n' > plans.csv"
    )
    let chinese = try folder.run("import", "in", "--lang", "zh").output
    let lines = chinese.split(separator: "\n").suffix(7).map(String.init)
    #expect(lines.first?.hasPrefix("文件") == true, "\(chinese)")
    #expect(lines.contains { $0.hasPrefix("staff.csv") && $0.hasSuffix("2") }, "\(chinese)")
    #expect(lines.contains { $0.hasPrefix("roster.csv") && $0.hasSuffix("拒收") }, "\(chinese)")
    #expect(lines.contains { $0.hasPrefix("plans.csv") && $0.hasSuffix("未读") }, "\(chinese)")
    #expect(lines.last?.hasPrefix("共 3 个文件") == true, "\(chinese)")
    // Behind the summary, where it is still on the screen.
    let together = try folder.shell("$PROGRAM import in 2>&1").output
    let end = together.split(separator: "\n").suffix(3)
    #expect(end.first?.hasPrefix("3 files") == true, "\(together)")
    #expect(end.dropFirst().first?.contains("roster.csv was refused") == true, "\(together)")
    #expect(end.last?.contains("1 more file was not read") == true, "\(together)")
    let english = try folder.run("import", "in", "--keep-going").output
    #expect(english.contains("nothing new") && english.contains("3 files"), "\(english)")
    #expect(!english.contains("not read"))
  }

  @Test("files of one name are told apart by the folders that they are in")
  func alike() throws {
    let folder = try folder(
      "mkdir -p a/x b/x && for f in a b; do sed s/S1/$f/ ../staff.csv >$f/x/staff.csv; done && sed '2s/Li Ming//' ../staff.csv >b/x/staff.csv && cp ../staff.csv other.csv"
    )
    let told = try folder.run("import", "in", "--keep-going")
    #expect(told.status == 1)
    #expect(told.errors.contains("b/x/staff.csv:2: name: "), "\(told.errors)")
    for name in ["a/x/staff.csv", "b/x/staff.csv", "other.csv"] {
      #expect(told.output.contains("\n\(name) "), "\(name): \(told.output)")
    }
  }

  @Test("a link is followed neither out of the folder nor round in it")
  func links() throws {
    let folder = try folder(
      "cp ../staff.csv staff.csv && ln -s ../staff.csv out.csv && ln -s staff.csv again.csv && ln -s . round && ln -s .. up"
    )
    let told = try folder.run("import", "in", "--json")
    #expect(told.status == 0, "\(told.errors)")
    #expect(!told.output.contains("\"files\""))
    for name in ["out.csv", "again.csv", "round", "up"] {
      #expect(told.errors.contains("in/" + name))
    }
  }
}
