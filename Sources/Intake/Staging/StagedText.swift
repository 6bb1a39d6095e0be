import Domain
import SQLite

/// A staged value as people write it.
enum StagedText {
  static func text(_ value: Value, as kind: ColumnKind) -> String? {
    switch (value, kind) {
    case (.null, _): nil
    case (.text(let text), _): CellMask.masked(text, as: kind)
    case (.integer(let number), .residentID): ResidentID(key: number)?.masked
    case (.integer(let number), .day), (.integer(let number), .eventDay):
      CalendarDate(dayNumber: Int32(clamping: number)).description
    case (.integer(let number), .money): Money(fen: number).description
    case (.integer(let number), .quantity): Quantity(thousandths: number).description
    case (.integer(let number), .percent): Percent(hundredths: Int(number))?.description
    case (.integer(let number), .coded(let list)):
      list.words.first { $0.code == Int(number) }?.name
    case (.integer(let number), .relation): Relation(code: Int(number))?.written
    case (.integer(let number), _): String(number)
    default: nil
    }
  }
}
