import Testing

/// One file after others, and what is to come of it.
struct RosterCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Columns beside household_no, village_code, name, relation, resident_id.
  var columns: [String] = []
  /// The rows of the files before; each is taken without a fault.
  var before: [String] = []
  let rows: String
  /// Created, changed, unchanged, rejected.
  let counts: [Int]
  var faults: [String] = []
  /// Standing afterwards, where it is looked at.
  var people: [String]?
  var heads: [String]?

  init(
    _ promise: String, columns: [String] = [], before: [String] = [], _ rows: String,
    counts: [Int], faults: [String] = [], people: [String]? = nil, heads: [String]? = nil
  ) {
    testDescription = promise
    self.columns = columns
    self.before = before
    self.rows = rows
    self.counts = counts
    self.faults = faults
    self.people = people
    self.heads = heads
  }

  var header: String {
    (["household_no", "village_code", "name", "relation", "resident_id"] + columns)
      .joined(separator: ",")
  }

  func file(_ rows: String) -> String { header + "\n" + rows }

  // 甲 is a man born 1960-05-01, 乙 a woman born 1962-03-04, 丙 a man born 1985-06-07.
  static let first = "<43312319600501001>"
  static let second = "<43312319620304002>"
  static let third = "<43312319850607003>"
}

extension RosterCase {
  private static let home = """
    H1,V1,甲,head,\(first)
    H1,,乙,spouse,\(second)
    """

