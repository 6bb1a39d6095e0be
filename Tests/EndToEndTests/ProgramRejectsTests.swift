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

  @Test("one that was edited stops the import before it commits; one that was not is replaced")
  func edited() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    try folder.run("import", "staff.csv", "--accept-valid")
    try folder.write("staff.csv", Self.faulty + "5,y,,433123\n6,,,433123\n")
    let replaced = try folder.run("import", "staff.csv", "--accept-valid")
    #expect(replaced.errors.contains("are in staff.csv.rejects.csv"))
    let rejects = try folder.read("staff.csv.rejects.csv")
    #expect(rejects.contains(",6,,,433123"))
    let entry = try folder.lastEntry()
    try folder.write("staff.csv.rejects.csv", rejects + "x")
    try folder.write("staff.csv", Self.faulty + "7,z,,433123\n")
    let told = try folder.run("import", "staff.csv", "--accept-valid", "--json")
    #expect(told.status == 1)
    #expect(told.output.contains(#""rule":"rejects_edited""#), "\(told.output)")
    #expect(try folder.read("staff.csv.rejects.csv") == rejects + "x")
    #expect(try folder.lastEntry() == entry)
    // Without rows to keep the edited file is in nobody's way.
    try folder.write("staff.csv", "staff_no,name,county_code\n7,z,433123\n")
    #expect(try folder.run("import", "staff.csv", "--accept-valid").status == 0)
  }

  @Test("--rejects replaces a file with --force alone, and nothing that belongs to the register")
  func stated() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    try folder.write("mine.csv", "mine")
    let entry = try folder.lastEntry()
    for (path, rule) in [
      ("mine.csv", "output_exists"), ("register.db", "output_is_register"),
      ("register.db-wal", "output_is_register"), (".", "output_is_folder"),
    ] {
      let told = try folder.run(
        "import", "staff.csv", "--accept-valid", "--rejects", path, "--json")
      #expect(told.status == 1 && told.output.contains(#""rule":"\#(rule)""#), "\(told.output)")
    }
    #expect(try folder.lastEntry() == entry)
    let told = try folder.run(
      "import", "staff.csv", "--accept-valid", "--rejects", "mine.csv", "--force")
    #expect(told.errors.contains("are in mine.csv"))
    #expect(try folder.read("mine.csv") != "mine")
    // It holds rejected rows now: as they were written they may go, corrected they may not.
    let again = ["import", "staff.csv", "--accept-valid", "--rejects", "mine.csv"]
    #expect(try folder.run(again + ["--force"]).errors.contains("are in mine.csv"))
    let corrected = try folder.read("mine.csv") + "x"
    try folder.write("mine.csv", corrected)
    for end in [[], ["--force"]] {
      let told = try folder.run(again + end + ["--json"])
      #expect(told.status == 1 && told.output.contains("rejects_edited"), "\(told.output)")
    }
    #expect(try folder.read("mine.csv") == corrected)
  }

  @Test("an edited file of the sheet's own name is not replaced, with --force or --rejects either")
  func forced() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    try folder.run("import", "staff.csv", "--accept-valid")
    try folder.write("staff.csv.rejects.csv", "mine")
    for end in [
      ["--force"], ["--rejects", "staff.csv.rejects.csv"],
      ["--rejects", "./staff.csv.rejects.csv", "--force"],
    ] {
      let told = try folder.run(["import", "staff.csv", "--accept-valid", "--json"] + end)
      #expect(told.status == 1 && told.output.contains("rejects_edited"), "\(end) \(told.output)")
    }
    #expect(try folder.read("staff.csv.rejects.csv") == "mine")
  }

  @Test("the file that is read is never written over, by whatever name")
  func input() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    let file = URL(filePath: folder.path).appending(path: "staff.csv")
    for (name, isHard) in [("soft.csv", false), ("hard.csv", true)] {
      let link = URL(filePath: folder.path).appending(path: name)
      if isHard {
        try FileManager.default.linkItem(at: file, to: link)
      } else {
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: file)
      }
    }
    for path in ["staff.csv", "./staff.csv", "soft.csv", "hard.csv"] {
      for option in ["--rejects", "-o"] {
        for end in [[], ["--force"]] {
          let told = try folder.run(
            ["import", "staff.csv", "--accept-valid", option, path, "--json"] + end)
          #expect(
            told.status == 1 && told.output.contains("output_is_input"),
            "\(option) \(path) \(told.output) \(told.errors)")
        }
      }
    }
    #expect(try folder.read("staff.csv") == Self.faulty)
  }

  @Test("nor where it comes in as standard input; a pipe is no such file")
  func inputOfStream() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    try folder.write("log.txt", "屋顶漏雨\n")
    let kept = ["stdin.rejects.csv", "staff.csv.rejects.csv"]
    for name in kept { try folder.write(name, Self.faulty) }
    for line in [
      "import - --accept-valid --rejects staff.csv --force --json < staff.csv",
      "import - --accept-valid -o staff.csv --force --json < staff.csv",
      "import /dev/stdin --accept-valid -o staff.csv --force --json < staff.csv",
      "preview - -o staff.csv --force --json < staff.csv",
      "import - --accept-valid --json < stdin.rejects.csv",
      "import /dev/stdin --accept-valid --json < stdin.rejects.csv",
      "import staff.csv staff.csv.rejects.csv --accept-valid --json",
      "log - -o log.txt --force --json < log.txt",
      "log --file - -o log.txt --force --json < log.txt",
      "log --file log.txt -o log.txt --force --json",
    ] {
      let told = try folder.shell("$PROGRAM \(line)")
      #expect(
        told.status == 1 && told.output.contains("output_is_input"),
        "\(line) \(told.output) \(told.errors)")
    }
    #expect(try folder.read("staff.csv") == Self.faulty)
    #expect(try folder.read("log.txt") == "屋顶漏雨\n")
    for name in kept { #expect(try folder.read(name) == Self.faulty) }
    let piped = try folder.shell(
      "cat staff.csv | $PROGRAM preview - --lenient -o staff.csv --force")
    #expect(piped.status == 0, "\(piped.errors)")
  }

  @Test("the result never goes to the file of the rows not taken")
  func apart() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    for end in [["--rejects", "out.csv", "-o", "./out.csv"], ["-o", "staff.csv.rejects.csv"]] {
      let told = try folder.run(["import", "staff.csv", "--accept-valid", "--json"] + end)
      #expect(told.status == 64 && told.output.contains("conflicting_options"), "\(told.output)")
    }
    #expect(try folder.lastEntry() == 1)
    let stream = try folder.run(
      "import", "staff.csv", "--accept-valid", "--rejects", "/dev/stdout", "--json")
    #expect(stream.status == 64, "\(stream.errors)")
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

  @Test(
    "and so are those of a stream by another name; two streams have one such file, and are refused")
  func otherStreams() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    for line in ["/dev/stdin --accept-valid < staff.csv", "/dev/fd/3 --accept-valid 3< staff.csv"] {
      let told = try folder.shell("$PROGRAM import \(line)")
      #expect(told.status == 1)
      #expect(told.errors.contains("rows not taken are in stdin.rejects.csv"), "\(told.errors)")
    }
    let two = try folder.shell(
      "cat staff.csv | $PROGRAM import - /dev/fd/3 --accept-valid --json 3< staff.csv")
    #expect(two.status == 64 && two.output.contains("conflicting_options"), "\(two.output)")
    try folder.write("other.csv", "staff_no,name,county_code\n8,z,433123\n")
    let beside = try folder.shell("$PROGRAM import other.csv <(cat staff.csv) --accept-valid")
    #expect(beside.errors.contains("are in stdin.rejects.csv"), "\(beside.errors)")
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
