import Domain
import Intake
import Sheets
import Testing

@Suite("What a receipt warns of")
struct NoticeTests {
  private static let header =
    "household_no,village_code,name,relation,class,cause,birth_date,resident_id\n"

  @Test(
    "what reading made of the cells is counted, with its first line",
    arguments: [
      ("Ｈ1,433123104201,甲,户主,,,,", ["2 household_no full_width"]),
      ("H1,433123104201,甲,户主,,,25569,", ["2 birth_date excel_serial"]),
      ("H1,433123104201,甲,户主,,,1970,", []),
      ("H1,433123104201,阿•买,户主,,,,", ["2 name name_folded"]),
      ("H1,433123104201,甲,户主,,,,433123700101001", ["2 resident_id resident_id_15"]),
      (
        "H1,433123104201,甲,1,3,2,,",
        ["2 cause code_list", "2 class code_list", "2 relation code_list"]
      ),
    ])
  func warned(row: String, warnings: [String]) throws {
    let receipt = try FileOffice().take(Self.header + row + "\n")
    #expect(receipt.told == [])
    #expect(receipt.warned == warnings)
  }

  @Test(
    "a column without a header is named by its place where anything stands in it",
    arguments: [
      ("H1,433123104201,甲,户主,1999,", ["1 - unknown_column"], 6),
      ("H1,433123104201,甲,户主,, x", ["1 - unknown_column"], 7),
      ("H1,433123104201,甲,户主,,　", [], 0),
      ("H1,433123104201,甲,户主,,", [], 0),
    ])
  func nameless(row: String, warnings: [String], place: Int) throws {
    let receipt = try FileOffice().take(
      "备用,household_no,village_code,name,relation,,　\n,\(row)\n")
    #expect(receipt.told == [] && receipt.unknownColumns == ["备用"])
    #expect(receipt.warned == warnings)
    if place > 0 {
      #expect(
        receipt.warnings.map(\.kind) == [.notice(.namelessColumn(place: place, cells: 1))])
    }
  }

  @Test("--codes says by which list numbers are read")
  func codes() throws {
    let text = Self.header + "H1,433123104201,甲,02,3,1,,\nH1,,乙,10,,,,\n"
    for (lists, category, cause) in [
      ([], HouseholdClass.poorDibao, "因灾"),
      (["household_category_2014", "cause_2014"], HouseholdClass.wubao, "因病"),
    ] {
      let office = try FileOffice()
      try office.take(text) { options in
        for list in lists { _ = options.codes.choose(list) }
      }
      let standing = try office.register.connection.first("SELECT class FROM household_class") {
        $0.int(0)
      }
      #expect(standing == category.rawValue)
      let label = try office.register.connection.first("SELECT cause FROM circumstance") {
        $0.text(0)
      }
      #expect(label == cause)
    }
    var codes = CodeChoice()
    let isKnown = codes.choose("relation")
    #expect(!isKnown)
  }

  @Test("a list that gives most households no head or two refuses the file")
  func doubtful() throws {
    let office = try FileOffice()
    let text = Self.header + "H1,433123104201,甲,2,,,,\nH1,,乙,10,,,,\n"
    let receipt = try office.take(text) { $0.acceptsValid = true }
    #expect(receipt.told == ["1 relation doubtful_codes"])
    #expect(receipt.rejected == 2)
    #expect(receipt.entry == nil)
    #expect(try office.take(text) { _ = $0.codes.choose("relation_gbt4761") }.created == 2)
  }

  @Test(
    "a file's name that says another county is a warning",
    arguments: [
      ("roster_433124.csv", true), ("花垣县花名册.csv", true), ("花垣.csv", true),
      ("Huayuan roster.csv", true), ("roster_433123.csv", false), ("凤凰县.csv", false),
      ("20110630.csv", false), ("roster.csv", false), ("花垣和凤凰.csv", false),
    ])
  func named(name: String, isOther: Bool) throws {
    let receipt = try FileOffice().take(Self.header + "H1,433123104201,甲,户主,,,,\n", name: name)
    #expect(receipt.told == [])
    #expect(receipt.warned == (isOther ? ["0 - file_name_county"] : []))
  }

  @Test("the receipt counts by township")
  func townships() throws {
    let office = try FileOffice()
    let receipt = try office.take(
      Self.header + "H1,433123104201,甲,户主,,,,\nH2,433123105201,乙,户主,,,,\nH2,,丙,,,,,\n"
    ) {
      $0.acceptsValid = true
      $0.tellsTownships = true
    }
    #expect(receipt.townships.map(\.code) == [433_123_104, 433_123_105])
    #expect(receipt.townships.map(\.created) == [1, 0])
    #expect(receipt.townships.map(\.rejected) == [0, 2])
    #expect(receipt.townships.first?.name?.chinese == "茶田镇")
  }
}
