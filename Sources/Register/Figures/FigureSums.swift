import Domain

/// The twelve months' figures of a year by village and class: sums over households.
package struct FigureSums: Sendable {
  /// Twelve months of figures for one place.
  package typealias Months = [MonthlyFigures]

  /// The places' numbers, from 0 in the order in which they were first added to.
  private var numbers: [FigurePlace: Int] = [:]
  /// For each figure the values by place and month, as far as any is other than zero: most sums are of a
  /// register in its first days, which has few of the figures, or of a few households.
  private var columns: [[Int64]]
  /// The place added to last: households of a village mostly follow each other.
  private var last: (place: FigurePlace, number: Int)?

  /// Whether a sum was more than 64 bits hold.
  private(set) var isBeyondRange = false

  package init() { columns = Array(repeating: [], count: Figure.allCases.count) }

  /// The places that have figures.
  var count: Int { numbers.count }

  mutating func add(
    _ month: Int, _ place: FigurePlace, _ figure: Figure, _ addend: Int64
  ) {
    guard addend != 0 else { return }
    let index = 12 * number(of: place) + month
    if index >= columns[figure.rawValue].count { grow(figure.rawValue, beyond: index) }
    let sum = columns[figure.rawValue][index].addingClamped(addend)
    if sum.isClamped { isBeyondRange = true }
    columns[figure.rawValue][index] = sum
  }

  /// By a quarter: doubling would take as much room again as a province's figures need.
  private mutating func grow(_ column: Int, beyond index: Int) {
    let count = max((index / 12 + 1) * 12, columns[column].count / 4 * 5)
    columns[column].reserveCapacity(count)
    columns[column].append(contentsOf: repeatElement(0, count: count - columns[column].count))
  }

  private mutating func number(of place: FigurePlace) -> Int {
    if let last, last.place == place { return last.number }
    let number = numbers[place] ?? numbers.count
    if number == numbers.count { numbers[place] = number }
    last = (place, number)
    return number
  }

  package func figures(at place: FigurePlace, month: Int) -> MonthlyFigures? {
    numbers[place].map { figures($0, month) }
  }

  private func figures(_ number: Int, _ month: Int) -> MonthlyFigures {
    MonthlyFigures(Figure.allCases.map { value($0, number, month) })
  }

  /// A figure of the place of a number in a month, from 0.
  func value(_ figure: Figure, _ number: Int, _ month: Int) -> Int64 {
    let index = 12 * number + month
    let column = columns[figure.rawValue]
    return index < column.count ? column[index] : 0
  }

  /// The places with their numbers, in the order of places.
  var inOrder: [(place: FigurePlace, number: Int)] {
    numbers.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
  }

  /// Every place with its twelve months, made anew.
  package func byPlace() -> [FigurePlace: Months] {
    numbers.mapValues { number in (0..<12).map { figures(number, $0) } }
  }

  mutating func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    for index in columns.indices { columns[index].removeAll(keepingCapacity: true) }
    last = nil
  }

  /// What these sums have more than the others, place by place; equal places left out.
  func subtracting(_ other: FigureSums) -> FigureSums {
    var difference = FigureSums()
    for place in Set(numbers.keys).union(other.numbers.keys) {
      let (ours, theirs) = (numbers[place], other.numbers[place])
      for figure in Figure.allCases {
        for month in 0..<12 {
          let more =
            (ours.map { value(figure, $0, month) } ?? 0).subtractingClamped(
              theirs.map { other.value(figure, $0, month) } ?? 0)
          difference.add(month, place, figure, more)
        }
      }
    }
    return difference
  }
}
