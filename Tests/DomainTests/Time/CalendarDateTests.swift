import Domain
import Testing

@Suite("Days")
struct CalendarDateTests {
  @Test("every day from 1850 to 2199 has the next number and gives its parts back")
  func calendar() throws {
    var expected = try #require(CalendarDate(year: 1850, month: 1, day: 1)).dayNumber
    var mistakes = 0
    for year in 1850...2199 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        for day in 1...length {
          let date = CalendarDate(year: year, month: index + 1, day: day)
          let parts = CalendarDate(dayNumber: expected).parts
          if date?.dayNumber != expected || parts != (year, index + 1, day) { mistakes += 1 }
          expected += 1
        }
        if CalendarDate(year: year, month: index + 1, day: length + 1) != nil { mistakes += 1 }
      }
    }
    #expect(mistakes == 0)
  }

  @Test("known days have their known numbers")
  func known() throws {
    #expect(CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
    #expect(CalendarDate(year: 2000, month: 3, day: 1)?.dayNumber == 11_017)
    #expect(CalendarDate(year: 2011, month: 6, day: 30)?.dayNumber == 15_155)
    #expect(CalendarDate(year: 1969, month: 12, day: 31)?.dayNumber == -1)
    #expect(CalendarDate.beginning == CalendarDate(year: 1, month: 1, day: 1))
    #expect(CalendarDate.forever == CalendarDate(year: 9999, month: 12, day: 31))
    #expect(CalendarDate.beginning.description == "0001-01-01")
    #expect(CalendarDate.forever.description == "9999-12-31")
    #expect(CalendarDate.beginning < CalendarDate.forever)
  }

  @Test("a stored day is read from what its description writes, and from nothing looser")
  func stored() {
    for date in [CalendarDate.beginning, .forever, CalendarDate(dayNumber: 15_155)] {
      #expect(CalendarDate(date.description) == date)
    }
    for text in [
      "2011-6-30", "20110630", "2011/06/30", "2011-02-30", " 2011-06-30", "", "0000-01-01",
    ] {
      #expect(CalendarDate(text) == nil, "\(text)")
    }
  }

  @Test("days are added within the calendar and never beyond it")
  func adding() throws {
    let date = try #require(CalendarDate(year: 2012, month: 2, day: 28))
    #expect(date.adding(days: 2).description == "2012-03-01")
    #expect(date.adding(days: -59).description == "2011-12-31")
    #expect(date.adding(days: .max) == .forever)
    #expect(date.adding(days: .min) == .beginning)
    #expect(CalendarDate(dayNumber: .min).year < 0)
  }

  @Test(
    "every accepted form of a day is read",
    arguments: [
      "2011-06-30", "2011-6-30", "2011/6/30", "2011/06/30", "2011.6.30", "20110630",
      "2011年6月30日", "2011年06月30日", "２０１１－０６－３０", "２０１１年６月３０日", "２０１１０６３０",
      " 2011-06-30\u{3000}", "'2011-06-30", "\u{FEFF}20110630", "2011/6/30 0:00",
      "2011-06-30 00:00",
      "2011-06-30 00:00:00", "2011-06-30T00:00:00.000", "2011年6月30日 0:00",
    ])
  func forms(text: String) throws {
    for serials in [CalendarDate.serials, nil] {
      let date = try reading(text) { (cell) throws(CellFault) in
        try CalendarDate.read(cell, serials: serials)
      }
      #expect(date.description == "2011-06-30")
    }
  }

  @Test(
    "what is no accepted form is refused",
    arguments: [
      "30/6/11", "30/6/2011", "11-06-30", "2011-6", "201106", "2011-06-30-", "2011-06/30",
      "2011--06-30", "2011-06-30 16:00", "2011-06-29T16:00:00Z", "2011-06-30 0", "2011年6月30",
      "2011年6-30", "2011-6月30日", "6月30日",
      "2011年30日6月", "2011-006-30", "02011-06-30", "2011063", "201106300", "-2011-06-30", "去年",
      "2011-06-3O", "99999999999999999999", "年月日", "2011 06 30",
    ])
  func badForms(text: String) {
    #expect(dateFault(text, serials: nil) == .dateForm)
  }

  @Test(
    "a day that does not exist is told with its parts",
    arguments: [
      ("2011-13-45", 2011, 13, 45), ("2011-02-29", 2011, 2, 29), ("20110431", 2011, 4, 31),
      ("1900/2/29", 1900, 2, 29), ("2011-00-10", 2011, 0, 10), ("2011-1-0", 2011, 1, 0),
      ("2011年6月31日", 2011, 6, 31), ("0000-01-01", 0, 1, 1),
    ])
  func impossible(text: String, year: Int, month: Int, day: Int) {
    #expect(
      dateFault(text, serials: nil)
        == .dateImpossible(year: year, month: month, day: day))
  }

  @Test("years lie between 1850 and 2199, but for the written form of the beginning")
  func years() throws {
    #expect(dateFault("1849-12-31", serials: nil) == .dateRange(year: 1849))
    #expect(dateFault("2200-01-01", serials: nil) == .dateRange(year: 2200))
    #expect(dateFault("0001-01-02", serials: nil) == .dateRange(year: 1))
    #expect(dateFault("1850-01-01", serials: nil) == nil)
    #expect(dateFault("2199-12-31", serials: nil) == nil)
    let beginning = try reading("0001-01-01") { (cell) throws(CellFault) in
      try CalendarDate.read(cell, serials: nil)
    }
    #expect(beginning == .beginning)
  }

  @Test("an empty cell is missing, not ill-formed", arguments: ["", " \u{3000}"])
  func missing(text: String) {
    #expect(dateFault(text, serials: CalendarDate.serials) == .missing)
  }

  @Test(
    "Excel's numbers are days from 1980 to 2099",
    arguments: [
      ("29221", "1980-01-01"), ("40724", "2011-06-30"), ("'40724", "2011-06-30"),
      ("４０７２４", "2011-06-30"), ("73050", "2099-12-31"),
    ])
  func serials(text: String, day: String) throws {
    let date = try reading(text) { (cell) throws(CellFault) in
      try CalendarDate.read(cell, serials: CalendarDate.serials)
    }
    #expect(date.description == day)
    #expect(dateFault(text, serials: nil) == .dateForm)
  }

  @Test(
    "where a day may lie long ago they are days from 2200 on",
    arguments: [("2200", "1906-01-08"), ("9999", "1927-05-17"), ("24872", "1968-02-04")])
  func earlySerials(text: String, day: String) throws {
    let date = try reading(text) { (cell) throws(CellFault) in
      try CalendarDate.read(cell, serials: CalendarDate.earlySerials)
    }
    #expect(date.description == day)
    #expect(dateFault(text, serials: CalendarDate.serials) == .dateNumber)
  }

  @Test("numbers that are no day that can be meant are refused")
  func badSerials() {
    for text in ["0", "1", "12", "60", "1849", "02011", "29220", "73051", "99999"] {
      #expect(dateFault(text, serials: CalendarDate.serials) == .dateNumber, "\(text)")
    }
    for text in ["0", "12", "1849", "02011", "73051"] {
      #expect(dateFault(text, serials: CalendarDate.earlySerials) == .dateNumber, "\(text)")
    }
    for text in ["-1", "40724.5", "100000"] {
      #expect(dateFault(text, serials: CalendarDate.serials) == .dateForm, "\(text)")
    }
  }

  @Test("a year alone is no day, whatever numbers are taken", arguments: [1850, 2011, 2199])
  func yearAlone(year: Int) {
    for serials in [CalendarDate.serials, CalendarDate.earlySerials, nil] {
      #expect(dateFault(String(year), serials: serials) == .yearAlone(year: year))
    }
  }

  @Test("every form of random days reads back as the day")
  func roundTrip() throws {
    var numbers = SeededNumbers(seed: 2011)
    for _ in 0..<5_000 {
      let date = CalendarDate(dayNumber: .random(in: -43_829...84_005, using: &numbers))
      let (year, month, day) = date.parts
      for text in [
        date.description, "\(year)/\(month)/\(day)", "\(year).\(month).\(day)",
        "\(year)年\(month)月\(day)日", date.description.filter { $0 != "-" },
        fullWidth(date.description),
      ] {
        let read = try reading(text) { (cell) throws(CellFault) in
          try CalendarDate.read(cell, serials: CalendarDate.serials)
        }
        #expect(read == date)
      }
    }
  }

  private func dateFault(_ text: String, serials: ClosedRange<Int>?) -> CellFault? {
    fault(text) { (cell) throws(CellFault) in
      try CalendarDate.read(cell, serials: serials)
    }
  }
}
