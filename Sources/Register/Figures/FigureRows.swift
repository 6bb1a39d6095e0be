import Domain
import SQLite

/// Sums as rows of `figure`, in its order: month by month, place by place. Those of zeros are left out.
final class FigureRows: RowSource {
  static let columns = ["year", "month", "village_code", "class"] + Figure.allCases.map(\.name)

  private let year: Int64
  private let sums: FigureSums
  private let places: [(place: FigurePlace, number: Int)]
  private var month = 0
  private var index = 0

  init(_ year: Int, _ sums: FigureSums) {
    self.year = Int64(year)
    self.sums = sums
    places = sums.inOrder
  }

  func begin() {}

  func next(_ row: borrowing LentRow) -> Bool {
    while month < 12 {
      while index < places.count {
        let (place, number) = places[index]
        index += 1
        if set(row, place, number) { return true }
      }
      (month, index) = (month + 1, 0)
    }
    return false
  }

  /// False where every figure is zero.
  private func set(_ row: borrowing LentRow, _ place: FigurePlace, _ number: Int) -> Bool {
    var isZero = true
    for figure in Figure.allCases {
      let value = sums.value(figure, number, month)
      isZero = isZero && value == 0
      row.set(4 + figure.rawValue, value)
    }
    row.set(0, year)
    row.set(1, Int64(month + 1))
    row.set(2, place.village)
    row.set(3, Int64(place.householdClass))
    return !isZero
  }
}
