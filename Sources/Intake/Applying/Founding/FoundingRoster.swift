import Domain
import Register
import SQLite

// The founding roster: the first of a register that holds no household yet. It is by far the largest sheet,
// and nearly always plain, so that staging it and asking set-wise questions of the staged rows is most of the
// work for nothing: no row can meet a household that stands. Here the rows are read and judged one by one by a
// second thread, and go straight into `member`, with the facts of their households beside them. Whatever is out of
// the ordinary (a fault, a row that withdraws, a household in two places of the file, a head who left …)
// ends the attempt; nothing is kept, and the importer judges the file from its beginning as any other.
//
// So there is one judgement of what is wrong. This one knows only what is plainly right, and what it writes
// is what the long way would have written: the tests hold the two against each other.

struct FoundingRoster<Submitted: Submission> {
  private let register: Register
  private let submission: Submitted
  private let options: ImportOptions
  private let progress: (ImportStage) -> Bool

  init(
    _ register: Register, _ submission: Submitted, _ options: ImportOptions,
    progress: @escaping (ImportStage) -> Bool
  ) {
    self.register = register
    self.submission = submission
    self.options = options
    self.progress = progress
  }

  private static var tables: [String] { HouseholdFacts.allCases.map(\.rawValue) + ["member"] }

  /// Those that are not in the order of the file's rows.
  private static var indexes: [String] { ["member_resident"] }

  /// What came of the file; nil where it has to be judged the long way.
  func load(by author: EntryAuthor) throws(ImportFault) -> Receipt? {
    guard submission.sheet.name == Sheet.roster.name, options.completeOn == nil else {
      return nil
    }
    let entry = EntryHeader(
      author: author, command: submission.command, reason: options.reason,
      source: submission.source, reportMonth: options.reportMonth)
    do throws(RegisterFault) {
      let isFirst = try register.asking { () throws(SQLiteFailure) in try isFounding() }
      guard isFirst else { return nil }
      let (number, receipt) = try register.writeLoaded(
        entry, into: Self.tables, isTrial: options.isCheck
      ) { (entry: borrowing OpenEntry) throws(RegisterFault) in
        let receipt = try register.asking { () throws(SQLiteFailure) in try loadRows(entry) }
        return receipt == nil ? .abandon(nil) : .keep(receipt)
      }
      guard var told = receipt else { return nil }
      told.entry = options.isCheck ? nil : number
      return told
    } catch {
      switch error {
      // Judged the long way, the file is answered with the rows at fault.
      case .ruleBroken: return nil
      case .database(let failure) where failure.isConstraint: return nil
      default: throw ImportFault(error)
      }
    }
  }

  /// Whether the register holds no household, and no closed month that the receipt would have to name.
  private func isFounding() throws(SQLiteFailure) -> Bool {
    guard try register.closedMonths().isEmpty else { return false }
    return try register.areEmpty(Self.tables)
  }

  private func loadRows(_ entry: borrowing OpenEntry) throws(SQLiteFailure) -> Receipt? {
    // Another may have written since it was asked.
    guard try isFounding() else { return nil }
    let tables = try register.factTables()
    let householdTables = HouseholdFacts.allCases.compactMap { fact in
      tables.first { $0.name == fact.rawValue }
    }
    guard let member = tables.first(where: { $0.name == "member" }),
      householdTables.count == HouseholdFacts.allCases.count
    else { return nil }
    var read: FoundingRows<Submitted.Rows>?
    let isPlain = try register.loading(Self.tables, without: Self.indexes) {
      () throws(SQLiteFailure) in
      var count = 0
      let rows = try register.load(
        member, and: householdTables, for: entry, notes: MemberRow.notes(for: member),
        from: rows(member, of: entry)
      ) { block in
        count += block.count
        return progress(.reading(rows: count, bytes: block.bytesRead))
      }
      guard !rows.isUnusual else { return false }
      guard progress(.applying(rows: count)) else { throw .interrupted }
      read = consume rows
      return count > 0
    }
    guard isPlain, let rows = read.take(), !submission.hasChanged else { return nil }
    guard progress(.sealing(rows: rows.households.memberCount)) else { throw .interrupted }
    register.keep(rows.households.figures, rows.households.candidates, of: entry)
    try register.noteRows(rows.households.memberCount, of: entry)
    try register.noteCounties(
      EntryCounties.ofSound(rows.households.membersByVillage, in: register.office),
      rejected: options.acceptsValid ? 0 : nil, of: entry)
    return receipt(rows)
  }

  private func rows(
    _ member: FactTable, of entry: borrowing OpenEntry
  ) throws(SQLiteFailure) -> FoundingRows<Submitted.Rows> {
    FoundingRows(
      submission.rows(checks: RosterRules().rowChecks(today: options.today)), member: member,
      FoundingHouseholds(
        member: member,
        places: try KnownPlaces(register, within: options.boundary(of: register.office)),
        years: try KeptYears(register),
        villageNames: try VillageNames(
          register, isAsked: submission.holds("village_code") && submission.holds("village")),
        figures: try LoadedFigures(register, of: entry), candidates: LoadedCandidates(register)))
  }

  private func receipt(_ rows: borrowing FoundingRows<Submitted.Rows>) -> Receipt {
    var receipt = submission.receipt
    receipt.rows = rows.households.memberCount
    receipt.created = rows.households.memberCount
    receipt.passedOver = rows.passedOver
    receipt.absent = Receipt.Absent(members: 0, households: 0, leftOn: nil)
    let villages = rows.households.membersByVillage
    receipt.warnings = rows.warnings
    if let warning = NamedCounty.warning(submission.name, rowsIn: villages.keys) {
      receipt.warnings.append(warning)
    }
    receipt.warnings = receipt.warnings.inFileOrder()
    if options.tellsTownships { receipt.townships = TownshipTally.founding(villages) }
    return receipt
  }
}
