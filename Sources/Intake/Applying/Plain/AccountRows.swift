import Register
import SQLite

/// Fills blocks with accounts to be made.
struct AccountRows: BlockMaker {
  private let accounts: PlainAccounts
  /// The places of those that are made, in their order.
  private let made: [Int32]
  private let batch, rung, county, project, household, payee: Int
  private var index = 0

  init(_ made: [Int32], of accounts: PlainAccounts, _ table: FactTable) {
    self.made = made
    self.accounts = accounts
    batch = table.column("batch_id")
    rung = table.column("rung")
    county = table.column("county_code")
    project = table.column("project_id")
    household = table.column("household_id")
    payee = table.column("payee")
  }

  mutating func fill(_ block: FactBlock) -> Bool {
    block.removeAll()
    while !block.isFull, index < made.count {
      let account = accounts.account(made[index])
      let row = block.row
      row[0] = LentColumn(accounts.id(made[index]))
      row[batch] = LentColumn(Int64(account.batch))
      row[rung] = LentColumn(Int64(account.rung))
      row[project] = account.project == 0 ? .null : LentColumn(Int64(account.project))
      for column in [county, household, payee] { row[column] = .null }
      if account.holder < 0 {
        row[payee] = block.keep(accounts.payee(account.holder).span)
      } else if account.holder > 0 {
        row[account.project == 0 ? county : household] = LentColumn(Int64(account.holder))
      }
      block.endRow()
      index += 1
    }
    return block.count > 0
  }
}
