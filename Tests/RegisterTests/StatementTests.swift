import Foundation
import Register
import SQLite
import Testing

@Suite("Statements in the sources")
struct StatementTests {
  /// Literals of Sources/Register that begin as SQL and have nothing put into them.
  private static let literals: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Register")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var literals: [String] = []
    for case let file as URL in files ?? FileManager.DirectoryEnumerator() {
      guard file.pathExtension == "swift", let text = try? String(contentsOf: file, encoding: .utf8)
      else { continue }
      let long = text.components(separatedBy: "\"\"\"")
      for (index, part) in long.enumerated() {
        let found =
          index.isMultiple(of: 2) ? part.components(separatedBy: "\n").flatMap(short) : [part]
        literals += found.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
      }
    }
    let verbs = ["SELECT ", "SELECT\n", "INSERT ", "UPDATE ", "DELETE ", "WITH "]
    return literals.filter { literal in
      verbs.contains { literal.hasPrefix($0) } && !literal.contains("\\(")
        && !literal.contains("temp.") && !literal.contains("merge_")
    }
  }()

  private static func short(_ line: String) -> [String] {
    guard !line.trimmingCharacters(in: .whitespaces).hasPrefix("//") else { return [] }
    let parts = line.components(separatedBy: "\"")
    return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
  }

  @Test("are statements of this schema, every one")
  func prepared() throws {
    let scratch = try Scratch()
    let register = try scratch.register()
    #expect(Self.literals.count > 20)
    for literal in Self.literals {
      // A first half that another literal completes is no statement of its own.
      guard !literal.hasSuffix(",") && !literal.hasSuffix(" FROM") && !literal.hasSuffix(" AS")
      else { continue }
      #expect(throws: Never.self, "\(literal)") { _ = try register.connection.plan(of: literal) }
    }
  }
}
