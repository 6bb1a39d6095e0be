import Domain
import SQLite

/// The numbers of households and the names of their heads, for who names many: each question is compiled once.
final class HouseholdNames {
  private let numbers: Statement
  private let heads: Statement
  private let household: Int32
  private let day: Int32

  init(in register: Register, _ known: Known) throws(SQLiteFailure) {
    numbers = try register.connection.prepare("SELECT household_no FROM household WHERE id = ?")
    heads = try register.connection.prepare(HouseholdNames.headSQL(known))
    heads.bind(known.entry, at: heads.parameterIndex(named: "known"))
    (household, day) = (
      heads.parameterIndex(named: "household"), heads.parameterIndex(named: "day")
    )
  }

  /// Empty where no household has the identity.
  func number(of household: Int64) throws(SQLiteFailure) -> String {
    numbers.bind(household, at: 1)
    defer { numbers.reset() }
    let number = try numbers.step() ? numbers.text(0) : ""
    try numbers.check()
    return number
  }

  /// As `Register.headName`.
  func head(of household: Int64, on day: DayNumber) throws(SQLiteFailure) -> String? {
    heads.bind(household, at: self.household)
    heads.bind(Int64(day), at: self.day)
    defer { heads.reset() }
    let name = try heads.step() ? heads.optionalText(0) : nil
    try heads.check()
    return name
  }

  /// Binds `:household`, `:day` and `:known`.
  static func headSQL(_ known: Known) -> String {
    let heads = known.facts(
      "member_no, since", from: "headship", where: "household_id = :household")
    let names = known.facts(
      "name, member_no, joined_on", from: "member", where: "household_id = :household")
    return """
      SELECT name FROM (\(names))
      WHERE member_no = \(Register.onDay("member_no", from: "(\(heads))", where: "true"))
      ORDER BY joined_on DESC LIMIT 1
      """
  }
}
