import CSV
import Foundation
import Intake
import Register
import SQLite
import Sheets
import Testing

/// What an import promises of any file at all, held against one file.
struct FuzzPromises {
  let office: FuzzOffice
  let stage: Int
  let file: FuzzSheet
  /// Also goes through the whole register afterwards, which takes longer than the import.
  let checksAll: Bool
  var broken: [String] = []
  /// What became of the file: `taken`, `refused` or `partly`.
  private(set) var outcome = ""

  init(_ office: FuzzOffice, stage: Int, _ file: FuzzSheet, checksAll: Bool) throws {
    self.office = office
    self.stage = stage
    self.file = file
    self.checksAll = checksAll
    try office.withRegister(stage: stage) { register, path in try ask(register, path) }
  }

  private mutating func ask(_ register: Register, _ path: String) throws {
    func send(isCheck: Bool = false, acceptsValid: Bool = false) throws -> Receipt {
      try office.send(
        file.bytes, encoding: file.encoding, to: register, isCheck: isCheck,
        acceptsValid: acceptsValid)
    }
    let before = try register.lastEntry()
    let told = checksAll ? try office.told(stage: stage, register) : nil
    let checked = try send(isCheck: true)
    count(checked, "check")
    try holdRecords(checked)
    hold(checked.entry == nil, "a check has an entry")
    try holdUntouched(register, path, before, "a checked file")

    var written = try send()
    count(written, "import")
    hold(
      written.errors == checked.errors,
      "check and import tell other faults: \(Self.other(checked, written))")
    hold(written.rejectedLines == checked.rejectedLines, "check and import reject other lines")
    if written.hasFaults {
      hold(written.entry == nil, "a refused file has an entry")
      try holdUntouched(register, path, before, "a refused file")
      let accepted = try send(acceptsValid: true)
      count(accepted, "accept")
      hold(
        accepted.errors == checked.errors,
        "check and accept tell other faults: \(Self.other(checked, accepted))")
      hold(accepted.rejectedLines == checked.rejectedLines, "check and accept reject other lines")
      written = accepted
    }
    let counts = [written.created, written.changed, written.unchanged, written.rejected]
    hold(
      counts == [checked.created, checked.changed, checked.unchanged, checked.rejected],
      "the check counts otherwise: \(checked.created) \(checked.changed) \(checked.unchanged), then \(counts)"
    )
    // A refused claim to a person is kept, though no row came in.
    let keepsClaim = written.errors.contains { $0.kind.rule == "person_conflict" }
    let isWritten = written.created + written.changed > 0 || keepsClaim && written.entry != nil
    // What is refused as a whole counts what its sound rows would have been.
    hold(
      written.isRefusedWhole ? written.entry == nil : isWritten == (written.entry != nil),
      "\(written.created) created, \(written.changed) changed, entry \(written.entry ?? 0)")
    outcome = !written.hasFaults ? "taken" : written.entry != nil ? "partly" : "refused"
    try holdRegister(register)
    let entry = try register.lastEntry()
    let again = try send(acceptsValid: true)
    count(again, "second import")
    if !written.hasFaults {
      hold(!again.hasFaults, "faults the second time: \(again.errors.prefix(3))")
    }
    hold(
      again.created == 0 && again.changed == 0 || again.isRefusedWhole,
      "\(again.created) created, \(again.changed) changed the second time\(written.hasFaults ? ", beside faults" : "")"
    )
    let last = try register.lastEntry()
    hold(
      again.created + again.changed > 0 || again.entry == nil && last == entry,
      "an entry of nothing the second time")
    try holdRejects(written, register)
    if let told, let number = written.entry, again.entry == nil {
      try holdUndo(of: written, number, told, register)
    }
  }

  mutating func hold(_ isSo: Bool, _ words: @autoclosure () -> String) {
    if !isSo { broken.append(words()) }
  }

  private static func other(_ one: Receipt, _ two: Receipt) -> String {
    let (first, second) = (
      one.errors.filter { !two.errors.contains($0) }, two.errors.filter { !one.errors.contains($0) }
    )
    return "\(first.prefix(2)) / \(second.prefix(2)); \(one.errors.count), \(two.errors.count)"
  }

  mutating func count(_ receipt: Receipt, _ name: String) {
    let parts = [receipt.created, receipt.changed, receipt.unchanged, receipt.rejected]
    hold(
      parts.reduce(0, +) == receipt.rows && parts.allSatisfy { $0 >= 0 },
      "\(name): \(parts) of \(receipt.rows) rows")
    // Where the file as a whole is refused before its rows are judged, all are rejected and none is named.
    let isUnjudged =
      receipt.isRefusedWhole && receipt.rejectedLines.isEmpty && receipt.rejected == receipt.rows
    hold(
      isUnjudged || receipt.rejectedLines.count == receipt.rejected,
      "\(name): \(receipt.rejected) rejected, lines \(receipt.rejectedLines)")
    hold(
      Set(receipt.rejectedLines).count == receipt.rejectedLines.count,
      "\(name): a line is rejected twice, \(receipt.rejectedLines)")
    hold(
      isUnjudged && receipt.hasFaults
        || (receipt.rejected == 0) == receipt.errors.filter { $0.line > 0 }.isEmpty
        || receipt.rows == 0,
      "\(name): \(receipt.rejected) rejected by \(receipt.errors.prefix(3))")
  }

  /// The rows are the records that the reader gives, but for the header and what was passed over.
  private mutating func holdRecords(_ receipt: Receipt) throws {
    guard receipt.sheet != nil else { return }
    let source = ByteSource(bytes: file.bytes)
    var reader = RecordReader(
      source: source, form: try TextForm.detect(in: source, encoding: file.encoding))
    var record = Record()
    var records = 0
    while true {
      do throws(CSVFault) {
        guard try reader.next(into: &record) else { break }
        records += 1
      } catch {
        records += 1
        if error.endsReading { break }
      }
    }
    hold(
      receipt.rows + receipt.passedOver.count + 1 == records,
      "\(receipt.rows) rows and \(receipt.passedOver.count) passed over of \(records) records")
  }

  private mutating func holdUntouched(
    _ register: Register, _ path: String, _ before: (number: Int64, hash: SHA256Digest?),
    _ name: String
  ) throws {
    let last = try register.lastEntry()
    hold(last == before, "\(name) makes an entry")
    guard checksAll else { return }
    try register.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    let bytes = try Data(contentsOf: URL(filePath: path))
    let untouched = try office.bytes(stage: stage)
    hold(bytes == untouched, "\(name) changes the register's bytes")
  }

  mutating func holdRegister(_ register: Register) throws {
    if checksAll {
      let findings = try register.check().findings
      hold(findings.isEmpty, "check finds \(findings.prefix(3))")
    } else {
      for rule in Rule.all {
        let breaches = try register.breaches(of: rule.name, limit: 1)
        hold(breaches.isEmpty, "\(rule.name) is broken: \(breaches)")
      }
    }
  }
}
