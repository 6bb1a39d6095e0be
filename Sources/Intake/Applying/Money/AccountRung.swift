import Register

/// One rung of the ladder as a row of a sheet names it: how its account is found, and how it is made.
///
/// All SQL is over the staged row `s`, whose `batch_id`, `project_id` and `household_id` are resolved.
struct AccountRung: Sendable {
  /// Holds for the one account; says what the account's partial indexes say, so that they serve.
  let match: String
  /// The account's columns but `id` and `entered`, and their values.
  let columns: String
  let values: String
  /// The same as a word.
  let place: Place

  enum Place {
    case batch, namedCounty, projectCounty, project, household, householdPaid, payeePaid

    var rung: Rung {
      switch self {
      case .batch: .batch
      case .namedCounty, .projectCounty: .county
      case .project: .project
      case .household: .household
      case .householdPaid, .payeePaid: .paid
      }
    }
  }

  /// The account's id, NULL where no money was ever there.
  var id: String { "(SELECT account.id FROM account WHERE \(match))" }

  static let batch = AccountRung(
    match: "rung = \(Rung.batch.rawValue) AND batch_id = s.batch_id",
    columns: "batch_id, rung", values: "s.batch_id, 0", place: .batch)

  /// - Parameter code: the county's code.
  static func county(_ code: String, _ place: Place) -> AccountRung {
    AccountRung(
      match: "rung = \(Rung.county.rawValue) AND county_code = \(code) AND batch_id = s.batch_id",
      columns: "batch_id, rung, county_code", values: "s.batch_id, 1, \(code)",
      place: place)
  }

  static let project = AccountRung(
    match:
      "rung = \(Rung.project.rawValue) AND project_id = s.project_id AND batch_id = s.batch_id",
    columns: "batch_id, rung, project_id", values: "s.batch_id, 2, s.project_id",
    place: .project)

  /// What a household holds, and what it was paid.
  static let household = household(3, .household)
  static let householdPaid = household(4, .householdPaid)

  private static func household(_ rung: Int, _ place: Place) -> AccountRung {
    AccountRung(
      match: """
        household_id = s.household_id AND batch_id = s.batch_id AND project_id = s.project_id
          AND rung = \(rung)
        """,
      columns: "batch_id, rung, project_id, household_id",
      values: "s.batch_id, \(rung), s.project_id, s.household_id", place: place)
  }

  static let payeePaid = AccountRung(
    match: """
      project_id = s.project_id AND batch_id = s.batch_id AND rung = \(Rung.paid.rawValue) AND payee = s.payee
        AND rung >= 2 AND household_id IS NULL AND payee IS NOT NULL
      """,
    columns: "batch_id, rung, project_id, payee", values: "s.batch_id, 4, s.project_id, s.payee",
    place: .payeePaid)
}
