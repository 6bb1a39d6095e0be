import Foundation
import Testing

@Suite("The month of which a command shows what changes")
struct EffectMonthTests {
  private func output(_ line: String, in folder: ProgramFolder) throws -> String {
    let told = try folder.words(line)
    #expect(told.status == 0, "\(line): \(told.output) \(told.errors)")
    return told.output
  }

  @Test("is the one in which the period begins, though today is later")
  func begins() throws {
    let folder = try DailyFolder.make()
    let told = try output(
      "assign contact S2 H3 --since 2011-05-01 --until 2011-06-01 --dry-run", in: folder)
    #expect(told.contains("H3: +contact"), "\(told)")
    #expect(told.contains("figures of 2011-05: +1 contact"), "\(told)")
    let plan = try output(
      "plan H1 --starts 2011-04-01 --measures goats --ends 2011-06-01 --dry-run", in: folder)
    #expect(plan.contains("figures of 2011-04: +1 plan"), "\(plan)")
  }

  @Test("is the one in which the period ends, where that is what is set")
  func ends() throws {
    let folder = try DailyFolder.make()
    _ = try output("plan H1 --starts 2011-03-01 --measures goats", in: folder)
    let told = try output("plan correct H1 --starts 2011-03-01 --ends 2011-05-15", in: folder)
    #expect(told.contains("H1: −plan"), "\(told)")
    #expect(told.contains("figures of 2011-05: -1 plan"), "\(told)")
    let cleared = try output(
      "plan correct H1 --starts 2011-03-01 --ends (clear) --dry-run", in: folder)
    #expect(cleared.contains("figures of 2011-05: +1 plan"), "\(cleared)")
  }

  @Test("is the first with a figure that changes, where the period begins before the enrolment")
  func beforeEnrolment() throws {
    let folder = try DailyFolder.make()
    let told = try output("assign support S2 H3 --since 2010-06-01 --dry-run", in: folder)
    #expect(told.contains("H3: +support"), "\(told)")
    #expect(told.contains("figures of 2011-03: +1 support"), "\(told)")
  }
}
