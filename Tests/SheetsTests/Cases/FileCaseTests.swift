import CSV
import Domain
import Foundation
import Intake
import Register
import Sheets
import Testing

@Suite("Files that went wrong")
struct FileCaseTests {
  /// A province's register with what Fenghuang sends first, made once and copied.
  private static let sample: Result<Data, any Error> = Result {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "SampleData/433123_fenghuang")
    let trial = try ExportTrial(office: 430000)
    for sheet in ["staff", "roster", "plans"] {
      try trial.take(
        String(decoding: Data(contentsOf: folder.appending(path: sheet + ".csv")), as: UTF8.self))
    }
    return try trial.image()
  }

  private static let merged: Result<Data, any Error> = Result {
    let trial = try ExportTrial()
    try trial.take(String(decoding: Data(bytes(of: "merges/0.roster")), as: UTF8.self))
    return try trial.image()
  }

  private static func bytes(of file: String) throws -> [UInt8] {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Files")
    return Array(try Data(contentsOf: folder.appending(path: file + ".csv")))
  }

  private func judge(_ one: FileCase, in folder: String, _ image: Result<Data, any Error>) throws {
    let trial = try ExportTrial(holding: image.get())
    for file in one.files.dropLast() {
      let receipt = try trial.send(FileCaseTests.bytes(of: folder + "/" + file))
      try #require(receipt.errors.isEmpty, "\(receipt.told)")
    }
    let receipt = try trial.send(FileCaseTests.bytes(of: folder + "/" + #require(one.files.last)))
    #expect(receipt.counts == one.counts)
    #expect(receipt.told.sorted() == one.faults)
    #expect(receipt.warned.sorted() == one.warnings)
    if let named = one.naming {
      #expect((receipt.errors + receipt.warnings).first?.value == named)
    }
    if let question = one.asking { #expect(try trial.texts(question.sql) == question.rows) }
  }

  @Test("units of the header and the title", arguments: FileCase.units)
  func units(one: FileCase) throws {
    try judge(one, in: "sheets", FileCaseTests.sample)
  }

  @Test("years, ages and other calendars", arguments: FileCase.days)
  func days(one: FileCase) throws {
    try judge(one, in: "sheets", FileCaseTests.sample)
  }

  @Test("what a spreadsheet makes of cells", arguments: FileCase.texts)
  func texts(one: FileCase) throws {
    try judge(one, in: "sheets", FileCaseTests.sample)
  }

  @Test("names, heads and numbers that look alike", arguments: FileCase.keys)
  func keys(one: FileCase) throws {
    try judge(one, in: "sheets", FileCaseTests.sample)
  }

  @Test("households that merge, split and end", arguments: FileCase.merges)
  func merges(one: FileCase) throws {
    try judge(one, in: "merges", FileCaseTests.merged)
  }

  @Test("a household of two enrolment years comes back whole from its export")
  func bothYears() throws {
    let trial = try ExportTrial(holding: FileCaseTests.merged.get())
    _ = try trial.send(FileCaseTests.bytes(of: "merges/two-years.roster"))
    let (other, faults) = try trial.rebuilt(from: ExportTrial.all(of: trial.register))
    #expect(faults == [])
    #expect(try other.export("roster") == trial.export("roster"))
    #expect(try other.export("roster").contains("2012-01-05"))
  }
}
