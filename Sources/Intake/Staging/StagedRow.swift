import Domain

/// The cells of one row as they were written; an object, so that a row refers to it at no cost.
package protocol WrittenCells: AnyObject {
  /// The cell of a column of the sheet; empty where the rows lack the column.
  func text(_ column: Int) -> String
}

/// One row while it is being read: what the checks that compare its columns look at.
///
/// One is made for a file and turned to row after row: to make one for a row costs more than most checks.
package struct StagedRow {
  let sheet: Sheet
  package private(set) var line = 0
  /// By column of the sheet; nil for empty cells, texts and cells at fault. A birth date is packed.
  package var integers: [Int64?]
  /// A bit for each column of the sheet whose cell holds something other than `(clear)`.
  package var given: Int64 = 0
  /// A bit for each column of the sheet whose cell says `(clear)`.
  package var clears: Int64 = 0
  private let cells: any WrittenCells

  package init(_ sheet: Sheet, _ cells: any WrittenCells) {
    self.sheet = sheet
    self.cells = cells
    integers = Array(repeating: nil, count: sheet.columns.count)
  }

  /// Turns to the row that begins on a line. Its integers are those of the row before until each column's is
  /// set.
  package mutating func begin(line: Int) {
    self.line = line
    given = 0
    clears = 0
  }

  subscript(column: Int?) -> Int64? { column.flatMap { integers[$0] } }

  func holds(_ column: Int?) -> Bool { column.map { given & (1 << Int64($0)) != 0 } ?? false }

  func isCleared(_ column: Int?) -> Bool { column.map { clears & (1 << Int64($0)) != 0 } ?? false }

  /// The cell as written; empty where the file lacks the column.
  func text(_ column: Int?) -> String {
    column.map { cells.text($0) } ?? ""
  }

  func fault(_ column: Int?, _ kind: FaultKind) -> Fault {
    guard let column else { return Fault(line: line, column: nil, value: nil, kind) }
    let masked = CellMask.masked(text(column), as: sheet.columns[column].kind)
    return Fault(line: line, column: sheet.columns[column].name, value: masked, kind)
  }
}

extension Staging {
  /// Adds what a check found: faults, and notices of what is taken but should be known.
  func add(_ found: [Fault]) {
    for fault in found {
      if case .notice = fault.kind { warnings.append(fault) } else { faults.append(fault) }
    }
  }
}

/// A check of one row by itself: given the sheet, whose columns it looks up once, what checks a row.
package typealias RowCheck = @Sendable (Sheet) -> (StagedRow) -> [Fault]

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

  /// `month_01` … `month_12`: persons by the end of each.
  static let months = (1...12).map { "month_" + ($0 < 10 ? "0" : "") + String($0) }

  /// Persons by the end of a month are no fewer than by the end of an earlier one that is given.
  static let cumulative: RowCheck = { sheet in
    let places = months.compactMap(sheet.index)
    return { row in
      let given = places.filter { row[$0] != nil }
      for (earlier, later) in zip(given, given.dropFirst()) {
        guard let before = row[earlier], let value = row[later], value < before else { continue }
        let name = sheet.columns[earlier].name
        return [row.fault(later, .notCumulative(column: name, value: row.text(earlier)))]
      }
      return []
    }
  }

  /// An income gives a part, the total, or says of a part that there is none.
  static let givesIncome: RowCheck = { sheet in
    let parts = ["wage", "business", "transfer", "property"]
    let places = (parts + ["cost", "total"]).map(sheet.index)
    let whole = sheet.index(of: "total")
    return { row in
      places.contains { row.holds($0) || row.isCleared($0) }
        ? [] : [row.fault(whole, .needsOneOf(parts + ["total"]))]
    }
  }
}

extension StagedRow {
  /// The birth date that a cell holds; nil where it holds none that can be read.
  func birthDate(_ column: Int?) -> PartialDate? { self[column].flatMap(PartialDate.init(packed:)) }
}

extension Sheet {
  fileprivate func name(of column: Int?) -> String { column.map { columns[$0].name } ?? "" }
}
