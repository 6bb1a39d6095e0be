import Domain
import SQLite

extension Register {
  /// The sums of a month by place; places without any are left out.
  typealias Sums = [(place: FigurePlace, figures: MonthlyFigures)]

  /// The figures of a year's month as known at an entry.
  package func figures(
    _ year: Int, month: Int, _ known: Known
  ) throws(SQLiteFailure) -> [(place: FigurePlace, figures: MonthlyFigures)] {
    try figures(year, months: [month], known)[0]
  }

  /// The figures of several months: the kept ones where those know just this entry, else worked out, for all
  /// months at once.
  func figures(
    _ year: Int, months: [Int], _ known: Known, by detail: FigureDetail = .village
  ) throws(SQLiteFailure) -> [Sums] {
    try reading { () throws(SQLiteFailure) in
      var sums: [Sums] = []
      if try figuresKnown(year) == known.entry {
        for month in months { sums.append(try keptFigures(year, month, detail)) }
        return sums
      }
      return try countFigures(year, known, by: detail).months(months)
    }
  }

  /// The entry that the kept figures of a year know; nil where none are kept.
  func figuresKnown(_ year: Int) throws(SQLiteFailure) -> Int64? {
    try connection.first(
      "SELECT known_entry FROM figure_state WHERE year = :year", ["year": Value(year)]
    ) { $0.int64(0) }
  }

  private func keptFigures(
    _ year: Int, _ month: Int, _ detail: FigureDetail
  ) throws(SQLiteFailure) -> Sums {
    var rows: Sums = []
    try connection.rows(
      """
      SELECT \(detail.column), class, \(Figure.allCases.map(\.name).joined(separator: ", "))
      FROM \(detail.table) WHERE year = :year AND month = :month
      """, ["year": Value(year), "month": Value(month)]
    ) { row in
      rows.append(
        (
          FigurePlace(village: row.int64(0), householdClass: row.int(1)),
          MonthlyFigures(of: row, from: 2)
        ))
    }
    return rows
  }
}

extension MonthlyFigures {
  /// From the columns of a row, all figures in their order.
  init(of row: borrowing Row, from first: Int32) {
    self.init(each: { row.int64(first + Int32($0)) })
  }
}
