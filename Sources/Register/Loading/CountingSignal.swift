#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A count that one thread raises and another waits for: POSIX has it for Linux alone as `sem_t`.
///
/// `@unchecked Sendable`: the count is read and written only while `lock` is held, and the lock and the
/// condition are made for several threads (POSIX.1-2017). They stay where they are until the last reference
/// goes, when nobody can be waiting: who waits holds a reference.
final class CountingSignal: @unchecked Sendable {
  private var count: Int
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  private let changed: UnsafeMutablePointer<pthread_cond_t>

  init(_ count: Int) {
    self.count = count
    lock = .allocate(capacity: 1)
    changed = .allocate(capacity: 1)
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
  }

  func post() {
    pthread_mutex_lock(lock)
    count += 1
    pthread_cond_signal(changed)
    pthread_mutex_unlock(lock)
  }

  /// Waits until the count is above zero, and lowers it.
  func wait() {
    pthread_mutex_lock(lock)
    while count == 0 { pthread_cond_wait(changed, lock) }
    count -= 1
    pthread_mutex_unlock(lock)
  }
}