  static let persons: [RosterCase] = [
    RosterCase(
      "the same file again changes nothing", before: [home], home, counts: [0, 0, 2, 0],
      heads: ["H1.1"]),
    RosterCase(
      "empty keeps, (clear) empties, another value corrects",
      columns: ["phone", "health", "remark"],
      before: ["H1,V1,甲,head,\(first),13800000001,健康,old"],
      "H1,,甲,head,\(first),(clear),,new", counts: [0, 1, 0, 0]),
    RosterCase(
      "a required cell is not emptied", before: [home], "H1,V1,(clear),head,\(first)",
      counts: [0, 0, 0, 1], faults: ["2 name missing_value"]),
    RosterCase(
      "an ID of 15 characters is the same as that of 18", before: [home],
      "H1,V1,甲,head,433123600501001", counts: [0, 0, 1, 0]),
    RosterCase(
      "and the other way round", before: ["H1,V1,甲,head,433123600501001"], home,
      counts: [1, 0, 1, 0]),
    RosterCase(
      "an ID that nobody bears corrects the one namesake's", before: ["H1,V1,甲,head,"],
      "H1,V1,甲,head,\(first)", counts: [0, 1, 0, 0], people: ["H1.1 甲 [,)"]),
    RosterCase(
      "and another ID of the same birth date", before: ["H1,V1,甲,head,<43312319600501003>"],
      "H1,V1,甲,head,\(first)", counts: [0, 1, 0, 0], people: ["H1.1 甲 [,)"]),
    RosterCase(
      "an ID of another birth date is another person's",
      before: ["H1,V1,甲,head,<43312319600502003>"],
      "H1,V1,甲,other,\(first)", counts: [1, 0, 0, 0], people: ["H1.1 甲 [,)", "H1.2 甲 [,)"]),
    RosterCase(
      "of namesakes without an ID the one whose birth date agrees is meant",
      columns: ["birth_date"],
      before: ["H1,V1,丁,head,,\nH1,,甲,child,,1960-05-01\nH1,,甲,child,,1970-05-01"],
      "H1,,甲,child,\(first),", counts: [0, 1, 0, 0],
      people: ["H1.1 丁 [,)", "H1.2 甲 [,)", "H1.3 甲 [,)"]),
    RosterCase(
      "an ID another person bears makes a new member", columns: ["left_on", "joined_on"],
      before: [
        "H1,V1,甲,head,,,\nH2,V1,丁,head,<43312319700501001>,,\nH2,V1,甲,child,\(first),2011-02-01,"
      ],
      "H1,V1,甲,other,\(first),,2011-03-01", counts: [1, 0, 0, 0],
      people: ["H1.1 甲 [,)", "H1.2 甲 [2011-03-01,)", "H2.1 丁 [,)", "H2.2 甲 [,2011-02-01)"]),
    RosterCase(
      "birth dates that disagree are of two people", columns: ["birth_date"],
      before: ["H1,V1,甲,head,,1960-05-02"], "H1,V1,甲,other,\(first),", counts: [1, 0, 0, 0]),
    RosterCase(
      "a birth date as far as it is known agrees", columns: ["birth_date"],
      before: ["H1,V1,甲,head,,1960"], "H1,V1,甲,head,\(first),", counts: [0, 1, 0, 0]),
    RosterCase(
      "of several namesakes none is chosen",
      before: ["H1,V1,甲,head,\nH1,V1,乙,child,\nH1,V1,乙,child,"],
      "H1,V1,乙,child,\(third)", counts: [0, 0, 0, 1], faults: ["2 name several_namesakes"]),
    RosterCase(
      "people without an ID are never merged, and stand once however often the file is sent",
      before: ["H1,V1,甲,head,\nH1,V1,乙,child,\nH1,V1,乙,child,"],
      "H1,V1,甲,head,无\nH1,V1,乙,child,0\nH1,V1,乙,child,", counts: [0, 0, 3, 0],
      people: ["H1.1 甲 [,)", "H1.2 乙 [,)", "H1.3 乙 [,)"]),
    RosterCase(
      "one ID twice in a new household", "H1,V1,甲,head,\(first)\nH1,V1,甲,child,\(first)",
      counts: [0, 0, 0, 2], faults: ["3 resident_id person_conflict"]),
    RosterCase(
      "one ID twice in a standing household", before: [home],
      "H1,V1,甲,head,\(first)\nH1,V1,甲,child,\(first)", counts: [0, 0, 0, 2],
      faults: ["3 name repeated_key"]),
    RosterCase(
      "one ID in two households of a file",
      "H1,V1,甲,head,\(first)\nH2,V2,甲,head,\(first)", counts: [1, 0, 0, 1],
      faults: ["3 resident_id person_conflict"]),
    RosterCase(
      "one ID in another household", before: [home], "H2,V2,乙,head,\(second)",
      counts: [0, 0, 0, 1], faults: ["2 resident_id person_conflict"]),
    RosterCase(
      "who leaves one household on the day of joining another", columns: ["joined_on", "left_on"],
      before: [home.split(separator: "\n").map { $0 + ",," }.joined(separator: "\n")],
      "H1,V1,乙,spouse,\(second),,2011-05-01\nH2,V2,乙,head,\(second),2011-05-01,",
      counts: [1, 1, 0, 0],
      people: ["H1.1 甲 [,)", "H1.2 乙 [,2011-05-01)", "H2.1 乙 [2011-05-01,)"]),
    RosterCase(
      "sex that the ID denies", columns: ["sex"], "H1,V1,甲,head,\(first),female",
      counts: [0, 0, 0, 1], faults: ["2 sex sex_disagrees"]),
    RosterCase(
      "sex that the standing ID denies", columns: ["sex"], before: ["H1,V1,甲,head,\(first),"],
      "H1,V1,甲,head,,female", counts: [0, 0, 0, 1], faults: ["2 sex sex_disagrees"]),
    RosterCase(
      "a man without an ID has no sex to be denied", columns: ["sex", "birth_date"],
      before: ["H1,V1,甲,head,\(first),,\nH1,,丙,child,,male,1985-06-07"],
      "H1,,丙,child,,male,1985-06-07", counts: [0, 0, 1, 0]),
    RosterCase(
      "an ID that the standing birth date denies", columns: ["birth_date"],
      before: ["H1,V1,甲,head,\(first),1960-05-01"], "H1,V1,甲,head,\(first),1961-05-01",
      counts: [0, 0, 0, 1], faults: ["2 birth_date birth_date_disagrees"]),
    RosterCase(
      "a wrong check digit without a reason", columns: ["id_verified"],
      "H1,V1,甲,head,433123196005010012,", counts: [0, 0, 0, 1],
      faults: ["2 resident_id check_digit"]),
    RosterCase(
      "a wrong check digit with a reason", columns: ["id_verified"],
      "H1,V1,甲,head,433123196005010012,派出所核实", counts: [1, 0, 0, 0]),
  ]

