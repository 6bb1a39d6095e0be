import Foundation
import Testing

@Suite("Previewing a file")
struct ProgramPreviewTests {
  @Test("every row of any file is an array of strings, blank ones and the first included")
  func all() throws {
    let folder = try ProgramFolder()
    let told = try folder.run(
      "preview", "-", "--json", "--all", input: "a,\"b \"\"c\"\"\"\n\n1,\"x\ny\"\r\n")
    #expect(told.status == 0)
    #expect(told.output == #"[["a","b \"c\""],[""],["1","x\ny"]]"# + "\n")
    #expect(try folder.run("preview", "-", "--json", "--all").output == "[]\n")
  }

  @Test("it is as strict as import; lenient reading keeps and names what it forgives")
  func strictness() throws {
    let folder = try ProgramFolder()
    try folder.write("a.csv", "a,b\n1\n2,x\"y\n")
    let strict = try folder.run("preview", "a.csv", "--json", "--all")
    #expect(strict.status == 1)
    #expect(strict.output.hasPrefix(#"{"error":{"rule":"ragged_row""#))
    #expect(strict.errors.contains("a.csv:3:"))
    let lenient = try folder.run("preview", "a.csv", "--json", "--all", "--lenient")
    #expect(lenient.status == 0)
    #expect(lenient.output == #"[["a","b"],["1"],["2","x\"y"]]"# + "\n")
    #expect(lenient.errors.contains("a.csv:2:"))
    #expect(lenient.errors.contains("a.csv:3:"))
  }

  @Test("people see encoding, delimiter, sheet and columns, and no identity number")
  func people() throws {
    let folder = try ProgramFolder()
    try folder.write("s.csv", "title\nstaff_no;name;phone;foo\nS1;Li Ming;13812345678;x\n")
    let told = try folder.run("preview", "s.csv", "--lenient")
    for words in ["encoding: UTF-8", "semicolon", "sheet: staff", "not known: foo", "Li Ming"] {
      #expect(told.output.contains(words), "\(told.output)")
    }
    #expect(!told.output.contains("13812345678"))
  }

  @Test("people see one column a line, an empty cell as empty")
  func lines() throws {
    let folder = try ProgramFolder()
    try folder.write("s.csv", "title\n工号,姓名,联系电话,foo\nS1,,13812345678,\n")
    let told = try folder.run("preview", "s.csv", "--lenient").output
    #expect(told.contains("\ncolumns:\n  staff_no\n  name\n  phone\nnot known: foo\n"), "\(told)")
    #expect(
      told.hasSuffix("\nline 3\n  staff_no: S1\n  name:\n  phone: 138****5678\n  foo:\n"), "\(told)"
    )
    let plain = try folder.run("preview", "-", "--lang", "zh", input: "a,b\n,2\n").output
    #expect(plain.hasSuffix("\n第 1 行\n  1: a\n  2: b\n\n第 2 行\n  1:\n  2: 2\n"), "\(plain)")
  }

  @Test("JSON hides valid IDs and mobile numbers alone; revealing is recorded, with a reason")
  func revealing() throws {
    let folder = try ProgramFolder()
    try folder.write(
      "a.csv",
      "x,y\n433123197711110017,433123197711110018\n13812345678,6222021901001234567\n"
        + "李433123197711110017,0744-8221234\n4331231042060013,\n")
    let all = ["preview", "a.csv", "--json", "--all"]
    func run(_ more: [String]) throws -> ProgramFolder.Result {
      let process = try folder.process(ProgramFolder.program, all + more)
      try process.run()
      return try folder.finish(process)
    }
    let hidden = try run([])
    #expect(
      hidden.output
        == #"[["x","y"],["433123********0017","433123197711110018"],"#
        + #"["138****5678","6222021901001234567"],["李433123********0017","0744-8221234"],"#
        + #"["4331231042060013",""]]"# + "\n")
    #expect(try run(["--reveal"]).status == 64)
    #expect(try run(["--reveal", "--reason", "r"]).status != 0)
    try folder.makeRegister()
    let entry = try folder.lastEntry()
    try folder.write("out.json", "")
    let refused = try run(["--reveal", "--reason", "r", "-o", "out.json"])
    #expect(refused.status == 1 && refused.output.contains("output_exists"))
    #expect(try folder.lastEntry() == entry)
    let shown = try run(["--reveal", "--reason", "for the county", "-o", "out.json", "--force"])
    #expect(shown.status == 0, "\(shown.errors)")
    #expect(try folder.read("out.json").contains("433123197711110017"))
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/out.json")
    #expect(mode[.posixPermissions] as? Int == 0o600)
    #expect(try folder.lastEntry() == entry + 1)
    let told = try folder.run("history", String(entry + 1)).output
    #expect(told.contains("reveal preview a.csv") && told.contains("for the county"))
  }
}
