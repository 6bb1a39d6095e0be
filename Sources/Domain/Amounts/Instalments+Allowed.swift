extension Instalments {
  /// How far a project has come, as its instalments count it.
  package enum Stage: Int, Sendable, Comparable, CaseIterable {
    case notStarted = 0
    case started, nearlyComplete, accepted

    package static func < (one: Stage, other: Stage) -> Bool { one.rawValue < other.rawValue }
  }

  /// The percent that may be paid by a stage, all instalments until then together.
  package func percent(by stage: Stage) -> Int {
    switch stage {
    case .notStarted: 0
    case .started: atStart
    case .nearlyComplete: atStart + nearCompletion
    case .accepted: 100
    }
  }

  /// Of so many fen, those that may be paid by a stage; a part of a fen waits for the last instalment.
  package func allowed(of fen: Int64, by stage: Stage) -> Int64 {
    let percent = Int64(percent(by: stage))
    return fen / 100 * percent + fen % 100 * percent / 100
  }
}