  static let households: [RosterCase] = [
    RosterCase(
      "no head", "H1,V1,甲,spouse,", counts: [0, 0, 0, 1], faults: ["2 relation no_head"]),
    RosterCase(
      "a second head", "H1,V1,甲,head,\nH1,V1,乙,head,", counts: [0, 0, 0, 2],
      faults: ["3 relation second_head"]),
    RosterCase(
      "a new household without a village", "H1,,甲,head,", counts: [0, 0, 0, 1],
      faults: ["2 village_code missing_value"]),
    RosterCase(
      "a village is not emptied", before: [home], "H1,(clear),甲,head,\(first)",
      counts: [0, 0, 0, 1], faults: ["2 village_code missing_value"]),
    RosterCase(
      "a number of 32 characters", "12345678901234567890123456789012,V1,甲,head,",
      counts: [1, 0, 0, 0]),
    RosterCase(
      "a number of 33", "123456789012345678901234567890123,V1,甲,head,", counts: [0, 0, 0, 1],
      faults: ["2 household_no too_long"]),
    RosterCase(
      "a number that stands in another county", before: [home], "H1,W1,甲,head,\(first)",
      counts: [0, 0, 0, 1], faults: ["2 household_no other_county"]),
    RosterCase(
      "another village of the county corrects it", before: [home], "H1,V2,甲,head,\(first)",
      counts: [0, 1, 0, 0]),
    RosterCase(
      "rows of a household that disagree", columns: ["class"],
      "H1,V1,甲,head,,poor\nH1,V1,乙,spouse,,dibao", counts: [0, 0, 0, 2],
      faults: ["3 class rows_disagree"]),
    RosterCase(
      "a row that gives what another empties", columns: ["class"],
      before: ["H1,V1,甲,head,\(first),poor"],
      "H1,V1,甲,head,\(first),(clear)\nH1,V1,乙,spouse,,dibao", counts: [0, 0, 0, 2],
      faults: ["3 class rows_disagree"]),
    RosterCase(
      "the head leaves and the next one follows", columns: ["left_on"],
      before: ["H1,V1,甲,head,\(first),\nH1,V1,乙,spouse,\(second),"],
      "H1,V1,甲,head,\(first),2011-07-01", counts: [0, 1, 0, 0], heads: ["H1.1", "H1.2 2011-07-01"]),
    RosterCase(
      "the head leaves and the file names the next", columns: ["left_on"],
      before: ["H1,V1,甲,head,\(first),\nH1,V1,乙,spouse,\(second),\nH1,V1,丙,child,\(third),"],
      "H1,V1,甲,head,\(first),2011-07-01\nH1,V1,丙,head,\(third),", counts: [0, 2, 0, 0],
      heads: ["H1.1", "H1.3 2011-07-01"]),
    RosterCase(
      "the file of before a succession is older than it, and undoes nothing", columns: ["left_on"],
      before: [
        "H1,V1,甲,head,\(first),\nH1,V1,乙,spouse,\(second),", "H1,V1,甲,head,\(first),2011-07-01",
      ],
      "H1,V1,甲,head,\(first),\nH1,V1,乙,spouse,\(second),", counts: [0, 0, 2, 0],
      heads: ["H1.1", "H1.2 2011-07-01"]),
    RosterCase(
      "the head had been somebody else all along", before: [home],
      "H1,V1,甲,spouse,\(first)\nH1,V1,乙,head,\(second)", counts: [0, 2, 0, 0], heads: ["H1.2"]),
    RosterCase(
      "back again is a second period of the same person", columns: ["joined_on", "left_on"],
      before: [
        "H1,V1,甲,head,\(first),,\nH1,V1,乙,spouse,\(second),,2011-03-01"
      ],
      "H1,V1,乙,spouse,\(second),2011-06-01,", counts: [1, 0, 0, 0],
      people: ["H1.1 甲 [,)", "H1.2 乙 [,2011-03-01)", "H1.2 乙 [2011-06-01,)"]),
    RosterCase(
      "both periods sent again are unchanged", columns: ["joined_on", "left_on"],
      before: [
        "H1,V1,甲,head,\(first),,\nH1,V1,乙,spouse,\(second),,2011-03-01",
        "H1,V1,乙,spouse,\(second),2011-06-01,",
      ],
      """
      H1,V1,乙,spouse,\(second),2011-06-01,
      H1,V1,乙,spouse,\(second),,2011-03-01
      H1,V1,甲,head,\(first),,
      """, counts: [0, 0, 3, 0]),
    RosterCase(
      "both periods in the first file are one person's", columns: ["joined_on", "left_on"],
      """
      H1,V1,甲,head,\(first),,
      H1,V1,乙,spouse,\(second),,2011-03-01
      H1,V1,乙,spouse,\(second),2011-06-01,
      """, counts: [3, 0, 0, 0],
      people: ["H1.1 甲 [,)", "H1.2 乙 [,2011-03-01)", "H1.2 乙 [2011-06-01,)"]),
    RosterCase(
      "a day of joining told late is counted on its day", columns: ["joined_on"],
      before: ["H1,V1,甲,head,\(first),"], "H1,V1,丙,child,\(third),2011-01-15",
      counts: [1, 0, 0, 0], people: ["H1.1 甲 [,)", "H1.2 丙 [2011-01-15,)"]),
  ]

