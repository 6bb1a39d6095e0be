import Markup

/// Running text broken into lines of at most so many terminal columns.
package enum WrappedText {
  /// A text of several lines, those that are wider than the limit broken, each set in as it began.
  package static func folded(_ text: String, within limit: Int) -> String {
    var folded: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if DisplayWidth.of(String(line)) <= limit {
        folded.append(String(line))
        continue
      }
      let indent = String(line.prefix { $0 == " " })
      let room = max(limit - indent.count, limit / 2)
      folded += lines(String(line.dropFirst(indent.count)), within: room).map { indent + $0 }
    }
    return folded.joined(separator: "\n")
  }

  /// Breaks at spaces, and beside a character of two columns anywhere; a word longer than a line
  /// is broken where the line ends. No line begins with a mark that closes or divides, such as `、`,
  /// and none ends with one that opens, unless the line holds nothing else. Dangerous characters are
  /// shown, not obeyed.
  package static func lines(_ text: String, within limit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    /// The line up to its last space, where it would break.
    var breakable: String.Index?
    for character in text.neutralised {
      let added = DisplayWidth.of(character)
      if width + added > limit && !line.isEmpty {
        let rest: String
        if added < 2, character != " ", let space = breakable {
          rest = String(line[line.index(after: space)...])
          line = String(line[..<space])
        } else {
          rest = taken(from: &line, with: character, within: limit)
        }
        lines.append(line.withoutTrailingSpaces)
        line = rest
        width = DisplayWidth.of(rest)
        breakable = nil
      }
      if character == " " && line.isEmpty { continue }
      if character == " " { breakable = line.endIndex }
      line.append(character)
      width += added
    }
    if !line.isEmpty { lines.append(line.withoutTrailingSpaces) }
    return lines
  }

  /// Takes from the end of a full line what must stand with the character after it.
  private static func taken(
    from line: inout String, with next: Character, within limit: Int
  ) -> String {
    guard var last = line.last, !mayPart(last, next) else { return "" }
    var kept = line
    var rest = ""
    var following = next
    while !mayPart(last, following) {
      rest.insert(kept.removeLast(), at: rest.startIndex)
      following = last
      // Marks and nothing else: they break where the line ends.
      guard let before = kept.last else { return "" }
      last = before
    }
    guard DisplayWidth.of(rest) + DisplayWidth.of(next) <= limit else { return "" }
    line = kept
    return rest
  }

  /// Whether a line may end between two characters.
  private static func mayPart(_ one: Character, _ other: Character) -> Bool {
    if one == " " || other == " " { return true }
    if closing.contains(other) || opening.contains(one) { return false }
    return DisplayWidth.of(one) > 1 || DisplayWidth.of(other) > 1
  }

  private static let closing: Set<Character> = Set("、，。；：？！）》」』】〕”’…—％%,.;:?!)]")
  private static let opening: Set<Character> = Set("（《「『【〔“‘([")
}
