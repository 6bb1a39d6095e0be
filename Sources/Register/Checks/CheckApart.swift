import SQLite

/// A part of `check`, in the order in which findings are told.
enum CheckPart: String, CaseIterable {
  case storage, marks, schema, references, entries, parts, chain, redactions, rules, figures
  case exceptions, closes, balances

  /// Whether it can be done beside the others; together these take about as long as the rest.
  var isApart: Bool {
    switch self {
    case .storage, .figures, .balances: true
    default: false
    }
  }
}

/// The parts of `check` that a second connection does on a second thread.
///
/// It opens the file anew and reads a state of its own, of the same moment or a later one: each of its parts
/// is sound by itself.
final class CheckApart {
  typealias Answer = Result<[CheckPart: CheckReport], RegisterFault>

  private let secondWork: SecondWork
  private let work: Background<String, Answer>

  /// Nil where only one connection can be open: the register has no file, or is read as one that nobody changes.
  init?(of register: Register) {
    guard register.unchanging == nil, let path = register.connection.path else { return nil }
    let (stop, schema) = (register.secondWork.begin(), register.schema)
    secondWork = register.secondWork
    work = Background(from: path) { path in
      do throws(RegisterFault) {
        let second = try Register.open(path: path, writing: false, schema: schema)
        // Both processors have work already.
        second.limits.householdsForTwo = .max
        return .success(
          try second.ticking({ !stop.isSet }) { () throws(RegisterFault) in
            try second.reports(of: { $0.isApart })
          })
      } catch {
        return .failure(error)
      }
    }
  }

  /// Waits. Nil where the second connection could not answer, so that its parts are still to be done; throws
  /// where it was interrupted.
  func takeReports() throws(RegisterFault) -> [CheckPart: CheckReport]? {
    switch work.takeAnswer() {
    case .success(let reports): return reports
    case .failure(.database(let failure)) where failure.isInterrupted: throw .database(failure)
    case .failure: return nil
    }
  }

  /// Stops what still runs, and waits for its end.
  func end() {
    secondWork.end()
    work.wait()
  }
}
