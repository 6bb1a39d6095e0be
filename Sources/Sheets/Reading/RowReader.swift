import CSV
import Domain
import Intake

/// Reads a record's cells as what the sheet's columns hold, and judges the row by itself.
///
/// One is made for a file; what it tells is of the row read last.
struct RowReader: ~Copyable {
  /// A column of the sheet that the file has.
  private struct Present {
    let index: Int
    let kind: ColumnKind
    let cell: Int
    let slot: Int
    let unit: MoneyUnit?
    let longest: Int?
    let serials: ClosedRange<Int>?
    let refusesIDs: Bool
  }

  let sheet: Sheet
  let match: HeaderMatch
  var cells: CellStager
  /// What is wrong with the row, and notices of what is not but should be known.
  private(set) var faults: [Fault] = []
  private(set) var withdraws = false
  private let present: [Present]
  private let required: [(index: Int, column: Column)]
  private let regions: [(index: Int, name: String, levels: ColumnKind.Levels)]
  /// What the header says that quantities count, with the column that says it of the row.
  private let measures: [(index: Int, unit: Int?, measure: String)]
  private let checks: [(StagedRow) -> [Fault]]
  private let verifiedCell: Int?
  private var row: StagedRow
  private let written: WrittenRow
  private(set) var nameless: NamelessColumns

  /// - Parameters:
  ///   - watchesDigits: whether long numbers that all end in zeros are found.
  ///   - requiresKeyAlone: whether required cells that are no part of the key may be empty.
  ///   - excused: required columns whose cells may be empty, because the register fills them.
  init(
    _ match: HeaderMatch, codes: CodeChoice, checks: [RowCheck], watchesDigits: Bool,
    requiresKeyAlone: Bool = false, excused: Set<String> = []
  ) {
    let sheet = match.sheet
    let columns = StagedColumns(sheet)
    self.sheet = sheet
    self.match = match
    cells = CellStager(sheet, codes: codes, watchesDigits: watchesDigits)
    present = sheet.columns.enumerated().compactMap { index, column in
      match.cell(of: index).map {
        Present(
          index: index, kind: column.kind, cell: $0, slot: columns.firstSlot[index],
          unit: match.units[index], longest: column.longest, serials: column.serials,
          refusesIDs: column.refusesIDs)
      }
    }
    required = sheet.columns.enumerated()
      .filter {
        $0.element.isRequired && ($0.element.isKey || !requiresKeyAlone)
          && !excused.contains($0.element.name)
      }
      .map { ($0.offset, $0.element) }
    regions = sheet.columns.enumerated().compactMap { index, column in
      guard case .region(let levels) = column.kind else { return nil }
      return (index, column.name, levels)
    }
    measures = sheet.columns.indices.compactMap { index in
      match.measures[index].map { (index, sheet.index(of: "unit"), $0) }
    }
    self.checks = checks.map { $0(sheet) }
    verifiedCell = sheet.index(of: "id_verified").flatMap { match.cell(of: $0) }
    written = WrittenRow(match)
    row = StagedRow(sheet, written)
    nameless = NamelessColumns(match.nameless)
  }

  /// A bit for each column of the sheet whose cell says `(clear)`.
  var clears: Int64 { row.clears }

  /// Reads a row; `sink` gets its values, NULL for cells that are empty or at fault.
  mutating func read(_ record: Record, into sink: inout some CellSink & ~Copyable) {
    faults.removeAll(keepingCapacity: true)
    cells.line = record.line
    row.begin(line: record.line)
    withdraws = false
    let isVerified = verifiedCell.map { saysSomething(record, $0) } ?? false
    let isPlain = !TidyCell.maySeeMore(record.bytes.span.extracting(record.extent))
    for place in present.indices {
      if isPlain {
        read(record, place, isVerified, into: &sink)
      } else {
        readClosely(record, place, isVerified, into: &sink)
      }
    }
    nameless.see(record)
    judge(record)
  }

  private mutating func read(
    _ record: Record, _ place: Int, _ isVerified: Bool, into sink: inout some CellSink & ~Copyable
  ) {
    let cell = present[place].cell
    guard !record.isEmpty(cell) else { return empty(place, &sink) }
    read(
      record.bytes.span.extracting(record.range(cell)), record, place, isVerified, into: &sink)
  }

  /// Whether a cell holds a value, and not only blanks, invisible characters or a word for nothing.
  private func saysSomething(_ record: Record, _ cell: Int) -> Bool {
    guard !record.isEmpty(cell) else { return false }
    let tidy = TidyCell(record.bytes.span.extracting(record.range(cell)), keepsInvisible: false)
    let bytes = tidy.bytes.span
    return !CellText.isEmpty(bytes) && !CellText.isNullWord(bytes)
      && !CellText.isErrorText(bytes) && !CellText.isClearWord(bytes)
  }

  /// As `read`, of a row in which something stands that has to be looked at character by character.
  private mutating func readClosely(
    _ record: Record, _ place: Int, _ isVerified: Bool, into sink: inout some CellSink & ~Copyable
  ) {
    let (cell, kind) = (present[place].cell, present[place].kind)
    guard !record.isEmpty(cell) else { return empty(place, &sink) }
    let written = record.bytes.span.extracting(record.range(cell))
    guard TidyCell.maySeeMore(written) else {
      return read(written, record, place, isVerified, into: &sink)
    }
    cells.column = present[place].index
    if CellText.isErrorText(written) { return reject(.errorText, record, place, &sink) }
    let tidy = TidyCell(written, keepsInvisible: kind == .text)
    let isName = kind.isName || present[place].refusesIDs
    if kind != .residentID, !kind.isKey,
      CellText.hasLostCharacters(tidy.bytes.span, inName: isName)
    {
      if isName { return reject(.lostCharacters, record, place, &sink) }
      cells.notes.note(.lost, cells.column, record.line)
    }
    if tidy.hadInvisible { cells.notes.note(.invisible, cells.column, record.line) }
    if tidy.wasUnwrapped { cells.notes.note(.formula, cells.column, record.line) }
    read(tidy.bytes.span, record, place, isVerified, into: &sink)
  }

