import Foundation
import Testing

/// ARCHITECTURE.md says where a fact lives; who follows it must arrive.
@Suite("The page about the house")
struct ArchitectureTests {
  private static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Everything in backticks that begins with a folder of the project.
  private static func paths() throws -> [String] {
    let text = try String(contentsOf: top.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    return text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset % 2 == 1 }.map { String($0.element) }
      .filter { word in
        ["Sources/", "Schema/", "Tests/", "scripts/"].contains(where: word.hasPrefix)
      }
  }

  @Test("names only places that are there")
  func paths() throws {
    let paths = try Self.paths()
    #expect(paths.count > 20)
    for path in paths { #expect(Self.isThere(path), "\(path)") }
  }

  /// A `*` in the last part stands for any letters.
  private static func isThere(_ path: String) -> Bool {
    let file = top.appending(path: path)
    let pattern = file.lastPathComponent.split(separator: "*", omittingEmptySubsequences: false)
    guard pattern.count == 2, let beginning = pattern.first, let end = pattern.last else {
      return FileManager.default.fileExists(atPath: file.path)
    }
    let folder = file.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.contains { $0.hasPrefix(beginning) && $0.hasSuffix(end) }
  }

  @Test("has a glossary of the project's own words")
  func glossary() throws {
    let text = try String(contentsOf: Self.top.appending(path: "ARCHITECTURE.md"), encoding: .utf8)
    for word in [
      "entry", "fact", "standing", "withdrawn", "submission", "seal", "leaf", "rung", "stale",
    ] {
      #expect(text.contains("| \(word) |"), "\(word)")
    }
  }

  @Test("the page of the rules has a heading for each of its fourteen chapters")
  func chapters() throws {
    let page = Self.top.appending(path: "Sources/Domain/Domain.docc/Rules.md")
    let text = try String(contentsOf: page, encoding: .utf8)
    for chapter in [
      "Words", "Nothing is overwritten", "Places", "Households and members", "The two systems",
      "The six points and the counting rule", "The money ladder", "Projects",
      "Responsible persons", "Progress and income", "Months", "Inspection and disclosure",
      "The year's chapter", "Offices",
    ] {
      #expect(text.contains("\n## \(chapter)\n"), "\(chapter)")
    }
  }

  @Test("the floors above Intake name no connection and write no SQL")
  func database() throws {
    for floor in ["Commands", "Sheets", "Reports"] {
      let folder = Self.top.appending(path: "Sources/\(floor)")
      let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      for file in files ?? [] where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        for word in ["import SQLite", ".connection.", "SELECT ", "INSERT INTO"] {
          #expect(!text.contains(word), "\(floor)/\(file): \(word)")
        }
      }
    }
  }
}
