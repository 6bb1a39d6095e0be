#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Two threads and a few blocks that go round between them: one fills, the other uses.

/// Blocks that a second thread fills while the first uses those filled before.
///
/// Made, asked and stopped by one thread. The blocks, and what `fill` touches, are the second thread's until
/// `stop` has returned; a block that `next` gave is the first thread's until it asks for another.
final class Pipeline<Block: AnyObject>: @unchecked Sendable {
  private let fill: (Block) -> Bool
  private var free: [Block]
  private var filled: [Block] = []
  private var inUse: Block?
  private var isStopped = false
  private var hasEnded = false
  private var thread: SecondThread?
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>

  /// - Parameter fill: fills a block; false where there is nothing more to fill it with.
  init(_ blocks: [Block], fill: @escaping (Block) -> Bool) {
    self.fill = fill
    free = blocks
    lock = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
    thread = SecondThread { [unowned self] in fillAll() }
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  /// The next block filled; nil after the last. The block given before is taken back.
  func next() -> Block? {
    // Where the system has no thread to give, blocks are filled as they are asked for.
    guard let thread, thread.isRunning else { return fillOne() }
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
  func stop() {
    guard let thread, thread.isRunning else { return }
    locked {
      isStopped = true
      pthread_cond_signal(changed)
    }
    thread.join()
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
