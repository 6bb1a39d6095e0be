/// What sets the two sheets of movements apart: their columns, and which rungs their rows join.
struct MovementSheet: Sendable {
  /// As `movement.is_payment`.
  let isPayment: Int
  /// The column of the movement's own number.
  let number: String
  /// The column of its day.
  let day: String
  let reference: FaultKind.Reference
  let steps: [Step]
  /// Whether a row says what the standing movement `m` from account `u` to `l` says, as SQL over `s`; the
  /// batch, the amount, the day and the reversed number are compared beside it.
  let isSamePlace: String
  /// Which rows move money, as SQL over `s`.
  var moves = "true"

  /// One way down the ladder, and which rows take it.
  struct Step: Sendable {
    /// SQL over the row `s`; of all steps at most one holds.
    let condition: String
    /// The same: the column that the row gives, and that of no step before.
    let column: String
    let upper: AccountRung
    let lower: AccountRung
  }

  /// The id of the account money leaves, or enters, on its way down.
  var upperID: String { chosen(\.upper) }
  var lowerID: String { chosen(\.lower) }

  private func chosen(_ side: KeyPath<Step, AccountRung>) -> String {
    let cases = steps.map { "WHEN \($0.condition) THEN \($0[keyPath: side].id)" }
    return "CASE \(cases.joined(separator: " ")) END"
  }

  static let allocations = MovementSheet(
    isPayment: 0, number: "movement_no", day: "moved_on", reference: .movement,
    steps: [
      Step(
        condition: "s.household_no IS NOT NULL", column: "household_no", upper: .project,
        lower: .household),
      Step(
        condition: "s.household_no IS NULL AND s.project_no IS NOT NULL",
        column: "project_no", upper: .county(projectCounty, .projectCounty), lower: .project),
      Step(
        condition: """
          s.household_no IS NULL AND s.project_no IS NULL AND s.county_code IS NOT NULL
          """,
        column: "county_code", upper: .batch, lower: .county("s.county_code", .namedCounty)),
    ],
    isSamePlace: """
      l.rung = CASE WHEN s.household_no IS NOT NULL THEN 3 WHEN s.project_no IS NOT NULL THEN 2
        ELSE 1 END
      AND s.household_no IS (SELECT household_no FROM household WHERE id = l.household_id)
      AND s.project_no IS (SELECT project_no FROM project WHERE id = l.project_id)
      AND (s.county_code IS NULL OR s.county_code = ifnull(l.county_code, ifnull(u.county_code, (
        SELECT county_code FROM project_record
        WHERE project_id = l.project_id AND withdrawn IS NULL))))
      """)

  static let payments = MovementSheet(
    isPayment: 1, number: "voucher_no", day: "paid_on", reference: .voucher,
    steps: [
      Step(
        condition: "s.household_no IS NOT NULL", column: "household_no", upper: .household,
        lower: .householdPaid),
      Step(
        condition: "s.household_no IS NULL AND s.payee IS NOT NULL", column: "payee",
        upper: .project, lower: .payeePaid),
    ],
    isSamePlace: """
      s.household_no IS (SELECT household_no FROM household WHERE id = l.household_id)
      AND s.payee IS l.payee
      AND s.project_no IS (SELECT project_no FROM project WHERE id = l.project_id)
      """)

  /// Of the bank's answers, those that say paid and whose payment does not stand yet (`BankReturnRules`).
  static let bankReturns = MovementSheet(
    isPayment: 1, number: "voucher_no", day: "paid_on", reference: .voucher,
    steps: [
      Step(
        condition: "true", column: "household_no", upper: .household, lower: .householdPaid)
    ],
    isSamePlace: "l.household_id = s.household_id AND l.project_id = s.project_id",
    moves: "s.pays = 1")

  /// The county of the row's project.
  static let projectCounty = """
    (SELECT county_code FROM project_record
      WHERE project_record.project_id = s.project_id AND project_record.withdrawn IS NULL)
    """
}
