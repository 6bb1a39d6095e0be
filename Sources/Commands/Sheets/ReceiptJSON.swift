import Reports
import Sheets

/// Receipts for programs, as the sheets' contract has them.
package struct ReceiptJSON {
  package let language: Language

  package init(language: Language) { self.language = language }

  package func write(_ receipt: Receipt, to json: inout JSONText) {
    json.object { json in
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
      json.memberArray("errors") { write(receipt.errors, of: receipt, to: &$0) }
      json.memberArray("warnings") {
        write(receipt.warnings + receipt.leftAside, of: receipt, to: &$0)
      }
    }
  }

  /// `{"files":[…]}`, and what ended the work where it ended early.
  package func write(_ receipts: [Receipt], endedBy problem: Problem?, to json: inout JSONText) {
    json.object { json in
      json.memberArray("files") { json in
        for receipt in receipts { write(receipt, to: &json) }
      }
      guard let problem else { return }
      json.memberObject("error") { json in
        json.member("rule", problem.rule)
        json.member("message", problem.message)
      }
    }
  }

  private func write(_ faults: [Fault], of receipt: Receipt, to json: inout JSONText) {
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
    }
  }
}

extension Language {
  var ofFaults: FaultWording.Language { self == .chinese ? .chinese : .english }
}
