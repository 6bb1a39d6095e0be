import Domain

/// The twelve months' figures of a year by village and class: sums over households.
package struct FigureSums: Sendable {
  /// Twelve months of figures for one place.
  package typealias Months = [MonthlyFigures]

  package private(set) var places: [FigurePlace: Months] = [:]

  package init() {}

  mutating func add(
    _ month: Int, _ place: FigurePlace, _ figure: Figure, _ addend: Int64
  ) {
    places[place, default: Months(repeating: MonthlyFigures(), count: 12)][month][figure] += addend
  }

  package func figures(at place: FigurePlace, month: Int) -> MonthlyFigures? {
    places[place]?[month]
  }

  /// What these sums have more than the others, place by place; equal places left out.
  func subtracting(_ other: FigureSums) -> FigureSums {
    var difference = FigureSums()
    for place in Set(places.keys).union(other.places.keys) {
      var months = places[place] ?? Months(repeating: MonthlyFigures(), count: 12)
      if let others = other.places[place] {
        for month in months.indices { months[month] -= others[month] }
      }
      if !months.allSatisfy(\.isZero) { difference.places[place] = months }
    }
    return difference
  }
}
