import Domain
import Register
import SQLite

/// The programme years that the register keeps: an enrolment in another is taken, and told.
struct KeptYears {
  private let years: Set<Int>

  init(_ register: Register) throws(SQLiteFailure) {
    var years: Set<Int> = []
    try register.connection.rows("SELECT year FROM programme_year WHERE withdrawn IS NULL") {
      years.insert($0.int(0))
    }
    self.years = years
  }

  func holds(_ day: Int32) -> Bool { years.contains(CalendarDate(dayNumber: day).year) }

  static func warn(_ work: ImportWork) throws(SQLiteFailure) {
    let kept = try KeptYears(work.register)
    var others: [Int: (line: Int, rows: Int)] = [:]
    try work.register.connection.rows(
      """
      SELECT enrolled_on, min(line), count(*) FROM temp.staged
      WHERE enrolled_on IS NOT NULL AND withdraws = 0 AND rejected = 0 GROUP BY enrolled_on
      """
    ) { row in
      guard !kept.holds(row.int32(0)) else { return }
      let year = CalendarDate(dayNumber: row.int32(0)).year
      let known = others[year, default: (line: Int.max, rows: 0)]
      others[year] = (min(known.line, row.int(1)), known.rows + row.int(2))
    }
    for (year, found) in others.sorted(by: { $0.key < $1.key }) {
      work.warn(
        Fault(
          line: found.line, column: "enrolled_on",
          value: try work.written("enrolled_on", line: found.line),
          .notice(.yearNotKept(year, rows: found.rows))))
    }
  }
}
