import Domain
import Intake
import Sheets
import Testing

/// Sends a roster as a register's first and as a later one, which go different ways and must be judged
/// alike.
func bothWays(
  _ roster: String, _ change: (inout ImportOptions) -> Void = { _ in },
  _ judge: (FileOffice, Receipt) throws -> Void
) throws {
  let first = try FileOffice()
  try judge(first, try first.take(roster, change))
  let later = try FileOffice()
  let others = "household_no,village_code,name,relation,class\nZ1,433123104201,某,head,poor\n"
  #expect(try later.take(others).told == [])
  try judge(later, try later.take(roster, change))
}

extension FileOffice {
  /// The household numbers, but for that of the household that stood before.
  func households() throws -> [String] {
    var numbers: [String] = []
    try register.connection.rows(
      "SELECT household_no FROM household WHERE household_no <> 'Z1' ORDER BY household_no"
    ) { numbers.append($0.text(0)) }
    return numbers
  }

  /// A column of the standing members, by name, but for the one that stood before.
  func column(_ column: String) throws -> [String] {
    var values: [String] = []
    try register.connection.rows(
      """
      SELECT name || ' ' || ifnull(\(column), '-') FROM member
      WHERE withdrawn IS NULL AND name <> '某' ORDER BY household_id, member_no
      """
    ) { values.append($0.text(0)) }
    return values
  }
}

