import Domain
import Register
import SQLite

// A large file is mostly plain: its rows are new facts, or say what stands. Staging them, and asking set-wise
// questions of the staged rows, is then most of the work for nothing. Here they are judged one by one as they
// are read, and go straight into their table. Whatever is out of the ordinary (a fault, a correction, a row that
// withdraws, a number that is unknown …) ends the attempt; nothing is kept, and the importer judges the file
// from its beginning as any other.
//
// So there is one judgement of what is wrong. This one knows only what is plainly right, and what it writes is
// what the long way would have written: the tests hold the two against each other.

struct PlainImport<Submitted: Submission> {
  let register: Register
  let submission: Submitted
  let options: ImportOptions
  /// What files before have read.
  let things: KnownThings
  let progress: (ImportStage) -> Bool

  /// What came of the rows.
  struct Loaded {
    let rows: Int
    let created: Int
    /// The rows by the place that they are of (`PlainSheet.home`), and those of them that are new; 0 is none.
    let homes: [Int64: Int]
    let createdHomes: [Int64: Int]
    /// The counties that rows name themselves.
    var namedCounties: Set<Int64> = []
    let passedOver: PassedOver
    let warnings: [Fault]
  }

  init(
    _ register: Register, _ submission: Submitted, _ options: ImportOptions,
    _ things: KnownThings, progress: @escaping (ImportStage) -> Bool
  ) {
    self.register = register
    self.submission = submission
    self.options = options
    self.things = things
    self.progress = progress
  }

