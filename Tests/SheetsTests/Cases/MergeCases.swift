extension FileCase {
  /// Who is in which household on the first of July 2011, and who is head of what has not ended.
  private static let lives = """
    SELECT household_no || ' ' || name || CASE WHEN EXISTS (
      SELECT 1 FROM household_end AS e
      WHERE e.withdrawn IS NULL AND e.household_id = member.household_id AND e.ended_on <= 15156)
      THEN ' ended' ELSE '' END
    FROM member JOIN household ON household.id = household_id
    WHERE withdrawn IS NULL AND joined_on <= 15156 AND left_on > 15156
    ORDER BY household_no, name
    """
  /// B went over to D.
  private static let merged = ["A 张一", "A 张三", "A 张二", "D 吴一", "D 李一", "D 李二", "E 郑一"]
  private static let split = ["A2 张一", "A2 张三", "A2 张二", "B 李一", "B 李二", "D 吴一", "E 郑一"]

  static let merges: [FileCase] = [
    FileCase(
      "nobody is merged into a household that has merged away since", "a1.events", "a2.events",
      counts: [0, 0, 0, 1], faults: ["2 on later_event"], naming: "2011-05-01",
      asking: (lives, ["A 张一", "A 张三", "A 张二", "B 李一", "B 李二", "E 吴一", "E 郑一"])),
    FileCase(
      "nobody joins a household before it merged away", "b1.events", "b2.roster",
      counts: [0, 0, 0, 1], faults: ["2 joined_on later_event"], naming: "2011-05-01",
      asking: (lives, merged)),
    FileCase(
      "nobody leaves a household before it merged away", "b1.events", "d2.roster",
      counts: [0, 0, 0, 1], faults: ["2 left_on later_event"], naming: "2011-04-01",
      asking: (lives, merged)),
    FileCase(
      "nobody becomes head of a household that has ended", "b1.events", "f2.roster",
      counts: [0, 0, 0, 1], faults: ["2 relation later_event"], naming: "head",
      asking: (lives, merged)),
    FileCase(
      "a split may take all", "split-all.events", counts: [3, 0, 0, 0],
      asking: (lives, split)),
    FileCase(
      "whatever the order of its rows", "split-all-turned.events", counts: [3, 0, 0, 0],
      asking: (lives, split)),
    FileCase(
      "a household may be enrolled in a second year", "two-years.roster", counts: [0, 1, 0, 0],
      warnings: ["2 enrolled_on year_not_kept"],
      asking: (
        """
        SELECT date(enrolled_on * 86400, 'unixepoch') FROM enrolment
        JOIN household ON household.id = household_id
        WHERE withdrawn IS NULL AND household_no = 'E' ORDER BY enrolled_on
        """, ["2011-01-05", "2012-01-05"]
      )),
  ]
}
