#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// A POSIX thread, since what runs on it is one long loop and no task, and who waits for it may sit inside a
// callback of SQLite's.

/// A thread that runs one body; joined by the one that made it.
final class SecondThread {
  private var thread: pthread_t?

  /// Does not run where the system has no thread to give.
  init(_ body: @escaping () -> Void) {
    let body = Unmanaged.passRetained(ThreadBody(body))
    #if canImport(Glibc)
      var started = pthread_t()
    #else
      var started: pthread_t?
    #endif
    let code = pthread_create(&started, nil, runBody, body.toOpaque())
    if code == 0 { thread = started } else { body.release() }
  }

  /// Whether there is a thread that is not joined yet.
  var isRunning: Bool { thread != nil }

  /// Waits for the body's end.
  func join() {
    guard let thread else { return }
    pthread_join(thread, nil)
    self.thread = nil
  }
}

private final class ThreadBody {
  let run: () -> Void
  init(_ run: @escaping () -> Void) { self.run = run }
}

#if canImport(Glibc)
  private let runBody: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = {
    if let body = $0 { Unmanaged<ThreadBody>.fromOpaque(body).takeRetainedValue().run() }
    return nil
  }
#else
  private let runBody: @convention(c) (UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? = {
    Unmanaged<ThreadBody>.fromOpaque($0).takeRetainedValue().run()
    return nil
  }
#endif

/// Something worked out by a second thread while the first goes on.
package final class Background<Answer>: @unchecked Sendable {
  private var work: (() -> Answer)?
  private var answer: Answer?
  private var thread: SecondThread?

  /// - Parameter work: touches nothing that the first thread changes until it has the answer. Let go of
  ///   once it is done.
  package init(_ work: @escaping () -> Answer) {
    self.work = work
    thread = SecondThread { [unowned self] in finish() }
  }

  deinit { thread?.join() }

  /// Waits for the answer.
  package func result() -> Answer {
    thread?.join()
    // Where the system has no thread to give, the work is done when it is asked for.
    finish()
    guard let answer else { preconditionFailure("the work is done") }
    return answer
  }

  private func finish() {
    if let work { answer = work() }
    work = nil
  }
}
