import Synchronization

/// Work that a second connection does for a register's own, and how it is stopped.
final class SecondWork: Sendable {
  private let current = Mutex<StopMark?>(nil)

  /// The mark that the work that begins has to look at.
  func begin() -> StopMark {
    let mark = StopMark()
    current.withLock { $0 = mark }
    return mark
  }

  /// Stops the work that runs, if any.
  func stop() { current.withLock { $0?.set() } }

  /// Stops it, and has none any more.
  func end() {
    current.withLock { mark in
      mark?.set()
      mark = nil
    }
  }
}

/// Says to another thread that it is to stop.
final class StopMark: Sendable {
  private let mark = Atomic(false)

  func set() { mark.store(true, ordering: .relaxed) }
  var isSet: Bool { mark.load(ordering: .relaxed) }
}
