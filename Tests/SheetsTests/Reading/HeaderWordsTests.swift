import Domain
import Intake
import Sheets
import Testing

@Suite("Words in and behind a header's brackets")
struct HeaderWordsTests {
  static let batch = "批次号,文号,下达日期,专项资金,资金来源,"

  /// The amounts of the batches that stand, in fen.
  private func amounts(_ office: FileOffice) throws -> [Int64] {
    var amounts: [Int64] = []
    try office.register.connection.rows("SELECT amount_fen FROM batch_issue ORDER BY id") {
      amounts.append($0.int64(0))
    }
    return amounts
  }

  @Test(
    "a unit of money multiplies every cell, and is told",
    arguments: [
      ("金额（万元）", 500_000_00), ("金额（单位：万元）", 500_000_00), ("金额：万元", 500_000_00),
      ("金额(单位:人民币万元)", 500_000_00), ("\"金额\n（万元）\"", 500_000_00), ("金额 万元", 500_000_00),
      ("金额万元", 500_000_00), ("金额/万元", 500_000_00), ("金额【万元】", 500_000_00), ("金额（万）", 500_000_00),
      ("*金额（万元，必填）", 500_000_00), ("金额（以万元为单位）", 500_000_00), ("⑥金额（万元）", 500_000_00),
      ("（6）金额（万元）", 500_000_00), ("金额（千元）", 50_000_00), ("金额（亿元）", 50_0000_0000_00),
      ("\"amount (10,000 yuan)\"", 500_000_00), ("\"Amount (RMB 10,000)\"", 500_000_00),
      ("amount (ten thousand yuan)", 500_000_00), ("amount (thousand yuan)", 50_000_00),
      ("金额（元）", 50_00), ("amount (yuan)", 50_00), ("金额", 50_00), ("金额（人民币）", 50_00),
      ("金额（小写）", 50_00), ("金额（含利息）", 50_00), ("金额（以文件为准）", 50_00),
    ])
  func multiplies(header: String, fen: Int) throws {
    let office = try FileOffice()
    let receipt = try office.take(
      Self.batch + header + "\nT-1,T1,2011-03-01,convergence,county,50\n")
    #expect(receipt.told == [])
    #expect(try amounts(office) == [Int64(fen)])
    let multiplied = fen != 50_00
    #expect(
      receipt.warned.map { $0.split(separator: " ").last == "header_unit" }
        == (multiplied ? [true] : []))
  }

  @Test(
    "a unit, currency, period or word that an amount does not take refuses the file",
    arguments: [
      "金额（美元）", "金额：美元", "金额（元/月）", "金额（季度）", "金额（人均）", "金额（元/人）", "金额（万只）", "金额（百万元）", "金额（分）",
      "金额（计划）", "金额（预计）", "金额（累计）", "金额（甲类）", "金额（万元）甲", "amount (USD)", "amount (planned)",
      "金额（万元、元）", "金额（以美元为准）", "金额 美元", "金额美元", "金额百万元", "金额（100）", "\"amount (1,000,000)\"",
      "金额（元/亩）",
    ])
  func refuses(header: String) throws {
    let office = try FileOffice()
    let receipt = try office.take(
      Self.batch + header + "\nT-1,T1,2011-03-01,convergence,county,50\nT-2,T2,,,,\n"
    ) { $0.acceptsValid = true }
    #expect(
      receipt.errors.first.map { ["header_words", "unit_conflict"].contains($0.kind.rule) } == true)
    #expect(receipt.errors.allSatisfy { $0.column == "amount" && $0.line == 1 })
    #expect(receipt.errors.first?.value == header.replacing("\"", with: ""))
    #expect([receipt.rows, receipt.created, receipt.rejected] == [2, 0, 2])
    #expect(receipt.entry == nil)
    #expect(try amounts(office) == [])
  }

  @Test(
    "a title, a group or a row below the header gives the unit too",
    arguments: [
      "资金表,,,,,\n,,,,,单位：万元\n\(batch)金额\n", "资金表（单位：万元）\n\(batch)金额\n",
      "资金表（万元）,,,,,\n\(batch)金额\n",
      "制表单位：凤凰县扶贫办  单位：万元、人\n\(batch)金额\n", "\(batch)金额\n单位：万元,,,,,\n", "\(batch)金额\n,,,,,万元\n",
      "\(batch)金额\n,,,,,\n,,,,,（万元）\n", "批次,,,资金,,（万元）\n\(batch)金额\n",
      "资金表（单位：万元）\n\(batch)金额（万元）\n",
      "Batches (unit: 10,000 yuan),,,,,\n\(batch)金额\n",
    ])
  func titles(head: String) throws {
    let office = try FileOffice()
    let text = head.replacing("(unit: 10,000 yuan)", with: "(unit: 10000 yuan)")
    let receipt = try office.take(text + "T-1,T1,2011-03-01,convergence,county,50\n")
    #expect(receipt.told == [])
    #expect(try amounts(office) == [500_000_00])
    #expect(receipt.warned.count == 1)
    #expect(receipt.rows == 1)
    #expect(receipt.passedOver.count == head.filter { $0 == "\n" }.count - 1)
  }

  @Test("an office behind 单位 is no unit")
  func anOffice() throws {
    let office = try FileOffice()
    let receipt = try office.take(
      "单位：凤凰县扶贫办,,,,,\n\(Self.batch)金额\nT-1,T1,2011-03-01,convergence,county,50\n填报单位：千工坪乡,,,,,\n")
    #expect(receipt.told == [])
    #expect(try amounts(office) == [50_00])
    #expect(receipt.warned == [])
  }

  @Test(
    "header, title, rows and cells that disagree, and what is finer than a fen, are a fault",
    arguments: [
      ("单位：元,,,,,\n\(batch)金额（万元）\nT-1,T1,2011-03-01,convergence,county,50\n", "unit_conflict"),
      ("单位：万元,,,,,\n\(batch)金额\nT-1,T1,2011-03-01,convergence,county,50元\n", "unit_conflict"),
      ("\(batch)金额（万元）\nT-1,T1,2011-03-01,convergence,county,50元\n", "unit_conflict"),
      ("\(batch)金额\nT-1,T1,2011-03-01,convergence,county,50\n单位：万元,,,,,\n", "unit_conflict"),
      (
        "单位：万元,,,,,\n\(batch)金额\nT-1,T1,2011-03-01,convergence,county,50\n单位：元,,,,,\n",
        "unit_conflict"
      ),
      ("单位：美元,,,,,\n\(batch)金额\nT-1,T1,2011-03-01,convergence,county,50\n", "header_words"),
      ("\(batch)金额（万元）\nT-1,T1,2011-03-01,convergence,county,0.1234567\n", "money_decimals"),
      ("\(batch)金额（元）\nT-1,T1,2011-03-01,convergence,county,0.123\n", "money_decimals"),
    ])
  func disagree(text: String, rule: String) throws {
    let office = try FileOffice()
    let receipt = try office.take(text) { $0.acceptsValid = true }
    #expect(receipt.errors.map(\.kind.rule) == [rule])
    // The column bears the file's own name, in English words too.
    for fault in receipt.errors where rule == "header_words" {
      let words = FaultWording(.english, of: receipt).message(fault)
      #expect(words.contains("is not what 金额 holds"), "\(words)")
    }
    #expect(receipt.created == 0)
    #expect(receipt.rejected == receipt.rows)
    #expect(try amounts(office) == [])
  }

  @Test(
    "a roster's headers, the register's first or a later one",
    arguments: [
      ("出生日期（农历）", "header_words"), ("出生日期（公历）", nil), ("出生日期（阳历）", nil), ("出生日期(yyyy-mm-dd)", nil),
      ("出生日期（如：2011-06-30）", nil), ("出生日期（年/月/日）", nil), ("出生日期（以身份证为准）", nil),
      ("出生日期（以农历为准）", "header_words"), ("出生日期（甲）", "header_words"), ("出生日期（必填）", nil),
      ("纳入日期（计划）", "header_words"), ("家庭人口数（人）", nil), ("家庭人口数（万人）", "header_words"),
      ("家庭人口数万人", "header_words"), ("家庭人口数人", nil), ("备注人", nil),
      ("家庭年人均纯收入（元/人·年）", nil), ("家庭年人均纯收入（元/月）", "header_words"),
      ("备注（甲）", nil), ("备注（计划）", "header_words"), ("性别（男/女）", nil), ("联系电话（11位）", nil),
    ] as [(String, String?)], [false, true])
  func roster(cell: (header: String, rule: String?), isLater: Bool) throws {
    let office = try FileOffice()
    if isLater { try office.take("户编号,村编码,姓名,与户主关系\nH0,433123104201,癸,户主\n") }
    let before = try office.members()
    let receipt = try office.take(
      "户编号,村编码,姓名,与户主关系,\(cell.header)\nH1,433123104201,甲,户主,\n"
    ) { $0.acceptsValid = true }
    #expect(receipt.errors.map(\.kind.rule) == (cell.rule.map { [$0] } ?? []))
    #expect(receipt.created == (cell.rule == nil ? 1 : 0))
    #expect(receipt.rejected == (cell.rule == nil ? 0 : 1))
    #expect(receipt.warned == (cell.header == "备注（甲）" ? ["1 remark header_words"] : []))
    #expect(try office.members().count == before.count + receipt.created)
  }

  @Test(
    "a unit of an amount goes into a first roster and a later one alike", arguments: [false, true])
  func rosterIncome(isLater: Bool) throws {
    let office = try FileOffice()
    if isLater { try office.take("户编号,村编码,姓名,与户主关系\nH0,433123104201,癸,户主\n") }
    let receipt = try office.take(
      "花名册,,,,\n,,,,单位：万元\n户编号,村编码,姓名,与户主关系,家庭年人均纯收入\nH1,433123104201,甲,户主,0.12\n")
    #expect(receipt.told == [])
    #expect(receipt.warned == ["3 income_per_capita header_unit"])
    let income = try office.register.connection.first(
      "SELECT income_per_capita_fen FROM circumstance WHERE income_per_capita_fen IS NOT NULL"
    ) { $0.int64(0) }
    #expect(income == 1_200_00)
  }

  @Test(
    "计划 is accepted where a thing is planned, and nowhere else",
    arguments: [
      ("plans", "户编号,规划开始日期（计划）,帮扶措施（计划）,目标收入（计划，万元）", true),
      ("projects", "项目编号,项目名称,项目类别,县代码,申报日期（计划）,预算金额（计划）", true),
      ("projects", "项目编号,项目名称,项目类别,县代码,申报日期,批复日期（计划）", false),
      ("assignments", "户编号,责任类别,责任人编号,开始日期（计划）", false),
    ])
  func planned(sheet: String, header: String, isTaken: Bool) throws {
    let receipt = try FileOffice().take(header + "\n") { $0.isCheck = true }
    #expect(receipt.sheet == sheet)
    #expect(receipt.errors.map(\.kind.rule) == (isTaken ? [] : ["header_words"]))
  }

  @Test(
    "what a quantity counts agrees with the unit column, and no scale is taken",
    arguments: [
      ("数量（头）,单位", "20,头", []), ("数量（头）,单位", "20,head", []),
      ("数量（头）,单位", "20,只", ["unit_conflict"]),
      ("数量（头）,单位", "20,", ["unit_conflict"]), ("数量（万只）,单位", "20,只", ["header_words"]),
      ("数量万只,单位", "20,只", ["header_words"]), ("数量万,单位", "20,只", ["header_words"]),
      ("数量头,单位", "20,头", []), ("数量头,单位", "20,只", ["unit_conflict"]),
      ("数量（万）,单位", "20,只", ["header_words"]), ("数量（元）,单位", "20,元", ["header_words"]),
    ])
  func quantities(columns: String, cells: String, rules: [String]) throws {
    let receipt = try FileOffice().take(
      "项目编号,项目名称,项目类别,县代码,申报日期,\(columns)\nP1,养猪,养殖,433123,2011-03-01,\(cells)\n"
    ) { $0.isCheck = true }
    #expect(receipt.sheet == "projects")
    #expect(receipt.errors.map(\.kind.rule) == rules)
  }

  @Test("a title's scale over quantities refuses, its unit of money does not touch them")
  func titleScale() throws {
    let header = "项目编号,项目名称,项目类别,县代码,申报日期,预算金额,数量,单位\nP1,养猪,养殖,433123,2011-03-01,5,20,头\n"
    let refused = try FileOffice().take("单位：万头,,,,,,,\n" + header)
    #expect(refused.told == ["1 quantity header_words"])
    let office = try FileOffice()
    #expect(try office.take("单位：万元、头,,,,,,,\n" + header).told == [])
    let budget = try office.register.connection.first("SELECT budget_fen FROM project_record") {
      $0.int64(0)
    }
    #expect(budget == 50_000_00)
  }

  @Test("beside a plain column one that could not stand alone is ignored and told")
  func besidePlain() throws {
    let receipt = try FileOffice().take(
      "户编号,村编码,姓名,与户主关系,出生日期,出生日期（农历）\nH1,433123104201,甲,户主,1970-01-02,冬月廿五\n")
    #expect(receipt.told == [])
    #expect(receipt.unknownColumns == ["出生日期（农历）"])
    #expect(receipt.created == 1)
    let twice = try FileOffice().take(
      Self.batch + "金额,金额（万元）\nT-1,T1,2011-03-01,convergence,county,50,50\n")
    #expect(twice.told == ["1 - unknown_sheet"])
  }
}
