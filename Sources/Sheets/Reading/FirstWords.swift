import CSV
import Intake

/// How a row begins that is passed over, so that a receipt can say which it was: `合计`, `填表人：王五`.
enum FirstWords {
  /// In characters; a title may be pages.
  private static let most = 24

  /// The first cell that says anything; nil where none does.
  static func of(_ record: borrowing Record) -> String? {
    for cell in 0..<record.count where !record.isEmpty(cell) {
      if let words = words(record.text(cell)) { return words }
    }
    return nil
  }

  static func of(_ row: HeaderRow) -> String? {
    for text in row.texts {
      if let words = words(text) { return words }
    }
    return nil
  }

  /// Masked before it is cut: half a number would not be known as one.
  private static func words(_ text: String) -> String? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.isEmpty { return nil }
    let masked = CellMask.masked(words, as: .text)
    return masked.count > most ? masked.prefix(most) + "…" : masked
  }
}
