import Foundation
import Testing

@Suite("report monthly of a closed month")
struct ClosedReportTests {
  /// Fenghuang's year, closed to June.
  private func closed() throws -> ProgramFolder {
    let folder = try ReportsFolder.make()
    folder.clock = "2012-02-01T08:00:00Z"
    let told = try folder.shell(
      "for m in 1 2 3 4 5 6; do $PROGRAM close 2011-0$m 2>>warnings >/dev/null || exit 1; done")
    try #require(told.status == 0, "\(told.errors)")
    return folder
  }

  /// Everything that `--known closed` prints of June, one after the other.
  private func pages(_ folder: ProgramFolder) throws -> String {
    let told = try folder.shell(
      """
      for by in county township village class prefecture area; do for lang in en zh; do
        for format in text csv json html; do
          $PROGRAM report monthly --month 2011-06 --known closed --by $by --lang $lang \
            --format $format || exit 1
        done
      done; done
      for more in '--county 433123 --by village' '--national-key' '--county 凤凰县 --by class'; do
        $PROGRAM report monthly --month 2011-06 --known closed $more --lang zh --json || exit 1
      done
      $PROGRAM report monthly --month 2011-01..2011-06 --known closed --format csv || exit 1
      $PROGRAM list fulfilled --month 2011-06 --known closed --format csv
      """)
    try #require(told.status == 0, "\(told.errors)")
    return told.output
  }

  private func object(_ folder: ProgramFolder, _ words: String) throws -> [String: Any] {
    let told = try folder.words(words)
    try #require(told.status == 0, "\(words): \(told.errors)")
    let value = try JSONSerialization.jsonObject(with: Data(told.output.utf8))
    return try #require(value as? [String: Any])
  }

