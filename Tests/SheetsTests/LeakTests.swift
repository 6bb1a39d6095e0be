import Domain
import Intake
import Sheets
import Testing

@Suite("A personal number where it does not belong")
struct LeakTests {
  private static let secrets = ["433123197711110015", "433123197711110010", "13812345678"]

  /// Every line that people and programs see of a receipt.
  private func told(_ receipt: Receipt) -> String {
    var lines: [String] = []
    for language in FaultWording.Language.allCases {
      let wording = FaultWording(language, sheet: receipt.sheet)
      for fault in receipt.errors + receipt.warnings + receipt.leftAside {
        lines += [wording.line(fault, file: "a.csv"), FaultWording.shownValue(of: fault) ?? ""]
      }
    }
    return lines.joined(separator: "\n")
  }

  @Test(
    "is masked in every column of every sheet that says something is wrong",
    arguments: Sheet.all.map(\.name), LeakTests.secrets)
  func columns(name: String, secret: String) throws {
    let sheet = try #require(Sheet.named(name))
    let office = try FileOffice()
    for column in sheet.columns where column.kind != .withdraw {
      let header = sheet.columns.map(\.name).joined(separator: ",")
      let row = sheet.columns.map { $0.name == column.name ? secret : "x" }.joined(separator: ",")
      let told = try told(office.take(header + "\n" + row + "\n") { $0.isCheck = true })
      #expect(!told.isEmpty)
      #expect(!told.contains(secret), "\(column.name): \(told)")
    }
  }

  @Test("is masked as a header", arguments: secrets)
  func header(secret: String) throws {
    let receipt = try FileOffice().take("staff_no,name,\(secret)\nS1,a,b\n")
    #expect(receipt.unknownColumns == [secret])
    #expect(!told(receipt).contains(secret))
  }

  @Test("numbers of things stay readable")
  func readable() throws {
    let receipt = try FileOffice().take(
      "household_no,starts_on,measures\n4331231042060013,2011-03-01,x\n433123104206001,2011-03-01,x\n"
    )
    #expect(told(receipt).contains("\"4331231042060013\""))
    #expect(told(receipt).contains("\"433123104206001\""))
  }
}
