import Foundation
import Testing

/// A county sends its whole folder again whenever it has something new: the roster of May comes in August
/// too, after events that it knows nothing of.
@Suite("A county's whole folder again")
struct CountyFolderTests {
  private static let sample = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("SampleData").path

  private static let county = sample + "/433123_fenghuang"

  /// What an export would give of everything that events and rosters say.
  private func state(_ folder: ProgramFolder) throws -> [String] {
    try ["roster", "household_events", "plans", "assignments", "projects", "disclosures"].map {
      try folder.run("export", $0).output
    }
  }

  private func sendAgain(_ folder: ProgramFolder, stale: String) throws {
    let (entry, state) = (try folder.lastEntry(), try state(folder))
    let sent = try folder.run("import", Self.county, "--json")
    #expect(sent.status == 0, "\(sent.errors)")
    let receipts = sent.output.components(separatedBy: #"{"sheet":"#).dropFirst()
    #expect(receipts.count == 14)
    for receipt in receipts {
      #expect(
        receipt.contains(#""created":0,"changed":0,"#) && receipt.contains(#""rejected":0,"#)
          && receipt.contains(#""entry":null"#), "\(receipt.prefix(300))")
      #expect(receipt.contains(#""stale":\#(stale)"#) == receipt.hasPrefix(#""roster""#))
    }
    #expect(try folder.lastEntry() == entry)
    #expect(try self.state(folder) == state)
  }

  @Test("three times, also after events, ends with status 0, nothing undone and no entry")
  func threeTimes() throws {
    let folder = try ProgramFolder()
    folder.clock = "2011-12-31T08:00:00Z"
    #expect(try folder.run("init", "--office", "430000", "--year", "2011").status == 0)
    let first = try folder.run("import", Self.sample + "/province", Self.county)
    #expect(first.status == 0, "\(first.errors)")
    for _ in 2...3 { try sendAgain(folder, stale: #"{"cells":12,"events":6}"#) }
    try folder.write(
      "events.csv",
      """
      household_no,event,on,village_code,class,ground
      4331231042010005,move,2011-11-01,433123104003,,built anew
      4331231052240001,move,2011-11-02,430626200208,,married away
      4331231042010005,reclass,2011-11-03,,dibao,review

      """)
    let events = try folder.run("import", "events.csv")
    #expect(events.status == 0, "\(events.errors)")
    try sendAgain(folder, stale: #"{"cells":24,"events":9}"#)
    let told = try folder.run("import", Self.county + "/roster.csv")
    #expect(told.status == 0)
    #expect(told.output.contains("24 cells older than 9 events since; left aside"))
    #expect(told.errors.contains("7 cells older than the move of 2011-11-01"))
    #expect(try folder.run("check").status == 0)
  }
}
