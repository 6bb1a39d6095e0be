import CSV
import Domain
import Register
import SQLite

// The founding roster: the first of a register that holds no household yet. It is by far the largest sheet,
// and nearly always plain, so that staging it and asking set-wise questions of the staged rows is most of the
// work for nothing: no row can meet a household that stands. Here the rows are judged one by one and go
// straight into `member`, read and hashed by a second thread; the facts of households follow. Whatever is out
// of the ordinary (a fault, a row that withdraws, a household in two places of the file, a head who left …)
// ends the attempt; nothing is kept, and the importer judges the file from its beginning as any other.
//
// So there is one judgement of what is wrong. This one knows only what is plainly right, and what it writes
// is what the long way would have written: the tests hold the two against each other.

struct FoundingRoster {
  private let register: Register
  private let file: SheetFile
  private let header: SheetFile.Header
  private let options: ImportOptions
  private let progress: (ImportStage) -> Bool

  init(
    _ register: Register, _ file: SheetFile, _ header: SheetFile.Header, _ options: ImportOptions,
    progress: @escaping (ImportStage) -> Bool
  ) {
    self.register = register
    self.file = file
    self.header = header
    self.options = options
    self.progress = progress
  }

  private static let tables = HouseholdFacts.allCases.map(\.rawValue) + ["member"]

  /// Those that are not in the order of the file's rows.
  private static let indexes = ["member_resident", "residence_village"]

  /// What came of the file; nil where it has to be judged the long way.
  func load(by author: EntryAuthor, command: String) throws(ImportFault) -> Receipt? {
    guard header.match.sheet.name == Sheet.roster.name, options.completeOn == nil else {
      return nil
    }
    let entry = EntryHeader(
      author: author, command: command, reason: options.reason,
      source: EntrySource(name: file.name, sha256: file.sha256, rows: nil))
    do throws(RegisterFault) {
      let isFounding = try register.asking { () throws(SQLiteFailure) in
        try register.areEmpty(FoundingRoster.tables)
      }
      guard isFounding else { return nil }
      let (number, receipt) = try register.writeLoaded(
        entry, into: FoundingRoster.tables, isTrial: options.isCheck
      ) { (entry: borrowing OpenEntry) throws(RegisterFault) in
        let receipt = try register.asking { () throws(SQLiteFailure) in try loadRows(entry) }
        guard let receipt else { throw FoundingRoster.odd }
        return receipt
      }
      var told = receipt
      told.entry = options.isCheck ? nil : number
      return told
    } catch {
      switch error {
      case .ruleBroken: return nil
      case .database(let failure) where failure.isConstraint: return nil
      default: throw ImportFault(error)
      }
    }
  }

  /// Leaves the register's write without writing; never told to anybody.
  private static let odd = RegisterFault.ruleBroken(rule: "", breaches: [])

  private func loadRows(_ entry: borrowing OpenEntry) throws(SQLiteFailure) -> Receipt? {
    // Another may have written since it was asked whether there is any household.
    guard try register.areEmpty(FoundingRoster.tables) else { return nil }
    let tables = try register.factTables()
    guard let member = tables.first(where: { $0.name == "member" }) else { return nil }
    let reading = Reading(
      FoundingRows(
        file, header, codes: options.codes, today: options.today, member: member,
        places: try KnownPlaces(register, within: options.boundary(of: register.office)),
        villageNames: try VillageNames(register, for: header.match)))
    var figures: Background<LoadedFigures>?
    let isPlain = try register.loading(FoundingRoster.tables, without: FoundingRoster.indexes) {
      () throws(SQLiteFailure) in
      var rows = 0
      try register.load(
        member, for: entry, notes: MemberRow.notes(for: member), fill: { reading.rows.fill($0) },
        goesOn: { block in
          rows += block.count
          return progress(.reading(rows: rows, bytes: block.bytesRead))
        })
      guard !reading.rows.isOdd else { return false }
      guard progress(.applying(rows: rows)) else { throw .interrupted }
      let households = reading.rows.takeHouseholds()
      let empty = try LoadedFigures(register, of: entry)
      figures = Background { households.figures(addedTo: empty) }
      for fact in HouseholdFacts.allCases {
        guard let table = tables.first(where: { $0.name == fact.rawValue }) else { continue }
        let facts = HouseholdRows(fact, table, households)
        try register.load(table, for: entry, fill: facts.fill)
      }
      return reading.rows.memberCount > 0
    }
    guard isPlain, let figures, !file.hasChanged else { return nil }
    guard progress(.sealing(rows: reading.rows.memberCount)) else { throw .interrupted }
    register.keep(figures.result(), of: entry)
    try register.noteRows(reading.rows.memberCount, of: entry)
    return receipt(reading.rows)
  }

  private func receipt(_ rows: borrowing FoundingRows) -> Receipt {
    var receipt = Receipt(file, header)
    receipt.rows = rows.memberCount
    receipt.created = rows.memberCount
    receipt.passedOver = rows.passedOver
    receipt.absent = Receipt.Absent(members: 0, households: 0, leftOn: nil)
    let villages = rows.membersByVillage
    receipt.warnings = rows.warnings
    if let warning = NamedCounty.warning(file.name, rowsIn: villages.keys) {
      receipt.warnings.append(warning)
    }
    receipt.warnings = receipt.warnings.inFileOrder()
    if options.tellsTownships { receipt.townships = TownshipTally.founding(villages) }
    return receipt
  }
}

/// What the second thread reads, in one place that both can name.
private final class Reading {
  var rows: FoundingRows
  init(_ rows: consuming FoundingRows) { self.rows = rows }
}
