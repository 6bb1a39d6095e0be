import Domain
import SQLite

/// Sums as rows of `figure` or `county_figure`, in its order: month by month, place by place. Those of zeros are
/// left out. As a source it gives the keys and its `figures`.
final class FigureRows: RowSource {
  static func columns(by detail: FigureDetail) -> [String] {
    keys(by: detail) + Figure.allCases.map(\.name)
  }

  static func keys(by detail: FigureDetail) -> [String] {
    ["year", "month", detail.column, "class"]
  }

  private let year: Int64
  private let sums: FigureSums
  private let places: [(place: FigurePlace, number: Int)]
  /// The figures that are not zero everywhere: few of a register in its first days.
  let figures: [Figure]
  private var month = 0
  private var index = 0

  init(_ year: Int, _ sums: FigureSums) {
    self.year = Int64(year)
    self.sums = sums
    places = sums.inOrder
    figures = Figure.allCases.filter(sums.hasAny)
  }

  func begin() {}

  func next(_ row: borrowing LentRow) -> Bool {
    guard advance() else { return false }
    for column in 0..<4 { row.set(column, values[column]) }
    for (place, figure) in figures.enumerated() {
      row.set(4 + place, values[4 + figure.rawValue])
    }
    return true
  }

  /// The columns of the row that `advance` came to.
  private(set) var values = [Int64](repeating: 0, count: 4 + Figure.allCases.count)

  /// Goes to the next row; false after the last.
  func advance() -> Bool {
    while month < 12 {
      while index < places.count {
        let (place, number) = places[index]
        index += 1
        if read(place, number) { return true }
      }
      (month, index) = (month + 1, 0)
    }
    return false
  }

  /// False where every figure is zero.
  private func read(_ place: FigurePlace, _ number: Int) -> Bool {
    var isZero = true
    for figure in figures {
      let value = sums.value(figure, number, month)
      isZero = isZero && value == 0
      values[4 + figure.rawValue] = value
    }
    values[0] = year
    values[1] = Int64(month + 1)
    values[2] = place.village
    values[3] = Int64(place.householdClass)
    return !isZero
  }
}
