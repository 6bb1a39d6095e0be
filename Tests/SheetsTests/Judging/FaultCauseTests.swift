import Intake
import Sheets
import Testing

@Suite("One cause is told once")
struct FaultCauseTests {
  private func told(_ receipt: Receipt, _ language: FaultWording.Language = .english) -> [String] {
    let wording = FaultWording(language, of: receipt)
    return FaultCauses(receipt.errors).told.map { wording.line($0, file: "a.csv") }
  }

  @Test("rows of batches that are not there yet are told a batch, with their lines")
  func batches() throws {
    let trial = try MoneyTrial()
    try trial.begin()
    let rows = (0..<6).map { "M\($0),\($0 < 3 ? "XJ1" : "XJ2"),,433123,,,10,2011-04-01,," }
    let receipt = try trial.load(([MoneyTrial.allocations] + rows).joined(separator: "\n"))
    #expect(receipt.rejected == 6)
    #expect(
      FaultCauses(receipt.errors).told.map(\.lines) == [[2, 3, 4], [5, 6, 7]])
    #expect(
      told(receipt).first
        == "a.csv:2: batch_no \"XJ1\": no such batch in the register; import the batches sheet first, or correct the number (3 lines: 2–4)"
    )
  }

  @Test("where a whole sheet is still to come, its absence is one cause that names it")
  func sheets() throws {
    let trial = try MoneyTrial()
    let rows = (0..<6).map { "M\($0),XJ\($0),,433123,,,10,2011-04-01,," }
    let receipt = try trial.load(([MoneyTrial.allocations] + rows).joined(separator: "\n"))
    #expect(receipt.errors.count == 6)
    #expect(
      told(receipt) == [
        "a.csv:2: batch_no \"XJ0\": the register holds no batch yet; import the sheet batches first, then this file again (6 lines: 2–7)"
      ])
    #expect(
      told(receipt, .chinese) == [
        "a.csv:2: batch_no \"XJ0\"：登记库中还没有任何批次；请先导入“资金批次”，再导入本文件（共 6 行：2–7）"
      ])
  }

  @Test("a column that the spreadsheet destroyed, and another county's file, are one cause each")
  func columns() throws {
    let office = try FileOffice()
    let destroyed = try office.take(
      "staff_no,name,phone,county_code\n4.33E+17,a,1,433123\n4.34E+17,b,1,433123\n")
    #expect(FaultCauses(destroyed.errors).told.map(\.lines) == [[2, 3]])
    let other = try office.take("staff_no,name,county_code\n1,a,433124\n2,b,433124\n3,c,433125\n")
    #expect(FaultCauses(other.errors).told.map(\.lines) == [[2, 3], [4]])
    #expect(told(other)[0].contains("is it the right file?"))
  }

  @Test(
    "households of a county that sent no roster are one cause, wrong numbers of another are told each"
  )
  func county() throws {
    let office = try FileOffice()
    try office.take(
      "household_no,village_code,name,relation\n4331231042019001,433123104201,甲,head\n")
    let receipt = try office.take(
      """
      household_no,starts_on,measures
      4305240010010001,2011-03-01,a
      4331231042019002,2011-03-01,b
      4305240010010002,2011-03-01,c
      4331231042019003,2011-03-01,d
      H7,2011-03-01,e

      """)
    #expect(receipt.told == (2...6).map { "\($0) household_no unknown_household" })
    #expect(FaultCauses(receipt.errors).told.map(\.lines) == [[2, 4], [3], [5], [6]])
    #expect(
      told(receipt).first
        == "a.csv:2: household_no \"4305240010010001\": no household of county 430524 is in the register; import that county's roster first, or correct the number (2 lines: 2, 4)"
    )
  }

  @Test("staff and projects of a county that sent none are one cause, a wrong number is another's")
  func unsent() throws {
    let office = try FileOffice()
    try office.take(
      "household_no,village_code,name,relation\n4331231042019001,433123104201,甲,head\n")
    try office.take("staff_no,name,county_code\nS433123-0001,甲,433123\n")
    try office.take(
      "project_no,name,kind,county_code,proposed_on\nP433123-00001,养猪,养殖,433123,2011-03-01\n")
    let rows = [
      "4331231042019001,P430524-00001,2011-06-01,S430524-0001,visit",
      "4331231042019001,P430524-00002,2011-06-02,S433123-0002,visit",
      "4331231042019001,P433123-00009,2011-06-03,S430524-0002,visit",
      "4331231042019001,P430524-00002,2011-06-04,S433123-0001,visit",
    ]
    let header = "household_no,project_no,logged_on,staff_no,kind"
    let receipt = try office.take(([header] + rows).joined(separator: "\n"))
    #expect(receipt.rejected == 4)
    let causes = FaultCauses(receipt.errors).told
    #expect(causes.map(\.fault.column) == ["project_no", "staff_no", "project_no"])
    #expect(causes.map(\.lines) == [[2, 3, 4, 5], [3], [4]])
    let lines = told(receipt)
    #expect(
      lines.first
        == "a.csv:2: project_no \"P430524-00001\": no staff member, no project of county 430524 is in the register; is it the right file? If so, import that county's sheets first, in this order: staff, projects (4 lines: 2–5)"
    )
    #expect(lines.last?.contains("no such project") == true)
    #expect(told(receipt, .chinese).first?.contains("请先依次导入该县的") == true)
  }

  @Test("numbers without a county's digits are of the county that their rows name")
  func unsentByPlace() throws {
    let trial = try MoneyTrial()
    try trial.load(
      "project_no,name,kind,county_code,proposed_on\nP433123-00001,养猪,养殖,433123,2011-03-01")
    let rows = (1...3).map { "甲-\($0),4305240012200001,,2011-05-01,,,4305240012200001" }
    let header = "project_no,household_no,until,since,quantity,unit,备用"
    let receipt = try trial.load(([header] + rows).joined(separator: "\n"))
    let causes = FaultCauses(receipt.errors).told.filter { $0.lacking.contains(.project) }
    #expect(causes.map(\.lines) == [[2, 3, 4]])
  }

  @Test("villages of a county of which the register knows none are one cause")
  func villages() throws {
    let trial = try MoneyTrial()
    let county = try #require(
      try trial.register.connection.first(
        """
        SELECT code FROM region AS county WHERE level = 3 AND NOT EXISTS (
          SELECT 1 FROM region WHERE code / 1000000 = county.code) LIMIT 1
        """
      ) { $0.int64(0) })
    let rows = (0..<4).map { "\(county)00120\($0)000\($0),\(county)00120\($0),甲\($0),head" }
    let header = "household_no,village_code,name,relation"
    let receipt = try trial.load(([header] + rows).joined(separator: "\n"))
    #expect(FaultCauses(receipt.errors).told.map(\.lines) == [[2, 3, 4, 5]])
    #expect(told(receipt).first?.contains("no village of county \(county)") == true)
  }

  @Test("rows that lack the same cells at their end are one cause, and each of them is rejected")
  func ragged() throws {
    let rows = (0..<200).map { "\($0),甲" } + ["900,乙,433123,9"]
    let receipt = try FileOffice().take(
      (["staff_no,name,county_code"] + rows).joined(separator: "\n"))
    #expect(receipt.rejected == 201)
    #expect(receipt.errors.count == 201)
    let causes = FaultCauses(receipt.errors).told
    #expect(causes.map(\.lines) == [Array(2...201), [202]])
    #expect(told(receipt).first?.contains("(200 lines: 2–201)") == true)
  }

  @Test("rows that are too long by the same number of cells are one cause")
  func tooLong() throws {
    let rows = (0..<50).map { "\($0),甲,433123,9" } + ["900,乙,433123,9,9"]
    let receipt = try FileOffice().take(
      (["staff_no,name,county_code"] + rows).joined(separator: "\n"))
    #expect(receipt.rejected == 51)
    #expect(FaultCauses(receipt.errors).told.map(\.lines) == [Array(2...51), [52]])
    #expect(told(receipt).first?.contains("(50 lines: 2–51)") == true)
  }

  @Test("another county's file is one cause in whatever columns, and nothing is to be sent first")
  func everyColumn() {
    let faults = [
      Fault(line: 2, column: "project_no", value: "P1", .noneOfCounty(.project, 433_124)),
      Fault(
        line: 2, column: "village_code", value: "433124104201",
        .outsideOffice(region: 433_124_104_201, office: 433_123)),
      Fault(
        line: 3, column: "county_code", value: "433124",
        .outsideOffice(region: 433_124, office: 433_123)),
      Fault(line: 3, column: "batch_no", value: "B1", .noneOfCounty(.batch, 433_124)),
    ]
    let causes = FaultCauses(faults).told
    #expect(causes.map(\.lines) == [[2, 3], [3]])
    #expect(causes.map(\.fault.kind.rule) == ["outside_office", "unknown_batch"])
    let line = FaultWording(.english, sheet: "allocations").line(causes[0], file: "a.csv")
    #expect(line.contains("is it the right file?") && !line.contains("first"), "\(line)")
  }

  @Test("what several rows are at fault with by themselves is told each")
  func each() throws {
    let receipt = try FileOffice().take("staff_no,name,county_code\n1,,433123\n2,,433123\n")
    #expect(FaultCauses(receipt.errors).told.map(\.lines) == [[2], [3]])
  }
}

