extension VerdictCase {
  /// Periods of a role: overlapping by a day, touching, with a gap, before; and handed over.
  static let roles: [VerdictCase] = [
    VerdictCase(
      "assign contact S2 H1 --since 2011-04-30",
      VerdictSheet.role, "H1,contact,S2,2011-04-30,", "periods_overlap"),
    VerdictCase(
      "assign contact S2 H1 --since 2011-05-01", VerdictSheet.role, "H1,contact,S2,2011-05-01,"),
    VerdictCase(
      "assign contact S2 H1 --since 2011-05-02", VerdictSheet.role, "H1,contact,S2,2011-05-02,"),
    VerdictCase(
      "assign contact S2 H1 --since 2011-02-01 --until 2011-03-02",
      VerdictSheet.role, "H1,contact,S2,2011-02-01,2011-03-02", "periods_overlap"),
    VerdictCase(
      "assign contact S2 H1 --since 2011-02-01 --until 2011-03-01",
      VerdictSheet.role, "H1,contact,S2,2011-02-01,2011-03-01"),
    VerdictCase(
      "assign support S2 H1 --since 2011-05-01 --until 2011-05-01",
      VerdictSheet.role, "H1,support,S2,2011-05-01,2011-05-01", "date_order"),
    VerdictCase(
      "assign support S2 H9 --since 2011-05-01",
      VerdictSheet.role, "H9,support,S2,2011-05-01,", "unknown_household",
      instead: ("register it first with “sixpoint enrol”", "import its roster first")),
    VerdictCase(
      "assign contact S3 H1 --since 2011-06-01",
      VerdictSheet.role, "H1,contact,S3,2011-06-01,", warning: "staff_left"),
    VerdictCase(
      "handover S1 S2 H2 --on 2011-06-01",
      VerdictSheet.role, "H2,contact,S1,2011-03-01,2011-06-01\nH2,contact,S2,2011-06-01,"),
    VerdictCase(
      "assign support S2 H3 --since 2011-06-10",
      VerdictSheet.role, "H3,support,S2,2011-06-10,", "periods_overlap"),
    VerdictCase(
      "handover S1 S2 H3 --on 2011-06-10",
      VerdictSheet.role, "H3,support,S2,2011-06-10,",
      "receiver_holds",
      sheetRule: "periods_overlap"),
  ]

  /// Heads: exactly one.
  static let heads: [VerdictCase] = [
    VerdictCase(
      "member add H2 丙 --relation head --on 2011-05-01",
      VerdictSheet.member, "H2,丙,head,,2011-05-01,", "second_head",
      instead: (
        "change the head with “sixpoint household head”",
        "send a household_events row of the change, or give 麻平 another relation in the same file"
      )),
    VerdictCase(
      "enrol H4 --village 433123104201 --head 丙 --member 丁,head --on 2011-05-01",
      VerdictSheet.house, "H4,433123104201,丙,head,2011-05-01\nH4,,丁,head,",
      "second_head",
      subject: "丁: ",
      instead: ("beside 丙;", "beside 丙 (line 2);")),
    VerdictCase(
      "member correct H2 麻平 --relation child",
      VerdictSheet.member, "H2,麻平,child,1950-01-01,,", "no_head",
      instead: (
        "make another member head first with “sixpoint household head”",
        "give one member the relation head"
      )),
    VerdictCase(
      "household head H1 吴秀 --on 2011-05-01", VerdictSheet.head, "H1,head,2011-05-01,吴秀"),
    VerdictCase(
      "household head H1 田云 --on 2011-05-01",
      VerdictSheet.head, "H1,head,2011-05-01,田云", "already_head",
      instead: ("name another person", "take the row out")),
  ]

