import Foundation
import SQLite
import Testing

@Suite("list")
struct ListProgramTests {
  private static let header =
    "household_no,head,village_code,village,township,class,persons,fulfilled_on,missing"
  private static let household = "4331231042010001"

  private let folder: ProgramFolder

  init() throws { folder = try ReportsFolder.make() }

  /// The rows of a csv, the header taken off; nil where it did not begin as it must.
  private func rows(_ words: String, adds: String = "") throws -> [[String]] {
    let told = try folder.shell("$PROGRAM list \(words) --format csv")
    try #require(told.status == 0, "\(words): \(told.errors)")
    let lines = told.output.split(whereSeparator: \.isNewline)
    #expect(lines.first.map(String.init) == Self.header + adds, "\(words)")
    return lines.dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("every list of households begins with the same columns and ends with 0, whatever it finds")
  func columns() throws {
    let money = ",ended_on,allocated_yuan,paid_yuan"
    for (list, adds) in [
      ("households", ""), ("gaps", ""), ("fulfilled", ""), ("lapsed", ""), ("accepted", ""),
      ("income-goal", ""), ("allocated", money), ("paid", money),
      ("visits", ",logged_on,staff_no,staff,project_no,note"),
      ("unvisited", ",roles,last_visit_on"),
    ] {
      #expect(try rows("\(list) --month 2011-01 --lang zh", adds: adds).count >= 0)
      let json = try folder.shell("$PROGRAM list \(list) --month 2011-09 --json")
      #expect(json.output.hasPrefix(#"{"report":"\#(list)","as_of":"2011-09-30","known":{"#))
    }
  }

  @Test("the columns of persons and money add up to the report's cells")
  func sums() throws {
    let report = try folder.shell(
      "$PROGRAM report monthly --month 2011-09 --by township --format csv")
    let cells = report.output.split(whereSeparator: \.isNewline).dropFirst().dropLast().map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let busiest = try #require(cells.max { (Int($0[11]) ?? 0) < (Int($1[11]) ?? 0) })
    let here = "--month 2011-09 --township \(busiest[0])"
    let fulfilled = try rows("fulfilled \(here)")
    #expect(fulfilled.count == Int(busiest[10]))
    #expect(fulfilled.reduce(0) { $0 + (Int($1[6]) ?? 0) } == Int(busiest[11]))
    let inMonth = try rows("fulfilled \(here) --in-month")
    #expect(inMonth.reduce(0) { $0 + (Int($1[6]) ?? 0) } == Int(busiest[12]))
    #expect(inMonth.allSatisfy { $0[7].hasPrefix("2011-09") })
    let paid = try rows("paid \(here)", adds: ",ended_on,allocated_yuan,paid_yuan")
    let fen = paid.reduce(0) { $0 + (Int($1[11].filter { $0 != "." }) ?? 0) }
    #expect(fen == Int(busiest[21].filter { $0 != "." }) && fen > 0)
    let standing = try rows(
      "paid \(here) --standing", adds: ",ended_on,allocated_yuan,paid_yuan")
    #expect(standing.count == Int(busiest[17]))
    // Fenghuang, the office, is a national key county in the Wuling Mountains.
    for (filter, count) in [
      ("--area 武陵山片区 --national-key", fulfilled.count), ("--area none", 0), ("--area 片区外", 0),
    ] {
      #expect(try rows("fulfilled \(here) \(filter)").count == count, "\(filter)")
    }
    let under = try rows("households \(here) --point fund").count
    let without = try rows("gaps \(here) --point 资金安排到户").count
    #expect(under == Int(busiest[6]) && under + without == Int(busiest[2]))
  }

  @Test(
    "an official's households are those assigned on the day; a visit takes one off the unvisited")
  func visits() throws {
    let asked = "unvisited --staff S433123-0001 --on 2011-06-30 --since 2011-06-30"
    let adds = ",roles,last_visit_on"
    let before = try rows(asked, adds: adds)
    let held = try rows("households --staff S433123-0001 --on 2011-06-30")
    #expect(!before.isEmpty && before.allSatisfy { !$0[9].isEmpty })
    #expect(Set(held.map { $0[0] }).isSuperset(of: before.map { $0[0] }))
    let first = before[0][0]
    let other = try folder.run(
      "log", first, "visit", "--staff", "S433123-0002", "--on", "2011-06-30")
    try #require(other.status == 0, "\(other.errors)")
    #expect(try rows(asked, adds: adds).count == before.count, "another's visit is no visit of his")
    let own = try folder.run(
      "log", first, "visit", "--staff", "S433123-0001", "--on", "2011-06-30", "--note", "家访")
    try #require(own.status == 0, "\(own.errors)")
    #expect(
      try rows(asked, adds: adds).map { $0[0] } == before.map { $0[0] }.filter { $0 != first })
    let visits = try rows(
      "visits --staff S433123-0001 --since 2011-06-30 --on 2011-06-30",
      adds: ",logged_on,staff_no,staff,project_no,note")
    let mine = visits.filter { $0[0] == first }
    #expect(mine.map { $0[9] } == ["2011-06-30"] && mine[0][13] == "家访")
    let role = try rows(asked + " --role 联系责任", adds: adds)
    #expect(role.allSatisfy { $0[9] == "contact" } && role.count <= before.count)
  }

