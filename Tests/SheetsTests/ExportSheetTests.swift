import CSV
import Domain
import Intake
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

  @Test("A sheet goes out as it came in", arguments: sources.keys.sorted())
  func bytes(sheet: String) throws {
    let trial = try ExportSheetTests.filled()
    #expect(
      try trial.export(sheet) == ExportSheetTests.written[sheet] ?? ExportSheetTests.sources[sheet])
  }

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
      let isPersonal = [
        "roster", "staff", "dibao_list", "household_events", "pay_lists", "bank_returns",
      ].contains(sheet.name)
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
