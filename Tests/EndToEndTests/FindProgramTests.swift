import Foundation
import Testing

@Suite("Finding by part of anything")
struct FindProgramTests {
  private static let household = "4331231042010001"

  private func found(_ text: String, in folder: ProgramFolder) throws -> [[String]] {
    let told = try folder.run("find", text, "--format", "csv")
    return told.output.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("part of a name, a number, an ID, a phone, a place or a project leads to what bears it")
  func parts() throws {
    let folder = try ReportsFolder.make()
    for (text, kind, column, value) in [
      ("军良", "member", 1, Self.household), ("施德", "staff", 2, "S433123-0001"),
      ("2010001", "household", 1, Self.household), ("7180011", "member", 1, Self.household),
      ("43993519520718", "member", 1, Self.household), ("10042010001", "member", 1, Self.household),
      ("10433123001", "staff", 2, "S433123-0001"), ("123-00005", "project", 2, "P433123-00005"),
      ("禾库镇", "township", 3, "禾库镇"), ("凤凰", "county", 3, "凤凰县"), ("fenghuang", "county", 3, "凤凰县"),
      ("433123-0001", "staff", 2, "S433123-0001"),
    ] {
      let rows = try found(text, in: folder)
      #expect(rows.contains { $0[0] == kind && $0[column] == value }, "\(text): \(rows.prefix(5))")
    }
    let township = try found("禾库镇", in: folder)
    #expect(township.count > 10 && township.allSatisfy { $0[8] == "禾库镇" || $0[8] == "Heku Town" })
    // A person who is found by more than one of them is one.
    let once = try found("10042010001", in: folder)
    #expect(once.count == Set(once).count)
    #expect(try folder.run("find", "7180011").output.contains("439935********0011"))
    #expect(try !folder.run("find", "10042010001").output.contains("439935195207180011"))
  }

  @Test("the households on which the officer worked last come first")
  func recent() throws {
    let folder = try ReportsFolder.make()
    folder.clock = "2011-12-31T08:00:00Z"
    func people() throws -> [String] {
      try found("吴", in: folder).filter { $0[0] == "member" }.map { $0[1] }
    }
    let before = try people()
    let (third, last) = (before[2], try #require(before.last))
    for household in [third, last] where household != before[0] {
      let logged = try folder.run(
        "log", household, "visit", "--staff", "S433123-0001", "--note", "x")
      #expect(logged.status == 0, "\(logged.errors)")
    }
    let after = try people()
    #expect(after.first == last && after.contains(third))
    #expect(after.firstIndex(of: third).map { $0 < 10 } == true)
    let other = try folder.shell("SIXPOINT_OFFICER='Li Hong' $PROGRAM find 吴 --format csv").output
    #expect(other.split(separator: "\n").dropFirst().first?.contains(before[0]) == true)
  }

  @Test("on a terminal the card is chosen by number; nobody is asked where a program reads")
  func pick() throws {
    let folder = try ReportsFolder.make()
    let terminal = try Pseudoterminal()
    let process = try folder.process(ProgramFolder.program, ["find", "S433123-0001"])
    process.standardInput = terminal.terminal
    process.standardOutput = terminal.terminal
    process.standardError = terminal.terminal
    try process.run()
    terminal.type("7\n1\n")
    let told = try terminal.read()
    #expect(try folder.finish(process).status == 0, "\(told)")
    #expect(told.contains("1 shows the card (empty: none)") && told.contains("“7” is no number"))
    #expect(told.contains("Official S433123-0001"), "\(told)")
    let piped = try folder.run("find", "S433123-0001", input: "1\n")
    #expect(!piped.output.contains("Official S433123-0001") && piped.errors.isEmpty)
  }

  @Test(
    "a number of characters that nobody sees is nobody's", arguments: ["\u{200B}", "\u{200B}x"])
  func unseen(number: String) throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let told = try folder.run("show", number)
    #expect(told.status == 1 && told.errors.hasPrefix("sixpoint: there is no household"), "\(told)")
  }
}
