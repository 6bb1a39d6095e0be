import Foundation
import Testing

@Suite("More faults than memory holds")
struct ManyFaultsTests {
  /// Rows that lack a name, each a cause of its own; one is sound.
  private static let count = 10_050

  private static func folder() throws -> ProgramFolder {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let rows = (1...count).map { "S\($0),\n" }.joined()
    try folder.write("staff.csv", "staff_no,name\n" + rows + "S0,李明\n")
    return folder
  }

  @Test("What is told is capped, what is counted is not, and every rejected row is written")
  func told() throws {
    let folder = try Self.folder()
    let json = try folder.run("import", "staff.csv", "--json", "--check")
    #expect(json.status == 1)
    #expect(json.output.components(separatedBy: #""rule":"missing_value""#).count == 10_001)
    #expect(json.output.contains(#""line":10001,"#) && !json.output.contains(#""line":10002,"#))
    #expect(json.output.contains(#""errors_total":10050"#))
    #expect(json.output.contains(#""rejected":10050"#))

    let text = try folder.run("import", "staff.csv", "--all-faults")
    #expect(text.status == 1)
    let lines = text.errors.split(separator: "\n").filter { $0.hasPrefix("staff.csv:") }
    #expect(lines.count == 10_001)
    #expect(lines.last == "staff.csv: 50 more faults; --rejects FILE writes every row at fault")
    #expect(text.output.contains("missing_value × 10050"))

    let accepted = try folder.run("import", "staff.csv", "--accept-valid")
    #expect(
      accepted.errors.contains("staff.csv: 10030 more faults; --all-faults shows 10000 of all"))
    #expect(accepted.output.contains("created    1"))
    let rejects = try folder.read("staff.csv.rejects.csv")
    let rejected = rejects.split(separator: "\r\n").flatMap { $0.split(separator: "\n") }
    #expect(rejected.count == 10_051)
    #expect(rejected[1].hasPrefix("2,name,missing_value,"))
    #expect(rejected[10_050].hasPrefix("10051,name,missing_value,"))
    #expect(rejected[10_050].hasSuffix(",S10050,"))
  }
}
