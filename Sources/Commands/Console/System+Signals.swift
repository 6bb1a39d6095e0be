// The calls about signals and threads; see `System.swift`.

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension System {
  /// The signals that end the work: SIGINT and SIGTERM, and SIGHUP unless the parent has it
  /// ignored, as `nohup` does.
  static func endingSignals() -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    sigaddset(&signals, SIGTERM)
    var hangUp = sigaction()
    sigaction(SIGHUP, nil, &hangUp)
    #if canImport(Glibc)
      let isIgnored = unsafeBitCast(hangUp.__sigaction_handler.sa_handler, to: Int.self) == 1
    #else
      let isIgnored = unsafeBitCast(hangUp.__sigaction_u.__sa_handler, to: Int.self) == 1
    #endif
    if !isIgnored { sigaddset(&signals, SIGHUP) }
    return signals
  }

  /// From now on these signals wait for `awaitSignal`, in this thread and in those it starts.
  static func hold(_ signals: sigset_t) {
    var held = signals
    pthread_sigmask(SIG_BLOCK, &held, nil)
  }

  /// Has each of the signals end the process at once, without a word.
  static func endAtOnce(on signals: sigset_t, status: Int32) {
    precondition(status == 130, "a handler captures nothing")
    var signals = signals
    for number in [SIGINT, SIGTERM, SIGHUP] where sigismember(&signals, number) == 1 {
      signal(number) { _ in _exit(130) }
    }
  }

  static func release(_ signals: sigset_t) {
    var released = signals
    pthread_sigmask(SIG_UNBLOCK, &released, nil)
  }

  /// Sleeps until one of the held signals comes.
  static func awaitSignal(_ signals: sigset_t) {
    var awaited = signals
    var number: Int32 = 0
    while sigwait(&awaited, &number) != 0 {}
  }

  /// Runs `body`, which captures nothing, beside the rest of the program; false where the system
  /// refuses a thread.
  static func startThread(
    _ body: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer?
  ) -> Bool {
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    guard pthread_create(&thread, nil, body, nil) == 0 else { return false }
    #if canImport(Glibc)
      pthread_detach(thread)
    #else
      if let thread { pthread_detach(thread) }
    #endif
    return true
  }
}
