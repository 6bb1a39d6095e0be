import Domain
import Intake
import Sheets
import Testing

@Suite("Rows that a command hands in")
struct CellsSubmissionTests {
  @Test("a row is told from the others by what it has in them, closed lists in the language")
  func subjects() {
    let submission = CellsSubmission(
      command: "handover", .assignments,
      rows: [
        [("household_no", "H1"), ("role", "contact"), ("since", "2011-03-01")],
        [("household_no", ""), ("role", "扶持责任"), ("since", "2011-03-01")],
      ])
    #expect(submission.subject(ofRow: 1, inChinese: false) == "H1 contact")
    #expect(submission.subject(ofRow: 1, inChinese: true) == "H1 \(Role.contact.chinese)")
    #expect(submission.subject(ofRow: 2, inChinese: false) == Role.support.name)
    #expect(submission.subject(ofRow: 3, inChinese: true) == nil)
    let people = CellsSubmission(
      command: "enrol", .roster, rows: [[("name", "甲")], [("name", "")]])
    #expect(people.subject(ofRow: 2, inChinese: false) == nil)
  }
}
