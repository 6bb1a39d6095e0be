import Foundation
import Testing

@Suite("The public notice of a batch")
struct DiscloseBatchTests {
  private let folder: ProgramFolder

  init() throws { folder = try FundFolder.make() }

  @Test("gives document, fund, sources and amounts by county, and fills the day of the batch")
  func announces() throws {
    let trial = try folder.words("disclose batch B1 --on 2011-12-20 --dry-run")
    #expect(trial.status == 0 && trial.output.contains("Nothing written"), "\(trial.errors)")
    let told = try folder.words("disclose batch B1 --on 2011-12-20")
    #expect(told.status == 0, "\(told.errors)")
    for words in [
      "the allocation of batch B1 is announced on 2011-12-20", "Public notice",
      "convergence", "central", "9,000.00", "433123", "8,000.00", "Not yet allocated: 1,000.00",
    ] {
      #expect(told.output.contains(words), "\(words) in \(told.output)")
    }
    #expect(try folder.words("export batches").output.contains(",2011-12-20"))
    let again = try folder.words("disclose batch B1 --on 2011-12-20 --json")
    #expect(again.output.contains(#""unchanged":1"#) && again.output.contains(#""entry":null"#))
    #expect(again.output.contains(#""amount_fen":800000"#), "\(again.output)")
  }

  @Test("on another day than the one that stands is refused, and so is a batch that is not there")
  func refuses() throws {
    #expect(try folder.words("disclose batch B1 --on 2011-12-20").status == 0)
    let other = try folder.words("disclose batch B1 --on 2011-12-21 --json")
    #expect(try folder.rule(of: other) == "stands")
    #expect(
      try folder.rule(of: folder.words("disclose batch B9 --on 2011-12-21 --json"))
        == "unknown_batch")
    // Announced before it was issued: as the sheet says it.
    let early = try FundFolder.make()
    let told = try early.words("disclose batch B1 --on 2011-01-20 --json")
    #expect(try early.rule(of: told) == "date_order", "\(told.output)")
    let sheet = try early.run(
      "import", "-", "--check", "--json",
      input:
        "batch_no,document_no,issued_on,fund,source,amount,announced_on\nB1,d,2011-02-01,convergence,central,9000,2011-01-20\n"
    )
    #expect(try early.rule(of: sheet) == "date_order")
  }

  @Test("-o takes the notice alone")
  func toFile() throws {
    let told = try folder.words("disclose batch B1 --on 2011-12-20 -o notice.txt")
    #expect(told.status == 0 && told.output.hasPrefix("Entry "), "\(told.errors)")
    #expect(!told.output.contains("Public notice"))
    #expect(try folder.read("notice.txt").hasPrefix("Public notice"))
  }
}
