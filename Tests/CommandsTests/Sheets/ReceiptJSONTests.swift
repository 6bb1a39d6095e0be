import Commands
import Intake
import Reports
import Sheets
import Testing

@Suite("Receipts for programs")
struct ReceiptJSONTests {
  private func receipt() -> Receipt {
    var receipt = Receipt(
      file: "roster.csv", sheet: "roster", encoding: "GB18030", sha256: "abc")
    receipt.rows = 5
    receipt.created = 2
    receipt.changed = 1
    receipt.unchanged = 1
    receipt.rejected = 1
    receipt.errors = [
      Fault(line: 4, column: "phone", value: "138****5678", .cell(.masked, allowed: [])),
      Fault(line: 5, column: nil, .noHead),
    ]
    receipt.headerLine = 2
    receipt.unknownColumns = ["foo"]
    receipt.passedOver.append(1, words: "花名册")
    return receipt
  }

  private func text(_ body: (ReceiptJSON, inout JSONText) -> Void) -> String {
    var json = JSONText()
    body(ReceiptJSON(language: .english), &json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  private let expected =
    #"{"sheet":"roster","encoding":"GB18030","rows":5,"created":2,"changed":1,"unchanged":1,"#
    + #""rejected":1,"entry":null,"sha256":"abc","errors":["#
    + #"{"file":"roster.csv","line":4,"column":"phone","value":"138****5678","rule":"masked_value","#
    + #""message":"is masked with *; export with --reveal, or write the whole value"},"#
    + #"{"file":"roster.csv","line":5,"column":null,"value":null,"rule":"no_head","#
    + #""message":"the household has no head; give one member the relation head"}],"errors_total":2,"warnings":["#
    + #"{"file":"roster.csv","line":2,"column":null,"value":"foo","rule":"unknown_column","#
    + #""message":"is no column of the sheet and was ignored"},"#
    + #"{"file":"roster.csv","line":1,"column":null,"value":"花名册","rule":"passed_over","#
    + #""message":"passed over: blank, a title, a repeated header, a total or a remark"}]}"#

  @Test("one file is the contract's object")
  func one() {
    #expect(text { $0.write(receipt(), to: &$1) } == expected)
  }

  @Test("faults of one cause are one object with all its lines, and ten thousand objects at most")
  func causes() {
    var receipt = Receipt(file: "a.csv", sheet: "plans", encoding: "UTF-8", sha256: "abc")
    receipt.errors = [2, 3, 5].map {
      Fault(line: $0, column: "household_no", value: "H1", .unknown(.household, nearest: []))
    }
    let told = text { $0.write(receipt, to: &$1) }
    #expect(told.contains(#""line":2,"lines":[2,3,5],"column":"household_no","value":"H1","#))
    #expect(told.contains(#""errors_total":1,"#))
    receipt.errors = (2...12_001).map { Fault(line: $0, column: nil, .noHead) }
    let many = text { $0.write(receipt, to: &$1) }
    #expect(many.contains(#""errors_total":12000,"#))
    #expect(many.contains(#""line":10001,"#) && !many.contains(#""line":10002,"#))
  }

  @Test("a million faults are handed on part by part, the same text")
  func parts() {
    var receipt = receipt()
    receipt.errors = (1...3_000).map { Fault(line: $0, column: "name", value: "a", .noHead) }
    var (json, parts) = (JSONText(), [[UInt8]]())
    ReceiptJSON(language: .english).write(receipt, to: &json) { json in
      parts.append(json.takeBytes())
    }
    parts.append(json.takeBytes())
    #expect(parts.count > 3)
    #expect(parts.allSatisfy { $0.count < 1 << 17 })
    let whole = text { $0.write(receipt, to: &$1) }
    #expect(String(decoding: parts.joined(), as: UTF8.self) == whole)
  }

  @Test("several files are an array of them")
  func several() {
    #expect(
      text { $0.write([receipt(), receipt()], endedBy: nil, to: &$1) }
        == #"{"files":[\#(expected),\#(expected)]}"#)
  }

  @Test("what ended the work early stands beside the files that were done")
  func ended() {
    let problem = Problem("busy", "somebody", status: .busy)
    #expect(
      text { $0.write([receipt()], endedBy: problem, to: &$1) }
        == #"{"files":[\#(expected)],"error":{"rule":"busy","message":"somebody"}}"#)
  }

  @Test(
    "a command's warnings are worded for a command, their columns named by the key in both languages"
  )
  func command() {
    var receipt = Receipt(file: "fund", sheet: "pay_lists", encoding: "UTF-8", sha256: nil)
    receipt.warnings = [
      Fault(
        line: 2, column: "account_no",
        .notice(.doubledAccount(of: "H2", household: "H1", line: 1)))
    ]
    for (language, words) in [
      (Language.english, "household H2 has the same account as household H1 on this list; is it"),
      (.chinese, "户 H2 与本清单中户 H1 账号相同"),
    ] {
      var json = JSONText()
      ReceiptJSON(language: language, ofCommand: true).write(receipt, to: &json)
      let told = String(decoding: json.bytes, as: UTF8.self)
      #expect(told.contains(words) && told.contains(#""column":"account_no""#), "\(told)")
    }
  }

  @Test("faults are counted by rule, most first")
  func counts() {
    var receipt = receipt()
    receipt.errors.append(Fault(line: 6, column: nil, .noHead))
    #expect(receipt.faultsByRule.map(\.rule) == ["no_head", "masked_value"])
    #expect(receipt.faultsByRule.map(\.count) == [2, 1])
  }
}
