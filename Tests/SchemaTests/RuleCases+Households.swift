// Members, heads, periods, and what must be registered.

private func member(
  _ household: Int, _ number: Int, _ joined: Int, _ left: Int, _ key: String
) -> String {
  """
  INSERT INTO member (household_id, member_no, joined_on, left_on, resident_key, name, entered)
  VALUES (\(household), \(number), \(joined), \(left), \(key), '某', :e);
  """
}

private func assignment(_ since: Int, _ until: Int, role: Int = 1, staff: Int = 1) -> String {
  """
  INSERT INTO assignment (household_id, role, staff_id, since, until, entered)
  VALUES (1, \(role), \(staff), \(since), \(until), :e);
  """
}

private func link(_ since: Int, _ until: Int, project: Int = 1) -> String {
  """
  INSERT INTO project_household (project_id, household_id, since, until, entered)
  VALUES (\(project), 1, \(since), \(until), :e);
  """
}

private func head(_ member: Int, since: Int, of household: Int = 1) -> String {
  """
  INSERT INTO headship (household_id, member_no, since, entered)
  VALUES (\(household), \(member), \(since), :e);
  """
}

private func lives(_ household: Int, since: Int) -> String {
  """
  INSERT INTO residence (household_id, village_code, since, entered)
  VALUES (\(household), 433123101201, \(since), :e);
  """
}

private func ended(_ household: Int, on day: Int) -> String {
  "INSERT INTO household_end (household_id, ended_on, entered) VALUES (\(household), \(day), :e);"
}

private func merged(_ household: Int, on day: Int, into other: Int) -> String {
  """
  INSERT INTO household_end (household_id, ended_on, into_household_id, entered)
  VALUES (\(household), \(day), \(other), :e);
  """
}

private func event(
  _ household: Int, _ kind: Int, on day: Int, member: Int = 0, other: Int? = nil
) -> String {
  """
  INSERT INTO household_event (household_id, event, happened_on, member_no, other_household_id, entered)
  VALUES (\(household), \(kind), \(day), \(member), \(other.map(String.init) ?? "NULL"), :e);
  """
}

private let always = -719_162
private let open = 2_932_896

/// Household 1's head leaves on day 15050.
private let headLeaves =
  "UPDATE member SET withdrawn = :e WHERE id = 1;" + member(1, 1, always, 15050, "1001")

