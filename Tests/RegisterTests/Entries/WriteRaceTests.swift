import Foundation
import Register
import SQLite
import Synchronization
import Testing

/// Two who write at once: each is judged by what stands when its turn comes.
@Suite("Writers at once", .serialized)
struct WriteRaceTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Runs `act` on two connections, both begun while a third holds the register.
  private func together(
    _ act: @escaping @Sendable (Register) throws -> String
  ) throws -> [String] {
    let path = scratch.path("r.sqlite")
    let holder = try Register.open(path: path, writing: true, waitMilliseconds: 0)
    try holder.connection.begin()
    let told = Mutex<[String]>([])
    let ended = DispatchSemaphore(value: 0)
    for _ in 0..<2 {
      Thread.detachNewThread {
        let word: String
        do {
          let register = try Register.open(path: path, writing: true, waitMilliseconds: 20_000)
          word = try act(register)
        } catch { word = "\(error)" }
        told.withLock { $0.append(word) }
        ended.signal()
      }
    }
    // Long enough for both to have asked whatever they ask before their turn.
    Thread.sleep(forTimeInterval: 0.25)
    try holder.connection.rollback()
    for _ in 0..<2 { ended.wait() }
    return told.withLock { $0 }.sorted()
  }

  @Test("of two undos of one entry the second is told which entry undid it")
  func undo() throws {
    let register = try scratch.register()
    try register.act(try header("log")) { (entry: Int64) throws(SQLiteFailure) in
      try register.add("staff", [("staff_no", .text("S1"))], entry)
      try register.add("staff_record", [("staff_id", 1), ("name", .text("Li"))], entry)
    }
    let told = try together { register in
      do {
        return "entry \(try register.undo(2, reason: nil, by: try author()).entry)"
      } catch RegisterFault.alreadyUndone(let entry, let by) {
        return "undone \(entry) by \(by)"
      }
    }
    #expect(told == ["entry 3", "undone 2 by 3"])
    #expect(try register.check().findings == [])
  }
}
