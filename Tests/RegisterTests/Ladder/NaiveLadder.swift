import Register
import SQLite

/// Balances added up movement by movement.
struct NaiveLadder {
  private var posts: [Int64: [Int64: Int64]] = [:]

  init(of register: Register) throws(SQLiteFailure) {
    try gather(
      register, "SELECT account_id, issued_on, amount_fen FROM batch_issue WHERE withdrawn IS NULL")
    try gather(
      register, "SELECT lower_id, moved_on, amount_fen FROM movement WHERE withdrawn IS NULL")
    try gather(
      register, "SELECT upper_id, moved_on, -amount_fen FROM movement WHERE withdrawn IS NULL")
  }

  private mutating func gather(_ register: Register, _ sql: String) throws(SQLiteFailure) {
    let statement = try register.connection.prepare(sql)
    while try statement.step() {
      posts[statement.int64(0), default: [:]][statement.int64(1), default: 0] += statement.int64(2)
    }
  }

  func balance(of account: Int64, on day: Int64) -> Int64 {
    (posts[account] ?? [:]).reduce(0) { $0 + ($1.key <= day ? $1.value : 0) }
  }

  /// `account|day|balance` for every day on which something moved.
  var endsOfDays: Set<String> {
    var rows: Set<String> = []
    for (account, days) in posts {
      for day in days.keys { rows.insert("\(account)|\(day)|\(balance(of: account, on: day))") }
    }
    return rows
  }

  func agrees(with row: String) -> Bool {
    let parts = row.split(separator: "|").compactMap { Int64($0) }
    return parts.count == 3 && balance(of: parts[0], on: parts[1]) == parts[2]
  }
}
