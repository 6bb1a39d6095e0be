import Foundation
import Testing

/// What a receipt tells beside its counts, and the bounds of what the command line says in words.
@Suite("Receipts and words kept")
struct ProgramReceiptTests {
  private static let staff = """
    凤凰县责任人名单,,
    staff_no,name,county_code
    S1,Li Ming,433123


    合计,1,
    填表人：王五 13812345678,,

    """

  @Test("rows passed over are told with their lines and first words, in text and JSON")
  func passedOver() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", Self.staff)
    let text = try folder.run("import", "staff.csv", "--check").output
    #expect(
      text.contains(
        """
          passed over  line 1: 凤凰县责任人名单
                       lines 4–5
                       line 6: 合计
                       line 7: 填表人：王五 138****5678

        """), "\(text)")
    let chinese = try folder.run("import", "staff.csv", "--check", "--lang", "zh").output
    #expect(chinese.contains("跳过的行  第 1 行：凤凰县责任人名单\n"), "\(chinese)")
    #expect(chinese.contains("            第 4–5 行\n"), "\(chinese)")
    let json = try folder.run("import", "staff.csv", "--check", "--json").output
    #expect(
      json.contains(
        #"{"file":"staff.csv","line":6,"column":null,"value":"合计","rule":"passed_over","#))
    #expect(json.contains(#""line":7,"column":null,"value":"填表人：王五 138****5678","#))
    #expect(json.contains(#""line":4,"column":null,"value":null,"rule":"passed_over","#))
  }

  @Test("a Chinese receipt counts faults by the rules' names in Chinese")
  func ruleNames() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramImportTests.faulty)
    let chinese = try folder.run("import", "staff.csv", "--lang", "zh").output
    #expect(chinese.contains("必填项为空（missing_value） × 1\n"), "\(chinese)")
    let english = try folder.run("import", "staff.csv").output
    #expect(english.contains("missing_value × 1\n"), "\(english)")
  }

  @Test("long numbers that all end in zeros are taken with a reason, which the entry keeps")
  func digitsKept() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write(
      "roster.csv",
      "household_no,village_code,name,relation,class\n"
        + (1...3).map { "43312310420100\($0)0,433123104201,Li Ming,head,poor\n" }.joined())
    let refused = try folder.run("import", "roster.csv", "--json")
    #expect(refused.status == 1)
    #expect(refused.output.contains(#""rule":"digits_lost""#), "\(refused.output)")
    let taken = try folder.run(
      "import", "roster.csv", "--digits-kept", "numbered by tens", "--reason", "May")
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(try folder.run("history", "2").output.contains("May; numbered by tens"))
    #expect(try folder.run("import", "roster.csv", "--digits-kept").status == 64)
  }

  @Test("what a command says in words is bounded as a sheet's cells are, in the same words")
  func lengths() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(1))
    try folder.write("roster.csv", ProgramFolder.roster(1))
    #expect(try folder.run("import", "staff.csv", "roster.csv").status == 0)
    let entry = try folder.lastEntry()
    let (text, name) = (
      String(repeating: "猪", count: 4_001), String(repeating: "猪", count: 101)
    )
    let log = ["log", "H1", "visit", "--staff", "S1"]
    let tries: [(arguments: [String], words: String)] = [
      (log + ["--note", text], "note: longer than 4000 characters; shorten it"),
      (
        log + ["--quantity", "1", "--unit", "other:" + name],
        "unit: longer than 100 characters; shorten it"
      ),
      (log + ["--reason", text], "--reason: longer than 4000 characters; shorten it"),
      (log + ["--officer", name], "--officer: longer than 100 characters; shorten it"),
      (["undo", "2", "--yes", "--reason", text], "--reason: longer than 4000 characters"),
      (["withdraw", "staff", "S1", "--reason", text], "--reason: longer than 4000 characters"),
      (["import", "staff.csv", "--reason", text], "--reason: longer than 4000 characters"),
      (["import", "staff.csv", "--digits-kept", text], "--digits-kept: longer than 4000"),
      (["export", "staff", "--reveal", "--reason", text], "--reason: longer than 4000 characters"),
    ]
    for one in tries {
      let process = try folder.process(ProgramFolder.program, one.arguments)
      try process.run()
      let result = try folder.finish(process)
      #expect(result.status == 1)
      #expect(result.errors.hasPrefix("sixpoint: " + one.words), "\(result.errors.prefix(200))")
    }
    #expect(try folder.lastEntry() == entry)
    let fits = try folder.run(
      "log", "H1", "visit", "--staff", "S1", "--note", String(text.dropLast()), "--quantity", "1",
      "--unit", "other:" + name.dropLast(), "--reason", String(text.dropLast()))
    #expect(fits.status == 0, "\(fits.errors.prefix(200))")
  }
}
