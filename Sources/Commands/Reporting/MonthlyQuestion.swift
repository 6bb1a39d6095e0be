import Arguments
import Domain
import Register
import Reports

/// What is asked of `report monthly`, its months and place apart.
struct MonthlyQuestion {
  let grouping: MonthlyAnswer.Grouping
  let knowledge: Knowledge
  let isNationalKeyOnly: Bool
  /// As `--format` names it.
  let format: String

  /// Whether people read the result, who are told what moved since the month before.
  var isForPeople: Bool { format != "csv" && format != "json" }

  /// The options that narrow a list to what a month's report is about.
  func scope(of month: YearMonth, _ county: Region?) -> String {
    var scope = " --month \(month)"
    if let county { scope += " --county \(county.code)" }
    if isNationalKeyOnly { scope += " --national-key" }
    switch knowledge {
    case .now: break
    case .entry(let entry): scope += " --known \(entry)"
    case .closed: scope += " --known closed"
    }
    return scope
  }
}

/// The months of a report, rising, at least one.
struct AskedMonths {
  let all: [YearMonth]
  /// Whether a first and a last month were written, be they the same: the answer then has the form of several.
  let isRange: Bool
}

extension Console {
  /// The most months of one report.
  private static let mostMonths = 60

  /// `--month`: one, or the first and the last of several, `2011-01..2011-12`.
  func months(_ arguments: ParsedArguments) throws(Problem) -> AskedMonths {
    guard let text = arguments.value("month") else {
      throw arguments.failure(.missingOption("--month")).problem(in: language)
    }
    let ends = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2 else {
      return AskedMonths(all: [try month(text, of: "--month", arguments)], isRange: false)
    }
    let first = try month(String(ends[0]), of: "--month", arguments)
    let last = try month(String(ends[1]), of: "--month", arguments)
    var months: [YearMonth] = []
    var next: YearMonth? = first
    while let month = next, month <= last, months.count <= Console.mostMonths {
      months.append(month)
      next = month.adding(months: 1)
    }
    guard 1...Console.mostMonths ~= months.count else {
      throw arguments.failure(
        .malformedValue(text, of: "--month", example: "2011-01..2011-12")
      ).problem(in: language)
    }
    return AskedMonths(all: months, isRange: true)
  }

  /// `--compare`; not beside a range of months.
  func otherMonth(
    _ arguments: ParsedArguments, besides months: AskedMonths
  ) throws(Problem) -> YearMonth? {
    guard let text = arguments.value("compare") else { return nil }
    guard !months.isRange else {
      throw arguments.failure(.conflictingOptions("--compare", "--month A..B"))
        .problem(in: language)
    }
    return try month(text, of: "--compare", arguments)
  }

  private func month(
    _ text: String, of option: String, _ arguments: ParsedArguments
  ) throws(Problem) -> YearMonth {
    do throws(CellFault) {
      return try CellText.reading(text, YearMonth.read)
    } catch {
      throw arguments.failure(.malformedValue(text, of: option, example: "2011-06"))
        .problem(in: language)
    }
  }
}
