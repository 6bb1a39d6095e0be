/// The rows of a file that hold no data (blank ones, titles, headers that repeat, totals, remarks), in the
/// order of the file.
///
/// A file may hold a thousand million blank lines, so neighbours of which nothing else is known are one run;
/// and beyond ten thousand runs rows are only counted.
package struct PassedOver: Sendable, Equatable {
  package struct Run: Sendable, Equatable {
    package fileprivate(set) var lines: ClosedRange<Int>
    /// How the row begins, with personal numbers masked; nil for blank rows.
    package let words: String?
  }

  package private(set) var runs: [Run] = []
  /// How many rows there are, those beyond the last run too.
  package private(set) var count = 0
  package static let mostRuns = 10_000

  package init() {}

  /// Whether the words of further rows are not kept.
  package var isFull: Bool { runs.count >= PassedOver.mostRuns }

  package mutating func append(_ line: Int, words: String? = nil) {
    count += 1
    if words == nil, let last = runs.last, last.words == nil, last.lines.upperBound + 1 == line {
      runs[runs.count - 1].lines = last.lines.lowerBound...line
    } else if !isFull {
      runs.append(Run(lines: line...line, words: words))
    }
  }

  package var isEmpty: Bool { count == 0 }
}

/// Their lines.
extension PassedOver: Sequence {
  package func makeIterator() -> FlattenSequence<[ClosedRange<Int>]>.Iterator {
    runs.map(\.lines).joined().makeIterator()
  }
}
