import Foundation
import Register
import Testing

/// Both ways of compressing a block, or the one there is.
private let ways = SHA256.isInProcessor ? [false, true] : [false]

@Suite("SHA-256")
struct SHA256Tests {
  @Test(
    "the standard's examples come out, whichever way blocks are compressed",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      (
        "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
      ),
      (
        String(repeating: "a", count: 1_000_000),
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
      ),
    ], ways)
  func examples(example: (message: String, digest: String), usingProcessor: Bool) {
    var hash = SHA256(usingProcessor: usingProcessor)
    hash.update(Array(example.message.utf8).span)
    #expect(hash.finalize().hexadecimal == example.digest)
    #expect(SHA256.hash(Array(example.message.utf8)).hexadecimal == example.digest)
  }

  @Test("every length from 0 to 300 agrees with the system's sha256sum", arguments: ways)
  func agreesWithSystem(usingProcessor: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sha256-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var dice = Dice(seed: 2011)
    let messages = (0...300).map { dice.bytes($0) }
    let names = messages.indices.map { "m\($0)" }
    for (name, message) in zip(names, messages) {
      try Data(message).write(to: folder.appending(path: name))
    }
    var expected: [String: String] = [:]
    for line in try sha256sum(names, in: folder).split(separator: "\n") {
      let parts = line.split(separator: " ")
      expected[String(try #require(parts.last))] = String(try #require(parts.first))
    }
    var hash = SHA256(usingProcessor: usingProcessor)
    for (name, message) in zip(names, messages) {
      hash.update(message.span)
      #expect(hash.finalize().hexadecimal == expected[name])
    }
  }

  @Test("a message gives the same digest however it is cut", arguments: ways)
  func splits(usingProcessor: Bool) {
    var dice = Dice(seed: 600)
    for _ in 0..<400 {
      let message = dice.bytes(Int(dice.next() % 700))
      var hash = SHA256(usingProcessor: usingProcessor)
      var rest = message[...]
      while !rest.isEmpty {
        let part = rest.prefix(Int(dice.next() % 150))
        part.withUnsafeBytes { hash.update($0) }
        rest = rest.dropFirst(part.count)
      }
      var whole = SHA256(usingProcessor: false)
      whole.update(message.span)
      #expect(hash.finalize() == whole.finalize())
    }
  }

  private func sha256sum(_ names: [String], in folder: URL) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["sha256sum"] + names
    process.currentDirectoryURL = folder
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Marsaglia's xorshift: the same bytes in every run.
private struct Dice {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state >> 11
  }

  mutating func bytes(_ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for _ in 0..<count { bytes.append(UInt8(truncatingIfNeeded: next())) }
    return bytes
  }
}
