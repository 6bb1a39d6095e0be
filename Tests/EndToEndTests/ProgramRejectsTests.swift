import Foundation
import Testing

@Suite("Rejected rows")
struct ProgramRejectsTests {
  static let faulty =
    "staff_no,name,phone,county_code\r\n1,李明,13812345678,433123\r\n2,,13812345678,433124\r\n"
    + "3,\"Li,\r\n Hua\",138,433125\r\n4,x\r\n"

  @Test("rows not taken go to a file of the owner's, as the clerk wrote them")
  func written() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    #expect(try folder.run("import", "staff.csv").status == 1)
    #expect(try folder.run("import", "staff.csv", "--accept-valid", "--check").status == 1)
    #expect(!folder.exists("staff.csv.rejects.csv"))
    let told = try folder.run("import", "staff.csv", "--accept-valid")
    #expect(told.status == 1)
    #expect(told.errors.contains("the 3 rows not taken are in staff.csv.rejects.csv"))
    let rejects = try folder.read("staff.csv.rejects.csv")
    #expect(rejects.hasPrefix("line,column,rule,message,staff_no,name,phone,county_code\r\n3,"))
    #expect(rejects.contains(",2,,13812345678,433124\r\n4,county_code,outside_office,"))
    #expect(rejects.contains(",3,\"Li,\r\n Hua\",138,433125\r\n6,,ragged_row,"))
    #expect(rejects.hasSuffix(",4,x\r\n"))
    let attributes = try FileManager.default.attributesOfItem(
      atPath: folder.path + "/staff.csv.rejects.csv")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test("corrected, they import again")
  func again() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", "staff_no,name,county_code\n1,a,433123\n2,,433123\n")
    let one = try folder.run("import", "staff.csv", "--accept-valid")
    #expect(one.errors.contains("the row not taken is in staff.csv.rejects.csv"))
    let rejects = try folder.read("staff.csv.rejects.csv")
    try folder.write(
      "staff.csv.rejects.csv", rejects.replacingOccurrences(of: ",2,,", with: ",2,b,"))
    let told = try folder.run("import", "staff.csv.rejects.csv", "--json")
    #expect(told.status == 0, "\(told.output)")
    #expect(told.output.contains(#""created":1"#))
  }

  @Test("a rejects file that was edited is never overwritten; the same one is left")
  func edited() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    try folder.run("import", "staff.csv", "--accept-valid")
    try folder.run("import", "staff.csv", "--accept-valid")
    #expect(!folder.exists("staff.csv.2.rejects.csv"))
    try folder.write("staff.csv.rejects.csv", "edited")
    let told = try folder.run("import", "staff.csv", "--accept-valid")
    #expect(try folder.read("staff.csv.rejects.csv") == "edited")
    #expect(told.errors.contains("staff.csv.2.rejects.csv"))
    #expect(folder.exists("staff.csv.2.rejects.csv"))
  }

  @Test("rows of standard input are kept beside nothing, under a name that is told")
  func standardInput() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    for end in [[], ["-q"], ["--json"]] {
      let process = try folder.process(
        ProgramFolder.program, ["import", "-", "--accept-valid"] + end, input: Self.faulty)
      try process.run()
      let told = try folder.finish(process)
      #expect(told.status == 1)
      #expect(told.errors.contains("the 3 rows not taken are in stdin.rejects.csv"), "\(end)")
    }
    #expect(try folder.read("stdin.rejects.csv").contains(",2,,13812345678,433124\r\n"))
  }

  @Test("--rejects - gives the rows alone on standard output, and never beside JSON")
  func standardOutput() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    let both = try folder.run("import", "staff.csv", "--accept-valid", "--rejects", "-", "--json")
    #expect(both.status == 64)
    #expect(both.output.contains(#""rule":"conflicting_options""#))
    let rows = try folder.run("import", "staff.csv", "--accept-valid", "--rejects", "-")
    #expect(rows.output.hasPrefix("line,column,rule,message,staff_no,"))
    #expect(rows.errors.contains("are in standard output"))
    #expect(rows.errors.contains("SHA-256"))
  }

  @Test("--rejects says where; it is for one file")
  func path() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    try folder.run("import", "staff.csv", "--accept-valid", "--rejects", "bad.txt")
    #expect(folder.exists("bad.txt"))
    #expect(
      try folder.run("import", "staff.csv", "staff.csv", "--accept-valid", "--rejects", "x").status
        == 64)
    let piped = try folder.run(
      "import", "-", "--accept-valid", "--rejects", "p", input: Self.faulty)
    #expect(piped.status == 1)
    #expect(folder.exists("p"))
  }
}
