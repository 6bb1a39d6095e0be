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
