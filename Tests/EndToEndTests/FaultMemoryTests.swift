import Foundation
import Testing

@Suite("Files of nothing but faults")
struct FaultMemoryTests {
  /// 20,000; `scripts/soak` says a million.
  private static let rows =
    ProcessInfo.processInfo.environment["SIXPOINT_FAULT_ROWS"].flatMap { Int($0) } ?? 20_000

  @Test(
    "are counted to the last in 300 MB of addresses, with the first told",
    arguments: [
      ("progress", "household_no,logged_on,kind,staff_no", "H&,2011-13-45,visit,S1"),
      ("roster", "household_no,village_code,name,relation,resident_id", "H&,433123,甲,head,1"),
    ])
  func bounded(sheet: String, header: String, row: String) throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let told = try folder.shell(
      """
      { echo '\(header)'; seq \(Self.rows) | sed 's/.*/\(row)/'; } > \(sheet).csv
      ulimit -v 300000; $PROGRAM import --json \(sheet).csv
      """)
    #expect(told.status == 1)
    let object = try JSONSerialization.jsonObject(with: Data(told.output.utf8))
    let receipt = try #require(object as? [String: Any])
    #expect(try #require(receipt["errors_total"] as? Int) >= Self.rows)
    #expect(receipt["rows"] as? Int == Self.rows)
    #expect((receipt["errors"] as? [Any]).map { 1...10_000 ~= $0.count } == true)
  }

  @Test("one ID in a hundred rows each is told once a row, not once a pair")
  func onePerson() throws {
    let folder = try ProgramFolder()
    try folder.makeRegister()
    let told = try folder.shell(
      """
      { echo 'household_no,village_code,name,relation,resident_id'
        for i in $(seq 100); do echo "H$i,433123104201,甲$i,head,433123197001010011"; done
      } > roster.csv
      $PROGRAM import --json roster.csv
      """)
    #expect(told.status == 1)
    let object = try JSONSerialization.jsonObject(with: Data(told.output.utf8))
    #expect((object as? [String: Any])?["errors_total"] as? Int == 99)
  }
}
