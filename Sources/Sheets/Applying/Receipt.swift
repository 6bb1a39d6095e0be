import CSV
import Register

/// What came of a file.
package struct Receipt: Sendable {
  package let file: String
  /// Nil where no sheet was recognised.
  package let sheet: String?
  package let encoding: String
  package let sha256: String
  /// Records of the file, header and passed-over rows left out.
  package var rows = 0
  package var created = 0
  package var changed = 0
  package var unchanged = 0
  package var rejected = 0
  /// The lines on which the rejected rows begin, in no order.
  package var rejectedLines: [Int] = []
  /// Whether a fault of the file as a whole keeps its sound rows from being written too.
  package var isRefusedWhole = false
  /// The entry made; nil where nothing was written.
  package var entry: Int64?
  package var errors: [Fault] = []
  package var warnings: [Fault] = []
  /// Headers nobody knows, as written.
  package var unknownColumns: [String] = []
  /// The line of the header; of its lower row where it has two.
  package var headerLine = 0
  /// Lines of title, blank and total rows.
  package var passedOver: [Int] = []

  package init(file: String, sheet: String?, encoding: String, sha256: String) {
    self.file = file
    self.sheet = sheet
    self.encoding = encoding
    self.sha256 = sha256
  }

  init(_ file: SheetFile, sheet: String?) {
    self.init(
      file: file.name, sheet: sheet, encoding: file.form.encodingName,
      sha256: file.sha256.hexadecimal)
  }

  /// Whether any row, or the file as a whole, was at fault.
  package var hasFaults: Bool { rejected > 0 || !errors.isEmpty }

  /// How many faults there are of each rule, most first, then by name.
  package var faultsByRule: [(rule: String, count: Int)] {
    var counts: [String: Int] = [:]
    for fault in errors { counts[fault.kind.rule, default: 0] += 1 }
    return counts.map { (rule: $0.key, count: $0.value) }
      .sorted { (-$0.count, $0.rule) < (-$1.count, $1.rule) }
  }
}
