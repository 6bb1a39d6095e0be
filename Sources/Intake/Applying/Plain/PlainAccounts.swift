import Register
import SQLite

/// The accounts between which the movements of a file run: those that there are, and those to be made.
///
/// A province has half a million, so that an account is sixteen bytes, and found among them as a number is.
struct PlainAccounts: Sendable {
  /// What says which account it is; 0 is none.
  struct Account: Sendable {
    let batch: Int32
    let rung: Int32
    var project: Int32 = 0
    /// A county's code, a household's id, or a payee's place and 1, below zero.
    var holder: Int32 = 0

    init(batch: Int64, rung: Rung) {
      self.batch = Int32(clamping: batch)
      self.rung = Int32(rung.rawValue)
    }

    fileprivate init(_ bytes: ArraySlice<UInt8>) {
      self = bytes.withUnsafeBytes { $0.loadUnaligned(as: Account.self) }
    }
  }

  private var accounts = NumberTable()
  private var payees = NumberTable()
  /// By place, the id; 0 of an account that is to be made.
  private var ids: [Int32] = []
  /// How many there are in the register: the accounts behind them are to be made.
  private var standing = 0
  /// Of those, by place behind the last that stands, the first of a row's accounts that each is, and the row.
  private var firsts: [(kind: Int32, row: Int32)] = []

  /// Reads the accounts of the projects that may be named, and those of no project.
  init(_ named: NamedNumbers, in register: Register) throws(SQLiteFailure) {
    let all = """
      SELECT id, batch_id, rung, ifnull(project_id, 0), ifnull(household_id, county_code), payee
      FROM account
      """
    let ofProjects = """
      \(all) WHERE rung = 0 UNION ALL \(all) WHERE rung = 1
      UNION ALL \(all) WHERE project_id IN (
        SELECT id FROM project WHERE project_no BETWEEN :low AND :high)
      """
    let range = named.range(of: .project)
    try register.connection.rows(
      range == nil ? "\(all) NOT INDEXED" : ofProjects, range ?? [:]
    ) { row in
      guard let rung = Rung(rawValue: row.int(2)) else { return }
      var account = Account(batch: row.int64(1), rung: rung)
      account.project = Int32(clamping: row.int64(3))
      account.holder = Int32(clamping: row.optionalInt64(4) ?? 0)
      if !row.isNull(5) {
        row.withBytes(5) { name in name.withUnsafeBytes { account.holder = payee($0) } }
      }
      _ = find(account)
      if ids.count < accounts.count { ids.append(Int32(clamping: row.int64(0))) }
    }
    standing = accounts.count
  }

  /// How an account names a payee.
  mutating func payee(_ name: UnsafeRawBufferPointer) -> Int32 {
    let place = payees.find(name) ?? payees.count
    if place == payees.count { payees.append(name) }
    return Int32(-place - 1)
  }

  private mutating func find(_ account: Account) -> Int {
    withUnsafeBytes(of: account) { bytes in
      if let known = accounts.find(bytes) { return known }
      accounts.append(bytes)
      return accounts.count - 1
    }
  }

  /// The place of an account that a row has.
  ///
  /// - Parameter kind: which of the accounts that rows have it is. All of one kind are made before those of a
  ///   greater one, and within it they are made in the order of their rows.
  mutating func place(of account: Account, kind: Int, row: Int) -> Int32 {
    let place = find(account)
    guard place >= standing else { return Int32(place) }
    let first = (kind: Int32(kind), row: Int32(row))
    if place == ids.count {
      ids.append(0)
      firsts.append(first)
    } else if first.kind < firsts[place - standing].kind {
      firsts[place - standing] = first
    }
    return Int32(place)
  }

  /// Numbers the accounts that are to be made, in the order in which the long way makes them, and gives their
  /// places in that order.
  mutating func number(after last: Int64) -> [Int32] {
    let made = firsts.indices.sorted { firsts[$0] < firsts[$1] }.map { Int32($0 + standing) }
    for (index, place) in made.enumerated() { ids[Int(place)] = Int32(last) + Int32(index) + 1 }
    return made
  }

  func id(_ place: Int32) -> Int64 { Int64(ids[Int(place)]) }

  func account(_ place: Int32) -> Account { Account(accounts.number(Int(place))) }

  /// The name of the payee whose account has this holder.
  func payee(_ holder: Int32) -> ArraySlice<UInt8> { payees.number(Int(-holder) - 1) }
}
