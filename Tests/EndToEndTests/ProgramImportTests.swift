import Foundation
import Testing

@Suite("Importing sheets")
struct ProgramImportTests {
  static let faulty = """
    staff_no,name,phone,county_code,foo
    1,李明,13812345678,433123,x
    2,,138****5678,433124,
    """

  @Test("a sound file is written once; the same file again changes nothing and makes no entry")
  func twice() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(3))
    let first = try folder.run("import", "staff.csv", "--json")
    #expect(first.status == 0, "\(first.errors)")
    #expect(
      first.output.hasPrefix(
        #"{"sheet":"staff","encoding":"UTF-8","rows":3,"created":3,"changed":0,"unchanged":0,"rejected":0,"entry":2,"sha256":""#
      ))
    #expect(first.output.hasSuffix(#"","errors":[],"warnings":[]}"# + "\n"))
    let second = try folder.run("import", "staff.csv", "--json")
    #expect(second.status == 0)
    #expect(
      second.output.contains(#""created":0,"changed":0,"unchanged":3,"rejected":0,"entry":null"#))
    #expect(try folder.lastEntry() == 2)
  }

  @Test("the receipt for people has what the one for programs has")
  func receipt() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(3))
    let told = try folder.run("import", "staff.csv")
    for line in ["sheet      staff", "rows       3", "created    3", "entry      2"] {
      #expect(told.output.contains("  " + line + "\n"), "\(told.output)")
    }
    #expect(told.errors.isEmpty)
  }

  @Test("a file with faults writes nothing, tells each, and is status 1 in every way of asking")
  func faults() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.faulty)
    var told: [String] = []
    for arguments in [[], ["--check"], ["--accept-valid"]] {
      let process = try folder.process(
        ProgramFolder.program, ["import", "staff.csv"] + arguments)
      try process.run()
      let result = try folder.finish(process)
      #expect(result.status == 1)
      told.append(
        result.errors.split(separator: "\n").filter { $0.hasPrefix("staff.csv:") }.joined())
      #expect(result.errors.contains("staff.csv:3: name: is required; fill it in"))
      #expect(result.output.contains("“foo”; ignored"))
      #expect(
        !result.errors.contains("138****5678\": is masked")
          || !result.errors.contains("13812345678"))
    }
    #expect(told[0] == told[1])
    #expect(told[0] == told[2])
    // Only the last of the three wrote.
    #expect(try folder.lastEntry() == 2)
    #expect(try folder.run("history", "2").output.contains("official's number 1, official 1"))
  }

  @Test("at most twenty faults are shown unless all are asked for")
  func manyFaults() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let rows = (1...50).map { "\($0),,433123\n" }.joined()
    try folder.write("staff.csv", "staff_no,name,county_code\n" + rows)
    let few = try folder.run("import", "staff.csv")
    #expect(few.errors.contains("30 more faults; --all-faults"))
    #expect(few.errors.split(separator: "\n").count == 22)
    #expect(few.output.contains("missing_value × 50"))
    let all = try folder.run("import", "staff.csv", "--all-faults")
    #expect(all.errors.split(separator: "\n").count == 51)
  }

  @Test("a folder is taken in the order of its sheets, rejects files and others left out")
  func folderOfFiles() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/county", withIntermediateDirectories: false)
    try folder.write("county/a_staff.csv", ProgramFolder.staff(2))
    try folder.write(
      "county/b_poverty.csv", "region_code,from,poverty_line\n433123,2011-01-01,2300\n")
    try folder.write("county/a_staff.rejects.csv", "junk")
    try folder.write("county/notes.txt", "junk")
    let told = try folder.run("import", "county", "--json")
    #expect(told.status == 0, "\(told.errors)")
    #expect(told.output.hasPrefix(#"{"files":[{"sheet":"poverty_lines""#))
    #expect(told.output.contains(#""entry":2,"#))
    #expect(told.output.contains(#"{"sheet":"staff""#))
    #expect(try folder.lastEntry() == 3)
  }

  @Test("the first refused file stops the rest unless told to keep going")
  func keepGoing() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("lines.csv", "region_code,from,poverty_line\n433123,never,2300\n")
    try folder.write("staff.csv", ProgramFolder.staff(2))
    let stopped = try folder.run("import", "staff.csv", "lines.csv")
    #expect(stopped.status == 1)
    #expect(stopped.errors.contains("1 more file was not read"))
    #expect(try folder.lastEntry() == 1)
    let whole = try folder.run("import", "staff.csv", "lines.csv", "--keep-going", "--json")
    #expect(whole.status == 1)
    #expect(whole.output.contains(#""rule":"date_form""#))
    #expect(try folder.lastEntry() == 2)
  }

  @Test("standard input is a file like any other")
  func standardInput() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let told = try folder.run("import", "-", "--json", input: ProgramFolder.staff(2))
    #expect(told.output.contains(#""created":2"#), "\(told.errors)")
    let piped = try folder.shell("head -c 1000 stdin >/dev/null; cat /dev/null | $PROGRAM import -")
    #expect(piped.status == 1)
    #expect(piped.errors.contains("-: the file is empty"))
  }

  @Test("another county's rows are refused, in its register and against --county")
  func otherCounty() throws {
    let folder = try ProgramFolder()
    try folder.run("init", "--office", "430000", "--year", "2011")
    try folder.write("staff.csv", ProgramFolder.staff(2))
    let refused = try folder.run("import", "staff.csv", "--county", "433124")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("outside 433124"))
    #expect(try folder.run("import", "staff.csv", "--county", "凤凰县").status == 0)
    #expect(try folder.run("import", "staff.csv", "--county", "433100").status == 1)
  }

  @Test("what cannot be read is told with its status")
  func unreadable() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let missing = try folder.run("import", "none.csv", "--json")
    #expect(missing.status == 1)
    #expect(missing.output.hasPrefix(#"{"error":{"rule":"file_missing""#))
    #expect(try folder.run("import").status == 64)
    #expect(try folder.run("import", "x.csv", "--encoding", "klingon").status == 64)
    try folder.write("garbage.db", "this is not a register, but it is longer than its first page")
    try folder.write("staff.csv", ProgramFolder.staff(2))
    let foreign = try folder.run("import", "staff.csv", "--register", "garbage.db")
    #expect(foreign.status == 2)
    #expect(foreign.errors.contains("not a register"))
    #expect(try folder.run("import", "staff.csv", "--register", "none.db").status == 1)
  }

  @Test("a template imports as it is, and filled in", arguments: ["en", "zh"])
  func template(language: String) throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let template = try folder.run("template", "staff", "--lang", language).output
    #expect(template.split(separator: "\n").count == 10)
    let filled = template + "S1,Li Ming,,,,433123,,\n"
    let empty = try folder.run("import", "-", "--json", input: template)
    #expect(empty.status == 0)
    #expect(empty.output.contains(#""rows":0"#))
    #expect(try folder.run("import", "-", "--json", input: filled).output.contains(#""created":1"#))
  }

  @Test("a template says of every column what it takes, and lists of words may be chosen from")
  func templateGuidance() throws {
    let folder = try ProgramFolder()
    for sheet in ["progress", "projects", "roster", "inspections", "disclosures"] {
      let lines = try folder.run("template", sheet, "--lang", "zh").output.split(separator: "\n")
      for line in lines.dropFirst() {
        let parts = line.drop { $0 == "\"" }.prefix { $0 != "," && $0 != "\"" }
          .split(separator: "：").map(String.init)
        #expect(parts.count > 2 || parts.dropFirst().first == "关键列", "\(line)")
        let name = parts.dropFirst().first ?? ""
        #expect(parts.last != name && parts.last?.hasSuffix("或") == false, "\(line)")
      }
    }
    let progress = try folder.run("template", "progress", "--lang", "zh").output
    #expect(progress.contains("完成百分比：0 至 100"), "\(progress)")
    #expect(progress.contains("户编号：户编号；与项目编号至少填一项（不超过32个字符）"), "\(progress)")
    let words = [
      ("roster", ["文盲或半文盲", "缺资金"]), ("progress", ["立方米"]), ("projects", ["公顷"]),
    ]
    for (sheet, words) in words {
      let made = try folder.run(
        "template", sheet, "--lang", "zh", "--format", "xlsx", "-o", sheet + ".xlsx")
      #expect(made.status == 0, "\(made.errors)")
      // The entries of the file are stored as they are.
      for word in words {
        let found = try folder.shell("grep -aq '\(word)' \(sheet).xlsx")
        #expect(found.status == 0, "\(sheet) \(word)")
      }
    }
  }
}
