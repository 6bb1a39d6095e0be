import Foundation
import Register
import SQLite
import Synchronization
import Testing

/// Work of another connection on the same file, on a thread of its own, until told to stop.
final class Neighbour: Sendable {
  private let isStopped = Mutex(false)
  private let made = Mutex(0)
  private let failure = Mutex<String?>(nil)
  private let hasEnded = DispatchSemaphore(value: 0)

  /// Runs `round` over and over with the number of the round.
  init(_ path: String, _ round: @escaping @Sendable (Register, Int) throws -> Void) {
    Thread.detachNewThread { [self] in
      do {
        let register = try Register.open(path: path, writing: true, waitMilliseconds: 10_000)
        try register.connection.execute("PRAGMA synchronous = OFF")
        while !isStopped.withLock({ $0 }) {
          try round(register, rounds)
          made.withLock { $0 += 1 }
        }
      } catch { failure.withLock { $0 = "\(error)" } }
      hasEnded.signal()
    }
  }

  /// How many rounds it has made.
  var rounds: Int { made.withLock { $0 } }

  /// Whether an error has ended its rounds.
  var hasFailed: Bool { failure.withLock { $0 != nil } }

  /// Waits until the neighbour has gone.
  func stop() {
    isStopped.withLock { $0 = true }
    hasEnded.wait()
    if let text = failure.withLock({ $0 }) { Issue.record("the neighbour failed: \(text)") }
  }
}
