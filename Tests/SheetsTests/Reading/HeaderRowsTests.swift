import Intake
import Sheets
import Testing

@Suite("Rows that are no data")
struct HeaderRowsTests {
  @Test(
    "groups, titles, page breaks, totals and remarks are passed over and told",
    arguments: [
      // A row of groups above the header, one of them a column's name.
      ("家庭情况,,姓名,\n户编号,村编码,姓名,与户主关系\nH1,433123104201,甲,户主\n", [1]),
      // The upper row names what the lower one leaves empty.
      ("户编号,村编码,户主信息,\n,,姓名,与户主关系\nH1,433123104201,甲,户主\n", [1]),
      // What a spreadsheet writes to find the delimiter by.
      ("sep=,\n户编号,村编码,姓名,与户主关系\nH1,433123104201,甲,户主\n", [1]),
      ("sep=;\n户编号;村编码;姓名;与户主关系\nH1;433123104201;甲;户主\n", [1]),
      ("\"sep=\t\"\n户编号\t村编码\t姓名\t与户主关系\nH1\t433123104201\t甲\t户主\n", [1]),
      ("sep=;\n户编号,村编码,姓名,与户主关系\nH1,433123104201,甲,户主\n", [1]),
      // A title, a stamp and a blank row of other widths.
      ("花名册\n（盖章）,,,,,,\n\n户编号,村编码,姓名,与户主关系\nH1,433123104201,甲,户主\n", [1, 2, 3]),
      // The header again in the middle, with its group.
      (
        "家庭,,成员,\n户编号,村编码,姓名,与户主关系\nH1,433123104201,甲,户主\n家庭,,成员,\n户编号,村编码,姓名,与户主关系\nH1,,乙,子女\n",
        [1, 4, 5]
      ),
      // The header and the title again, written a little otherwise, the title as one cell.
      (
        "花 名 册,,,\n户编号*,村编码,姓名,与户主关系\nH1,433123104201,甲,户主\n,花名册\n户 编号, 村编码,姓名,与户主关系,,\nH1,,乙,子女\n　户编号,村编码\u{3000},姓名,与户主关系\n",
        [1, 4, 5, 7]
      ),
      (
        "Household_no,Village_code,Name,Relation\nH1,433123104201,甲,户主\nHOUSEHOLD_NO,VILLAGE_CODE,NAME,RELATION\nＨousehold_no,Village_code,Name,Relation\n",
        [3, 4]
      ),
      // What stands below, as wide as the header or not.
      (
        "户编号,村编码,姓名,与户主关系\nH1,433123104201,甲,户主\n本页小计,,1,\n合 计：1户\n注：本表一式两份\n填表人：王五,,审核人：李四,,,\n",
        [3, 4, 5, 6]
      ),
    ])
  func passedOver(text: String, lines: [Int]) throws {
    let office = try FileOffice()
    let receipt = try office.take(text)
    #expect(receipt.told == [])
    #expect(Array(receipt.passedOver) == lines)
    #expect(receipt.unknownColumns == [])
    #expect(receipt.created == receipt.rows)
    #expect(try office.members().first == "H1 1 甲 1 - -")
  }

  @Test(
    "a second header among the rows, of another sheet or with other columns, refuses the file",
    arguments: [
      ("staff_no,name\nS1,甲\nproject_no,name\nP1,养猪\n", 3, 2),
      ("责任人编号,姓名\nS1,甲\n姓名,责任人编号\n乙,S2\n", 3, 2),
      ("staff_no,name\nS1,甲\n,\nproject_no,name,kind\nP1,养猪\n", 4, 2),
      ("责任人编号,姓名,备用列\nS1,甲,\n序号,责任人编号,姓名\n1,S2,乙\n", 3, 2),
    ])
  func secondHeader(text: String, line: Int, rows: Int) throws {
    let receipt = try FileOffice().take(text) { $0.acceptsValid = true }
    #expect(receipt.told == ["\(line) - second_header"])
    #expect(receipt.isRefusedWhole && receipt.entry == nil)
    #expect([receipt.rows, receipt.created, receipt.rejected] == [rows, 0, rows])
  }

  @Test("a row with one column's name in it is data")
  func oneName() throws {
    let receipt = try FileOffice().take("责任人编号,姓名,职务\nS1,甲,姓名\nA,项目,\n")
    #expect(receipt.told == [] && receipt.created == 2)
  }

  @Test("each is told with its first words, blank rows together, numbers of people masked")
  func firstWords() throws {
    let receipt = try FileOffice().take(
      """
      凤凰县2011年贫困户花名册（第一批，共计两百八十三户，另附名单）,,,
      ,　,（盖章）
      户编号,村编码,姓名,与户主关系
      H1,433123104201,甲,户主


      ,,,
      户编号,村编码,姓名,与户主关系
      合 计：,,1,
      注：联系电话13812345678,,,

      """)
    #expect(receipt.told == [])
    let told = receipt.passedOver.runs.map { "\($0.lines) \($0.words ?? "-")" }
    #expect(
      told == [
        "1...1 凤凰县2011年贫困户花名册（第一批，共计两百八…", "2...2 （盖章）", "5...7 -", "8...8 户编号",
        "9...9 合 计：", "10...10 注：联系电话138****5678",
      ])
    let values = receipt.leftAside.map { "\($0.line) \($0.value ?? "-") \($0.kind.rule)" }
    #expect(values.contains("9 合 计： passed_over") && values.contains("5 - passed_over"))
  }

  @Test("beyond ten thousand runs rows are only counted")
  func many() {
    var rows = PassedOver()
    for line in 1...20_000 { rows.append(line * 2, words: "合计") }
    rows.append(40_001)
    #expect(rows.count == 20_001)
    #expect(rows.runs.count == PassedOver.mostRuns && rows.isFull)
    #expect(PassedOver().isEmpty && !rows.isEmpty)
  }

  @Test("a row that is like one of them and holds anything else is data")
  func nearly() throws {
    let receipt = try FileOffice().take(
      "花名册,,,\n户编号,村编码,姓名,与户主关系\n花名册,433123104201,甲,户主\n户编号,433123104201,姓名,户主\n花名册,,,户主\n户编号,村编码,姓名,户主\n"
    )
    #expect(Array(receipt.passedOver) == [1])
    #expect(Set(receipt.errors.map(\.line)) == [5, 6], "\(receipt.told)")
  }

  @Test("a row of data is never taken for one of them")
  func data() throws {
    let receipt = try FileOffice().take(
      "姓名,户编号,村编码,与户主关系\n单位明,S1,433123104201,户主\n合计兰,S2,433123104201,户主\n注小红,S3,433123104201,户主\n")
    #expect(receipt.created == 3)
    #expect(receipt.passedOver.isEmpty)
  }
}
