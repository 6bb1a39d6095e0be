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
}
