import Foundation
import Testing

@Suite("Taking an entry back")
struct ProgramUndoTests {
  private func folderWithStaff() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(3))
    try #require(try folder.run("import", "staff.csv").status == 0)
    return folder
  }

  @Test("without a terminal it takes --yes")
  func confirmation() throws {
    let folder = try folderWithStaff()
    let asked = try folder.run("undo", "2", input: "yes\n")
    #expect(asked.status == 1)
    #expect(asked.errors.contains("say --yes"))
    #expect(try folder.lastEntry() == 2)
    let trial = try folder.run("undo", "2", "--dry-run")
    #expect(trial.status == 0)
    #expect(
      trial.output == """
        Nothing written (--dry-run): entry 2 can be undone.
          taken back: official 3

        """)
    #expect(try folder.lastEntry() == 2)
    let done = try folder.run("undo", "2", "--yes", "--reason", "wrong file")
    #expect(done.status == 0, "\(done.errors)")
    #expect(done.output.hasPrefix("Entry 3: entry 2 is undone.\n"), "\(done.output)")
    #expect(try folder.run("history", "3").output.contains("wrong file"))
    #expect(try folder.run("history", "2", "--json").output.contains(#""undone_by":3"#))
    #expect(
      try folder.run("import", "staff.csv", "--json").output.contains(#""created":3"#))
  }

  @Test("later entries that rest on it are named")
  func dependence() throws {
    let folder = try folderWithStaff()
    let corrected = ProgramFolder.staff(3).replacingOccurrences(of: "Li Ming", with: "Li Hua")
    try #require(try folder.run("import", "-", input: corrected).status == 0)
    let refused = try folder.run("undo", "2", "--yes", "--json")
    #expect(refused.status == 1)
    #expect(refused.output.hasPrefix(#"{"error":{"rule":"later_entries_depend""#))
    #expect(refused.errors.contains("entry 3"))
    #expect(try folder.run("undo", "3", "--yes").status == 0)
    #expect(try folder.run("undo", "2", "--yes").status == 0)
    #expect(try folder.run("undo", "2", "--yes").errors.contains("undone already, by entry 5"))
  }

  @Test("a rule that would break is told with whom it is about and the entries behind it")
  func rules() throws {
    let folder = try folderWithStaff()
    let roster =
      "household_no,village_code,name,relation,class,enrolled_on\n"
      + "H1,433123104201,Li Ming,head,poor,2011-03-01\n"
    try #require(try folder.run("import", "-", input: roster).status == 0)
    let assigned = try folder.run(
      "import", "-",
      input:
        "household_no,role,staff_no,since\nH1,contact,S1,2011-03-01\nH1,support,S1,2011-03-01\n")
    try #require(assigned.status == 0, "\(assigned.errors)")
    let last = try folder.lastEntry()
    let refused = try folder.run("undo", "2", "--yes", "--json")
    #expect(refused.status == 1)
    #expect(refused.output.hasPrefix(#"{"error":{"rule":"staff_registered""#))
    #expect(refused.errors.contains("staff S1 (entry \(last))"), "\(refused.errors)")
    #expect(try folder.lastEntry() == last)
  }

  @Test("what is no entry, or cannot be undone, is told")
  func refusals() throws {
    let folder = try folderWithStaff()
    #expect(try folder.run("undo", "9", "--yes").errors.contains("the last one is 2"))
    #expect(try folder.run("undo", "1", "--yes").status == 1)
    #expect(try folder.run("undo", "first", "--yes").status == 64)
    #expect(try folder.run("undo").status == 64)
  }
}

@Suite("Taking an entry of the ladder back")
struct ProgramUndoLadderTests {
  @Test("is refused, naming the rungs, the balances and the later entries that rest on it")
  func ladder() throws {
    let folder = try ReportsFolder.make()
    var numbers: [String: Int] = [:]
    for number in 2...(try folder.lastEntry()) {
      let told = try folder.run("history", String(number), "--json").output
      for sheet in ["allocations", "payments"] where told.contains("\"import \(sheet)\"") {
        numbers[sheet] = number
      }
    }
    let (allocations, payments) = (
      try #require(numbers["allocations"]), try #require(numbers["payments"])
    )
    let refused = try folder.run("undo", String(allocations), "--yes", "--json")
    #expect(refused.status == 1)
    #expect(refused.output.hasPrefix(#"{"error":{"rule":"ladder""#))
    #expect(refused.errors.contains("balance -"))
    #expect(refused.errors.contains("entry \(payments)"), "\(refused.errors)")
  }
}
