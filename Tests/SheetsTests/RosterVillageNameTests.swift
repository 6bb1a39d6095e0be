import Intake
import Sheets
import Testing

@Suite("Villages by code and by name")
struct RosterVillageNameTests {
  private static let header = "household_no,village_code,township,village,name,relation,remark\n"

  @Test(
    "a name that is another village's is told once, and the code is taken",
    arguments: [false, true]
  )
  func told(isFirst: Bool) throws {
    let trial = try RosterTrial()
    if !isFirst { try trial.load(Self.header + "H9,V1,,,己,head,") }
    let receipt = try trial.load(
      Self.header + """
        H1,V1,廖家桥镇,廖家桥社区,甲,head,
        H2,V1,廖家桥镇,廖家桥村,乙,head,
        H2,V1,廖家桥镇,廖家桥村,丙,child,
        H3,V2,廖家桥镇,高桥,丁,head,
        """)
    #expect(receipt.told == [] && receipt.created == 4)
    #expect(
      receipt.warned == ["3 village village_disagrees", "5 village village_disagrees"])
    let first = try #require(receipt.warnings.first)
    #expect(
      FaultWording(.english, sheet: "roster").line(first, file: "a.csv")
        == "a.csv:3: village \"廖家桥村\": village_code 433123101002 is Liaojiaqiao Community (廖家桥社区), in 2 rows, the first on this line; the code was taken, correct one of the two"
    )
    #expect(
      FaultWording(.chinese, sheet: "roster").line(first, file: "a.csv")
        == "a.csv:3: 行政村 \"廖家桥村\"：村编码 433123101002 是“廖家桥社区”，共 2 行，首处在本行；已按编码录入，请核对更正其中一项")
    let village = try trial.number(
      """
      SELECT village_code FROM residence
      JOIN household ON household.id = household_id WHERE household_no = 'H3'
      """)
    #expect(village == 433_123_101_201)
  }

  @Test("the same file again warns again and changes nothing; a phone in the cell is masked")
  func again() throws {
    let trial = try RosterTrial()
    let file = Self.header + "H1,V1,,13812345678,甲,head,"
    for created in [1, 0] {
      let receipt = try trial.load(file)
      #expect(receipt.told == [] && receipt.created == created)
      #expect(receipt.warned == ["2 village village_disagrees"])
      #expect(receipt.warnings.first?.value == "138****5678")
    }
  }

  @Test("a code nobody knows, and one that a row lacks, are told as before")
  func unknown() throws {
    let receipt = try RosterTrial().load(
      Self.header + "H1,433123101999,,瓦场村,甲,head,\nH2,,廖家桥镇,瓦场村,乙,head,")
    #expect(receipt.told == ["2 village_code unknown_region"] && receipt.warned == [])
  }

  @Test(
    "a village called 村委会 is found by its short name, in its township or with it before",
    arguments: ["霞阳镇,石子坝", "霞阳,石子坝村", ",霞阳镇石子坝村", "霞阳镇,石子坝村民委员会"])
  func shortName(_ cells: String) throws {
    let trial = try RosterTrial()
    let receipt = try trial.load(
      "household_no,township,village,name,relation\nH1,\(cells),甲,head")
    #expect(receipt.told == [] && receipt.created == 1)
    #expect(try trial.number("SELECT village_code FROM residence") == 430_225_100_202)
  }

  @Test(
    "a name that is nobody's gets the nearest villages, with their townships and codes",
    arguments: [("廖家桥镇,廖家乔社区", "廖家桥镇廖家桥社区 433123101002")])
  func suggestion(cells: String, nearest: String) throws {
    let receipt = try RosterTrial().load(
      "household_no,township,village,name,relation\nH1,\(cells),甲,head")
    #expect(receipt.told == ["2 village unknown_region"])
    let fault = try #require(receipt.errors.first)
    for language in FaultWording.Language.allCases {
      #expect(FaultWording(language, sheet: "roster").message(fault).contains(nearest))
    }
  }

  @Test(
    "a township that is nobody's is blamed itself, with those of a like name, and of such a village where none is",
    arguments: ["廖家乔镇,廖家桥社区", "廖家乔,廖家桥", "廖佳桥镇,廖家桥村民委员会", "无此地方镇,廖家桥社区"])
  func township(cells: String) throws {
    let receipt = try RosterTrial().load(
      "household_no,township,village,name,relation\nH1,\(cells),甲,head")
    #expect(receipt.told == ["2 township unknown_region"])
    let fault = try #require(receipt.errors.first)
    #expect(fault.value == cells.split(separator: ",").first.map(String.init))
    for language in FaultWording.Language.allCases {
      #expect(FaultWording(language, sheet: "roster").message(fault).contains("廖家桥镇"))
    }
  }

  @Test("a community of the same stem is another place")
  func otherKind() throws {
    let trial = try RosterTrial()
    let receipt = try trial.load(
      "household_no,township,village,name,relation\nH1,霞阳镇,石子坝社区,甲,head")
    #expect(receipt.created == 0 && receipt.told.count == 1)
  }
}