  /// Later entries that touch June: another name, another quota, a household's plan, a correction of money.
  private func restate(_ folder: ProgramFolder) throws {
    try folder.write(
      "regions.csv",
      """
      code,parent_code,level,name_zh,name_en
      433123,433100,county,新凤凰县,New Fenghuang
      433123104201,433123104,village,新名村,

      """)
    try folder.write(
      "targets.csv", "programme,year,region_code,persons\nconvergence,2011,433123,90\n")
    let household = try #require(
      try folder.words("list fulfilled --month 2011-06 --format csv").output
        .split(whereSeparator: \.isNewline).dropFirst().first?.split(separator: ",").first)
    for line in [
      "$PROGRAM import regions.csv --quiet", "$PROGRAM import targets.csv --quiet",
      "$PROGRAM household reclass \(household) wubao --on 2011-02-01 --ground late --officer Li",
      "$PROGRAM household end \(household) --on 2011-06-20 --ground late --officer Zhao",
    ] {
      let told = try folder.shell(line)
      try #require(told.status == 0, "\(line): \(told.errors)\(told.output)")
    }
  }

  /// Ends another household in June and undoes that; its number.
  private func endAndUndo(_ folder: ProgramFolder) throws -> String {
    let household = try #require(
      try folder.words("list fulfilled --month 2011-06 --format csv").output
        .split(whereSeparator: \.isNewline).last?.split(separator: ",").first)
    let told = try folder.shell(
      "$PROGRAM household end \(household) --on 2011-06-21 --ground slip --officer Qian")
    try #require(told.status == 0, "\(told.errors)\(told.output)")
    let last = try folder.lastEntry()
    let undone = try folder.words("undo \(last) --yes --officer Sun")
    try #require(undone.status == 0, "\(undone.errors)")
    return String(household)
  }

  @Test("is the same to the byte in every format, grouping and language, whatever is entered later")
  func bytes() throws {
    let folder = try closed()
    let before = try pages(folder)
    try restate(folder)
    #expect(try pages(folder) == before)
    #expect(try folder.words("check").status == 0)
  }

  @Test("gives both, and the differences add up to what households add, with entries and officers")
  func differences() throws {
    let folder = try closed()
    let known = try object(folder, "report monthly --month 2011-06 --known closed --json")
    #expect(known["closed"] as? NSDictionary == known["known"] as? NSDictionary)
    let fresh = try object(folder, "report monthly --month 2011-06 --json")
    let untouched = try #require(fresh["closed"] as? [String: Any])
    #expect((untouched["differences"] as? [Any])?.isEmpty == true)
    #expect(untouched["regions"] as? NSArray == known["regions"] as? NSArray)
    try restate(folder)
    let changedBack = try endAndUndo(folder)
    for by in ["county", "township", "village", "class"] {
      let now = try object(folder, "report monthly --month 2011-06 --by \(by) --json")
      let closed = try #require(now["closed"] as? [String: Any])
      #expect(Set(closed.keys) == ["entry", "hash", "regions", "total", "differences"])
      let differences = try #require(closed["differences"] as? [[String: Any]])
      var officers: Set<String> = []
      for difference in differences {
        let column = try #require(difference["column"] as? String)
        let households = try #require(difference["households"] as? [[String: Any]])
        for household in households {
          let entries = try #require(household["entries"] as? [[String: Any]])
          #expect(!entries.isEmpty)
          officers.formUnion(entries.compactMap { $0["officer"] as? String })
        }
        if ["target_persons", "percent"].contains(column) { continue }
        // A gap that only one side has is no difference of two numbers.
        if difference["now"] as? Int == nil || difference["reported"] as? Int == nil { continue }
        let quota = (difference["quota"] as? [String: Any])?["share"] as? Int ?? 0
        let shares = households.reduce(quota) { $0 + ($1["share"] as? Int ?? 0) }
        let change = (difference["now"] as? Int ?? 0) - (difference["reported"] as? Int ?? 0)
        #expect(shares == change, "\(by) \(difference)")
      }
      #expect(officers.isSuperset(of: by == "class" ? ["Li", "Zhao"] : ["Zhao"]))
      let quota = differences.first { $0["column"] as? String == "target_persons" }
      if by == "county" {
        let enrolled = differences.filter { $0["column"] as? String == "households_enrolled" }
        #expect(enrolled.count == 2)
        for difference in enrolled {
          let households = difference["households"] as? [[String: Any]] ?? []
          let back = households.filter { $0["household_no"] as? String == changedBack }
          #expect(back.count == 1 && back.first?["share"] as? Int == 0)
          let entries = back.first?["entries"] as? [[String: Any]] ?? []
          #expect(entries.map { $0["officer"] as? String } == ["Qian", "Sun"])
        }
        #expect(quota?["now"] as? Int == 90 && (quota?["entries"] as? [Any])?.count == 1)
      }
    }
    let text = try folder.words("report monthly --month 2011-06 --by class").output
    #expect(text.contains("As reported, and as now known:") && text.contains("Zhao)"))
  }

  @Test("the reading tells first and last, the effort, and a list whose rows are the figure's")
  func reading() throws {
    let folder = try closed()
    let report = try object(folder, "report monthly --month 2011-06 --json")
    let reading = try #require(report["reading"] as? [String: Any])
    #expect(reading["months_left"] as? Int == 6)
    let total = try #require(report["total"] as? [String: Any])
    let rest = max(0, 100 - (try #require(total["persons_supported"] as? Int)))
    #expect(reading["persons_a_month"] as? Int == (rest + 5) / 6)
    let percent = try #require(reading["by_percent"] as? [String: [[String: Any]]])
    #expect(percent["best"]?.first?["code"] as? String == "433123")
    let lists = try #require(reading["lists"] as? [[String: Any]])
    for column in ["households_enrolled", "fund", "households_fulfilled", "households_paid"] {
      let command = try #require(
        lists.first { $0["column"] as? String == column }?["command"] as? String)
      let told = try folder.words(command.replacing("sixpoint ", with: "") + " --format csv")
      let rows = told.output.split(whereSeparator: \.isNewline).count - 1
      #expect(rows == total[column] as? Int, "\(command): \(told.errors)")
    }
    let key = try object(folder, "report monthly --month 2011-06 --by area --national-key --json")
    let ofKey = try #require(key["reading"] as? [String: Any])
    #expect(ofKey["row_option"] as? String == "--area")
    #expect(
      (ofKey["lists"] as? [[String: Any]])?.last?["command"] as? String
        == "sixpoint list paid --month 2011-06 --national-key")
    let text = try folder.words("report monthly --month 2011-06").output
    #expect(text.contains("Best by percent: 433123"))
    #expect(text.contains("sixpoint list lapsed --month 2011-06"))
  }

  @Test("several months are one table, and another month stands beside")
  func months() throws {
    let folder = try ReportsFolder.make()
    let one = try folder.words("report monthly --month 2011-03 --format csv").output
    let several = try folder.words("report monthly --month 2011-01..2011-12 --format csv").output
    let lines = several.split(whereSeparator: \.isNewline).map(String.init)
    #expect(lines[0].hasPrefix("month,code,name,households_enrolled"))
    let march = lines.filter { $0.hasPrefix("2011-03,") }.map { String($0.dropFirst(8)) }
    #expect(march == one.split(whereSeparator: \.isNewline).dropFirst().map(String.init))
    #expect(Set(lines.dropFirst().map { $0.prefix(7) }).count == 12)
    let alone = try folder.words("report monthly --month 2011-03..2011-03 --format csv").output
    #expect(
      alone.split(whereSeparator: \.isNewline).map(String.init)
        == lines.filter { $0.hasPrefix("month,") || $0.hasPrefix("2011-03,") })
    let json = try object(folder, "report monthly --month 2011-01..2011-02 --json")
    #expect((json["months"] as? [Any])?.count == 2)
    let beside = try object(folder, "report monthly --month 2011-06 --compare 2011-05 --json")
    #expect((beside["compare"] as? [String: Any])?["month"] as? String == "2011-05")
    func total(_ csv: String) throws -> [String] {
      let line = try #require(csv.split(whereSeparator: \.isNewline).last)
      return line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    let compared = try total(
      try folder.words("report monthly --month 2011-06 --compare 2011-03 --format csv").output)
    let june = try total(try folder.words("report monthly --month 2011-06 --format csv").output)
    let enrolled = [try total(one)[2], june[2]]
    #expect(Array(compared[..<22]) == june && compared[22...23] == ["2011-03", enrolled[0]])
    #expect(Int(compared[24]) == (Int(enrolled[1]) ?? 0) - (Int(enrolled[0]) ?? 0))
    let page = try folder.words(
      "report monthly --month 2011-06 --compare 2011-03 --format html --lang en")
    #expect(page.output.contains("<h2>Compared with 2011-03</h2>"), "\(page.errors)")
    for (words, says) in [
      ("--month 2011-05..2011-01", "2011-01..2011-12"), ("--month 2011-01..x", "2011-06"),
      ("--month 2011-01..2011-02 --compare 2011-03", "--compare"),
      ("--month 2011-03..2011-03 --compare 2011-02", "--compare"),
      ("--month 2011-03..2011-03 --format html", "--format html"),
    ] {
      let told = try folder.words("report monthly \(words)")
      #expect(told.status == 64 && told.errors.contains(says), "\(told.errors)")
    }
  }
}
