import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// A POSIX thread, since what runs on it is one long loop and no task, and who waits for it may sit inside a
// callback of SQLite's.

/// One piece of work on a thread of its own.
///
/// Its owner makes it, waits for it and takes its answer, all on one thread: it is not `Sendable`. The second
/// thread holds the work and never the owner, so that nothing of the owner's ends on the second thread, and
/// an owner that goes away early leaves nothing that the thread still needs. Every owner waits before it goes.
package final class Background<Input: ~Copyable & Sendable, Answer: ~Copyable & Sendable> {
  private let work: Work<Input, Answer>
  private var thread: pthread_t?

  /// Hands `input` over to `body`, which runs on the second thread.
  ///
  /// Where the system has no thread to give, the work is done when its answer is asked for.
  package init(
    from input: consuming Input, _ body: @escaping @Sendable (consuming Input) -> Answer
  ) {
    let work = Work(input, body)
    self.work = work
    thread = startThread { work.run() }
  }

  /// Whether there is a thread that is not joined yet.
  package var isRunning: Bool { thread != nil }

  /// Waits for the thread's end; a second time it does nothing.
  package func wait() {
    guard let thread else { return }
    pthread_join(thread, nil)
    self.thread = nil
  }

  /// Waits, and gives the answer.
  ///
  /// - Precondition: it was not taken before.
  package func takeAnswer() -> Answer {
    wait()
    work.run()
    guard let answer = work.takeAnswer() else { preconditionFailure("the answer is taken once") }
    return answer
  }
}

/// What the two threads share: the input until the work begins, the answer from its end.
private final class Work<Input: ~Copyable & Sendable, Answer: ~Copyable & Sendable>: Sendable {
  private let input: Mutex<Input?>
  private let answer = Mutex<Answer?>(nil)
  private let body: @Sendable (consuming Input) -> Answer

  init(_ input: consuming Input, _ body: @escaping @Sendable (consuming Input) -> Answer) {
    self.input = Mutex(input)
    self.body = body
  }

  /// Does the work, unless it was begun already.
  func run() {
    guard let input = input.withLock({ $0.take() }) else { return }
    var found: Answer? = body(input)
    answer.withLock { $0 = found.take() }
  }

  func takeAnswer() -> Answer? { answer.withLock { $0.take() } }
}

/// Starts a thread that runs `body`; nil where the system has none to give. To be joined.
private func startThread(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
  let body = Unmanaged.passRetained(ThreadBody(body))
  #if canImport(Glibc)
    var started = pthread_t()
  #else
    var started: pthread_t?
  #endif
  guard pthread_create(&started, nil, runBody, body.toOpaque()) == 0 else {
    body.release()
    return nil
  }
  return started
}

private final class ThreadBody: Sendable {
  let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
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
