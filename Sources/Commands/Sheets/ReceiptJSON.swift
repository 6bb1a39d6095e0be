import Intake
import Reports
import Sheets

/// Receipts for programs, as the sheets' contract has them. A file may have a million faults: as many causes
/// are written out as a receipt tells, `errors_total` counts all, and what is written can be handed on a part
/// at a time.
package struct ReceiptJSON {
  package let language: Language
  /// Whether nothing was to be written.
  private let isTrial: Bool
  /// Whether the rows are those of a command, which has no columns of its own: they are named by their keys.
  private let isOfCommand: Bool

  package init(language: Language, isTrial: Bool = false, ofCommand isOfCommand: Bool = false) {
    self.language = language
    self.isTrial = isTrial
    self.isOfCommand = isOfCommand
  }

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
      let errors = receipt.errorCauses()
      json.member("entry", receipt.entry)
      json.member("sha256", receipt.sha256)
      if let absent = receipt.absent, absent.members + absent.households > 0 {
        json.memberObject("absent") { json in
          json.member("members", absent.members)
          json.member("households", absent.households)
          json.member("left_on", absent.leftOn.flatMap(written))
        }
      }
      if let stale = receipt.stale {
        json.memberObject("stale") { json in
          json.member("cells", stale.cells)
          json.member("events", stale.events)
        }
      }
      if receipt.putBack > 0 { json.member("put_back", receipt.putBack) }
      try json.memberArray("errors") { json throws(Stop) in
        try write(errors.told, of: receipt, to: &json, handOn)
      }
      if errors.total > 0 { json.member("errors_total", errors.total) }
      try writeWarnings(receipt, to: &json, handOn)
      if !receipt.closedMonths.isEmpty { ReceiptJSON.writeClosedMonths(receipt, to: &json) }
    }
  }

  /// The member `closed_months`: `2011-06`, rising.
  static func writeClosedMonths(_ receipt: Receipt, to json: inout JSONText) {
    json.memberArray("closed_months") { json in
      for month in receipt.closedMonths { json.string(month.description) }
    }
  }

  /// The member `warnings`, with the columns and rows that were left aside; `warnings_total` counts all
  /// where they are more than are written out.
  func writeWarnings<Stop: Error>(
    _ receipt: Receipt, to json: inout JSONText, _ handOn: (inout JSONText) throws(Stop) -> Void
  ) throws(Stop) {
    let warnings = receipt.warningCauses(with: receipt.leftAside)
    try json.memberArray("warnings") { json throws(Stop) in
      try write(warnings.told, of: receipt, to: &json, handOn)
    }
    if warnings.total > warnings.told.count { json.member("warnings_total", warnings.total) }
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
    _ causes: [FaultCause], of receipt: Receipt, to json: inout JSONText,
    _ handOn: (inout JSONText) throws(Stop) -> Void
  ) throws(Stop) {
    let wording =
      isOfCommand
      ? FaultWording(
        language.ofFaults, sheet: receipt.sheet, ofCommand: true, isTrial: isTrial)
      : FaultWording(language.ofFaults, of: receipt, isTrial: isTrial)
    for cause in causes {
      let fault = cause.fault
      json.object { json in
        json.member("file", receipt.file)
        json.member("line", fault.line)
        if cause.lines.count > 1 {
          json.memberArray("lines") { json in
            for line in cause.lines { json.integer(line) }
          }
        }
        json.member("column", isOfCommand ? fault.column : fault.column.map(wording.name))
        json.member("value", FaultWording.shownValue(of: fault))
        json.member("rule", fault.kind.rule)
        json.member("message", wording.message(cause))
      }
      if json.bytes.count > ReceiptJSON.part { try handOn(&json) }
    }
  }
}

extension Language {
  var ofFaults: FaultWording.Language { self == .chinese ? .chinese : .english }
}
