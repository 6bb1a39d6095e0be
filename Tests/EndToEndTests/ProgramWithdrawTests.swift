import Foundation
import Testing

@Suite("Taking one fact back, conflicts, complete rosters")
struct ProgramWithdrawTests {
  private let roster = "household_no,village_code,name,relation,resident_id,household_size\n"

  private func folder() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let rows = "H1,433123104201,李明,head,433123196005010014,3\nH1,,李芳,spouse,,\n"
    let made = try folder.run("import", "-", input: roster + rows)
    try #require(made.status == 0, "\(made.errors)")
    return folder
  }

  @Test("a fact is taken back by its key in either form, with a reason")
  func withdraw() throws {
    let folder = try folder()
    try #require(
      try folder.run(
        "import", "-", input: "household_no,starts_on,measures\nH1,2011-03-01,goats\n"
      ).status == 0)
    #expect(try folder.run("withdraw", "plans", "H1,2011-03-01").status == 64)
    let trial = try folder.run("withdraw", "plans", "H1,2011-03-01", "--reason", "x", "--dry-run")
    #expect(trial.status == 0)
    #expect(trial.output.hasPrefix("Nothing written (--dry-run): plans household_no=H1"))
    let rested = try folder.run("withdraw", "roster", "H1,李明", "--reason", "x", "--json")
    #expect(rested.status == 1)
    #expect(rested.output.contains(#""rule":"no_head""#))
    let done = try folder.run(
      "withdraw", "plans", "household_no=H1", "starts_on=2011-03-01", "--reason", "wrong", "--json")
    #expect(done.status == 0, "\(done.errors)")
    #expect(
      done.output.contains(#""sheet":"plans","created":0,"changed":1,"unchanged":0,"#),
      "\(done.output)")
    #expect(done.output.hasPrefix(#"{"entry":4,"hash":""#))
    #expect(try folder.run("history", "4").output.contains("withdraw plans"))
    let never = try folder.run("withdraw", "plans", "H1,2011-04-01", "--reason", "x", "--json")
    #expect(never.status == 1)
    #expect(never.output.contains(#""rule":"nothing_to_withdraw""#))
    #expect(
      try folder.run("withdraw", "roster", "H1,李芳", "--yes", "--reason", "x").status == 0)
    #expect(try folder.run("undo", "5", "--yes").status == 0)
    #expect(try folder.run("check").status == 0)
  }

  @Test("a refused claim stands in the exceptions with both households, masked")
  func exceptions() throws {
    let folder = try folder()
    let rows = "H2,433123104201,李明,head,433123196005010014,\n"
    let refused = try folder.run("import", "-", "--accept-valid", input: roster + rows)
    #expect(refused.status == 1)
    #expect(refused.errors.contains("household H1"))
    #expect(refused.errors.contains("household H2"))
    let csv = try folder.run("report", "exceptions", "--county", "433123", "--format", "csv").output
    let lines = csv.split(separator: "\n")
    #expect(
      lines.first
        == "kind,household_no,village_code,village,name,resident_id,on,other_household,project_no,number,amount_yuan,stated,kept,note,entry,file,line,poverty_line_yuan,days,what_to_do"
    )
    #expect(
      lines.contains { $0.hasPrefix("conflict,H2,") && $0.contains("433123********0014,,H1,") })
    #expect(lines.contains { $0.hasPrefix("no_id,H1,") && $0.contains("李芳") })
    #expect(lines.contains { $0.hasPrefix("household_size,H1,") && $0.contains(",3,2,") })
    let json = try folder.run("report", "exceptions", "--json").output
    #expect(
      json.contains(
        #""counts":{"conflict":1,"no_id":1,"verified_id":0,"household_size":1,"unlinked_money":0,"#)
    )
    let text = try folder.run("report", "exceptions", "--lang", "zh").output
    #expect(text.contains("两户争列的人：1"))
  }

  @Test("a complete roster lets the others leave, and needs its day")
  func complete() throws {
    let folder = try folder()
    try folder.write("all.csv", roster + "H1,,李明,head,433123196005010014,\n")
    #expect(try folder.run("import", "all.csv", "--complete").status == 64)
    #expect(
      try folder.run(
        "import", "all.csv", "--complete", "--on", "2011-06-01", "--accept-valid"
      ).status == 64)
    let done = try folder.run("import", "all.csv", "--complete", "--on", "2011-06-01", "--json")
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.output.contains(#""changed":0,"unchanged":1"#))
    #expect(
      done.output.contains(#""absent":{"members":1,"households":0,"left_on":"2011-06-01"}"#))
    let again = try folder.run("import", "all.csv", "--complete", "--on", "2011-06-01", "--json")
    #expect(again.output.contains(#""entry":null"#))
  }
}

@Suite("Undoing the sample, file by file")
struct SampleUndoTests {
  private func reports(_ folder: ProgramFolder) throws -> [String] {
    var texts: [String] = []
    for grouping in ["county", "village", "class"] {
      for month in ["2011-06", "2011-12"] {
        let told = try folder.run(
          "report", "monthly", "--month", month, "--by", grouping, "--format", "csv")
        try #require(told.status == 0, "\(told.errors)")
        texts.append(told.output)
      }
    }
    return texts
  }

  @Test("an undo gives back every figure, and one that others rest on is refused with their names")
  func undone() throws {
    let folder = try ProgramFolder()
    folder.clock = "2012-01-05T08:00:00Z"
    try folder.makeRegister()
    let sample = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../SampleData").standardizedFileURL.path
    let county = [
      "staff", "roster", "household_events", "dibao_list", "plans", "projects",
      "project_households", "assignments", "batches", "allocations", "payments", "income",
      "progress", "disclosures",
    ]
    let sheets = ["province/batches"] + county.map { "433123_fenghuang/" + $0 }
    var before: [[String]] = []
    for sheet in sheets {
      before.append(try reports(folder))
      let told = try folder.run("import", "\(sample)/\(sheet).csv", "--quiet")
      try #require(told.status == 0, "\(sheet): \(told.errors)")
    }
    let last = try folder.lastEntry()
    for (number, sheet) in [(3, "staff"), (4, "roster"), (8, "projects")] {
      try #require(sheets[number - 2].hasSuffix(sheet))
      let refused = try folder.run("undo", "\(number)", "--yes")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("entr"), "\(sheet): \(refused.errors)")
      #expect(try folder.lastEntry() == last)
    }
    for index in sheets.indices.reversed() {
      let undone = try folder.run("undo", "\(index + 2)", "--yes")
      #expect(undone.status == 0, "\(sheets[index]): \(undone.errors)")
      #expect(try reports(folder) == before[index], "\(sheets[index])")
    }
    #expect(try folder.run("check").status == 0)
  }
}
