// One case of a kind of public bug report each; the whole kind is tested beside the code that reads it.
extension FileCase {
  private static func amount(of batch: String) -> String {
    """
    SELECT CAST(amount_fen AS TEXT) FROM batch_issue JOIN batch ON batch.id = batch_id
    WHERE withdrawn IS NULL AND batch_no = '\(batch)'
    """
  }

  private static func members(_ household: String) -> String {
    """
    SELECT name || ' ' || (SELECT count(*) FROM headship WHERE headship.withdrawn IS NULL
      AND headship.household_id = member.household_id AND headship.member_no = member.member_no)
    FROM member JOIN household ON household.id = household_id
    WHERE withdrawn IS NULL AND household_no LIKE '\(household)' ORDER BY household_no, member.member_no
    """
  }

  static let units: [FileCase] = [
    FileCase(
      "a unit in the header's bracket multiplies, and is told", "unit-in-bracket",
      counts: [1, 0, 0, 0], warnings: ["1 amount header_unit"],
      asking: (amount(of: "T-1"), ["50000000"])),
    FileCase(
      "a unit in a title row multiplies, and is told", "unit-in-title",
      counts: [1, 0, 0, 0], warnings: ["3 amount header_unit"],
      asking: (amount(of: "T-3"), ["50000000"])),
    FileCase(
      "a unit in an English header multiplies, and is told", "unit-english",
      counts: [1, 0, 0, 0], warnings: ["1 amount header_unit"],
      asking: (amount(of: "T-5"), ["50000000"])),
    FileCase(
      "dollars are refused, naming the header", "unit-dollars",
      counts: [0, 0, 0, 1], faults: ["1 amount header_words"], naming: "金额（美元）",
      asking: (amount(of: "T-7"), [])),
  ]

  static let days: [FileCase] = [
    FileCase(
      "a year is no day", "year-as-day.first.roster", "year-as-day.plans",
      counts: [0, 0, 0, 1], faults: ["2 exit_on year_alone", "2 starts_on year_alone"],
      naming: "2012"),
    FileCase(
      "an age is no date of birth", "age-as-birth.roster",
      counts: [0, 0, 0, 3],
      faults: ["3 birth_date date_number", "4 birth_date date_number"], naming: "12",
      asking: (members("4331231042019005"), [])),
    FileCase(
      "a lunar birthday is refused, naming the header", "lunar-header.roster",
      counts: [0, 0, 0, 2], faults: ["1 birth_date header_words"], naming: "出生日期（农历）",
      asking: (members("4331231042019006"), [])),
  ]

  static let texts: [FileCase] = [
    FileCase(
      "a spreadsheet's error is a fault in each cell", "error-texts.roster",
      counts: [0, 0, 0, 4],
      faults: [
        "2 account_no error_text", "2 ethnicity error_text", "2 name error_text",
        "2 phone error_text", "2 remark error_text", "3 account_no error_text",
        "3 ethnicity error_text", "3 name error_text", "4 household_no error_text",
        "5 account_no error_text",
      ],
      warnings: ["3 phone null_word", "3 remark null_word", "5 phone number_folded"],
      asking: (members("433123104201901_"), [])),
    FileCase(
      "=\"…\" around a number is taken off, and told", "equals-quote.roster",
      counts: [1, 0, 0, 0],
      warnings: [
        "2 account_no equals_quote", "2 household_no equals_quote", "2 phone equals_quote",
      ],
      asking: (
        """
        SELECT household_no || ' ' || phone || ' ' || account_no
        FROM member JOIN household ON household.id = household_id WHERE name = '吴大风'
        """, ["4331231042019014 10012345678 0004331231042019"]
      )),
    FileCase(
      "one long number that ends in zeros is taken with one warning", "fifteen-digits.plans",
      counts: [1, 0, 0, 0], warnings: ["2 household_no digits_lost"],
      naming: "4331231042010010"),
    FileCase(
      "and so are two", "fifteen-digits.progress",
      counts: [2, 0, 0, 0], warnings: ["2 household_no digits_lost"],
      naming: "4331231042010010"),
    FileCase(
      "a role that is also a signature's word is data", "contact-first.assignments",
      counts: [3, 0, 0, 0],
      asking: (
        "SELECT count(*) || '' FROM assignment WHERE withdrawn IS NULL AND since = 15309", ["3"]
      )),
    FileCase(
      "the end mark of old systems is taken out, and told", "ctrl-z.roster",
      counts: [1, 0, 0, 0], warnings: ["2 - ctrl_z"],
      asking: ("SELECT remark FROM member WHERE name = '田十六'", ["低保"])),
  ]

  static let keys: [FileCase] = [
    FileCase(
      "a name with blanks or another dot is the same person's", "spaced-names.1.roster",
      "spaced-names.2.roster", counts: [0, 0, 4, 0], warnings: ["2 name name_folded"],
      asking: (members("4331231042019113"), ["田三 1", "田小三 0", "田六 0", "阿依·古丽 0"])),
    FileCase(
      "a second head is refused, naming the first", "head-later.1.roster",
      "head-later.2.roster", counts: [0, 0, 0, 1], faults: ["2 relation second_head"],
      naming: "head", asking: (members("4331231042019117"), ["田十七 1", "田小十七 0"])),
    FileCase(
      "a number equal but for leading zeros is taken, with a warning that names the other",
      "leading-zeros.1.roster", "leading-zeros.2.roster", counts: [1, 0, 0, 0],
      warnings: ["2 household_no near_number"], naming: "13"),
    FileCase(
      "numbers that look alike are one household's, whose second head is a fault",
      "invisible.roster", counts: [7, 0, 0, 2],
      faults: ["3 household_size rows_disagree", "3 relation second_head"],
      warnings: [
        "3 household_no invisible_characters", "4 resident_id invisible_characters",
        "5 household_no number_folded",
        "6 household_no full_width",
      ],
      asking: (members("433123104201914_"), [])),
  ]
}
