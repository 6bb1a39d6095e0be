import CSV
import Intake
import Sheets
import Testing

@Suite("A file beyond any size")
struct OversizeTests {
  /// A gigabyte: a beginning, then one letter for ever. Nobody may read far into it.
  private static func endless(_ beginning: String, then byte: Character) -> ByteSource {
    let head = Array(beginning.utf8)
    let byteCount: Int64 = 1 << 30
    return ByteSource(byteCount: byteCount) { offset, target in
      if offset > 64 << 20 { Issue.record("read far beyond the bound") }
      target.initializeMemory(as: UInt8.self, repeating: byte.asciiValue ?? 0)
      if offset < head.count {
        target.copyBytes(from: head[Int(offset)...].prefix(target.count))
      }
      return target.count
    }
  }

  @Test(
    "is refused at its place before it is read whole, and leaves nothing",
    arguments: [
      ("staff_no,name\nS1,\"", "a", "2 - record_too_long"), ("", "\0", "1 - nul"),
    ] as [(String, Character, String)])
  func refused(beginning: String, byte: Character, told: String) throws {
    let office = try FileOffice()
    let file = try SheetFile(
      path: "big.csv", source: Self.endless(beginning, then: byte), longestLine: 1 << 20)
    #expect(!file.isReadWhole)
    let receipt = try office.take(file) { $0.acceptsValid = true }
    #expect(receipt.told == [told])
    #expect(receipt.isRefusedWhole)
    #expect(receipt.entry == nil)
    // No digest of a part is told as the file's.
    #expect(receipt.sha256 == nil)
  }

  @Test("a line break ends the stretch that is watched, in whatever block it stands")
  func watch() {
    var watch = LineWatch(longest: 4)
    for (block, isSound) in [
      ("abcd", true), ("\n", true), ("ab", true), ("cd\r", true), ("x\nabcd", true), ("e", false),
    ] {
      #expect(watch.feed(Array(block.utf8).span) == isSound, "\(block)")
    }
  }

  @Test("a fault keeps the beginning of a cell that holds pages")
  func value() {
    let long = Fault(line: 1, column: nil, value: String(repeating: "汉", count: 1_000), .noHeader)
    #expect(long.value == String(repeating: "汉", count: 250) + "…")
    let short = String(repeating: "a", count: 1_000)
    #expect(Fault(line: 1, column: nil, value: short, .noHeader).value == short)
  }

  @Test("lines are runs, whatever their number")
  func runs() {
    let lines = [1, 2, 3, 7, 9, 10]
    #expect(LineRuns(lines).runs == [1...3, 7...7, 9...10])
    #expect(Array(LineRuns(lines)) == lines)
    #expect(LineRuns(lines).count == 6)
    #expect(LineRuns().isEmpty)
  }
}
