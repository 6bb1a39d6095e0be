import CSV
import Intake
import Register
import Sheets

extension FuzzPromises {
  /// The file of rejected rows holds each of them once, and imports again as the sheet it came from.
  mutating func holdRejects(_ receipt: Receipt, _ register: Register) throws {
    guard receipt.sheet != nil, !receipt.rejectedLines.isEmpty else { return }
    let source = try SheetFile(
      path: "fuzz.csv", source: ByteSource(bytes: file.bytes), encoding: file.encoding)
    guard let rejects = RejectsSheet(of: receipt, source, in: .english) else {
      return hold(false, "no rejects file of \(receipt.rejected) rows")
    }
    var bytes: [UInt8] = []
    try rejects.forEachPart { part in
      part.withUnsafeBufferPointer { bytes += $0 }
      return true
    }
    // Bytes of no character stand in it as they came, and may make it look like another encoding.
    let again = try office.send(
      bytes, encoding: source.form.encoding, to: register, isCheck: true)
    count(again, "rejects")
    // What follows an unclosed quote cannot be told apart, and is left out.
    let isCut = receipt.errors.contains { Self.endsReading($0) }
    hold(
      again.sheet == receipt.sheet,
      "the rejects file is \(again.sheet ?? "no sheet"): \(again.errors)")
    hold(
      again.rows == receipt.rejected - (isCut ? 1 : 0),
      "the rejects file has \(again.rows) rows of \(receipt.rejected)\(isCut ? ", cut" : "")")
    hold(
      again.unknownColumns == receipt.unknownColumns,
      "the rejects file has the columns \(again.unknownColumns)")
    hold(
      !again.errors.contains { Self.endsReading($0) },
      "the rejects file cannot be read: \(again.errors.prefix(3))")
  }

  private static func endsReading(_ fault: Fault) -> Bool {
    if case .unreadable(let fault) = fault.kind { fault.endsReading } else { false }
  }

  /// Taken back, what was written leaves no trace in exports and figures, and can be sent again.
  mutating func holdUndo(
    of receipt: Receipt, _ number: Int64, _ before: FuzzOffice.Told, _ register: Register
  ) throws {
    do throws(RegisterFault) {
      _ = try register.undo(number, reason: nil, by: office.author)
    } catch {
      return hold(false, "the entry cannot be undone: \(error)")
    }
    let differences = try FuzzOffice.Told(register).differences(from: before)
    hold(differences.isEmpty, "undone, \(differences) differ")
    try holdRegister(register)
    let again = try office.send(
      file.bytes, encoding: file.encoding, to: register, acceptsValid: true)
    // Whose numbers are known no longer counts as new where the file's meaning is judged.
    if again.errors.contains(where: { $0.kind.rule == "doubtful_codes" }) { return }
    hold(
      again.errors == receipt.errors,
      "undone and sent again, other faults: \(again.errors.prefix(3))")
    hold(
      [again.created, again.changed, again.unchanged, again.rejected]
        == [receipt.created, receipt.changed, receipt.unchanged, receipt.rejected],
      "undone and sent again: \(again.created) created, \(again.changed) changed, \(again.unchanged) unchanged"
    )
  }
}
