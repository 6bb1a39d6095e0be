import Domain
import Foundation
import Reference
import Register
import SQLite

/// The figures of a year by month and place, without zeros: what two ways of counting are held against
/// each other by.
typealias ComparedFigures = [String: [Int64]]

/// The counting rule in SQL, which `scripts/bench` reads too.
private let referenceSQL = Result {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "reference.sql")
  return try String(contentsOf: file, encoding: .utf8)
}

extension Register {
  /// As the register answers for a month, kept or worked out.
  func answered(_ year: Int, _ known: Known) throws(SQLiteFailure) -> ComparedFigures {
    var found: ComparedFigures = [:]
    for month in 1...12 {
      for (place, figures) in try self.figures(year, month: month, known) {
        found["\(month) \(place.village) \(place.householdClass)"] = figures.list
      }
    }
    return found
  }

  /// As a report by county answers for some months.
  func answeredByCounty(_ year: Int, _ knowledge: Knowledge = .now) throws -> ComparedFigures {
    var found: ComparedFigures = [:]
    for number in comparedMonths {
      guard let month = YearMonth(year: year, month: number) else { continue }
      let answer = try monthlyAnswer(month, by: .county, knowledge)
      for row in answer.rows where !row.figures.isZero {
        guard case .place(let code, _) = row.subject else { continue }
        found["\(number) \(code)"] = row.figures.list
      }
      if !answer.total.isZero { found["\(number) total"] = answer.total.list }
    }
    return found
  }

  /// As worked out from the facts.
  func counted(_ year: Int, _ known: Known) throws(SQLiteFailure) -> ComparedFigures {
    var found: ComparedFigures = [:]
    for (place, months) in try countFigures(year, known).byPlace() {
      for month in 1...12 where !months[month - 1].isZero {
        found["\(month) \(place.village) \(place.householdClass)"] = months[month - 1].list
      }
    }
    return found
  }

  /// As the second reading has it, by village and by class.
  func referred(_ year: Int, incomeGoalFen: Int) throws(SQLiteFailure) -> ComparedFigures {
    let reference = try reference(incomeGoalFen: incomeGoalFen)
    var found: ComparedFigures = [:]
    for month in 1...12 {
      for level in [RefLevel.village, .householdClass] {
        let rows = reference.monthlyFigures(year: year, month: month, by: level).rows
        for (code, figures) in rows where !figures.isEmpty {
          found["\(month) \(code)"] = figures.list
        }
      }
    }
    return found
  }

  /// As reference.sql has it as known at an entry, by village and by class.
  func recounted(_ year: Int, _ known: Known) throws -> ComparedFigures {
    let sql = try referenceSQL.get()
    var found: ComparedFigures = [:]
    for grouping in ["village", "class"] {
      try connection.rows(
        sql,
        [
          "year": Value(year), "first": 1, "last": 12, "by": .text(grouping),
          "known": .integer(known.entry),
        ]
      ) { row in
        var figures: [Int64] = []
        for index in Figure.allCases.indices { figures.append(row.int64(Int32(index) + 2)) }
        if figures.contains(where: { $0 != 0 }) {
          found["\(row.int(0)) \(row.text(1))"] = figures
        }
      }
    }
    return found
  }
}

private let comparedMonths = [6, 12]

/// Figures by village summed by the counties of the villages' digits, and in all.
func byCounty(_ figures: ComparedFigures) -> ComparedFigures {
  var sums: ComparedFigures = [:]
  for (key, values) in figures {
    let parts = key.split(separator: " ")
    guard let month = Int(parts[0]), comparedMonths.contains(month) else { continue }
    let county = (Int(parts[1]) ?? 0) / 1_000_000
    for key in ["\(month) \(county)", "\(month) total"] {
      sums[key] = zip(sums[key] ?? Array(repeating: 0, count: values.count), values).map { $0 + $1 }
    }
  }
  return sums.filter { !$0.value.allSatisfy { $0 == 0 } }
}

/// The class as reports name it, by its stored code.
func className(_ code: Int) -> String { HouseholdClass(rawValue: code)?.name ?? "none" }

/// Figures by village and class summed over the one and the other, as the second reading gives them.
func byVillageAndByClass(_ figures: ComparedFigures) -> ComparedFigures {
  var sums: ComparedFigures = [:]
  for (key, values) in figures {
    let parts = key.split(separator: " ")
    for code in [String(parts[1]), className(Int(parts[2]) ?? 0)] {
      let key = "\(parts[0]) \(code)"
      sums[key] = zip(sums[key] ?? Array(repeating: 0, count: values.count), values).map { $0 + $1 }
    }
  }
  return sums.filter { !$0.value.allSatisfy { $0 == 0 } }
}

extension MonthlyFigures {
  fileprivate var list: [Int64] { Figure.allCases.map { self[$0] } }
}

extension RefFigures {
  /// In the order of `Figure`.
  fileprivate var list: [Int64] {
    func of(_ point: RefPoint) -> Int { points[point] ?? 0 }
    return [
      householdsEnrolled, personsEnrolled, of(.plan), of(.project), of(.fund), of(.support),
      of(.implementation), of(.contact), householdsFulfilled, personsSupported,
      personsSupportedInMonth, householdsLapsed, householdsPaid, householdsAccepted,
      householdsIncomeGoal, allocatedFen, paidFen,
    ].map { Int64($0) }
  }
}
