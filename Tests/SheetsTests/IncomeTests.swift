import Foundation
import Intake
import Register
import SQLite
import Sheets
import Testing

/// An income row corrects the parts it gives and keeps the others, so its total is judged with both.
@Suite("An income and its parts")
struct IncomeTests {
  private let office: EventOffice

  init() throws { office = try EventOffice() }

  private func rules(_ sheet: String) throws -> [String] {
    try office.send(sheet).errors.map { "\($0.line) \($0.column ?? "-") \($0.kind.rule)" }
  }

  /// Parts, cost and total in yuan.
  private func standing(_ household: String = "H1") throws -> String? {
    try office.register.connection.first(
      """
      SELECT ifnull(wage_fen / 100, '-') || ' ' || ifnull(business_fen / 100, '-') || ' '
        || ifnull(cost_fen / 100, '-') || ' = ' || (total_fen / 100)
      FROM income JOIN household ON household.id = household_id
      WHERE household_no = :household AND income.withdrawn IS NULL AND year = 2010
      """, ["household": .text(household)]
    ) { $0.text(0) }
  }

  @Test("a part corrected moves the total that the parts made")
  func part() throws {
    #expect(try rules("household_no,year,wage,business\nH1,2010,100,50").isEmpty)
    #expect(try standing() == "100 50 - = 150")
    #expect(try rules("household_no,year,wage\nH1,2010,80").isEmpty)
    #expect(try standing() == "80 50 - = 130")
    #expect(try rules("household_no,year,cost,total\nH1,2010,30,100").isEmpty)
    #expect(try standing() == "80 50 30 = 100")
    let again = try office.send("household_no,year,cost,total\nH1,2010,30,100")
    #expect(again.unchanged == 1 && again.errors.isEmpty)
  }

  @Test("a part emptied is taken off, and the last one leaves the total")
  func emptied() throws {
    #expect(try rules("household_no,year,wage,business\nH1,2010,100,50").isEmpty)
    #expect(try rules("household_no,year,wage\nH1,2010,(clear)").isEmpty)
    #expect(try standing() == "- 50 - = 50")
    #expect(try rules("household_no,year,business,total\nH1,2010,清空,70").isEmpty)
    #expect(try standing() == "- - - = 70")
  }

  @Test(
    "a total that is not the sum of what would stand is a fault",
    arguments: [
      "household_no,year,total\nH1,2010,999",
      "household_no,year,wage,total\nH1,2010,70,70",
      "household_no,year,wage,total\nH1,2010,(clear),5",
    ])
  func disagrees(sheet: String) throws {
    #expect(try rules("household_no,year,wage,business\nH1,2010,100,50").isEmpty)
    #expect(try rules(sheet) == ["2 total total_not_sum"])
    #expect(try standing() == "100 50 - = 150")
  }

  @Test("a part beside a total that stood alone must make it")
  func alone() throws {
    #expect(try rules("household_no,year,total\nH1,2010,150").isEmpty)
    #expect(try rules("household_no,year,wage\nH1,2010,80") == ["2 total total_not_sum"])
    #expect(try rules("household_no,year,wage\nH1,2010,150").isEmpty)
    #expect(try standing() == "150 - - = 150")
    #expect(try rules("household_no,year,wage,total\nH2,2010,80,90") == ["2 total total_not_sum"])
  }

  @Test("a total emptied makes room for parts, and nothing left is a fault")
  func totalEmptied() throws {
    #expect(try rules("household_no,year,total\nH1,2010,150").isEmpty)
    #expect(try rules("household_no,year,total\nH1,2010,(clear)") == ["2 total missing_value"])
    #expect(try rules("household_no,year,wage,total\nH1,2010,80,(clear)").isEmpty)
    #expect(try standing() == "80 - - = 80")
    #expect(try rules("household_no,year,wage\nH1,2010,清空") == ["2 total missing_value"])
    #expect(try standing() == "80 - - = 80")
    let same = try office.send("household_no,year,total\nH1,2010,(clear)")
    #expect(same.errors.isEmpty && same.unchanged == 1)
  }

  @Test("a row that gives nothing is a fault")
  func nothing() throws {
    #expect(try rules("household_no,year,wage\nH1,2010,") == ["2 total missing_value"])
    #expect(try rules("household_no,year,wage\nH1,2010,(clear)") == ["2 total missing_value"])
  }
}
