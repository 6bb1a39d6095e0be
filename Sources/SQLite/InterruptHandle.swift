import CSQLite
import Synchronization

/// Stops what a connection is doing, from another thread; harmless when the connection is closed.
///
/// Not for a signal handler itself, which may not take a lock: for a thread that waits for signals.
package struct InterruptHandle: Sendable {
  let target: InterruptTarget

  /// The statement that runs, if any, ends with a failure that `isInterrupted`.
  /// A statement begun later is not touched.
  package func interrupt() { target.interrupt() }
}

/// The connection's address while it is open; 0 afterwards.
final class InterruptTarget: Sendable {
  private struct State {
    var address: UInt
    var interrupts = 0
  }

  private let state: Mutex<State>

  init(_ database: OpaquePointer) { state = Mutex(State(address: UInt(bitPattern: database))) }

  func interrupt() {
    state.withLock { state in
      state.interrupts += 1
      if let database = OpaquePointer(bitPattern: state.address) { sqlite3_interrupt(database) }
    }
  }

  /// How often it was interrupted, for a wait of our own.
  var interrupts: Int { state.withLock { $0.interrupts } }

  func forget() { state.withLock { $0.address = 0 } }
}
