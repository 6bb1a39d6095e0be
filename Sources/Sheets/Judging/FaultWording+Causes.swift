import Domain
import Intake

// What one cause brings about, in one sentence for all of it.

extension FaultWording {
  /// The line of a cause: as its first fault's, with its other lines behind.
  package func line(_ cause: FaultCause, file: String) -> String {
    let first = line(cause.fault, file: file)
    let whole = String(first.dropLast(message(cause.fault).count)) + message(cause)
    let count = cause.lines.count
    guard count > 1 else { return whole }
    let lines = LineRuns(cause.lines).words(most: 6)
    return whole
      + (language == .chinese ? "（共 \(count) 行：\(lines)）" : " (\(count) lines: \(lines))")
  }

  /// One sentence for all that a cause brings about.
  package func message(_ cause: FaultCause) -> String {
    switch cause.fault.kind {
    case .notice(let notice) where cause.lines.count > 1:
      several(notice, cause.lines.count).map { PersonalNumbers.masked($0, in: .numbers) }
        ?? message(cause.fault)
    case .outsideOffice(let region, let office, _) where cause.lines.count > 1:
      RegionCode(region)?.county.map { otherCounty($0, outside: office, cause.places) }
        ?? message(cause.fault)
    case .noneOfCounty(_, let county) where cause.lacking.count > 1:
      unsentCounty(county, cause.lacking)
    default: message(cause.fault)
    }
  }

  private func otherCounty(
    _ county: RegionCode, outside office: Int64, _ places: [FaultKind.PlaceNames]
  ) -> String {
    let names = places.map { language == .chinese ? $0.chinese : $0.english }
    let listed = FaultWording.listed(names, language == .chinese ? "、" : "; ")
    return language == .chinese
      ? "属于 \(county) 县（\(listed)），不在 \(office) 范围内（本登记库或指定的县）；请核对是否选错文件，或交该县录入"
      : "of county \(county) (\(listed)), outside \(office), whose register or county this is; is it the right file? If so, send it to that county"
  }

  /// Of a county that has sent nothing of several kinds: which sheets come first, and in which order.
  private func unsentCounty(_ county: Int64, _ lacking: [FaultKind.Reference]) -> String {
    let order = Sheet.all.map(\.name)
    func place(_ reference: FaultKind.Reference) -> Int {
      let sheet = reference == .region ? Sheet.regions : reference.sheet
      return sheet.flatMap { order.firstIndex(of: $0.name) } ?? order.count
    }
    let kinds = lacking.sorted { place($0) < place($1) }
    if language == .chinese {
      let things = kinds.map { $0 == .region ? "村" : chineseKind($0) }.joined(separator: "、")
      let sheets = kinds.map { "“\(sheetName($0))”" }.joined()
      return "登记库中没有 \(county) 县的任何\(things)；请核对是否选错文件，如无误请先依次导入该县的\(sheets)"
    }
    let things = kinds.map { $0 == .region ? "village" : englishReference($0) }
    let sheets = kinds.map(sheetName).joined(separator: ", ")
    return
      "no \(things.joined(separator: ", no ")) of county \(county) is in the register; is it the right file? If so, import that county's sheets first, in this order: \(sheets)"
  }
}