@Suite("Faults in the file's own words")
struct ColumnWordsTests {
  @Test("columns and cells are told as the file writes them, in either language")
  func words() throws {
    let trial = try MoneyTrial()
    try trial.begin()
    let receipt = try trial.load(
      """
      备用,移动编号,批次编号,资金来源,县代码,金额（元）,移动日期
      x,M1,B1,省财政,433123,10,2011年1月4日
      x,M2,B1,,433123,10,2011年1月4日
      """)
    #expect(receipt.errors.count == 2)
    for language in FaultWording.Language.allCases {
      let wording = FaultWording(language, of: receipt)
      let lines = receipt.errors.map { wording.line($0, file: "a.csv") }
      #expect(lines[0].hasPrefix("a.csv:2: 资金来源 \"省财政\""), "\(lines)")
      #expect(lines[0].contains("中央"))
      #expect(!lines[0].contains("central"))
    }
  }

  @Test("a column that the file lacks is told in the language of its header")
  func lacking() throws {
    let receipt = try FileOffice().take(
      "户编号,年度,工资性收入\nH1,2011,\n", name: "a.csv")
    let lines = receipt.errors.map { FaultWording(.english, of: receipt).line($0, file: "a.csv") }
    #expect(lines.contains { $0.contains("家庭年总纯收入") }, "\(lines)")
  }

