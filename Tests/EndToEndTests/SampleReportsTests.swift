import Foundation
import Reference
import Testing

/// The sample sheets, imported once by the built program, and read a second time by the reference.
@MainActor
final class SampleRegister {
  static let shared = Result { try SampleRegister() }

  private let register: Data
  let reference: RefRegister
  let problems: [String]

  nonisolated static let sample = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("SampleData").path

  private init() throws {
    let folder = try ProgramFolder()
    folder.clock = "2012-01-01T00:00:00Z"
    let made = try folder.run("init", "--office", "430000", "--year", "2011")
    try #require(made.status == 0, "\(made.errors)")
    let read = try folder.run(
      "import", Self.sample + "/province", Self.sample + "/430524_longhui",
      Self.sample + "/430626_pingjiang", Self.sample + "/433123_fenghuang")
    try #require(read.status == 0, "\(read.errors)")
    register = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/register.db"))
    (reference, problems) = try RefLoader.register(folder: Self.sample)
  }

  /// A copy of the register, in a folder that is gone with the test.
  var folder: ProgramFolder {
    get throws {
      let folder = try ProgramFolder()
      folder.clock = "2012-01-01T00:00:00Z"
      try register.write(to: URL(fileURLWithPath: folder.path + "/register.db"))
      return folder
    }
  }
}

@MainActor
@Suite("The monthly reports of the sample, against the second reading", .serialized)
struct SampleReportsTests {
  @Test("the reference has read every sheet")
  func referenceIsWhole() throws {
    #expect(try SampleRegister.shared.get().problems == [])
  }

  @Test(
    "each month's report equals the reference's figures, by every grouping", arguments: 1...12)
  func equalsReference(month: Int) throws {
    let sample = try SampleRegister.shared.get()
    let levels: [(String, RefLevel)] = [
      ("county", .county), ("township", .township), ("village", .village),
      ("class", .householdClass),
    ]
    for (name, level) in levels {
      let report = try sample.folder.run(
        "report", "monthly", "--month", "2011-\(month < 10 ? "0" : "")\(month)", "--by", name,
        "--format", "csv")
      #expect(report.status == 0, "\(report.errors)")
      let printed = report.output.split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      #expect(printed.first == RefRegister.monthlyHeader)
      let expected = sample.reference.monthlyRows(year: 2011, month: month, by: level)
      #expect(Self.withoutNames(printed.dropFirst()) == Self.withoutNames(expected[...]))
      #expect(printed.count > 3)
    }
  }

  @Test("one county's report equals the reference's", arguments: ["430524", "430626", "433123"])
  func countyEqualsReference(county: String) throws {
    let sample = try SampleRegister.shared.get()
    for month in [3, 6, 12] {
      let report = try sample.folder.run(
        "report", "monthly", "--month", "2011-\(month < 10 ? "0" : "")\(month)", "--by", "township",
        "--county", county, "--format", "csv")
      let printed = report.output.split(separator: "\n").dropFirst().map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      }
      let expected = sample.reference.monthlyRows(
        year: 2011, month: month, by: .township, county: county)
      #expect(Self.withoutNames(printed[...]) == Self.withoutNames(expected[...]))
    }
  }

  /// The names of regions are the register's to give; everything else must agree.
  nonisolated private static func withoutNames(_ rows: ArraySlice<[String]>) -> [[String]] {
    rows.map { row in row.enumerated().filter { $0.offset != 1 }.map(\.element) }
  }

  @Test("nothing is wrong with the register after everything")
  func checks() throws {
    let sample = try SampleRegister.shared.get()
    let check = try sample.folder.run("check")
    #expect(check.status == 0, "\(check.output)\(check.errors)")
  }
}
