/// Lines in the order of a file, kept as runs.
package struct LineRuns: Sendable, Equatable {
  package private(set) var runs: [ClosedRange<Int>] = []
  package private(set) var count = 0

  package init(_ lines: some Sequence<Int> = []) {
    for line in lines { append(line) }
  }

  package mutating func append(_ line: Int) {
    count += 1
    if let last = runs.last, last.upperBound + 1 == line {
      runs[runs.count - 1] = last.lowerBound...line
    } else {
      runs.append(line...line)
    }
  }

  package var isEmpty: Bool { runs.isEmpty }

  /// `2–120, 125`: at most so many runs.
  package func words(most: Int) -> String {
    let shown = runs.prefix(most).map { run in
      run.count == 1 ? String(run.lowerBound) : "\(run.lowerBound)–\(run.upperBound)"
    }
    return shown.joined(separator: ", ") + (runs.count > most ? ", …" : "")
  }
}

extension LineRuns: Sequence {
  package func makeIterator() -> FlattenSequence<[ClosedRange<Int>]>.Iterator {
    runs.joined().makeIterator()
  }
}
