import Foundation

/// A year of one county's work with forty households, told twice: as the commands of its officers, and as the
/// sheets that say the same. Everybody is invented.
enum CountyYear {
  /// What the office knows of a household.
  struct Household {
    let number: Int
    var name: String { "H\(number < 10 ? "0" : "")\(number)" }
    var village: String { CountyYear.villages[number % 3] }
    var head: String { "田甲\(number)" }
    var spouse: String { "吴乙\(number)" }
    var child: String? { number % 2 == 1 ? "田丙\(number)" : nil }
    var standing: String { ["poor", "poor_dibao", "dibao", "wubao"][number % 4] }
    /// The second half of the county comes in in March.
    var enrolledOn: String { number <= 20 ? "2011-01-15" : "2011-03-10" }
    /// The first half keeps pigs, the second grows tea.
    var project: String { number <= 20 ? "P1" : "P2" }
    var account: String { "6217000000001\(100 + number)" }
    var income: Int { 6_000 + number * 50 }
    /// Every third one reaches the goal.
    var laterIncome: Int { income + (number % 3 == 0 ? 1_600 : 900) }
    var visitedOn: String { "2011-05-\(10 + number % 20)" }
    /// A valid ID: GB 11643-1999, born on 1 January of 1951 to 1990.
    var headID: String {
      let digits = "433123\(1950 + number)0101001"
      let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
      let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
      return digits + ["1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2"][sum % 11]
    }
  }

  static let villages = ["433123104201", "433123104202", "433123104206"]
  static let households = (1...40).map { Household(number: $0) }
  static var pigs: ArraySlice<Household> { households[..<20] }
  static var tea: ArraySlice<Household> { households[20...] }

  static func names(_ households: some Sequence<Household>) -> String {
    households.map(\.name).joined(separator: " ")
  }

  /// Commands before the inspection is drawn and the pay list answered.
  static var commands: [String] {
    (1...6).map { "staff add S\($0) --name 石丁\($0) --county 433123 --phone 1380000000\($0)" }
      + money + enrolments + projects + points + fieldWork
  }

  private static let money = [
    "fund issue B1 --document 湘1号 --fund convergence --source central --amount 150000 --on 2011-01-05",
    "fund issue B1 --document 湘1号 --fund convergence --source provincial --amount 40000 --on 2011-01-05",
    "fund issue L1 --document 信1号 --fund convergence --source loan --amount 20000 --on 2011-02-01",
    "fund allocate B1 --source central --county 433123 --amount 120000 --on 2011-01-20",
    "fund allocate B1 --source provincial --county 433123 --amount 40000 --on 2011-01-20",
    "fund allocate L1 --county 433123 --amount 20000 --on 2011-02-05",
  ]

  private static var enrolments: [String] {
    households.map { household in
      var line =
        "enrol \(household.name) --village \(household.village) --head \(household.head) --id \(household.headID) --class \(household.standing) --account \(household.account) --member \(household.spouse),spouse"
      if let child = household.child { line += " --member \(child),child" }
      return line + " --on \(household.enrolledOn)"
    }
  }

  private static let projects = [
    "project propose P1 --name 养猪 --kind breeding --county 433123 --fund convergence --budget 60000 --quantity 80 --unit 头 --instalments 40/50/10 --on 2011-01-10",
    "project propose P2 --name 种茶 --kind planting --county 433123 --budget 60000 --on 2011-01-12",
    "project propose P3 --name 水渠 --kind water --county 433123 --on 2011-02-01",
    "project review P1 P2 --meeting 第一次评审会 --verdict approve --on 2011-01-18",
    "project review P3 --meeting 第二次评审会 --verdict 退回 --on 2011-02-10",
    "project approve P1 P2 --on 2011-01-20",
    "project link P1 \(names(pigs)) --since 2011-01-25 --quantity 4 --unit 头",
    "project link P2 \(names(tea)) --since 2011-03-15",
    "project start P1 P2 --on 2011-03-16",
    "fund allocate B1 --source central --project P1 --amount 60000 --on 2011-02-01",
    "fund allocate B1 --source provincial --project P2 --amount 40000 --on 2011-03-20",
    "fund allocate L1 --project P2 --amount 20000 --on 2011-03-20",
    "fund allocate B1 --source central --project P1 --each 2000 \(names(pigs)) --on 2011-02-10",
    "fund allocate B1 --source provincial --project P2 --each 1500.50 \(names(tea)) --on 2011-04-01",
    "fund allocate L1 --project P2 --each 500 \(names(tea.prefix(5))) --on 2011-04-02",
    "fund return B1 --source provincial --household H40 --project P2 --amount 100.50 --on 2011-05-10",
  ]

  private static var points: [String] {
    households.map {
      "plan \($0.name) --starts \($0.number <= 20 ? "2011-02-15" : "2011-04-05") --measures 发展产业 --goal-income 9000"
    } + [
      "assign support S1 --village \(villages[0]) --since 2011-04-01",
      "assign support S2 --village \(villages[1]) --since 2011-04-01",
      "assign support S3 --village \(villages[2]) --since 2011-04-10",
      "assign implementation S4 --project P1 --since 2011-03-01",
      "assign implementation S5 --project P2 --since 2011-04-15",
      "assign contact S6 \(names(households)) --since 2011-04-20",
      "member add H07 田小 --relation child --birth 2011-05-05 --on 2011-05-05",
      "member leave H09 田丙9 --on 2011-06-11 --reason 出嫁",
      "household reclass H05 poor_dibao --ground 低于标准 --on 2011-07-01",
      "household move H06 \(villages[1]) --on 2011-09-01",
      "handover S6 S1 --role contact --on 2011-08-01 --yes",
    ]
  }

  private static var fieldWork: [String] {
    households.map {
      "log \($0.name) visit --staff S6 --on \($0.visitedOn)"
    } + ["log P1 construction --percent 80 --staff S4 --on 2011-06-20"]
      + pigs.map {
        "fund pay \($0.name) --project P1 --batch B1 --source central --amount 800 --voucher V\($0.number) --on 2011-03-20"
      }
      + pigs.prefix(10).map {
        "fund pay \($0.name) --project P1 --batch B1 --source central --amount 1000 --voucher W\($0.number) --on 2011-06-25"
      }
      + ["fund reverse W3 --number R3 --on 2011-07-02"]
      + households.map { "income \($0.name) --year 2010 --total \($0.income)" }
      + households.map { "income \($0.name) --year 2011 --total \($0.laterIncome)" }
      + [
        "project accept P1 --grade 合格 --on 2011-11-20", "project close P1 --on 2011-12-20",
        "project cancel P3 --reason 无水源 --on 2011-12-01",
        "disclose post P1 \(villages[0]) --on 2011-02-01",
        "disclose down P1 \(villages[0]) --on 2011-02-15", "disclose batch B1 --on 2011-03-25",
      ]
  }
}
