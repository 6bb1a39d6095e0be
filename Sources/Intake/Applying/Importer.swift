import CSV
import Domain
import Register
import SQLite

// An import is one transaction from the first look at the register to the commit: stage the file, judge
// the rows, apply the sound ones inside a savepoint, ask the register's own rules about what came in. Where
// that finds more rows at fault, the savepoint is undone and the rest applied again, until nothing more is
// found; so a check, a refusal and an accepted file report the same faults. Then all is kept, or nothing.

package struct Importer {
  private let register: Register
  private let author: EntryAuthor
  package let options: ImportOptions
  private let things: KnownThings
  /// Called where a stage begins, and now and then while the file is read; false stops the import.
  private let progress: (ImportStage) -> Bool
  /// Asked before sound rows are committed without others; false stops the import.
  private let mayLeaveOut: () -> Bool

  /// - Parameter things: shared by the importers of one command into one register.
  package init(
    into register: Register, by author: EntryAuthor, _ options: ImportOptions,
    knowing things: KnownThings = KnownThings(), mayLeaveOut: @escaping () -> Bool = { true },
    progress: @escaping (ImportStage) -> Bool = { _ in true }
  ) {
    self.mayLeaveOut = mayLeaveOut
    self.register = register
    self.author = author
    self.options = options
    self.things = things
    self.progress = progress
  }

  /// Takes a submission: judges its rows, and makes an entry of those that are sound.
  package func take(_ submission: some Submission) throws(ImportFault) -> Receipt {
    var receipt = try taken(submission)
    if let entry = receipt.entry {
      do throws(SQLiteFailure) {
        receipt.hash = try register.hash(ofEntry: entry)?.hexadecimal
      } catch { throw .database(error) }
    }
    return receipt
  }

  private func taken(_ submission: some Submission) throws(ImportFault) -> Receipt {
    if options.completeOn != nil, submission.sheet.name != Sheet.roster.name {
      var receipt = submission.receipt
      receipt.errors = [Fault(line: 0, column: nil, .completeIsRoster)]
      return receipt
    }
    if submission.source != nil {
      let founding = FoundingRoster(register, submission, options, progress: progress)
      if let receipt = try founding.load(by: author) { return receipt }
      let plain = PlainImport(register, submission, options, things, progress: progress)
      if let receipt = try plain.load(by: author) { return receipt }
    }
    if let receipt = try staged(submission, leavesUnchanged: options.leavesUnchanged) {
      return receipt
    }
    guard let receipt = try staged(submission, leavesUnchanged: false) else {
      preconditionFailure("every row was staged")
    }
    return receipt
  }

  /// Stages the rows and judges them all together.
  ///
  /// - Parameter leavesUnchanged: whether a roster's households that are as they stand may be left out.
  /// - Returns: nil where some are left out that the judgement needs.
  private func staged(
    _ submission: some Submission, leavesUnchanged: Bool
  ) throws(ImportFault) -> Receipt? {
    let rules = Sheet.rules(of: submission.sheet)
    var receipt = submission.receipt
    let staging = try Stager.stage(
      submission, rules, today: options.today, on: register.connection,
      comparison: { () throws(SQLiteFailure) in
        try comparison(submission, leavesUnchanged: leavesUnchanged)
      }
    ) { progress(.reading(rows: $0, bytes: $1)) }
    guard !staging.isStopped else { throw .interrupted }
    if staging.needsEveryRow { return nil }
    guard progress(.judging(rows: staging.rows)) else { throw .interrupted }
    guard !submission.hasChanged else { throw .fileChanged }
    receipt.rows = staging.rows
    receipt.passedOver = staging.passedOver
    receipt.isRefusedWhole = staging.isCut || staging.isDoubtful
    if staging.isDoubtful {
      do throws(SQLiteFailure) {
        try receipt.tell(staging.faults.take(), warnings: staging.warnings.take()) { $0 }
      } catch { throw .database(error) }
      receipt.rejected = staging.rows
      return receipt
    }
    let entry = EntryHeader(
      author: author, command: submission.command, reason: options.reason,
      source: submission.source.map {
        EntrySource(name: $0.name, sha256: $0.sha256, rows: staging.rows)
      }, reportMonth: options.reportMonth)
    return try write(entry, submission, rules, staging, into: &receipt) ? receipt : nil
  }

  /// What a roster's households are held against; nil where every row is staged: of a command, of the whole
  /// county's roster, which asks for everybody, and where no household stands.
  private func comparison(
    _ submission: some Submission, leavesUnchanged: Bool
  ) throws(SQLiteFailure) -> RosterComparison? {
    guard submission.sheet.name == Sheet.roster.name else { return nil }
    try UnchangedHouseholds.makeTable(on: register.connection)
    guard leavesUnchanged, submission.source != nil, options.completeOn == nil,
      try !register.areEmpty(["household"])
    else { return nil }
    return try RosterComparison(
      register, within: options.boundary(of: register.office), on: options.today.dayNumber,
      namesVillages: submission.holds("village_code") && submission.holds("village"))
  }

  /// False where another has changed the register since households were found unchanged.
  private func write(
    _ entryHeader: EntryHeader, _ submission: some Submission, _ rules: any SheetRules,
    _ staging: Staging, into receipt: inout Receipt
  ) throws(ImportFault) -> Bool {
    var judged: ImportWork?
    var isOvertaken = false
    var isStopped = false
    do throws(RegisterFault) {
      let (entry, _) = try register.writeOrAbandon(entryHeader, isTrial: options.isCheck) {
        (entry: borrowing OpenEntry) throws(RegisterFault) in
        isOvertaken = try register.asking { () throws(SQLiteFailure) in
          try staging.unchanged.areOvertaken(on: register.connection)
        }
        if isOvertaken { return .abandon(()) }
        let work = try register.asking { () throws(SQLiteFailure) in
          if submission.sheet.name == Sheet.roster.name {
            try RosterVerified.admit(staging, in: register)
          }
          return try ImportWork(
            register, submission, entry: entry.number, today: options.today.dayNumber,
            staging: staging)
        }
        work.hasUnreadHouseholds = staging.hasUnreadHouseholds
        work.corrects = options.corrects
        work.onlyCompares = options.onlyCompares
        work.completesStanding = submission.completesStanding
        work.stay = submission.stay
        work.numbering = submission.numbering
        work.boundary = options.boundary(of: register.office)
        work.tellsTownships = options.tellsTownships
        work.acceptsValid = options.acceptsValid && options.completeOn == nil && !staging.isCut
        work.completeOn = options.completeOn?.dayNumber
        work.isFile = submission.source != nil
        judged = work
        try judge(
          work, rules, entry, rows: staging.rows, unread: staging.unreadableLines.count)
        guard work.faults.isEmpty || work.acceptsValid else { return .abandon(()) }
        isStopped = !work.faults.isEmpty && !options.isCheck && !mayLeaveOut()
        guard !isStopped else { return .abandon(()) }
        receipt.closedMonths = try register.closedMonths(touchedBy: entry, on: options.actDay)
        if let day = options.effectDay {
          receipt.effect = try register.effect(of: entry, on: day)
          try register.asking { () throws(SQLiteFailure) in
            try work.tellMoney(on: day.dayNumber, in: &receipt)
          }
        }
        return .keep(())
      }
      receipt.entry = options.isCheck ? nil : entry
    } catch {
      throw ImportFault(error)
    }
    if isOvertaken { return false }
    if isStopped { throw .leavesNothingOut }
    guard let judged else { return true }
    do throws(SQLiteFailure) {
      try receipt.tell(
        judged.faults.take(), warnings: judged.warnings.take(with: judged.applied),
        submission.quoting)
    } catch { throw .database(error) }
    fill(&receipt, judged, staging)
    return true
  }

  /// Judges and applies until no more rows are at fault.
  ///
  /// The register's rules are asked by judging the entry as a whole. Only where one is broken, or the sheet
  /// knows of something the register does not forbid, is each row asked for its part in it.
  ///
  /// - Parameter unread: how many rows could not be read at all.
  private func judge(
    _ work: ImportWork, _ rules: any SheetRules, _ entry: borrowing OpenEntry, rows: Int,
    unread: Int
  ) throws(RegisterFault) {
    try register.asking { () throws(SQLiteFailure) in
      try work.markRejected()
      try rules.judge(work)
      try OfficeBoundary.judgeStanding(work)
      try NamedCounty.judge(work)
      try work.markRejected()
    }
    while true {
      guard progress(.applying(rows: rows)) else { throw .database(.interrupted) }
      let held = work.heldHouseholds
      try register.asking { () throws(SQLiteFailure) in
        work.resetTally()
        try register.connection.savepoint("applied")
        try rules.apply(work)
        if work.isFile { try noteCounties(work, entry, unread: unread) }
      }
      guard progress(.sealing(rows: rows)) else { throw .database(.interrupted) }
      var broken: RegisterFault?
      if !work.hasUnmarked {
        do throws(RegisterFault) { try register.judge(entry) } catch {
          guard case .ruleBroken = error else { throw error }
          broken = error
        }
      }
      if broken == nil, !work.hasUnmarked {
        try register.asking { () throws(SQLiteFailure) in
          try work.noteCounts()
          try register.connection.release("applied")
        }
        return
      }
      if broken != nil, rows == 1, !work.isFile {
        work.restedOnBy = try register.asking { () throws(SQLiteFailure) in
          try Dependents.entries(on: entry, work)
        }
      }
      // Where rows may not correct, one that would is refused for what stands alone, not for what would follow.
      if work.corrects || !work.hasUnmarked {
        try register.asking { () throws(SQLiteFailure) in try rules.judgeApplied(work) }
      }
      // A rule that is broken by no row of the file is reported as the register said it.
      if let broken, !work.hasUnmarked { throw broken }
      let isMore = try register.asking { () throws(SQLiteFailure) in
        try register.connection.rollback(to: "applied")
        try register.connection.release("applied")
        return try work.markRejected() || work.heldHouseholds != held
      }
      guard isMore else {
        // What is at fault is in no row that could be left out.
        work.acceptsValid = false
        return try register.asking { () throws(SQLiteFailure) in try work.noteCounts() }
      }
    }
  }

  /// Says in the entry whose rows the file holds and how many are left out. Rows that could not be read are the
  /// county's where all others are one county's.
  private func noteCounties(
    _ work: ImportWork, _ entry: borrowing OpenEntry, unread: Int
  ) throws(SQLiteFailure) {
    var counties = try EntryCounties.ofRows(work)
    let left = try register.connection.first(
      "SELECT count(*) FROM temp.staged WHERE rejected = 1"
    ) { $0.int64(0) }
    if counties.count == 1 {
      counties[0].rows += Int64(unread)
      counties[0].rejected += Int64(unread)
    }
    try register.noteCounties(
      counties, rejected: options.acceptsValid ? (left ?? 0) + Int64(unread) : nil, of: entry)
  }

  private func fill(
    _ receipt: inout Receipt, _ work: ImportWork, _ staging: Staging
  ) {
    receipt.absent = work.absent
    receipt.stale =
      work.stale.cells == 0
      ? nil : Receipt.Stale(cells: work.stale.cells, events: work.stale.events.count)
    receipt.putBack = work.putBack
    receipt.restedOnBy = work.restedOnBy
    receipt.rejectedLines = work.rejectedLines + staging.unreadableLines
    receipt.townships = work.townships
    receipt.created = work.tally.created
    receipt.changed = work.tally.changed
    receipt.rejected = work.rejectedRows + staging.unreadableLines.count
    receipt.unchanged = receipt.rows - receipt.created - receipt.changed - receipt.rejected
  }
}

extension ImportFault {
  init(_ fault: RegisterFault) {
    if case .database(let failure) = fault {
      self = failure.isInterrupted ? .interrupted : .database(failure)
    } else {
      self = .register(fault)
    }
  }
}
