import Commands
import Testing

@Suite("Moments and days")
struct MomentTests {
  @Test(
    "a moment is written to the millisecond and read back",
    arguments: [
      (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"),
      (1_309_421_700_250, "2011-06-30T08:15:00.250Z"),
      (951_782_400_000, "2000-02-29T00:00:00.000Z"),
      (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
      (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ] as [(Int64, String)])
  func writing(milliseconds: Int64, text: String) throws {
    #expect(Moment(millisecondsSince1970: milliseconds).iso8601 == text)
    let read = try #require(Moment(iso8601: text))
    #expect(read.millisecondsSince1970 == milliseconds)
  }

  @Test(
    "seconds may have one to three decimals or none",
    arguments: [
      ("1970-01-01T00:00:01Z", 1000), ("1970-01-01T00:00:01.5Z", 1500),
      ("1970-01-01T00:00:01.25Z", 1250), ("1970-01-01T00:00:01.125Z", 1125),
    ] as [(String, Int64)])
  func decimals(text: String, milliseconds: Int64) {
    #expect(Moment(iso8601: text)?.millisecondsSince1970 == milliseconds)
  }

  @Test(
    "everything else is no moment",
    arguments: [
      "", "2011-06-30", "2011-06-30T08:00:00", "2011-06-30 08:00:00Z", "2011-06-31T08:00:00Z",
      "2011-02-29T00:00:00Z", "2011-06-30T24:00:00Z", "2011-06-30T08:60:00Z",
      "2011-06-30T08:00:60Z", "2011-06-30T08:00:00.Z", "2011-06-30T08:00:00.1234Z",
      "2011-06-30T08:00:00,5Z", "0000-06-30T08:00:00Z", "2011-13-30T08:00:00Z",
      "+011-06-30T08:00:00Z", "２011-06-30T08:00Z", "2011-06-30T08:00:00+08:00",
    ])
  func malformed(text: String) {
    #expect(Moment(iso8601: text) == nil)
  }

  @Test(
    "the day in Shanghai begins at 16:00 UTC",
    arguments: [
      ("2011-06-30T15:59:59.999Z", "2011-06-30"), ("2011-06-30T16:00:00Z", "2011-07-01"),
      ("2011-12-31T16:00:00Z", "2012-01-01"), ("2012-02-28T16:00:00Z", "2012-02-29"),
      ("1969-12-31T15:00:00Z", "1969-12-31"),
    ])
  func shanghai(moment: String, day: String) {
    #expect(Moment(iso8601: moment)?.shanghaiDay.iso8601 == day)
  }

  @Test("days follow each other without a gap through 400 years")
  func calendar() throws {
    let start = try #require(Moment(iso8601: "1800-01-01T00:00:00Z")).millisecondsSince1970
    var previous = try #require(CivilDay(year: 1799, month: 12, day: 31))
    for offset in 0..<146_097 as Range<Int64> {
      let day = Moment(millisecondsSince1970: start + offset * 86_400_000 - 8 * 3_600_000)
        .shanghaiDay
      let isNext =
        day.day == previous.day + 1 && day.month == previous.month && day.year == previous.year
      let beginsMonth = day.day == 1 && day.month == previous.month % 12 + 1
      if !(isNext || beginsMonth) || CivilDay(year: day.year, month: day.month, day: day.day) != day
      {
        Issue.record("\(previous.iso8601) is followed by \(day.iso8601)")
        return
      }
      previous = day
    }
    #expect(previous.iso8601 == "2199-12-31")
  }
}
