import Domain
import SQLite

// Columns of what has happened (money paid, people enrolled or born, a project approved) hold no day after
// today. A plan, a responsibility, a membership may begin or end on a day to come; one that is more than ten
// years ahead is a slip of the hand more often than not, and is warned of.

enum FutureDays {
  /// As many days as ten years have.
  private static let farAhead: Int32 = 3_653

  static func judge(_ work: ImportWork) throws(SQLiteFailure) {
    let columns = work.match.sheet.columns.filter { work.match.holds($0.name) }
    let past = columns.filter(\.hasHappened)
    for column in try found(past, after: work.today, work) {
      try work.faults(
        column.name,
        "SELECT line FROM temp.staged WHERE withdraws = 0 AND \(lies(column, after: work.today)) ORDER BY row"
      ) { _ in
        // No message tells the birth date that an ID holds.
        column.kind == .residentID
          ? .cell(.residentIDBirthDate(year: 0, month: 0, day: 0), allowed: []) : .inFuture
      }
    }
    guard work.match.sheet.name != Sheet.regions.name else { return }
    let dated = columns.filter { $0.kind == .day && !$0.hasHappened }
    let (limit, isOver) = work.today.addingReportingOverflow(farAhead)
    guard !isOver else { return }
    for column in try found(dated, after: limit, work) {
      var lines: [Int] = []
      try work.register.connection.rows(
        "SELECT line FROM temp.staged WHERE withdraws = 0 AND \(lies(column, after: limit)) ORDER BY row"
      ) { lines.append($0.int(0)) }
      for line in lines {
        work.warn(
          Fault(
            line: line, column: column.name, value: try work.written(column.name, line: line),
            .notice(.farAhead)))
      }
    }
  }

  /// The columns in which a row lies after the day; one reading of the file where there are none.
  private static func found(
    _ columns: [Column], after day: Int32, _ work: ImportWork
  ) throws(SQLiteFailure) -> [Column] {
    guard !columns.isEmpty else { return [] }
    let any = columns.map { "max(\(lies($0, after: day)))" }.joined(separator: ", ")
    let isFound = try work.register.connection.first(
      "SELECT \(any) FROM temp.staged WHERE withdraws = 0"
    ) { row in columns.indices.map { !row.isNull(Int32($0)) && row.int(Int32($0)) == 1 } }
    return zip(columns, isFound ?? []).filter(\.1).map(\.0)
  }

  /// Whether the staged row's column lies after a day.
  private static func lies(_ column: Column, after day: Int32) -> String {
    let date = CalendarDate(dayNumber: day)
    return switch column.kind {
    // Years, months and days are written one behind the other; `2011-12` comes before every day of it.
    case .birthDate: "\"\(column.name)\" > '\(date)'"
    case .residentID:
      "resident_key / 11000 % 100000000 > \(date.year * 10_000 + date.month * 100 + date.day)"
    case .year: "\"\(column.name)\" > \(date.year)"
    default: "\"\(column.name)\" > \(day)"
    }
  }
}