  /// What came of the file; nil where it has to be judged the long way.
  func load(by author: EntryAuthor) throws(ImportFault) -> Receipt? {
    guard isAsked else { return nil }
    let header = EntryHeader(
      author: author, command: submission.command, reason: options.reason,
      source: submission.source, reportMonth: options.reportMonth)
    do throws(RegisterFault) {
      let asked = try register.asking {
        () throws(SQLiteFailure) -> (tables: PlainTables, named: NamedNumbers)? in
        let tables = PlainTables(try register.factTables())
        return try self.named(tables).map { (tables: tables, named: $0) }
      }
      guard let (tables, named) = asked else { return nil }
      let (number, receipt) = try register.writeOrAbandon(header, isTrial: options.isCheck) {
        (entry: borrowing OpenEntry) throws(RegisterFault) -> EntryDecision<Receipt?> in
        let made = try register.asking { () throws(SQLiteFailure) -> Receipt? in
          guard let loaded = try load(tables, named, entry) else { return nil }
          return try note(loaded, entry)
        }
        guard var receipt = made else { return .abandon(nil) }
        try register.judge(entry)
        receipt.closedMonths = try register.closedMonths(touchedBy: entry, on: options.actDay)
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

  var rules: any SheetRules { Sheet.rules(of: submission.sheet) }

  /// Whether rows of the sheet can be judged one by one, and nothing is asked for that only the long way does.
  private var isAsked: Bool {
    let isPlain = movementSheet != nil || (rules as? FactSheetRules)?.plainly != nil
    return isPlain && options.way != .staged && submission.source != nil && submission.stay == nil
      && !submission.completesStanding && submission.numbering == .asGiven
      && options.completeOn == nil && options.effectDay == nil
      && options.boundary(of: register.office) == register.office
      && (options.way != .asItPays || rows >= BulkLoading.rows)
  }

  /// What is read of households, projects and officials before the rows are; nil where there are too few rows
  /// for that to pay.
  private func named(_ tables: PlainTables) throws(SQLiteFailure) -> NamedNumbers? {
    // Room is made for every id. A register of this program counts them from 1; a forged one may not.
    var counted = ["household", "staff", "project"]
    if movementSheet != nil { counted += ["batch", "account", "movement"] }
    if let rules = rules as? FactSheetRules { counted.append(rules.merge.table) }
    for name in counted {
      let newest = try register.newestID(of: tables[name])
      guard newest <= Self.mostIDs else { return nil }
    }
    if options.way == .plain { return .all }
    let households = try register.newestID(of: tables["household"])
    if options.way == .asItPays, rows * Self.worth >= households { return .all }
    let named = NamedNumbers(in: submission.rows(checks: []), of: submission.sheet)
    if options.way == .plainNamed { return named }
    let count = try named.count(in: register)
    return rows * Self.worthLookedUp >= count ? named : nil
  }

  /// About how many rows the file has.
  private var rows: Int64 { (submission.byteCount ?? 0) / Self.bytesOfRow }

  /// Of tables with greater ids than this no row is judged one by one.
  private static var mostIDs: Int64 { 50_000_000 }
  /// About how many bytes a row has.
  private static var bytesOfRow: Int64 { 60 }
  /// To how many households read a row judged in this way is equal: of all, and of some, each looked up.
  private static var worth: Int64 { 6 }
  private static var worthLookedUp: Int64 { 2 }

  private func load(
    _ tables: PlainTables, _ named: NamedNumbers, _ entry: borrowing OpenEntry
  ) throws(SQLiteFailure) -> Loaded? {
    if let form = movementSheet { return try loadMovements(form, tables, named, entry) }
    guard let rules = rules as? FactSheetRules,
      let sheet = PlainSheet(rules, tables[rules.merge.table])
    else { return nil }
    return try loadFacts(sheet, rules, named, entry)
  }

  /// Adds rows, in any number, to a table: without the triggers that look at each, and without looking up what
  /// they refer to, since all ids in them were read from the register or made for the entry.
  func loading(
    without triggers: [String], _ body: () throws(SQLiteFailure) -> Void
  ) throws(SQLiteFailure) {
    try register.withoutTriggers(triggers) { () throws(SQLiteFailure) in
      try register.connection.setForeignKeys(false)
      do throws(SQLiteFailure) { try body() } catch {
        try? register.connection.setForeignKeys(true)
        throw error
      }
      try register.connection.setForeignKeys(true)
    }
  }

  /// Notes whose rows they are, and makes the receipt; nil where the file's name says another county.
  private func note(
    _ loaded: Loaded, _ entry: borrowing OpenEntry
  ) throws(SQLiteFailure) -> Receipt? {
    guard !submission.hasChanged, isNamedForItsCounty(loaded),
      loaded.warnings.count <= FaultLog.mostHeld
    else { return nil }
    guard progress(.sealing(rows: loaded.rows)) else { throw .interrupted }
    try register.noteRows(loaded.rows, of: entry)
    try register.noteCounties(
      EntryCounties.ofSound(loaded.homes, in: register.office),
      rejected: options.acceptsValid ? 0 : nil, of: entry)
    var receipt = submission.receipt
    receipt.rows = loaded.rows
    receipt.created = loaded.created
    receipt.unchanged = loaded.rows - loaded.created
    receipt.passedOver = loaded.passedOver
    receipt.warnings = submission.quoting(loaded.warnings.inFileOrder())
    if options.tellsTownships, submission.holds("household_no") {
      receipt.townships = TownshipTally.plain(loaded.homes, created: loaded.createdHomes)
    }
    return receipt
  }

  /// Whether `NamedCounty` has nothing to say: the counties of the rows are those that they name, else those
  /// where their households live, or lived.
  private func isNamedForItsCounty(_ loaded: Loaded) -> Bool {
    let named = NamedCounty.counties(in: submission.name)
    let lived = loaded.homes.keys.filter { $0 > 999_999_999 }.map { $0 / 1_000_000 }
    let rows = loaded.namedCounties.isEmpty ? lived : Array(loaded.namedCounties)
    return named.isEmpty || rows.isEmpty || rows.contains(where: named.contains)
  }
}

/// The tables of facts by name.
struct PlainTables {
  let all: [FactTable]

  init(_ all: [FactTable]) { self.all = all }

  subscript(name: String) -> FactTable {
    guard let table = all.first(where: { $0.name == name }) else {
      preconditionFailure("no table \(name)")
    }
    return table
  }
}
