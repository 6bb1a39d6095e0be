import Domain
import Register
import SQLite

/// Reads the rows of a sheet into blocks of facts, and finds what they name.
///
/// At the first row that is at fault by itself, or more than a new fact or a standing one, it is `isUnusual`, and
/// the file is judged the long way.
///
/// `@unchecked Sendable`: as `FoundingRows`. It cannot be copied, so one thread at a time has it. Its rows were
/// made for it, and nobody else keeps them. The block that `row` points into is the one that `fill` was given,
/// and `row` turns to the next before it is touched.
struct PlainRows<Rows: SubmittedRows>: ~Copyable, BlockMaker, @unchecked Sendable {
  private let sheet: PlainSheet
  private let rows: Rows
  private var row: PlainRow
  /// By reference of the sheet.
  private var known: [KnownNumbers]
  /// The id before the next row's; nil where some facts may stand, so that others say which rows are new.
  private var lastID: Int64?
  /// Hashes of the keys so far; nil where the table refuses a second fact of a key itself.
  private var keys: Set<UInt64>?
  private(set) var count = 0
  private(set) var isUnusual = false
  /// The warnings of rows that are warned of if they are new, row by row.
  private(set) var warned: [[Fault]] = []
  /// How many rows there are of each village, or county where they are of no household; 0 is none.
  private(set) var homes = HomeCounts()

  /// - Parameters:
  ///   - lastID: the greatest id of the table, where no fact stands in it; else nil.
  ///   - refusesRepeats: whether the table refuses a second standing fact of a key.
  init(
    _ rows: Rows, of sheet: PlainSheet, known: [KnownNumbers], after lastID: Int64?,
    refusesRepeats: Bool
  ) {
    self.rows = rows
    self.sheet = sheet
    self.known = known
    self.lastID = lastID
    keys = refusesRepeats ? nil : []
    row = PlainRow(sheet)
  }

  var passedOver: PassedOver { rows.passedOver }
  var warnings: [Fault] { rows.warnings }

  /// Fills a block with the next rows; false at the end of the file, or where it is unusual.
  mutating func fill(_ block: FactBlock) -> Bool {
    block.removeAll()
    while !isUnusual, !block.isFull, let line = readRow(into: block) {
      take(line: line)
      if !isUnusual { block.endRow() }
    }
    guard !isUnusual, block.count > 0 else { return false }
    block.bytesRead = rows.bytesRead
    return true
  }

  /// Gives the row's line; nil at the end of the file, or where it is unusual.
  private mutating func readRow(into block: FactBlock) -> Int? {
    row.begin(in: block)
    switch rows.next(into: &row) {
    case .end: isUnusual = !rows.faults.isEmpty || !rows.destroyedColumns.isEmpty
    case .unreadable: isUnusual = true
    case .row(let line, let clears, let withdraws, let faults):
      if faults.isEmpty, clears == 0, !withdraws { return line }
      isUnusual = true
    }
    return nil
  }

  private mutating func take(line: Int) {
    count += 1
    guard findNamed(line: line), isFirstOfKey() else {
      isUnusual = true
      return
    }
    guard let lastID else { return }
    guard sheet.complete(row.columns) else {
      isUnusual = true
      return
    }
    row[0] = LentColumn(lastID + 1)
    self.lastID = lastID + 1
  }

  /// Finds what the row names; false where something of it is unknown, or there is too much to warn of.
  private mutating func findNamed(line: Int) -> Bool {
    var warnings: [Fault] = []
    var homeOf: FaultKind.Reference?
    var home: Int64 = 0
    for (index, reference) in sheet.references.enumerated() {
      guard !row[reference.number].isNull else { continue }
      guard let found = known[index].find(row[reference.number].bytes) else { return false }
      row[reference.id] = LentColumn(found.id)
      if let begins = reference.begins, let day = firstDay(begins), day >= Int64(found.until) {
        guard let notice = notice(of: reference.kind, found, known[index], on: day) else {
          return false
        }
        let cell = StagedText.text(.integer(row[begins.place].integer), as: begins.column.kind)
        let warning = Fault(
          line: line, column: begins.column.name, value: cell, .notice(notice))
        // What is said of a household comes last, as the long way says it.
        warnings.insert(warning, at: reference.kind == .household ? warnings.count : 0)
      }
      // A row is its household's, else its project's, else its official's (`EntryCounties`).
      if found.home != 0, homeOf == nil || isNearer(reference.kind, than: homeOf) {
        (homeOf, home) = (reference.kind, found.home)
      }
    }
    if home != 0 { row[sheet.home] = LentColumn(home) }
    homes.add(home)
    guard !warnings.isEmpty else { return true }
    row[sheet.warned] = LentColumn(Int64(warned.count))
    warned.append(warnings)
    return warned.count < FaultLog.mostHeld
  }

  /// The day on which the row's fact begins; nil where it does not say.
  private func firstDay(_ begins: (column: Column, place: Int)) -> Int64? {
    guard !row[begins.place].isNull else { return nil }
    let day = row[begins.place].integer
    guard begins.column.kind == .year else { return day }
    return CalendarDate(year: Int(day), month: 1, day: 1).map { Int64($0.dayNumber) }
  }

  /// What is said of a fact that begins when what it names is over.
  private func notice(
    of kind: FaultKind.Reference, _ found: KnownNumbers.Known, _ known: KnownNumbers, on day: Int64
  ) -> Notice? {
    switch kind {
    case .project:
      known.step(of: found.id, by: day).map {
        .projectOver(
          project: number(.project), step: $0.step, on: $0.on, household: number(.household))
      }
    case .staff:
      .staffLeft(staff: number(.staff), leftOn: found.until, household: number(.household))
    default: .begunAfterEnd(endedOn: found.until)
    }
  }

  /// The number by which the row names something of a kind.
  private func number(_ kind: FaultKind.Reference) -> String {
    guard let place = sheet.references.first(where: { $0.kind == kind })?.number else { return "" }
    return String(decoding: row[place].bytes, as: UTF8.self)
  }

  private func isNearer(_ kind: FaultKind.Reference, than other: FaultKind.Reference?) -> Bool {
    kind == .household || kind == .project && other == .staff
  }

  private mutating func isFirstOfKey() -> Bool {
    guard keys != nil else { return true }
    var mixer = WordMixer(0)
    for column in sheet.key {
      let value = row[column]
      mixer.mix(UInt64(value.kind.rawValue))
      if value.isInteger {
        mixer.mix(UInt64(bitPattern: value.integer))
      } else {
        mixer.mix(value.bytes)
      }
    }
    return keys?.insert(mixer.hash).inserted ?? true
  }
}

/// How many rows are of each place. Rows of one place follow each other.
struct HomeCounts: Sendable {
  private var counts: [Int64: Int] = [:]
  private var last: Int64 = 0
  private var lastCount = 0

  mutating func add(_ place: Int64, rows: Int = 1) {
    if place != last { settle(place) }
    lastCount += rows
  }

  private mutating func settle(_ next: Int64) {
    if lastCount > 0 { counts[last, default: 0] += lastCount }
    (last, lastCount) = (next, 0)
  }

  /// By place; 0 is none.
  var all: [Int64: Int] {
    var settled = self
    settled.settle(0)
    return settled.counts
  }
}
