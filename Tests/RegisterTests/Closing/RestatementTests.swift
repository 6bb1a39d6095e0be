import Domain
import Foundation
import Register
import SQLite
import Testing

/// `SIXPOINT_HISTORY_STEPS` and `SIXPOINT_HISTORY_SEED` run longer and other histories.
private func setting(_ name: String) -> Int? {
  ProcessInfo.processInfo.environment[name].flatMap { Int($0) }
}

@Suite("A closed month after random entries")
struct RestatementTests {
  private static let steps = setting("SIXPOINT_HISTORY_STEPS") ?? 60
  private static let firstSeed = UInt64(setting("SIXPOINT_HISTORY_SEED") ?? 1)

  /// A closed report as one text.
  private func reported(_ register: Register, _ month: YearMonth) throws -> [String] {
    try MonthlyAnswer.Grouping.allCases.map { grouping in
      let answer = try register.monthlyAnswer(month, by: grouping, .closed, comparing: true)
      return "\(answer.rows) \(answer.total) \(String(describing: answer.totalQuota)) "
        + String(describing: answer.before)
    }
  }

  /// Renames a place, lays a village into another township, and divides a quota anew.
  private func disturb(_ history: RandomHistory) throws {
    let register = history.register
    let village = try register.integer(
      "SELECT village_code FROM residence ORDER BY id DESC LIMIT 1")
    let number = history.serialNumber().shown
    let persons = history.numbers.number(in: 1...9)
    let township: Int64 = history.numbers.isTrue(50) ? 433_123_104 : 433_122_102
    try register.act(try header("regions")) { (entry: Int64) throws(SQLiteFailure) in
      for (code, parent, level) in [
        (village ?? 0, township, 5),
        (433_123, 433_100, 3),
      ] {
        try register.connection.execute(
          """
          UPDATE region SET withdrawn = \(entry) WHERE code = \(code) AND withdrawn IS NULL;
          INSERT INTO region (code, parent_code, level, name_zh, entered)
          VALUES (\(code), \(parent), \(level), '地\(number)', \(entry));
          """)
      }
      try register.connection.execute(
        """
        UPDATE target SET withdrawn = \(entry) WHERE withdrawn IS NULL;
        INSERT INTO target (programme, year, region_code, persons, entered)
        VALUES ('convergence', 2011, 433123, \(persons), \(entry))
        """)
    }
  }

  @Test(
    "stays as it was closed, and every difference is the sum of what its households add",
    arguments: firstSeed...firstSeed + 3)
  func differences(seed: UInt64) throws {
    let scratch = try Scratch()
    let history = try RandomHistory(try scratch.register(), seed: seed)
    let register = history.register
    for _ in 0..<30 { _ = try history.step() }
    try register.settleKept()
    let today = try #require(CalendarDate("2012-01-05"))
    let months = try (1...12).map { try #require(YearMonth(year: 2011, month: $0)) }
    for month in months {
      _ = try register.close(month, today: today, reason: nil, by: try author())
    }
    let closed = try months.map { try reported(register, $0) }
    for step in 0..<Self.steps {
      if step % 25 == 24 { try disturb(history) } else { _ = try history.step() }
    }
    try register.settleKept()
    for (month, before) in zip(months, closed) {
      #expect(try reported(register, month) == before, "\(month)")
    }
    for month in [months[2], months[8], months[11]] {
      for grouping in MonthlyAnswer.Grouping.allCases {
        let told = try #require(try register.restatement(month, by: grouping))
        try holdSums(told, register, month, grouping)
        guard [.class, .township, .area].contains(grouping) else { continue }
        let naive = NaiveRestatement(register: register, month: month, grouping: grouping)
        #expect(
          try NaiveRestatement.lines(of: told) == naive.lines(quotaRows: told.quotas.keys),
          "\(month) \(grouping)")
        let behind = told.shares.values.joined().flatMap(\.entries)
        #expect(behind.allSatisfy { $0.officer == "tester" })
      }
    }
    #expect(try register.check().findings == [])
  }

  /// Closed plus shares is now, in every cell.
  private func holdSums(
    _ told: Restatement, _ register: Register, _ month: YearMonth,
    _ grouping: MonthlyAnswer.Grouping
  ) throws {
    var cells: [Restatement.Cell: Int64] = [:]
    for (knowledge, sign) in [(Knowledge.closed, Int64(-1)), (.now, 1)] {
      let answer = try register.monthlyAnswer(month, by: grouping, knowledge)
      for row in answer.rows {
        let key: RowKey =
          switch row.subject {
          case .place(let code, _): .place(code)
          case .householdClass(let value): .householdClass(value)
          case .area(let value): .area(value)
          }
        for figure in Figure.allCases {
          cells[Restatement.Cell(row: key, figure: figure), default: 0] +=
            sign * row.figures[figure]
        }
      }
      for figure in Figure.allCases {
        cells[Restatement.Cell(row: .total, figure: figure), default: 0] +=
          sign * answer.total[figure]
      }
    }
    let differing = cells.filter { $0.value != 0 }
    let sums = told.shares.mapValues { $0.reduce(0) { $0 + $1.share } }.filter { $0.value != 0 }
    #expect(sums == differing, "\(month) \(grouping)")
  }
}
