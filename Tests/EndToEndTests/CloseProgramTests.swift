import Foundation
import Testing

@Suite("close")
struct CloseProgramTests {
  private func folder() throws -> ProgramFolder {
    let folder = try ReportsFolder.make()
    folder.clock = "2012-02-01T08:00:00Z"
    return folder
  }

  @Test("answers in a sentence with the figures, stands in the history and cannot be undone")
  func closes() throws {
    let folder = try folder()
    let before = try folder.lastEntry()
    let tried = try folder.words("close 2011-01 --dry-run")
    #expect(tried.status == 0 && tried.output.contains("nothing was written"), "\(tried.errors)")
    #expect(try folder.lastEntry() == before)
    let closed = try folder.words("close 2011-01 --reason January")
    #expect(closed.status == 0, "\(closed.errors)")
    #expect(closed.output.hasPrefix("2011-01 is closed by entry \(before + 1) ("))
    #expect(closed.output.contains("persons supported of a target of 100"))
    #expect(try folder.words("history").output.contains("close 2011-01"))
    let undone = try folder.words("undo \(before + 1) --yes --lang en")
    #expect(undone.status == 1 && undone.errors.contains("cannot be undone"))
    let machine = try folder.words("close 2011-02 --json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(machine.output.utf8)) as? [String: Any])
    #expect(
      Set(object.keys).isSuperset(of: [
        "entry", "hash", "sheet", "created", "changed", "unchanged", "warnings", "closed_months",
      ]))
    #expect(object["entry"] as? Int == before + 2 && object["month"] as? String == "2011-02")
    #expect(try folder.words("check").status == 0)
  }

  @Test("says which month would be right where one is refused")
  func refusals() throws {
    let folder = try folder()
    let cases: [(String, Int32, String)] = [
      ("close 2011-02", 1, "2011-01 is next"), ("close 2010-12", 1, "2011-01 is next"),
      ("close June", 64, "2011-06"), ("close", 64, "MONTH"),
    ]
    for (words, status, says) in cases {
      let told = try folder.words(words)
      #expect(told.status == status && told.errors.contains(says), "\(words): \(told.errors)")
    }
    #expect(try folder.words("close 2011-01").status == 0)
    let again = try folder.words("close 2011-01 --json")
    #expect(again.status == 1 && again.output.contains(#""rule":"already_closed""#))
    folder.clock = "2011-02-28T08:00:00Z"
    let early = try folder.words("close 2011-02")
    #expect(early.status == 1 && early.errors.contains("2011-02 is not over on 2011-02-28"))
    // Shanghai's day has changed although UTC's has not.
    folder.clock = "2011-02-28T16:00:00Z"
    #expect(try folder.words("close 2011-02").status == 0)
  }

  @Test("is named by a first roster that comes after it")
  func firstRoster() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    folder.clock = "2012-02-01T08:00:00Z"
    for month in ["2011-01", "2011-02", "2011-03"] {
      #expect(try folder.run("close", month).status == 0)
    }
    try folder.write("roster.csv", ProgramFolder.roster(2))
    let told = try folder.run("import", "roster.csv", "--json")
    #expect(told.status == 0 && told.output.contains(#""closed_months":["2011-03"]"#), "\(told)")
  }

  @Test("warns of counties that sent nothing for the month, by import --month or the month before")
  func silence() throws {
    let folder = try ProgramFolder()
    folder.clock = "2011-02-03T08:00:00Z"
    try folder.makeRegister()
    #expect(try folder.words("close 2011-01 --dry-run").errors.contains("433123 Fenghuang"))
    try folder.write("roster.csv", ProgramFolder.roster(2))
    let refused = try folder.words("import roster.csv --quiet --month 2011-1x")
    #expect(refused.status == 64)
    #expect(try folder.words("import roster.csv --quiet").status == 1)
    try folder.write("staff.csv", ProgramFolder.staff(2))
    #expect(try folder.words("import staff.csv --quiet").status == 0)
    #expect(!(try folder.words("close 2011-01").errors.contains("Fenghuang")))
    folder.clock = "2011-05-03T08:00:00Z"
    #expect(try folder.words("close 2011-02 --dry-run").errors.contains("Fenghuang"))
    #expect(try folder.words("import roster.csv --quiet --month 2011-02").status == 0)
    #expect(!(try folder.words("close 2011-02").errors.contains("Fenghuang")))
    #expect(try folder.words("check").status == 0)
  }
}
