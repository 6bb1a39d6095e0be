import Markup

/// Running text broken into lines of at most so many terminal columns.
package enum WrappedText {
  /// A text of several lines, those that are wider than the limit broken, each set in as it began. A word longer
  /// than a line stays whole, since it may be a path or a number that somebody copies.
  ///
  /// - Parameter hanging: by how many columns more what a line goes on with is set in.
  package static func folded(
    _ text: String, within limit: Int, hanging: Int = 0
  ) -> String {
    var folded: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if DisplayWidth.of(String(line)) <= limit {
        folded.append(String(line))
        continue
      }
      let indent = String(line.prefix { $0 == " " })
      let room = max(limit - indent.count - hanging, limit / 2)
      let parts = lines(
        String(line.dropFirst(indent.count)), within: room, breaksWords: false)
      folded += parts.prefix(1).map { indent + $0 }
      folded += parts.dropFirst().map { indent + String(repeating: " ", count: hanging) + $0 }
    }
    return folded.joined(separator: "\n")
  }

  /// Breaks at spaces, and beside a character of two columns anywhere; a word longer than a line is broken where
  /// the line ends, unless `breaksWords` is false. No line begins with a mark that closes or divides, such as
  /// `、`, and none ends with one that opens, unless the line holds nothing else. Dangerous characters are shown,
  /// not obeyed.
  package static func lines(
    _ text: String, within limit: Int, breaksWords: Bool = true
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    var width = 0
    /// The last place in the line where it may break; nil where it holds one word, or marks alone.
    var breakable: String.Index?
    for character in text.neutralised {
      let added = DisplayWidth.of(character)
      if let last = line.last, mayPart(last, character) { breakable = line.endIndex }
      if width + added > limit && !line.isEmpty && (breaksWords || breakable != nil) {
        let place = breakable ?? line.endIndex
        var rest = String(line[place...])
        if DisplayWidth.of(rest) + added > limit { rest = "" }
        line.removeLast(rest.count)
        lines.append(line.withoutTrailingSpaces)
        line = rest
        width = DisplayWidth.of(rest)
        breakable = nil
      }
      if character == " " && line.isEmpty { continue }
      line.append(character)
      width += added
    }
    if !line.isEmpty { lines.append(line.withoutTrailingSpaces) }
    return lines
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
