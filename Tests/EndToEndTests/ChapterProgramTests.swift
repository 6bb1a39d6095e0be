import Foundation
import Testing

@MainActor
@Suite("The year's chapter and the targets of the sample", .serialized)
struct ChapterProgramTests {
  @Test("sets out every programme, the register's own two systems and what contradicts itself")
  func annual() throws {
    let folder = try SampleRegister.shared.get().folder
    let text = try folder.words("report annual --year 2011")
    #expect(text.status == 0, "\(text.errors)")
    for words in [
      "Annual chapter 2011", "Hunan Province", "persons supported of a target of 600,000",
      "Rain Plan", "126.1 %", "What contradicts itself", "but the quotient is 479,166.67",
      "but the register knows",
    ] {
      #expect(text.output.contains(words), "\(words)")
    }
    let json = try folder.words("report annual --json").output
    #expect(
      json.hasPrefix(#"{"report":"annual","year":2011,"as_of":"2011-12-31""#), "\(json.prefix(200))"
    )
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let programmes = object?["programmes"] as? [[String: Any]]
    #expect(programmes?.count == 14)
    // The same register by the monthly report.
    let supported = (object?["two_systems"] as? [String: Any])?["persons_supported"] as? Int
    let monthly = try folder.words("report monthly --month 2011-12 --json").output
    #expect(monthly.contains("\"persons_supported\":\(try #require(supported)),"))
    let chinese = try folder.words("report annual --lang zh").output
    #expect(chinese.contains("年度综述 2011") && chinese.contains("前后不一之处"), "\(chinese)")
  }

  @Test("quotas that do not add up are told, with the month's way beside")
  func target() throws {
    let folder = try SampleRegister.shared.get().folder
    let sound = try folder.words("report target --month 2011-06")
    #expect(sound.status == 0, "\(sound.errors)")
    #expect(sound.output.contains("The counties' quotas add up."), "\(sound.output)")
    #expect(sound.output.contains("300,000") && sound.output.contains("15,500"))
    let sheet = try folder.run(
      "import", "-", "--quiet",
      input: "programme,year,region_code,persons,month_06\nconvergence,2011,433123,16500,9000\n")
    #expect(sheet.status == 0, "\(sheet.errors)")
    let told = try folder.words("report target --month 2011-06")
    #expect(
      told.output.contains("600,000, but its 40 counties make 601,000: 1,000 more."),
      "\(told.output)")
    let csv = try folder.words("report target --month 2011-06 --format csv").output
    let county = try #require(csv.split(separator: "\n").first { $0.hasPrefix("433123,") })
    #expect(county.contains(",16500,") && county.contains(",9000,") && county.contains(",yes,"))
    let json = try folder.words("report target --month 2011-06 --json").output
    #expect(
      json.contains(#""adds_up":false,"mismatches":[{"code":"430000""#)
        && json.contains(#""difference":1000"#), "\(json.suffix(400))")
    // The annual report tells the same.
    #expect(
      try folder.words("report annual").output.contains("but the counties make 601,000"))
  }
}
