// An interrupt ends the process with status 130 within a second, whatever the process is at.
//
// No handler runs inside the signal, where almost nothing is allowed. The signals are held back and
// a thread of its own waits for them, so that what they set off is ordinary code:
//
// - Outside `whileWorking` there is nothing to unwind (a question waits on the terminal, a report
//   is being printed): temporary files go and the process ends at once.
// - Inside, the flag is set and the closure is called, again and again, since `sqlite3_interrupt`
//   stops only what runs at that moment. The work ends itself: it rolls back, and its caller
//   returns `ExitStatus.interrupted`. Where it has just committed it may as well finish and say so.
// - Work that does neither within the grace is cut off. The database sees to it that this is the
//   same as never having begun.
//
// SIGINT and SIGTERM are watched even where the parent has them ignored, as a shell does for a
// command in the background: whoever sends them by hand means them.

import Synchronization

package enum SignalWatch {
  private struct Work: Sendable {
    let number: Int
    let interrupt: @Sendable () -> Void
  }

  private struct State: Sendable {
    var works: [Work] = []
    var lastNumber = 0
  }

  private static let state = Mutex(State())
  private static let flag = Atomic<Bool>(false)

  private static let graceMilliseconds: UInt32 = 700
  private static let stepMilliseconds: UInt32 = 20

  /// To be called once, before any other thread is started.
  package static func begin() {
    System.hold(System.endingSignals())
    let started = System.startThread { _ in SignalWatch.watch() }
    // Without a watcher the signals must end the process in their own way.
    if !started { System.release(System.endingSignals()) }
  }

  /// Long work asks this between its steps and stops where it is true.
  package static var isInterrupted: Bool { flag.load(ordering: .relaxed) }

  /// Runs `body` so that a signal calls `interrupt`, from another thread, instead of ending the
  /// process at once. `interrupt` is never called after this returns; it must not wait for `body`.
  package static func whileWorking<Result: ~Copyable, Failure: Error>(
    interrupt: @escaping @Sendable () -> Void = {},
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let number = state.withLock { state in
      state.lastNumber += 1
      state.works.append(Work(number: state.lastNumber, interrupt: interrupt))
      return state.lastNumber
    }
    defer { state.withLock { state in state.works.removeAll { $0.number == number } } }
    return try body()
  }

  private static func watch() -> Never {
    System.awaitSignal(System.endingSignals())
    flag.store(true, ordering: .relaxed)
    let isIdle = state.withLock { $0.works.isEmpty }
    var waited: UInt32 = 0
    while !isIdle && waited < graceMilliseconds {
      state.withLock { state in
        for work in state.works { work.interrupt() }
      }
      System.sleep(milliseconds: stepMilliseconds)
      waited += stepMilliseconds
    }
    UnfinishedFiles.removeAllAndExit(ExitStatus.interrupted.rawValue)
  }
}
