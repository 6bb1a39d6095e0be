// An interrupt ends the process with status 130 within a second, until what the command writes is written:
// from then on it changes nothing, and the command ends as if nobody had interrupted it.
//
// No handler runs inside the signal, where almost nothing is allowed. The signals are held back and
// a thread of its own waits for them, so that what they set off is ordinary code:
//
// - Outside `whileWorking` there is nothing to unwind (a question waits on the terminal, a report
//   is being printed): temporary files go and the process ends at once.
// - Inside, the flag is set and the closure is called, every tenth of a second, since
//   `sqlite3_interrupt` stops only what runs at that moment. The work ends itself: it rolls back,
//   and its caller returns `ExitStatus.interrupted`.
// - Work that does not end itself within the grace is cut off, and that is told. The database sees to it
//   that this is the same as never having begun.
// - From the beginning of a commit nothing is cut off: the watcher waits until it is known whether it
//   succeeded. After it the command finishes. Whether a commit begins or the process ends is decided
//   under one lock, so that no commit is made by a process that says 130.
//
// SIGINT and SIGTERM are watched even where the parent has them ignored, as a shell does for a
// command in the background: whoever sends them by hand means them.

import Register
import Synchronization

package enum SignalWatch {
  private struct Work: Sendable {
    let number: Int
    let interrupt: @Sendable () -> Void
  }

  private enum Phase: Sendable {
    /// Nothing is written yet: an interrupt ends the process.
    case open
    case committing
    /// What the command writes is written.
    case committed
    /// The process is about to end.
    case ending
  }

  private struct State: Sendable {
    var phase = Phase.open
    var works: [Work] = []
    var lastNumber = 0
    /// Tells people that the command was cut off.
    var tellsCutOff: @Sendable () -> Void = {}
  }

  private static let state = Mutex(State())
  private static let flag = Atomic<Bool>(false)

  private static let graceMilliseconds: UInt32 = 700
  private static let stepMilliseconds: UInt32 = 100

  /// To be called once, before anything else and any other thread.
  package static func begin() {
    let signals = System.endingSignals()
    System.hold(signals)
    let started = System.startThread { _ in SignalWatch.watch() }
    // Without a watcher the signals end the process by themselves, with the same status.
    if !started {
      System.endAtOnce(on: signals, status: ExitStatus.interrupted.rawValue)
      System.release(signals)
    }
  }

  /// What is to be told where the command is cut off. It is called from another thread, and the process ends after it.
  static func whenCutOff(_ tell: @escaping @Sendable () -> Void) {
    state.withLock { $0.tellsCutOff = tell }
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

  /// To be called before what makes the command's work true: a commit, a rename. `endCommit` follows.
  ///
  /// Does not return where the process is about to end for a signal.
  package static func beginCommit() {
    let isEnding = state.withLock { state in
      guard state.phase != .ending else { return true }
      state.phase = .committing
      return false
    }
    while isEnding { System.sleep(milliseconds: 1_000) }
  }

  /// - Parameter isDone: whether it succeeded; else a signal ends the process as before.
  package static func endCommit(_ isDone: Bool) {
    state.withLock { $0.phase = isDone ? .committed : .open }
  }

  /// What a register calls around its commits.
  package static let commits = CommitWatch(begins: { beginCommit() }, ends: { endCommit($0) })

  /// For a command that makes several commits one after the other: from now on a signal ends it again.
  /// False where one came already; what was to follow is then not to begin.
  package static func goesOn() -> Bool {
    state.withLock { state in
      guard !isInterrupted else { return false }
      if state.phase == .committed { state.phase = .open }
      return true
    }
  }

  private static func watch() -> Never {
    System.awaitSignal(System.endingSignals())
    var waited: UInt32 = 0
    while true {
      let grace = waited
      let (isEnding, tells) = state.withLock { state -> (Bool, (@Sendable () -> Void)?) in
        flag.store(true, ordering: .relaxed)
        guard state.phase == .open else { return (false, nil) }
        guard !state.works.isEmpty, grace < graceMilliseconds else {
          state.phase = .ending
          return (true, state.tellsCutOff)
        }
        for work in state.works { work.interrupt() }
        return (false, nil)
      }
      tells?()
      if isEnding { UnfinishedFiles.removeAllAndExit(ExitStatus.interrupted.rawValue) }
      System.sleep(milliseconds: stepMilliseconds)
      waited += stepMilliseconds
    }
  }
}
