import CSV
import Foundation
import Intake
import Sheets

/// The sound sheets that fuzzing begins with: a part of a sample county, and small ones by hand.
enum FuzzSeeds {
  typealias Table = [[String]]

  /// Beside the sources where the compiler tells them by a whole path, as it does in debug builds; else in
  /// the folder that holds the build.
  private static let sampleData: URL = {
    let source = URL(filePath: #filePath)
    var folder =
      #filePath.hasPrefix("/")
      ? source.deletingLastPathComponent()
      : URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while folder.path != "/" {
      let candidate = folder.appending(path: "SampleData")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
      folder.deleteLastPathComponent()
    }
    return URL(filePath: "SampleData")
  }()

  /// The county's sheets by name, cut down to a dozen households and what belongs to them.
  static func county(_ folder: String) throws -> [String: Table] {
    var sheets: [String: Table] = [:]
    for sheet in Sheet.all {
      let path = sampleData.appending(path: "\(folder)/\(sheet.name).csv").path
      guard FileManager.default.fileExists(atPath: path) else { continue }
      sheets[sheet.name] = try table(ByteSource(path: path))
    }
    let households = keptHouseholds(sheets)
    let projects = Set(
      rows(sheets["project_households"], "household_no", in: households)
        .compactMap { $0.first })
    for (name, sheet) in sheets {
      let home = column("household_no", in: sheet)
      let project = column("project_no", in: sheet)
      let kept = sheet.dropFirst().filter { row in
        let isHome = home.map { row[$0].isEmpty || households.contains(row[$0]) } ?? true
        let isProject = project.map { row[$0].isEmpty || projects.contains(row[$0]) } ?? true
        return isHome && isProject
      }
      sheets[name] = Array(sheet.prefix(1)) + kept.prefix(name == "roster" ? 200 : 60)
    }
    let province = try table(
      ByteSource(path: sampleData.appending(path: "province/batches.csv").path))
    sheets["batches of the province"] = province
    for (name, text) in places(String(folder.prefix(6))) { sheets[name] = try table(text) }
    if folder.hasPrefix("433123") { sheets["pay_lists"] = try table(payList) }
    return sheets
  }

  /// Those of whom an event tells, and the first of the roster.
  private static func keptHouseholds(_ sheets: [String: Table]) -> Set<String> {
    let events = sheets["household_events"] ?? []
    var kept = Set(events.dropFirst().prefix(6).flatMap { [$0[0], $0[7]] }.filter { !$0.isEmpty })
    for row in (sheets["roster"] ?? []).dropFirst() where kept.count < 16 { kept.insert(row[0]) }
    return kept
  }

  private static func rows(_ sheet: Table?, _ name: String, in set: Set<String>) -> [[String]] {
    guard let sheet, let index = column(name, in: sheet) else { return [] }
    return sheet.dropFirst().filter { set.contains($0[index]) }
  }

  private static func column(_ name: String, in sheet: Table) -> Int? {
    let chinese = ["household_no": "户编号", "project_no": "项目编号"][name]
    return sheet.first?.firstIndex { $0 == name || $0 == chinese }
  }

  static func table(_ text: String) throws -> Table {
    try table(ByteSource(bytes: Array(text.utf8)))
  }

  private static func table(_ source: ByteSource) throws -> Table {
    var reader = RecordReader(source: source, form: try TextForm.detect(in: source))
    var record = Record()
    var table: Table = []
    while try reader.next(into: &record) { table.append(record.texts) }
    return table
  }

  /// Sheets that no sample county sends.
  private static func places(_ county: String) -> [(String, String)] {
    [
      (
        "poverty_lines",
        """
        region_code,from,poverty_line,dibao_line
        430000,2010-01-01,1274,900
        \(county),2011-07-01,2300.00,1080.00
        """
      ),
      (
        "targets",
        """
        programme,year,region_code,persons,month_01,month_02,month_03,month_06,month_12
        convergence,2011,\(county),12000,100,200,300,6000,12000
        雨露计划,2011,\(county),500,,,,,
        """
      ),
      (
        "indicators",
        """
        programme,name_en,name_zh,scope,region_code,unit,planned,actual,qualifier,year,note
        overview,Poor population,贫困人口,county,\(county),person,1000,"1,200",exact,2011,
        overview,Started,开工,county,\(county),date,,2011-05-01,at_least,2011,"a, b"
        """
      ),
    ]
  }

  /// The list that the bank's answers below speak of.
  private static let payList = """
    paylist_no,household_no,name,account_no,amount,project_no,batch_no,source,drawn_on
    D0,4331231042010005,吴香梅,62170000000000011,10,P433123-00001,XJ2011-2,central,2011-12-10
    D0,4331231042010007,麻一,62170000000000029,20,P433123-00001,XJ2011-2,central,2011-12-10
    """

  /// Rows of every kind over what the county Fenghuang has, to be added to what stands.
  static let byHand: [String: [String]] = [
    "regions": [
      """
      code,parent_code,level,name_zh,name_en,tier,valid_from,valid_to
      433123104998,433123104000,village,样村,Yang,provincial,2011-01-01,
      433123104999,,村,乙村,,国家级,,2011-12-01
      """
    ],
    "roster": [
      """
      household_no,township,village,village_code,name,relation,resident_id,birth_date,joined_on,left_on,class,enrolled_on,withdraw
      X1,,,433123104201,吴新,head,433123197001010011,,,,poor,2011-03-01,
      X1,,,,石新,spouse,433123197202020021,,,2011-10-01,,,
      X2,,,433123104201,麻一,01,,1960-05,,,2,,
      X2,,,,麻二,20,,1990,2011-05-01,,,,
      """,
      """
      序号,户编号,村编码,姓名,与户主关系,身份证号码,家庭年人均纯收入（万元）,贫困户属性,作废
      1,X3,433123104201,龙一,户主,433123196005050059,0.12,扶贫户,
      2,X3,,龙二,之子,,,,
      合计,,,,,,,,
      """,
    ],
    "household_events": [
      """
      household_no,event,on,village_code,class,ground,member,other_household,withdraw
      4331231042010001,head,2011-06-01,,,,吴香梅,,
      4331231042010001,split,2011-07-01,433123104201,,,吴香梅,N1,
      4331231042010002,move,2011-08-01,433123104206,,,,,
      4331231042010003,reclass,2011-08-02,,wubao,review,,,
      4331231042010004,merge,2011-09-01,,,,,4331231042010003,
      4331231042010007,end,2011-09-03,,,moved,,,
      N1,end,2011-12-01,,,gone,,,
      """
    ],
    "findings": [
      """
      inspection_no,household_no,found_on,finding,due_on,settled_on,settlement,withdraw
      I1,4331231042010001,2011-09-01,roof leaks,2011-10-01,2011-09-20,mended,
      I1,4331231042010002,2011-09-01,"no, plan",,,,
      """
    ],
    "batches": [
      """
      batch_no,document_no,issued_on,fund,source,amount,announced_on,withdraw
      B9,doc 9,2011-01-02,convergence,central,1000,2011-01-20,
      B9,doc 9,2011-01-02,convergence,county,"2,000.50",,
      """
    ],
    "allocations": [
      """
      movement_no,batch_no,source,county_code,project_no,household_no,amount,moved_on,reverses,withdraw
      Z1,XJ2011-1,central,433123,,,1000,2011-04-01,,
      Z2,XJ2011-1,central,,P433123-00001,,500,2011-10-02,,
      Z3,XJ2011-1,central,,P433123-00001,4331231042010001,200,2011-10-03,,
      Z4,XJ2011-1,central,,P433123-00001,4331231042010001,-50,2011-10-04,,
      Z5,XJ2011-1,central,,P433123-00001,,-500,2011-10-05,Z2,
      """
    ],
    "pay_lists": [
      """
      paylist_no,household_no,name,account_no,amount,project_no,batch_no,source,drawn_on,after,withdraw
      D1,4331231042010005,吴香梅,62170000000000011,1,P433123-00001,XJ2011-2,central,2011-12-20,,
      D2,4331231042010005,吴香梅,62170000000000011,1,P433123-00001,XJ2011-2,central,2011-12-21,D1,
      D2,4331231042010007,麻一,62170000000000029,1,P433123-00001,XJ2011-2,central,2011-12-21,,
      """
    ],
    "bank_returns": [
      """
      paylist_no,household_no,account_no,amount,result,voucher_no,paid_on,reason,withdraw
      D0,4331231042010005,62170000000000011,10,paid,Q7,2011-12-22,,
      D0,4331231042010007,,20,失败,,,no such account,
      """
    ],
    "payments": [
      """
      voucher_no,household_no,payee,project_no,batch_no,source,amount,paid_on,reverses,withdraw
      Q1,4331231042010001,,P433123-00001,XJ2011-1,central,10,2011-10-10,,
      Q2,,seed shop,P433123-00001,XJ2011-1,central,20.05,2011-10-11,,
      Q3,,seed shop,P433123-00001,XJ2011-1,central,-20.05,2011-10-12,Q2,
      """
    ],
    "projects": [
      """
      project_no,name,kind,county_code,village_code,fund,budget,proposed_on,reviewed_on,meeting,verdict,approved_on,started_on,accepted_on,grade,closed_on,rejected_on,cancelled_on,reason,withdraw
      R1,goats,breeding,433123,433123104201,convergence,0.5万元,2011-01-10,2011-02-10,m 1,approve,2011-03-20,2011-04-01,2011-05-01,qualified,2011-06-01,,,,
      R2,rice,planting,433123,,,5000,2011-01-10,2011-02-10,m 1,reject,,,,,,2011-02-11,,too dear,
      R3,road,road,433123,,,,2011-01-10,,,,,,,,,,2011-03-01,flood,
      """
    ],
    "income": [
      """
      household_no,year,wage,business,transfer,property,cost,total,withdraw
      4331231042010001,2010,100,,,,,,
      4331231042010002,2010,1,2,3,4,5,5,
      4331231042010003,2009,,,,,,-700,
      """
    ],
  ]
}
