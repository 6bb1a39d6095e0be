import Domain
import SQLite
import Synchronization

/// The counting of a part of the households by a second connection on a second thread.
///
/// The second connection reads a state of its own. It counts only where this holds the entry up to which facts
/// are taken for known, with the same hash, and the same redactions: then all facts as known at that entry are
/// the same, whatever was or is being entered since.
final class CountingApart {
  private typealias Answer = Result<CountedPart?, SQLiteFailure>

  /// The households that are left for the first connection, and those of the second.
  let own: HouseholdScope
  let apart: HouseholdScope
  private let exchange = SumsExchange()
  private let secondWork: SecondWork
  private let work: Background<String, Answer>

  /// Nil where the households are few, where only one connection can be open (the register has no file, or is
  /// read as one that nobody changes), or where the entry is not sealed.
  ///
  /// - Parameter placesAtOnce: sums of more places than this are handed over before the rest.
  init?(of register: Register, _ question: CountingQuestion, placesAtOnce: Int)
    throws(SQLiteFailure)
  {
    guard register.unchanging == nil, let path = register.connection.path,
      let ids = try register.enrolledHouseholds(),
      Int64(ids.count) >= register.limits.householdsForTwo, ids.count > 1,
      try register.connection.first("PRAGMA main.journal_mode", [:], { $0.text(0) }) == "wal",
      let state = try register.stateKnown(question.known)
    else { return nil }
    let middle = ids.lowerBound + Int64(ids.count / 2)
    (own, apart) = (.range(-.max...(middle - 1)), .range(middle...(.max)))
    let (stop, exchange, scope) = (register.secondWork.begin(), exchange, apart)
    let (office, year, schema) = (register.office, register.year, register.schema)
    secondWork = register.secondWork
    work = Background(from: path) { path in
      defer { exchange.end() }
      do throws(SQLiteFailure) {
        let second = Register(
          connection: try Connection(path: path, mode: .readOnly, busyTimeoutMilliseconds: 0),
          office: office, year: year, schema: schema)
        // It reads everything once, in its order.
        try second.connection.setCache(kibibytes: 4_096)
        return .success(
          try second.ticking({ !stop.isSet }) { () throws(SQLiteFailure) in
            try second.reading { () throws(SQLiteFailure) -> CountedPart? in
              guard try second.stateKnown(question.known) == state else { return nil }
              var part = CountedPart(by: question.detail)
              try second.count(question, scope, into: &part) { sums in
                guard sums.count >= placesAtOnce else { return }
                exchange.give(sums)
                sums.removeAll()
              }
              return part
            }
          })
      } catch { return .failure(error) }
    }
    // Without a second thread the work would be done when its answer is asked for, and nobody would take sums.
    guard work.isRunning else {
      secondWork.end()
      return nil
    }
  }

  /// Sums that were handed over and not taken yet, if there are any now.
  func takeReady() -> FigureSums? { exchange.takeReady() }

  /// The next sums that are handed over; nil once there will be no more.
  func takeNext() -> FigureSums? { exchange.takeNext() }

  /// Waits for what was not handed over. Nil where the second connection could not begin, so that its part is
  /// still to be counted; throws where it was stopped in the middle of it.
  func takeRest() throws(SQLiteFailure) -> CountedPart? {
    switch work.takeAnswer() {
    case .success(let part): return part
    case .failure(let failure) where failure.isInterrupted || exchange.hasGiven: throw failure
    case .failure: return nil
    }
  }

  /// Stops what still runs, and waits for its end.
  func end() {
    secondWork.end()
    exchange.stop()
    work.wait()
  }
}

/// Sums that one thread hands to another, one at a time.
private final class SumsExchange: Sendable {
  private struct State: Sendable {
    var ready: FigureSums?
    var hasGiven = false
    var isStopped = false
  }

  private let state = Mutex(State())
  private let room = CountingSignal(1)
  /// Counts what is ready, and the end.
  private let toTake = CountingSignal(0)

  var hasGiven: Bool { state.withLock { $0.hasGiven } }

  /// From the second thread: waits until what was given before is taken.
  func give(_ sums: FigureSums) {
    room.wait()
    state.withLock { state in
      guard !state.isStopped else { return }
      (state.ready, state.hasGiven) = (sums, true)
    }
    toTake.post()
  }

  /// From the second thread: there will be no more.
  func end() { toTake.post() }

  func takeReady() -> FigureSums? {
    guard state.withLock({ $0.ready != nil }) else { return nil }
    return takeNext()
  }

  func takeNext() -> FigureSums? {
    toTake.wait()
    guard let sums = state.withLock({ $0.ready.take() }) else { return nil }
    room.post()
    return sums
  }

  /// Nothing is taken any more, and nobody waits for room.
  func stop() {
    state.withLock { $0.isStopped = true }
    room.post()
  }
}

/// The state of the register that facts as known at an entry depend on.
struct KnownState: Equatable, Sendable {
  let hash: SHA256Digest
  let redactions: Int64
}

extension Register {
  /// Nil where there is no such entry, or it is not sealed.
  func stateKnown(_ known: Known) throws(SQLiteFailure) -> KnownState? {
    guard let hash = try hash(ofEntry: known.entry) else { return nil }
    let redactions = try connection.first("SELECT ifnull(max(id), 0) FROM redaction") {
      $0.int64(0)
    }
    return KnownState(hash: hash, redactions: redactions ?? 0)
  }

  /// From the first to the last household that is enrolled in any year; nil where none is.
  func enrolledHouseholds() throws(SQLiteFailure) -> ClosedRange<Int64>? {
    // Two statements: SQLite answers one that asks for both ends by reading all between.
    let ends = try ["min", "max"].map { end throws(SQLiteFailure) in
      try connection.first(
        "SELECT \(end)(household_id) FROM enrolment WHERE withdrawn IS NULL"
      ) { $0.optionalInt64(0) } ?? nil
    }
    guard let first = ends[0], let last = ends[1], first <= last else { return nil }
    return first...last
  }
}
