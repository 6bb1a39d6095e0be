import Domain
import Foundation
import Testing

@Suite("Chinese messages and reports")
struct ChineseWordsTests {
  /// English codes for which there is a Chinese word.
  private static let codes: [String] = {
    let names =
      ProgressKind.names + Role.names + Point.names + HouseholdClass.names + FundSource.names
      + ProjectKind.names + Verdict.names + Grade.names + Relation.Base.names + Sex.names
    return Set(names).filter { $0.count > 3 }.sorted()
  }()

  /// Words of the program's own: not what stands in quotes or behind a command's name.
  private func codes(in text: String) -> [String] {
    let own = text.replacing(/“[^”]*”|"[^"]*"|--[a-z-]+|第 [0-9]+ 号.*/, with: "")
    let words = Set(own.matches(of: /[A-Za-z_]+/).map { String($0.output) })
    return words.filter { Self.codes.contains($0) || $0.contains(/[a-z]_[a-z]/) }.sorted()
  }

  @Test(
    "name columns and values in Chinese where something is refused",
    arguments: [
      "log 4331231042060013 visit --staff S433123-0001 --on 2010-01-01",
      "enrol 4331231042019001 --village 433123104201 --head 田小云 --class rich --on 2011-12-20",
      "assign contact S433123-0001 4331231042060013 --since 2011-03-17",
      "income 4331231042060013 --year 2011 --wage x",
      "plan 4331231042060013 --starts 2012-01-01 --measures 养羊 --ends 2011-01-01",
      "fund pay 4331231042060013 --project P433123-00005 --batch XJ2011-1 --source central --amount 9999 --voucher V9 --on 2011-12-30",
      "project accept P433123-00009 --grade 合格 --on 2011-01-01",
      "staff add S433123-0001 --name 田",
    ])
  func refused(line: String) throws {
    let folder = try ReportsFolder.make()
    folder.clock = "2012-02-01T08:00:00Z"
    let told = try folder.shell("$PROGRAM --lang zh " + line)
    #expect(told.status != 0 && !told.errors.isEmpty, "\(told.output)")
    #expect(codes(in: told.errors) == [], "\(told.errors)")
  }

  @Test(
    "say values in Chinese where something is shown",
    arguments: [
      "today --staff S433123-0001 --on 2011-06-30", "show 4331231042010001", "show S433123-0001",
      "list due", "list households --month 2011-06 --village 433123104206", "report funds",
      "log 4331231042060013 delivery --staff S433123-0001 --on 2011-12-31",
      "assign contact S433123-0001 4331231042060013 --since 2011-01-01 --until 2011-02-26",
    ])
  func shown(line: String) throws {
    let folder = try ReportsFolder.make()
    folder.clock = "2012-02-01T08:00:00Z"
    let told = try folder.shell("$PROGRAM --lang zh " + line)
    #expect(told.status == 0, "\(told.errors)")
    // The sample's projects have English names.
    let names: Set<String> = ["project"]
    #expect(codes(in: told.output).filter { !names.contains($0) } == [], "\(told.output)")
  }
}
