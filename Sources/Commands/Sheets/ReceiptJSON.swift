import Reports
import Sheets

/// Receipts for programs, as the sheets' contract has them. A file may have a million faults, so what is
/// written can be handed on a part at a time.
package struct ReceiptJSON {
  package let language: Language

  package init(language: Language) { self.language = language }

  private static let part = 1 << 16

  /// The whole text at once.
  package func write(_ receipt: Receipt, to json: inout JSONText) {
    write(receipt, to: &json) { (_: inout JSONText) throws(Never) in }
  }

  /// The whole text of several files at once.
  package func write(_ receipts: [Receipt], endedBy problem: Problem?, to json: inout JSONText) {
    write(receipts, endedBy: problem, to: &json) { (_: inout JSONText) throws(Never) in }
  }

  /// `handOn` is given the text whenever a part of it stands, to take its bytes.
  package func write<Stop: Error>(
    _ receipt: Receipt, to json: inout JSONText,
    handOn: (inout JSONText) throws(Stop) -> Void
  ) throws(Stop) {
    try json.object { json throws(Stop) in
      json.member("sheet", receipt.sheet)
      json.member("encoding", receipt.encoding)
      json.member("rows", receipt.rows)
      json.member("created", receipt.created)
      json.member("changed", receipt.changed)
      json.member("unchanged", receipt.unchanged)
      json.member("rejected", receipt.rejected)
      json.member("entry", receipt.entry)
      json.member("sha256", receipt.sha256)
      if let absent = receipt.absent, absent.members + absent.households > 0 {
        json.memberObject("absent") { json in
          json.member("members", absent.members)
          json.member("households", absent.households)
          json.member("left_on", absent.leftOn.flatMap(written))
        }
      }
      try json.memberArray("errors") { json throws(Stop) in
        try write(receipt.errors, of: receipt, to: &json, handOn)
      }
      try json.memberArray("warnings") { json throws(Stop) in
        try write(receipt.warnings + receipt.leftAside, of: receipt, to: &json, handOn)
      }
    }
  }

  /// `{"files":[…]}`, and what ended the work where it ended early.
  package func write<Stop: Error>(
    _ receipts: [Receipt], endedBy problem: Problem?, to json: inout JSONText,
    handOn: (inout JSONText) throws(Stop) -> Void
  ) throws(Stop) {
    try json.object { json throws(Stop) in
      try json.memberArray("files") { json throws(Stop) in
        for receipt in receipts { try write(receipt, to: &json, handOn: handOn) }
      }
      guard let problem else { return }
      json.memberObject("error") { json in
        json.member("rule", problem.rule)
        json.member("message", problem.message)
      }
    }
  }

  private func write<Stop: Error>(
    _ faults: [Fault], of receipt: Receipt, to json: inout JSONText,
    _ handOn: (inout JSONText) throws(Stop) -> Void
  ) throws(Stop) {
    let wording = FaultWording(language.ofFaults, sheet: receipt.sheet)
    for fault in faults {
      json.object { json in
        json.member("file", receipt.file)
        json.member("line", fault.line)
        json.member("column", fault.column)
        json.member("value", FaultWording.shownValue(of: fault))
        json.member("rule", fault.kind.rule)
        json.member("message", wording.message(fault))
      }
      if json.bytes.count > ReceiptJSON.part { try handOn(&json) }
    }
  }
}

extension Language {
  var ofFaults: FaultWording.Language { self == .chinese ? .chinese : .english }
}
