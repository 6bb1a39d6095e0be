import Domain
import Intake
import Sheets
import Testing

@Suite("Numbers of more than fifteen digits")
struct DigitsWatchTests {
  private static let header = "household_no,village_code,name,relation,class,account_no\n"

  private static func rows(_ numbers: [String]) -> String {
    header
      + numbers.enumerated().map { "\($0.element),433123104201,人\($0.offset),head,poor,\n" }
      .joined()
  }

  @Test("one or two numbers that all end in zeros are warned of once")
  func few() throws {
    for numbers in [["4331231042010010"], ["4331231042010010", "4331231042010020"]] {
      try bothWays(Self.rows(numbers)) { _, receipt in
        #expect(receipt.told == [])
        #expect(receipt.warned == ["2 household_no digits_lost"])
        #expect(receipt.warnings.first?.kind == .notice(.digitsLost(numbers: numbers.count)))
      }
    }
  }

  @Test("three that all end so refuse the file, even for its sound rows")
  func destroyed() throws {
    let numbers = ["4331231042010010", "4331231042010020", "4331231042010030"]
    for acceptsValid in [false, true] {
      try bothWays(Self.rows(numbers), { $0.acceptsValid = acceptsValid }) {
        (office: FileOffice, receipt: Receipt) throws in
        #expect(receipt.told == ["2 household_no digits_lost"])
        #expect(receipt.counts == [0, 0, 0, 3])
        #expect(receipt.entry == nil)
        #expect(try office.households() == [])
      }
    }
  }

  @Test("three are taken where somebody says that they are so")
  func kept() throws {
    let numbers = ["4331231042010010", "4331231042010020", "4331231042010030"]
    try bothWays(Self.rows(numbers), { $0.takesDigits = true }) {
      (office: FileOffice, receipt: Receipt) throws in
      #expect(receipt.told == [])
      #expect(receipt.warned == [])
      #expect(try office.households() == numbers)
    }
  }

  @Test(
    "nothing is told where one number does not end so, or none is as long",
    arguments: [
      ["4331231042010010", "4331231042010020", "4331231042010030", "4331231042010031"],
      ["4331231042010031", "4331231042010010"], ["433123104201000", "433123104201010"],
      ["A331231042010010", "433123-1042010010"],
    ])
  func sound(numbers: [String]) throws {
    try bothWays(Self.rows(numbers)) { _, receipt in
      #expect(receipt.told == [])
      #expect(receipt.warned == [])
    }
  }

  @Test("one number in many rows is one number")
  func distinct() throws {
    let rows = (0..<5).map {
      "4331231042010010,433123104201,人\($0),\($0 == 0 ? "head" : "child"),poor,\n"
    }
    try bothWays(Self.header + rows.joined()) { _, receipt in
      #expect(receipt.told == [])
      #expect(receipt.warnings.first?.kind == .notice(.digitsLost(numbers: 1)))
    }
  }

  @Test("the watch is kept in every sheet, and over accounts")
  func otherColumns() throws {
    let plan = "household_no,starts_on,measures\n4331231042010010,2011-11-01,cattle\n"
    #expect(try FileOffice().take(plan).warned == ["2 household_no digits_lost"])
    let progress = """
      household_no,logged_on,staff_no,kind,quantity
      4331231042010010,2011-10-02,S1,delivery,2
      4331231052240010,2011-10-02,S1,delivery,2

      """
    #expect(try FileOffice().take(progress).warned == ["2 household_no digits_lost"])
    let accounts = (0..<3).map {
      "H\($0),433123104201,人\($0),head,poor,62220219123456\($0)0000\n"
    }
    let receipt = try FileOffice().take(Self.header + accounts.joined())
    #expect(receipt.told == ["2 account_no digits_lost"])
    #expect(receipt.errors.first?.value == "****0000")
  }
}
