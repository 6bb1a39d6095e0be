import CSV
import Domain
import SQLite

/// Writes what a row of an answer holds as a sheet's cells, allocating nothing for nearly every cell.
struct CellWriter {
  private let columns: [Form]
  private let isChinese: Bool
  private let reveals: Bool
  private var scratch: [UInt8] = []

  /// A column's kind, and the words of its codes.
  private struct Form {
    let kind: ColumnKind
    /// By code; empty where the code means nothing, or the column holds no codes.
    let words: [[UInt8]]
  }

  init(_ columns: [Column], isChinese: Bool, reveals: Bool) {
    self.isChinese = isChinese
    self.reveals = reveals
    self.columns = columns.map {
      Form(kind: $0.kind, words: CellWriter.words(of: $0.kind, isChinese: isChinese))
    }
  }

  /// Appends the row's cells, one a column.
  mutating func append(_ row: borrowing Row, to writer: inout RecordWriter) {
    for index in columns.indices {
      let column = Int32(index)
      switch row.type(column) {
      case .null: writer.append("".utf8.span)
      case .integer: append(row.int64(column), columns[index], to: &writer)
      default: append(textOf: row, column, columns[index], to: &writer)
      }
    }
    writer.endRecord()
  }

  // MARK: Numbers

  private mutating func append(_ value: Int64, _ form: Form, to writer: inout RecordWriter) {
    scratch.removeAll(keepingCapacity: true)
    switch form.kind {
    case .day, .eventDay: put(day: value, form.kind)
    case .money: put(fen: value)
    case .quantity: put(Quantity(thousandths: value).description)
    case .percent: put(Quantity(thousandths: value * 10).description)
    case .yesNo, .relation, .coded:
      if form.words.indices.contains(Int(value)) { scratch += form.words[Int(value)] }
    // A person named in a column of names is named by ID.
    case .residentID, .name: put(resident: value)
    default: put(digits: value.magnitude, isNegative: value < 0)
    }
    writer.append(scratch.span)
  }

  /// An open end is an empty cell, and so is the beginning where the column does not say it.
  private mutating func put(day: Int64, _ kind: ColumnKind) {
    guard let number = Int32(exactly: day), number < DayPeriod.openEnd,
      number > DayPeriod.firstDay || kind == .eventDay
    else { return }
    let parts = CalendarDate(dayNumber: number).parts
    put(digits: UInt64(parts.year), width: 4)
    scratch.append(UInt8(ascii: "-"))
    put(digits: UInt64(parts.month), width: 2)
    scratch.append(UInt8(ascii: "-"))
    put(digits: UInt64(parts.day), width: 2)
  }

  private mutating func put(fen: Int64) {
    put(digits: fen.magnitude / 100, isNegative: fen < 0)
    scratch.append(UInt8(ascii: "."))
    put(digits: fen.magnitude % 100, width: 2)
  }

  private mutating func put(resident key: Int64) {
    guard reveals else { return put(ResidentID(key: key)?.masked ?? "") }
    put(digits: (key / 11).magnitude)
    let check = UInt8(truncatingIfNeeded: key % 11)
    scratch.append(check == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + check)
  }

  private mutating func put(digits value: UInt64, width: Int = 1, isNegative: Bool = false) {
    if isNegative { scratch.append(UInt8(ascii: "-")) }
    let start = scratch.count
    var rest = value
    repeat {
      scratch.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    while scratch.count - start < width { scratch.append(UInt8(ascii: "0")) }
    scratch[start...].reverse()
  }

  private mutating func put(_ text: String) { scratch.append(contentsOf: text.utf8) }

  // MARK: Texts

  private mutating func append(
    textOf row: borrowing Row, _ column: Int32, _ form: Form, to writer: inout RecordWriter
  ) {
    switch form.kind {
    case .residentID, .phone, .account:
      if !reveals { return writer.append(CellMask.masked(row.text(column), as: form.kind)) }
    case .fund:
      if isChinese {
        let fund = Fund(row.text(column)).chinese
        return writer.append(reveals ? fund : CellMask.masked(fund, as: .text))
      }
    case .unit:
      if isChinese {
        return writer.append(CellMask.masked(MeasureUnit.chinese(of: row.text(column)), as: .text))
      }
    // A list whose facts keep the English key.
    case .coded(let list):
      let text = row.text(column)
      let word = list.words.first { $0.name == text }
      return writer.append(word.map { isChinese ? $0.chinese : $0.name } ?? text)
    default: break
    }
    let isWhole = row.withBytes(column) { bytes in
      guard reveals || !PersonalNumbers.mayStand(in: bytes) else { return false }
      writer.append(bytes)
      return true
    }
    if !isWhole { writer.append(CellMask.masked(row.text(column), as: form.kind)) }
  }

  // MARK: Words

  private static func words(of kind: ColumnKind, isChinese: Bool) -> [[UInt8]] {
    let words: [(code: Int, word: String)] =
      switch kind {
      case .yesNo: YesNo.allCases.map { ($0.rawValue, isChinese ? $0.chinese : $0.name) }
      case .coded(let list): list.words.map { ($0.code, isChinese ? $0.chinese : $0.name) }
      case .relation:
        (1..<300).compactMap { Relation(code: $0) }
          .map { ($0.code, isChinese ? $0.chinese : $0.written) }
      default: []
      }
    var table = [[UInt8]](repeating: [], count: (words.map(\.code).max() ?? -1) + 1)
    for (code, word) in words { table[code] = Array(word.utf8) }
    return table
  }
}
