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

  subscript(column: Int?) -> Int64? { column.flatMap { integers[$0] } }

  func holds(_ column: Int?) -> Bool { column.map { isGiven[$0] } ?? false }

  /// The cell as written; empty where the file lacks the column.
  func text(_ column: Int?) -> String {
    guard let column, let cell = match.cell(of: column) else { return "" }
    return record.text(cell)
  }

  func fault(_ column: Int?, _ kind: FaultKind) -> Fault {
    guard let column else { return Fault(line: line, column: nil, value: nil, kind) }
    let masked = CellMask.masked(text(column), as: sheet.columns[column].kind)
    return Fault(line: line, column: sheet.columns[column].name, value: masked, kind)
  }
}

/// Hides what a message must not show.
package enum CellMask {
  package static func masked(_ text: String, as kind: ColumnKind) -> String {
    switch kind {
    case .residentID:
      let characters = Array(text)
      guard characters.count > 10 else { return String(repeating: "*", count: characters.count) }
      let hidden = String(repeating: "*", count: characters.count - 10)
      return String(characters.prefix(6)) + hidden + String(characters.suffix(4))
    case .phone: return Masking.phone(text)
    case .account: return Masking.account(text)
    default: return text
    }
  }
}

/// A check of one row by itself: given the sheet, whose columns it looks up once, what checks a row.
typealias RowCheck = @Sendable (Sheet) -> (StagedRow) -> [Fault]

/// Checks that several sheets share.
enum RowChecks {
  /// A period's end comes after its beginning.
  static func period(_ since: String, _ until: String) -> RowCheck {
    { sheet in
      let (since, until) = (sheet.index(of: since), sheet.index(of: until))
      return { row in
        guard let first = row[since], let end = row[until], end <= first else { return [] }
        return [row.fault(until, .notAfter(column: sheet.name(of: since), value: row.text(since)))]
      }
    }
  }

  /// One day is not before another.
  static func order(_ earlier: String, _ later: String) -> RowCheck {
    { sheet in
      let (earlier, later) = (sheet.index(of: earlier), sheet.index(of: later))
      return { row in
        guard let first = row[earlier], let second = row[later], second < first else { return [] }
        return [
          row.fault(later, .notBefore(column: sheet.name(of: earlier), value: row.text(earlier)))
        ]
      }
    }
  }

  static func oneOf(_ columns: [String]) -> RowCheck {
    { sheet in
      let indices = columns.map(sheet.index)
      return { row in
        indices.contains(where: row.holds)
          ? [] : [row.fault(indices.first ?? nil, .needsOneOf(columns))]
      }
    }
  }

  /// Where one column is given, the other must be.
  static func needs(_ column: String, where other: String) -> RowCheck {
    { sheet in
      let (needed, given) = (sheet.index(of: column), sheet.index(of: other))
      return { row in
        guard row.holds(given), !row.holds(needed) else { return [] }
        return [row.fault(needed, .needsOneOf([column]))]
      }
    }
  }

  /// Where one column is given, the other must be empty.
  static func excludes(_ column: String, where other: String) -> RowCheck {
    { sheet in
      let (excluded, given) = (sheet.index(of: column), sheet.index(of: other))
      return { row in
        guard row.holds(given), row.holds(excluded) else { return [] }
        return [row.fault(excluded, .excludes(column: other))]
      }
    }
  }

  static func notZero(_ column: String) -> RowCheck {
    { sheet in
      let column = sheet.index(of: column)
      return { row in row[column] == 0 ? [row.fault(column, .amountIsZero)] : [] }
    }
  }

  static func notNegative(_ column: String) -> RowCheck {
    { sheet in
      let column = sheet.index(of: column)
      return { row in
        guard let value = row[column], value < 0 else { return [] }
        return [row.fault(column, .isNegative)]
      }
    }
  }

  /// Sex and birth date agree with the resident ID.
  static let residentAgrees: RowCheck = { sheet in
    let (resident, sex) = (sheet.index(of: "resident_id"), sheet.index(of: "sex"))
    let birth = sheet.index(of: "birth_date")
    return { row in
      guard let id = row[resident].flatMap(ResidentID.init(key:)) else { return [] }
      var faults: [Fault] = []
      if let written = row[sex], written != Int64(id.sex.rawValue) {
        faults.append(row.fault(sex, .sexDisagrees))
      }
      if let date = row.birthDate(birth), !date.agrees(with: id.birthDate) {
        faults.append(
          row.fault(birth, .birthDateDisagrees(written: id.birthDate.description)))
      }
      return faults
    }
  }

  /// An income total is the sum of its parts, where parts are given.
  static let incomeAddsUp: RowCheck = { sheet in
    let parts = ["wage", "business", "transfer", "property"]
    let (places, cost) = (parts.map(sheet.index), sheet.index(of: "cost"))
    let whole = sheet.index(of: "total")
    return { row in
      let given = places.filter(row.holds)
      guard !given.isEmpty || row.holds(cost) else {
        return row.holds(whole) ? [] : [row.fault(whole, .needsOneOf(parts + ["total"]))]
      }
      let sum = given.reduce(0) { $0 + (row[$1] ?? 0) } - (row[cost] ?? 0)
      guard let total = row[whole], total != sum else { return [] }
      return [row.fault(whole, .totalIsNotSum(shouldBe: sum))]
    }
  }
}

extension StagedRow {
  /// The birth date that a cell holds; nil where it holds none that can be read.
  fileprivate func birthDate(_ column: Int?) -> PartialDate? {
    guard let column, isGiven[column], let cell = match.cell(of: column) else { return nil }
    return record.withCell(cell) { try? PartialDate.read($0, excelSerials: true) }
  }
}

extension Sheet {
  fileprivate func name(of column: Int?) -> String { column.map { columns[$0].name } ?? "" }
}
