import Domain

/// How finely sums tell places apart.
package enum FigureDetail: CaseIterable, Sendable {
  case village
  /// By the county that a village's digits name (`FigurePlace.inCounty`).
  case county

  /// Where such sums are kept, and the column of the place there.
  var table: String { self == .village ? "figure" : "county_figure" }
  var column: String { self == .village ? "village_code" : "county_code" }
}

/// The twelve months' figures of a year by place and class: sums over households.
package struct FigureSums: Sendable {
  /// Twelve months of figures for one place.
  package typealias Months = [MonthlyFigures]

  /// The places' numbers, from 0 in the order in which they were first added to.
  private var numbers: [FigurePlace: Int] = [:]
  /// For each figure the values by place and month, as far as any is other than zero: most sums are of a
  /// register in its first days, which has few of the figures, or of a few households.
  private var columns: [[Int64]]
  /// The place that was added to last, as it was given: households of a village mostly follow each other.
  private var last: (place: FigurePlace, number: Int)?

  /// Whether a sum was more than 64 bits hold.
  private(set) var isBeyondRange = false

  let detail: FigureDetail

  package init(by detail: FigureDetail = .village) {
    self.detail = detail
    columns = Array(repeating: [], count: Figure.allCases.count)
  }

  /// How many places have figures.
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
    let key = detail == .village ? place : place.inCounty
    let number = numbers[key] ?? numbers.count
    if number == numbers.count { numbers[key] = number }
    last = (place, number)
    return number
  }

  package func figures(at place: FigurePlace, month: Int) -> MonthlyFigures? {
    numbers[place].map { figures($0, month) }
  }

  private func figures(_ number: Int, _ month: Int) -> MonthlyFigures {
    MonthlyFigures(each: { value($0, number, month) })
  }

  /// A figure of the place of a number in a month, from 0.
  func value(_ figure: Figure, _ number: Int, _ month: Int) -> Int64 {
    value(figure.rawValue, number, month)
  }

  private func value(_ figure: Int, _ number: Int, _ month: Int) -> Int64 {
    let index = 12 * number + month
    return index < columns[figure].count ? columns[figure][index] : 0
  }

  /// Whether a figure is other than zero anywhere.
  func hasAny(_ figure: Figure) -> Bool { !columns[figure.rawValue].isEmpty }

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

  /// Adds all of other sums.
  mutating func add(_ other: FigureSums) {
    isBeyondRange = isBeyondRange || other.isBeyondRange
    for (place, number) in other.numbers {
      for figure in Figure.allCases where 12 * number < other.columns[figure.rawValue].count {
        for month in 0..<12 { add(month, place, figure, other.value(figure, number, month)) }
      }
    }
  }

  /// The same sums by county; figures that more than 64 bits would hold are clamped.
  func byCounty() -> FigureSums {
    var sums = FigureSums(by: .county)
    sums.add(self)
    return sums
  }

  /// The sums of some months, 1…12, each in the order of places; those of zeros left out.
  func months(_ wanted: [Int]) -> [Register.Sums] {
    let places = inOrder
    return wanted.map { month in
      places.compactMap { place, number in
        let figures = figures(number, month - 1)
        return figures.isZero ? nil : (place, figures)
      }
    }
  }

  /// What these sums have more than the others, place by place; equal places left out.
  func subtracting(_ other: FigureSums) -> FigureSums {
    var difference = FigureSums(by: detail)
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

extension FigurePlace {
  /// The same class in the county, or the larger place, that the digits of the village name; 0 where they
  /// are no code. What a tree of places says of that county it says of the village too, as long as each place
  /// lies where its digits say.
  var inCounty: FigurePlace {
    let code = RegionCode(village)
    return FigurePlace(
      village: (code?.county ?? code)?.value ?? 0, householdClass: householdClass)
  }
}
