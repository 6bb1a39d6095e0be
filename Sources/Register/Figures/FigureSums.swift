import Domain

/// The twelve months' figures of a year by village and class: sums over households.
package struct FigureSums: Sendable {
  /// Twelve months of figures for one place.
  package typealias Months = [MonthlyFigures]

  /// Where a place's figures begin in `values`.
  private var starts: [FigurePlace: Int] = [:]
  /// Place by place, month by month, figure by figure.
  private var values: [Int64] = []
  /// The place added to last: households of a village mostly follow each other.
  private var last: (place: FigurePlace, start: Int)?

  private static let figures = Figure.allCases.count
  private static let stride = 12 * figures

  package init() {}

  /// The places that have figures.
  var count: Int { starts.count }

  mutating func add(
    _ month: Int, _ place: FigurePlace, _ figure: Figure, _ addend: Int64
  ) {
    values[start(of: place) + month * FigureSums.figures + figure.rawValue] += addend
  }

  private mutating func start(of place: FigurePlace) -> Int {
    if let last, last.place == place { return last.start }
    let start = starts[place] ?? values.count
    if start == values.count {
      starts[place] = start
      values.append(contentsOf: repeatElement(0, count: FigureSums.stride))
    }
    last = (place, start)
    return start
  }

  package func figures(at place: FigurePlace, month: Int) -> MonthlyFigures? {
    starts[place].map { MonthlyFigures(values[range($0, month)]) }
  }

  private func range(_ start: Int, _ month: Int) -> Range<Int> {
    let first = start + month * FigureSums.figures
    return first..<first + FigureSums.figures
  }

  /// Every place with its twelve months, made anew.
  package func byPlace() -> [FigurePlace: Months] {
    starts.mapValues { start in (0..<12).map { MonthlyFigures(values[range(start, $0)]) } }
  }

  /// Gives the figures that are not all zero, month by month from 0 and place by place in their order; the
  /// values in the order of `Figure`.
  func forEachMonth<Fault: Error>(
    _ body: (Int, FigurePlace, ArraySlice<Int64>) throws(Fault) -> Void
  ) throws(Fault) {
    let ordered = starts.sorted { $0.key < $1.key }
    for month in 0..<12 {
      for (place, start) in ordered {
        let figures = values[range(start, month)]
        if figures.contains(where: { $0 != 0 }) { try body(month, place, figures) }
      }
    }
  }

  mutating func removeAll() {
    starts.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    last = nil
  }

  /// What these sums have more than the others, place by place; equal places left out.
  func subtracting(_ other: FigureSums) -> FigureSums {
    var difference = FigureSums()
    for place in Set(starts.keys).union(other.starts.keys) {
      let zeros = ArraySlice(repeating: Int64(0), count: FigureSums.stride)
      let ours = starts[place].map { values[$0..<$0 + FigureSums.stride] } ?? zeros
      let theirs = other.starts[place].map { other.values[$0..<$0 + FigureSums.stride] } ?? zeros
      let changes = zip(ours, theirs).map { $0 - $1 }
      guard changes.contains(where: { $0 != 0 }) else { continue }
      difference.starts[place] = difference.values.count
      difference.values += changes
    }
    return difference
  }
}