  @Test("a rejects file names the column as its header does")
  func rejects() throws {
    let file = try FileOffice.file(Array("责任人编码,姓名,县代码\n1,a,433124\n".utf8))
    let receipt = try FileOffice().take(file)
    let rejects = try #require(RejectsSheet(of: receipt, file, in: .english))
    var text: [UInt8] = []
    try rejects.forEachPart { part in
      for index in part.indices { text.append(part[index]) }
      return true
    }
    #expect(String(decoding: text, as: UTF8.self).contains("\n2,县代码,outside_office,"))
  }

  private static let money: RungName = {
    var rung = RungName(batch: "B1")
    (rung.project, rung.household) = ("P1", "H1")
    return rung
  }()

  @Test(
    "warnings of several households alike are one, which counts them and names the first",
    arguments: [
      .beyondInstalments(money, rule: "40/50/10", allowed: 12_000, paid: 12_001),
      .onPayList(money, list: "L1", fen: 100),
      .doubledAccount(of: "H1", household: "H9", line: nil),
      .sharedAccount(of: "H1", household: "H9"),
      .projectOver(project: "P1", step: .cancelled, on: 15_155, household: "H1"),
      .staffLeft(staff: "S1", leftOn: 15_155, household: "H1"),
    ] as [Notice])
  func alike(notice: Notice) throws {
    let causes = FaultCauses((2...4).map { Fault(line: $0, column: "amount", .notice(notice)) })
    let cause = try #require(causes.told.first)
    #expect(causes.total == 1 && cause.lines == [2, 3, 4])
    let english = FaultWording(.english, sheet: "pay_lists").message(cause)
    #expect(english.contains("3 ") && english.contains("household H1"), "\(english)")
    let chinese = FaultWording(.chinese, sheet: "pay_lists").message(cause)
    #expect(chinese.contains("3 ") && chinese.contains("H1"), "\(chinese)")
  }
}
