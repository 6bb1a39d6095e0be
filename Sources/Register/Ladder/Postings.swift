import SQLite

/// What accounts hold at the end of each day on which something came or went: the standing issues and movements
/// in the order of accounts and days, each read once, side by side.
final class Postings {
  /// An account and a day, in the order in which balances are worked out and kept.
  struct Place: Comparable {
    let account: Int64
    let day: Int64

    static func < (one: Place, other: Place) -> Bool {
      one.account != other.account ? one.account < other.account : one.day < other.day
    }
  }

  private let sides: [Side]
  private var (account, fen): (Int64, Int64) = (0, 0)

  /// - Parameter accounts: a table whose key `id` names the accounts; what is posted to others is passed over.
  init(
    ofAccountsIn accounts: String, on connection: borrowing Connection
  ) throws(SQLiteFailure) {
    sides = [
      try Side("batch_issue", "account_id", "issued_on", accounts, on: connection),
      try Side("movement", "lower_id", "moved_on", accounts, on: connection),
      try Side("movement", "upper_id", "moved_on", isOut: true, accounts, on: connection),
    ]
  }

  /// The next day of an account, with the balance at its end; nil after the last. Throws `beyondRange` where a
  /// balance is more than 64 bits hold.
  func next() throws(SQLiteFailure) -> (place: Place, fen: Int64)? {
    var first: Place?
    for side in sides {
      guard let place = side.place else { continue }
      if let known = first, known <= place { continue }
      first = place
    }
    guard let first else { return nil }
    if first.account != account { (account, fen) = (first.account, 0) }
    for side in sides {
      while side.place == first { fen = try side.post(to: fen) }
    }
    return (first, fen)
  }
}

/// The rows of one side in the order of accounts and days.
private final class Side {
  private let statement: Statement
  private let isOut: Bool
  /// Where the row that is next belongs; nil after the last.
  private(set) var place: Postings.Place?

  init(
    _ table: String, _ account: String, _ day: String, isOut: Bool = false, _ accounts: String,
    on connection: borrowing Connection
  ) throws(SQLiteFailure) {
    // The order of both is that of the account's key and of the index of standing rows: nothing is sorted.
    statement = try connection.prepare(
      """
      SELECT listed.id, \(day), amount_fen
      FROM \(accounts) AS listed CROSS JOIN \(table) ON \(table).\(account) = listed.id
      WHERE \(table).withdrawn IS NULL ORDER BY listed.id, \(day)
      """)
    self.isOut = isOut
    try advance()
  }

  private func advance() throws(SQLiteFailure) {
    place =
      try statement.step()
      ? Postings.Place(account: statement.int64(0), day: statement.int64(1)) : nil
  }

  /// What a balance is after the next row.
  func post(to balance: Int64) throws(SQLiteFailure) -> Int64 {
    let amount = statement.int64(2)
    let sum =
      isOut ? balance.subtractingReportingOverflow(amount) : balance.addingReportingOverflow(amount)
    guard !sum.overflow else { throw .beyondRange }
    try advance()
    return sum.partialValue
  }
}
