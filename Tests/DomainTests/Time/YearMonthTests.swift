import Domain
import Testing

@Suite("Months and days known in part")
struct YearMonthTests {
  @Test("a month knows its first and last day")
  func days() throws {
    let month = try #require(YearMonth("2012-02"))
    #expect(month.firstDay.description == "2012-02-01")
    #expect(month.lastDay.description == "2012-02-29")
    #expect(month.description == "2012-02")
    #expect(month.firstDay.yearMonth == month)
    #expect(month.adding(months: 11)?.description == "2013-01")
    #expect(month.adding(months: -2)?.description == "2011-12")
    #expect(month.adding(months: .max) == nil)
    #expect(try #require(YearMonth("2011-12")) < month)
  }

  @Test(
    "an option takes 2011-06 and nothing else",
    arguments: ["2011-6", "2011/06", "201106", "2011-13", "2011-00", "2011-06-30", "", "1811-06"])
  func strict(text: String) { #expect(YearMonth(text) == nil) }

  @Test(
    "a cell may write a month in each form of a day",
    arguments: ["2011-06", "2011/6", "2011.06", "201106", "2011年6月", "２０１１年０６月", " 2011.6 "])
  func cells(text: String) throws {
    #expect(try reading(text, YearMonth.read).description == "2011-06")
  }

  @Test("a cell that is no month is refused")
  func badCells() {
    #expect(fault("2011", YearMonth.read) == .monthForm)
    #expect(fault("2011-06-30", YearMonth.read) == .monthForm)
    #expect(fault("2011-13", YearMonth.read) == .monthForm)
    #expect(fault("201113", YearMonth.read) == .monthForm)
    #expect(fault("6月", YearMonth.read) == .dateForm)
    #expect(fault("", YearMonth.read) == .missing)
  }

  @Test(
    "a date goes as far as it was written",
    arguments: [
      ("1968", "1968", "1968-01-01", "1968-12-31"),
      ("1968年", "1968", "1968-01-01", "1968-12-31"),
      ("1968.2", "1968-02", "1968-02-01", "1968-02-29"),
      ("1968年2月", "1968-02", "1968-02-01", "1968-02-29"),
      ("196802", "1968-02", "1968-02-01", "1968-02-29"),
      ("1968-2-3", "1968-02-03", "1968-02-03", "1968-02-03"),
      ("24872", "1968-02-04", "1968-02-04", "1968-02-04"),
    ])
  func partial(text: String, written: String, first: String, last: String) throws {
    let date = try reading(text) { (cell) throws(CellFault) in
      try PartialDate.read(cell, serials: CalendarDate.earlySerials)
    }
    #expect(date.description == written)
    #expect(date.firstDay.description == first)
    #expect(date.lastDay.description == last)
    #expect(date.agrees(with: date.firstDay) && date.agrees(with: date.lastDay))
    #expect(!date.agrees(with: date.firstDay.adding(days: -1)))
    #expect(!date.agrees(with: date.lastDay.adding(days: 1)))
  }

  @Test(
    "what is no part of a date is refused",
    arguments: [
      ("1811", CellFault.dateForm), ("181102", .dateRange(year: 1811)),
      ("68-2", .dateForm), ("1968-", .dateForm), ("", .missing), ("68", .dateForm),
    ])
  func badPartial(text: String, expected: CellFault) {
    let found = fault(text) { (cell) throws(CellFault) in
      try PartialDate.read(cell, serials: nil)
    }
    #expect(found == expected)
  }
}