extension RuleCase {
  static let households: [RuleCase] = [
    RuleCase(
      rule: "member_overlap", what: "an ID in a second household before it left the first",
      breach: member(2, 2, 15099, open, "1002"), neighbour: member(2, 2, 15100, open, "1002")),
    RuleCase(
      rule: "member_overlap", what: "an ID in a household that ends a day too late",
      before: [member(2, 2, 15200, open, "3001")],
      breach: member(1, 3, 15150, 15201, "3001"), neighbour: member(1, 3, 15150, 15200, "3001")),
    RuleCase(
      rule: "member_overlap", what: "an ID elsewhere a day before its household ends",
      before: [member(2, 2, 15000, open, "3001"), ended(2, on: 15150)],
      breach: member(1, 3, 15149, open, "3001"), neighbour: member(1, 3, 15150, open, "3001")),
    RuleCase(
      rule: "member_overlap",
      what: "a household that has not ended, whose member is elsewhere by now",
      before: [
        member(2, 2, 15000, open, "3001"), ended(2, on: 15150), member(1, 3, 15150, open, "3001"),
      ],
      breach: "UPDATE household_end SET withdrawn = :e WHERE id = 1;",
      neighbour: "UPDATE household_end SET withdrawn = :e WHERE id = 1;" + ended(2, on: 15149)),
    RuleCase(
      rule: "member_overlap", what: "an ID twice in one household",
      breach: member(1, 3, 15000, open, "1001"), neighbour: member(1, 3, 15000, open, "NULL")),
    RuleCase(
      rule: "member_period", what: "a person's second period begins within the first",
      breach: member(1, 2, 15099, open, "NULL"), neighbour: member(1, 2, 15100, open, "NULL")),
    RuleCase(
      rule: "member_period", what: "a person's period from before any day runs into a later one",
      before: [member(1, 3, 15050, open, "NULL")],
      breach: member(1, 3, always, 15051, "NULL"), neighbour: member(1, 3, always, 15050, "NULL")),
    RuleCase(
      rule: "head", what: "the head leaves and nobody follows",
      breach: headLeaves, neighbour: headLeaves + head(2, since: 15050)),
    RuleCase(
      rule: "head", what: "the next head follows a day late",
      breach: headLeaves + head(2, since: 15051), neighbour: headLeaves + head(2, since: 15040)),
    RuleCase(
      rule: "head", what: "a head who left before the others",
      breach: head(2, since: 15050), neighbour: head(2, since: 15050) + head(1, since: 15100)),
    RuleCase(
      rule: "head", what: "a headship taken back", before: [],
      breach: "UPDATE headship SET withdrawn = :e WHERE id = 1",
      neighbour: "UPDATE headship SET withdrawn = :e WHERE id = 1;" + head(1, since: always)),
    RuleCase(
      rule: "head", what: "the head's membership taken back",
      breach: "UPDATE member SET withdrawn = :e WHERE id = 1",
      neighbour: "UPDATE member SET withdrawn = :e WHERE household_id = 1"),
    RuleCase(
      rule: "head", what: "members without a head",
      breach: """
        INSERT INTO residence (household_id, village_code, since, entered)
          VALUES (3, 433123101201, -719162, :e);
        \(member(3, 1, always, open, "NULL"))
        """,
      neighbour: """
        INSERT INTO residence (household_id, village_code, since, entered)
          VALUES (3, 433123101201, -719162, :e);
        """),
    RuleCase(
      rule: "head", what: "an end taken back leaves members without a head",
      before: [headLeaves + ended(1, on: 15050)],
      breach: "UPDATE household_end SET withdrawn = :e WHERE id = 1;",
      neighbour: "UPDATE household_end SET withdrawn = :e WHERE id = 1;" + head(2, since: 15050)),
    RuleCase(
      rule: "household_ended", what: "somebody who joins on the day of the end",
      before: [ended(1, on: 15120)],
      breach: "UPDATE household_end SET withdrawn = :e WHERE id = 1;" + ended(1, on: 15120)
        + member(1, 3, 15120, open, "NULL"),
      neighbour: "UPDATE household_end SET withdrawn = :e WHERE id = 1;" + ended(1, on: 15121)
        + member(1, 3, 15120, open, "NULL")),
    RuleCase(
      rule: "household_ended", what: "a head from the day of the end on",
      before: [ended(1, on: 15050)],
      breach: head(2, since: 15050), neighbour: head(2, since: 15049)),
    RuleCase(
      rule: "household_ended", what: "somebody stays in a household that merged",
      breach: merged(1, on: 15050, into: 2),
      neighbour: """
        UPDATE member SET withdrawn = :e WHERE household_id = 1;
        \(member(1, 1, always, 15050, "1001")) \(member(1, 2, always, 15050, "1002"))
        \(merged(1, on: 15050, into: 2))
        """),
    RuleCase(
      rule: "household_ended", what: "an event behind the end",
      before: [ended(1, on: 15050)],
      breach: event(1, 2, on: 15050), neighbour: event(1, 2, on: 15049)),
    RuleCase(
      rule: "household_ended", what: "a merge into a household on the day of its end",
      before: [ended(1, on: 15050)],
      breach: event(2, 5, on: 15050, other: 1), neighbour: event(2, 5, on: 15049, other: 1)),
    RuleCase(
      rule: "end_enrolment", what: "an end the day before the first enrolment",
      breach: ended(2, on: 14999), neighbour: ended(2, on: 15000)),
    RuleCase(
      rule: "end_enrolment",
      what: "the first enrolment taken back behind which the household ended",
      before: [
        ended(2, on: 15001),
        "INSERT INTO enrolment (household_id, year, enrolled_on, entered) VALUES (2, 2012, 15400, :e);",
      ],
      breach: "UPDATE enrolment SET withdrawn = :e WHERE id = 2",
      neighbour: "UPDATE enrolment SET withdrawn = :e WHERE household_id = 2"),
    RuleCase(
      rule: "split_begins", what: "a split into a household that stands from the day before",
      before: [lives(3, since: 15050)],
      breach: event(1, 4, on: 15051, member: 2, other: 3),
      neighbour: event(1, 4, on: 15050, member: 2, other: 3)),
    RuleCase(
      rule: "split_begins", what: "a residence told late, from before the split",
      before: [lives(3, since: 15050) + event(1, 4, on: 15050, member: 2, other: 3)],
      breach: lives(3, since: 15049), neighbour: lives(3, since: 15051)),
    RuleCase(
      rule: "split_begins", what: "somebody in the new household from before the split",
      before: [
        lives(3, since: 15050) + event(1, 4, on: 15050, member: 2, other: 3)
          + member(3, 1, 15050, open, "NULL") + head(1, since: 15050, of: 3)
      ],
      breach: member(3, 2, 15049, 15050, "NULL") + head(2, since: 15049, of: 3),
      neighbour: member(3, 2, 15050, open, "NULL") + head(2, since: 15051, of: 3)),
    RuleCase(
      rule: "given_members", what: "a member told late who was there on the day of a split",
      before: [lives(3, since: 15050) + event(1, 4, on: 15050, member: 2, other: 3)],
      breach: member(1, 3, 15050, open, "NULL"), neighbour: member(1, 3, 15051, open, "NULL")),
    RuleCase(
      rule: "given_members", what: "a member of the day of the end taken back",
      before: [member(1, 3, 15000, open, "NULL"), ended(1, on: 15050)],
      breach: "UPDATE member SET withdrawn = :e WHERE household_id = 1 AND member_no = 3",
      neighbour: """
        UPDATE member SET withdrawn = :e WHERE household_id = 1 AND member_no = 3;
        \(member(1, 3, 15010, open, "NULL"))
        """),
    RuleCase(
      rule: "given_members", what: "a member who had left before the day of the end",
      before: [ended(1, on: 15050)],
      breach: member(1, 3, 15000, 15051, "NULL"), neighbour: member(1, 3, 15000, 15050, "NULL")),
    RuleCase(
      rule: "assignment_overlap", what: "a role given again before the first period ends",
      breach: assignment(15099, open), neighbour: assignment(15100, open)),
    RuleCase(
      rule: "assignment_overlap", what: "a role given before, a day too long",
      breach: assignment(14000, 15001), neighbour: assignment(14000, 15000)),
    RuleCase(
      rule: "assignment_overlap", what: "two periods of one entry",
      breach: assignment(15000, 15002, role: 2) + assignment(15001, 15003, role: 2),
      neighbour: assignment(15000, 15001, role: 2) + assignment(15000, 15001, role: 3)),
    RuleCase(
      rule: "project_household_overlap", what: "linked again before the first link ends",
      breach: link(15099, open), neighbour: link(15100, open)),
    RuleCase(
      rule: "project_household_overlap", what: "two links of one entry",
      breach: link(15000, 15002, project: 2) + link(15001, 15003, project: 2),
      neighbour: link(15000, 15001, project: 2) + link(15001, 15003, project: 2)),
    RuleCase(
      rule: "enrolment_year", what: "1 January counted to the year before",
      breach:
        "INSERT INTO enrolment (household_id, year, enrolled_on, entered) VALUES (1, 2010, 14975, :e)",
      neighbour:
        "INSERT INTO enrolment (household_id, year, enrolled_on, entered) VALUES (1, 2010, 14974, :e)"
    ),
    RuleCase(
      rule: "progress_enrolment", what: "a visit the day before enrolment",
      breach: visit(14999), neighbour: visit(15000)),
    RuleCase(
      rule: "progress_enrolment", what: "an enrolment moved behind a visit",
      before: [visit(15000)],
      breach: """
        UPDATE enrolment SET withdrawn = :e WHERE id = 2;
        INSERT INTO enrolment (household_id, year, enrolled_on, entered) VALUES (2, 2011, 15001, :e);
        """,
      neighbour: """
        UPDATE enrolment SET withdrawn = :e WHERE id = 2;
        INSERT INTO enrolment (household_id, year, enrolled_on, entered) VALUES (2, 2011, 14999, :e);
        """),
    RuleCase(
      rule: "household_registered", what: "a plan of a household that lives nowhere",
      breach: plan(3), neighbour: plan(2)),
    RuleCase(
      rule: "household_registered", what: "the residence taken back under a standing enrolment",
      breach: "UPDATE residence SET withdrawn = :e WHERE id = 2",
      neighbour: """
        UPDATE residence SET withdrawn = :e WHERE id = 2;
        INSERT INTO residence (household_id, village_code, since, entered)
          VALUES (2, 433123101201, -719162, :e);
        """),
    RuleCase(
      rule: "staff_registered", what: "a role given to somebody without a record",
      breach: assignment(15100, open, staff: 2), neighbour: assignment(15100, open, staff: 1)),
    RuleCase(
      rule: "staff_registered", what: "the record taken back under a standing role",
      breach: "UPDATE staff_record SET withdrawn = :e WHERE id = 1",
      neighbour: """
        UPDATE staff_record SET withdrawn = :e WHERE id = 1;
        INSERT INTO staff_record (staff_id, name, entered) VALUES (1, '戊', :e);
        """),
    RuleCase(
      rule: "residence_region", what: "a village without a name",
      breach: move(433_123_101_202), neighbour: move(433_123_101_201)),
    RuleCase(
      rule: "residence_region", what: "a village's name taken back while somebody lives there",
      breach: "UPDATE region SET withdrawn = :e WHERE code = 433123101201",
      neighbour: """
        UPDATE region SET withdrawn = :e WHERE code = 433123101201;
        INSERT INTO region (code, parent_code, level, name_zh, entered)
          VALUES (433123101201, 433123101, 5, '新村', :e);
        """),
  ]
}

private func visit(_ day: Int) -> String {
  "INSERT INTO progress (household_id, logged_on, staff_id, kind, entered) VALUES (2, \(day), 1, 1, :e);"
}

private func plan(_ household: Int) -> String {
  """
  INSERT INTO plan (household_id, starts_on, ended_on, measures, entered)
  VALUES (\(household), 15000, 2932896, '养羊', :e);
  """
}

private func move(_ village: Int) -> String {
  """
  INSERT INTO residence (household_id, village_code, since, entered) VALUES (1, \(village), 15000, :e);
  """
}