@Suite("Cells as counties send them")
struct CellCaseTests {
  @Test("a household number in a formula is the number, told")
  func equalsQuote() throws {
    let roster = #"""
      户编号,村编码,姓名,与户主关系,身份证号码,性别,出生日期,民族,贫困户属性,联系电话,一卡通账号,纳入日期,备注
      "=""4331231042019014""",433123104201,吴大风,户主,,男,1962-04-05,苗族,扶贫户,"=""10012345678""","=""0004331231042019""",2011-03-01,

      """#
    try bothWays(roster) { (office: FileOffice, receipt: Receipt) throws in
      #expect(receipt.told == [])
      #expect(try office.households() == ["4331231042019014"])
      #expect(try office.column("phone") == ["吴大风 10012345678"])
      #expect(try office.column("account_no") == ["吴大风 0004331231042019"])
      #expect(
        receipt.warned == [
          "2 account_no equals_quote", "2 household_no equals_quote", "2 phone equals_quote",
        ])
    }
  }

  @Test("numbers that look alike are one household, whose second head is a fault")
  func invisible() throws {
    let header = "household_no,village_code,name,relation,resident_id,class,enrolled_on\n"
    let rows = """
      4331231042019144,433123104201,罗大六,head,439999196208069012,poor,2011-03-01
      4331231042\u{200B}019144,433123104201,罗小六,head,,poor,2011-03-01

      """
    try bothWays(header + rows) { _, receipt in
      #expect(receipt.told == ["3 relation second_head"])
      #expect(receipt.warned == ["3 household_no invisible_characters"])
    }
    let others = """
      \u{202D}4331231042019145\u{202C},433123104201,罗大七,head,\u{202D}439999196208079018\u{202C}\t,poor,2011-03-01
      4331 2310 4201 9146,433123104201,罗大八,head,439999196208089013,poor,2011-03-01
      ４３３１２３１０４２０１９１４７,433123104201,罗大九,head,439999196208099019,poor,2011-03-01
      433123104201914O,433123104201,罗大十,head,439999196208109010,poor,2011-03-01
      4331231042019148\u{AD},433123104201,罗十一,head,439999196208119016,poor,2011-03-01
      4331231042019149.0,433123104201,罗十二,head,439999196208129011,poor,2011-03-01
      "4,331,231,042,019,150",433123104201,罗十三,head,439999196208139017,poor,2011-03-01

      """
    try bothWays(header + others) { (office: FileOffice, receipt: Receipt) throws in
      #expect(receipt.told == [])
      let numbers = (145...150).map { "4331231042019\($0)" }
      #expect(try office.households() == (numbers + ["433123104201914O"]).sorted())
      #expect(
        receipt.warned == [
          "2 household_no invisible_characters", "2 resident_id invisible_characters",
          "3 household_no number_folded", "4 household_no full_width",
        ])
    }
  }

  @Test("a spreadsheet's errors are faults in every column, and words for nothing are empty")
  func errorTexts() throws {
    let roster = """
      户编号,村编码,姓名,与户主关系,身份证号码,性别,出生日期,民族,贫困户属性,联系电话,一卡通账号,纳入日期,备注
      4331231042019011,433123104201,#N/A,户主,439999196204019018,男,,#N/A,扶贫户,#N/A,########,2011-03-01,#REF!
      4331231042019011,433123104201,#NAME?,妻,,女,1964-01-01,#VALUE!,,nan,#DIV/0!,,NaN
      #N/A,433123104201,吴大云,户主,439999196204029013,男,,苗族,扶贫户,,,2011-03-01,
      4331231042019012,433123104201,吴大雨,户主,439999196204039019,男,,苗族,扶贫户,10012345678.0,#NULL!,2011-03-01,

      """
    try bothWays(roster) { _, receipt in
      #expect(
        receipt.told.filter { $0.hasSuffix("error_text") } == [
          "2 account_no error_text", "2 ethnicity error_text", "2 name error_text",
          "2 phone error_text", "2 remark error_text", "3 account_no error_text",
          "3 ethnicity error_text", "3 name error_text", "4 household_no error_text",
          "5 account_no error_text",
        ])
      #expect(receipt.told.allSatisfy { $0.hasSuffix("error_text") })
      #expect(
        receipt.warned == [
          "3 phone null_word", "3 remark null_word", "5 phone number_folded",
        ])
    }
  }

  @Test("an error is a fault in every column of every sheet")
  func errorsEverywhere() throws {
    let office = try FileOffice()
    for sheet in Sheet.all {
      let header = sheet.columns.map(\.name).joined(separator: ",")
      for error in ["#REF!", "####"] {
        let row = sheet.columns.map { _ in error }.joined(separator: ",")
        let receipt = try office.take(header + "\n" + row + "\n") { $0.isCheck = true }
        for column in sheet.columns {
          #expect(
            receipt.told.contains("2 \(column.name) error_text"), "\(sheet.name) \(column.name)")
        }
      }
    }
  }

  @Test("a person is not called by a program's word for nothing")
  func nullNames() throws {
    let header = "household_no,village_code,name,relation,class,ethnicity\n"
    try bothWays(header + "H1,433123104201,None,head,poor,NULL\n") { _, receipt in
      #expect(receipt.told == ["2 name null_word"])
      #expect(receipt.warned == ["2 ethnicity null_word"])
    }
    try bothWays(header + "NaN,433123104201,甲,head,poor,\n") { _, receipt in
      #expect(receipt.told == ["2 household_no missing_value"])
    }
  }

  @Test("lost characters are a fault in a name and a warning in a remark")
  func lostCharacters() throws {
    let header = "household_no,village_code,name,relation,class,remark\n"
    try bothWays(header + "H1,433123104201,田?六,head,poor,\nH2,433123104201,甲,head,poor,已搬?户\n") {
      _, receipt in
      #expect(receipt.told == ["2 name lost_characters"])
      #expect(receipt.warned == ["3 remark lost_characters"])
    }
    try bothWays(header + "H1,433123104201,???,head,poor,\nH2,433123104201,甲,head,poor,???\n") {
      _, receipt in
      #expect(receipt.told == ["2 name lost_characters"])
      #expect(receipt.warned == [])
    }
    for cell in ["????", "?", "？", #""=""?""""#] {
      #expect(
        try FileOffice().take("staff_no,name,employer\nS1,甲,\(cell)\n").told == [
          "2 employer lost_characters"
        ], "\(cell)")
    }
  }

  @Test("a person whose name is padded or dotted otherwise is the same person")
  func spacedNames() throws {
    let header =
      "household_no,village_code,name,relation,resident_id,sex,birth_date,class,enrolled_on\n"
    let first = """
      4331231042019113,433123104201,田三,head,439999196206139013,male,1962-06-13,poor,2011-03-01
      4331231042019113,,田小三,child,,male,2009-05,,
      4331231042019113,,田六,child,,male,2010-08-01,,
      4331231042019113,,阿依·古丽,child_in_law,,female,1985-03-01,,

      """
    let second = """
      4331231042019113,433123104201,田　三,head,439999196206139013,male,1962-06-13,poor,2011-03-01
      4331231042019113,,田小三,child,,male,2009-05,,
      4331231042019113,,田  六,child,,male,2010-08-01,,
      4331231042019113,,阿依.古丽,child_in_law,,female,1985-03-01,,

      """
    let office = try FileOffice()
    #expect(try office.take(header + first).told == [])
    let again = try office.take(header + second)
    #expect(again.told == [])
    #expect(again.counts == [0, 0, 4, 0])
    #expect(again.warned == ["2 name name_folded"])
    // The padded file first is the same register.
    try bothWays(header + second) { (other: FileOffice, receipt: Receipt) throws in
      #expect(receipt.told == [])
      #expect(
        try other.column("sex").map { $0.split(separator: " ")[0] } == [
          "田三", "田小三", "田六", "阿依·古丽",
        ])
    }
  }

  @Test("a name in Latin letters is compared without its blanks")
  func latinNames() throws {
    let header = "household_no,village_code,name,relation,birth_date,class\n"
    let office = try FileOffice()
    try office.take(header + "H1,433123104201,甲,head,,poor\nH1,,Ali Karim,child,2001-02-03,\n")
    let again = try office.take(header + "H1,,AliKarim,child,2001-02-03,\n")
    #expect(again.told == [])
    #expect(again.counts == [0, 1, 0, 0])
  }
}
