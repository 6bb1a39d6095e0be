import CSV
import Domain
import Intake
import Register

/// Rows that a command hands in: the cells as somebody typed them, by the names of their columns.
///
/// They are read as a file's cells are, by the sheet's own columns. A column that no row names is one that
/// a file lacks.
package struct CellsSubmission: Submission {
  package let command: String
  package let sheet: Sheet
  package let completesStanding: Bool
  package let stay: MemberStay?
  package let numbering: MovementNumbering
  fileprivate let match: HeaderMatch
  fileprivate let cells: [[String]]
  /// The cells of a row, by their place, that distinguish it from the others, and what they hold.
  private let subjectCells: [(cell: Int, kind: ColumnKind)]

  /// - Parameters:
  ///   - completesStanding: whether cells that the sheet requires may be left out where the fact of the row's
  ///     key stands.
  ///   - stay: the stay in a household that the one row of a roster is about, so that it may bear another
  ///     name; nil where the row says so itself.
  ///   - numbering: how movements of money get their numbers.
  /// - Precondition: the sheet has the columns that the rows name.
  package init(
    command: String, _ sheet: Sheet, rows: [[(column: String, text: String)]],
    completesStanding: Bool = false, stay: MemberStay? = nil,
    numbering: MovementNumbering = .asGiven
  ) {
    self.command = command
    self.sheet = sheet
    self.completesStanding = completesStanding
    self.stay = stay
    self.numbering = numbering
    let named = Set(rows.joined().map(\.column))
    precondition(named.allSatisfy { sheet.index(of: $0) != nil }, "a column that the sheet lacks")
    let columns = sheet.columns.indices.filter { named.contains(sheet.columns[$0].name) }
    match = HeaderMatch(
      sheet: sheet, columns: columns, units: sheet.columns.map { _ in nil },
      measures: sheet.columns.map { _ in nil }, unknown: [])
    let cells = rows.map { row in
      columns.map { column in row.first { $0.column == sheet.columns[column].name }?.text ?? "" }
    }
    self.cells = cells
    subjectCells = columns.indices.compactMap { cell -> (cell: Int, kind: ColumnKind)? in
      let column = sheet.columns[columns[cell]]
      let isNamed = [.identifier, .personName].contains(column.kind)
      guard column.isKey && column.kind != .residentID || isNamed else { return nil }
      return Set(cells.map { $0[cell] }).count > 1 ? (cell: cell, kind: column.kind) : nil
    }
  }

  package var name: String { command.prefix { $0 != " " }.description }
  package var source: EntrySource? { nil }
  package var headerLine: Int { 0 }
  package var hasChanged: Bool { false }
  package var receipt: Receipt {
    Receipt(file: name, sheet: sheet.name, encoding: TextForm().encodingName, sha256: nil)
  }

  package func holds(_ column: String) -> Bool { match.holds(column) }

  /// What distinguishes a row from the others: its numbers and names in which the rows differ, masked. Nil where
  /// there is one row, no such row, or nothing in those cells.
  ///
  /// - Parameter isChinese: whether words of closed lists are shown in Chinese.
  package func subject(ofRow line: Int, inChinese isChinese: Bool) -> String? {
    guard !subjectCells.isEmpty, cells.indices.contains(line - 1) else { return nil }
    let told = subjectCells.map { subject in
      Self.shown(cells[line - 1][subject.cell], as: subject.kind, inChinese: isChinese)
    }.filter { !$0.isEmpty }
    guard !told.isEmpty else { return nil }
    let words: String = told.joined(separator: " ")
    return FaultWording.shortened(PersonalNumbers.masked(words, in: .numbers))
  }

  private static func shown(
    _ text: String, as kind: ColumnKind, inChinese isChinese: Bool
  ) -> String {
    guard case .coded(let list) = kind,
      let word = list.words.first(where: { $0.name == text || $0.chinese == text })
    else { return text }
    return isChinese ? word.chinese : word.name
  }

  package func rows(checks: [RowCheck]) -> CellsRows { CellsRows(self, checks: checks) }
}

/// The rows of a `CellsSubmission`; a row's line is its number, from 1.
package final class CellsRows: SubmittedRows {
  private let cells: [[String]]
  private var line = 0
  private var reader: RowReader

  fileprivate init(_ submission: CellsSubmission, checks: [RowCheck]) {
    cells = submission.cells
    reader = RowReader(
      submission.match, codes: CodeChoice(), checks: checks, watchesDigits: false,
      requiresKeyAlone: submission.completesStanding,
      excused: submission.numbering == .asGiven ? [] : ["movement_no"])
  }

  package var bytesRead: Int64 { 0 }
  package var passedOver: PassedOver { PassedOver() }
  package var faults: [Fault] { [] }
  package var warnings: [Fault] { reader.cells.warnings(of: reader.sheet) }
  package var destroyedColumns: [Fault] { [] }
  package var relationList: RelationList? {
    reader.cells.relationLists.sawNumber ? reader.cells.relationList : nil
  }

  package func next(into sink: inout some CellSink & ~Copyable) -> SubmittedRow {
    guard line < cells.count else { return .end }
    line += 1
    reader.read(Record(cells[line - 1], line: line), into: &sink)
    return .row(
      line: line, clears: reader.clears, withdraws: reader.withdraws, faults: reader.faults)
  }
}
