import Domain
import Register
import SQLite
import Testing

@Suite("Places read in part")
struct PlacesTests {
  @Test(
    "around a place the same is known as where all places are read",
    arguments: [433_123, 430_524, 433_100, 433_123_104, 433_123_104_201, 433_123_104_206] as [Int64]
  )
  func around(code: Int64) throws {
    let small = try QuestionsRegister()
    try small.enter("regions") { (number) throws(SQLiteFailure) in
      // A village comes to lie in another county than its digits say.
      try small.run(
        """
        UPDATE region SET withdrawn = \(number) WHERE code = 433123104201;
        INSERT INTO region (code, parent_code, level, name_zh, entered)
        VALUES (433123104201, (
          SELECT min(code) FROM region WHERE parent_code = 430524 AND withdrawn IS NULL), 5, '迁来村',
          \(number))
        """)
    }
    let day = QuestionsRegister.day("2011-06-30")
    let place = try #require(RegionCode(code))
    let whole = try small.register.regionsKnown(.everything, on: day)
    let part = try small.register.regionsKnown(.everything, on: day, to: .county, around: place)
    let inside = whole.codes.filter { whole.contains(place, $0) }
    #expect(part.codes.filter { part.contains(place, $0) } == inside)
    for inner in inside {
      let township = whole.place(inner, at: .township)
      #expect(part[inner] == whole[inner] && part.place(inner, at: .township) == township)
      if let township { #expect(part[township] == whole[township]) }
    }
    #expect(whole.codes.allSatisfy { part.place($0, at: .county) == whole.place($0, at: .county) })
    #expect(part.codes.count < whole.codes.count / 2)
  }
}
