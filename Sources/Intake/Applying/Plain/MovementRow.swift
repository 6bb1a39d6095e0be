import Domain
import Register
import SQLite

/// What a row of money names; 0 is none.
struct MovementRow {
  let batch: Int64
  var project: Int64 = 0
  var projectCounty: Int64 = 0
  var namedCounty: Int64 = 0
  var household: Int64 = 0
  /// As accounts name it.
  var payee: Int32 = 0
  /// As `PlainSheet.home` notes it.
  var home: Int64 = 0

  init(batch: Int64) { self.batch = batch }

  func account(_ place: AccountRung.Place) -> PlainAccounts.Account {
    var account = PlainAccounts.Account(batch: batch, rung: place.rung)
    switch place {
    case .batch: return account
    case .namedCounty: account.holder = Int32(clamping: namedCounty)
    case .projectCounty: account.holder = Int32(clamping: projectCounty)
    case .project: account.project = Int32(clamping: project)
    case .household, .householdPaid:
      (account.project, account.holder) = (Int32(clamping: project), Int32(clamping: household))
    case .payeePaid: (account.project, account.holder) = (Int32(clamping: project), payee)
    }
    return account
  }
}

/// The slots of a row of money.
struct MovementSlots: Sendable {
  let count: Int
  let number, batch, source, county, project, household, payee, amount, day, reverses: Int?
  /// By step, that of the cell by which a row takes it.
  let steps: [Int?]

  init(_ sheet: Sheet, _ form: MovementSheet) {
    let staged = StagedColumns(sheet)
    count = staged.slots.count
    let first = staged.firstSlot
    func slot(_ name: String) -> Int? { sheet.index(of: name).map { first[$0] } }
    number = slot(form.number)
    day = slot(form.day)
    (batch, source) = (slot("batch_no"), slot("source"))
    (county, project) = (slot("county_code"), slot("project_no"))
    (household, payee) = (slot("household_no"), slot("payee"))
    (amount, reverses) = (slot("amount"), slot("reverses"))
    steps = form.steps.map { slot($0.column) }
  }
}

/// The batches that are issued, by number and source.
struct KnownBatches: Sendable {
  private var numbers = NumberTable()
  /// By place of the number.
  private var issued: [[(id: Int64, source: Int64)]] = []

  init(_ register: Register) throws(SQLiteFailure) {
    try register.connection.rows(
      """
      SELECT batch.id, batch_no, source FROM batch
      JOIN batch_issue ON batch_issue.batch_id = batch.id AND batch_issue.withdrawn IS NULL
      """
    ) { row in
      let (id, source) = (row.int64(0), row.int64(2))
      row.withBytes(1) { number in
        number.withUnsafeBytes { number in
          if let known = numbers.find(number) {
            issued[known].append((id, source))
          } else {
            numbers.append(number)
            issued.append([(id, source)])
          }
        }
      }
    }
  }

  /// The one batch that a row names by number and, where it says so, source; nil where that is not one.
  mutating func find(_ cells: CellValues, _ slots: MovementSlots) -> Int64? {
    guard let place = cells.text(slots.batch, { numbers.find($0) }) ?? nil else { return nil }
    let source = cells.integer(slots.source)
    let named = issued[place].filter { source == nil || $0.source == source }
    return named.count == 1 ? named[0].id : nil
  }
}
