import CSV
import Domain

/// One row while it is being read: what the checks that compare its columns look at.
struct StagedRow {
  let sheet: Sheet
  let match: HeaderMatch
  let line: Int
  /// By column of the sheet; nil for empty cells, texts and cells at fault.
  let integers: [Int64?]
  /// By column of the sheet: whether the cell holds something other than `(clear)`.
  let isGiven: [Bool]
  let record: Record

  subscript(column: String) -> Int64? { sheet.index(of: column).flatMap { integers[$0] } }

  func holds(_ column: String) -> Bool { sheet.index(of: column).map { isGiven[$0] } ?? false }

  /// The cell as written; empty where the file lacks the column.
  func text(_ column: String) -> String {
    guard let index = sheet.index(of: column), let cell = match.cell(of: index) else { return "" }
    return record.text(cell)
  }

  func fault(_ column: String?, _ kind: FaultKind) -> Fault {
    let value = column.map { name in
      CellMask.masked(text(name), as: sheet.column(name)?.kind ?? .text)
    }
    return Fault(line: line, column: column, value: value, kind)
  }
}

extension Staging {
  /// Adds what a check found: faults, and notices of what is taken but should be known.
  mutating func add(_ found: [Fault]) {
    for fault in found {
      if case .notice = fault.kind { warnings.append(fault) } else { faults.append(fault) }
    }
  }
}

/// A check of one row by itself.
typealias RowCheck = @Sendable (StagedRow) -> [Fault]

/// Checks that several sheets share.
enum RowChecks {
  /// A period's end comes after its beginning.
  static func period(_ since: String, _ until: String) -> RowCheck {
    { row in
      guard let first = row[since], let end = row[until], end <= first else { return [] }
      return [row.fault(until, .notAfter(column: since, value: row.text(since)))]
    }
  }

  /// One day is not before another.
  static func order(_ earlier: String, _ later: String) -> RowCheck {
    { row in
      guard let first = row[earlier], let second = row[later], second < first else { return [] }
      return [row.fault(later, .notBefore(column: earlier, value: row.text(earlier)))]
    }
  }

  static func oneOf(_ columns: [String]) -> RowCheck {
    { row in
      columns.contains(where: row.holds) ? [] : [row.fault(columns.first, .needsOneOf(columns))]
    }
  }

  static func notZero(_ column: String) -> RowCheck {
    { row in row[column] == 0 ? [row.fault(column, .amountIsZero)] : [] }
  }

  static func notNegative(_ column: String) -> RowCheck {
    { row in
      guard let value = row[column], value < 0 else { return [] }
      return [row.fault(column, .isNegative)]
    }
  }

  /// Sex and birth date agree with the resident ID.
  static let residentAgrees: RowCheck = { row in
    guard let id = row["resident_id"].flatMap(ResidentID.init(key:)) else { return [] }
    var faults: [Fault] = []
    if let sex = row["sex"], sex != Int64(id.sex.rawValue) {
      faults.append(row.fault("sex", .sexDisagrees))
    }
    let written = Array(row.text("birth_date").utf8)
    let birth = try? PartialDate.read(written.span, excelSerials: true)
    if let birth, !birth.agrees(with: id.birthDate) {
      faults.append(
        row.fault("birth_date", .birthDateDisagrees(written: id.birthDate.description)))
    }
    return faults
  }

  /// `month_01` … `month_12`: persons by the end of each.
  static let months = (1...12).map { "month_" + ($0 < 10 ? "0" : "") + String($0) }

  /// Persons by the end of a month are no fewer than by the end of an earlier one that is given.
  static let cumulative: RowCheck = { row in
    let given = months.filter { row[$0] != nil }
    for (earlier, later) in zip(given, given.dropFirst()) {
      guard let before = row[earlier], let value = row[later], value < before else { continue }
      return [row.fault(later, .notCumulative(column: earlier, value: row.text(earlier)))]
    }
    return []
  }

  /// An income total is the sum of its parts, where parts are given.
  static let incomeAddsUp: RowCheck = { row in
    let parts = ["wage", "business", "transfer", "property"]
    let given = parts.filter(row.holds)
    guard !given.isEmpty || row.holds("cost") else {
      return row.holds("total") ? [] : [row.fault("total", .needsOneOf(parts + ["total"]))]
    }
    let sum = given.reduce(0) { $0 + (row[$1] ?? 0) } - (row["cost"] ?? 0)
    guard let total = row["total"], total != sum else { return [] }
    return [row.fault("total", .totalIsNotSum(shouldBe: sum))]
  }
}
