import Domain
import SQLite

/// Turns the exceptions of a kind that stand on the days asked about into the changes that are kept: household
/// by household, how many there are more or fewer in a village from a day on.
final class ExceptionTurns {
  private typealias Place = (household: Int64, day: DayNumber)
  private typealias Counts = [(village: Int64, cases: Int64)]

  private let kind: RegisterException.Kind
  /// The households and days in their order.
  private let asked: Statement
  private let keeping: Statement
  private var place: Place?
  /// Of the household, on its day before and on this one.
  private var before: Counts = []
  private var now: Counts = []

  /// - Parameter schema: where `exception_change` is, `main` or `temp`.
  init(
    _ kind: RegisterException.Kind, into schema: String, on connection: borrowing Connection
  ) throws(SQLiteFailure) {
    self.kind = kind
    asked = try connection.prepare(
      """
      SELECT household_id, day FROM temp.exception_asked WHERE kind = \(kind.number)
      ORDER BY household_id, day
      """)
    keeping = try connection.prepare(
      """
      INSERT INTO \(schema).exception_change (kind, household_id, on_day, village_code, change)
      VALUES (?, ?, ?, ?, ?)
      """)
    try advance()
  }

  /// Takes one exception. They come by household and day.
  func take(_ household: Int64, on day: DayNumber, in village: Int64) throws(SQLiteFailure) {
    while let place, place != (household, day) { try finish(place) }
    if let index = now.firstIndex(where: { $0.village == village }) {
      now[index].cases += 1
    } else {
      now.append((village, 1))
    }
  }

  /// Finishes the days on which nothing more stands.
  func end() throws(SQLiteFailure) {
    while let place { try finish(place) }
  }

  private func finish(_ place: Place) throws(SQLiteFailure) {
    for (village, cases) in now {
      try keep(cases - (before.first { $0.village == village }?.cases ?? 0), village, place)
    }
    for (village, cases) in before where !now.contains(where: { $0.village == village }) {
      try keep(-cases, village, place)
    }
    (before, now) = (now, [])
    try advance()
    if self.place?.household != place.household { before = [] }
  }

  private func keep(
    _ change: Int64, _ village: Int64, _ place: Place
  ) throws(SQLiteFailure) {
    guard change != 0 else { return }
    keeping.bind(kind.number, at: 1)
    keeping.bind(place.household, at: 2)
    keeping.bind(Int64(place.day), at: 3)
    keeping.bind(village, at: 4)
    keeping.bind(change, at: 5)
    _ = try keeping.step()
    keeping.reset()
  }

  private func advance() throws(SQLiteFailure) {
    if try asked.step() {
      place = (asked.int64(0), asked.int32(1))
    } else {
      place = nil
    }
  }
}

/// Decides which rows of an `ExceptionQuery` are exceptions, where SQL cannot.
struct ExceptionJudge {
  private let lines: PovertyLines?

  /// - Parameter lines: nil where households above a line are not asked about.
  init(lines: PovertyLines?) { self.lines = lines }

  /// - Parameter row: of `ExceptionQuery.days`.
  func isException(_ kind: RegisterException.Kind, _ row: borrowing Row) -> Bool {
    switch kind {
    case .verifiedID: Self.hasWrongDigit(ResidentID(key: row.int64(3)))
    case .listedOtherName:
      Self.areOther(row.optionalText(3) ?? "", row.optionalText(4) ?? "")
    case .aboveLine:
      lines?.exceeded(
        by: row.int64(4), as: row.int(3), in: row.int64(2), on: row.int32(1)) != nil
    default: true
    }
  }

  static func hasWrongDigit(_ id: ResidentID?) -> Bool { id?.checkDigitIsRight == false }

  static func areOther(_ one: String, _ other: String) -> Bool {
    NameFolding.comparable(one) != NameFolding.comparable(other)
  }
}
