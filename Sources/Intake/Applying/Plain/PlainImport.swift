import Domain
import Register
import SQLite

// A large file is mostly plain: its rows are new facts, or say what stands. Staging them, and asking set-wise
// questions of the staged rows, is then most of the work for nothing. Here they are read by a second thread and
// judged one by one, and go straight into their table. Whatever is out of the ordinary (a fault, a warning, a
// correction, a row that withdraws, a number that is unknown …) ends the attempt; nothing is kept, and the
// importer judges the file from its beginning as any other.
//
// So there is one judgement of what is wrong. This one knows only what is plainly right, and what it writes is
// what the long way would have written: the tests hold the two against each other.

struct PlainImport<Submitted: Submission> {
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

  /// What came of the file; nil where it has to be judged the long way.
  func load(by author: EntryAuthor) throws(ImportFault) -> Receipt? {
    guard let rules = Sheet.rules(of: submission.sheet) as? FactSheetRules, isAsked else {
      return nil
    }
    let header = EntryHeader(
      author: author, command: submission.command, reason: options.reason,
      source: submission.source, reportMonth: options.reportMonth)
    do throws(RegisterFault) {
      let sheet = try register.asking { () throws(SQLiteFailure) in try worthwhile(rules) }
      guard let sheet else { return nil }
      let (number, receipt) = try register.writeOrAbandon(header, isTrial: options.isCheck) {
        (entry: borrowing OpenEntry) throws(RegisterFault) -> EntryDecision<Receipt?> in
        let loaded = try register.asking { () throws(SQLiteFailure) in
          try load(sheet, rules, entry)
        }
        guard var receipt = loaded else { return .abandon(nil) }
        try register.judge(entry)
        receipt.closedMonths = try register.closedMonths(touchedBy: entry, on: options.actDay)
        if let day = options.effectDay {
          receipt.effect = try register.effect(of: entry, on: day)
        }
        return .keep(receipt)
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

  /// Whether nothing is asked for that only the long way does.
  private var isAsked: Bool {
    options.way != .staged && submission.source != nil && submission.stay == nil
      && !submission.completesStanding && submission.numbering == .asGiven
      && options.completeOn == nil && options.boundary(of: register.office) == register.office
  }

  /// The sheet, where its rows can be judged one by one and there are so many that it pays to read all
  /// households first; else nil.
  private func worthwhile(_ rules: FactSheetRules) throws(SQLiteFailure) -> PlainSheet? {
    let tables = try register.factTables()
    guard let table = tables.first(where: { $0.name == rules.merge.table }),
      let household = tables.first(where: { $0.name == "household" }),
      let sheet = PlainSheet(rules, table)
    else { return nil }
    let households = try register.newestID(of: household)
    // Room is made for every id. A register of this program counts them from 1; a forged one may not.
    guard try max(households, register.newestID(of: table)) <= PlainImport.mostIDs else {
      return nil
    }
    if options.way == .plain { return sheet }
    let rows = (submission.byteCount ?? 0) / PlainImport.bytesOfRow
    let isMany = rows >= BulkLoading.rows && rows * PlainImport.worth >= households
    return isMany ? sheet : nil
  }

  /// Of tables with greater ids than this no row is judged one by one.
  private static var mostIDs: Int64 { 50_000_000 }
  /// About how many bytes a row has.
  private static var bytesOfRow: Int64 { 60 }
  /// To how many households read a row judged in this way is equal.
  private static var worth: Int64 { 6 }

  private func load(
    _ sheet: PlainSheet, _ rules: FactSheetRules, _ entry: borrowing OpenEntry
  ) throws(SQLiteFailure) -> Receipt? {
    var known: [KnownNumbers] = []
    for reference in sheet.references {
      guard let numbers = try KnownNumbers(reference.kind, in: register) else { return nil }
      known.append(numbers)
    }
    let holdsFacts =
      try register.connection.first(
        "SELECT 1 FROM \(sheet.table.name) NOT INDEXED WHERE withdrawn IS NULL LIMIT 1"
      ) { _ in true } ?? false
    let refusesRepeats =
      try register.connection.first(
        "SELECT 1 FROM pragma_index_list(:table) WHERE [unique]", ["table": .text(sheet.table.name)]
      ) { _ in true } ?? false
    let rows = PlainRows(
      submission.rows(checks: rules.rowChecks(today: options.today)), of: sheet, known: known,
      after: holdsFacts ? nil : try register.newestID(of: sheet.table),
      refusesRepeats: refusesRepeats)
    return try load(consume rows, sheet, rules, holdsFacts: holdsFacts, entry)
  }

  private func load(
    _ made: consuming PlainRows<Submitted.Rows>, _ sheet: PlainSheet, _ rules: FactSheetRules,
    holdsFacts: Bool, _ entry: borrowing OpenEntry
  ) throws(SQLiteFailure) -> Receipt? {
    var given: PlainRows<Submitted.Rows>? = consume made
    var read: PlainRows<Submitted.Rows>?
    var standing: StandingFacts?
    try register.withoutTriggers(rules.rowTriggers) { () throws(SQLiteFailure) in
      if holdsFacts {
        standing = try StandingFacts(sheet, in: register, countsHomes: options.tellsTownships)
      }
      defer { standing?.end() }
      guard let maker = given.take() else { return }
      var count = 0
      read = try register.load(
        sheet.table, for: entry, notes: sheet.notes, from: maker, judge: standing
      ) { block in
        count += block.count
        return progress(.reading(rows: count, bytes: block.bytesRead))
      }
    }
    guard let rows = read.take(), !rows.isUnusual, standing?.isUnusual != true, rows.count > 0,
      !submission.hasChanged
    else { return nil }
    guard progress(.sealing(rows: rows.count)) else { throw .interrupted }
    return try receipt(rows, standing, entry)
  }

  /// Notes whose rows they are; nil where the file's name says another county.
  private func receipt(
    _ rows: borrowing PlainRows<Submitted.Rows>, _ standing: StandingFacts?,
    _ entry: borrowing OpenEntry
  ) throws(SQLiteFailure) -> Receipt? {
    let homes = rows.homes.all
    let named = NamedCounty.counties(in: submission.name)
    // It is compared with where the households live, and lived.
    let lived = homes.keys.filter { $0 > 999_999_999 }.map { $0 / 1_000_000 }
    guard named.isEmpty || lived.isEmpty || lived.contains(where: named.contains) else {
      return nil
    }
    try register.noteRows(rows.count, of: entry)
    try register.noteCounties(
      EntryCounties.ofSound(homes, in: register.office),
      rejected: options.acceptsValid ? 0 : nil, of: entry)
    var receipt = submission.receipt
    receipt.rows = rows.count
    receipt.created = standing?.created ?? rows.count
    receipt.unchanged = rows.count - receipt.created
    receipt.passedOver = rows.passedOver
    receipt.warnings = submission.quoting(rows.warnings.inFileOrder())
    if options.tellsTownships, submission.holds("household_no") {
      let created = standing?.createdHomes?.all ?? homes
      receipt.townships = TownshipTally.plain(homes, created: created)
    }
    return receipt
  }
}
