import Domain
import Testing

@Suite("Figures of the year's chapter")
struct ChapterFigureTests {
  @Test(
    "are read as printed, or not at all",
    arguments: [
      ("476000", "476000"), ("1,100,000", "1100000"), ("91.315", "91.315"), ("-3.50", "-3.5"),
      ("0.000000001", "0"),
    ])
  func read(text: String, shown: String) throws {
    #expect(try #require(ChapterFigure(text)).text(places: 3) == shown)
  }

  @Test(
    "what is no number has no figure",
    arguments: ["", "-", ".5", "5.", "1e3", "2011-11-15", "12345678901234567890", "1.0123456789"])
  func unread(text: String) { #expect(ChapterFigure(text) == nil) }

  @Test("divide half up, and never by nothing")
  func divides() throws {
    let funds = ChapterFigure(230_000_000)
    #expect(funds.divided(by: ChapterFigure(480))?.text(places: 2) == "479166.67")
    #expect(funds.divided(by: ChapterFigure(0)) == nil)
    #expect(ChapterFigure(2).divided(by: ChapterFigure(3), times: 100)?.text(places: 1) == "66.7")
  }

  @Test("round to the digits printed")
  func rounds() {
    let average = ChapterFigure(940_000_000).divided(by: ChapterFigure(480))
    #expect(average?.rounded(to: ChapterFigure(10_000)) == ChapterFigure(1_960_000))
    #expect(ChapterFigure(-15).rounded(to: ChapterFigure(10)) == ChapterFigure(-20))
  }

  @Test("the relations of 2011 name ten subjects once each")
  func relations() throws {
    let year = try #require(ChapterYear.of(2011))
    #expect(year.relations.count == 10)
    #expect(Set(year.relations.map(\.subject)).count == 10)
    #expect(year.averages.count == 18)
  }
}
