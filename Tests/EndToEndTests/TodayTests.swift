import Testing

@Suite("An officer's day")
struct TodayTests {
  /// One household for whom S1 answers, and one for whom nobody does.
  private static func office() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    try folder.write("staff.csv", ProgramFolder.staff(1))
    try folder.write("roster.csv", ProgramFolder.roster(2))
    for line in [
      "import staff.csv", "import roster.csv", "assign contact S1 H1 --since 2011-03-01",
      "plan H1 --starts 2011-03-01 --measures pigs --ends 2011-07-10",
      "plan H2 --starts 2011-03-01 --measures goats --ends 2011-07-10",
    ] {
      let told = try folder.shell("$PROGRAM " + line)
      try #require(told.status == 0, "\(line): \(told.errors)")
    }
    return folder
  }

  @Test("it tells whom to visit until the visit is logged, and what is due of the own households")
  func visits() throws {
    let folder = try Self.office()
    let before = try folder.shell("$PROGRAM today --staff S1 --json").output
    #expect(before.contains(#""report":"today","as_of":"2011-06-30","month":"2011-06""#))
    #expect(before.contains(#""staff_no":"S1","name":"Li Ming","logged":[]"#))
    let unvisited = try #require(before.split(separator: #""unvisited":"#).last)
    #expect(unvisited.contains("H1") && !unvisited.contains("H2"))
    let due = try #require(before.split(separator: #""due":"#).last?.split(separator: "]").first)
    #expect(due.contains(#""kind":"plan""#) && due.contains("H1") && !due.contains("H2"))
    #expect(try folder.shell("$PROGRAM log H1 visit --note roof --staff S1").status == 0)
    let after = try folder.shell("$PROGRAM today --staff S1").output
    #expect(after.contains("Logged: 1  Due: 1  Not yet visited in 2011-06: 0"))
    #expect(after.contains("roof"))
    let tomorrow = try folder.shell("$PROGRAM today --staff S1 --on 2011-07-01").output
    #expect(tomorrow.contains("Logged: 0  Due: 1  Not yet visited in 2011-07: 1"))
  }

  @Test("an officer who is no official sees what is due in the office; a stranger is refused")
  func office() throws {
    let folder = try Self.office()
    let told = try folder.shell("$PROGRAM today --json").output
    #expect(told.contains(#""staff_no":null"#))
    #expect(told.contains("H1") && told.contains("H2"))
    #expect(try folder.shell("$PROGRAM today --staff S9").status == 1)
    #expect(try folder.shell("SIXPOINT_OFFICER='Li Ming' $PROGRAM today").output.contains("S1"))
  }
}
