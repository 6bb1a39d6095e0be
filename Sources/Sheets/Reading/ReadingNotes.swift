import Domain

/// Where reading made something else of what was written: how often in each column, and first where.
struct ReadingNotes {
  enum Kind: Int, CaseIterable {
    case fullWidth, excelSerial, fifteenDigits, name, numbered
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

  init(columns: Int) {
    tallies = Array(repeating: Tally(), count: columns * Kind.allCases.count)
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
          case .excelSerial: .excelSerials(count: tally.count)
          case .fifteenDigits: .fifteenDigits(count: tally.count)
          case .name: .names(count: tally.count)
          case .numbered: .codeList(list(column.kind), count: tally.count)
          }
        warnings.append(Fault(line: tally.firstLine, column: column.name, .notice(notice)))
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

  /// Whether a date's cell is a day number: up to five digits, and not the four of a year where a year
  /// by itself is taken.
  static func isSerial(_ cell: Span<UInt8>, yearsTaken: Bool) -> Bool {
    let range = CellText.typed(cell)
    guard range.count <= 5, !yearsTaken || range.count != 4 else { return false }
    for index in range where cell[index] &- 0x30 >= 10 { return false }
    return true
  }
}
