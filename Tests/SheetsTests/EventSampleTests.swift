import CSV
import Domain
import Foundation
import Intake
import Register
import Sheets
import Testing

@Suite("The sample counties' events")
struct EventSampleTests {
  private static let sampleData = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "SampleData")

  @Test(
    "Rosters and events come in without a fault, and the events a second time change nothing",
    arguments: ["430524_longhui", "430626_pingjiang", "433123_fenghuang"])
  func county(folder: String) throws {
    let code = try #require(Int64(folder.prefix(6)).flatMap(RegionCode.init))
    let home = FileManager.default.temporaryDirectory.appending(path: "events-\(UUID())")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let author = EntryAuthor(officer: "test", office: code, moment: "2011-12-31T00:00:00.000Z")
    let register = try Register.create(
      path: home.appending(path: "register.db").path, office: code, year: 2011, target: nil,
      by: author)
    let today = try #require(CalendarDate(year: 2011, month: 12, day: 31))
    func send(_ sheet: String) throws -> Receipt {
      let path = EventSampleTests.sampleData.appending(path: "\(folder)/\(sheet).csv").path
      let file = try SheetFile(path: path, source: ByteSource(path: path))
      return try Importer(into: register, by: author, ImportOptions(today: today)).run(file)
    }
    let roster = try send("roster")
    try #require(roster.errors.isEmpty, "\(roster.errors.prefix(3))")
    let events = try send("household_events")
    #expect(events.errors.isEmpty, "\(events.errors.prefix(3))")
    #expect(events.created == events.rows)
    let again = try send("household_events")
    #expect(again.entry == nil)
    #expect(again.unchanged == again.rows)
  }
}
