import Domain

// A view of m0003 asks each fact of its tables by itself. What most facts of a register cannot break is asked
// more cheaply of all at once, and the view only where the answer leaves a doubt.

extension Rule {
  /// A statement that gives a row where the rule may be broken; nil where to ask the view costs little.
  ///
  /// It is right only where every index holds what its table holds and no reference leads nowhere.
  var doubtSQL: String? { Rule.doubts[name] }

  private static let doubts = [
    "member_overlap": """
    SELECT 1 FROM rule_member_overlap
    WHERE fact_id IN (SELECT fact_id FROM repeated_resident) LIMIT 1
    """,
    "member_period": """
    SELECT 1 FROM rule_member_period
    WHERE fact_id IN (SELECT fact_id FROM dated_member) LIMIT 1
    """,
    "head": headDoubt,
    "assignment_overlap": """
    SELECT 1 FROM rule_assignment_overlap WHERE household_id IN (
      SELECT household_id FROM assignment INDEXED BY assignment_household
      WHERE withdrawn IS NULL GROUP BY household_id, role HAVING count(*) > 1) LIMIT 1
    """,
    "household_registered": unregistered("household"),
    "staff_registered": unregistered("staff"),
    "project_registered": unregistered("project"),
  ]

  /// Households with members, other than those that have one head from before any day that is asked about, who
  /// never leaves.
  private static let headDoubt = """
    WITH doubtful AS MATERIALIZED (
      SELECT household_id FROM member INDEXED BY member_household
      WHERE withdrawn IS NULL
      GROUP BY household_id
      HAVING NOT EXISTS (
          SELECT 1 FROM headship JOIN member AS head ON head.household_id = headship.household_id
            AND head.member_no = headship.member_no AND head.withdrawn IS NULL
            AND head.joined_on = \(DayPeriod.firstDay) AND head.left_on = \(DayPeriod.openEnd)
          WHERE headship.household_id = member.household_id AND headship.withdrawn IS NULL
            AND headship.since = \(DayPeriod.firstDay))
        OR EXISTS (
          SELECT 1 FROM headship
          WHERE household_id = member.household_id AND withdrawn IS NULL
            AND since <> \(DayPeriod.firstDay))
        OR min(joined_on) < \(DayPeriod.firstDay))
    SELECT 1 FROM rule_head WHERE household_id IN (SELECT household_id FROM doubtful) LIMIT 1
    """

  private static func unregistered(_ identity: String) -> String {
    """
    SELECT 1 FROM (SELECT 1 FROM unregistered_\(identity) LIMIT 1)
    WHERE EXISTS (
      SELECT 1 FROM rule_\(identity)_registered
      WHERE \(identity)_id IN (SELECT id FROM unregistered_\(identity)))
    """
  }
}
