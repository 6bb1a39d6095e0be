import CSQLite

extension Connection {
  /// Calls `tick` now and then while statements run inside `body`: in the same thread, whenever one of them
  /// has taken so many of the virtual machine's steps (20,000 are about a millisecond; sorting counts as
  /// few). False stops the statement with a failure that `isInterrupted`.
  ///
  /// `tick` must not use the connection. Of two such bodies, one inside the other, the inner one's is called.
  package func ticking<Answer, Failure: Error>(
    every steps: Int32 = 20_000, _ tick: @escaping () -> Bool,
    during body: () throws(Failure) -> Answer
  ) throws(Failure) -> Answer {
    let outer = handle.ticker
    handle.ticker = Ticker(steps: steps, tick)
    defer { handle.ticker = outer }
    return try body()
  }
}

/// What SQLite calls while statements run.
final class Ticker {
  private let steps: Int32
  private let tick: () -> Bool

  init(steps: Int32, _ tick: @escaping () -> Bool) {
    self.steps = steps
    self.tick = tick
  }

  /// SQLite keeps the address, so whoever sets it keeps the object.
  func start(on database: OpaquePointer) {
    sqlite3_progress_handler(
      database, steps,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Ticker>.fromOpaque(context).takeUnretainedValue().tick() ? 0 : 1
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  static func stop(on database: OpaquePointer) { sqlite3_progress_handler(database, 0, nil, nil) }
}
