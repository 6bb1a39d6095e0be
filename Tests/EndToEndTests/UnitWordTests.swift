import Testing

@Suite("What a quantity counts")
struct UnitWordTests {
  private func folder() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", "staff_no,name,county_code\nS1,李明,433123\n")
    try folder.write(
      "roster.csv",
      "household_no,village_code,name,relation,class,enrolled_on\nH1,433123104201,石大,head,poor,2011-01-05\n"
    )
    for file in ["staff.csv", "roster.csv"] {
      #expect(try folder.run("import", file).status == 0)
    }
    return folder
  }

  @Test("is a word of the list in either language, in the singular, or any other behind other:")
  func words() throws {
    let folder = try folder()
    let log = ["log", "H1", "delivery", "--staff", "S1", "--json", "--quantity", "12", "--unit"]
    for (typed, stored) in [
      ("head", "head"), ("heads", "head"), ("头", "head"), ("Kilometres", "km"), ("千米", "km"),
      ("other:筐", "筐"), ("其他：筐 ", "筐"), ("other: crate", "crate"),
    ] {
      let process = try folder.process(
        ProgramFolder.program, log + [typed, "--note", "by \(typed)"])
      try process.run()
      let result = try folder.finish(process)
      #expect(result.status == 0, "\(typed): \(result.output)")
      #expect(result.output.contains("\"unit\":\"\(stored)\""), "\(typed): \(result.output)")
    }
    let lines = try folder.run(
      "log", "-", "--staff", "S1", "--json", input: "H1 delivery 3 heads 2011-06-20\n")
    #expect(lines.output.contains(#""unit":"head""#), "\(lines.output)")
  }

  @Test("may stand in the quantity's own word, as a line of log - has it")
  func together() throws {
    let folder = try folder()
    let log = ["log", "H1", "delivery", "--staff", "S1", "--json", "--quantity"]
    for (typed, stored) in [
      (["12头"], #""quantity":"12","unit":"head""#),
      (["１,200 kgs"], #""quantity":"1200","unit":"kg""#),
      (["2.5other:筐", "--unit", "other:筐"], #""quantity":"2.5","unit":"筐""#),
    ] {
      let result = try folder.run(log + typed)
      #expect(result.output.contains(stored), "\(typed): \(result.output)")
    }
    let proposed = try folder.words(
      "project propose P1 --name x --kind breeding --county 433123 --quantity 5头 --on 2011-05-01")
    #expect(proposed.status == 0, "\(proposed.errors)")
    let projects = try folder.run("export", "projects").output
    #expect(projects.contains(",5,head,"), "\(projects)")
  }

  @Test(
    "that is nearly one is offered, in Chinese too, two are refused; a percentage says how far it goes"
  )
  func near() throws {
    let folder = try folder()
    for (words, told) in [
      ("log H1 delivery --staff S1 --quantity 1 --unit 袋子", "did you mean 袋"),
      ("log H1 visit --staff S1 --percent 140", "0 to 100"),
      (
        "log H1 delivery --staff S1 --quantity 12头 --unit 只",
        "--quantity 12头 and --unit 只 do not go together"
      ), ("log H1 delivery --staff S1 --quantity 12大头", "cannot be “12大头”"),
      ("list gaps --point plan --class nonee --lang zh", "未定"),
    ] {
      let answer = try folder.words(words)
      #expect(answer.status == 64 && answer.errors.contains(told), "\(answer.errors)")
    }
  }

  @Test("that nobody knows is refused with the nearest words and the way to say another")
  func unknown() throws {
    let folder = try folder()
    for words in [
      "log H1 delivery --staff S1 --quantity 1 --unit hed",
      "project propose P1 --name x --kind breeding --county 433123 --quantity 1 --unit hed --on 2011-05-01",
    ] {
      let told = try folder.words(words)
      #expect(told.status == 64 && told.errors.contains("head"), "\(told.errors)")
      #expect(told.errors.contains("other:hed"), "\(told.errors)")
    }
    let chinese = try folder.words(
      "log H1 delivery --staff S1 --quantity 1 --unit hed --lang zh")
    #expect(chinese.errors.contains("其他:hed"), "\(chinese.errors)")
  }
}
