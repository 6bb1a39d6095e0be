/// The names nearest to a mistyped one, for "did you mean".
package enum CodeSuggestion {
  /// At most `limit` of the names, nearest first, then in their own order. A name is near when it
  /// takes no more slips than a third of the longer spelling, at least one; or when the typed text
  /// of two characters or more begins it.
  package static func nearest(
    to typed: String, among names: [String], limit: Int = 3
  ) -> [String] {
    let wanted = Array(typed.lowercased().unicodeScalars)
    guard !wanted.isEmpty, limit > 0 else { return [] }
    var found: [(distance: Int, order: Int)] = []
    for (order, name) in names.enumerated() {
      let candidate = Array(name.lowercased().unicodeScalars)
      let allowed = max(1, max(wanted.count, candidate.count) / 3)
      let beginsIt = wanted.count >= 2 && candidate.starts(with: wanted)
      guard beginsIt || abs(wanted.count - candidate.count) <= allowed else { continue }
      let distance = beginsIt ? 1 : slips(wanted, candidate)
      // All of a short text replaced is no likeness.
      if distance <= allowed, distance < max(wanted.count, candidate.count) {
        found.append((distance, order))
      }
    }
    found.sort { ($0.distance, $0.order) < ($1.distance, $1.order) }
    return found.prefix(limit).map { names[$0.order] }
  }

  /// How many slips part two spellings: a character too many, too few or wrong, or two neighbours
  /// exchanged (optimal string alignment distance).
  package static func distance(_ left: String, _ right: String) -> Int {
    slips(Array(left.unicodeScalars), Array(right.unicodeScalars))
  }

  private static func slips(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var twoBack: [Int] = []
    var above = Array(0...right.count)
    for row in 1...left.count {
      var line = [row]
      line.reserveCapacity(right.count + 1)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(above[column] + 1, line[column - 1] + 1, above[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, twoBack[column - 2] + 1)
        }
        line.append(best)
      }
      twoBack = above
      above = line
    }
    return above[right.count]
  }
}
