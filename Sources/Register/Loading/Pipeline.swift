#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Two threads and a few blocks that go round between them: one fills, the other uses. POSIX threads, since
// what fills is one long loop and no task, and what uses sits inside a callback of SQLite's.

/// Blocks that a second thread fills while the first uses those filled before.
///
/// Made, asked and stopped by one thread. The blocks, and what `fill` touches, are the second thread's until
/// `stop` has returned; a block that `next` gave is the first thread's until it asks for another.
package final class Pipeline<Block: AnyObject>: @unchecked Sendable {
  private let fill: (Block) -> Bool
  private var free: [Block]
  private var filled: [Block] = []
  private var inUse: Block?
  private var isStopped = false
  private var hasEnded = false
  private var thread: pthread_t?
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>

  /// - Parameter fill: fills a block; false where there is nothing more to fill it with.
  package init(_ blocks: [Block], fill: @escaping (Block) -> Bool) {
    self.fill = fill
    free = blocks
    lock = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
    start()
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// Where the system has no thread to give, blocks are filled as they are asked for.
  private func start() {
    let body = Unmanaged.passRetained(ThreadBody { [unowned self] in fillAll() })
    #if canImport(Glibc)
      var started = pthread_t()
    #else
      var started: pthread_t?
    #endif
    let code = pthread_create(&started, nil, runBody, body.toOpaque())
    if code == 0 { thread = started } else { body.release() }
  }

  /// The next block filled; nil after the last. The block given before is taken back.
  package func next() -> Block? {
    guard thread != nil else { return fillOne() }
    return locked {
      if let block = inUse { free.append(block) }
      inUse = nil
      pthread_cond_signal(changed)
      while filled.isEmpty, !hasEnded { pthread_cond_wait(changed, lock) }
      if !filled.isEmpty { inUse = filled.removeFirst() }
      return inUse
    }
  }

  /// Ends the filling and waits for it; what `fill` touched is the caller's again.
  package func stop() {
    guard let thread else { return }
    locked {
      isStopped = true
      pthread_cond_signal(changed)
    }
    pthread_join(thread, nil)
    self.thread = nil
  }

  private func fillOne() -> Block? {
    guard !hasEnded, let block = free.first else { return nil }
    hasEnded = !fill(block)
    return hasEnded ? nil : block
  }

  private func fillAll() {
    while let block = freeBlock() {
      let isFilled = fill(block)
      locked {
        if isFilled { filled.append(block) } else { hasEnded = true }
        pthread_cond_signal(changed)
      }
      if !isFilled { return }
    }
  }

  private func freeBlock() -> Block? {
    locked {
      while free.isEmpty, !isStopped { pthread_cond_wait(changed, lock) }
      return isStopped ? nil : free.removeLast()
    }
  }

  private func locked<Answer>(_ body: () -> Answer) -> Answer {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return body()
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
