import Arguments
import Commands
import Foundation
import Testing

@Suite("Advice")
struct AdviceTests {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Sources")

  @Test("a message names only commands that there are")
  func commands() throws {
    let known = Set(Program.commands.compactMap { $0.definition.path.first } + ["help"])
    let files = FileManager.default.enumerator(atPath: Self.sources.path)?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }
    var seen = 0
    for file in files ?? [] {
      let text = try String(contentsOf: Self.sources.appending(path: file), encoding: .utf8)
      for advice in text.matches(of: #/“sixpoint ([a-z]+)/#) {
        #expect(known.contains(String(advice.1)), "\(file): \(advice.0)")
        seen += 1
      }
    }
    #expect(seen > 20)
  }
}
