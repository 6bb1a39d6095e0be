import Domain
import Register
import SQLite

/// Reads the rows of a sheet into blocks of facts, and finds what they name.
///
/// At the first row that is not sound by itself, or of which something could be said, it is `isUnusual`, and the
/// file is judged the long way.
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
    while !isUnusual, !block.isFull, readRow(into: block) {
      take()
      if !isUnusual { block.endRow() }
    }
    guard !isUnusual, block.count > 0 else { return false }
    block.bytesRead = rows.bytesRead
    return true
  }

  private mutating func readRow(into block: FactBlock) -> Bool {
    row.begin(in: block)
    switch rows.next(into: &row) {
    case .end:
      if !rows.faults.isEmpty || !rows.destroyedColumns.isEmpty { isUnusual = true }
      return false
    case .unreadable: isUnusual = true
    case .row(_, let clears, let withdraws, let faults):
      if !faults.isEmpty || clears != 0 || withdraws { isUnusual = true }
    }
    return !isUnusual
  }

  private mutating func take() {
    count += 1
    guard findNamed(), isFirstOfKey() else { return isUnusual = true }
    guard let lastID else { return }
    guard sheet.complete(row.columns) else { return isUnusual = true }
    row[0] = LentColumn(lastID + 1)
    self.lastID = lastID + 1
  }

  /// Finds what the row names; false where something of it is unknown.
  private mutating func findNamed() -> Bool {
    var homeOf: FaultKind.Reference?
    var home: Int64 = 0
    for (index, reference) in sheet.references.enumerated() {
      guard !row[reference.number].isNull else { continue }
      guard let found = known[index].find(row[reference.number].bytes) else { return false }
      row[reference.id] = LentColumn(found.id)
      if let begins = reference.begins, !row[begins.place].isNull {
        let day = row[begins.place].integer
        let first = begins.isYear ? PlainRows.firstDay(ofYear: day) : day
        if first >= Int64(found.until) { row[sheet.mustStand] = LentColumn(1) }
      }
      // A row is its household's, else its project's, else its official's (`EntryCounties`).
      if found.home != 0, homeOf == nil || isNearer(reference.kind, than: homeOf) {
        (homeOf, home) = (reference.kind, found.home)
      }
    }
    if home != 0 { row[sheet.home] = LentColumn(home) }
    homes.add(home)
    return true
  }

  private static func firstDay(ofYear year: Int64) -> Int64 {
    CalendarDate(year: Int(year), month: 1, day: 1).map { Int64($0.dayNumber) } ?? .max
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
