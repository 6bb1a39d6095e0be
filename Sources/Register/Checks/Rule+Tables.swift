extension Rule {
  /// The tables whose rows, added or withdrawn, the seal asks the rule about; nil where it asks the rule of every
  /// entry. A test holds it against the seal's triggers.
  package var tables: Set<String>? { Rule.tables[name] }

  /// The triggers of the seal that have nothing to ask of what an entry changed.
  static func idleTriggers(for changes: EntryChanges) -> Set<String> {
    let touched = Set(changes.parts.map(\.table.name) + changes.withdrawn.map(\.table.name))
    return Set(
      all.filter { $0.tables?.isDisjoint(with: touched) ?? false }
        .map { "entry_judged_\($0.name)" })
  }

  private static let tables: [String: Set<String>] = [
    "member_overlap": ["member", "household_end"],
    "member_period": ["member"],
    "head": ["member", "headship", "household_end"],
    "household_ended": ["member", "headship", "household_end", "household_event"],
    "end_enrolment": ["enrolment", "household_end"],
    "split_begins": ["residence", "member", "household_event"],
    "given_members": ["member"],
    "assignment_overlap": ["assignment"],
    "project_household_overlap": ["project_household"],
    "project_step_order": ["project_step"],
    "movement_approval": ["movement", "project_step"],
    "movement_fund": ["movement", "project_record", "batch_issue", "account"],
    "movement_enrolment": ["movement", "enrolment"],
    "movement_reversal": ["movement"],
    "movement_rung": ["movement"],
    "progress_enrolment": ["progress", "enrolment"],
    "enrolment_year": ["enrolment"],
    "household_registered": [
      "residence", "household_class", "circumstance", "enrolment", "member", "headship",
      "household_end", "household_event", "plan", "assignment", "project_household", "movement",
      "pay_list_row", "progress", "income", "inspection_household", "finding",
    ],
    "staff_registered": ["staff_record", "assignment", "progress"],
    "project_registered": [
      "project_record", "project_step", "project_household", "movement", "progress", "disclosure",
    ],
    "pay_list_registered": ["pay_list_record", "pay_list_row"],
    "bank_return": ["bank_return", "pay_list_row", "movement"],
    "inspection_registered": ["inspection_draw", "inspection_household"],
    "residence_region": ["residence", "region"],
  ]
}
