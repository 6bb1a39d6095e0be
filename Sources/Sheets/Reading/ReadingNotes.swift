import Domain
import Intake

/// Where reading made something else of what was written: how often in each column, and first where.
struct ReadingNotes {
  enum Kind: Int, CaseIterable {
    case fullWidth, excelSerial, fifteenDigits, name, numbered
    case invisible, formula, tidied, nullWord, lost
  }

  private struct Tally {
    var count = 0
    var firstLine = 0
  }

  /// How many cells anything was noted of.
  private(set) var count = 0
  /// By column of the sheet and kind.
  private var tallies: [Tally]
  /// The IDs that end in 000, each with its line, masked.
  private var zeros: [(line: Int, column: Int, masked: String)] = []
  private static let mostZeros = 1_000
  /// By column, its first serial number and the day it became.
  private var serials: [(text: String, day: CalendarDate)?]
  private var months: [MonthDecimals]
  private var percents: [Percents]

  private struct MonthDecimals {
    var ones = Tally()
    var keepsZeros = false
  }

  private struct Percents {
    var count = 0
    var areFractions = true
    /// The line of the first that is neither 0 nor 1; 0: none.
    var firstLine = 0
  }

  init(columns: Int) {
    tallies = Array(repeating: Tally(), count: columns * Kind.allCases.count)
    serials = Array(repeating: nil, count: columns)
    months = Array(repeating: MonthDecimals(), count: columns)
    percents = Array(repeating: Percents(), count: columns)
  }

  mutating func note(_ kind: Kind, _ column: Int, _ line: Int) {
    count += 1
    let place = column * Kind.allCases.count + kind.rawValue
    if tallies[place].count == 0 { tallies[place].firstLine = line }
    tallies[place].count += 1
  }

  mutating func noteZeros(_ id: ResidentID, _ column: Int, _ line: Int) {
    if zeros.count < Self.mostZeros { zeros.append((line, column, id.masked)) }
  }

  mutating func noteSerial(_ cell: Span<UInt8>, _ day: CalendarDate, _ column: Int, _ line: Int) {
    if serials[column] == nil { serials[column] = (CellText.foldedString(cell), day) }
    note(.excelSerial, column, line)
  }

  mutating func noteMonth(_ decimal: PartialDate.MonthDecimal, _ column: Int, _ line: Int) {
    guard decimal == .one else { return months[column].keepsZeros = true }
    if months[column].ones.count == 0 { months[column].ones.firstLine = line }
    months[column].ones.count += 1
  }

  mutating func notePercent(_ percent: Percent, _ column: Int, _ line: Int) {
    percents[column].count += 1
    if percent.hundredths > 100 { percents[column].areFractions = false }
    if 1..<100 ~= percent.hundredths, percents[column].firstLine == 0 {
      percents[column].firstLine = line
    }
  }

  /// What a column's cells tell together.
  private func ofColumn(_ index: Int) -> [(line: Int, notice: Notice)] {
    var found: [(line: Int, notice: Notice)] = []
    let (month, percent) = (months[index], percents[index])
    if month.ones.count > 0, !month.keepsZeros {
      found.append((month.ones.firstLine, .januaryOrOctober(count: month.ones.count)))
    }
    if percent.areFractions, percent.firstLine > 0 {
      found.append((percent.firstLine, .fractions(count: percent.count)))
    }
    return found
  }

  /// - Parameter list: the key of the list by which a column's numbers were read.
  func warnings(of sheet: Sheet, list: (ColumnKind) -> String) -> [Fault] {
    var warnings: [Fault] = []
    for (index, column) in sheet.columns.enumerated() {
      for kind in Kind.allCases {
        let tally = tallies[index * Kind.allCases.count + kind.rawValue]
        guard tally.count > 0 else { continue }
        let notice: Notice =
          switch kind {
          case .fullWidth: .fullWidth(count: tally.count)
          case .excelSerial:
            .excelSerials(
              count: tally.count, first: serials[index]?.text ?? "",
              day: serials[index]?.day ?? .beginning)
          case .fifteenDigits: .fifteenDigits(count: tally.count)
          case .name: .names(count: tally.count)
          case .numbered: .codeList(list(column.kind), count: tally.count)
          case .invisible: .invisible(count: tally.count)
          case .formula: .formulas(count: tally.count)
          case .tidied: .tidiedNumbers(count: tally.count)
          case .nullWord: .nullWords(count: tally.count)
          case .lost: .lostCharacters(count: tally.count)
          }
        warnings.append(Fault(line: tally.firstLine, column: column.name, .notice(notice)))
      }
      for (line, notice) in ofColumn(index) {
        warnings.append(Fault(line: line, column: column.name, .notice(notice)))
      }
    }
    return warnings
      + zeros.map {
        Fault(
          line: $0.line, column: sheet.columns[$0.column].name, value: $0.masked,
          .notice(.endsInZeros))
      }
  }

  /// Whether a cell holds full-width forms of ASCII, U+FF01 to U+FF5E.
  static func isFullWidth(_ cell: Span<UInt8>) -> Bool {
    for index in cell.indices where cell[index] == 0xEF {
      guard index + 1 < cell.count else { return false }
      if cell[index + 1] == 0xBC || cell[index + 1] == 0xBD { return true }
    }
    return false
  }
}
