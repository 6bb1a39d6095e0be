import CSV
import Domain
import Register
import SQLite
import Sheets
import Testing

@Suite("What an export writes")
struct ExportSheetTests {
  /// Sheets of every kind over the households of `EventOffice.roster`.
  static func fill(_ trial: ExportTrial) throws {
    for name in Sheet.all.map(\.name) {
      if let text = sources[name] { try trial.take(text) }
    }
  }

  private static func filled() throws -> ExportTrial {
    let trial = try ExportTrial()
    try trial.take(EventOffice.roster)
    try fill(trial)
    return trial
  }

  /// By sheet; each is as an export writes it, but for what stands in the register from its beginning.
  private static let sources: [String: String] = [
    "targets": """
    programme,year,region_code,persons,month_01,month_02,month_03,month_04,month_05,month_06,month_07,month_08,month_09,month_10,month_11,month_12
    convergence,2011,433123,5000,,,,,,2500,,,,,,5000

    """,
    "indicators": """
    programme,name_en,name_zh,scope,region_code,unit,planned,actual,qualifier,year,note
    rain_plan,Trainees,培训人数,,433123,person,100,120.5,at_least,2011,"'=cmd, and ""more"" of it"
    rain_plan,Trainees,培训人数,other,,person,,2011-06,exact,2011,

    """,
    "staff": """
    staff_no,name,employer,position,phone,county_code
    S1,施德,凤凰县教育局,科员,10433123001,433123
    S2,麻平,,,,

    """,
    "dibao_list": """
    resident_id,name,region_code,from,until,amount
    433123197001010011,吴大,433123104201,2010-08-01,,115.00
    433123620606006,麻三,433123,2010-08-01,2011-08-01,

    """,
    "plans": """
    household_no,starts_on,ended_on,goal_income,measures,exit_on
    H1,2011-05-19,,9800.00,"seedlings, ""good"" ones",2012-12-31
    H1,2011-05-20,2011-06-01,,'-goats,

    """,
    "projects": """
    project_no,name,kind,county_code,village_code,fund,budget,quantity,unit,proposed_on,reviewed_on,meeting,verdict,approved_on,started_on,accepted_on,grade,closed_on,rejected_on,cancelled_on,reason
    P1,goats,breeding,433123,433123104201,convergence,16700.00,2.5,head,2011-01-22,2011-02-10,no. 15,approve,2011-02-12,2011-08-27,2011-12-13,high_quality,2011-12-24,,,
    P2,road,road,433123,,连心桥,,,,2011-01-22,,,,,,,,,2011-03-01,,no road

    """,
    "project_households": """
    project_no,household_no,since,until,quantity,unit
    P1,H1,2011-03-22,,1.125,head
    P1,H2,2011-03-22,2011-09-01,,

    """,
    "assignments": """
    household_no,role,staff_no,since,until
    H1,support,S1,2011-04-30,2011-06-01
    H1,support,S2,2011-06-01,
    H1,contact,S1,2011-04-30,

    """,
    "batches": """
    batch_no,document_no,issued_on,fund,source,amount
    B1,凤凰县〔2011〕1号,2011-02-27,convergence,central,1000.00
    B1,凤凰县〔2011〕1号,2011-02-27,convergence,provincial,500.50

    """,
    "allocations": """
    movement_no,batch_no,source,county_code,project_no,household_no,amount,moved_on,reverses
    M1,B1,central,433123,,,1000.00,2011-03-12,
    M2,B1,central,433123,P1,,800.00,2011-03-13,
    M3,B1,central,433123,P1,H1,300.10,2011-03-14,
    M4,B1,central,433123,P1,H1,-0.10,2011-03-15,
    M5,B1,central,433123,,,-200.00,2011-03-16,
    M6,B1,central,433123,P1,H1,-300.10,2011-04-16,M3
    M7,B1,central,433123,P1,H1,250.00,2011-04-16,

    """,
    "payments": """
    voucher_no,household_no,payee,project_no,batch_no,source,amount,paid_on,reverses
    V1,H1,,P1,B1,central,100.00,2011-09-30,
    V2,,村小学,P1,B1,central,50.00,2011-10-26,
    V3,H1,,P1,B1,central,-100.00,2011-10-27,V1

    """,
    "income": """
    household_no,year,wage,business,transfer,property,cost,total
    H1,2010,5800.00,4704.00,437.00,0.00,903.00,10038.00
    H1,2011,,,,,,-11318.00

    """,
    "progress": """
    household_no,project_no,logged_on,staff_no,kind,quantity,unit,percent,note
    ,P1,2011-09-21,S2,visit,,,40,looked at on the spot
    H1,,2011-09-21,S1,delivery,12,head,33.33,piglets
    H1,P1,2011-09-21,S1,delivery,0.5,mu,,

    """,
    "disclosures": """
    project_no,village_code,posted_on,taken_down_on,objection,objected_on,answer,answered_on
    P1,433123104201,2011-01-12,2011-01-19,,,,
    P1,433123104201,2011-01-12,2011-01-19,unequal,2011-01-15,by persons,2011-01-18

    """,
    "findings": """
    inspection_no,household_no,found_on,finding,due_on,settled_on,settlement
    I1,H1,2011-09-12,no plan on the wall,2011-10-01,2011-09-20,hung up
    I1,H2,2011-09-12,absent,,,

    """,
  ]

