import Domain
import Intake
import Sheets
import Testing

@Suite("What an event cannot be")
struct EventFaultTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: String
    let column: String?
    /// Rows that stand before.
    var before: [String] = []
    let rows: [String]

    init(_ rule: String, _ column: String?, after before: [String] = [], _ rows: String...) {
      self.rule = rule
      self.column = column
      self.before = before
      self.rows = rows
    }

    var testDescription: String { "\(rule): \(rows.joined(separator: " | "))" }
  }

  static let split = "H1,split,2011-06-01,,,,吴小,N1,"

  static let cases: [Case] = [
    Case("unknown_household", "household_no", "H9,end,2011-06-01,,,,,,"),
    Case("unknown_household", "other_household", "H1,merge,2011-06-01,,,,,H9,"),
    Case("unknown_region", "village_code", "H1,move,2011-06-01,433123104999,,,,,"),
    Case("missing_value", "village_code", "H1,move,2011-06-01,,,,,,"),
    Case("missing_value", "class", "H1,reclass,2011-06-01,,,,,,"),
    Case("missing_value", "member", "H1,head,2011-06-01,,,,,,"),
    Case("missing_value", "member", "H1,split,2011-06-01,,,,,N1,"),
    Case("missing_value", "other_household", "H1,split,2011-06-01,,,,吴小,,"),
    Case("missing_value", "other_household", "H1,merge,2011-06-01,,,,,,"),
    Case("unknown_member", "member", "H1,head,2011-06-01,,,,张三,,"),
    Case("unknown_member", "member", "H1,merge,2011-06-01,,,,张三,H2,"),
    Case("several_namesakes", "member", "H4,head,2011-06-01,,,,李四,,"),
    Case("second_head", "member", "H1,head,2011-06-01,,,,石花、吴小,,"),
    Case("already_head", "member", "H1,head,2011-06-01,,,,吴大,,"),
    Case("not_member", "member", "H2,head,2011-04-30,,,,龙二,,"),
    Case("not_member", "member", "H1,head,2011-11-01,,,,吴老,,"),
    Case("not_member", "member", after: [split], "H1,split,2011-07-01,,,,吴小,N2,"),
    Case("date_order", "on", "H2,split,2011-05-01,,,,龙二,N1,"),
    Case("same_household", "other_household", "H1,split,2011-06-01,,,,吴小,H1,"),
    Case("same_household", "other_household", "H1,merge,2011-06-01,,,,,H1,"),
    Case("household_stands", "other_household", "H1,split,2011-06-01,,,,吴小,H2,"),
    Case(
      "household_stands", "other_household", after: [split], "H1,split,2011-07-01,,,,吴二,N1,"),
    Case("outside_office", "village_code", "H1,split,2011-06-01,430626108219,,,吴小,N1,"),
    Case(
      "too_long", "other_household",
      "H1,split,2011-06-01,,,,吴小,\(String(repeating: "9", count: 33)),"),
    Case(
      "after_end", "on", after: ["H1,end,2011-06-01,,,,,,"], "H1,reclass,2011-06-01,,dibao,,,,"),
    Case(
      "after_end", "other_household", after: ["H2,end,2011-06-01,,,,,,"],
      "H3,merge,2011-07-01,,,,,H2,"),
    Case(
      "after_end", "other_household", after: [split, "N1,merge,2011-07-01,,,,,H1,"],
      "H1,split,2011-08-01,,,,吴小,N1,"),
    Case("not_yet_standing", "on", after: [split], "N1,move,2011-06-01,433123104003,,,,,"),
    Case("not_yet_standing", "other_household", after: [split], "H3,merge,2011-05-01,,,,,N1,"),
    Case(
      "later_event", "on", after: ["H1,reclass,2011-08-01,,dibao,,,,"], "H1,end,2011-06-01,,,,,,"),
    Case(
      "later_event", "on", after: ["H1,end,2011-08-01,,,,,,"], "H1,merge,2011-06-01,,,,,H2,"),
    Case("later_event", "on", after: [split], "H1,split,2011-05-01,,,,吴小,N2,"),
    Case(
      "later_event", "on", after: ["H1,head,2011-08-01,,,,石花,,"], "H1,split,2011-06-01,,,,石花,N1,"),
    Case("later_event", "on", after: ["H3,merge,2011-08-01,,,,,H2,"], "H2,end,2011-06-01,,,,,,"),
    Case("joins_later", "on", "H2,merge,2011-04-01,,,,,H1,"),
    Case("leave_that_day", "on", "H1,merge,2011-11-01,,,,,H2,"),
    Case("same_day_event", "on", "H1,head,2011-06-01,,,,石花,,", "H1,head,2011-06-01,,,,吴小,,"),
    Case("repeated_key", "household_no", "H1,end,2011-06-01,,,甲,,,", "H1,end,2011-06-01,,,乙,,,"),
    Case(
      "repeated_key", "household_no", "H1,split,2011-06-01,,,,吴小,N1,",
      "H1,split,2011-06-01,,,,\(EventOffice.xiao),N2,"),
    Case("nothing_to_withdraw", "withdraw", "H1,end,2011-06-01,,,,,,(withdraw)"),
    Case("masked_value", "member", "H1,head,2011-06-01,,,,433123********0021,,"),
  ]

  @Test("Each fault has its smallest sheet, and writes nothing", arguments: cases)
  func fault(_ example: Case) throws {
    let office = try EventOffice()
    if !example.before.isEmpty {
      let receipt = try office.send(
        ([EventOffice.header] + example.before).joined(separator: "\n"))
      try #require(receipt.errors.isEmpty, "\(receipt.errors)")
    }
    let before = try office.facts()
    let receipt = try office.send(([EventOffice.header] + example.rows).joined(separator: "\n"))
    let told = receipt.errors.map { "\($0.kind.rule) \($0.column ?? "-")" }
    #expect(told == ["\(example.rule) \(example.column ?? "-")"])
    #expect(receipt.entry == nil)
    #expect(receipt.rejected == 1)
    #expect(try office.facts() == before)
  }

  @Test("A message never shows a whole ID")
  func masking() throws {
    let office = try EventOffice()
    let receipt = try office.tell("H1,head,2011-06-01,,,,\(EventOffice.ma),,")
    #expect(receipt.errors.map(\.value) == ["433123********0069"])
  }

  @Test("The sound rows of a file with faults are taken where that is asked for")
  func acceptsValid() throws {
    let office = try EventOffice()
    let receipt = try office.tell(
      "H1,end,2011-06-01,,,,,,", "H1,end,2011-07-01,,,,,,", "H2,reclass,2011-06-01,,poor,,,,",
      acceptsValid: true)
    #expect(receipt.errors.map(\.kind) == [.afterEnd(endedOn: 15_126)])
    #expect(receipt.created == 2)
    #expect(receipt.rejected == 1)
  }
}
