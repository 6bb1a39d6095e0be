/// How a project's money is paid out: whole percent at its start, near its completion (80 % done) and at its
/// acceptance; 100 together.
package struct Instalments: Hashable, Sendable, CustomStringConvertible {
  package let atStart: Int
  package let nearCompletion: Int
  package let atAcceptance: Int

  /// How much of the work must be done for the second instalment, in hundredths of a percent.
  package static let nearlyCompleteHundredths = 8_000

  /// Nil where a part is negative, or the parts are not 100 together.
  package init?(atStart: Int, nearCompletion: Int, atAcceptance: Int) {
    let parts = [atStart, nearCompletion, atAcceptance]
    guard parts.allSatisfy({ 0...100 ~= $0 }), parts.reduce(0, +) == 100 else { return nil }
    self.atStart = atStart
    self.nearCompletion = nearCompletion
    self.atAcceptance = atAcceptance
  }

  /// As the register keeps it: `40/50/10`.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
      part.utf8.allSatisfy { 0x30...0x39 ~= $0 } ? Int(part) : nil
    }
    guard parts.count == 3, let first = parts[0], let second = parts[1], let last = parts[2] else {
      return nil
    }
    self.init(atStart: first, nearCompletion: second, atAcceptance: last)
  }

  /// `40/50/10`, `40 % / 50 % / 10 %`, digits and signs of either width.
  package static func read(_ cell: Span<UInt8>) throws(CellFault) -> Instalments {
    guard !CellText.isEmpty(cell) else { throw .missing }
    let text = CellText.foldedString(cell).filter { $0 != " " && $0 != "%" }
    guard let instalments = Instalments(text) else { throw .instalmentsForm }
    return instalments
  }

  package var description: String { "\(atStart)/\(nearCompletion)/\(atAcceptance)" }
}