  static let withdrawals: [RosterCase] = [
    RosterCase(
      "a row takes a membership back", columns: ["withdraw"],
      before: ["H1,V1,甲,head,\(first),\nH1,V1,乙,spouse,\(second),"],
      "H1,V1,乙,spouse,\(second),作废", counts: [0, 1, 0, 0], people: ["H1.1 甲 [,)"],
      heads: ["H1.1"]),
    RosterCase(
      "taken back again is unchanged", columns: ["withdraw"],
      before: [
        "H1,V1,甲,head,\(first),\nH1,V1,乙,spouse,\(second),", "H1,V1,乙,spouse,\(second),作废",
      ], "H1,,乙,,\(second),(withdraw)", counts: [0, 0, 1, 0]),
    RosterCase(
      "who never was is not taken back", columns: ["withdraw"],
      before: ["H1,V1,甲,head,\(first),"], "H1,V1,丙,child,\(third),作废\nH9,V1,丙,head,,作废",
      counts: [0, 0, 0, 2],
      faults: ["2 withdraw nothing_to_withdraw", "3 withdraw nothing_to_withdraw"]),
    RosterCase(
      "a head is not taken back alone", columns: ["withdraw"],
      before: ["H1,V1,甲,head,\(first),\nH1,V1,乙,spouse,\(second),"],
      "H1,V1,甲,head,\(first),作废", counts: [0, 0, 0, 1], faults: ["2 relation no_head"]),
    RosterCase(
      "a head is taken back where another is named", columns: ["withdraw"],
      before: ["H1,V1,甲,head,\(first),\nH1,V1,乙,spouse,\(second),"],
      "H1,V1,甲,head,\(first),作废\nH1,V1,乙,head,\(second),", counts: [0, 2, 0, 0],
      people: ["H1.2 乙 [,)"], heads: ["H1.2"]),
    RosterCase(
      "everybody taken back is a household that never was", columns: ["withdraw"],
      before: ["H1,V1,甲,head,\(first),\nH1,V1,乙,spouse,\(second),"],
      "H1,V1,甲,head,\(first),作废\nH1,V1,乙,spouse,\(second),作废", counts: [0, 2, 0, 0],
      people: [], heads: []),
    RosterCase(
      "and may be registered again, elsewhere", columns: ["withdraw"],
      before: ["H1,V1,甲,head,\(first),", "H1,V1,甲,head,\(first),作废"],
      "H1,W1,甲,head,\(first),", counts: [1, 0, 0, 0], people: ["H1.2 甲 [,)"]),
  ]
}