  @Test("A sheet goes out as it came in", arguments: sources.keys.sorted())
  func bytes(sheet: String) throws {
    let trial = try ExportSheetTests.filled()
    #expect(
      try trial.export(sheet) == ExportSheetTests.written[sheet] ?? ExportSheetTests.sources[sheet])
  }

  /// Where an export's order is another than the source's.
  private static let written: [String: String] = [
    "dibao_list": """
    resident_id,name,region_code,from,until,amount
    433123620606006,麻三,433123,2010-08-01,2011-08-01,
    433123197001010011,吴大,433123104201,2010-08-01,,115.00

    """
  ]

  @Test("The roster tells a household in its first row and every stay in one")
  func roster() throws {
    let trial = try ExportTrial()
    try trial.take(EventOffice.roster)
    try trial.take(
      EventOffice.header + "\nH1,head,2011-04-01,,,,石花,,\nH1,split,2011-05-01,,,,吴小,N1,\n")
    let lines = try trial.export("roster").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines.first
        == "household_no,village_code,township,village,name,relation,resident_id,id_verified,sex,birth_date,ethnicity,education,health,labour,joined_on,left_on,class,class_ground,cause,income_per_capita,phone,account_no,enrolled_on,household_size,remark"
    )
    let village = try #require(lines.first { $0.hasPrefix("H1,433123104201,") })
    #expect(village.contains(",吴大,other,\(EventOffice.wu),"))
    #expect(village.hasSuffix(",,,poor,评议,,,,,2011-02-01,,"))
    #expect(lines.contains { $0.hasPrefix("H1,,,,石花,head,") })
    #expect(lines.contains { $0.hasPrefix("H1,,,,吴小,child,") && $0.contains(",,2011-05-01,,") })
    #expect(
      lines.contains {
        $0.hasPrefix("N1,433123104201,") && $0.contains(",吴小,head,")
          && $0.contains(",2011-05-01,,poor,")
      })
    #expect(lines.filter { $0.hasPrefix("H") || $0.hasPrefix("N") }.count == 12)
    #expect(
      try trial.export("household_events") == """
        household_no,event,on,village_code,class,ground,member,other_household
        H1,head,0001-01-01,,,,\(EventOffice.wu),
        H1,head,2011-04-01,,,,\(EventOffice.shi),
        H1,split,2011-05-01,,,,\(EventOffice.xiao),N1

        """)
  }

  @Test(
    "Regions are those that concern the office, and change nothing",
    arguments: [(Int64(430000), 12_723), (433123, 302)])
  func regions(office: Int64, count: Int) throws {
    let trial = try ExportTrial(office: office)
    let regions = try trial.export("regions")
    #expect(
      regions.hasPrefix(
        "code,parent_code,level,name_zh,name_en,area,supported,national_key,tier,valid_from,valid_to\n430000,,province,"
      ))
    let receipt = try trial.send(regions)
    #expect(receipt.unchanged == count && receipt.errors.isEmpty && receipt.entry == nil)
    #expect(
      try trial.export("poverty_lines")
        == "region_code,from,poverty_line,dibao_line\n430000,2011-01-01,2300.00,\n")
  }

  @Test("Without revealing, IDs, phones and accounts are masked, and import refuses them")
  func masked() throws {
    let trial = try ExportTrial()
    try trial.take(EventOffice.roster)
    try trial.take(
      "household_no,name,relation,resident_id,phone,account_no\n"
        + "H1,吴大,head,\(EventOffice.wu),13812345678,6228480010203040\n")
    try trial.take(EventOffice.header + "\nH1,head,2011-04-01,,,,石花,,\n")
    try ExportSheetTests.fill(trial)
    for sheet in Sheet.all {
      let text = try trial.export(sheet.name) { $0.reveals = false }
      for secret in [
        EventOffice.wu, EventOffice.shi, "433123620606006", "13812345678", "6228480010203040",
        "10433123001",
      ] {
        #expect(!text.contains(secret), "\(sheet.name)")
      }
      let isPersonal = ["roster", "staff", "dibao_list", "household_events"].contains(sheet.name)
      let receipt = try trial.send(text)
      #expect(
        receipt.errors.contains { $0.kind.rule == "masked_value" } == isPersonal, "\(sheet.name)")
      #expect(receipt.entry == nil)
    }
    let roster = try trial.export("roster") { $0.reveals = false }
    #expect(roster.contains(",433123********0011,") && roster.contains(",138****5678,****3040,"))
  }

  @Test("An export keeps to a county's households, money, projects and people")
  func county() throws {
    let trial = try ExportTrial(office: 430000)
    try trial.take(
      """
      household_no,village_code,name,relation,enrolled_on
      A,433123104201,甲,head,2011-02-01
      B,430626200208,乙,head,2011-02-01

      """)
    try trial.take("staff_no,name,county_code\nS1,施,433123\nS2,麻,430626\nS3,田,\n")
    try trial.take(
      "household_no,role,staff_no,since\nA,support,S3,2011-02-01\nB,support,S2,2011-02-01\n")
    try trial.take(
      """
      project_no,name,kind,county_code,proposed_on,reviewed_on,meeting,verdict,approved_on
      P1,a,road,433123,2011-01-01,2011-01-02,m,approve,2011-01-03
      P2,b,road,430626,2011-01-01,2011-01-02,m,approve,2011-01-03

      """)
    try trial.take(
      "batch_no,document_no,issued_on,fund,source,amount\nB1,d,2011-01-01,convergence,central,9\nB2,d,2011-01-01,convergence,central,9\n"
    )
    try trial.take(
      """
      movement_no,batch_no,county_code,project_no,household_no,amount,moved_on
      M1,B1,433123,,,5,2011-01-05
      M2,B2,430626,,,5,2011-01-05
      M3,B1,,P1,,5,2011-01-05
      M4,B2,,P2,B,3,2011-02-05
      M5,B2,,P2,,4,2011-01-05

      """)
    func keys(_ sheet: String, _ place: Int64) throws -> [String] {
      try trial.export(sheet) { $0.place = RegionCode(place) }.split(separator: "\n").dropFirst()
        .map { String($0.prefix { $0 != "," }) }
    }
    #expect(try keys("roster", 433123) == ["A"])
    #expect(try keys("roster", 433100) == ["A"])
    #expect(try keys("assignments", 430626) == ["B"])
    #expect(try keys("staff", 433123) == ["S1", "S3"])
    #expect(try keys("staff", 430626) == ["S2"])
    #expect(try keys("projects", 433123) == ["P1"])
    #expect(try keys("batches", 433123) == ["B1"])
    #expect(try keys("allocations", 433123) == ["M1", "M3"])
    #expect(try keys("allocations", 430600) == ["M2", "M4", "M5"])
    #expect(try keys("regions", 433123).allSatisfy { $0.hasPrefix("433123") })
    for sheet in Sheet.all {
      for known in [nil, 5] as [Int64?] {
        _ = try trial.export(sheet.name) {
          $0.place = RegionCode(433123)
          $0.known = known
        }
      }
    }
  }

  @Test("As known at an entry is what was exported then")
  func known() throws {
    let trial = try ExportTrial()
    var exports: [(entry: Int64, texts: [[UInt8]])] = []
    func remember() throws {
      exports.append(
        (
          try trial.register.lastEntry().number,
          try ExportTrial.all(of: trial.register).map(\.bytes)
        ))
    }
    try trial.take(EventOffice.roster)
    try remember()
    try trial.take(
      EventOffice.header + "\nH1,split,2011-05-01,,,,吴小,N1,\nH1,head,2011-06-01,,,,石花,,\n")
    try remember()
    try ExportSheetTests.fill(trial)
    try remember()
    try trial.take(EventOffice.header + "\nH1,head,2011-06-01,,,,石花,,(withdraw)\n")
    try trial.take("household_no,name,relation,phone,class\nH1,吴大,head,1381234,dibao\n")
    try trial.take(
      "movement_no,withdraw,batch_no,amount,moved_on,county_code\nM5,作废,B1,-200,2011-03-16,433123\n"
    )
    try trial.take(
      "project_no,name,kind,county_code,proposed_on,closed_on\nP1,x,road,433123,2011-01-22,(clear)\n"
    )
    for (entry, texts) in exports {
      #expect(
        try ExportTrial.all(of: trial.register) { $0.known = entry }.map(\.bytes) == texts,
        "entry \(entry)")
    }
  }

  @Test("Every encoding comes back", arguments: TextEncoding.allCases)
  func encodings(encoding: TextEncoding) throws {
    let trial = try ExportTrial()
    try trial.take(EventOffice.roster)
    let sheets = try ExportTrial.all(of: trial.register) {
      $0.form = TextForm(
        encoding: encoding, hasByteOrderMark: encoding != .gb18030,
        delimiter: encoding == .utf8 ? UInt8(ascii: ";") : UInt8(ascii: "\t"))
    }
    #expect(try trial.differences(sending: sheets).isEmpty)
  }
}