  /// People: in one household, and not before they came.
  static let lives: [VerdictCase] = [
    VerdictCase(
      "member add H2 田云 --relation other --id 433123196001010017 --on 2011-05-01",
      VerdictSheet.person, "H2,田云,other,433123196001010017,2011-05-01", "person_conflict",
      instead: ("(“sixpoint member leave”)", "(left_on)")),
    VerdictCase(
      "member add H2 丙 --relation child --id 433123196001010012 --on 2011-05-01",
      VerdictSheet.person, "H2,丙,child,433123196001010012,2011-05-01", "check_digit",
      instead: (
        "or leave it out, and once the person is registered give it with the reason: “sixpoint member correct --id … --verified …”",
        "or give the reason in id_verified"
      )),
    VerdictCase(
      "member leave H1 田宝 --on 2011-03-31",
      VerdictSheet.member, "H1,田宝,child,2011-04-01,,2011-03-31", "date_order"),
    VerdictCase(
      "member leave H1 田宝 --on 2011-04-01",
      VerdictSheet.member, "H1,田宝,child,2011-04-01,,2011-04-01", "date_order"),
    VerdictCase(
      "member leave H1 田宝 --on 2011-04-02",
      VerdictSheet.member, "H1,田宝,child,2011-04-01,,2011-04-02"),
    VerdictCase(
      "member add H2 丙 --relation child --on 2011-07-01",
      VerdictSheet.member, "H2,丙,child,,2011-07-01,"),
    VerdictCase(
      "enrol H4 --village 433123104201 --head 丙 --on 2011-07-01",
      VerdictSheet.house, "H4,433123104201,丙,head,2011-07-01", "future_date"),
    VerdictCase(
      "household end H2 --ground x --on 2011-06-15", VerdictSheet.end, "H2,end,2011-06-15,x"),
    VerdictCase(
      "household end H1 --ground x --on 2011-06-15",
      VerdictSheet.end, "H1,end,2011-06-15,x", warning: "money_at_end"),
    VerdictCase(
      "household merge H1 H2 --on 2011-06-15",
      VerdictSheet.merge, "H1,merge,2011-06-15,H2", warning: "money_at_end"),
    VerdictCase(
      "household end H1 --ground x --on 2011-07-01",
      VerdictSheet.end, "H1,end,2011-07-01,x", "future_date"),
    VerdictCase(
      "household end H1 --ground x --on 2011-02-28",
      VerdictSheet.end, "H1,end,2011-02-28,x", "before_enrolment"),
    VerdictCase(
      "household merge H1 H2 --on 2011-02-28",
      VerdictSheet.merge, "H1,merge,2011-02-28,H2", "before_enrolment"),
    VerdictCase(
      "household merge H1 H1 --on 2011-05-01",
      VerdictSheet.merge, "H1,merge,2011-05-01,H1", "same_household"),
    VerdictCase(
      "household split H1 H2 --member 田三 --on 2011-05-01",
      VerdictSheet.split, "H1,split,2011-05-01,田三,H2", "household_stands"),
  ]

  /// Days and figures.
  static let days: [VerdictCase] = [
    VerdictCase(
      "log H1 visit --staff S1 --on 2011-02-28",
      VerdictSheet.note, "H1,2011-02-28,S1,visit", "before_enrolment"),
    VerdictCase(
      "log H1 visit --staff S1 --on 2011-03-01", VerdictSheet.note, "H1,2011-03-01,S1,visit"),
    VerdictCase(
      "log H1 visit --staff S1 --on 2011-07-01",
      VerdictSheet.note, "H1,2011-07-01,S1,visit", "future_date"),
    VerdictCase(
      "plan H1 --starts 2011-05-01 --ends 2011-04-01 --measures goats",
      "household_no,starts_on,ended_on,measures", "H1,2011-05-01,2011-04-01,goats", "date_order"),
    VerdictCase(
      "income H1 --year 2012 --total 5000",
      "household_no,year,total", "H1,2012,5000", "future_date"),
    VerdictCase(
      "income H1 --year 2010 --wage 100 --cost 30 --total 60",
      "household_no,year,wage,cost,total", "H1,2010,100,30,60", "total_not_sum"),
    VerdictCase("year open 2012 --report-due 32", "year,report_due_day", "2012,32", "number_range"),
    VerdictCase(
      "inspect record I1 H1 --finding x --on 2011-07-01",
      "inspection_no,household_no,found_on,finding", "I1,H1,2011-07-01,x", "future_date"),
    VerdictCase(
      "inspect record I2 H1 --finding x --on 2011-05-31",
      "inspection_no,household_no,found_on,finding", "I2,H1,2011-05-31,x", warning: "before_draw"),
    VerdictCase(
      "inspect record I2 H1 --finding x --on 2011-06-01",
      "inspection_no,household_no,found_on,finding", "I2,H1,2011-06-01,x"),
    VerdictCase(
      "disclose post P1 433123104201 --on 2011-07-01",
      "project_no,village_code,posted_on", "P1,433123104201,2011-07-01", "future_date"),
  ]
}
