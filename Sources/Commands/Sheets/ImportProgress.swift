import Intake
import Register
import Sheets

// While a file is read, the importer tells how far it is. What comes then is a few long statements, so that
// SQLite is asked to call now and then: the line goes on, and an interrupt is noticed.

/// What a terminal shows of an import, or of the figures after it, while it lasts.
final class ImportProgress {
  private let console: Console
  private let byteCount: Int64
  private var line: ProgressLine
  /// What the statements that run belong to, and with how many rows; nil while the file is read.
  private var activity: (name: String, rows: Int?)?

  init(of file: SheetFile, _ console: Console, isWanted: Bool) {
    self.console = console
    byteCount = file.source.stamp.byteCount
    line = ProgressLine(file.name, total: nil, language: console.language, isWanted: isWanted)
  }

  init(ofFigures console: Console, isWanted: Bool) {
    self.console = console
    byteCount = 0
    line = ProgressLine(
      console.say("figures", "汇总数"), total: nil, language: console.language, isWanted: isWanted)
    activity = (console.say("summing", "计算中"), nil)
  }

  /// Runs the work, and wipes the line away however it ends.
  func during<Answer, Fault: Error>(
    _ register: Register, _ work: () throws(Fault) -> Answer
  ) throws(Fault) -> Answer {
    defer { line.clear() }
    return try console.working(on: register) { () throws(Fault) in
      try register.ticking(tick, during: work)
    }
  }

  /// False where the import is to stop.
  func advance(to stage: ImportStage) -> Bool {
    switch stage {
    case .reading(let rows, let bytes):
      let share = Double(byteCount) / Double(max(bytes, 1))
      line.advance(to: rows, of: Int(Double(rows) * max(share, 1)))
    case .judging(let rows): activity = (console.say("judging", "核对中"), rows)
    case .applying(let rows): activity = (console.say("writing", "写入中"), rows)
    case .sealing(let rows): activity = (console.say("asking the rules", "核对规则"), rows)
    }
    return !SignalWatch.isInterrupted
  }

  private func tick() -> Bool {
    if let activity { line.advance(doing: activity.name, rows: activity.rows) }
    return !SignalWatch.isInterrupted
  }
}
