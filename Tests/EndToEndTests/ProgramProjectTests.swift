import Foundation
import Testing

@Suite("Projects by command")
struct ProgramProjectTests {
  private func taken(_ told: ProgramFolder.Result) {
    #expect(told.status == 0, "\(told.output) \(told.errors)")
  }

  @Test("from proposal to closing, with a review that sent it back, several at one meeting")
  func life() throws {
    let folder = try DailyFolder.make()
    taken(
      try folder.words(
        "project propose P2 --name 公路 --kind 道路 --county 凤凰县 --budget 60000 --instalments 40/50/10 --on 2011-03-12"
      ))
    let sent = try folder.words(
      "project review P1 P2 --meeting 一次会 --verdict revise --on 2011-03-20 --json")
    taken(sent)
    #expect(sent.output.contains(#""changed":2"#))
    let early = try folder.words("project approve P1 --on 2011-03-21 --json")
    #expect(try folder.rule(of: early) == "not_passed")
    taken(
      try folder.words("project review P1 P2 --meeting 二次会 --verdict approve --on 2011-03-25"))
    let third = try folder.words(
      "project review P1 --meeting 三次会 --verdict approve --on 2011-03-27 --json")
    #expect(try folder.rule(of: third) == "not_sent_back")
    taken(try folder.words("project approve P1 P2 --on 2011-03-28"))
    let again = try folder.words("project approve P1 --on 2011-03-28 --json")
    #expect(again.output.hasPrefix(#"{"entry":null"#))
    #expect(
      try folder.rule(of: try folder.words("project approve P1 --on 2011-03-29 --json")) == "stands"
    )
    taken(try folder.words("project correct P1 --approved 2011-03-29"))
    taken(try folder.words("project start P1 --on 2011-04-01"))
    taken(try folder.words("project accept P1 --grade 合格 --on 2011-06-01"))
    taken(try folder.words("project close P1 --on 2011-06-10"))
    let closed = try folder.words("project reject P1 --reason 无资金 --on 2011-06-20")
    // The last step alone is named, once.
    #expect(closed.errors.split(separator: "\n").count == 1, "\(closed.errors)")
    #expect(closed.errors.contains("P1 was closed on 2011-06-10 (entry "), "\(closed.errors)")
    #expect(closed.errors.contains("project correct P1 --closed '(clear)'"), "\(closed.errors)")
    // A step taken back takes its grade along.
    taken(try folder.words("project correct P1 --accepted (clear) --closed (clear) --dry-run"))
    #expect(
      try folder.rule(
        of: try folder.words("project reject P2 --reason 无资金 --on 2011-03-30 --json"))
        == "column_conflict")
    let sheet = try folder.words("export projects").output
    #expect(
      sheet.contains(
        "P1,goats,breeding,433123,,,,,,2011-03-10,2011-03-20,一次会,revise,2011-03-29,2011-04-01,2011-06-01,qualified,2011-06-10,,,,\n"
      ))
    #expect(sheet.contains("2011-03-12,2011-03-25,二次会,approve,2011-03-28,,,,,,,,40/50/10\n"))
    let back = try folder.run("import", "-", "--json", input: sheet)
    #expect(back.output.contains(#""changed":0,"unchanged":4"#), "\(back.output)")
    taken(try folder.words("check"))
  }

  @Test("a link gives the point, an unlink and a cancellation take it, and that is said before")
  func points() throws {
    let folder = try DailyFolder.make()
    taken(try folder.words("project review P1 --meeting m --verdict approve --on 2011-03-20"))
    taken(try folder.words("project approve P1 --on 2011-03-21"))
    let linked = try folder.words("project link P1 H1 H2 --since 2011-04-01 --quantity 4 --unit 头")
    taken(linked)
    #expect(linked.output.contains("H1: +project"))
    let trial = try folder.words(
      "project cancel P1 --reason 选址不当 --on 2011-06-01 --dry-run --json")
    taken(trial)
    #expect(
      trial.output.contains(#""household_no":"H1","enrolled":true,"gained":[],"lost":["project"]"#))
    #expect(trial.output.contains(#""money":[]"#))
    let sameDay = try folder.words("project unlink P1 H1 --until 2011-04-01 --json")
    #expect(try folder.rule(of: sameDay) == "date_order", "\(sameDay.output)")
    let gone = try folder.words("project unlink P1 H1 H1 --until 2011-06-01")
    taken(gone)
    #expect(gone.output.contains("H1: −project"))
    let never = try folder.words("project unlink P1 H3 --until 2011-06-01 --json")
    #expect(try folder.rule(of: never) == "not_linked")
    #expect(gone.output.contains("1 household takes no part"), "\(gone.output)")
    let power = try folder.words(
      "project propose P9 --name x --kind breeding --county 433123 --budget 1e3 --on 2011-03-10")
    #expect(power.errors.contains("budget: is in powers of ten"), "\(power.errors)")
    let unknown = try folder.words("project start P11 --json")
    #expect(try folder.rule(of: unknown) == "unknown_project")
    #expect(unknown.output.contains("P1"))
    taken(try folder.words("project cancel P1 --reason 选址不当 --on 2011-06-02"))
    #expect(try folder.words("export projects").output.contains(",2011-06-02,选址不当,"))
    let review = try folder.words(
      "project review P1 --meeting m --verdict revise --on 2011-06-03 --json")
    #expect(try folder.rule(of: review) == "date_order")
    #expect(review.output.contains("P1 was approved on 2011-03-21 (entry "), "\(review.output)")
    let refused = try folder.words("project reject P1 --reason x --on 2011-06-03")
    #expect(refused.errors.contains("P1 was cancelled on 2011-06-02 (entry "), "\(refused.errors)")
    let started = try folder.words("project start P1 --on 2011-06-03 --json")
    #expect(try folder.rule(of: started) == "date_order")
    #expect(started.output.contains("cancelled on 2011-06-02 (entry "), "\(started.output)")
    #expect(started.output.contains("before this day; take that back"), "\(started.output)")
    // A reason by itself is that of the cancellation; beside something else it says why that is corrected.
    taken(try folder.words("project correct P1 --reason 资金不足"))
    taken(try folder.words("project correct P1 --budget 500 --reason 笔误"))
    #expect(try folder.words("export projects").output.contains(",2011-06-02,资金不足,"))
    // The advice of the refusals, as it is given: it takes the reason along.
    taken(try folder.words("project correct P1 --cancelled (clear)"))
    taken(try folder.words("project start P1 --on 2011-06-03"))
  }

  @Test(
    "a cancellation lists those whose link begins later in the month, and an unlink shows its own")
  func monthsOfPeriods() throws {
    let folder = try DailyFolder.make()
    taken(try folder.words("project review P1 --meeting m --verdict approve --on 2011-03-20"))
    taken(try folder.words("project approve P1 --on 2011-03-21"))
    taken(try folder.words("project link P1 H1 --since 2011-04-01"))
    taken(try folder.words("project link P1 H2 --since 2011-05-20"))
    let cancelled = try folder.words("project cancel P1 --reason x --on 2011-05-10 --dry-run")
    taken(cancelled)
    #expect(cancelled.output.contains("H1: −project\n  H2: −project\n"), "\(cancelled.output)")
    #expect(cancelled.output.contains("figures of 2011-05: -2 project"), "\(cancelled.output)")
    let gone = try folder.words("project unlink P1 H1 --until 2011-04-15 --dry-run")
    taken(gone)
    #expect(gone.output.contains("H1: −project"), "\(gone.output)")
    #expect(gone.output.contains("figures of 2011-04: -1 project"), "\(gone.output)")
  }

  @Test("a cancellation tells what the project itself holds")
  func moneyOfProject() throws {
    let folder = try FundFolder.make()
    let line = "project cancel P1 --reason x --on 2011-06-01 --dry-run"
    let told = try folder.words(line + " --json")
    taken(told)
    #expect(
      told.output.contains(
        #""project_money":[{"project_no":"P1","batch_no":"B1","source":"central","held_fen":520000}]"#
      ), "\(told.output)")
    let text = try folder.words(line)
    #expect(text.output.contains("project P1 holds "), "\(text.output)")
    let chinese = try folder.words(line + " --lang zh")
    #expect(chinese.output.contains("项目 P1 尚存 B1（中央）资金"), "\(chinese.output)")
  }
}
