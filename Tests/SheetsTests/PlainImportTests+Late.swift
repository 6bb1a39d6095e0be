import CSV
import Domain
import Intake
import Register
import Sheets
import Testing

extension PlainImportTests {
  @Test("tell what begins when a household or project is over, or an official has left")
  func late() throws {
    let office = try FuzzOffice("433123_fenghuang")
    func changed(
      _ sheet: Sheet, _ cells: [String: String], once column: String
    ) throws -> [UInt8] {
      let table = try #require(office.seeds[sheet.name])
      func place(_ name: String) throws -> Int { try #require(table[0].firstIndex(of: name)) }
      let key = try place(column)
      var seen: Set<String> = []
      let new = cells.keys.filter { !table[0].contains($0) }.sorted()
      var rows = [table[0] + new]
      for row in table.dropFirst() where seen.insert(row[key]).inserted {
        var row = row + new.map { cells[$0] ?? "" }
        for (name, text) in cells where !new.contains(name) { row[try place(name)] = text }
        rows.append(row)
      }
      return FuzzSheet.bytes(rows)
    }
    let left = try changed(.staff, ["left_on": "2011-07-01"], once: "staff_no")
    let ended = FuzzSheet.bytes([
      ["household_no", "event", "on", "ground"],
      [try #require(office.seeds["roster"])[1][0], "end", "2011-06-01", "gone"],
    ])
    let late: [(sheet: Sheet, cells: [String: String], before: [UInt8], rule: String)] = [
      (.plans, ["starts_on": "2011-12-30", "ended_on": "", "exit_on": ""], ended, "after_end"),
      (.projectHouseholds, ["since": "2011-12-30", "until": ""], ended, "project_over"),
      (.assignments, ["since": "2011-12-30", "until": ""], left, "staff_left"),
    ]
    for (sheet, cells, before, rule) in late {
      let bytes = try changed(sheet, cells, once: "household_no")
      let stage = try office.stage(stage(before: sheet), after: before)
      for way in [ImportOptions.Way.plain, .plainNamed] {
        #expect(try compare(office, stage: stage, bytes, by: way, sheet.name), "\(sheet.name)")
      }
      try office.withRegister(stage: stage) { register, _ in
        let rules = try office.send(bytes, to: register).warnings.map(\.kind.rule)
        #expect(rules.contains(rule), "\(sheet.name): \(rules)")
      }
    }
  }

  @Test("leave reversals of what stands, and money beyond what is there, to the long way")
  func oddMoney() throws {
    let office = try FuzzOffice("433123_fenghuang")
    let stage = Sheet.all.count
    func rows(_ sheet: Sheet, _ lines: [String]) throws -> [UInt8] {
      // Without the last of them, which takes back what was spent.
      let byHand = try FuzzSeeds.table(try #require(FuzzSeeds.byHand[sheet.name])[0]).prefix(5)
      let more = try FuzzSeeds.table(lines.joined(separator: "\n"))
      return FuzzSheet.bytes(byHand + more)
    }
    let reversed = try rows(
      .allocations, ["Z6,XJ2011-1,central,,P433123-00001,4331231042010001,50,2011-10-05,Z4,"])
    for way in [ImportOptions.Way.plain, .plainNamed] {
      #expect(try compare(office, stage: stage, reversed, by: way, "a movement and its reversal"))
    }
    for line in [
      "Z6,XJ2011-1,central,,P433123-00001,4331231042010001,49,2011-10-05,Z4,",
      "Z6,XJ2011-1,central,,P433123-00001,4331231042010001,50,2011-10-03,Z4,",
      "Z6,XJ2011-1,central,,P433123-00001,,50,2011-10-05,Z4,",
      "Z6,XJ2011-1,central,430524,P433123-00001,,50,2011-10-05,,",
      "Z6,XJ2011-1,county,,P433123-00001,,50,2011-10-05,,",
      "Z6,XJ2011-1,central,,P433123-00001,4331231042010001,5000000,2011-10-05,,",
      "Z2,XJ2011-1,central,,P433123-00001,,50,2011-10-05,,",
      "Z6,XJ2011-1,central,,,,50,2011-10-05,,", "Z6,NONE,central,433123,,,50,2011-10-05,,",
    ] {
      let bytes = try rows(.allocations, [line])
      #expect(try !compare(office, stage: stage, bytes, acceptsValid: true, line), "\(line)")
    }
    let paid = try rows(.payments, ["Q4,,,P433123-00001,XJ2011-1,central,1,2011-10-12,,"])
    #expect(try !compare(office, stage: stage, paid, acceptsValid: true, "paid to nobody"))
  }

  @Test("use what was read for a file before only while no entry has changed it")
  func shared() throws {
    let office = try FuzzOffice("433123_fenghuang")
    let home = try #require(office.seeds["roster"])[1][0]
    let files = [
      FuzzSheet.bytes(try #require(office.seeds["plans"])),
      FuzzSheet.bytes([
        ["household_no", "event", "on", "ground"], [home, "end", "2011-06-01", "gone"],
      ]),
      FuzzSheet.bytes([["household_no", "year", "wage"], [home, "2012", "100"]]),
      FuzzSheet.bytes([["household_no", "year", "wage"], [home, "2013", "100"]]),
    ]
    func told(_ way: ImportOptions.Way) throws -> [String] {
      try office.withRegister(stage: stage(before: .plans)) { register, _ in
        let things = KnownThings()
        var options = ImportOptions(
          today: try #require(CalendarDate(year: 2013, month: 12, day: 31)))
        options.way = way
        return try files.map { bytes in
          let file = try SheetFile(path: "a.csv", source: ByteSource(bytes: bytes))
          let importer = Importer(into: register, by: office.author, options, knowing: things)
          let receipt = try importer.run(file)
          return "\(receipt.created) \(receipt.warnings.map(\.kind.rule))"
        }
      }
    }
    let plain = try told(.plain)
    #expect(try plain == told(.staged))
    #expect(plain.suffix(2).allSatisfy { $0.contains("after_end") }, "\(plain)")
  }
}
