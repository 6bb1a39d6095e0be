import Domain
import SQLite

/// Holds the kept figures of a year against counted ones that come in parts, and remembers little more than
/// where the two still differ. Households of a place mostly come together, so that these are few.
struct FigureComparison {
  /// Whether the answer is open: a number was beyond 64 bits, or places come in no order. Nothing is compared
  /// any more then.
  private(set) var isOpen = false

  private let year: Int
  private let differencesAtOnce: Int
  private var numbers: [FigurePlace: Int] = [:]
  /// What is kept beyond what was counted so far, by place, month and figure; no zeros.
  private var differences: [Cell: Int64] = [:]
  private var keptRows = 0

  private struct Cell: Hashable {
    let place: Int
    let month: Int
    let figure: Figure
  }

  /// - Parameter differencesAtOnce: with more than these to remember the answer stays open.
  init(of year: Int, differencesAtOnce: Int) {
    self.year = year
    self.differencesAtOnce = differencesAtOnce
  }

  /// Takes a part of the counted figures; a place may come in several parts.
  mutating func take(
    _ counted: FigureSums, on connection: borrowing Connection
  ) throws(SQLiteFailure) {
    guard !isOpen else { return }
    var fresh: [(place: FigurePlace, number: Int)] = []
    for (place, number) in counted.inOrder {
      if numbers[place] == nil {
        numbers[place] = numbers.count
        fresh.append((place, number))
      } else {
        for month in 1...12 { subtract(counted, (place, number), month) }
      }
    }
    for month in 1...12 { try compare(counted, fresh, month, on: connection) }
    isOpen = isOpen || differences.count > differencesAtOnce
  }

  /// Whether all that is kept was counted, and nothing else was. False where the answer is open.
  func agrees(on connection: borrowing Connection) throws(SQLiteFailure) -> Bool {
    guard !isOpen, differences.isEmpty else { return false }
    return try connection.first(
      "SELECT count(*) FROM figure WHERE year = :year", ["year": Value(year)]
    ) { $0.int(0) } == keptRows
  }

  /// Reads the kept rows of places that come for the first time beside their counted figures.
  private mutating func compare(
    _ counted: FigureSums, _ places: [(place: FigurePlace, number: Int)], _ month: Int,
    on connection: borrowing Connection
  ) throws(SQLiteFailure) {
    guard let first = places.first, let last = places.last else { return }
    var rest = places[...]
    try connection.rows(
      """
      SELECT village_code, class, \(Figure.allCases.map(\.name).joined(separator: ", "))
      FROM figure
      WHERE year = :year AND month = :month AND village_code BETWEEN :first AND :last
      ORDER BY village_code, class
      """,
      [
        "year": Value(year), "month": Value(month), "first": .integer(first.place.village),
        "last": .integer(last.place.village),
      ]
    ) { row in
      let place = FigurePlace(village: row.int64(0), householdClass: row.int(1))
      while let next = rest.first, next.place < place {
        subtract(counted, next, month)
        rest.removeFirst()
      }
      guard let next = rest.first, next.place == place else { return }
      for figure in Figure.allCases {
        let kept = row.int64(Int32(figure.rawValue) + 2)
        let value = counted.value(figure, next.number, month - 1)
        if kept != value { note(kept, less: value, place, month, figure) }
      }
      rest.removeFirst()
      keptRows += 1
    }
    for next in rest { subtract(counted, next, month) }
  }

  private mutating func subtract(
    _ counted: FigureSums, _ next: (place: FigurePlace, number: Int), _ month: Int
  ) {
    for figure in Figure.allCases {
      let value = counted.value(figure, next.number, month - 1)
      if value != 0 { note(0, less: value, next.place, month, figure) }
    }
  }

  private mutating func note(
    _ kept: Int64, less counted: Int64, _ place: FigurePlace, _ month: Int, _ figure: Figure
  ) {
    let cell = Cell(place: numbers[place] ?? 0, month: month, figure: figure)
    let more = kept.subtractingReportingOverflow(counted)
    let sum = (differences[cell] ?? 0).addingReportingOverflow(more.partialValue)
    isOpen = isOpen || more.overflow || sum.overflow
    differences[cell] = sum.partialValue == 0 ? nil : sum.partialValue
  }
}
