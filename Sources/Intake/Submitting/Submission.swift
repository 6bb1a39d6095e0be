import Domain
import Register

/// Rows of one sheet that are to become facts of a register, wherever they come from: a file, or a command.
///
/// A submission is judged in one place and answered in the same words, whoever hands it in.
package protocol Submission {
  associatedtype Rows: SubmittedRows

  var sheet: Sheet { get }
  /// As messages name it: a file's name, or the command.
  var name: String { get }
  /// What its entry says was done.
  var command: String { get }
  /// The file that the entry names, its row count still nil; nil where there is none.
  var source: EntrySource? { get }
  /// How many bytes the file has; nil where there is none.
  var byteCount: Int64? { get }
  /// The line of the header; 0 where there is none.
  var headerLine: Int { get }
  /// Whether a row may leave required cells empty where the fact of its key stands, which then keeps them.
  var completesStanding: Bool { get }
  /// The stay in a household that the one row of a roster is about; nil where the rows say so themselves.
  var stay: MemberStay? { get }
  /// How movements of money get their numbers.
  var numbering: MovementNumbering { get }
  /// Whether the rows can no longer be read as they were when the submission was made.
  var hasChanged: Bool { get }
  /// A receipt that says what was handed in, and nothing yet of what came of it.
  var receipt: Receipt { get }

  /// Whether the rows have a column of the sheet.
  func holds(_ column: String) -> Bool

  /// Faults, in any order, with their cells as whoever handed them in wrote them.
  func quoting(_ faults: [Fault]) -> [Fault]

  /// The rows, from the first. May be asked for more than once.
  ///
  /// - Parameter checks: checks of a row by itself, beyond its cells.
  func rows(checks: [RowCheck]) -> Rows
}

extension Submission {
  package var completesStanding: Bool { false }
  package var stay: MemberStay? { nil }
  package var byteCount: Int64? { nil }

  package var numbering: MovementNumbering { .asGiven }

  package func quoting(_ faults: [Fault]) -> [Fault] { faults }
}

/// The rows of a submission, read one after the other.
package protocol SubmittedRows: AnyObject {
  /// Reads the next row, each of its values into the value's slot (`StagedColumns`).
  func next(into sink: inout some CellSink & ~Copyable) -> SubmittedRow

  /// How far the source is read, in bytes.
  var bytesRead: Int64 { get }
  /// Lines that hold no data: titles, totals, blank rows.
  var passedOver: PassedOver { get }
  /// What refuses the rows as a whole, known once all are read.
  var faults: [Fault] { get }
  /// What values were read as where that is worth knowing.
  var warnings: [Fault] { get }
  /// A fault for each column whose long numbers a spreadsheet destroyed, which refuses all rows.
  var destroyedColumns: [Fault] { get }
  /// The list by which relations written as numbers are read; nil where none was written so.
  var relationList: RelationList? { get }
}

/// What came of reading a row.
package enum SubmittedRow {
  case end
  /// Its values are in the sink. A bit of `clears` is set for each column of the sheet that is to be
  /// emptied; `withdraws` where the row takes its fact back.
  case row(line: Int, clears: Int64, withdraws: Bool, faults: [Fault])
  /// Nothing of it is in the sink. `household` is its household's number where that much could be read; the
  /// rest of the rows cannot be read where it `endsReading`.
  case unreadable(Fault, household: String?, endsReading: Bool)
}
