import Domain
import Register
import SQLite

/// Reads the rows of a founding roster into blocks of members, and into the blocks beside them what the rows say of
/// households, each when its rows have ended.
///
/// At the first row that is not plainly right it is `isUnusual`, and the roster is judged the long way.
///
/// `@unchecked Sendable`: it cannot be copied, and who hands it to another thread has it no more, so one
/// thread at a time has it. Its rows are read by it alone: they were made for it, and nobody else keeps them.
/// What these refer to and others do too is read only (`ByteSource`, `RowLayout`). The block that `row` points
/// into is the one that `fill` was given, and `row` turns to the next before it is touched.
struct FoundingRows<Rows: SubmittedRows>: ~Copyable, BlockMaker, @unchecked Sendable {
  private let rows: Rows
  private var row: MemberRow
  private(set) var households: FoundingHouseholds
  private var hasEnded = false
  /// Whether a row was not sound by itself.
  private var isUnsound = false

  init(_ rows: Rows, member: FactTable, _ households: FoundingHouseholds) {
    self.rows = rows
    self.households = households
    row = MemberRow(member)
  }

  var isUnusual: Bool { isUnsound || households.isUnusual }

  /// Lines of the rows passed over.
  var passedOver: PassedOver { rows.passedOver }

  /// What the cells were read as, where that is reported.
  var warnings: [Fault] { rows.warnings + households.warnings }

  /// Fills a block with the next members; false at the end of the file, or where it is unusual.
  mutating func fill(_ block: FactBlock) -> Bool {
    block.removeAll()
    while !hasEnded, !block.isFull, readRow(into: block) { block.endRow() }
    // The last household may end behind a block that its members filled.
    let isFilled = block.count > 0 || block.beside.contains { $0.count > 0 }
    guard !isUnusual, isFilled else { return false }
    block.bytesRead = rows.bytesRead
    return true
  }

  private mutating func readRow(into block: FactBlock) -> Bool {
    row.begin(in: block)
    switch rows.next(into: &row) {
    case .end:
      hasEnded = true
      if !rows.faults.isEmpty || !rows.destroyedColumns.isEmpty { isUnsound = true }
      households.endLast(block.beside)
      return false
    case .unreadable: isUnsound = true
    case .row(let line, let clears, let withdraws, let faults):
      if !faults.isEmpty || clears != 0 || withdraws || rows.relationList != nil {
        isUnsound = true
      } else {
        households.take(&row, line: line, block.beside)
      }
    }
    return !isUnusual
  }
}
