import Intake
import Sheets
import Testing

@Suite("The catalogue of a file's faults")
struct FileFaultTests {
  @Test("each rule has a smallest file and its words", arguments: FileFault.all)
  func told(fault: FileFault) throws {
    let receipt = try FileOffice().take(fault.text, name: "cat.csv") { $0.isCheck = true }
    let first = try #require(receipt.errors.first)
    #expect(first.kind.rule == fault.rule)
    #expect(
      FaultWording(.english, sheet: receipt.sheet).line(first, file: "cat.csv") == fault.english)
    #expect(
      FaultWording(.chinese, sheet: receipt.sheet).line(first, file: "cat.csv") == fault.chinese)
  }
}
