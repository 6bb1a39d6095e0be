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
  private let address: Mutex<UInt>

  init(_ database: OpaquePointer) { address = Mutex(UInt(bitPattern: database)) }

  func interrupt() {
    address.withLock { address in
      if let database = OpaquePointer(bitPattern: address) { sqlite3_interrupt(database) }
    }
  }

  func forget() { address.withLock { $0 = 0 } }
}
