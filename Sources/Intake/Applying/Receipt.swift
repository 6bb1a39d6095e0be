import Domain
import Register
import SQLite

/// What came of a file.
package struct Receipt {
  package let file: String
  /// Nil where no sheet was recognised.
  package let sheet: String?
  package let encoding: String
  /// Nil where a line of the file is so long that it was not read whole.
  package let sha256: String?
  /// Records of the file, header and passed-over rows left out.
  package var rows = 0
  package var created = 0
  package var changed = 0
  package var unchanged = 0
  package var rejected = 0
  /// The lines on which the rejected rows begin, in no order.
  package var rejectedLines: [Int] = []
  /// What came of the rows by the township of their household, in code order; empty where it was not
  /// asked for or the rows are not about households.
  package var townships: [Township] = []
  /// Whether a fault of the file as a whole keeps its sound rows from being written too.
  package var isRefusedWhole = false
  /// The entry made; nil where nothing was written.
  package var entry: Int64?
  /// The hash of that entry, in hexadecimal.
  package var hash: String?
  /// What the entry changes for the households it touches; nil where it was not asked for, or is too much.
  package var effect: EntryEffect?
  /// The closed months that the entry touches, rising.
  package var closedMonths: [YearMonth] = []
  /// The rungs whose money the entry moved, where the effect was asked for.
  package var rungs: [RungChange] = []
  /// The numbers that the register gave to movements, in the order of the rows.
  package var numbers: [String] = []
  /// In the order of the file, and the first only where there are more than memory holds.
  package var errors: [Fault] = []
  package var warnings: [Fault] = []
  /// The entries that rest on what a command was to take back, rising; none where none do.
  package var restedOnBy: [Int64] = []
  /// Of a command's several rows, by row: what distinguishes one that is warned of from the others, masked.
  package var subjects: [Int: String] = [:]
  /// Of more faults than `errors` holds: all of them.
  private var keptErrors: KeptFaults?
  private var keptErrorCauses: FaultCauses?
  private var keptWarnings: (count: Int, causes: FaultCauses)?
  /// Whom a roster does not name of the counties it speaks of; nil for other sheets.
  package var absent: Absent?
  /// How many cells of a roster are older than events of the register; nil where none are.
  package var stale: Stale?
  /// How many undated cells of a roster put back the value from before an earlier file changed it.
  package var putBack = 0
  /// Headers nobody knows, as written.
  package var unknownColumns: [String] = []
  /// What the file calls its columns; nil where no sheet was recognised.
  package var columns: ColumnWords?
  /// The line of the header; of its lower row where it has two.
  package var headerLine = 0
  /// Title, blank and total rows.
  package var passedOver = PassedOver()

  /// The rows of one township.
  package struct Township: Sendable, Equatable {
    /// Nil where the household is of no known place.
    package let code: Int64?
    package let name: FaultKind.PlaceNames?
    package let created: Int
    package let changed: Int
    package let unchanged: Int
    package let rejected: Int
  }

  package struct Absent: Sendable, Equatable {
    /// Members on the day who are in no row.
    package let members: Int
    /// Households of which no row speaks.
    package let households: Int
    /// The day on which they left; nil where they were counted only.
    package let leftOn: Int32?
  }

  package struct Stale: Sendable, Equatable {
    package let cells: Int
    /// The events that they are older than.
    package let events: Int

    package init(cells: Int, events: Int) {
      self.cells = cells
      self.events = events
    }
  }

  package init(file: String, sheet: String?, encoding: String, sha256: String?) {
    self.file = file
    self.sheet = sheet
    self.encoding = encoding
    self.sha256 = sha256
  }

  /// The columns and rows that were left aside, as warnings: a run of rows is one.
  package var leftAside: [Fault] {
    var warnings = unknownColumns.map {
      Fault(line: headerLine, column: nil, value: $0, .notice(.unknownColumn))
    }
    warnings += passedOver.runs.map { run in
      Fault(
        line: run.lines.lowerBound, column: nil, value: run.words,
        .notice(.passedOver(through: run.lines.count > 1 ? run.lines.upperBound : 0)))
    }
    return warnings
  }

  /// Whether any row, or the file as a whole, was at fault.
  package var hasFaults: Bool { rejected > 0 || !errors.isEmpty }

  /// How many faults there are of each rule, most first, then by name.
  package var faultsByRule: [(rule: String, count: Int)] {
    var counts = keptErrors?.byRule ?? [:]
    if keptErrors == nil { for fault in errors { counts[fault.kind.rule, default: 0] += 1 } }
    return counts.map { (rule: $0.key, count: $0.value) }
      .sorted { (-$0.count, $0.rule) < (-$1.count, $1.rule) }
  }

  /// Takes the faults and warnings of a file that was judged.
  ///
  /// - Parameter quoting: gives those that are told their cells as written.
  mutating func tell(
    _ faults: KeptFaults, warnings: KeptFaults, _ quoting: ([Fault]) -> [Fault]
  ) throws(SQLiteFailure) {
    errors = quoting(try faults.first())
    self.warnings = quoting(try warnings.first())
    if faults.store != nil {
      var causes = try faults.causes()
      causes.replaceFaults(by: quoting)
      (keptErrors, keptErrorCauses) = (faults, causes)
    }
    if warnings.store != nil {
      var causes = try warnings.causes()
      causes.replaceFaults(by: quoting)
      keptWarnings = (warnings.count, causes)
    }
  }

  /// The causes of the faults, so many of them told.
  package func errorCauses(most: Int = FaultCauses.mostTold) -> FaultCauses {
    let most = min(most, FaultCauses.mostTold)
    return keptErrorCauses?.first(most) ?? FaultCauses(errors, most: most)
  }

  /// The causes of the warnings, so many of them told, and what was left aside.
  ///
  /// - Parameter aside: ``leftAside``, or none of it.
  package func warningCauses(with aside: [Fault] = []) -> FaultCauses {
    guard let keptWarnings else {
      return FaultCauses(warnings + aside, most: FaultCauses.mostTold)
    }
    return keptWarnings.causes
  }

  package var warningCount: Int { keptWarnings?.count ?? warnings.count }

  /// All faults, one after the other.
  package func errorReader() throws(ImportFault) -> FaultReader {
    guard let keptErrors else { return FaultReader(errors) }
    do throws(SQLiteFailure) { return try keptErrors.reader() } catch { throw .database(error) }
  }
}
