import SQLite

/// What is held by officials who have left, or begins after that: taken, since either day may be what is wrong,
/// and told.
enum StaffLeaving {
  /// A responsibility that begins on or after the day on which the official leaves.
  static let hasLeft = Judgement(
    column: "since",
    sql: """
      SELECT s.line, s.staff_no, record.left_on, s.household_no FROM temp.staged AS s
      JOIN staff_record AS record ON record.staff_id = s.staff_id AND record.withdrawn IS NULL
      WHERE s.rejected = 0 AND s.withdraws = 0 AND record.left_on <= s.since
        AND NOT EXISTS (
          SELECT 1 FROM assignment WHERE assignment.household_id = s.household_id
            AND assignment.role = s.role AND assignment.since = s.since
            AND assignment.staff_id = s.staff_id AND assignment.withdrawn IS NULL)
      ORDER BY s.row
      """
  ) { .notice(.staffLeft(staff: $0.text(1), leftOn: $0.int32(2), household: $0.text(3))) }

  /// An official who leaves, and whose responsibilities run on or begin later.
  static let holdsRoles = Judgement(
    column: "left_on",
    sql: """
      SELECT s.line, count(*) FROM temp.staged AS s
      JOIN staff ON staff.staff_no = s.staff_no
      JOIN staff_record AS record ON record.staff_id = staff.id AND record.withdrawn IS NULL
      JOIN assignment AS held ON held.staff_id = staff.id AND held.withdrawn IS NULL
        AND held.until > s.left_on
      WHERE s.rejected = 0 AND s.withdraws = 0 AND s.left_on IS NOT record.left_on
      GROUP BY s.row
      """
  ) { .notice(.staffHolds(roles: $0.int(1))) }
}
