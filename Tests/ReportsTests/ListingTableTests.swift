import Domain
import Foundation
import Reports
import Testing

@Suite("Lists in answer to a question")
struct ListingTableTests {
  @Test("Text tells the count, and leaves out what only programs need")
  func text() {
    #expect(
      String(decoding: SampleReports.gaps().text(in: .en), as: UTF8.self)
        == ExpectedTexts.gapsEnglish)
    #expect(
      String(decoding: SampleReports.gaps().text(in: .zh), as: UTF8.self)
        == ExpectedTexts.gapsChinese)
  }

  @Test("CSV has every column, codes instead of words, and no formula")
  func csv() {
    let expected = """
      household_no,head,village_code,village,township,class,persons,fulfilled_on,missing
      4331231002010007,石长生,433123100201,菖蒲塘村,廖家桥镇,poor_dibao,4,2011-05-02,\
      implementation contact
      '=1+1,,433123100202,新村,,,0,,fund

      """
    #expect(String(decoding: SampleReports.gaps().csv(), as: UTF8.self) == expected)
  }

  @Test("JSON is valid, counts its rows and gives codes as an array")
  func json() throws {
    let bytes = SampleReports.gaps().json()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect(Set(object.keys) == ["report", "as_of", "known", "count", "rows"])
    #expect(object["count"] as? Int == 2)
    let rows = try #require(object["rows"] as? [[String: Any]])
    #expect(rows[0]["missing"] as? [String] == ["implementation", "contact"])
    #expect(rows[1]["household_no"] as? String == "=1+1")
    #expect(rows[1]["head"] is NSNull)
  }

  @Test("Nothing found is a list of none in every format")
  func none() {
    var list = SampleReports.gaps()
    list.rows = []
    let text = String(decoding: list.text(in: .en), as: UTF8.self)
    #expect(text.hasPrefix("Households with gaps: 0\n\nAs of"))
    #expect(String(decoding: list.json(), as: UTF8.self).hasSuffix("\"count\":0,\"rows\":[]}\n"))
    #expect(list.csv().count(where: { $0 == UInt8(ascii: "\n") }) == 1)
  }

  @Test("A total stands last in text and CSV, and beside the rows in JSON")
  func total() {
    var list = SampleReports.gaps()
    list.total = GapRow(
      householdNo: "total", headName: nil, villageCode: "", villageName: "", townshipName: nil,
      standing: nil, persons: 4, fulfilledOn: nil, missing: [])
    #expect(
      String(decoding: list.csv(), as: UTF8.self).hasSuffix("\ntotal,,,,,,4,,\n"))
    #expect(String(decoding: list.json(), as: UTF8.self).contains("],\"total\":{"))
    #expect(String(decoding: list.text(in: .en), as: UTF8.self).contains("\ntotal "))
  }

  @Test("What a search found shows codes in CSV and words on a terminal")
  func found() {
    let list = ListingTable(
      report: "find", title: Phrase("Found", "查到"), asOf: "2011-06-30",
      known: SampleReports.known, columns: FoundRow.columns,
      rows: [
        FoundRow(
          householdNo: "4331231002010007", name: "石长生", relation: Relation(.head),
          residentID: "433123********0015", villageCode: "433123100201", villageName: "菖蒲塘村",
          townshipName: "廖家桥镇", countyName: "凤凰县", standing: .poor)
      ])
    #expect(
      String(decoding: list.csv(), as: UTF8.self).hasSuffix(
        "\n4331231002010007,石长生,head,433123********0015,433123100201,菖蒲塘村,廖家桥镇,凤凰县,poor\n"))
    let text = String(decoding: list.text(in: .zh), as: UTF8.self)
    #expect(text.contains("户主"))
    #expect(text.contains("扶贫户"))
    #expect(!text.contains("村代码"))
  }
}
