import Reports
import Testing

@Suite("Running text in lines")
struct WrappedTextTests {
  @Test("English breaks at spaces")
  func english() {
    #expect(
      WrappedText.lines("twelve piglets of good breed", within: 14) == [
        "twelve piglets", "of good breed",
      ])
  }

  @Test("Chinese breaks anywhere, two columns a character")
  func chinese() {
    #expect(WrappedText.lines("发放仔猪十二头", within: 7) == ["发放仔", "猪十二", "头"])
  }

  @Test("A word longer than a line is broken")
  func longWord() {
    #expect(WrappedText.lines("abcdefgh ij", within: 3) == ["abc", "def", "gh", "ij"])
  }

  @Test(
    "No line begins with a mark that divides or closes, and none ends with one that opens",
    arguments: [
      ("纳入户数、脱落户数", 8, ["纳入户", "数、脱落", "户数"]),
      ("扶持人数（本月）", 10, ["扶持人数", "（本月）"]),
      ("计划到户，12、项目", 10, ["计划到户，", "12、项目"]),
      ("（（（（（", 4, ["（（", "（（", "（"]),
      ("凤凰县 -7,260、隆回县", 13, ["凤凰县", "-7,260、隆回", "县"]),
    ] as [(String, Int, [String])])
  func marks(text: String, limit: Int, lines: [String]) {
    #expect(WrappedText.lines(text, within: limit) == lines)
  }

  @Test("A word among Chinese breaks before itself, not at a blank far before it")
  func mixed() {
    #expect(
      WrappedText.lines("sixpoint: 没有这一户4331231042010009", within: 24) == [
        "sixpoint: 没有这一户", "4331231042010009",
      ])
  }

  @Test("A line that goes on is set in as it began, and by so much more")
  func hanging() {
    #expect(
      WrappedText.folded("a\n  one two three\nb", within: 11, hanging: 2)
        == "a\n  one two\n    three\nb")
    #expect(WrappedText.folded("in /a/long/path now", within: 8) == "in\n/a/long/path\nnow")
  }

  @Test("Nothing is lost and no line is too wide", arguments: 0..<30)
  func property(seed: Int) {
    var random = SeededNumbers(seed: UInt64(seed))
    let letters = Array("a b猪c 头十de f（）、12·")
    let text = String((0..<200).compactMap { _ in letters.randomElement(using: &random) })
    let limit = Int.random(in: 2...40, using: &random)
    let lines = WrappedText.lines(text, within: limit)
    #expect(lines.allSatisfy { DisplayWidth.of($0) <= limit })
    #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
  }

  @Test("No text, no lines", arguments: ["", "   "])
  func empty(text: String) {
    #expect(WrappedText.lines(text, within: 10).isEmpty)
  }
}
