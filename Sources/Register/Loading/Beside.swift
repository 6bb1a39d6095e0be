import SQLite

/// What a second connection answers on a second thread, while the register's own goes on with something else.
///
/// The second opens the file anew, and sees a state of its own: the same or a later one.
final class Beside<Answer: Sendable> {
  private typealias Outcome = Result<Answer?, RegisterFault>

  private let secondWork: SecondWork
  private let work: Background<String, Outcome>

  /// Nil where only one connection can be open (the register has no file, or is read as one that nobody
  /// changes), and inside a write, which the second would not see.
  ///
  /// - Parameters:
  ///   - last: the last entry. Where the second sees another, it answers nothing. Nil where any state is as good.
  ///   - body: is lent the second's register, inside a reading.
  init?(
    _ register: Register, seeing last: EntryMark?,
    _ body: @escaping @Sendable (Register) throws(RegisterFault) -> Answer
  ) {
    guard register.unchanging == nil, !register.connection.isChanging,
      let path = register.connection.path
    else { return nil }
    let (stop, schema) = (register.secondWork.begin(), register.schema)
    secondWork = register.secondWork
    work = Background(from: path) { path in
      do throws(RegisterFault) {
        let second = try Register.openAgain(path: path, schema: schema)
        return .success(
          try second.ticking({ !stop.isSet }) { () throws(RegisterFault) -> Answer? in
            try second.reading(wrapping: RegisterFault.database) {
              () throws(RegisterFault) -> Answer? in
              if let last {
                let own = try second.asking { () throws(SQLiteFailure) in try EntryMark(of: second)
                }
                guard own == last else { return nil }
              }
              return try body(second)
            }
          })
      } catch {
        return .failure(error)
      }
    }
  }

  /// Waits. Nil where the second connection could not answer, so that its work is still to be done; throws
  /// where it was interrupted.
  func takeAnswer() throws(SQLiteFailure) -> Answer? {
    switch work.takeAnswer() {
    case .success(let answer): return answer
    case .failure(.database(let failure)) where failure.isInterrupted: throw failure
    case .failure: return nil
    }
  }

  /// Stops what still runs, and waits for its end.
  func end() {
    secondWork.end()
    work.wait()
  }
}

/// The last entry that a connection sees: two that see the same have the same facts before them.
struct EntryMark: Equatable, Sendable {
  private let number: Int64
  private let hash: [UInt8]

  init(of register: Register) throws(SQLiteFailure) {
    (number, hash) =
      try register.connection.first("SELECT id, hash FROM entry ORDER BY id DESC LIMIT 1") {
        ($0.int64(0), Array($0.bytes(1)))
      } ?? (0, [])
  }
}

extension Register {
  /// Whether there are so many households that a question about all of them is worth a second connection.
  func isLarge() throws(SQLiteFailure) -> Bool { try lastHousehold() >= limits.householdsForTwo }

  /// About how many households were ever registered.
  func lastHousehold() throws(SQLiteFailure) -> Int64 {
    try connection.first("SELECT max(id) FROM household") { $0.optionalInt64(0) ?? 0 } ?? 0
  }
}
