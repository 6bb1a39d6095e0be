import Foundation
import Testing

@Suite("Exporting")
struct ExportProgramTests {
  private func folder() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write(
      "roster.csv",
      """
      household_no,village_code,name,relation,resident_id,phone,enrolled_on,remark
      H1,433123104201,吴大,head,433123197001010011,13812345678,2011-02-01,"'=HYPERLINK(""x"")"

      """)
    let receipt = try folder.run("import", "roster.csv")
    try #require(receipt.status == 0, "\(receipt.errors)")
    return folder
  }

  @Test("Revealing wants a reason, is an entry, and makes a file for its owner alone")
  func reveals() throws {
    let folder = try folder()
    let unexplained = try folder.run("export", "roster", "--reveal")
    #expect(unexplained.status == 64 && unexplained.output.isEmpty)
    #expect(unexplained.errors.contains("--reason"))
    #expect(try folder.lastEntry() == 2)
    let done = try folder.run(
      "export", "roster", "--reveal", "--reason", "for the county", "-o", "out.csv")
    #expect(done.status == 0 && done.output.isEmpty && done.errors.isEmpty)
    #expect(try folder.lastEntry() == 3)
    let entry = try folder.run("history", "3").output
    #expect(entry.contains("reveal export roster") && entry.contains("for the county"))
    let mode =
      try FileManager.default.attributesOfItem(atPath: folder.path + "/out.csv")[
        .posixPermissions] as? Int
    #expect(mode == 0o600)
    let text = try folder.read("out.csv")
    #expect(text.contains("433123197001010011") && text.contains(#","'=HYPERLINK(""x"")""#))
    let again = try folder.run("import", "out.csv", "--json")
    #expect(again.status == 0 && again.output.contains(#""unchanged":1"#))
    #expect(again.output.contains(#""entry":null"#))
  }

  @Test("Without revealing nothing is written, and import refuses what is masked")
  func masked() throws {
    let folder = try folder()
    let done = try folder.run(
      "export", "roster", "--lang", "zh", "--encoding", "gb18030", "-o", "x.csv")
    #expect(done.status == 0 && done.errors.isEmpty)
    #expect(try folder.lastEntry() == 2)
    let refused = try folder.run("import", "x.csv")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("433123********0011") || refused.output.contains("masked"))
    #expect(!refused.errors.contains("197001010011"))
  }

  @Test("As known at an entry, and no entry beyond the last")
  func known() throws {
    let folder = try folder()
    let before = try folder.run("export", "roster").output
    try folder.write("end.csv", "household_no,event,on,class\nH1,reclass,2011-05-01,dibao\n")
    try #require(try folder.run("import", "end.csv").status == 0)
    #expect(try folder.run("export", "roster").output != before)
    #expect(try folder.run("export", "roster", "--known", "2").output == before)
    let beyond = try folder.run("export", "roster", "--known", "9")
    #expect(beyond.status == 1 && beyond.errors.contains("the last one is 3"))
    #expect(try folder.run("export", "roster", "--known", "soon").status == 64)
  }

  @Test("A place is one the office has, and a county at least")
  func places() throws {
    let folder = try folder()
    #expect(try folder.run("export", "roster", "--county", "凤凰县").output.contains("H1,"))
    #expect(try folder.run("export", "roster", "--county", "430626").status == 1)
    let misspelt = try folder.run("export", "roster", "--county", "Fenghuan")
    #expect(misspelt.status == 1 && misspelt.errors.contains("433123"))
    let miscoded = try folder.run("export", "roster", "--county", "433132")
    #expect(miscoded.status == 1 && miscoded.errors.contains("433123"), "\(miscoded.errors)")
    let township = try folder.run("export", "roster", "--county", "433123104")
    #expect(township.status == 1 && township.errors.contains("433123"))
    let sheet = try folder.run("export", "rooster")
    #expect(sheet.status == 64 && sheet.errors.contains("roster"))
  }

  @Test("A reader that leaves is quiet; a full disk is not")
  func endings() throws {
    let folder = try folder()
    let left = try folder.shell("$PROGRAM export regions | head -1; echo ${PIPESTATUS[0]}")
    #expect(left.output.hasSuffix("\n0\n") && left.errors.isEmpty)
    if FileManager.default.fileExists(atPath: "/dev/full") {
      #expect(try folder.shell("$PROGRAM export regions > /dev/full").status == 2)
    }
    #expect(try folder.run("export", "regions", "-o", "register.db").status != 0)
    #expect(try folder.run("check").status == 0)
  }
}
