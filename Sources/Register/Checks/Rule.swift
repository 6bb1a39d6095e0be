/// A rule that the file itself keeps: a view of m0003 whose rows are breaches.
package struct Rule: Sendable, Equatable {
  /// The name after `rule_`, and in `RAISE(ABORT, 'rule: …')`.
  package let name: String
  /// The table its `fact_id` is of; nil where the view says so itself, or names no fact.
  let table: String?

  /// Whether it is about who is in a household, and when: its view gives the fact of another table than the one
  /// that broke it, or none.
  var isOfLives: Bool { Rule.ofLives.contains(name) }

  /// Whether its view names both of two facts, as `fact_id` and `other_id`.
  var isOverlap: Bool { name.hasSuffix("_overlap") }

  private static let ofLives: Set = [
    "member_overlap", "member_period", "head", "household_ended", "end_enrolment", "split_begins",
    "given_members",
  ]

  /// All of them. A test holds this list against the views in the file.
  package static let all: [Rule] = [
    Rule(name: "member_overlap", table: "member"),
    Rule(name: "member_period", table: "member"),
    Rule(name: "head", table: nil),
    Rule(name: "household_ended", table: nil),
    Rule(name: "end_enrolment", table: "household_end"),
    Rule(name: "split_begins", table: "household_event"),
    Rule(name: "given_members", table: nil),
    Rule(name: "assignment_overlap", table: "assignment"),
    Rule(name: "project_household_overlap", table: "project_household"),
    Rule(name: "project_step_order", table: "project_step"),
    Rule(name: "movement_approval", table: "movement"),
    Rule(name: "movement_fund", table: "movement"),
    Rule(name: "movement_enrolment", table: "movement"),
    Rule(name: "movement_reversal", table: "movement"),
    Rule(name: "movement_rung", table: "movement"),
    Rule(name: "ladder", table: nil),
    Rule(name: "progress_enrolment", table: "progress"),
    Rule(name: "enrolment_year", table: "enrolment"),
    Rule(name: "household_registered", table: nil),
    Rule(name: "staff_registered", table: nil),
    Rule(name: "project_registered", table: nil),
    Rule(name: "pay_list_registered", table: "pay_list_row"),
    Rule(name: "bank_return", table: "bank_return"),
    Rule(name: "inspection_registered", table: "inspection_household"),
    Rule(name: "residence_region", table: "residence"),
  ]
}
