import Foundation
import Testing

/// The toolchain's own check (`--explicit-target-dependency-import-check`) scans nothing in Swift 6.3, so that
/// an import goes through whenever the module happens to be built already.
@Suite("The floors of the house")
struct DeclaredImportsTests {
  private static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What Package.swift lets a target import, by its name, and where its sources are.
  private struct Target {
    let name: String
    let folder: String
    let lower: Set<String>
  }

  private static func targets() throws -> [Target] {
    let text = try String(contentsOf: top.appending(path: "Package.swift"), encoding: .utf8)
    let list = text.split(separator: "targets: [\n", maxSplits: 1).last ?? ""
    let begins = #/^    (\.\w+|floor|tests)\(/#.anchorsMatchLineEndings()
    let starts = list.matches(of: begins).map(\.range.lowerBound)
    return zip(starts, starts.dropFirst() + [list.endIndex]).compactMap { start, end in
      let call = String(list[start..<end])
      let strings = call.matches(of: #/"([^"]+)"/#).map { String($0.1) }
      guard !call.hasPrefix("    .systemLibrary"), let name = strings.first else { return nil }
      let folder = call.firstMatch(of: #/path: "([^"]+)"/#).map { String($0.1) }
      if call.hasPrefix("    tests(") {
        return Target(name: "\(name)Tests", folder: "Tests/\(name)Tests", lower: Set(strings))
      }
      let home = call.hasPrefix("    .testTarget") ? "Tests" : "Sources"
      return Target(
        name: name, folder: folder ?? "\(home)/\(name)", lower: Set(strings.dropFirst()))
    }
  }

  private static func imports(in folder: String) throws -> [(file: String, module: String)] {
    let files = FileManager.default.enumerator(atPath: top.appending(path: folder).path)?
      .compactMap { $0 as? String }
    let line = #/^(?:@testable |package |public )?import (?:struct |enum |class |func )?(\w+)/#
      .anchorsMatchLineEndings()
    return try (files ?? []).filter { $0.hasSuffix(".swift") }.flatMap { file in
      let text = try String(
        contentsOf: top.appending(path: "\(folder)/\(file)"), encoding: .utf8)
      return text.matches(of: line).map { ("\(folder)/\(file)", String($0.1)) }
    }
  }

  @Test("every target imports what Package.swift says it rests on, and nothing else of the project")
  func declared() throws {
    let targets = try Self.targets()
    #expect(targets.count > 20)
    let names = Set(targets.map(\.name) + ["CSQLite"])
    for target in targets where target.name != "CSHA256" {
      let imports = try Self.imports(in: target.folder)
      // The lowest floors rest on nothing.
      #expect(imports.isEmpty == target.lower.isEmpty, "\(target.name) has sources")
      for (file, module) in imports where names.contains(module) {
        #expect(target.lower.contains(module), "\(file) imports \(module)")
      }
    }
  }
}
