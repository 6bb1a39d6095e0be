import Foundation
import Testing

@Suite("Words in both languages")
struct BothLanguagesTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  /// Every pair of an English text and a Chinese one that the sources spell out, without what is put into them.
  private static func pairs() throws -> [(file: String, english: String, chinese: String)] {
    let literal = #""((?:[^"\\]|\\.)*)""#
    let pattern = try Regex<(Substring, Substring, Substring)>(
      #"(?:say|Phrase|Bilingual)\(\s*"# + literal + #"\s*,\s*(?:zh:\s*)?"# + literal)
    var pairs: [(String, String, String)] = []
    let files = FileManager.default.enumerator(atPath: sources.path)?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    for file in files ?? [] {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      for match in text.matches(of: pattern) {
        let (english, chinese) = (String(match.output.1), String(match.output.2))
        // A text with another inside it ends too early for this reading.
        if english.contains("\\(") || chinese.contains("\\(") { continue }
        pairs.append((file, english, chinese))
      }
    }
    return pairs
  }

  private static func isChinese(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x3000...0x9FFF).contains($0.value) || $0.value > 0xFEFF }
  }

  @Test("whatever is said in English is said in Chinese too")
  func both() throws {
    let pairs = try Self.pairs()
    try #require(pairs.count > 900)
    for (file, english, chinese) in pairs {
      let words = english.split(separator: " ").filter { $0.count { $0.isLetter } > 3 }
      guard !words.isEmpty else { continue }
      #expect(Self.isChinese(chinese), "\(file): “\(english)” and “\(chinese)”")
    }
  }

  @Test("no English text is Chinese, but for an example in it")
  func english() throws {
    for (file, english, chinese) in try Self.pairs() where Self.isChinese(english) {
      #expect(english.contains { $0.isASCII && $0.isLetter }, "\(file): “\(english)”")
      #expect(english != chinese, "\(file): “\(english)”")
    }
  }
}