  /// Reads a cell from bytes that may be tidied; messages quote the record's own.
  private mutating func read(
    _ bytes: Span<UInt8>, _ record: Record, _ place: Int, _ isVerified: Bool,
    into sink: inout some CellSink & ~Copyable
  ) {
    let index = present[place].index
    if CellText.maySayNothing(bytes) {
      if CellText.isEmpty(bytes) { return empty(place, &sink) }
      if CellText.isNullWord(bytes) {
        if present[place].kind == .personName { return reject(.nullWord, record, place, &sink) }
        cells.notes.note(.nullWord, index, record.line)
        return empty(place, &sink)
      }
      if CellText.isErrorText(bytes) { return reject(.errorText, record, place, &sink) }
      if CellText.isClearWord(bytes) {
        row.clears |= 1 << Int64(index)
        return empty(place, &sink)
      }
    }
    if present[place].kind == .withdraw {
      withdraws = CellText.isWithdrawWord(bytes)
      if !withdraws { add(.unknownValue, record, place) }
      return
    }
    row.given |= 1 << Int64(index)
    cells.column = index
    cells.longest = present[place].longest
    cells.serials = present[place].serials
    cells.refusesIDs = present[place].refusesIDs
    do throws(CellFault) {
      row.integers[index] = try cells.stage(
        bytes, as: present[place].kind, unit: present[place].unit, verified: isVerified,
        at: present[place].slot, into: &sink)
    } catch {
      reject(error, record, place, &sink)
    }
  }

  private mutating func reject(
    _ fault: CellFault, _ record: Record, _ place: Int, _ sink: inout some CellSink & ~Copyable
  ) {
    empty(place, &sink)
    row.given |= 1 << Int64(present[place].index)
    add(fault, record, place)
  }

  /// Mutating in name only: a copy of the reader would be made for a call that may not change it.
  private mutating func empty(_ place: Int, _ sink: inout some CellSink & ~Copyable) {
    row.integers[present[place].index] = nil
    switch present[place].kind {
    case .withdraw: break
    case .residentID:
      sink.setNull(present[place].slot)
      sink.setNull(present[place].slot + 1)
    default: sink.setNull(present[place].slot)
    }
  }

  private mutating func add(_ fault: CellFault, _ record: Record, _ place: Int) {
    let column = sheet.columns[present[place].index]
    let bytes = record.bytes.span.extracting(record.range(present[place].cell))
    faults.append(
      Fault(
        line: record.line, column: column.name,
        value: CellMask.masked(CellText.string(bytes), as: column.kind),
        .cell(fault, allowed: fault == .unknownValue ? column.kind.allowedNames : [])))
  }

  /// A row that takes its fact back needs no more than the key to say which.
  private mutating func judge(_ record: Record) {
    for (index, column) in required
    where row.given & (1 << Int64(index)) == 0 && (column.isKey || !withdraws) {
      if !faults.contains(where: { $0.column == column.name }) {
        faults.append(
          Fault(line: record.line, column: column.name, .cell(.missing, allowed: [])))
      }
    }
    for (index, name, levels) in regions {
      if let code = row.integers[index].flatMap(RegionCode.init), !levels.contains(code.level) {
        faults.append(
          Fault(line: record.line, column: name, value: written(index, record), .wrongLevel))
      }
    }
    for (index, unit, measure) in measures where row.given & (1 << Int64(index)) != 0 && !withdraws
    {
      let written = unit.flatMap { match.cell(of: $0) }.map { record.text($0) } ?? ""
      guard !HeaderTerms.isMeasure(written, measure) else { continue }
      faults.append(
        Fault(
          line: record.line, column: "unit", value: written, .measureDisagrees(header: measure)))
    }
    guard !checks.isEmpty, !withdraws else { return }
    withUnsafePointer(to: record) { record in
      written.record = record
      defer { written.record = nil }
      // A check that was given the reader's own would get a copy of its own.
      let row = row
      // What cannot be read is not judged: the cell has one fault.
      for check in checks {
        let found = check(row)
        if !found.isEmpty { faults += found.filter { !isUnread($0) } }
      }
    }
  }

  private func isUnread(_ found: Fault) -> Bool {
    faults.contains { fault in
      guard case .cell = fault.kind, fault.column != nil else { return false }
      return fault.column == found.column
    }
  }

  private func written(_ index: Int, _ record: Record) -> String? {
    match.cell(of: index).map { CellMask.masked(record.text($0), as: sheet.columns[index].kind) }
  }
}

/// The cells of the row that is being checked, as they were written.
private final class WrittenRow: WrittenCells {
  private let match: HeaderMatch
  /// Borrowed from the reader while it checks: a copy of a record costs more than most checks.
  var record: UnsafePointer<Record>?

  init(_ match: HeaderMatch) { self.match = match }

  func text(_ column: Int) -> String {
    guard let record, let cell = match.cell(of: column) else { return "" }
    return record.pointee.text(cell)
  }
}
