import Foundation
import Testing

@Suite("report classes and report exceptions")
struct ClassProgramTests {
  private let folder: ProgramFolder

  init() throws { folder = try ReportsFolder.make() }

  private func object(_ words: String) throws -> [String: Any] {
    let told = try folder.shell("$PROGRAM report \(words) --json")
    try #require(told.status == 0, "\(words): \(told.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
  }

  private func csv(_ words: String) throws -> [[String]] {
    let told = try folder.shell("$PROGRAM report \(words) --format csv")
    try #require(told.status == 0, "\(words): \(told.errors)")
    return told.output.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }

  @Test("the systems are crossed on any day; the regions add up to the total, by every level")
  func classes() throws {
    for (level, chinese) in [("county", "县"), ("township", "乡镇"), ("village", "村")] {
      let rows = try csv("classes --on 2011-12-31 --by \(level)")
      #expect(try csv("classes --on 2011-12-31 --by \(chinese)") == rows)
      #expect(rows[0].prefix(3) == ["code", "name", "households"])
      let total = try #require(rows.last)
      #expect(total[0] == "total")
      for column in 2..<rows[0].count {
        let sum = rows.dropFirst().dropLast().reduce(0) { $0 + (Int($1[column]) ?? 0) }
        #expect(Int(total[column]) == sum, "\(rows[0][column])")
      }
      let byClass = total[3...7].reduce(0) { $0 + (Int($1) ?? 0) }
      #expect(Int(total[2]) == byClass && byClass > 300)
    }
  }

  @Test("who moved between the systems is told by day and direction")
  func moves() throws {
    // 4331231072170019 lost the allowance on 22 May; 4331231142080005 came to it from the five guarantees, and
    // three poor households were granted it.
    let report = try object("classes --on 2011-12-31")
    let total = try #require(report["total"] as? [String: Any])
    #expect(total["gained_allowance"] as? Int == 4 && total["lost_allowance"] as? Int == 1)
    let moves = try #require(report["moves"] as? [[String: Any]])
    let lost = try #require(moves.first { $0["household_no"] as? String == "4331231072170019" })
    #expect(lost["on"] as? String == "2011-05-22" && lost["to"] as? String == "poor")
    #expect(lost["from"] as? String == "poor_dibao")
    let later = try csv("classes --on 2011-12-31 --since 2011-06-30 --part moves")
    #expect(later.count - 1 == moves.count { ($0["on"] as? String ?? "") > "2011-06-30" })
    let before = try object("classes --on 2011-05-21")
    #expect((before["moves"] as? [Any])?.count == 0)
  }

  @Test("the list is held against the register: unknown people, other names, other classes")
  func list() throws {
    try folder.write(
      "list.csv",
      """
      resident_id,name,region_code,from
      11010519491231002X,李某某,433123104201,2011-01-01
      439935195305170028,吴香,433123104201,2011-01-01

      """)
    let read = try folder.run("import", "list.csv")
    try #require(read.status == 0, "\(read.output)\(read.errors)")
    let rows = try csv("classes --on 2011-12-31 --part list")
    #expect(rows[0].joined(separator: ",").hasPrefix("kind,household_no,village_code,village,name"))
    let unknown = try #require(rows.first { $0[0] == "on_list_only" && $0[4] == "李某某" })
    #expect(unknown[6] == "110105********002X" && unknown[1].isEmpty)
    let other = try #require(rows.first { $0[0] == "other_name" })
    #expect(other[1] == "4331231042010001" && other[4] == "吴香梅" && other[5] == "吴香")
    let exceptions = try csv("exceptions --on 2011-12-31")
    let told = try #require(exceptions.first { $0[0] == "dibao_other_name" })
    #expect(told[1] == "4331231042010001" && told[4] == "吴香梅" && told[13] == "吴香")
  }

  @Test("a class is judged against the line in force on the day, the smallest place's first")
  func line() throws {
    let before = try csv("classes --on 2011-05-31 --part line")
    #expect(before[0].suffix(2) == ["income_per_capita_yuan", "line_yuan"])
    try folder.write(
      "lines.csv",
      "region_code,from,poverty_line,dibao_line\n433123,2011-06-01,1500.00,1080.00\n")
    let read = try folder.run("import", "lines.csv")
    try #require(read.status == 0, "\(read.output)\(read.errors)")
    #expect(try csv("classes --on 2011-05-31 --part line") == before)
    let after = try csv("classes --on 2011-06-01 --part line")
    #expect(after.count > before.count)
    let poor = after.filter { $0[3] == "poor" }
    #expect(!poor.isEmpty && poor.allSatisfy { $0[5] == "1500.00" && (Double($0[4]) ?? 0) >= 1500 })
    let exceptions = try csv("exceptions --on 2011-06-01")
    #expect(exceptions.filter { $0[0] == "above_line" }.count == after.count - 1)
  }

  @Test("each kind of exception is told in the language, with what to do")
  func exceptions() throws {
    let rows = try csv("exceptions --on 2011-12-31 --lang zh")
    let posted = rows.filter { $0[0] == "posted_short" }
    // Every posting of the sample stood for a week.
    #expect(posted.count > 10 && posted.allSatisfy { $0[18] == "7" })
    #expect(rows.dropFirst().allSatisfy { $0[19].count > 5 })
    for (language, words) in [("en", "Post the project again"), ("zh", "重新公示满规定天数")] {
      let text = try folder.shell(
        "$PROGRAM report exceptions --on 2011-12-31 --lang \(language)"
      ).output
      #expect(text.contains(words))
    }
    let report = try object("exceptions --on 2011-12-31")
    let counts = try #require(report["counts"] as? [String: Int])
    #expect(counts["posted_short"] == posted.count && counts["bank_failed"] == 0)
  }
}
