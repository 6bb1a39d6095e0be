/// The choices that a mistyped word may have meant.
package enum Nearest {
  /// At most `limit` of `choices`, nearest first, then in their own order; empty where none is
  /// near. Near is one edit, or one in three characters, or a beginning of two letters or more,
  /// or a part of three. Case does not count.
  package static func choices(
    to word: String, among choices: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let typed = Array(word.lowercased())
    guard !typed.isEmpty else { return [] }
    var found: [(choice: String, distance: Int)] = []
    for choice in choices where !found.contains(where: { $0.choice == choice }) {
      let candidate = Array(choice.lowercased())
      if typed.count >= 2 && candidate.starts(with: typed) {
        found.append((choice, candidate == typed ? 0 : 1))
        continue
      }
      let reach = max(1, max(typed.count, candidate.count) / 3)
      let distance =
        abs(typed.count - candidate.count) <= reach ? distance(typed, candidate) : .max
      // One edit turns any single letter into any other: that says nothing.
      if distance <= reach && distance < candidate.count {
        found.append((choice, distance))
      } else if typed.count >= 3 && candidate.contains(typed) {
        found.append((choice, reach + 1))
      }
    }
    // The place keeps equals in their order; `sort` alone promises nothing of the kind.
    let ordered = found.enumerated().sorted {
      ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset)
    }
    return ordered.prefix(limit).map(\.element.choice)
  }

  /// The optimal string alignment distance: insertions, deletions, substitutions and swaps of
  /// neighbours, each one.
  package static func distance(_ first: [Character], _ second: [Character]) -> Int {
    if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for row in 1...first.count {
      var current = [row]
      for column in 1...second.count {
        let isSame = first[row - 1] == second[column - 1]
        var least = min(
          last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1))
        if row > 1 && column > 1 && first[row - 1] == second[column - 2]
          && first[row - 2] == second[column - 1]
        {
          least = min(least, beforeLast[column - 2] + 1)
        }
        current.append(least)
      }
      (beforeLast, last) = (last, current)
    }
    return last[second.count]
  }
}
