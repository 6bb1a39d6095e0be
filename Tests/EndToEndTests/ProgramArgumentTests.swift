import Foundation
import Testing

@Suite("What is typed behind a command")
struct ProgramArgumentTests {
  @Test(
    "an ID or a phone among the arguments is masked in what is told",
    arguments: ["433123197711110015", "433123771111001", "13812345678"])
  func masked(secret: String) throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let lines = [
      "show \(secret)", "history \(secret)", "find \(secret)", "log \(secret) visit",
      "log H1 \(secret)", "\(secret)", "report monthly --month \(secret)",
      "report monthly --month 2011-06 --county \(secret)", "template \(secret)",
      "show H1 --\(secret)", "show H1 \(secret)", "init --office \(secret) --year 2011",
      "withdraw plans \(secret),2011-03-01 --reason x", "undo \(secret)",
      "import --codes \(secret) x",
    ]
    for line in lines {
      for end in ["", " --lang zh", " --json"] {
        let result = try folder.shell("$PROGRAM " + line + end)
        #expect(result.status != 0, "\(line)")
        #expect(!result.output.contains(secret), "\(line): \(result.output)")
        #expect(!result.errors.contains(secret), "\(line): \(result.errors)")
      }
    }
  }

  @Test("an ID in a header or a cell leaves the program masked")
  func receipts() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let id = "433123197711110015"
    try folder.write("staff.csv", "staff_no,name,\(id),county_code\nS1,a,b,13812345678\n")
    for end in [[], ["--json"], ["--lang", "zh"]] {
      let process = try folder.process(ProgramFolder.program, ["import", "staff.csv"] + end)
      try process.run()
      let result = try folder.finish(process)
      #expect(result.status == 1)
      let text = result.output + result.errors
      #expect(text.contains("433123********0015") && text.contains("138****5678"))
      #expect(!text.contains(id) && !text.contains("13812345678"))
    }
    let preview = try folder.run("preview", "staff.csv")
    #expect(!preview.output.contains(id))
  }

  @Test("a number in a reason or a note is kept and shown masked")
  func kept() throws {
    let folder = try ReportsFolder.make()
    let household = "4331231042060013"
    let (id, phone) = ("433123197711110015", "13812345678")
    let logged = try folder.run(
      "log", household, "visit", "--staff", "S433123-0001", "--note", "电话\(phone)", "--reason", id)
    #expect(logged.status == 0 && logged.output.contains("电话138****5678"))
    for line in [["history", household], ["history", household, "--json"], ["show", household]] {
      let process = try folder.process(ProgramFolder.program, line)
      try process.run()
      let told = try folder.finish(process)
      #expect(told.status == 0)
      #expect(!told.output.contains(id) && !told.output.contains(phone), "\(line)")
    }
    let revealed = try folder.run("show", household, "--reveal", "--reason", "x")
    #expect(revealed.output.contains("电话\(phone)"))
  }

  @Test(
    "an empty argument is a usage error that names it",
    arguments: [
      ("find ''", "TEXT"), ("find ' '", "TEXT"), ("log H1 visit --staff ''", "--staff"),
      ("show ''", "HOUSEHOLD"), ("import ''", "FILE"), ("init --office= --year 2011", "--office"),
    ])
  func empty(line: String, name: String) throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let result = try folder.shell("$PROGRAM " + line)
    #expect(result.status == 64)
    #expect(result.errors.contains("\(name) is empty"), "\(result.errors)")
  }

  @Test("bytes that are no UTF-8 are refused, and the officer's name too")
  func bytes() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let told = try folder.shell(#"$PROGRAM find $'\xcd\xf5' --json"#)
    #expect(told.status == 64)
    #expect(told.errors.contains("argument 2"))
    #expect(told.output.contains(#""rule":"invalid_bytes""#))
    try folder.write("staff.csv", ProgramFolder.staff(1))
    for line in [
      #"$PROGRAM import staff.csv --officer $'\xcd\xf5'"#,
      #"SIXPOINT_OFFICER=$'\xcd\xf5' $PROGRAM import staff.csv"#,
      #"$PROGRAM import staff.csv --reason $'\xcd\xf5'"#,
    ] {
      #expect(try folder.shell(line).status == 64, "\(line)")
    }
    #expect(try folder.lastEntry() == 1)
  }

  @Test("a sheet may be named in Chinese, as its headers may")
  func chineseSheets() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let english = try folder.run("template", "roster", "--lang", "zh")
    let chinese = try folder.run("template", "贫困户花名册", "--lang", "zh")
    #expect(chinese.status == 0 && chinese.output == english.output)
    #expect(try folder.run("export", "责任人").output == folder.run("export", "staff").output)
    #expect(try folder.run("template", "贫困户花名单").errors.contains("贫困户花名册"))
  }
}
