import Foundation
import Testing

@Suite("What stands in the way of a command is named")
struct StandingWordsTests {
  @Test(
    "the value that differs, what stands, and what the key allows",
    arguments: [
      (
        "assign contact S2 H2 --since 2011-03-01",
        "with staff_no S1; hand it over with “sixpoint handover S1”, or name another day"
      ),
      (
        "assign contact S1 H1 --since 2011-03-01 --until 2011-06-01",
        "with until 2011-05-01; take it back first with “sixpoint withdraw assignments”"
      ),
      (
        "enrol H1 --on 2011-03-02",
        "with enrolled_on 2011-03-01; correct it by a roster with “sixpoint import”"
      ),
      (
        "enrol H1 --village 433123104201 --head Li\u{a0}Ming --class dibao --on 2011-03-01",
        "with class poor; use “sixpoint household reclass” to change it"
      ),
      (
        "enrol H1 --village 433123104201 --head Li\u{a0}Ming --cause flood --income-per-capita 900 --on 2011-03-01",
        "without cause, without income_per_capita; correct it by a roster with “sixpoint import”"
      ),
      (
        "enrol H1 --village 433123104201 --head Li\u{a0}Ming --on 2010-03-01",
        "without enrolled_on; enrol it into that year with “sixpoint enrol” and --on alone"
      ),
      (
        "staff add S1 --name 田大川", "with name Li Ming; use “sixpoint staff correct” to correct it"
      ),
      (
        "staff add S1 --name 田大川 --position 干部 --phone 13800000000",
        "with name Li Ming, without position, without phone; use “sixpoint staff correct”"
      ),
      (
        "project propose P1 --name goats --kind breeding --county 433123 --on 2011-03-11",
        "use “sixpoint project correct” to correct it"
      ),
    ])
  func named(line: String, says: String) throws {
    let folder = try DailyFolder.make()
    let told = try folder.words(line + " --json")
    #expect(try folder.rule(of: told) == "stands", "\(told.output)")
    #expect(told.output.contains("is registered already"), "\(told.output)")
    #expect(told.output.contains(says), "\(told.output)")
  }

  @Test("a child added on another day, and a drawing repeated by another seed")
  func repeated() throws {
    let folder = try DailyFolder.make()
    let child = "member add H1 田宝 --relation child --birth 2011-06-01 --on "
    #expect(try folder.words(child + "2011-06-01").status == 0)
    let later = try folder.words(child + "2011-06-02 --json")
    #expect(try folder.rule(of: later) == "stands")
    #expect(later.output.contains("with joined_on 2011-06-01; correct it by"), "\(later.output)")
    #expect(try folder.words("inspect draw I1 --seed 1 --count 1 --on 2011-06-01").status == 0)
    let drawn = try folder.words("inspect draw I1 --seed 3 --count 2 --on 2011-06-01 --json")
    #expect(try folder.rule(of: drawn) == "stands", "\(drawn.output)")
    #expect(drawn.output.contains("with seed 1, with "), "\(drawn.output)")
    #expect(drawn.output.contains("; take another number"), "\(drawn.output)")
  }

  @Test("a period that overlaps names the official who holds the role")
  func holder() throws {
    let folder = try DailyFolder.make()
    let told = try folder.words("assign contact S2 H1 --since 2011-04-30 --json")
    #expect(told.output.contains("overlaps the period of S1 that stands, from 2011-03-01"))
  }
}
