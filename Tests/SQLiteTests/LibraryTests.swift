import SQLite
import Testing

@Suite("The system's SQLite")
struct LibraryTests {
  @Test(
    "is known to have the fix from 3.51.3, 3.50.7 and 3.44.6 on in those lines",
    arguments: [
      (3_051_003, true), (3_051_002, false), (3_052_000, true), (4_000_000, true),
      (3_050_007, true), (3_050_006, false), (3_044_006, true), (3_044_005, false),
      (3_045_000, false), (3_049_002, false), (3_051_000, false), (3_040_001, false),
    ])
  func fixed(number: Int, isFixed: Bool) {
    #expect(Library.keepsLogsApart(number) == isFixed)
  }

  @Test("says its version in three numbers")
  func version() {
    #expect(Library.version.split(separator: ".").count >= 3)
  }
}