  @Test("what is due goes with what answers it")
  func due() throws {
    let told = try folder.run("list", "due", "--on", "2011-12-15", "--format", "csv")
    let lines = told.output.split(whereSeparator: \.isNewline).map(String.init)
    #expect(
      lines.first
        == "kind,due_on,household_no,head,village_code,village,township,project_no,number,missing,note"
    )
    #expect(lines.filter { $0.hasPrefix("month,") }.count == 11)
    #expect(lines.contains("month,2011-11-30,,,,,,,2011-11,,"))
    let lapsed = try rows("lapsed --on 2011-12-15")
    #expect(!lapsed.isEmpty && lines.filter { $0.hasPrefix("gap,") }.count == lapsed.count)
    // P433123-00001 was reviewed on 10 August and approved on the twelfth.
    for (day, isDue) in [("2011-08-09", false), ("2011-08-11", true), ("2011-08-12", false)] {
      let told = try folder.run("list", "due", "--on", day, "--format", "csv").output
      #expect(
        told.contains("review,2011-08-10,,,433123104201,Waping Village,,P433123-00001,,,") == isDue,
        "\(day): \(told)")
    }
  }

  @Test("visits and what is due are told as known at an earlier entry, whatever came later")
  func known() throws {
    let lists = [
      "visits --month 2011-09", "visits --staff S433123-0001 --since 2011-01-01 --on 2011-12-15",
      "unvisited --month 2011-09", "unvisited --staff S433123-0001 --on 2011-12-15",
      "due --on 2011-12-15",
    ]
    let entry = try folder.lastEntry()
    func told(_ list: String, _ more: String = "") throws -> String {
      let told = try folder.shell("$PROGRAM list \(list) --format csv\(more)")
      try #require(told.status == 0, "\(list): \(told.errors)")
      return told.output
    }
    let before = try lists.map { try told($0) }
    let closed = try folder.run("close", "2011-01", "--yes")
    #expect(closed.status == 0, "\(closed.errors)")
    let register = try Connection(
      path: folder.path + "/register.db", mode: .readOnly, busyTimeoutMilliseconds: 1000)
    for table in ["progress", "plan", "disclosure"] {
      let last = try register.first("SELECT max(entered) FROM \(table)") { $0.int64(0) }
      let undone = try folder.run("undo", String(try #require(last)), "--yes")
      #expect(undone.status == 0, "\(table): \(undone.errors)")
    }
    for (list, before) in zip(lists, before) {
      #expect(try told(list, " --known \(entry)") == before, "\(list)")
      #expect(try told(list) != before, "\(list)")
    }
  }

  @Test("a mistyped filter is answered with what would be right")
  func faults() throws {
    let faults: [(String, Int32, String)] = [
      ("gaps --point contcat", 64, "contact"), ("gaps --class pooor", 64, "poor"),
      ("gaps --area wulign", 64, "wuling"),
      ("gaps --role support", 64, "--staff"), ("gaps --staff nobody", 1, "nobody"),
      ("gaps --county 433123 --township 433123104", 64, "--township"),
      ("gaps --known closed", 64, "--month"),
      ("gaps --known closed --month 2011-06", 1, "not closed"),
      ("gaps --known 999", 1, "999"), ("gaps --on 2011-06-30 --month 2011-06", 64, "--month"),
      ("unvisited --since 2011-07-01 --on 2011-06-30", 64, "--since"),
      ("lapsed --village Fenghuang", 1, "give a village"),
    ]
    for (words, status, says) in faults {
      let told = try folder.shell("$PROGRAM list \(words)")
      #expect(told.status == status && told.errors.contains(says), "\(words): \(told.errors)")
      #expect(told.errors.hasPrefix("sixpoint: ") && told.output.isEmpty)
    }
  }
}
